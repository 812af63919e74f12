"""./start for real: a checkout whose lock holds one tiny package, and a program that tells what it got."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from make_environment import WAITING

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="signals and exec are unit-tested for Windows"
)

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, sys, time
import seed
if sys.argv[1:] == ["wait"]:
    print("waiting", flush=True)
    time.sleep(60)
print(json.dumps({"args": sys.argv[1:], "input": sys.stdin.read(), "seed": seed.GROWS}))
sys.exit(7)
"""
WHEEL = {
    "seed.py": "GROWS = True\n",
    "seed-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: seed\nVersion: 1.0\n",
    "seed-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "seed-1.0.dist-info/RECORD": "seed.py,,\nseed-1.0.dist-info/RECORD,,\n",
}
PATIENCE = 60  # seconds


class Checkout:
    """A checkout with a space and a letter outside ASCII in its path, as people have them."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "check out ž"
        self.wheels = folder / "wheels"
        self.environment = self.root / ".venv"
        shutil.copytree(
            PROJECT / "packaging", self.root / "packaging", ignore=shutil.ignore_patterns("__pycache__")
        )
        shutil.copy(PROJECT / "start", self.root / "start")
        (self.root / "vendorrisk").mkdir()
        (self.root / "vendorrisk" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
        digest = hashlib.sha256(self._make_wheel().read_bytes()).hexdigest()
        lock = self.root / "packaging" / "requirements.txt"
        lock.write_text(f"seed==1.0 --hash=sha256:{digest}\n", encoding="utf-8")

    def _make_wheel(self) -> Path:
        self.wheels.mkdir()
        path = self.wheels / "seed-1.0-py3-none-any.whl"
        with zipfile.ZipFile(path, "w") as wheel:
            for name, text in WHEEL.items():
                wheel.writestr(name, text)
        return path

    def start(self, *args: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        env = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_CONFIG_FILE": os.devnull,
        }
        pipe = subprocess.PIPE
        return subprocess.Popen(
            [self.root / "start", *args], cwd=cwd, env=env, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )


@pytest.fixture(scope="module")
def repaired(tmp_path_factory):
    """A checkout whose first set-up was killed in the middle, and what two starts at once then printed."""
    checkout = Checkout(tmp_path_factory.mktemp("newcomer"))
    first = checkout.start("never runs")
    until = time.monotonic() + PATIENCE
    while not (checkout.environment / "bin" / "python").exists() and time.monotonic() < until:
        time.sleep(0.005)
    first.kill()
    first.communicate()
    both = [checkout.start(name) for name in ("one", "two")]
    return checkout, [(*start.communicate("text\n", PATIENCE), start.returncode) for start in both]


def test_a_killed_set_up_is_repaired_by_two_starts_at_once(repaired):
    checkout, ends = repaired
    told = [json.loads(stdout) for stdout, _, _ in ends]
    assert [one["args"] for one in told] == [["one"], ["two"]]
    words = "".join(stderr for _, stderr, _ in ends)
    assert words.count(f"Making {checkout.environment} with Python") == 1
    assert words.count("Done.\n") == 1
    assert WAITING in words


def test_exit_code_and_input_are_the_programs_own(repaired):
    _, ends = repaired
    assert [code for _, _, code in ends] == [7, 7]
    assert {json.loads(stdout)["input"] for stdout, _, _ in ends} == {"text\n"}


def test_a_further_start_is_silent_and_adds_less_than_three_tenths_of_a_second(repaired):
    checkout, _ = repaired
    program = [checkout.environment / "bin" / "python", "-P", "-m", "vendorrisk", "again"]
    direct, through = [], []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(program, input=b"", stdout=subprocess.DEVNULL, check=False)
        direct.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        assert checkout.start("again").communicate("")[1] == ""
        through.append(time.perf_counter() - begun)
    assert min(through) - min(direct) < 0.3


def test_a_signal_ends_the_program_itself(repaired):
    checkout, _ = repaired
    start = checkout.start("wait")
    assert start.stdout.readline() == "waiting\n"
    start.terminate()
    start.communicate()
    assert start.returncode == -signal.SIGTERM


def test_files_where_the_person_stands_are_not_run(repaired, tmp_path):
    checkout, _ = repaired
    for name in ("seed", "json", "vendorrisk"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('run')\n", encoding="utf-8")
    stdout, stderr = checkout.start("here", cwd=tmp_path).communicate("")
    assert (json.loads(stdout)["seed"], stderr) == (True, "")
