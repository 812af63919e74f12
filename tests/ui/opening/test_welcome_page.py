"""Welcome: what can be begun, and the workspaces of before, all by keyboard too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from vendorrisk.ui.opening.recent_list import shortened
from vendorrisk.ui.opening.welcome_page import STARTS, WelcomePage
from vendorrisk.usecases.workspace.recent import RecentWorkspace

ACME = RecentWorkspace(Path("/there/acme.vendorrisk"), "Acme Telecom", "2026-11-20", 62, there=True)
GONE = RecentWorkspace(Path("/gone/nordic.vendorrisk"), "Nordic Voice", "2026-10-02", 24, there=False)
OTHER = RecentWorkspace(Path("/there/b.vendorrisk"), "Baltic", "not a date", 1, there=True)


@pytest.fixture
def page(theme, qtbot):
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show()
    qtbot.waitExposed(page)
    return page


def buttons(row):
    return {button.text(): button for button in row.findChildren(QPushButton)}


def test_with_no_workspace_yet_the_keyboard_is_on_making_one(page):
    page.show_recent([])
    page.take_keyboard()
    assert page.focusWidget() is page.start_row("new")
    assert page._nothing.isVisible()


def test_with_workspaces_the_keyboard_is_on_the_newest_that_is_there(page, qtbot):
    page.show_recent([GONE, ACME, OTHER])
    page.take_keyboard()
    assert page.focusWidget() is page.recent.rows[1]
    with qtbot.waitSignal(page.recent.opened) as heard:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert heard.args == [ACME]


def test_a_row_tells_readers_company_size_date_and_place(page):
    page.show_recent([ACME])
    assert page.recent.rows[0].accessibleName() == (
        "Acme Telecom, 62 vendors, opened 20 Nov 2026, /there/acme.vendorrisk"
    )


def test_a_date_that_cannot_be_read_is_left_out(page):
    page.show_recent([OTHER])
    assert page.recent.rows[0].accessibleName() == "Baltic, 1 vendor, /there/b.vendorrisk"


def test_a_workspace_that_was_moved_is_greyed_and_can_be_located_or_taken_off(page, qtbot):
    page.show_recent([GONE])
    row = page.recent.rows[0]
    assert row.missing
    assert row.accessibleName() == "Nordic Voice, not found at /gone/nordic.vendorrisk"
    with qtbot.waitSignal(page.recent.located) as heard:
        qtbot.mouseClick(buttons(row)["Locate…"], Qt.MouseButton.LeftButton)
    assert heard.args == [GONE]
    with qtbot.waitSignal(page.recent.removed) as heard:
        qtbot.mouseClick(buttons(row)["Remove"], Qt.MouseButton.LeftButton)
    assert heard.args == [GONE]


def test_del_takes_a_workspace_off_the_list(page, qtbot):
    page.show_recent([ACME])
    with qtbot.waitSignal(page.recent.removed) as heard:
        qtbot.keyClick(page.recent.rows[0], Qt.Key.Key_Delete)
    assert heard.args == [ACME]


def test_arrow_keys_walk_the_rows_and_stop_at_the_ends(page, qtbot):
    page.show_recent([ACME, OTHER])
    page.take_keyboard()
    for key, expected in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 0)):
        qtbot.keyClick(page.focusWidget(), key)
        assert page.focusWidget() is page.recent.rows[expected]


@pytest.mark.parametrize("key", [key for key, _title, _line in STARTS])
def test_each_start_says_what_was_begun(page, qtbot, key):
    with qtbot.waitSignal(page.begun) as heard:
        qtbot.mouseClick(page.start_row(key), Qt.MouseButton.LeftButton)
    assert heard.args == [key]


def test_rows_grow_with_the_text(page, theme):
    before = page.start_row("new").sizeHint().height()
    theme.set_text_size(200)
    assert page.start_row("new").sizeHint().height() == 2 * before


def test_a_path_at_home_is_told_shortly():
    assert shortened(Path.home() / "Documents" / "a.vendorrisk") == "~/Documents/a.vendorrisk"
    assert shortened(Path("/mnt/usb/a")) == "/mnt/usb/a"
