"""Which tests see a real X server: those marked x11, on the display that ./check opens for them.

They run in a process of their own with Qt on X, because Qt chooses its platform once per process; all others
run offscreen. Under a plain pytest without that display they are skipped.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DISPLAY_VARIABLE = "VENDORRISK_TEST_DISPLAY"
MARK = "x11"
SKIPPED = "needs a real X server: run ./check"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--x11",
        choices=("also", "only", "without"),
        default="also",
        help="run the tests marked x11 (default: also)",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Spare the run under X from importing every other test file."""
    is_test = collection_path.match("test_*.py") and config.getoption("--x11") == "only"
    return True if is_test and not names_the_mark(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    choice = config.getoption("--x11")
    marked = [item for item in items if item.get_closest_marker(MARK)]
    others = [item for item in items if not item.get_closest_marker(MARK)]
    for path in {item.path for item in marked}:
        if not names_the_mark(path):
            raise pytest.UsageError(
                f"{path} has tests marked {MARK} but never says so: the run under X misses them"
            )
    if choice != "also":
        kept, dropped = (marked, others) if choice == "only" else (others, marked)
        config.hook.pytest_deselected(items=dropped)
        items[:] = kept
    elif not os.environ.get(DISPLAY_VARIABLE):
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=SKIPPED))


def names_the_mark(path: Path) -> bool:
    return MARK in path.read_text(encoding="utf-8")
