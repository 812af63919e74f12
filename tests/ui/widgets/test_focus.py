"""The ring is seen wherever the keyboard is, and stays out of the way of the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import link, primary, secondary
from vendorrisk.ui.widgets.focus import FocusRing
from vendorrisk.ui.widgets.tokens import LIGHT


@pytest.fixture
def window(theme, qtbot):
    whole = QWidget()
    column = QVBoxLayout(whole)
    whole.first, whole.second, whole.field, whole.verb = (
        primary("Create"),
        secondary("Export"),
        QLineEdit(),
        link("Why"),
    )
    for widget in (whole.first, whole.second, whole.field, whole.verb):
        column.addWidget(widget)
    whole.ring = FocusRing(whole)
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    return whole


def test_the_ring_has_two_pixels_of_air_round_the_button(window):
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.isVisible()
    assert window.ring.geometry() == window.first.geometry().adjusted(-4, -4, 4, 4)
    image = window.grab().toImage()
    left, middle = window.first.x(), window.first.geometry().center().y()
    across = [image.pixelColor(left + step, middle).name().upper() for step in (-4, -3, -2, -1, 0)]
    assert across == [LIGHT.accent, LIGHT.accent, LIGHT.window, LIGHT.window, LIGHT.accent]


def test_the_ring_goes_with_the_focus_and_leaves_fields_alone(window):
    window.first.setFocus(Qt.FocusReason.TabFocusReason)
    window.second.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.target is window.second
    window.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.target is None
    assert window.ring.isHidden()


def test_after_a_click_there_is_no_ring(window, qtbot):
    qtbot.mousePress(window.first, Qt.MouseButton.LeftButton)
    hidden = window.ring.isHidden()
    qtbot.mouseRelease(window.first, Qt.MouseButton.LeftButton)
    window.field.setFocus()
    assert hidden or window.ring.target is None


def test_the_ring_of_a_link_does_not_touch_its_neighbours(window):
    window.verb.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ring.geometry() == window.verb.geometry()


def test_the_ring_follows_a_button_that_moves_and_hides_with_it(window):
    window.second.setFocus(Qt.FocusReason.TabFocusReason)
    window.second.move(window.second.pos() + QPoint(10, 0))
    assert window.ring.geometry() == window.second.geometry().adjusted(-4, -4, 4, 4)
    window.second.setEnabled(False)
    assert window.ring.isHidden()


def test_the_ring_lets_go_of_a_button_that_is_deleted(window, qtbot):
    window.second.setFocus(Qt.FocusReason.TabFocusReason)
    window.second.deleteLater()
    qtbot.waitUntil(lambda: window.ring.target is not window.second)


def test_the_ring_is_not_drawn_over_what_lies_outside_a_scrolled_area(theme, qtbot):
    area = QScrollArea()
    inner = QWidget()
    column = QVBoxLayout(inner)
    buttons = [secondary(f"Button {number}") for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inner)
    ring = FocusRing(area)
    area.resize(200, 120)
    qtbot.addWidget(area)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.target is buttons[0])
    area.verticalScrollBar().setValue(20)
    view = QRect(area.viewport().mapTo(area, QPoint(0, 0)), area.viewport().size())
    assert view.contains(ring.geometry())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert ring.isHidden()


def test_areas_that_scroll_and_sheets_of_paper_have_the_ring_along_their_edge(theme, qtbot):
    whole = QWidget()
    column = QVBoxLayout(whole)
    area, paper, plain = QScrollArea(), QWidget(), QWidget()
    paper.setProperty("ring", "edge")
    for widget in (area, paper, plain):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(widget)
    ring = FocusRing(whole)
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    for widget in (area, paper):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring.geometry() == widget.geometry()
    plain.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isHidden()
