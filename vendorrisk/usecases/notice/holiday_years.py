"""The tables of public holidays as Settings shows them: known years of places, and their days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.notice.records import Holiday, HolidayYear
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.holiday_table import fill_years

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.office import Office

ADD_DAY = action("holiday.add_day")
REMOVE_DAYS = action("holiday.remove_days")
FORGET_YEARS = action("holiday.forget_years")

MOST_YEARS = 12
"""Years filled in one step: laws on holidays change, so that the far future is a guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfPlace:
    """One place and year whose holidays are known; `weekend` are the days off of an ordinary week."""

    id: str
    place: str
    year: int
    source: str
    weekend: tuple[str, ...]
    days: tuple[Holiday, ...]


def known_years(office: Office) -> list[YearOfPlace]:
    """Every place and year whose holidays are known, by place, the newest year first."""
    with office.book.reading() as reader:
        years = reader.find(HolidayYear)
        days = sorted(reader.find(Holiday), key=lambda one: one.day)
    found = [
        YearOfPlace(
            id=year.id, place=year.place, year=year.year, source=year.source, weekend=year.weekend,
            days=tuple(one for one in days if one.place == year.place and one.day.year == year.year),
        )
        for year in years
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.place, -one.year))


def fill_range(office: Office, place: str, first: int, last: int) -> list[HolidayYear]:
    """Fills years of a place from the library, first and last included; known years stay as they are.

    Raises UserError for a place that the library does not know, or for too long a range.
    """
    if not 0 <= last - first < MOST_YEARS:
        raise UserError(msg("holiday.range", most=MOST_YEARS), msg("holiday.range.remedy"))
    return fill_years(office, place.strip().upper(), range(first, last + 1))


def add_day(office: Office, place: str, day: date, name: str) -> Holiday:
    """Adds a day off of a place; raises UserError where its year is not known or the day is there already."""
    with office.book.act(ADD_DAY, place=place, day=day.isoformat()) as desk:
        if not desk.find(HolidayYear, place=place, year=day.year):
            raise UserError(msg("holiday.no_year", place=place, year=day.year), msg("holiday.no_year.remedy"))
        if desk.find(Holiday, place=place, day=day):
            raise UserError(msg("holiday.there", day=day), msg("holiday.there.remedy"))
        added = Holiday(id=office.new_id(), place=place, day=day, name=name.strip())
        desk.put(added)
    return added


def remove_days(office: Office, ids: list[str]) -> int:
    """Takes days off the table, as one step; returns how many."""
    with office.book.act(REMOVE_DAYS, ids=ids) as desk:
        gone = desk.find(Holiday, id=ids)
        desk.remove(*gone)
    return len(gone)


def forget_years(office: Office, ids: list[str]) -> int:
    """Takes whole years with their days off the table, as one step; dates that need them are blocked then."""
    with office.book.act(FORGET_YEARS, ids=ids) as desk:
        years = desk.find(HolidayYear, id=ids)
        for year in years:
            days = [one for one in desk.find(Holiday, place=year.place) if one.day.year == year.year]
            desk.remove(*days, year)
    return len(years)
