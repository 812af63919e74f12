"""The window goes from page to page, makes only what is shown, and comes back where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.sights import Memory, frame
from vendorrisk.ui.widgets.frame import clamped
from vendorrisk.ui.widgets.page_head import Page, PageHead


class VendorPage(Page):
    hints = ("F2: edit a fact",)

    def __init__(self):
        super().__init__(PageHead("Vendor"))
        self.shown, self.read = [], 0

    def show_item(self, item):
        self.shown.append(item)

    def reload(self):
        self.read += 1


@pytest.fixture
def window(theme, qtbot):
    window = frame()
    window.register("vendor", VendorPage, place="vendors")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.go("home")
    window.show()
    return window


def test_a_page_is_made_when_it_is_first_gone_to(window):
    assert not window.is_made("reports")
    window.go("reports")
    assert window.is_made("reports")
    assert window.stack.count() == 2
    window.go("home")
    window.go("reports")
    assert window.stack.count() == 2


def test_the_places_lead_to_their_pages(window, qtbot):
    with qtbot.waitSignal(window.gone_to) as heard:
        qtbot.mouseClick(window.nav.item("documents"), Qt.MouseButton.LeftButton)
    assert heard.args == ["documents"]
    assert window.stack.currentWidget() is window.page("documents")
    assert window.nav.item("documents").isChecked()


def test_a_page_below_a_place_marks_that_place_and_names_its_keys(window):
    window.go("vendor", 7)
    assert window.nav.item("vendors").isChecked()
    assert window.page("vendor").shown == [7]
    assert window.status._hints.text() == "F2: edit a fact"
    window.go("reports")
    assert window.status._hints.text() == ""


def test_a_page_reads_again_whenever_it_is_gone_to(window):
    window.go("vendor")
    window.go("home")
    window.go("vendor")
    assert window.page("vendor").read == 2


def test_back_and_forward_show_the_same_things_again(window):
    window.go("vendor", 7)
    window.go("vendor", 8)
    window.back()
    assert window.page("vendor").shown == [7, 8, 7]
    window.back()
    assert window.where().page == "home"
    assert window.stack.currentWidget() is window.page("home")
    window.back()
    assert window.where().page == "home"
    window.forward()
    window.forward()
    assert (window.where().page, window.where().item) == ("vendor", 8)


def test_narrow_windows_show_icons_only(window):
    assert not window.nav.folded
    window.resize(1090, 700)
    assert window.nav.folded
    window.resize(1100, 700)
    assert not window.nav.folded


def test_large_text_makes_a_window_narrow(window, theme):
    theme.set_text_size(150)
    assert window.nav.folded


def test_the_panel_at_the_right_takes_its_room_from_the_page_and_goes_with_it(window):
    page = window.stack.width()
    window.show_detail(QLabel("Carrier Norte"))
    window.centralWidget().layout().activate()
    assert window.detail_is_shown()
    assert window.stack.width() == page - 312
    window.show_detail(QLabel("Another"))
    window.hide_detail()
    assert not window.detail_is_shown()
    window.show_detail(QLabel("Again"))
    window.go("reports")
    assert not window.detail_is_shown()


def test_size_and_place_are_remembered(theme, qtbot):
    store = Memory()
    first = frame(store)
    qtbot.addWidget(first)
    first.setGeometry(30, 40, 1024, 660)
    first.show()
    with qtbot.waitSignal(first.closing):
        first.close()
    second = frame(store)
    qtbot.addWidget(second)
    assert second.size() == first.size()


@pytest.mark.parametrize("kept", ["", "no geometry at all", "AAAA"])
def test_a_window_opens_also_without_a_usable_memory(theme, qtbot, kept):
    store = Memory()
    store.put("window.geometry", kept)
    window = frame(store)
    qtbot.addWidget(window)
    assert window.width() >= 1024
    assert window.height() >= 640


SCREENS = [QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)]


@pytest.mark.parametrize(
    ("window", "shown"),
    [
        (QRect(100, 100, 1280, 800), QRect(100, 100, 1280, 800)),
        (QRect(2000, 50, 1100, 700), QRect(2000, 50, 1100, 700)),
        (QRect(5000, 100, 1280, 800), QRect(0, 0, 1280, 800)),
        (QRect(1890, 1050, 1280, 800), QRect(0, 0, 1280, 800)),
        (QRect(100, -300, 1280, 800), QRect(0, 0, 1280, 800)),
        (QRect(-9000, 0, 4000, 3000), QRect(0, 0, 1920, 1080)),
    ],
)
def test_a_window_is_never_out_of_sight(window, shown):
    assert clamped(window, SCREENS) == shown


def test_the_search_box_asks_for_the_palette(window, qtbot):
    with qtbot.waitSignal(window.search_wanted):
        qtbot.mouseClick(window.top.search, Qt.MouseButton.LeftButton)
    assert window.top.search.accessibleName() == "Search or go to, Ctrl+K"


def test_the_keyboard_is_on_the_page_after_going_there(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = Page(PageHead("Change", back_to="Changes"))
    field = QLineEdit()
    page.add(field)
    page.start_at(field)
    window.register("asked", lambda: page, place="changes")
    window.go("asked")
    assert field.hasFocus()


def test_the_keyboard_comes_back_to_where_it_was_on_the_page(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("controls")
    field = window.findChildren(QLineEdit)[0]
    field.setFocus()
    window.go("home")
    window.back()
    assert field.hasFocus()
