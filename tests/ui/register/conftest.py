"""The register in a window: over an empty register, and over one of five vendors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.vendors_page import a_vendors_context, with_five
from vendorrisk.ui.register.vendors_page import VendorsPage
from vendorrisk.ui.shell.context import Context
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.window import Window


@pytest.fixture
def context(theme) -> Context:
    """Five vendors, two of them in Germany."""
    return with_five(a_vendors_context())


@pytest.fixture
def open_window(theme, qtbot) -> Iterator[Callable[[Context], Window]]:
    """Opens windows as large as a small screen, at the register."""
    opened = []

    def open_one(context: Context) -> Window:
        window = Window(context, SPOTS)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.go("vendors")
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=1000)
        return window

    yield open_one
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window, context) -> Window:
    """A window over the five vendors."""
    return open_window(context)


@pytest.fixture
def page(window) -> VendorsPage:
    """The register in that window."""
    return window.page("vendors")


@pytest.fixture
def lone_page(theme, qtbot, context) -> VendorsPage:
    """The register without menus and other places: quicker, for the dialogs above it."""
    page = VendorsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 708)
    context.changes.happened.connect(page.reload)
    page.show()
    page.reload()
    return page
