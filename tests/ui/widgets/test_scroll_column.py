"""A column that scrolls keeps its panels where they are, and comes to rest at every size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.scroll_column import ScrollColumn
from vendorrisk.ui.widgets.tokens import SCROLL_BAR

WIDTH, HEIGHT, MARGIN = 400, 300, 16


@pytest.fixture
def column(theme, qtbot):
    """A column with one panel."""
    content, panel = QWidget(), QWidget()
    inside = QVBoxLayout(content)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(panel)
    inside.addStretch(1)
    area = ScrollColumn(content, margin=MARGIN)
    area.resize(WIDTH, HEIGHT)
    area.show()
    yield area, panel
    area.close()


def test_panels_keep_their_edge_when_the_scroll_bar_comes(column, qtbot):
    area, panel = column
    edge = WIDTH - MARGIN - 1
    assert panel.mapTo(area, panel.rect().topRight()).x() == edge
    bare = area.verticalScrollBar().grab().toImage()
    panel.setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: panel.mapTo(area, panel.rect().topRight()).x() == edge)
    assert area.verticalScrollBar().grab().toImage() != bare


def test_what_is_a_little_too_wide_and_just_as_high_as_there_is_room_comes_to_rest(column, qtbot):
    """Where one bar made room for the other and took it away again, the program ended."""
    area, panel = column
    panel.setMinimumWidth(WIDTH - MARGIN + 2)
    qtbot.waitUntil(area.horizontalScrollBar().isVisible)
    for height in range(HEIGHT - 2 * SCROLL_BAR, HEIGHT + 1):
        panel.setMinimumHeight(height)
        panel.parentWidget().layout().activate()
        QApplication.processEvents()
        assert (area.verticalScrollBar().maximum() > 0) == (height > area.viewport().height())
