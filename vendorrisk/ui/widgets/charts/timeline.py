"""What happened to a vendor, the latest on top: date, mark, event, detail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor

from vendorrisk.ui.widgets.charts.chart import Chart, ChartData, ChartRow, Spot
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.marks import draw_mark
from vendorrisk.ui.widgets.painting import baseline, draw_text, nearest, smooth
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.words import joined, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPainter

    from vendorrisk.ui.widgets.tokens import Kind

PITCH: Final = 43.5
FIRST: Final = 20
FOOT: Final = 20
MARK_AT: Final = 113
MARK_SIZE: Final = 11
TEXT_AT: Final = 132
TITLE_RISES: Final = 9
DETAIL_FALLS: Final = 10
AIR: Final = 7.5
LINE_WIDTH: Final = 2
DATE_ROOM: Final = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened on a day."""

    key: str
    day: date
    kind: Kind
    title: str
    detail: str = ""


class Timeline(Chart):
    """Draws events evenly: the dates say how long it took, the line is interrupted round the marks."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._events: tuple[Event, ...] = ()

    def show_events(self, events: Sequence[Event]) -> None:
        """Shows other events, the latest first."""
        self._events = tuple(events)
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the height of all events."""
        px = current_theme().px
        height = self._centre(len(self._events) - 1) + px(FOOT) if self._events else px(FIRST)
        return QSize(px(320), round(height))

    def _centre(self, number: int) -> float:
        scale = current_theme().px(1000) / 1000
        return scale * (FIRST + number * PITCH)

    def draw(self, painter: QPainter) -> None:
        """Draws the line first, then every event."""
        theme = current_theme()
        x = theme.px(MARK_AT)
        air = AIR * theme.px(1000) / 1000
        with smooth(painter):
            for number in range(len(self._events) - 1):
                top, bottom = self._centre(number) + air, self._centre(number + 1) - air
                line = QRectF(x - LINE_WIDTH / 2, top, LINE_WIDTH, bottom - top)
                painter.fillRect(line, QColor(theme.tokens.separator))
        for number, event in enumerate(self._events):
            self._draw_event(painter, self._centre(number), event)

    def _draw_event(self, painter: QPainter, at: float, event: Event) -> None:
        px, tokens, centre = current_theme().px, current_theme().tokens, nearest(at)
        small, colour = FontRole.CAPTION, tokens.text2
        draw_text(
            painter, 0, baseline(centre), day(event.day), role=small, colour=colour, width=px(DATE_ROOM)
        )
        draw_mark(painter, event.kind, QPointF(px(MARK_AT), centre), size=px(MARK_SIZE))
        left = px(TEXT_AT)
        room = self.width() - left
        title = baseline(centre - px(TITLE_RISES) if event.detail else centre)
        draw_text(painter, left, title, event.title, role=FontRole.MEDIUM, width=room)
        detail = baseline(centre + px(DETAIL_FALLS))
        draw_text(painter, left, detail, event.detail, role=small, colour=colour, width=room)

    def spots(self) -> Sequence[Spot]:
        """Returns the events from top to bottom."""
        height = round(current_theme().px(1000) / 1000 * PITCH) - 2
        return [
            Spot(
                key=event.key,
                words=joined(day(event.day), event.title, event.detail),
                box=QRect(0, nearest(self._centre(number)) - height // 2, self.width(), height),
                lane=number,
            )
            for number, event in enumerate(self._events)
        ]

    def data(self) -> ChartData:
        """Returns the events with their days."""
        rows = tuple(
            ChartRow(key=event.key, cells=(day(event.day), event.title, event.detail))
            for event in self._events
        )
        return ChartData(titles=(tr("Date"), tr("Event"), tr("Detail")), rows=rows)
