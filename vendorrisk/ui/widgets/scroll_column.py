"""A column of panels that scrolls without moving: its bar lies in the margin at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from vendorrisk.ui.widgets.tokens import SCROLL_BAR

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ScrollColumn(QScrollArea):
    """Shows `content` with `margin` pixels free at its right, in which the scroll bar appears if it must.

    The bar has its room whether it is seen or not. Room that came and went with it would change what needs
    scrolling, and with it the bar, without an end.
    """

    def __init__(self, content: QWidget, *, margin: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(_BarIfNeeded(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        content.setProperty("page", "true")
        margins = content.contentsMargins()
        margins.setRight(margin - SCROLL_BAR)
        content.setContentsMargins(margins)
        self.setWidget(content)


class _BarIfNeeded(QScrollBar):
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
