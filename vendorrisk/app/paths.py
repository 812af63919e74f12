"""Where the program's own files lie, and where this person's files go."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_SYSTEM: str = sys.platform
_PACKAGE = Path(__file__).parents[1]


def _shipped(name: str) -> Path:
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Law tables, fonts, icons, texts, letter templates."""
    return _shipped("resources")


def pdf_fonts() -> Path:
    """The fonts of letters and reports."""
    return resources() / "fonts" / "noto"


def questionnaires() -> Path:
    """The shipped questionnaires."""
    return _shipped("questionnaires")


def state_folder() -> Path:
    """Window state, recent workspaces, crash reports: one folder per person."""
    return _of_person("state", "XDG_STATE_HOME", ".local/state")


def preferences_folder() -> Path:
    """This person's preferences."""
    return _of_person("config", "XDG_CONFIG_HOME", ".config")


def meeting_folder() -> Path:
    """Where a second start finds a running program of this person; its path must be short for a socket."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return runtime / "vendorrisk" if runtime.is_absolute() else state_folder() / "run"


def _of_person(kind: str, variable: str, otherwise: str) -> Path:
    """A folder of this person. On Linux it is named here: platformdirs says the same, 20 ms later."""
    if _SYSTEM == "linux":
        named = Path(os.environ.get(variable, "").strip())
        return (named if named.is_absolute() else Path.home() / otherwise) / "vendorrisk"
    import platformdirs  # noqa: PLC0415  (slow import)

    folder: Path = getattr(platformdirs, f"user_{kind}_path")("vendorrisk", appauthor=False)
    return folder
