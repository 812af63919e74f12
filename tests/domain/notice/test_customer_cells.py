"""Cells of days, units and yes or no, one by one; whole files are tested in tests/documents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.customer_cells import (
    MOST_DAYS,
    Period,
    account,
    channel,
    count_rule,
    day,
    day_unit,
    is_active,
    is_unit,
    language,
    period,
    several,
)
from vendorrisk.domain.notice.records import CountRule, DataCentre, DayUnit


def test_a_bare_number_says_nothing_of_its_unit():
    assert period("30") == Period(days=30)


def test_plain_days_are_calendar_days_that_a_column_may_qualify():
    assert period("30 days") == Period(days=30, unit=DayUnit.CALENDAR, is_plain=True)
    assert period("30 calendar days") == Period(days=30, unit=DayUnit.CALENDAR)


@pytest.mark.parametrize("typed", ["731", "105 weeks", "9999 days"])
def test_no_contract_has_so_many_days(typed):
    with pytest.raises(UserError) as refused:
        period(typed)
    assert refused.value.what.key == "number.range"


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("1 month", "customers.months"), ("10 Werktage", "customers.saturday"), ("soon", "customers.period"),
        ("30 moons", "customers.period"), ("thirty (45) days", "customers.period"),
    ],
)  # fmt: skip
def test_a_period_that_could_be_counted_in_two_ways_is_refused(typed, refused):
    with pytest.raises(UserError) as error:
        period(typed)
    assert error.value.what.key == refused


@given(st.integers(0, MOST_DAYS), st.sampled_from(["", " days", "d", " Business  Days", " working days."]))
def test_the_number_is_never_another_than_the_written_one(number, unit):
    assert period(f"{number}{unit}").days == number


@pytest.mark.parametrize(
    ("typed", "days", "unit"),
    [
        ("ten business days", 10, DayUnit.BUSINESS),
        ("Thirty-one days", 31, DayUnit.CALENDAR),
        ("sixty calendar days", 60, DayUnit.CALENDAR),
        ("dreißig Tage", 30, DayUnit.CALENDAR),
        ("dix jours ouvrés", 10, DayUnit.BUSINESS),
        ("two weeks", 14, DayUnit.CALENDAR),
        ("thirty (30) days", 30, DayUnit.CALENDAR),
        ("30 (thirty) business days", 30, DayUnit.BUSINESS),
        ("30 days (calendar)", 30, DayUnit.CALENDAR),
        ("10 days (business days)", 10, DayUnit.BUSINESS),
        ("30 Tage", 30, DayUnit.CALENDAR),
    ],
)
def test_numbers_in_words_and_units_in_brackets_are_read(typed, days, unit):
    assert (period(typed).days, period(typed).unit) == (days, unit)


@pytest.mark.parametrize(
    "typed", ["ten Werktage", "one month", "thirty (45) days", "30 days (or so)", "two moons"]
)
def test_a_number_in_words_makes_nothing_else_clearer(typed):
    with pytest.raises(UserError):
        period(typed)


def test_a_bracket_does_not_change_what_stands_before_it():
    with pytest.raises(UserError):
        period("30 business (calendar)")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Deutsch", "de"),
        ("français", "fr"),
        ("English", "en"),
        ("Klingon", "Klingon"),
        ("english!", "english!"),
    ],
)
def test_languages_are_known_by_their_names(typed, code):
    assert language(typed) == code


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("01.03.2024", date(2024, 3, 1)),
        ("1. 3. 2024", date(2024, 3, 1)),
        ("2024-03-01", date(2024, 3, 1)),
        ("", None),
    ],
)
def test_with_dots_the_day_comes_first(typed, found):
    assert day(typed) == found


@pytest.mark.parametrize("typed", ["03/04/2024", "31.02.2024"])
def test_a_day_that_may_be_two_or_is_none_is_refused(typed):
    with pytest.raises(UserError):
        day(typed)


@pytest.mark.parametrize(
    ("typed", "active"), [("aktiv", True), ("WAHR", True), ("nein", False), ("ended", False)]
)
def test_a_status_may_answer_whether_a_customer_is_active(typed, active):
    assert is_active(typed) is active


@given(st.text(alphabet=st.characters(exclude_categories=["L"]), max_size=30))
def test_whatever_is_read_without_letters_holds_its_number_in_digits(typed):
    try:
        read = period(typed)
    except UserError:
        return
    written = int("".join(char for char in typed if char.isdecimal()))
    assert read.days in {written, written * 7}


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("CALENDAR", DayUnit.CALENDAR), ("days", DayUnit.CALENDAR), ("Arbeitstage", DayUnit.BUSINESS)],
)
def test_units_in_words(typed, unit):
    assert day_unit(typed) is unit


@pytest.mark.parametrize("typed", ["Werktage", "jours ouvrables", "weeks"])
def test_units_that_may_be_meant_otherwise_are_refused(typed):
    with pytest.raises(UserError):
        day_unit(typed)


@pytest.mark.parametrize(("written", "known"), [("business days", True), ("days", True), ("months", False)])
def test_which_words_name_days_of_one_kind(written, known):
    assert is_unit(written) is known


def test_several_names_are_kept_once_each():
    assert several(str.strip)("SMS; Voice|SMS\nRCS;") == ("SMS", "Voice", "RCS")


def test_a_way_of_notice_that_nobody_knows_is_refused():
    with pytest.raises(UserError):
        channel("pigeon")


def test_a_data_centre_without_a_name_is_called_by_its_code():
    assert DataCentre(id="d", code="EU").named() == "EU"
    assert DataCentre(id="d", code="EU", name={"en": "Frankfurt"}).named() == "Frankfurt"


def test_an_account_number_that_a_spreadsheet_rounded_is_refused():
    assert account("001A") == "001A"
    with pytest.raises(UserError) as error:
        account("1.23457E+15")
    assert error.value.what.key == "customers.rounded"


@pytest.mark.parametrize("typed", ["CLEAR_DAYS", "Clear days", "EXCLUDE_START_DAY", "exclude start day"])
def test_clear_days_leave_the_first_day_out_however_they_are_written(typed):
    assert count_rule(typed) is CountRule.EXCLUDE_START_DAY
