"""When a legal fact holds: both ends count, None is open."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.periods import has_ended, is_within


@given(
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.integers(0, 4000),
    st.dates(date(1999, 1, 1), date(2062, 1, 1)),
)
def test_both_ends_of_a_validity_count(start, length, day):
    end = start + timedelta(days=length)
    assert is_within(start, end, day) is ((end - day).days >= 0 and (day - start).days >= 0)
    assert is_within(start, end, start)
    assert is_within(start, end, end)
    assert is_within(None, None, day)


def test_what_has_no_last_day_never_ends():
    assert not has_ended(None, date(2026, 11, 23))


def test_the_last_day_itself_is_no_end():
    last = date(2026, 11, 23)
    assert [has_ended(last, last + timedelta(days=days)) for days in (-1, 0, 1)] == [False, False, True]
