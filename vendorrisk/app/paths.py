"""Where the program's own files lie, and where this person's files go."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def _shipped(name: str) -> Path:
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Law tables, fonts, icons, texts, letter templates."""
    return _shipped("resources")


def questionnaires() -> Path:
    """The shipped questionnaires."""
    return _shipped("questionnaires")


def state_folder() -> Path:
    """Window state, recent workspaces, crash reports: one folder per person."""
    from platformdirs import user_state_path  # noqa: PLC0415  (not needed for --help)

    return user_state_path("vendorrisk", appauthor=False)


def preferences_folder() -> Path:
    """This person's preferences."""
    from platformdirs import user_config_path  # noqa: PLC0415  (not needed for --help)

    return user_config_path("vendorrisk", appauthor=False)
