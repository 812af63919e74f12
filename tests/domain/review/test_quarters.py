"""Quarters are read as people write them, and both ends belong to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.message import UserError
from vendorrisk.domain.review.quarters import Quarter, parse_quarter, quarter_of

D = date


@pytest.mark.parametrize("written", ["2026Q4", "2026-Q4", "2026q4", " 2026Q4 "])
def test_a_quarter_may_be_written_in_these_ways(written):
    assert parse_quarter(written) == Quarter(2026, 4)
    assert str(parse_quarter(written)) == "2026Q4"


@pytest.mark.parametrize(
    "written", ["", "2026", "2026Q5", "2026Q0", "Q4 2026", "26Q4", "1999Q4", "2200Q1", "2026Q44"]
)
def test_anything_else_is_refused_with_what_was_written(written):
    with pytest.raises(UserError) as refusal:
        parse_quarter(written)
    assert refusal.value.what.params == {"written": written}


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        (Quarter(2026, 1), D(2026, 1, 1), D(2026, 3, 31)),
        (Quarter(2026, 2), D(2026, 4, 1), D(2026, 6, 30)),
        (Quarter(2026, 3), D(2026, 7, 1), D(2026, 9, 30)),
        (Quarter(2026, 4), D(2026, 10, 1), D(2026, 12, 31)),
    ],
)
def test_first_and_last_day_belong_to_it_and_their_neighbours_do_not(quarter, first, last):
    assert (quarter.first, quarter.last) == (first, last)
    assert quarter.holds(first)
    assert quarter.holds(last)
    assert not quarter.holds(first - timedelta(days=1))
    assert not quarter.holds(last + timedelta(days=1))
    assert not quarter.holds(None)


@given(st.dates(D(2000, 4, 1), D(2199, 9, 30)))
def test_a_day_lies_in_its_quarter_only_and_neighbours_lead_back(day):
    quarter = quarter_of(day)
    assert quarter.holds(day)
    assert quarter.previous.following == quarter == quarter.following.previous
    assert quarter.previous < quarter < quarter.following
    assert quarter.previous.last + timedelta(days=1) == quarter.first
    assert parse_quarter(str(quarter)) == quarter
