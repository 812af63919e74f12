"""Check 37, on a real desktop (x11): the Tab key goes through places as the eye does, and is seen."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QScrollArea, QWidget

from tests.support.stocked_context import a_stocked_context, for_another_window
from vendorrisk.domain.register.records import Location
from vendorrisk.ui.register.record_dialog import add_record
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.table import Table

pytestmark = pytest.mark.x11

BUILT = [spot for spot in SPOTS if find_spec(f"vendorrisk.ui.{spot.module}")]
PLACES = [spot.key for spot in BUILT if spot.key != "settings"]
MOST_STOPS = 80
ROW = 16
"""Pixels: what lies no higher than this above another thing is beside it."""


@pytest.fixture(scope="module")
def ground(whole_theme):
    return a_stocked_context()


@pytest.fixture
def window(ground, theme, qtbot):
    context, items = ground
    made = Window(for_another_window(context), BUILT)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=10_000)
    made.items = items
    return made


def stops(window, qtbot, place):
    """Where the keyboard comes to in a page by the Tab key, from its first stop to its last."""
    window.go(place, window.items.get(place))
    QApplication.processEvents()
    window.nav.setFocus()
    found, page = [], window.page(place)
    for _ in range(MOST_STOPS):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is not None and page.isAncestorOf(here):
            if found and here is found[0]:
                break
            found.append(here)
        elif found:
            break
    return found


def box(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def scroll_to(widget):
    """Brings a widget into sight, as the Tab key does."""
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QScrollArea):
            step.ensureWidgetVisible(widget)
        step = step.parentWidget()


def picture(window):
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    return image


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_goes_on_as_the_eye_does_and_out_again(window, qtbot, place):
    found = stops(window, qtbot, place)
    assert found
    assert len(found) == len(set(found)), "the Tab key turns in a circle"
    backwards = [
        (one.accessibleName() or type(one).__name__, other.accessibleName() or type(other).__name__)
        for one, other in pairwise(found)
        if box(window, other).bottom() < box(window, one).top() - ROW
        and box(window, other).left() <= box(window, one).left()
    ]
    assert backwards == []


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_passes_over_nothing(window, qtbot, place):
    found = stops(window, qtbot, place)
    can = [
        one
        for one in window.page(place).findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    ]
    missed = {one for one in can if one.focusProxy() is None and one not in found}
    assert [(type(one).__name__, one.accessibleName()) for one in missed] == []


@pytest.mark.parametrize("place", PLACES)
def test_where_the_keyboard_is_can_be_seen(window, qtbot, place):
    unseen = []
    for one in stops(window, qtbot, place):
        scroll_to(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        there = picture(window)
        one.clearFocus()
        QApplication.processEvents()
        if isinstance(one, QLineEdit):
            continue  # its caret and its edge are told by the tests of fields
        if picture(window) == there:
            unseen.append((type(one).__name__, one.accessibleName()))
    assert unseen == []


def test_the_tab_key_leaves_every_table(window, qtbot):
    for place in PLACES:
        window.go(place, window.items.get(place))
        QApplication.processEvents()
        for table in window.page(place).findChildren(Table):
            if table.isVisible():
                table.setFocus()
                qtbot.keyClick(table, Qt.Key.Key_Tab)
                assert QApplication.focusWidget() is not table, (place, table.accessibleName())


def test_esc_folds_the_palette_and_gives_the_keyboard_back(window, qtbot):
    for place in PLACES:
        window.go(place, window.items.get(place))
        QApplication.processEvents()
        before = QApplication.focusWidget()
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda before=before: QApplication.focusWidget() is not before)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda before=before: QApplication.focusWidget() is before)


def folds(window, qtbot, unfold, stands_above=QApplication.activePopupWidget):
    """Unfolds something, leaves it with Esc; returns whether the keyboard is where it was before."""
    before = QApplication.focusWidget()
    assert before is not None
    unfold()
    qtbot.waitUntil(lambda: stands_above() is not None, timeout=5_000)
    QApplication.processEvents()
    above = QApplication.activePopupWidget() or QApplication.focusWidget() or stands_above()
    qtbot.keyClick(above, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: stands_above() is None, timeout=5_000)
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    QApplication.processEvents()
    return QApplication.focusWidget() is before


def dialog_above():
    """The dialog in front of the window; it has to be active to take keys."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return found[0] if found and found[0].isActiveWindow() else None


def test_esc_folds_every_menu_button_of_a_head_and_gives_the_keyboard_back(window, qtbot):
    seen = 0
    for place in PLACES:
        window.go(place, window.items.get(place))
        QApplication.processEvents()
        for button in window.page(place).head.findChildren(QPushButton):
            if button.isVisible() and button.isEnabled() and button.menu() is not None:
                button.setFocus()
                assert folds(window, qtbot, lambda one=button: press_later(qtbot, one)), place
                seen += 1
    assert seen >= 3


def press_later(qtbot, button):
    """Presses a button by key; a menu blocks whoever opens it, so that is left to the next event."""
    QTimer.singleShot(0, button, lambda: qtbot.keyClick(button, Qt.Key.Key_Space))


@pytest.mark.parametrize(
    ("place", "command"),
    [("vendors", "vendor.new"), ("customers", "customer.new"), ("vendor", "vendor.edit")],
)
def test_esc_leaves_a_form_and_gives_the_keyboard_back(window, qtbot, place, command):
    window.go(place, window.items.get(place))
    QApplication.processEvents()
    assert folds(window, qtbot, lambda: window.commands.run(command), dialog_above)


def test_esc_folds_the_month_and_leaves_the_form_open(window, qtbot):
    window.go("vendor", window.items["vendor"])
    add_record(window.context, window, Location, "Location", ["valid_from"], engagement_id="e1")
    qtbot.waitUntil(lambda: dialog_above() is not None, timeout=5_000)
    form = dialog_above()
    day = form.form.field("valid_from")
    day.button.setFocus()
    qtbot.keyClick(day.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=5_000)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None, timeout=5_000)
    assert form.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is day.button, timeout=5_000)
    qtbot.keyClick(day.button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog_above() is None, timeout=5_000)
