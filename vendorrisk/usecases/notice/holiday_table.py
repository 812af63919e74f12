"""The editable table of public holidays: filled per place and year from a library, then the analyst's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.notice.records import Holiday, HolidayYear
from vendorrisk.usecases.actions import action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk

FILL_HOLIDAYS = action("holiday.fill")


def fill_years(office: Office, place: str, years: Iterable[int]) -> list[HolidayYear]:
    """Fills the years of a place that the table does not know yet; edited years stay as they are."""
    with office.book.act(FILL_HOLIDAYS, place=place) as desk:
        return fill_on(desk, office, place, years)


def fill_on(desk: Desk, office: Office, place: str, years: Iterable[int]) -> list[HolidayYear]:
    """The same within a larger step, such as an import of customers."""
    known = {row.year for row in desk.find(HolidayYear, place=place)}
    added: list[HolidayYear] = []
    for row, days in years_of(office, place, set(years) - known):
        desk.put(row, *days)
        added.append(row)
    return added


def years_of(office: Office, place: str, years: Iterable[int]) -> Iterator[tuple[HolidayYear, list[Holiday]]]:
    """The holidays of a place as the library knows them, year by year; nothing is recorded."""
    for year in sorted(years):
        table = office.holidays.year(place, year)
        row = HolidayYear(
            id=office.new_id(), place=place, year=year, source=table.source, weekend=table.weekend
        )
        days = [Holiday(id=office.new_id(), place=place, day=day, name=name) for day, name in table.days]
        yield row, days
