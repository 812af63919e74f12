"""The panes of an answer review: three beside each other, two where large text leaves no room for three."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from vendorrisk.ui.diligence.review_panes import LIST, ReviewPanes
from vendorrisk.ui.widgets.theme import current_theme


@pytest.fixture
def panes(theme, qtbot):
    parts = [QWidget() for _ in range(3)]
    made = ReviewPanes(*parts)
    qtbot.addWidget(made)
    made.resize(1134, 560)
    made.show()
    made.parts = parts
    return made


def edges(panes):
    return [panes.mapFromGlobal(part.mapToGlobal(part.rect().topLeft())).toTuple() for part in panes.parts]


def test_three_panes_stand_beside_each_other(panes):
    assert not panes.is_stacked
    assert edges(panes) == [(0, 0), (308, 0), (878, 0)]


def test_the_verdict_goes_under_its_question_in_large_text_and_comes_back(panes):
    before = edges(panes)
    current_theme().set_text_size(200)
    QApplication.processEvents()
    listed, question, verdict = edges(panes)
    assert panes.is_stacked
    assert listed == (0, 0)
    assert question == (2 * LIST + 16, 0)
    assert (verdict[0], verdict[1] > question[1]) == (question[0], True)
    assert panes.parts[1].width() == panes.parts[2].width() == 1134 - 2 * LIST - 16
    current_theme().set_text_size(100)
    QApplication.processEvents()
    assert edges(panes) == before


def test_they_can_be_as_narrow_as_two_panes(panes):
    panes.resize(panes.minimumSizeHint())
    assert panes.is_stacked
