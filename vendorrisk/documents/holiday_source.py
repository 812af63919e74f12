"""Public holidays per place and year from the `holidays` library, as plain rows for the editable table.

Only whole public holidays are taken, with their substitute days. Weekend days on which a country works in
exchange stay days off here: a period then ends later, never earlier (domain.md 9.9, 9.12).
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import NotFound, UserError, msg
from vendorrisk.domain.notice.days import WEEKDAYS
from vendorrisk.domain.register.countries import MISTAKEN
from vendorrisk.usecases.ports import HolidayTable

if TYPE_CHECKING:
    from datetime import date

_LANGUAGES = ("en_GB", "en_US")


class UnknownPlace(NotFound):
    """The library has no holidays for a place of this name; `near` are places that may be meant."""

    def __init__(self, place: str, near: tuple[str, ...]) -> None:
        remedy = "holiday.unknown_place.remedy" if near else "holiday.unknown_place.remedy_none"
        super().__init__(msg("holiday.unknown_place", place=place), msg(remedy, near=near), where=place)
        self.near = near


class Holidays:
    """The library behind the `HolidaySource` port; loaded on first use, because that takes half a second."""

    def year(self, place: str, year: int) -> HolidayTable:
        """The public holidays of a place such as HR, DE-BE or GB-SCT in a year.

        Raises `UnknownPlace`, and UserError for a year outside what the library knows of that place.
        """
        from holidays.version import __version__

        code = place.strip().upper()
        country, _, part = code.partition("-")
        parts = _parts_by_country()
        if country not in parts or (part and part not in parts[country]):
            raise UnknownPlace(place, near_places(place))
        days = _days(country, part, year)
        if not days:
            what = msg("holiday.unknown_year", place=code, year=year)
            raise UserError(what, msg("holiday.unknown_year.remedy"), where=f"{code} {year}")
        national_only = parts[country] and not part
        note = " (national holidays only)" if national_only else ""
        return HolidayTable(
            days=days,
            weekend=_weekend(country, part, year),
            source=f"holidays {__version__}{note}",
        )


def places() -> tuple[str, ...]:
    """Every place whose holidays can be filled in: countries, and their parts such as DE-BE."""
    return tuple(
        place
        for country, parts in sorted(_parts_by_country().items())
        for place in (country, *(f"{country}-{part}" for part in parts))
    )


def near_places(written: str) -> tuple[str, ...]:
    """Places that may be meant: the parts of a known country, else codes that look alike."""
    code = written.strip().upper()
    country = MISTAKEN.get(code.partition("-")[0], code.partition("-")[0])
    if country in _parts_by_country():
        known = tuple(place for place in places() if place.partition("-")[0] == country)
        likely = get_close_matches(f"{country}-{code.partition('-')[2]}", known, n=4, cutoff=0.6)
        return tuple(dict.fromkeys((*likely, *known)))[:12]
    return tuple(get_close_matches(code, places(), n=4, cutoff=0.5))


@lru_cache(maxsize=1)
def _parts_by_country() -> dict[str, tuple[str, ...]]:
    import holidays

    listed = holidays.list_supported_countries(include_aliases=False)
    return {country: tuple(parts) for country, parts in listed.items() if len(country) == 2}


def _days(country: str, part: str, year: int) -> tuple[tuple[date, str], ...]:
    """The holidays that fall into the year, also those that the neighbouring years move into it."""
    found = _table(country, part, range(year - 1, year + 2))
    if not found.start_year <= year <= found.end_year:
        return ()
    return tuple((day, name) for day, name in sorted(found.items()) if day.year == year)


def _weekend(country: str, part: str, year: int) -> tuple[str, ...]:
    return tuple(WEEKDAYS[day] for day in sorted(_table(country, part, range(year, year + 1)).weekend))


def _table(country: str, part: str, years: range) -> Any:
    """The library's own table, in English: its default follows the language of the machine."""
    import holidays

    known = holidays.country_holidays(country, subdiv=part or None).supported_languages
    language = next((one for one in _LANGUAGES if one in known), None)
    return holidays.country_holidays(country, subdiv=part or None, years=years, language=language)
