"""The report of a bug: where in the program, never what was in the data."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from vendorrisk import __version__
from vendorrisk.app import paths

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.outside import Outside


def keep_report(bug: BaseException, outside: Outside) -> Path:
    """Writes the report into this person's state folder and returns its path.

    The exception's own text is left out: it may carry a name or an answer.
    """
    folder = paths.state_folder() / "crashes"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{outside.now():%Y%m%dT%H%M%S%fZ}.txt"
    path.write_text(report_text(bug), encoding="utf-8")
    return path


def report_text(bug: BaseException) -> str:
    """Version, system, kind of error, and the places in the code, innermost last."""
    frames = traceback.extract_tb(bug.__traceback__)
    places = "\n".join(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
    chained = bug.__cause__ or bug.__context__
    inner = f"\ncaused by\n{report_text(chained)}" if chained else ""
    system = f"Python {sys.version.split()[0]}, {platform.system()} {platform.machine()}"
    return f"vendorrisk {__version__}, {system}\n{type(bug).__name__}\n{places}\n{inner}"


def _short(filename: str) -> str:
    parts = filename.replace("\\", "/").split("/")
    return "/".join(parts[-3:])
