"""Putting a task off: until which day, and which tasks stay in sight all the same."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.message import Problem, msg
from vendorrisk.domain.review.due import GRAVE, Group, TaskKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vendorrisk.domain.review.due import Task

LONGEST: Final = timedelta(days=366)
"""Nobody can put a task off for longer: what is to rest for ever is settled, not put off."""

BINDING: Final = GRAVE | {TaskKind.REASSESS}
"""What the law or a promise to customers sets a day for (seed 0.3 for the yearly reassessment)."""


def stays_in_sight(one: Task) -> bool:
    """Whether a task keeps its place and is counted although it was put off: a binding day has passed."""
    return one.kind in BINDING and one.group is Group.OVERDUE


def is_resting(one: Task, until: date | None, today: date) -> bool:
    """Whether a task put off until a day is out of the way today; on that day it is back."""
    return until is not None and today < until and not stays_in_sight(one)


def check_snooze(until: date | None, reason: str, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with a wish to put something off."""
    return tuple(_problems(until, reason, today))


def _problems(until: date | None, reason: str, today: date) -> Iterator[Problem]:
    if until is None or until <= today:
        yield Problem("until", msg("snooze.until"), msg("snooze.until.remedy"))
    elif until > today + LONGEST:
        last = today + LONGEST
        yield Problem("until", msg("snooze.too_long", until=until), msg("snooze.too_long.remedy", last=last))
    if not reason.strip():
        yield Problem("reason", msg("snooze.reason"), msg("snooze.reason.remedy"))
