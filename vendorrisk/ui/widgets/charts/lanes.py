"""The coming weeks as lanes: what falls due on which day, how long notices run, when nobody is there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from vendorrisk.ui.widgets.charts.calendar import calendar_data
from vendorrisk.ui.widgets.charts.chart import Chart, Spot
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.marks import draw_mark
from vendorrisk.ui.widgets.painting import CENTRE, baseline, centred, draw_text, fill, smooth, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import BAR_RADIUS, LINE, PANEL_PADDING, SPACE_2, Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.ui.widgets.charts.calendar import Calendar, ClosedDays, Lane, LaneMark, Window
    from vendorrisk.ui.widgets.charts.chart import ChartData

LABELS: Final = 96
"""Room for the titles of the lanes, left of the first day."""
TOP: Final = 39
HEADING_CENTRE: Final = 21
LANE: Final = 26
WINDOW_ROW: Final = 22
WINDOW_HEIGHT: Final = 18
WINDOWS_PADDING: Final = 8
LEAST_WINDOW_ROWS: Final = 2
TICK: Final = 4
AXIS: Final = 26
MARK_SIZE: Final = 12
COUNT_GAP: Final = 9
END_WIDTH: Final = 2
WEEK: Final = 7
MOST_GROWTH: Final = 3.5
"""How much higher than usual a lane becomes where there is room; beyond that marks lose their titles."""


class LanesChart(Chart):
    """Draws a Calendar with its heading, as wide as the panel it lies in; lanes share out spare height."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self._note = ""
        self._calendar: Calendar | None = None

    def show_calendar(self, calendar: Calendar, *, note: str = "") -> None:
        """Shows other days; `note` names them beside the heading."""
        self._calendar = calendar
        self._note = note
        self.rebuild()

    def sizeHint(self) -> QSize:
        """Returns the height of all lanes and the axis."""
        return QSize(720, self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Is never lower than that."""
        return QSize(0, self._least_height())

    # Geometry.

    def at(self, when: date) -> float:
        """Returns where a day begins."""
        calendar = self._calendar
        if calendar is None:
            return float(self._left())
        share = (when - calendar.today).days / calendar.days
        return self._left() + share * (self._right() - self._left())

    def _left(self) -> int:
        return PANEL_PADDING - LINE + current_theme().px(LABELS)

    def _right(self) -> int:
        return self.width() - PANEL_PADDING + LINE

    def _least_height(self) -> int:
        px = current_theme().px
        return px(TOP) + self._rows_height() + px(AXIS)

    def _rows_height(self) -> int:
        """The height of lanes and windows without any spare height."""
        px = current_theme().px
        lanes = px(LANE) * len(self._calendar.lanes) if self._calendar else 0
        return lanes + px(WINDOWS_PADDING) * bool(self._shown_rows()) + px(WINDOW_ROW) * self._shown_rows()

    def _shown_rows(self) -> int:
        """The rows of windows, used or not."""
        if self._calendar is None or not self._calendar.windows_title:
            return 0
        return max(LEAST_WINDOW_ROWS, 1 + max(self._window_rows().values(), default=0))

    def _high(self, size: int) -> int:
        """A height in lanes and windows: grown with what the chart was given over its least height."""
        spare = max(0, self.height() - self._least_height())
        growth = min(MOST_GROWTH, 1 + spare / max(1, self._rows_height()))
        return round(current_theme().px(size) * growth)

    def _lane_top(self, number: int) -> int:
        return current_theme().px(TOP) + number * self._high(LANE)

    def _windows_top(self) -> int:
        return self._lane_top(len(self._calendar.lanes) if self._calendar else 0)

    def _window_centre(self, row: int) -> int:
        top = self._windows_top() + self._high(WINDOWS_PADDING)
        return top + self._high(WINDOW_ROW) * row + self._high(6)

    def _bottom(self) -> int:
        rows = self._shown_rows()
        padding = self._high(WINDOWS_PADDING) if rows else 0
        return self._windows_top() + padding + rows * self._high(WINDOW_ROW)

    def _window_rows(self) -> dict[str, int]:
        """Returns the row of each window: the first in which neither bar nor text meets another."""
        windows = sorted(self._calendar.windows if self._calendar else (), key=lambda part: part.begins)
        free: list[float] = []
        rows: dict[str, int] = {}
        for window in windows:
            begin, end = self._window_span(window)
            row = next((number for number, until in enumerate(free) if until <= begin), len(free))
            free[row : row + 1] = [end + 2 * SPACE_2]
            rows[window.key] = row
        return rows

    def _window_span(self, window: Window) -> tuple[float, float]:
        """Returns where bar and text of a window begin and end."""
        begin, end = max(self.at(window.begins), float(self._left())), self.at(window.ends)
        text = window.end if self._fits(window) else window.beside
        return begin, end + SPACE_2 + text_width(text, FontRole.CAPTION)

    def _fits(self, window: Window) -> bool:
        begin = max(self.at(window.begins), float(self._left()))
        room = self.at(window.ends) - begin - 2 * SPACE_2
        return text_width(window.title, FontRole.CAPTION_MEDIUM) <= room

    # Drawing.

    def draw(self, painter: QPainter) -> None:
        """Draws closed days first, then lanes, windows, axis and today over them."""
        if self._calendar is None:
            return
        self._draw_heading(painter)
        self._draw_closed(painter, self._calendar.closed)
        self._draw_lines(painter, self._calendar)
        for number, lane in enumerate(self._calendar.lanes):
            self._draw_lane(painter, number, lane)
        rows = self._window_rows()
        for window in self._calendar.windows:
            self._draw_window(painter, window, rows[window.key])
        self._draw_axis(painter, self._calendar)
        self._draw_today(painter)

    def _draw_heading(self, painter: QPainter) -> None:
        base = baseline(current_theme().px(HEADING_CENTRE))
        left = PANEL_PADDING - LINE
        drawn = draw_text(painter, left, base, self.accessibleName(), role=FontRole.STRONG)
        draw_text(painter, left + drawn + SPACE_2, base, self._note, colour=current_theme().tokens.text3)

    def _draw_closed(self, painter: QPainter, closed: Sequence[ClosedDays]) -> None:
        tokens = current_theme().tokens
        top, bottom = self._lane_top(0), self._bottom()
        base, free = baseline(current_theme().px(HEADING_CENTRE)), 0
        for part in closed:
            begin = max(self.at(part.first), float(self._left()))
            end = min(self.at(part.last + timedelta(days=1)), float(self._right()))
            if end <= begin:
                continue
            with smooth(painter):
                painter.fillRect(QRectF(begin, top, end - begin, bottom - top), QColor(tokens.closed_day))
            room = round(end - begin) + 2 * WINDOW_ROW
            left = round((begin + end - room) / 2)
            title = min(room, text_width(part.title, FontRole.CAPTION))
            if (begin + end - title) / 2 < free:
                continue  # two titles never run into each other; every stretch tells its own when it is read
            free = round((begin + end + title) / 2) + SPACE_2
            draw_text(
                painter,
                left,
                base,
                part.title,
                role=FontRole.CAPTION,
                colour=tokens.text3,
                width=room,
                align=CENTRE,
            )

    def _draw_lines(self, painter: QPainter, calendar: Calendar) -> None:
        left = PANEL_PADDING - LINE
        tops = [self._lane_top(number) for number in range(len(calendar.lanes) + 1)]
        tops += [self._bottom()] if calendar.windows_title else []
        for top in tops:
            fill(painter, QRect(left, top, self._right() - left, LINE), current_theme().tokens.hair)

    def _draw_title(self, painter: QPainter, centre: int, title: str) -> None:
        colour = current_theme().tokens.text2
        room = self._left() - PANEL_PADDING - SPACE_2
        left = PANEL_PADDING - LINE
        draw_text(painter, left, baseline(centre), title, role=FontRole.CAPTION, colour=colour, width=room)

    def _draw_lane(self, painter: QPainter, number: int, lane: Lane) -> None:
        theme = current_theme()
        centre = self._lane_top(number) + self._high(LANE) // 2
        self._draw_title(painter, centre, lane.title)
        shown = [mark for mark in lane.marks if self._is_shown(mark.day)]
        for place, mark in enumerate(shown):
            x = self.at(mark.day)
            draw_mark(painter, lane.kind, QPointF(x, centre), size=theme.px(MARK_SIZE))
            after = self.at(shown[place + 1].day) if place + 1 < len(shown) else float(self.width())
            if mark.count > 1 and after - x > 2 * COUNT_GAP + theme.px(MARK_SIZE):
                at = round(x) + COUNT_GAP
                count = str(mark.count)
                draw_text(
                    painter,
                    at,
                    baseline(centre),
                    count,
                    role=FontRole.CAPTION_MEDIUM,
                    colour=theme.tokens.text2,
                )

    def _is_shown(self, when: date) -> bool:
        calendar = self._calendar
        return calendar is not None and 0 <= (when - calendar.today).days < calendar.days

    def _draw_window(self, painter: QPainter, window: Window, row: int) -> None:
        tokens = current_theme().tokens
        box = self._window_box(window, row)
        pair = tokens.chips[Kind.INFO]
        with smooth(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillPath(_bar(box, round_start=box.left() > self._left()), QColor(pair.bg))
            end = QRectF(box.right() - END_WIDTH, box.top(), END_WIDTH, box.height())
            painter.fillRect(end, QColor(pair.fg))
        centre = self._window_centre(row)
        base, beside = baseline(centre), round(box.right()) + SPACE_2 - LINE
        fits = self._fits(window)
        if fits:
            left = round(box.left()) + SPACE_2
            draw_text(painter, left, base, window.title, role=FontRole.CAPTION_MEDIUM, colour=pair.fg)
        draw_text(
            painter,
            beside,
            base,
            window.end if fits else window.beside,
            role=FontRole.CAPTION,
            colour=tokens.text2,
            width=self.width() - beside,
        )

    def _window_box(self, window: Window, row: int) -> QRectF:
        height = current_theme().px(WINDOW_HEIGHT)
        begin = max(self.at(window.begins), float(self._left()))
        end = min(self.at(window.ends), float(self._right()))
        return QRectF(begin, self._window_centre(row) - height / 2, max(END_WIDTH, end - begin), height)

    def _draw_axis(self, painter: QPainter, calendar: Calendar) -> None:
        theme = current_theme()
        if calendar.windows_title:
            self._draw_title(painter, self._window_centre(0), calendar.windows_title)
        top = self._bottom()
        base = baseline(top + theme.px(TICK) + theme.px(10))
        for offset in range(0, calendar.days, WEEK):
            when = calendar.today + timedelta(days=offset)
            x = round(self.at(when))
            fill(painter, QRect(x, top, LINE, TICK), theme.tokens.control_border)
            if offset and not offset % (2 * WEEK):
                label = day(when, "d MMM")
                begin = centred(self.at(when), label, FontRole.CAPTION)
                draw_text(painter, begin, base, label, role=FontRole.CAPTION, colour=theme.tokens.text2)
        today = tr("Today")
        left = self._left() + LINE
        draw_text(painter, left, base, today, role=FontRole.CAPTION_MEDIUM, colour=theme.tokens.accent)

    def _draw_today(self, painter: QPainter) -> None:
        top = self._lane_top(0)
        line = QRect(self._left(), top, END_WIDTH, self._bottom() - top)
        fill(painter, line, current_theme().tokens.accent)

    # Walking and reading.

    def spots(self) -> Sequence[Spot]:
        """Returns marks lane by lane, then the windows row by row."""
        if self._calendar is None:
            return ()
        found = [
            Spot(key=mark.key, words=mark.words, box=self._mark_box(number, mark), lane=number)
            for number, lane in enumerate(self._calendar.lanes)
            for mark in lane.marks
            if self._is_shown(mark.day)
        ]
        rows = self._window_rows()
        first = len(self._calendar.lanes)
        for window in self._calendar.windows:
            row = rows[window.key]
            box = self._window_box(window, row).toAlignedRect()
            found.append(Spot(key=window.key, words=window.words, box=box, lane=first + row))
        return found

    def _mark_box(self, number: int, mark: LaneMark) -> QRect:
        side = current_theme().px(MARK_SIZE)
        centre = self._lane_top(number) + self._high(LANE) // 2
        return QRect(round(self.at(mark.day)) - side // 2, centre - side // 2, side, side)

    def data(self) -> ChartData:
        """Returns every mark, window and closed stretch with its dates, in order of time."""
        return calendar_data(self._calendar)


def _bar(box: QRectF, *, round_start: bool) -> QPainterPath:
    """Returns a bar whose left corners are round where it begins in sight; the right end carries a line."""
    path = QPainterPath()
    if not round_start:
        path.addRect(box)
        return path
    path.addRoundedRect(box, BAR_RADIUS, BAR_RADIUS)
    path.addRect(box.adjusted(BAR_RADIUS, 0, 0, 0))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
