"""The palette: type, go down, Enter; Esc leads back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.palette import SHOWN_ROWS, CommandPalette, Entry


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(theme, qtbot, done):
    window = QWidget()
    window.field = QLineEdit()
    QVBoxLayout(window).addWidget(window.field)
    window.resize(1000, 700)
    entries = [
        Entry(section="Actions", text="New vendor", detail="Ctrl+Shift+N", run=lambda: done.append("new")),
        Entry(
            section="Actions",
            text="Go live",
            why_not="One objection is open.",
            run=lambda: done.append("live"),
        ),
        Entry(section="Vendors", text="Carrier Norte S.A.", run=lambda: done.append("norte")),
        *[Entry(section="Customers", text=f"Customer {n}", run=lambda: None) for n in range(30)],
    ]
    asked = []

    def search(text):
        asked.append(text)
        return [entry for entry in entries if text.casefold() in entry.text.casefold()]

    palette = CommandPalette(window, search)
    palette.asked, palette.window_kept = asked, window
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
    palette.unfold()
    return palette


def type_(palette, qtbot, text):
    qtbot.keyClicks(palette.line, text)


def test_it_opens_with_the_first_entry_selected_and_headings_left_out(palette):
    assert palette.selected().text == "New vendor"
    assert palette.model.entry(0) is None
    assert palette.model.data(palette.model.index(0)) == "Actions"
    assert palette.width() == 640
    assert palette.list.height() == SHOWN_ROWS * 32


def test_every_letter_searches(palette, qtbot):
    type_(palette, qtbot, "no")
    assert palette.asked[-2:] == ["n", "no"]
    assert palette.selected().text == "Carrier Norte S.A."


def test_enter_does_it_and_gives_the_focus_back(palette, qtbot, done):
    type_(palette, qtbot, "norte")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert done == ["norte"]
    assert palette.isHidden()
    assert palette.window_kept.field.hasFocus()


def test_esc_does_nothing_and_gives_the_focus_back(palette, qtbot, done):
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert done == []
    assert palette.window_kept.field.hasFocus()


def test_what_cannot_be_done_now_stays_and_says_why(palette, qtbot, done):
    type_(palette, qtbot, "go live")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()
    spoken = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Go live, One objection is open., Actions"


def test_arrow_keys_walk_over_the_headings_and_stop_at_the_ends(palette, qtbot):
    for _ in range(2):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.selected().text == "Carrier Norte S.A."
    for _ in range(5):
        qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.selected().text == "New vendor"
    for _ in range(9):
        qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.selected().text == "Customer 29"
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.selected().text == "Customer 29"


def test_a_click_does_it(palette, qtbot, done):
    box = palette.list.visualRect(palette.model.index(1))
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert done == ["new"]


def test_nothing_found_is_said(palette, qtbot):
    type_(palette, qtbot, "zzz")
    assert palette.nothing.isVisible()
    assert palette.list.isHidden()
    assert palette.selected() is None
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_can_open_with_a_text(palette):
    palette.hide()
    palette.unfold(">")
    assert palette.line.text() == ">"


def test_the_model_keeps_the_rules_of_models(palette, qtmodeltester):
    qtmodeltester.check(palette.model)


def test_all_rows_can_be_painted(palette):
    for _ in range(3):
        assert not palette.grab().isNull()
