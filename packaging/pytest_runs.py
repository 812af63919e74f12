"""The tests in runs: `domain` branch by branch, those marked x11 on a display, all others offscreen."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from check_report import NO_TESTS, Outcome, Stopwatch, say
from display import DisplayFailed, is_possible, own_display

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".check"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
# What is compiled once serves all workers, all programs that tests start, and the next run; an empty value
# undoes what a machine may have set for itself, and with it a minute of compiling.
COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(WORK / "compiled")}
# pytest-xvfb, where somebody installed it, would put a display of its own in the place of ours.
PLUGINS = ("-p", "tests.support.x11", "-p", "no:xvfb")
DOMAIN = "tests/domain"
WITHOUT_DOMAIN = f"--ignore={DOMAIN}"
EVERY_BRANCH = (
    "--cov=vendorrisk.domain", "--cov-branch", "--cov-fail-under=100",
    "--cov-report=term-missing:skip-covered",
)  # fmt: skip
SKIPPED = "needs a real X server"  # how tests/support/x11.py begins its reason


def run_tests(args: Sequence[str]) -> list[Outcome]:
    """Run the tests that the arguments choose; pytest's closing line of the larger run comes last."""
    return _with_a_test([*run_under_x(args), run_offscreen(args)])


def run_under_x(args: Sequence[str]) -> list[Outcome]:
    """Run the tests marked x11 on a display of their own, where one can be had; the output is one line."""
    if not is_possible():
        return []
    WORK.mkdir(exist_ok=True)
    watch = Stopwatch()
    try:
        with own_display(WORK) as name:
            env = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": name, "VENDORRISK_TEST_DISPLAY": name}
            outcome = _pytest("pytest under X", ["--x11", "only", *args], env, quiet=True)
    except DisplayFailed as problem:
        outcome = Outcome(name="pytest under X", code=1, seconds=watch.seconds, remark=str(problem))
    say(outcome.line)
    return [outcome]


def run_offscreen(args: Sequence[str]) -> Outcome:
    """Run all other tests; without a display those marked x11 are among them, and skipped."""
    WORK.mkdir(exist_ok=True)
    others = ("--x11", "without") if is_possible() else ()
    return _pytest("pytest", [*others, *args], OFFSCREEN)


def run_every_branch() -> Outcome:
    """Run the tests of `domain`, which have to reach each of its branches: a rule untried is no rule."""
    WORK.mkdir(exist_ok=True)
    outcome = _pytest("pytest domain", [DOMAIN, *EVERY_BRANCH], OFFSCREEN, quiet=True)
    say(outcome.line)
    return outcome


def _pytest(name: str, args: Sequence[str], env: Mapping[str, str], *, quiet: bool = False) -> Outcome:
    """Run pytest once; quietly, its output is shown only if it fails, and its closing line is the remark."""
    watch = Stopwatch()
    results = WORK / f"{name.replace(' ', '-')}.xml"
    results.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *PLUGINS, f"--junitxml={results}", *args],
        cwd=ROOT,
        env={**os.environ, **COMPILED, **env},
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        check=False,
    )
    output = (done.stdout or b"").decode("utf-8", "replace").rstrip()
    if output and done.returncode not in {0, NO_TESTS}:
        say(output)
    tests, skipped = _counts(results)
    return Outcome(
        name=name,
        code=done.returncode,
        seconds=watch.seconds,
        tests=tests,
        skipped_x11=skipped,
        remark=output.rpartition("\n")[2].strip("= "),
    )


def _counts(results: Path) -> tuple[int, int]:
    """Return how many tests there were, and how many were skipped for want of a display."""
    if not results.is_file():
        return 0, 0
    cases = list(Xml.parse(results).getroot().iter("testcase"))
    reasons = [skip.get("message", "") for case in cases for skip in case.iter("skipped")]
    return len(cases), sum(reason.startswith(SKIPPED) for reason in reasons)


def _with_a_test(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Forgive a run for having no test, unless no run had one."""
    if not any(outcome.tests for outcome in outcomes):
        return list(outcomes)
    return [replace(outcome, code=0) if outcome.code == NO_TESTS else outcome for outcome in outcomes]
