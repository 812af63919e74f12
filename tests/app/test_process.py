"""The command line as a process of its own: streams, signals, terminals, and what it must not import."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.support.calls import PASSPHRASE

SLOW = {
    "PySide6", "alembic", "openpyxl", "reportlab", "holidays", "rapidfuzz", "babel", "jinja2", "pypdf",
    "jsonschema", "ruamel", "keyring", "markdown_it",
}  # fmt: skip
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


@pytest.fixture
def shell(desk, passphrase_file):
    """Starts the program over that workspace; returns the finished process."""

    def call(*arguments, **environ):
        return subprocess.run(
            [sys.executable, "-m", "vendorrisk", *map(str, arguments)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **_variables(desk, passphrase_file), **environ},
            timeout=60,
            check=False,
        )

    return call


def _variables(desk, passphrase_file):
    return {
        "VENDORRISK_WORKSPACE": str(desk.workspace),
        "VENDORRISK_PASSPHRASE_FILE": str(passphrase_file),
        "VENDORRISK_USER": "Ana Novak",
    }


def test_a_call_answers_on_stdout_and_leaves_the_workspace_free(shell):
    added = shell(
        "vendor",
        "add",
        "--name",
        "Đuro Šarić",
        "--country",
        "HR",
        "--service",
        "SMS",
        "--purpose",
        "x",
        "--json",
    )
    assert (added.returncode, added.stderr) == (0, b"")
    listed = shell("--json", "vendor", "list")
    (vendor,) = json.loads(listed.stdout)["vendors"]
    assert (vendor["vendor"], vendor["name"]) == (json.loads(added.stdout)["vendor"], "Đuro Šarić")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_what_goes_into_a_pipe_is_utf_8_on_every_system(shell, encoding):
    call = (
        "vendor",
        "add",
        "--name",
        "Šarić 株式会社",
        "--country",
        "HR",
        "--service",
        "SMS",
        "--purpose",
        "x",
    )
    done = shell(*call, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("Šarić 株式会社: vendor ")


def test_without_a_terminal_nothing_prompts(shell):
    done = shell("vendor", "list", VENDORRISK_PASSPHRASE_FILE="")
    assert (done.returncode, done.stdout) == (5, b"")
    assert b"a key to open it was not available" in done.stderr


def test_opening_a_workspace_imports_no_qt_no_migrations_and_no_file_formats(desk, passphrase_file):
    script = (
        "import sys\n"
        "from vendorrisk.app.cli import run\n"
        "from vendorrisk.app.cli.session import Session\n"
        "code = run(['vendor', 'list'], Session())\n"
        f"print(code, sorted({SLOW!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env={**os.environ, **_variables(desk, passphrase_file)},
        check=True,
    )
    assert done.stderr.decode() == "0 []\n"


@pytest.mark.parametrize(("verb", "code"), [("vendor", 0), ("gui", 1)])
def test_without_qt_only_the_window_is_missing(desk, passphrase_file, verb, code):
    script = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from vendorrisk.app.cli import main\n"
        f"main({[verb, 'list'] if verb == 'vendor' else [verb]!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env={**os.environ, **_variables(desk, passphrase_file)},
        check=False,
    )
    assert done.returncode == code
    assert (b"Run ./start" in done.stderr) == (verb == "gui")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_without_a_display_the_window_says_so_instead_of_crashing(options):
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environ = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "vendorrisk", "gui", *options], capture_output=True, env=environ, check=False
    )
    assert done.returncode == 1
    assert b"no display here" in done.stderr


@posix
def test_an_interrupted_call_ends_with_130(desk, tmp_path):
    pipe = tmp_path / "passphrase"
    os.mkfifo(pipe)
    environ = {**os.environ, **_variables(desk, pipe)}
    with (
        subprocess.Popen(
            [sys.executable, "-m", "vendorrisk", "vendor", "list"],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child,
        pipe.open("wb"),
    ):  # it waits for the passphrase now
        out, err = _interrupted(child)
    assert (child.returncode, out) == (130, b"")
    assert b"Traceback" not in err


@posix
def test_at_a_terminal_the_passphrase_is_asked_for_and_not_shown(desk):
    import pty

    ours, theirs = pty.openpty()
    environ = {**os.environ, **_variables(desk, ""), "VENDORRISK_PASSPHRASE_FILE": ""}
    with subprocess.Popen(
        [sys.executable, "-m", "vendorrisk", "vendor", "list", "--json"],
        env=environ, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True,
    ) as child:  # fmt: skip
        os.close(theirs)
        seen = _read_until(ours, b"recovery code: ")
        os.write(ours, f"{PASSPHRASE}\n".encode())
        out, _ = child.communicate(timeout=60)
        seen += _rest(ours)
    os.close(ours)
    assert (child.returncode, json.loads(out)["vendors"]) == (0, [])
    assert PASSPHRASE.encode() not in seen


def _interrupted(child):
    """Presses Ctrl+C until it is heard: a press just before a read begins is noticed only after that read."""
    for _ in range(60):
        child.send_signal(signal.SIGINT)
        try:
            return child.communicate(timeout=1)
        except subprocess.TimeoutExpired:
            continue
    return child.communicate(timeout=1)


def _read_until(terminal, word):
    seen = b""
    while word not in seen:
        seen += os.read(terminal, 1024)
    return seen


def _rest(terminal):
    seen = b""
    try:
        while more := os.read(terminal, 1024):
            seen += more
    except OSError:  # Linux reports the end of a terminal as an error
        pass
    return seen


@posix
def test_a_reader_that_goes_away_leaves_no_traceback(shell, desk, passphrase_file):
    child = subprocess.Popen(
        [sys.executable, "-m", "vendorrisk", "vendor", "list"],
        env={**os.environ, **_variables(desk, passphrase_file)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    child.stdout.close()
    assert b"Traceback" not in child.stderr.read()
    child.stderr.close()
    child.wait(timeout=60)
