"""Tasks of due diligence and decision: assessments, documents, findings, confirmations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.artefacts import Clock, kind_of
from vendorrisk.domain.diligence.records import AssessmentState, FindingState
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.diligence.validity import ArtefactStatus, aged_from
from vendorrisk.domain.months import add_months
from vendorrisk.domain.review.due import Task, TaskKind, task
from vendorrisk.domain.review.facts import in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.domain.diligence.validity import Standing
    from vendorrisk.domain.review.task_facts import TaskFacts


def reassessments(facts: TaskFacts) -> Iterator[Task]:
    """Sub-processors in use by the day of their next reassessment; never assessed ones wait without a day."""
    for one in facts.engagements:
        if not in_use(one.role, one.stage):
            continue
        due = due_date(one.anchor, one.cycles)
        kind = TaskKind.FIRST_ASSESSMENT if due is None else TaskKind.REASSESS
        label = facts.say(kind, one.id)
        yield task(kind, label, one.id, one.vendor_id, today=facts.today, due=due, owner=one.owner)


_ASSESSMENT_TASKS = {
    AssessmentState.DRAFT: TaskKind.SEND_QUESTIONS,
    AssessmentState.SENT: TaskKind.CHASE_ANSWERS,
    AssessmentState.ANSWERED: TaskKind.REVIEW_ANSWERS,
    AssessmentState.IN_REVIEW: TaskKind.REVIEW_ANSWERS,
}


def assessments(facts: TaskFacts) -> Iterator[Task]:
    """Questions out with a vendor are chased by their day; answers that came back wait for us without one."""
    for one in facts.assessments:
        kind = _ASSESSMENT_TASKS.get(one.state)
        if kind is None or (kind is TaskKind.CHASE_ANSWERS and one.due_on is None):
            continue
        due = one.due_on if kind is TaskKind.CHASE_ANSWERS else None
        title = facts.names.get(one.questionnaire, one.questionnaire)
        label = facts.say(kind, one.engagement_id, questionnaire=title)
        yield task(kind, label, one.id, one.engagement_id, today=facts.today, due=due, owner=one.reviewer)


_COUNTS_OR_WILL = {ArtefactStatus.VALID, ArtefactStatus.NOT_YET_VALID}


def documents(facts: TaskFacts) -> Iterator[Task]:
    """What ends is due on its last good day; what has ended without a successor is overdue since then."""
    for one in facts.documents:
        standing = facts.standings.get(one.id)
        if standing is None or _has_successor(one, facts):
            continue
        if standing.status is ArtefactStatus.UNKNOWN:
            yield _document_task(TaskKind.JUDGE_DOCUMENT, one, None, facts)
        elif standing.status not in _COUNTS_OR_WILL:
            yield _document_task(TaskKind.RENEW_DOCUMENT, one, _ended_on(one, standing, facts), facts)
        elif standing.until is not None:
            yield _document_task(TaskKind.RENEW_DOCUMENT, one, standing.until, facts)


def _document_task(kind: TaskKind, document: Document, due: date | None, facts: TaskFacts) -> Task:
    label = facts.say(kind, document.vendor_id, document=document.title or document.kind)
    return task(kind, label, document.id, document.vendor_id, today=facts.today, due=due)


def _ended_on(document: Document, standing: Standing, facts: TaskFacts) -> date | None:
    """Its last good day by print, edition or age; None where something else ended it: a suspension."""
    kind, start = kind_of(document.kind), aged_from(document)
    months = facts.freshness.current if kind.clock is Clock.PERIOD else kind.months
    aged = add_months(start, months) if start is not None and months is not None else None
    ends = [day for day in (standing.ended, aged) if day is not None and day < facts.today]
    return min(ends, default=None)


def _has_successor(document: Document, facts: TaskFacts) -> bool:
    """Whether another document of the same kind for the same vendor and engagement stays valid for longer."""
    mine = _valid_until(document, facts)
    return any(
        other.id != document.id
        and (other.vendor_id, other.engagement_id, other.kind)
        == (document.vendor_id, document.engagement_id, document.kind)
        and _valid_until(other, facts) > mine
        for other in facts.documents
    )


def _valid_until(document: Document, facts: TaskFacts) -> date:
    standing = facts.standings.get(document.id)
    if standing is None or standing.status is not ArtefactStatus.VALID:
        return date.min
    return standing.until or date.max


_FINDING_TASKS = {
    FindingState.OPEN: TaskKind.FIX_FINDING,
    FindingState.PLAN_AGREED: TaskKind.FIX_FINDING,
    FindingState.REOPENED: TaskKind.FIX_FINDING,
    FindingState.FIX_CLAIMED: TaskKind.VERIFY_FIX,
    FindingState.ACCEPTED: TaskKind.ACCEPTANCE_ENDS,
}


def findings(facts: TaskFacts) -> Iterator[Task]:
    """A finding's clock starts when the vendor is told in writing (domain.md 6.7)."""
    for one in facts.findings:
        kind = _FINDING_TASKS.get(one.state)
        if kind is None:
            continue
        if kind is TaskKind.FIX_FINDING and one.communicated_on is None:
            kind = TaskKind.TELL_FINDING
        due = {TaskKind.FIX_FINDING: one.due_on, TaskKind.ACCEPTANCE_ENDS: one.accepted_until}.get(kind)
        label = facts.say(kind, one.engagement_id, title=one.title, severity=one.severity)
        yield task(kind, label, one.id, one.engagement_id, today=facts.today, due=due, owner=one.owner)


def decisions(facts: TaskFacts) -> Iterator[Task]:
    """The newest decision of each engagement, where a second person has to confirm it and has not."""
    newest = {one.engagement_id: one for one in sorted(facts.decisions, key=lambda one: one.decided_on)}
    for one in newest.values():
        if facts.second_person and one.confirmed_on is None:
            label = facts.say(TaskKind.CONFIRM_DECISION, one.engagement_id)
            yield task(TaskKind.CONFIRM_DECISION, label, one.id, one.engagement_id, today=facts.today)
