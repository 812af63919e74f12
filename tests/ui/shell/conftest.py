"""A window over a register in memory, with two small places instead of the program's pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.support.contexts import make_context
from vendorrisk.ui.shell.doors import Doors
from vendorrisk.ui.shell.places import Spot
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.usecases.workspace.recent import RecentWorkspace


class PlainPage(Page):
    """Counts how often it was read and remembers what it was asked to show."""

    def __init__(self, context, title):
        super().__init__(PageHead(title))
        self.context = context
        self.read, self.shown = 0, []
        self.add(QLabel(title))

    def reload(self):
        self.read += 1

    def show_item(self, item):
        self.shown.append(item)


class HintingPage(PlainPage):
    hints = ("F2: edit", "Enter: open")


class SpotOf(Spot):
    """A place whose page is made here."""

    def make(self, context):
        return (HintingPage if self.key == "vendors" else PlainPage)(context, self.text or self.key)


SPOTS = (
    SpotOf(key="home", module="", page="", text="Home", drawing=Icon.HOME),
    SpotOf(key="vendors", module="", page="", text="Vendors", drawing=Icon.VENDORS, group=1),
    SpotOf(key="vendor", module="", page="", belongs_to="vendors"),
    SpotOf(key="customers", module="", page="", text="Customers", drawing=Icon.CUSTOMERS, group=1),
    SpotOf(key="settings", module="", page=""),
)


class Called:
    """Doors that remember which of them was gone through."""

    def __init__(self):
        self.through = []

    def doors(self):
        def door(name):
            return lambda *what: self.through.append((name, *what))

        recent = [
            RecentWorkspace(Path("/there/acme"), "Acme & Sons", "2026-11-20", 3, there=True),
            RecentWorkspace(Path("/gone"), "Gone", "2026-11-19", 3, there=False),
        ]
        return Doors(
            new=door("new"),
            open=door("open"),
            open_recent=door("recent"),
            restore=door("restore"),
            sample=door("sample"),
            lock=door("lock"),
            recent=lambda: recent,
            diagnostics=lambda: "diagnosed",
            licences=lambda: [("Qt 6", "LGPL-3.0")],
            guide=Path("/guide.html"),
        )


@pytest.fixture
def called():
    return Called()


@pytest.fixture
def context(called):
    context = make_context()
    context.doors = called.doors()
    return context


@pytest.fixture
def window(theme, qtbot, context):
    window = Window(context, SPOTS)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.open_first(SPOTS)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
