"""All checks of the project, a line for each: lint, format, types, import contracts, tests.

./check runs this in .venv. With arguments only pytest runs, and gets them. All checks run even if one fails.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from check_report import Outcome, Stopwatch, say, verdict
from pytest_runs import WITHOUT_DOMAIN, run_every_branch, run_offscreen, run_tests, run_under_x

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ("start", "check")  # Python without the suffix by which ruff finds it
CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
TOOLS: Mapping[str, tuple[str, ...]] = {
    "ruff check": ("-m", "ruff", "check", ".", *COMMANDS),
    "ruff format": ("-m", "ruff", "format", "--check", ".", *COMMANDS),
    "mypy": ("-m", "mypy"),
    "import contracts": ("-c", CONTRACTS, "--no-logo"),
}
WORKERS = min(os.cpu_count() or 1, 4)
SIDE_BY_SIDE = ("-n", str(WORKERS), "--dist", "loadfile")


def main(args: Sequence[str]) -> int:
    """Run the checks and return the exit code of the first that failed."""
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM)
    )  # so that no display is left behind
    watch = Stopwatch()
    outcomes = run_tests(args) if args else run_everything()
    say(outcomes[-1].line)
    line, code = verdict(outcomes, seconds=watch.seconds, strict=bool(os.environ.get("CI")))
    say(line)
    return code


def run_everything() -> list[Outcome]:
    """Run all tools and all tests; pytest's closing line of the largest run comes last.

    Tests under X share one keyboard focus and mostly wait for it, and those of the domain are measured in one
    process: both run beside the tools.
    """
    with ThreadPoolExecutor() as beside:
        under_x = beside.submit(run_under_x, (WITHOUT_DOMAIN,))
        domain = beside.submit(run_every_branch)
        tools = [run_tool(name, argv) for name, argv in TOOLS.items()]
    outcomes = [*tools, *under_x.result(), domain.result()]
    return [*outcomes, run_offscreen((WITHOUT_DOMAIN, *SIDE_BY_SIDE))]


def run_tool(name: str, argv: Sequence[str]) -> Outcome:
    """Run one tool on the whole project; what it says is shown only if it finds something."""
    watch = Stopwatch()
    done = subprocess.run(
        [sys.executable, *argv], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        say(done.stdout.decode("utf-8", "replace").rstrip())
    outcome = Outcome(name=name, code=done.returncode, seconds=watch.seconds)
    say(outcome.line)
    return outcome


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
