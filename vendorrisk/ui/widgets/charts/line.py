"""Values over time as one line: from the least to the most, with the last value as a dot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from vendorrisk.ui.widgets.charts.chart import Chart, ChartData, ChartRow, Spot
from vendorrisk.ui.widgets.painting import smooth
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

REACH = 6
"""How far round a point the pointer still means it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value: what it opens, when it was, how much, and how it is said ("94 %", "72 of 100")."""

    key: str
    when: str
    value: float
    said: str


class LineChart(Chart):
    """Draws its points evenly from left to right; a value that is missing has no point."""

    thickness = 2.0
    dot = 4.0

    def __init__(self, *, name: str, what: str) -> None:
        """Takes the name for readers and what is measured, the title of the table's second column."""
        super().__init__(name=name)
        self._what = what
        self._points: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """What is shown, the oldest first."""
        return self._points

    def show_points(self, points: Sequence[Point]) -> None:
        """Shows other values."""
        self._points = tuple(points)
        self.rebuild()

    def plot(self) -> QRectF:
        """Returns where the line may run: the least value on the lower edge, the most on the upper."""
        raise NotImplementedError

    def places(self) -> list[QPointF]:
        """Returns where the points lie."""
        box, values = self.plot(), [point.value for point in self._points]
        if not values:
            return []
        low, high = min(values), max(values)
        width = box.width() / (len(values) - 1) if len(values) > 1 else 0.0
        height = box.height() / (high - low) if high > low else 0.0
        level = box.bottom() if high > low else box.center().y()
        return [
            QPointF(box.left() + number * width, level - (value - low) * height)
            for number, value in enumerate(values)
        ]

    def draw(self, painter: QPainter) -> None:
        """Draws the line and the dot of the last value."""
        places = self.places()
        if not places:
            return
        with smooth(painter):
            pen = QPen(QColor(current_theme().tokens.accent), self.thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(places))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            painter.drawEllipse(places[-1], self.dot, self.dot)

    def spots(self) -> Sequence[Spot]:
        """Returns the points from left to right."""
        return [
            Spot(
                key=point.key,
                words=tr("{when}: {value}", when=point.when, value=point.said),
                box=QRect(round(place.x()) - REACH, round(place.y()) - REACH, 2 * REACH, 2 * REACH),
            )
            for point, place in zip(self._points, self.places(), strict=True)
        ]

    def data(self) -> ChartData:
        """Returns the values with their dates."""
        rows = tuple(ChartRow(key=point.key, cells=(point.when, point.said)) for point in self._points)
        return ChartData(titles=(tr("When"), self._what), rows=rows)
