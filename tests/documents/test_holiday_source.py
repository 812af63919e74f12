"""Holidays of a place and year come out whole, with substitute days, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.words import english
from vendorrisk.documents.holiday_source import Holidays, UnknownPlace, near_places, places
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.days import add_business_days, add_calendar_days, calendar_of, roll_forward
from vendorrisk.domain.notice.records import Holiday, HolidayYear

D = date
SOURCE = Holidays()


def calendar(place: str, *years: int):
    tables = {year: SOURCE.year(place, year) for year in years}
    return calendar_of(
        place,
        [
            Holiday(id="h", place=place, day=day, name=name)
            for table in tables.values()
            for day, name in table.days
        ],
        [
            HolidayYear(id="y", place=place, year=year, weekend=table.weekend)
            for year, table in tables.items()
        ],
    )


def days(place: str, year: int) -> list[date]:
    return [day for day, _ in SOURCE.year(place, year).days]


@pytest.mark.parametrize(
    ("place", "tenth", "rolled"),
    [
        ("GB-ENG", D(2027, 1, 5), D(2026, 12, 29)),
        ("GB-WLS", D(2027, 1, 5), D(2026, 12, 29)),
        ("GB-SCT", D(2027, 1, 6), D(2026, 12, 29)),
        ("HR", D(2027, 1, 4), D(2026, 12, 28)),
    ],
)
def test_the_worked_examples_hold_with_the_librarys_own_tables(place, tenth, rolled):
    there = calendar(place, 2026, 2027)
    assert add_business_days(D(2026, 12, 17), 10, there) == tenth
    assert roll_forward(add_calendar_days(D(2026, 12, 12), 14), there) == rolled


def test_scotland_and_england_differ_in_the_new_year():
    assert D(2027, 1, 4) in days("GB-SCT", 2027)
    assert D(2027, 1, 4) not in days("GB-ENG", 2027)


def test_united_states_federal_holidays_of_the_worked_example():
    assert [day for day in days("US", 2027) if day < D(2027, 3, 1)] == [
        D(2027, 1, 1), D(2027, 1, 18), D(2027, 2, 15),
    ]  # fmt: skip


def test_a_substitute_day_in_the_year_before_belongs_to_that_year():
    assert D(2027, 12, 31) in days("US", 2027)
    assert all(day.year == 2028 for day in days("US", 2028))


def test_parts_of_a_country_have_more_than_the_whole_and_the_whole_says_so():
    assert D(2027, 3, 8) in days("DE-BE", 2027)
    assert D(2027, 3, 8) not in days("DE", 2027)
    assert SOURCE.year("DE", 2027).source.endswith("(national holidays only)")
    assert not SOURCE.year("DE-BE", 2027).source.endswith("only)")
    assert SOURCE.year("HR", 2027).source.startswith("holidays ")


@pytest.mark.parametrize(
    ("place", "weekend"),
    [("HR", ("SAT", "SUN")), ("EG", ("FRI", "SAT")), ("SA", ("FRI", "SAT")), ("AE", ("SAT", "SUN"))],
)
def test_the_weekend_comes_with_the_place(place, weekend):
    assert SOURCE.year(place, 2027).weekend == weekend


def test_names_are_english_whatever_the_machine_speaks(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert dict(SOURCE.year("DE-BE", 2027).days)[D(2027, 12, 25)] == "Christmas Day"


def test_a_place_may_be_written_in_small_letters():
    assert SOURCE.year(" gb-eng ", 2027) == SOURCE.year("GB-ENG", 2027)


@pytest.mark.parametrize("year", [1500, 2500])
def test_a_year_the_library_does_not_know_is_refused_instead_of_being_empty(year):
    with pytest.raises(UserError) as refusal:
        SOURCE.year("HR", year)
    assert english().say(refusal.value.what) == f"The library knows no public holidays of HR in {year}."


@pytest.mark.parametrize(
    ("written", "near"),
    [("UK", "GB"), ("GB-ENF", "GB-ENG"), ("DE-BERLIN", "DE-BE"), ("HRV", "HR"), ("CH-ZZ", "CH-ZH")],
)
def test_an_unknown_place_names_those_that_may_be_meant(written, near):
    with pytest.raises(UnknownPlace) as refusal:
        SOURCE.year(written, 2027)
    assert near in refusal.value.near
    assert near in english().say(refusal.value.remedy)


def test_nonsense_has_no_near_place():
    assert near_places("QQQQQQQQ") == ()
    with pytest.raises(UnknownPlace) as refusal:
        SOURCE.year("QQQQQQQQ", 2027)
    assert "Perhaps" not in english().say(refusal.value.remedy)


def test_all_places_are_listed_once():
    listed = places()
    assert {"HR", "DE", "DE-BE", "GB-ENG", "GB-SCT", "US"} <= set(listed)
    assert len(listed) == len(set(listed))
