"""From the start of the process to a painted Welcome page that answers a key, against an empty window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.rows import Row, median_of, milliseconds

RUNS = 15
ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.6


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, **{f"XDG_{kind}_HOME": home for kind in ("CONFIG", "STATE", "CACHE")}}
        env["XDG_RUNTIME_DIR"] = home
        empty, welcome = [], []
        for _ in range(RUNS):  # by turns, so that both meet the same load
            empty.append(until_it_answers("empty", env))
            welcome.append(until_it_answers("welcome", env))
    ratio = median_of(own / bare for own, bare in zip(welcome, empty, strict=True))
    platform = os.environ.get("QT_QPA_PLATFORM") or "the display's own platform"
    return [
        Row("an empty PySide6 window answers a key", median_of(empty), note=f"median of {RUNS}, {platform}"),
        Row("the Welcome page answers a key", median_of(welcome), note="alternating with the above"),
        Row("Welcome page / empty window", ratio, unit="x", limit=GOAL, note="median of the pairs"),
        Row("vendorrisk --help", median_of(_help_times()), limit=300),
    ]


def until_it_answers(which: str, env: dict[str, str]) -> float:
    start = time.perf_counter()
    argv = [sys.executable, "-m", "tests.bench.first_picture", which]
    child = subprocess.Popen(argv, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    line = child.stdout.readline()
    elapsed = (time.perf_counter() - start) * 1000
    child.communicate()
    if line != b"answered\n":
        raise SystemExit(f"the {which} window did not answer")
    return elapsed


def _help_times() -> list[float]:
    argv = [sys.executable, "-m", "vendorrisk", "--help"]
    return [
        milliseconds(lambda: subprocess.run(argv, cwd=ROOT, check=True, stdout=subprocess.DEVNULL))
        for _ in range(5)
    ]
