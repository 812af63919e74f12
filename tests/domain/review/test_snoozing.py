"""A task put off is back on its day, and one with a binding day that has passed never leaves sight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.message import msg
from vendorrisk.domain.review.due import TaskKind, task
from vendorrisk.domain.review.snoozing import BINDING, LONGEST, check_snooze, is_resting, stays_in_sight

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def a_task(kind=TaskKind.RENEW_DOCUMENT, due=None):
    return task(kind, msg("task"), "x", today=TODAY, due=due)


@given(st.integers(min_value=-400, max_value=400))
def test_a_task_rests_until_the_day_before_and_is_back_on_the_day(ahead):
    assert is_resting(a_task(), TODAY + ahead * DAY, TODAY) is (ahead > 0)


def test_what_was_never_put_off_does_not_rest():
    assert not is_resting(a_task(), None, TODAY)


@pytest.mark.parametrize("kind", sorted(BINDING))
def test_a_binding_day_is_put_out_of_sight_before_it_has_passed_and_never_after(kind):
    tomorrow = TODAY + DAY
    assert is_resting(a_task(kind, due=TODAY), tomorrow, TODAY)
    assert not is_resting(a_task(kind, due=TODAY - DAY), tomorrow, TODAY)
    assert stays_in_sight(a_task(kind, due=TODAY - DAY))


def test_what_nobody_promised_may_rest_although_it_is_late():
    assert is_resting(a_task(due=TODAY - DAY), TODAY + DAY, TODAY)


@pytest.mark.parametrize(
    ("until", "reason", "wrong"),
    [
        (TODAY + DAY, "Waits for legal", []),
        (TODAY + LONGEST, "Waits for legal", []),
        (TODAY + LONGEST + DAY, "Waits for legal", ["until"]),
        (TODAY, "Waits for legal", ["until"]),
        (None, "", ["until", "reason"]),
        (TODAY + DAY, "  ", ["reason"]),
    ],
)
def test_a_day_ahead_within_a_year_and_a_reason_are_needed(until, reason, wrong):
    assert [one.where for one in check_snooze(until, reason, TODAY)] == wrong
