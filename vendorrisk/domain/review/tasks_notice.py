"""Tasks of notice: letters to send in time, objections to answer, approvals to get, holidays to fill."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.days import NoDate
from vendorrisk.domain.notice.objections import reply_due, reply_needed
from vendorrisk.domain.notice.records import BEFORE_SENDING, CLOSED_CHANGES, ChangeState
from vendorrisk.domain.review.due import Task, TaskKind, task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.notice.records import Objection
    from vendorrisk.domain.review.task_facts import RunningChange, TaskFacts


def changes(facts: TaskFacts) -> Iterator[Task]:
    """Changes that are not over, and the objections to them that have no outcome."""
    for one in facts.changes:
        yield from _reach_tasks(one, facts)
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
