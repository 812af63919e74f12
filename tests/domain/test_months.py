"""Months are added to the anchor and clamped to the shorter month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.months import add_months


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2027, 3, 15), 12, date(2028, 3, 15)),
        (date(2027, 1, 30), 1, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_worked_examples(start: date, months: int, expected: date):
    assert add_months(start, months) == expected


def test_month_by_month_drifts_and_is_therefore_never_done():
    assert add_months(add_months(date(2026, 1, 31), 1), 1) == date(2026, 3, 28)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-600, 600))
def test_lands_in_the_right_month_on_the_same_day_or_the_last(start: date, months: int):
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and add_day(end).day == 1)


def add_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
