"""The due date follows anchor and count; checked against a slow engine that walks the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.rhythm import (
    Cycle,
    OverdueBand,
    answer_due,
    due_date,
    first_cycle,
    next_cycle,
    overdue_band,
    overdue_days,
)

DAY = timedelta(days=1)
days = st.dates(date(2016, 1, 1), date(2044, 12, 31))


def test_first_time_is_completion_plus_twelve_months():
    assert next_cycle(None, date(2026, 5, 10)) == first_cycle(date(2026, 5, 10))
    assert first_cycle(date(2026, 5, 10)).due == date(2027, 5, 10)


def test_done_late_gains_nothing():
    assert next_cycle(Cycle(anchor=date(2025, 3, 31), cycles=1), date(2026, 5, 10)) == Cycle(
        anchor=date(2025, 3, 31), cycles=2
    )
    assert next_cycle(Cycle(anchor=date(2025, 3, 31), cycles=1), date(2026, 5, 10)).due == date(2027, 3, 31)


def test_done_early_pulls_the_cycle_forward():
    moved = next_cycle(Cycle(anchor=date(2025, 3, 31), cycles=1), date(2026, 2, 10))
    assert moved == Cycle(anchor=date(2026, 2, 10), cycles=1)
    assert moved.due == date(2027, 2, 10)


def test_anchor_of_29_february_comes_back_in_2028():
    cycle = Cycle(anchor=date(2024, 2, 29), cycles=1)
    assert cycle.due == date(2025, 2, 28)
    seen = []
    for _ in range(3):
        cycle = next_cycle(cycle, cycle.due + 3 * DAY)
        seen.append(cycle.due)
    assert seen == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("completed", "due"),
    [
        (date(2027, 3, 30), date(2027, 3, 31)),  # a year less a day late: one day later it is due again
        (date(2027, 3, 31), date(2028, 3, 31)),  # due + 12 is the completion itself: completion + 12 counts
        (date(2028, 1, 5), date(2029, 1, 5)),  # far more than a year late
    ],
)
def test_more_than_a_year_late_starts_from_the_completion(completed: date, due: date):
    assert next_cycle(Cycle(anchor=date(2025, 3, 31), cycles=1), completed).due == due


def test_nothing_assessed_has_no_due_date():
    assert due_date(None, 0) is None
    assert due_date(None, 3) is None
    assert due_date(date(2026, 1, 1), 0) is None
    assert due_date(date(2026, 1, 31), 1) == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("today", "late", "band"),
    [
        (date(2026, 6, 30), 0, OverdueBand.NONE),
        (date(2026, 7, 1), 1, OverdueBand.UP_TO_30),
        (date(2026, 7, 30), 30, OverdueBand.UP_TO_30),
        (date(2026, 7, 31), 31, OverdueBand.UP_TO_90),
        (date(2026, 9, 28), 90, OverdueBand.UP_TO_90),
        (date(2026, 9, 29), 91, OverdueBand.OVER_90),
        (date(2026, 6, 1), 0, OverdueBand.NONE),
    ],
)
def test_overdue_begins_the_day_after(today: date, late: int, band: OverdueBand):
    assert overdue_days(date(2026, 6, 30), today) == late
    assert overdue_band(late) is band


def test_without_a_due_date_nothing_is_overdue():
    assert overdue_days(None, date(2026, 6, 30)) == 0


def slow_years_later(start: date, years: int) -> date:
    """Walks day by day to the same day of the year, or to the last day of February where there is no 29th."""
    day = start
    leap = (start.month, start.day) == (2, 29)
    while day.year < start.year + years or (day.month, day.day) < (start.month, start.day):
        if (
            leap
            and day.year == start.year + years
            and (day.month, day.day) == (2, 28)
            and (day + DAY).month == 3
        ):
            return day
        day += DAY
    return day


def slow_due(completions: list[date]) -> date:
    """Keeps no anchor and count, only the list of everything that happened, and replays it."""
    base, years = completions[0], 1
    for completed in completions[1:]:
        by_due = slow_years_later(base, years + 1)
        by_completion = slow_years_later(completed, 1)
        if by_completion < by_due or by_due <= completed:
            base, years = completed, 1
        else:
            years += 1
    return slow_years_later(base, years)


@given(days, st.lists(st.integers(1, 900), max_size=6))
def test_agrees_with_a_slow_engine(start: date, gaps: list[int]):
    completions = [start]
    for gap in gaps:
        completions.append(completions[-1] + gap * DAY)
    cycle = None
    for completed in completions:
        cycle = next_cycle(cycle, completed)
    assert cycle is not None
    assert cycle.due == slow_due(completions)


@given(days, st.integers(1, 6), st.integers(-400, 900))
def test_never_more_than_twelve_months_after_completion(anchor: date, cycles: int, shift: int):
    before = Cycle(anchor=anchor, cycles=cycles)
    completed = before.due + shift * DAY
    after = next_cycle(before, completed)
    assert completed < after.due <= first_cycle(completed).due


def test_a_vendor_has_four_weeks_to_answer():
    assert answer_due(date(2026, 11, 23)) == date(2026, 12, 21)
