"""Counting: calendar days, business days, real hours; never a guess about a holiday."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.records import DayUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.notice.records import Holiday, HolidayYear

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
"""Names of the days of a week as the holiday table stores them; the position is `date.weekday()`."""

SATURDAY_AND_SUNDAY = frozenset({5, 6})
ONE_DAY = timedelta(days=1)


class NoDate(UserError):
    """A fact is missing without which no date may be named; a guess would be worse than none."""


class UnknownYear(NoDate):
    """The holidays of this place are not recorded for this year, so nothing is counted (domain.md 9.9)."""

    def __init__(self, place: str, year: int) -> None:
        super().__init__(
            msg("notice.unknown_year", place=place, year=year),
            msg("notice.unknown_year.remedy", place=place, year=year),
            where=f"{place} {year}",
        )
        self.place = place
        self.year = year


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The business days of one place, for the years that the holiday table covers.

    `weekends` holds the days off of an ordinary week per covered year (0 = Monday), because countries have
    moved them. A place without a name has Saturday and Sunday off in every year and no holidays.
    """

    place: str = ""
    holidays: Mapping[date, str] = field(default_factory=dict)
    weekends: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(len(weekend) > 6 for weekend in self.weekends.values()):
            raise ValueError("a week without a business day never ends a period")

    def weekend_of(self, year: int) -> frozenset[int]:
        """The days off of an ordinary week in this year; raises `UnknownYear` outside the table."""
        if not self.place:
            return SATURDAY_AND_SUNDAY
        if year not in self.weekends:
            raise UnknownYear(self.place, year)
        return self.weekends[year]

    def is_business_day(self, day: date) -> bool:
        """Whether people work on this day there; raises `UnknownYear` outside the table."""
        return day.weekday() not in self.weekend_of(day.year) and day not in self.holidays


WEEKENDS_ONLY = Calendar()
"""For terms that name no place: Saturday and Sunday off, no holidays."""


def calendar_of(place: str, holidays: Iterable[Holiday], years: Iterable[HolidayYear]) -> Calendar:
    """Gathers the rows of one place into its calendar; rows of other places are left aside."""
    if not place:
        return WEEKENDS_ONLY
    return Calendar(
        place=place,
        holidays={row.day: row.name for row in holidays if row.place == place},
        weekends={row.year: _weekend(row) for row in years if row.place == place},
    )


def _weekend(row: HolidayYear) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(name) for name in row.weekend)


def add_calendar_days(day: date, count: int) -> date:
    """The date this many calendar days later; 30 days are not a month (domain.md 9.4)."""
    return day + timedelta(days=count)


def add_business_days(day: date, count: int, calendar: Calendar) -> date:
    """The n-th business day after this day, which itself never counts; 0 leaves it unchanged.

    Raises `UnknownYear` as soon as a year outside the table would have to be judged.
    """
    while count > 0:
        day += ONE_DAY
        if calendar.is_business_day(day):
            count -= 1
    return day


def add_days(day: date, count: int, unit: DayUnit, calendar: Calendar) -> date:
    """The n-th calendar or business day after this day, which itself does not count."""
    if unit is DayUnit.BUSINESS:
        return add_business_days(day, count, calendar)
    return add_calendar_days(day, count)


def roll_forward(day: date, calendar: Calendar) -> date:
    """This day, or the next business day where it is none: what protects the customer (domain.md 9.12)."""
    while not calendar.is_business_day(day):
        day += ONE_DAY
    return day
