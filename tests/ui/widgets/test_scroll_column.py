from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vendorrisk.ui.widgets.scroll_column import ScrollColumn


def test_panels_keep_their_edge_when_the_scroll_bar_comes(theme, qtbot):
    content, panel = QWidget(), QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    column.addStretch(1)
    area = ScrollColumn(content, margin=16)
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    assert panel.mapTo(area, panel.rect().topRight()).x() == 400 - 16 - 1
    panel.setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: panel.mapTo(area, panel.rect().topRight()).x() == 400 - 16 - 1)
