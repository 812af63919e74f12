"""How many certificates and reports expire in each of the coming months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor

from vendorrisk.ui.widgets.charts.chart import Chart, ChartData, ChartRow, Spot
from vendorrisk.ui.widgets.columns import Status, day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.painting import baseline, centred, draw_text, fill, nearest, smooth
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, SPACE_1, Kind
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPainter

AXIS: Final = 86
HIGHEST: Final = 62
BETWEEN: Final = 8
MONTH_BELOW: Final = 14
YEAR_BELOW: Final = 31
FOOT: Final = 40
RADIUS: Final = 2
JANUARY: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How many expire in the month that begins on `first`; the next ones are `soon`."""

    key: str
    first: date
    count: int
    soon: bool = False

    @property
    def words(self) -> str:
        """The month in one sentence for readers."""
        name = day(self.first, "MMMM yyyy")
        return tr_count("{month}: {count} expires", "{month}: {count} expire", self.count, month=name)


class ExpiryChart(Chart):
    """One column per month from zero on, with its number above and its name below."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._months: tuple[Month, ...] = ()

    def show_months(self, months: Sequence[Month]) -> None:
        """Shows other months, the earliest first."""
        self._months = tuple(months)
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the height of columns, months and years."""
        px = current_theme().px
        return QSize(px(600), px(AXIS) + px(FOOT))

    def _pitch(self) -> float:
        return self.width() / max(1, len(self._months))

    def _bar_box(self, number: int) -> QRectF:
        px = current_theme().px
        most = max((month.count for month in self._months), default=1) or 1
        height = px(HIGHEST) * self._months[number].count / most
        left = round(SPACE_1 + number * self._pitch())
        return QRectF(left, px(AXIS) - height, max(LINE, int(self._pitch()) - BETWEEN), height)

    def draw(self, painter: QPainter) -> None:
        """Draws the columns on their line."""
        theme = current_theme()
        for number, month in enumerate(self._months):
            self._draw_month(painter, number, month)
        axis = QRect(0, theme.px(AXIS), self.width(), LINE)
        fill(painter, axis, theme.tokens.control_border)

    def _draw_month(self, painter: QPainter, number: int, month: Month) -> None:
        theme, bar = current_theme(), self._bar_box(number)
        middle = (number + 0.5) * self._pitch()
        tokens, px = theme.tokens, theme.px
        colour = tokens.chips[Kind.WARN].fg if month.soon else tokens.accent
        if month.count:
            with smooth(painter):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(bar, RADIUS, RADIUS)
        above = nearest(bar.top()) - SPACE_1
        number_colour = tokens.text if month.count else tokens.text3
        _centred(painter, middle, above, str(month.count), role=FontRole.CAPTION_MEDIUM, colour=number_colour)
        below = baseline(px(AXIS) + px(MONTH_BELOW))
        name = day(month.first, "MMM")
        left = _centred(painter, middle, below, name, role=FontRole.CAPTION, colour=tokens.text2)
        if not number or month.first.month == JANUARY:
            year = baseline(px(AXIS) + px(YEAR_BELOW))
            text = str(month.first.year)
            draw_text(painter, left, year, text, role=FontRole.CAPTION_STRONG, colour=tokens.text2)

    def spots(self) -> Sequence[Spot]:
        """Returns the months from left to right, each as high as the chart."""
        px = current_theme().px
        boxes = (self._bar_box(number).toAlignedRect() for number in range(len(self._months)))
        return [
            Spot(
                key=month.key,
                words=month.words,
                box=QRect(box.left(), px(AXIS) - px(HIGHEST), box.width(), px(HIGHEST) + px(MONTH_BELOW + 8)),
            )
            for month, box in zip(self._months, boxes, strict=True)
        ]

    def data(self) -> ChartData:
        """Returns the months with their numbers."""
        rows = tuple(
            ChartRow(key=month.key, cells=(day(month.first, "MMMM yyyy"), str(month.count)))
            for month in self._months
        )
        return ChartData(titles=(tr("Month"), tr("Expire")), rows=rows)


class SoonMark(Chip):
    """What the other colour of the columns means, with how many it is about; for the heading over them."""

    def __init__(self) -> None:
        super().__init__(Status(Kind.WARN, "", chip=False))

    def tell(self, count: int, days: int) -> None:
        """Says how many end within so many calendar days; nothing where none does."""
        text = tr("{count} within {days} days", count=count, days=days)
        self.set_status(Status(Kind.WARN, text, chip=False))
        self.setVisible(count > 0)


def _centred(painter: QPainter, x: float, base: int, text: str, *, role: FontRole, colour: str) -> int:
    """Draws a text round an x and returns where it begins."""
    left = centred(x, text, role)
    draw_text(painter, left, base, text, role=role, colour=colour)
    return left
