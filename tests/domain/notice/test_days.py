"""Days are counted as the contract's place counts them, and not at all where its holidays are unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.customers import CROATIA, ENGLAND, SCOTLAND
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.days import (
    WEEKENDS_ONLY,
    Calendar,
    UnknownYear,
    add_business_days,
    add_calendar_days,
    add_days,
    calendar_of,
    roll_forward,
)
from vendorrisk.domain.notice.records import DayUnit, Holiday, HolidayYear

THURSDAY = date(2026, 12, 17)


@pytest.mark.parametrize(
    ("calendar", "tenth", "rolled"),
    [
        (WEEKENDS_ONLY, date(2026, 12, 31), date(2026, 12, 28)),
        (ENGLAND, date(2027, 1, 5), date(2026, 12, 29)),
        (SCOTLAND, date(2027, 1, 6), date(2026, 12, 29)),
        (CROATIA, date(2027, 1, 4), date(2026, 12, 28)),
    ],
    ids=["no holidays", "England and Wales", "Scotland", "Croatia"],
)
def test_worked_example_of_ten_business_days_and_of_a_rolled_fortnight(calendar, tenth, rolled):
    assert add_business_days(THURSDAY, 10, calendar) == tenth
    assert add_business_days(THURSDAY, 9, calendar) < tenth
    assert roll_forward(add_calendar_days(date(2026, 12, 12), 14), calendar) == rolled


def test_thirty_days_are_not_a_month_and_365_days_not_twelve():
    assert add_calendar_days(date(2027, 1, 30), 30) == date(2027, 3, 1)
    assert add_calendar_days(date(2027, 3, 15), 365) == date(2028, 3, 14)


def test_the_unit_decides_which_days_count():
    assert add_days(THURSDAY, 2, DayUnit.CALENDAR, WEEKENDS_ONLY) == date(2026, 12, 19)
    assert add_days(THURSDAY, 2, DayUnit.BUSINESS, WEEKENDS_ONLY) == date(2026, 12, 21)


def test_no_business_days_after_a_sunday_is_that_sunday():
    assert add_business_days(date(2026, 12, 20), 0, WEEKENDS_ONLY) == date(2026, 12, 20)


def test_a_place_that_rests_on_friday_and_saturday_works_on_sunday():
    egypt = calendar_of("EG", [], [HolidayYear(id="1", place="EG", year=2026, weekend=("FRI", "SAT"))])
    assert add_business_days(THURSDAY, 1, egypt) == date(2026, 12, 20)
    assert roll_forward(date(2026, 12, 18), egypt) == date(2026, 12, 20)


def test_a_weekend_that_a_country_moved_is_taken_from_its_year():
    years = [
        HolidayYear(id="1", place="AE", year=2021, weekend=("FRI", "SAT")),
        HolidayYear(id="2", place="AE", year=2022),
    ]
    emirates = calendar_of("AE", [], years)
    assert emirates.is_business_day(date(2021, 12, 26))
    assert not emirates.is_business_day(date(2022, 1, 2))


def test_a_calendar_holds_the_rows_of_its_own_place_only():
    holidays = [
        Holiday(id="1", place="HR", day=date(2026, 12, 25), name="Christmas Day"),
        Holiday(id="2", place="DE", day=date(2026, 10, 3), name="German Unity Day"),
    ]
    years = [HolidayYear(id="3", place="HR", year=2026), HolidayYear(id="4", place="DE", year=2027)]
    calendar = calendar_of("HR", holidays, years)
    assert calendar.holidays == {date(2026, 12, 25): "Christmas Day"}
    assert list(calendar.weekends) == [2026]


def test_terms_without_a_place_need_no_table():
    assert calendar_of("", [], []) is WEEKENDS_ONLY
    assert add_business_days(date(2199, 12, 31), 1, WEEKENDS_ONLY) == date(2200, 1, 1)


def test_a_year_outside_the_table_is_refused_with_place_year_and_remedy():
    with pytest.raises(UnknownYear) as refusal:
        add_business_days(date(2027, 12, 30), 2, CROATIA)
    assert (refusal.value.place, refusal.value.year) == ("HR", 2028)
    assert refusal.value.what == msg("notice.unknown_year", place="HR", year=2028)
    assert refusal.value.remedy == msg("notice.unknown_year.remedy", place="HR", year=2028)


def test_the_last_day_of_the_table_is_still_counted():
    assert add_business_days(date(2027, 12, 30), 1, CROATIA) == date(2027, 12, 31)


def test_a_week_of_seven_days_off_is_refused_instead_of_counting_for_ever():
    with pytest.raises(ValueError, match="never ends"):
        Calendar(place="XX", weekends={2026: frozenset(range(7))})


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 120))
def test_as_many_business_days_lie_behind_as_were_added(day, count):
    end = add_business_days(day, count, CROATIA)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(CROATIA.is_business_day(one) for one in passed) == count
    assert count == 0 or CROATIA.is_business_day(end)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_rolling_skips_only_days_off(day):
    rolled = roll_forward(day, WEEKENDS_ONLY)
    skipped = [day + timedelta(days=n) for n in range((rolled - day).days)]
    assert WEEKENDS_ONLY.is_business_day(rolled)
    assert not any(WEEKENDS_ONLY.is_business_day(one) for one in skipped)
