"""A date is read in one way or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.ui.widgets.dates import Unreadable, read_date, show_date


@given(st.dates())
def test_what_is_shown_can_be_typed_again(day):
    assert read_date(show_date(day)) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-04-03", date(2026, 4, 3)),
        (" 2026-4-3 ", date(2026, 4, 3)),
        ("3 Apr 2026", date(2026, 4, 3)),
        ("3. April 2026", date(2026, 4, 3)),
        ("30 sept 2026", date(2026, 9, 30)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_plain_dates_are_taken(typed, day):
    assert read_date(typed) == day


def test_a_date_with_two_readings_is_refused_with_both_of_them():
    assert read_date("03/04/2026") == Unreadable(
        what="03/04/2026 can be 3 April or 4 March.", remedy="Write it as 2026-04-03 or 2026-03-04."
    )


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("31/12/2026", "Write it as 2026-12-31."),
        ("12/31/2026", "Write it as 2026-12-31."),
        ("05.05.2026", "Write it as 2026-05-05."),
        ("2026-02-30", "Check the day and the month."),
        ("31/31/2026", "Check the day and the month."),
        ("31 Apr 2026", "Check the day and the month."),
        ("0000-01-01", "Check the day and the month."),
        ("tomorrow", "Write it as 2026-04-03."),
        ("3 Apri1 2026", "Write it as 2026-04-03."),
        ("3 Marble 2026", "Write it as 2026-04-03."),
        ("2026-04-03T10:00", "Write it as 2026-04-03."),
        ("20260403", "Write it as 2026-04-03."),
    ],
)
def test_everything_else_is_refused_with_a_remedy(typed, remedy):
    found = read_date(typed)
    assert isinstance(found, Unreadable)
    assert found.remedy == remedy
    assert typed in found.what


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(typed):
    assert isinstance(read_date(typed), date | Unreadable)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2100))
def test_figures_with_the_year_last_are_never_guessed(first, second, year):
    assert isinstance(read_date(f"{first:02}/{second:02}/{year}"), Unreadable)
