"""What falls on the coming days, as data: marks in lanes, windows, days on which nobody is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.charts.chart import ChartData, ChartRow
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vendorrisk.ui.widgets.tokens import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneMark:
    """What falls on one day of a lane; several things on a day are one mark with their number."""

    key: str
    day: date
    words: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One kind of thing that falls due, with the mark of its kind."""

    title: str
    kind: Kind
    marks: tuple[LaneMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of days, such as a notice that runs until `ends`; it may have begun before today.

    `title` stands in the bar and `end` beside it; where the bar is too short for its title, `beside` says
    both in one.
    """

    key: str
    begins: date
    ends: date
    title: str
    end: str
    beside: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays:
    """Days on which nobody is there, first and last included."""

    first: date
    last: date
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What the lanes show, from `today` for a number of calendar days."""

    today: date
    days: int = 90
    lanes: tuple[Lane, ...] = ()
    windows_title: str = ""
    windows: tuple[Window, ...] = ()
    closed: tuple[ClosedDays, ...] = ()


def calendar_data(calendar: Calendar | None) -> ChartData:
    """Returns every mark, window and closed stretch with its dates, in order of time."""
    lines = sorted(_lines(calendar), key=lambda line: line[0]) if calendar else []
    return ChartData(titles=(tr("Date"), tr("Kind"), tr("What")), rows=tuple(row for _when, row in lines))


def _lines(calendar: Calendar) -> Iterator[tuple[date, ChartRow]]:
    for lane in calendar.lanes:
        for mark in lane.marks:
            yield mark.day, ChartRow(key=mark.key, cells=(day(mark.day), lane.title, mark.words))
    for window in calendar.windows:
        cells = (_span(window.begins, window.ends), calendar.windows_title, window.words)
        yield window.ends, ChartRow(key=window.key, cells=cells)
    for number, closed in enumerate(calendar.closed):
        length = tr_count("{count} day", "{count} days", (closed.last - closed.first).days + 1)
        cells = (_span(closed.first, closed.last), closed.title, length)
        yield closed.first, ChartRow(key=f"closed-{number}", cells=cells)


def _span(first: date, last: date) -> str:
    return tr("{first} to {last}", first=day(first), last=day(last))
