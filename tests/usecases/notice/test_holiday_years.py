"""Tables of public holidays: filled from the library per place and year, then changed by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.offices import make_office
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.records import Holiday, HolidayYear
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.notice.holiday_years import (
    MOST_YEARS,
    add_day,
    fill_range,
    forget_years,
    known_years,
    remove_days,
)


@pytest.fixture
def office():
    return make_office()


def rows(office):
    with office.book.reading() as reader:
        return sorted((one.place, one.day) for one in reader.find(Holiday))


def test_years_are_filled_once_and_listed_by_place_the_newest_first(office):
    assert len(fill_range(office, " hr ", 2026, 2027)) == 2
    assert len(fill_range(office, "HR", 2026, 2028)) == 1
    fill_range(office, "DE-BE", 2026, 2026)
    assert [(one.place, one.year, len(one.days)) for one in known_years(office)] == [
        ("DE-BE", 2026, 1), ("HR", 2028, 1), ("HR", 2027, 1), ("HR", 2026, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "last"), [(2027, 2026), (2026, 2026 + MOST_YEARS)])
def test_a_span_that_makes_no_sense_is_refused(office, first, last):
    with pytest.raises(UserError) as caught:
        fill_range(office, "HR", first, last)
    assert caught.value.what.key == "holiday.range"
    assert known_years(office) == []


def test_a_day_is_added_by_hand_and_taken_back(office):
    fill_range(office, "HR", 2026, 2026)
    add_day(office, "HR", date(2026, 12, 24), " Closed ")
    assert rows(office) == [("HR", date(2026, 1, 1)), ("HR", date(2026, 12, 24))]
    history.undo(office)
    assert rows(office) == [("HR", date(2026, 1, 1))]


@pytest.mark.parametrize(
    ("day", "key"), [(date(2027, 5, 1), "holiday.no_year"), (date(2026, 1, 1), "holiday.there")]
)
def test_a_day_of_an_unknown_year_or_twice_is_refused(office, day, key):
    fill_range(office, "HR", 2026, 2026)
    with pytest.raises(UserError) as caught:
        add_day(office, "HR", day, "x")
    assert caught.value.what.key == key


def test_days_are_removed_as_one_step(office):
    fill_range(office, "HR", 2026, 2027)
    ids = [day.id for year in known_years(office) for day in year.days]
    assert remove_days(office, ids) == 2
    assert rows(office) == []
    history.undo(office)
    assert len(rows(office)) == 2


def test_a_forgotten_year_takes_its_own_days_along_and_no_others(office):
    fill_range(office, "HR", 2026, 2027)
    fill_range(office, "DE", 2026, 2026)
    gone = [one.id for one in known_years(office) if (one.place, one.year) == ("HR", 2026)]
    assert forget_years(office, gone) == 1
    assert rows(office) == [("DE", date(2026, 1, 1)), ("HR", date(2027, 1, 1))]
    with office.book.reading() as reader:
        assert sorted((one.place, one.year) for one in reader.find(HolidayYear)) == [
            ("DE", 2026),
            ("HR", 2027),
        ]
