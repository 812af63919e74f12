"""How a check ended, and how ./check prints it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_TESTS = 5  # pytest's exit code, kept for a run of both parts in which no test ran


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One check: its exit code, seconds, and for tests how many ran and how many marked x11 were skipped."""

    name: str
    code: int
    seconds: float
    tests: int = 0
    skipped_x11: int = 0
    remark: str = ""

    @property
    def line(self) -> str:
        """The check in one line."""
        word = {0: "ok", NO_TESTS: "no test"}.get(self.code, "FAILED")
        return f"{self.name:<18}{word:<8}{self.seconds:7.1f} s  {self.remark}".rstrip()


class Stopwatch:
    """Counts the seconds since it was made."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self._begun


def say(text: str) -> None:
    """Print at once, so that the lines of this process and of its children keep their order."""
    print(text, flush=True)


def verdict(outcomes: Sequence[Outcome], *, seconds: float, strict: bool) -> tuple[str, int]:
    """Return the last line and the exit code: the first failed check's, or 0.

    Strictly, as on a build server, a test skipped for want of a display is a failure too.
    """
    failed = [outcome for outcome in outcomes if outcome.code]
    skipped = sum(outcome.skipped_x11 for outcome in outcomes)
    names = [outcome.name for outcome in failed] + (["tests skipped"] if strict and skipped else [])
    beginning = f"FAILED: {', '.join(names)}" if names else f"All {len(outcomes)} checks are fine"
    code = failed[0].code if failed else int(bool(names))
    return f"{beginning}, after {seconds:.0f} s; {skipped} tests skipped for want of an X server.", code
