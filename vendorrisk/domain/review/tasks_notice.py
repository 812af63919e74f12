"""Tasks of notice: letters to send in time, new customers, objections, approvals, holidays to fill."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.days import NoDate
from vendorrisk.domain.notice.go_live import GlobalDate
from vendorrisk.domain.notice.objections import reply_due, reply_needed
from vendorrisk.domain.notice.records import BEFORE_SENDING, CLOSED_CHANGES, ChangeKind, ChangeState
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.review.due import Task, TaskKind, task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.notice.records import Objection
    from vendorrisk.domain.review.task_facts import RunningChange, TaskFacts


def changes(facts: TaskFacts) -> Iterator[Task]:
    """Changes that are not over, and the objections to them that have no outcome."""
    for one in facts.changes:
        yield from _early_tasks(one, facts)
        yield from _reach_tasks(one, facts)
        yield from _joiner_tasks(one, facts)
        yield from _change_tasks(one, facts)
        for objection in reply_needed(one.objections):
            due = _reply_due(objection, facts)
            label = facts.say(TaskKind.ANSWER_OBJECTION, objection.customer_id, number=one.change.number)
            yield task(
                TaskKind.ANSWER_OBJECTION, label, objection.id, one.change.id, objection.customer_id,
                today=facts.today, due=due, owner=one.change.owner,
            )  # fmt: skip


def _reply_due(objection: Objection, facts: TaskFacts) -> date | None:
    """The last day for our answer; without a date it waits for us, where our own holidays are unknown."""
    try:
        return reply_due(objection, facts.calendar, facts.our_zone)
    except NoDate:
        return None


def _early_tasks(running: RunningChange, facts: TaskFacts) -> Iterator[Task]:
    """A sub-processor in use before its own change allows it: without authorisation (GDPR 28(2)).

    In an emergency it is in use under a guard of its own (domain.md 4.2).
    """
    change, why = running.change, _not_allowed(running, facts.today)
    used = {one.id for one in facts.engagements if one.stage in _IN_FULL_USE}
    if why is not None and change.kind in _FIRST_USE and change.engagement_id in used:
        kind = TaskKind.LIVE_TOO_EARLY
        label = facts.say(kind, change.engagement_id, number=change.number, why=why)
        yield task(kind, label, change.id, change.engagement_id, today=facts.today, owner=change.owner)


_FIRST_USE = frozenset({ChangeKind.ADD, ChangeKind.REPLACE})
_IN_FULL_USE = frozenset({Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.REASSESSMENT})


def _not_allowed(running: RunningChange, today: date) -> Message | None:
    """Why a change may not be in use today; None where it may, or where nobody has to be told."""
    overall = running.overall
    if running.change.state in CLOSED_CHANGES or overall == GlobalDate(earliest=None):
        return None
    if running.change.state in BEFORE_SENDING:
        return msg("task.early.untold")
    if overall.earliest is None:
        return msg("task.early.undated", count=len(overall.blocked_by) + len(overall.undecided))
    return msg("task.early.window", day=overall.earliest) if overall.earliest > today else None


def _joiner_tasks(running: RunningChange, facts: TaskFacts) -> Iterator[Task]:
    """Who joined while the notice ran gets the change in its onboarding documents by its first day (N-9)."""
    change = running.change
    if running.joined:
        kind, due = TaskKind.RECORD_ONBOARDING, min(running.joined)
        label = facts.say(kind, change.engagement_id, number=change.number, count=len(running.joined))
        about = change.id, change.engagement_id
        yield task(kind, label, *about, today=facts.today, due=due, owner=change.owner)


def _reach_tasks(running: RunningChange, facts: TaskFacts) -> Iterator[Task]:
    """Whether the region-locked environment is reached must be said by the last day to send."""
    change = running.change
    if running.uncertain and change.state not in CLOSED_CHANGES:
        kind = TaskKind.ANSWER_REACH
        due = running.send_by or change.planned_on if change.state in BEFORE_SENDING else None
        label = facts.say(kind, change.engagement_id, number=change.number)
        about = change.id, change.engagement_id
        yield task(kind, label, *about, today=facts.today, due=due, owner=change.owner)


def _change_tasks(running: RunningChange, facts: TaskFacts) -> Iterator[Task]:
    """Before sending, the last day to send counts; afterwards the approvals, then the first permitted day."""
    change, overall = running.change, running.overall
    more = {"number": change.number}
    if change.state in BEFORE_SENDING:
        kind, due = TaskKind.SEND_NOTICES, running.send_by or change.planned_on
    elif change.state is not ChangeState.RUNNING:
        return
    elif overall.earliest is None:
        if not overall.blocked_by:
            return  # what is undecided is a task of its own
        kind, due = TaskKind.GET_APPROVAL, None
        more["count"] = str(len(overall.blocked_by))
    else:
        kind, due = TaskKind.GO_LIVE, max(overall.earliest, change.planned_on)
    label = facts.say(kind, change.engagement_id, **more)
    yield task(kind, label, change.id, change.engagement_id, today=facts.today, due=due, owner=change.owner)


def holidays(facts: TaskFacts) -> Iterator[Task]:
    """Each place that terms name needs this year's holidays and, before the year ends, the next one's."""
    known = {(row.place, row.year) for row in facts.holiday_years}
    for place in sorted({terms.holidays for terms in facts.terms} - {""}):
        for year in (facts.today.year, facts.today.year + 1):
            if (place, year) not in known:
                label = msg("task.FILL_HOLIDAYS", place=place, year=year)
                due = max(facts.today, date(year - 1, 12, 31))
                yield task(TaskKind.FILL_HOLIDAYS, label, place, today=facts.today, due=due)
