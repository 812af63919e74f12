"""A scroll bar that lies over the rows, so that a row's ground reaches the frame."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar
from shiboken6 import isValid

from vendorrisk.ui.widgets.tokens import LINE, SCROLL_BAR


class OverlayScrollBar(QScrollBar):
    """Stands for the vertical bar of a table, which itself is hidden; both always have the same value."""

    def __init__(self, table: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self._real = table.verticalScrollBar()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._real.rangeChanged.connect(self._follow_range)
        self._real.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._real.setValue)
        self._follow_range(self._real.minimum(), self._real.maximum())

    def place(self) -> None:
        """Lies down at the right edge of the rows, below the head."""
        view = self._table.viewport().geometry()
        self.setGeometry(view.right() + 1 - SCROLL_BAR, view.top() + LINE, SCROLL_BAR, view.height() - LINE)
        self._follow_range(self._real.minimum(), self._real.maximum())

    def _follow_range(self, low: int, high: int) -> None:
        if not isValid(self._real):  # a table on its way out still moves its hidden bar
            return
        self.setRange(low, high)
        self.setPageStep(self._real.pageStep())
        self.setSingleStep(self._real.singleStep())
        self.setValue(self._real.value())
        self.setVisible(high > low)
        self.raise_()
