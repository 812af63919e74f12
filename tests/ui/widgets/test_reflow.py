"""Two parts stand side by side only where both have room, and nothing ever asks for more width than one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from vendorrisk.ui.widgets.reflow import SideBySide


def part(width, height=50):
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


@pytest.fixture
def both(qtbot, theme):
    first, second = part(100), part(0)
    made = SideBySide(first, second, least=300, side=200)
    qtbot.addWidget(made)
    made.show()
    return made, first, second


@pytest.mark.parametrize(("width", "stacked"), [(516, False), (515, True), (120, True)])
def test_the_second_stands_below_where_too_little_is_left_for_the_first(both, width, stacked):
    made, first, second = both
    made.resize(width, 300)
    QApplication.processEvents()
    assert made.is_stacked is stacked
    assert second.width() == (width if stacked else 200)
    assert first.width() == (width if stacked else width - 216)


def test_it_never_asks_for_the_width_of_both_and_stacked_for_the_height_of_both(both):
    made, _first, second = both
    second.setMinimumHeight(70)
    made.resize(600, 300)
    assert (made.minimumSizeHint().width(), made.minimumSizeHint().height()) == (100, 70)
    made.resize(300, 300)
    assert (made.minimumSizeHint().width(), made.minimumSizeHint().height()) == (100, 136)


def test_larger_text_needs_more_room(both, theme):
    made, _first, _second = both
    made.resize(700, 300)
    assert not made.is_stacked
    theme.set_text_size(150)
    assert made.is_stacked


def test_a_hidden_part_takes_no_room_beside(both):
    made, first, second = both
    second.hide()
    made.resize(400, 300)
    QApplication.processEvents()
    assert first.width() == 400


def test_the_second_may_be_the_one_that_grows(qtbot, theme):
    first, second = part(150), part(0)
    made = SideBySide(first, second, least=100, second_grows=True)
    qtbot.addWidget(made)
    made.show()
    made.resize(500, 100)
    QApplication.processEvents()
    assert (first.width(), second.width()) == (150, 334)


@pytest.mark.parametrize(("width", "side"), [(600, 200), (700, 284), (900, 300)])
def test_what_is_over_goes_to_the_second_up_to_its_most(qtbot, theme, width, side):
    made = SideBySide(part(100), part(0), least=300, side=200, enough=400, side_most=300)
    qtbot.addWidget(made)
    made.show()
    made.resize(width, 100)
    QApplication.processEvents()
    assert made._parts[1].width() == side
