"""Which tests see a real X server: those marked x11, on the display that ./check opens for them.

They run in a process of their own with Qt on X, because Qt chooses its platform once per process; all others
run offscreen. Under a plain pytest without that display they are skipped.
"""

from __future__ import annotations

import os

import pytest

DISPLAY_VARIABLE = "VENDORRISK_TEST_DISPLAY"
SKIPPED = "needs a real X server: run ./check"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--x11",
        choices=("also", "only", "without"),
        default="also",
        help="run the tests marked x11 (default: also)",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    choice = config.getoption("--x11")
    marked = [item for item in items if item.get_closest_marker("x11")]
    others = [item for item in items if not item.get_closest_marker("x11")]
    if choice != "also":
        kept, dropped = (marked, others) if choice == "only" else (others, marked)
        config.hook.pytest_deselected(items=dropped)
        items[:] = kept
    elif not os.environ.get(DISPLAY_VARIABLE):
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=SKIPPED))
