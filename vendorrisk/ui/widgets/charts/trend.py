"""The line of six quarters beside a figure: no axis, no labels, only where it has been heading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from vendorrisk.ui.widgets.charts.line import LineChart

WIDTH = 104
HEIGHT = 28
LINE_HEIGHT = 20
LEFT = 4
RIGHT = 7


class TrendLine(LineChart):
    """A small line; the figure beside it says the value."""

    thickness = 1.8
    dot = 3.5

    def sizeHint(self) -> QSize:
        """Has one size, whatever the text size: it holds no text."""
        return QSize(WIDTH, HEIGHT)

    def plot(self) -> QRectF:
        """Returns the middle of the widget, with room for the dot."""
        top = (self.height() - LINE_HEIGHT) / 2
        return QRectF(LEFT, top, self.width() - LEFT - RIGHT, LINE_HEIGHT)
