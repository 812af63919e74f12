"""What needs a person: overdue, due in the next days, or waiting for us, as one list for Home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (part of a result that is read while running)
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message  # noqa: TC001  (likewise)

if TYPE_CHECKING:
    from collections.abc import Iterable

SOON = 7
"""Days ahead that count as this week: a week from today, so that a Friday shows the next one."""


class TaskKind(StrEnum):
    """What is to be done."""

    REASSESS = "REASSESS"
    FIRST_ASSESSMENT = "FIRST_ASSESSMENT"
    SEND_QUESTIONS = "SEND_QUESTIONS"
    CHASE_ANSWERS = "CHASE_ANSWERS"
    REVIEW_ANSWERS = "REVIEW_ANSWERS"
    RENEW_DOCUMENT = "RENEW_DOCUMENT"
    JUDGE_DOCUMENT = "JUDGE_DOCUMENT"
    TELL_FINDING = "TELL_FINDING"
    FIX_FINDING = "FIX_FINDING"
    VERIFY_FIX = "VERIFY_FIX"
    ACCEPTANCE_ENDS = "ACCEPTANCE_ENDS"
    CONFIRM_DECISION = "CONFIRM_DECISION"
    CHECK_TRANSFER = "CHECK_TRANSFER"
    MEND_TRANSFER = "MEND_TRANSFER"
    NO_MECHANISM = "NO_MECHANISM"
    NO_AGREEMENT = "NO_AGREEMENT"
    ANSWER_REACH = "ANSWER_REACH"
    SEND_NOTICES = "SEND_NOTICES"
    ANSWER_OBJECTION = "ANSWER_OBJECTION"
    GET_APPROVAL = "GET_APPROVAL"
    RECORD_ONBOARDING = "RECORD_ONBOARDING"
    LIVE_TOO_EARLY = "LIVE_TOO_EARLY"
    GO_LIVE = "GO_LIVE"
    FILL_HOLIDAYS = "FILL_HOLIDAYS"


class Group(StrEnum):
    """Under which heading a task stands."""

    OVERDUE = "OVERDUE"
    THIS_WEEK = "THIS_WEEK"
    WAITING = "WAITING"
    LATER = "LATER"


BREACHES = frozenset(
    {TaskKind.MEND_TRANSFER, TaskKind.NO_MECHANISM, TaskKind.NO_AGREEMENT, TaskKind.LIVE_TOO_EARLY}
)
"""As it stands, each is against the law while data is processed (GDPR 28, 44): overdue without a day."""

GRAVE = BREACHES | {
    TaskKind.ANSWER_REACH, TaskKind.SEND_NOTICES, TaskKind.ANSWER_OBJECTION, TaskKind.CHECK_TRANSFER,
}  # fmt: skip
"""Late by a single day, these break a contract or the law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do. `days` until it is due: negative when late, None without a date.

    `subject_ids` lead to what it is about, the most telling first.
    """

    kind: TaskKind
    subject_ids: tuple[str, ...]
    label: Message
    due: date | None
    days: int | None
    owner: str = ""

    @property
    def group(self) -> Group:
        """Overdue from the day after the due date; without one a breach is overdue, all else waits (9.14)."""
        if self.days is None:
            return Group.OVERDUE if self.kind in BREACHES else Group.WAITING
        if self.days < 0:
            return Group.OVERDUE
        return Group.THIS_WEEK if self.days <= SOON else Group.LATER


def task(
    kind: TaskKind,
    label: Message,
    *subject_ids: str,
    today: date,
    due: date | None = None,
    owner: str = "",
) -> Task:
    """Makes one task."""
    days = None if due is None else (due - today).days
    return Task(
        kind=kind,
        subject_ids=subject_ids,
        label=label,
        due=due,
        days=days,
        owner=owner,
    )


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """By group, breaches of the law and then the most urgent first; else in the order they were found."""
    groups = list(Group)
    return tuple(
        sorted(tasks, key=lambda one: (groups.index(one.group), one.kind not in BREACHES, one.days or 0))
    )
