"""Everything that needs a person today, found in all stages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.register.records import ENDED_STAGES
from vendorrisk.domain.review import tasks_diligence, tasks_law, tasks_notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vendorrisk.domain.review.due import Task
    from vendorrisk.domain.review.task_facts import TaskFacts


def tasks(facts: TaskFacts) -> tuple[Task, ...]:
    """Everything that needs a person, in the order in which it was found; what is over needs nobody."""
    over = {one.id for one in facts.engagements if one.stage in ENDED_STAGES}
    current = replace(
        facts,
        assessments=[one for one in facts.assessments if one.engagement_id not in over],
        findings=[one for one in facts.findings if one.engagement_id not in over],
        decisions=[one for one in facts.decisions if one.engagement_id not in over],
        flows=[one for one in facts.flows if one.engagement_id not in over],
    )
    return tuple(one for find in SOURCES for one in find(current))


SOURCES: tuple[Callable[[TaskFacts], Iterable[Task]], ...] = (
    tasks_diligence.reassessments,
    tasks_diligence.assessments,
    tasks_diligence.documents,
    tasks_diligence.findings,
    tasks_diligence.decisions,
    tasks_law.transfers,
    tasks_law.mechanisms,
    tasks_law.agreements,
    tasks_notice.changes,
    tasks_notice.holidays,
)
"""Where tasks are looked for."""
