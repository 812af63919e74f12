"""A column of panels that scrolls without moving: its bar lies in the margin at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vendorrisk.ui.widgets.tokens import SCROLL_BAR


class ScrollColumn(QScrollArea):
    """Shows `content` with `margin` pixels free at its right, in which the scroll bar appears if it must."""

    def __init__(self, content: QWidget, *, margin: int) -> None:
        super().__init__()
        self._content = content
        self._margin = margin
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setProperty("page", "true")
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def _make_room(self, _low: int, high: int) -> None:
        margins = self._content.contentsMargins()
        margins.setRight(self._margin - (SCROLL_BAR if high > 0 else 0))
        self._content.setContentsMargins(margins)
