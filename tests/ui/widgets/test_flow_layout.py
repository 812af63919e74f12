"""Widgets in a flow stand side by side without holes, and go on in a new line where one is full."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from vendorrisk.ui.widgets.flow_layout import FlowLayout

GAP, SIDE = 8, 40


@pytest.fixture
def flow(qtbot):
    """Three squares in a flow that is shown."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=GAP)
    squares = [QWidget() for _ in range(3)]
    for square in squares:
        square.setFixedSize(SIDE, SIDE)
        layout.addWidget(square)
    holder.resize(300, 100)
    holder.show()
    yield layout, squares
    holder.close()


def test_a_hidden_widget_leaves_no_gap_behind(flow):
    layout, squares = flow
    assert [one.x() for one in squares] == [0, SIDE + GAP, 2 * (SIDE + GAP)]
    whole = layout.sizeHint().width()
    squares[0].hide()
    layout.activate()
    assert [one.x() for one in squares[1:]] == [0, SIDE + GAP]
    assert layout.sizeHint().width() == whole - SIDE - GAP


def test_what_does_not_fit_starts_a_new_line(flow):
    layout, _ = flow
    assert layout.heightForWidth(3 * SIDE + 2 * GAP) == SIDE
    assert layout.heightForWidth(3 * SIDE + 2 * GAP - 1) == 2 * SIDE + GAP
