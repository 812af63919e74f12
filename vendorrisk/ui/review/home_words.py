"""The tasks of Home in the words of its list: how late, how soon, and the verb that settles each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.review.due import Group, TaskKind, in_order
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.task_model import Task, TaskGroup
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.review.home_tasks import ToDo

RECOVERY: Final = "recovery"
"""The id of the task that every new workspace has: confirming its recovery code."""

LONG_AGO: Final = 100
"""Days from which lateness is told roughly; nobody counts in hundreds, and the day stands beside it."""
MONTH: Final = 30
YEAR: Final = 365

_TITLES: Final = {
    Group.OVERDUE: mark("Overdue"),
    Group.THIS_WEEK: mark("This week"),
    Group.WAITING: mark("Waiting for us"),
}
_KINDS: Final = {
    Group.OVERDUE: Kind.CRITICAL,
    Group.THIS_WEEK: Kind.WARN,
    Group.WAITING: Kind.INFO,
}
_VERBS: Final = {
    TaskKind.REASSESS: mark("Assess again"),
    TaskKind.FIRST_ASSESSMENT: mark("Assess"),
    TaskKind.SEND_QUESTIONS: mark("Send questionnaire"),
    TaskKind.CHASE_ANSWERS: mark("Draft reminder"),
    TaskKind.REVIEW_ANSWERS: mark("Review answers"),
    TaskKind.RENEW_DOCUMENT: mark("Add document"),
    TaskKind.JUDGE_DOCUMENT: mark("Add dates"),
    TaskKind.TELL_FINDING: mark("Update finding"),
    TaskKind.FIX_FINDING: mark("Update finding"),
    TaskKind.VERIFY_FIX: mark("Verify fix"),
    TaskKind.ACCEPTANCE_ENDS: mark("Update finding"),
    TaskKind.CONFIRM_DECISION: mark("Confirm decision"),
    TaskKind.CHECK_TRANSFER: mark("Review transfer"),
    TaskKind.MEND_TRANSFER: mark("Open vendor"),
    TaskKind.NO_MECHANISM: mark("Open vendor"),
    TaskKind.NO_AGREEMENT: mark("Open vendor"),
    TaskKind.ANSWER_REACH: mark("Open vendor"),
    TaskKind.SEND_NOTICES: mark("Open change"),
    TaskKind.ANSWER_OBJECTION: mark("Answer objection"),
    TaskKind.GET_APPROVAL: mark("Open change"),
    TaskKind.RECORD_ONBOARDING: mark("Open change"),
    TaskKind.LIVE_TOO_EARLY: mark("Open change"),
    TaskKind.GO_LIVE: mark("Open change"),
    TaskKind.FILL_HOLIDAYS: mark("Fill in"),
}


def groups_of(
    todo: Sequence[ToDo],
    today: date,
    say: Callable[[Message], str],
    *,
    resting: Sequence[ToDo] = (),
    recovery: bool,
) -> list[TaskGroup]:
    """The groups of the list in their order, what is put off last, under a heading of its own.

    `recovery`: the recovery code is still to be confirmed.
    """
    by_task = {id(one.task): one for one in todo}
    ordered = [by_task[id(task)] for task in in_order(one.task for one in todo)]
    words = _told_apart(ordered, say)
    shown = {
        group: [_line(one, group, today, say, words[one.id]) for one in ordered if one.task.group is group]
        for group in _TITLES
    }
    if recovery:
        shown[Group.WAITING].append(_recovery())
    groups = [TaskGroup(title=tr(_TITLES[group]), tasks=tuple(lines)) for group, lines in shown.items()]
    return [
        *groups,
        TaskGroup(title=tr("Snoozed"), tasks=tuple(_resting_line(one, today, say) for one in resting)),
    ]


def _recovery() -> Task:
    return Task(
        id=RECOVERY, kind=Kind.INFO, name=tr("Recovery code"), what=tr("Not confirmed yet"),
        verb=tr("Confirm"),
    )  # fmt: skip


def _told_apart(todo: Sequence[ToDo], say: Callable[[Message], str]) -> dict[str, str]:
    """What is to be done, by task; tasks of one vendor that say the same, as findings may, are numbered."""
    told = {one.id: (say(one.name), say(one.what)) for one in todo}
    same = Counter(told.values())
    seen: Counter[tuple[str, str]] = Counter()
    words = {}
    for id_, told_one in told.items():
        seen[told_one] += 1
        what = told_one[1]
        words[id_] = tr("{what} ({number})", what=what, number=seen[told_one]) if same[told_one] > 1 else what
    return words


def _line(one: ToDo, group: Group, today: date, say: Callable[[Message], str], what: str) -> Task:
    task = one.task
    when, distance = _times(one, group, today)
    return Task(
        id=one.id, kind=_KINDS[group], name=say(one.name), what=_what(one, today, what), when=when,
        distance=distance, owner=task.owner, verb=verb_of(one), late=group is Group.OVERDUE,
    )  # fmt: skip


def _resting_line(one: ToDo, today: date, say: Callable[[Message], str]) -> Task:
    """What is put off, with the day on which it is back in place of its own."""
    when = day(one.snooze.until, "ddd d MMM") if one.snooze else ""
    distance = _ahead((one.snooze.until - today).days) if one.snooze else ""
    return Task(
        id=one.id, kind=Kind.NEUTRAL, name=say(one.name), what=say(one.what), when=when, distance=distance,
        owner=one.task.owner, verb=verb_of(one),
    )  # fmt: skip


def verb_of(one: ToDo) -> str:
    """What settles a task; what is put off is brought back first."""
    return tr("Bring back") if one.resting else tr(_VERBS[one.task.kind])


def _what(one: ToDo, today: date, what: str) -> str:
    """What is to be done. A binding day that has passed stays in sight, and says that it was put off."""
    if one.snooze is None:
        return what
    return tr("Snoozed until {day}: {what}", day=near(one.snooze.until, today), what=what)


def distance_of(one: ToDo) -> str:
    """How late or how near a task with a day is: "12 days late", "in 3 days"."""
    days = one.task.days or 0
    return _late(-days) if days < 0 else _ahead(days)


def _times(one: ToDo, group: Group, today: date) -> tuple[str, str]:
    due, days = one.task.due, one.task.days
    if group is Group.OVERDUE and due is not None and days is not None:
        return _late(-days), _since(due, today)
    if group is Group.OVERDUE:
        return tr("now"), ""
    if due is not None and days is not None:
        return day(due, "ddd d MMM"), _ahead(days)
    if one.since is not None:
        return day(one.since, "ddd d MMM"), _ago((today - one.since).days)
    return "", ""


def _late(days: int) -> str:
    if days < LONG_AGO:
        return tr_count("{count} day late", "{count} days late", days)
    if days >= YEAR:
        return tr_count("{count} year late", "{count} years late", days // YEAR)
    return tr("{count} months late", count=days // MONTH)


def _since(due: date, today: date) -> str:
    """Since when; of another year the month is enough, the day itself stands in the quick look."""
    return tr("since {day}", day=day(due, "d MMM" if due.year == today.year else "MMM yyyy"))


def near(when: date, today: date) -> str:
    """A day with its month, and with its year where that is not this one."""
    return day(when, "d MMM" if when.year == today.year else "d MMM yyyy")


def _ahead(days: int) -> str:
    if days <= 1:
        return tr("tomorrow") if days else tr("today")
    return tr_count("in {count} day", "in {count} days", days)


def _ago(days: int) -> str:
    if days <= 1:
        return tr("yesterday") if days else tr("today")
    return tr_count("{count} day ago", "{count} days ago", days)
