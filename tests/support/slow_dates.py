"""A second, slow engine for notice dates: it walks the calendar day by day and knows none of the real code.

Dates are found by asking of each day in turn "does the rule hold yet?", never by adding a period to a date;
local dates by looking for the midnights around a moment, never by converting the moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = timedelta(days=1)


class OutsideTheTable(Exception):
    """A day had to be judged whose year has no holidays."""


@dataclass(frozen=True)
class Place:
    """Holidays as ISO text, the years they are known for (None: all), and days off, Sunday = 0 as in `%w`."""

    holidays: frozenset[str] = frozenset()
    years: frozenset[int] | None = None
    off: str = "06"

    def works(self, day: date) -> bool:
        if self.years is not None and day.year not in self.years:
            raise OutsideTheTable
        return day.strftime("%w") not in self.off and day.isoformat() not in self.holidays


def date_there(moment: datetime, zone: str) -> date:
    day = moment.astimezone(UTC).date() - 2 * DAY
    while midnight(day + DAY, zone) <= moment:
        day += DAY
    return day


def midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def clock_day(moment: datetime, ours: str, theirs: str) -> date:
    return max(date_there(moment, ours), date_there(moment, theirs))


def ends_of_days(first: date, unit: str, place: Place, *, first_counts: bool) -> Iterator[tuple[date, int]]:
    """Each day from the first on, with how many days of the period lie behind us at its end."""
    day, behind = first, 0
    while True:
        if (first_counts or day != first) and (unit == "CALENDAR" or place.works(day)):
            behind += 1
        yield day, behind
        day += DAY


def last_day(first: date, length: int, unit: str, place: Place, *, first_counts: bool) -> date:
    """The first day at whose end the whole period lies behind us."""
    if length == 0:
        return first
    days = ends_of_days(first, unit, place, first_counts=first_counts)
    return next(day for day, behind in days if behind >= length)


def deemed(sent: date, length: int, unit: str, place: Place) -> date:
    return last_day(sent, length, unit, place, first_counts=False)


@dataclass(frozen=True)
class SlowDates:
    clock: date
    last_notice: date
    last_objection: date
    earliest: date


def general(
    clock: date,
    *,
    notice: tuple[int, str],
    objection: tuple[int, str] | None,
    blocks: bool,
    first_counts: bool,
    place: Place,
) -> SlowDates:
    """A customer under general authorisation, by asking of each day whether use may start on it."""
    notice_end = last_day(clock, *notice, place, first_counts=first_counts)
    window = last_day(clock, *objection, place, first_counts=first_counts) if objection else notice_end
    while not place.works(window):
        window += DAY
    start = first_free_day(clock, notice, place, first_counts=first_counts)
    while blocks and start <= window:
        start += DAY
    return SlowDates(clock, notice_end, window, start)


def first_free_day(clock: date, notice: tuple[int, str], place: Place, *, first_counts: bool) -> date:
    """The first day after the clock date before which the agreed number of full days has passed."""
    length, unit = notice
    days = ends_of_days(clock, unit, place, first_counts=first_counts)
    return next(day + DAY for day, behind in days if behind >= length)


def specific(approved: date, *, timed: bool, lead_end: date | None) -> date:
    day = date(2000, 1, 1)
    while day < approved or (day == approved and not timed) or (lead_end is not None and day <= lead_end):
        day += DAY
    return day
