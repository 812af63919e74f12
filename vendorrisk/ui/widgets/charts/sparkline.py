"""A score over the years: a line with its first and last value said, and the years below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from vendorrisk.ui.widgets.charts.line import LineChart
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.painting import baseline, centred, draw_text
from vendorrisk.ui.widgets.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

WIDTH = 208
HEIGHT = 70
LEFT = 24
RIGHT = 28
TOP = 12
FALLS = 7
"""Room for the first value where the line falls from it."""
LINE_HEIGHT = 27.25
YEARS_BELOW = 21
VALUE_ABOVE = 11
VALUE_BESIDE = 10
VALUE_LEFT = 4


class Sparkline(LineChart):
    """Names its two ends, so that no axis is needed."""

    def sizeHint(self) -> QSize:
        """Returns the line's height with the years below it."""
        return QSize(current_theme().px(WIDTH), current_theme().px(HEIGHT))

    def plot(self) -> QRectF:
        """Returns the middle, with room for the first value above and the last one beside the line."""
        px = current_theme().px
        lower = FALLS if self._begins_highest() else 0
        height = (LINE_HEIGHT - lower) * px(100) / 100
        return QRectF(px(LEFT), px(TOP + lower), self.width() - px(LEFT) - px(RIGHT), height)

    def _begins_highest(self) -> bool:
        """Whether the first value, which is said above the line, stands at its very top."""
        values = [point.value for point in self.points]
        return len(values) > 1 and values[0] == max(values) > values[-1]

    def draw(self, painter: QPainter) -> None:
        """Draws the line and says its two ends."""
        super().draw(painter)
        points, places, px = self.points, self.places(), current_theme().px
        if not points:
            return
        tokens, last = current_theme().tokens, places[-1]
        years = baseline(round(self.plot().bottom()) + px(YEARS_BELOW))
        ends = {0, len(points) - 1}
        for number in ends:
            _centred(painter, places[number].x(), years, points[number].when, colour=tokens.text3)
        beside = round(last.x()) + px(VALUE_BESIDE)
        value = f"{points[-1].value:g}"
        draw_text(painter, beside, baseline(round(last.y())), value, role=FontRole.CAPTION_STRONG)
        if len(points) > 1:
            above = baseline(round(places[0].y()) - px(VALUE_ABOVE))
            _centred(painter, places[0].x() - VALUE_LEFT, above, f"{points[0].value:g}", colour=tokens.text2)


def _centred(painter: QPainter, x: float, base: int, text: str, *, colour: str) -> None:
    left = centred(x, text, FontRole.CAPTION)
    draw_text(painter, left, base, text, role=FontRole.CAPTION, colour=colour)
