"""Overdue begins the day after the due date; what has no date waits for us."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from vendorrisk.domain.message import msg
from vendorrisk.domain.review.due import Group, TaskKind, in_order, task

TODAY = date(2026, 11, 23)


def due_in(days: int | None, kind=TaskKind.REASSESS, **facts):
    due = None if days is None else TODAY + timedelta(days=days)
    return task(kind, msg("task.REASSESS"), "e-1", today=TODAY, due=due, **facts)


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (-1, Group.OVERDUE), (0, Group.THIS_WEEK), (7, Group.THIS_WEEK), (8, Group.LATER),
        (None, Group.WAITING),
    ],
)  # fmt: skip
def test_headings(days, group):
    assert due_in(days).group is group
    assert due_in(days).days == days


def test_the_most_urgent_stands_first_under_each_heading():
    ordered = in_order([due_in(None), due_in(90), due_in(3), due_in(-2), due_in(0), due_in(-40)])
    assert [one.days for one in ordered] == [-40, -2, 0, 3, None, 90]
