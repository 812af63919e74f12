"""Tasks of what the law asks for while data is processed: a transfer that holds, and an agreement."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.artefacts import AGREEMENTS
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.transfers import TransferState
from vendorrisk.domain.register.vocabulary import Mechanism
from vendorrisk.domain.review.due import Task, TaskKind, task
from vendorrisk.domain.review.facts import in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.register.records import Engagement, Flow
    from vendorrisk.domain.review.task_facts import TaskFacts


def transfers(facts: TaskFacts) -> Iterator[Task]:
    """Each transfer by the first day that runs out, or without a day where it does not hold as it stands.

    Storage and access in one country that ask for the same are one task.
    """
    told: set[tuple[object, ...]] = set()
    for one in facts.flows:
        if has_ended(one.valid_to, facts.today):
            continue
        kind, due = _state_of(one, facts)
        same = (one.engagement_id, one.importer_country, kind, due)
        if kind is None or same in told:
            continue
        told.add(same)
        label = facts.say(
            kind, one.engagement_id, mechanism=one.mechanism, place=country_name(one.importer_country)
        )
        yield task(kind, label, one.id, one.engagement_id, today=facts.today, due=due)


def _state_of(flow: Flow, facts: TaskFacts) -> tuple[TaskKind | None, date | None]:
    """What is to be done about a transfer, and by when: what ran out on a day is overdue since then."""
    due = min(_last_good_days(flow, facts), default=None)
    verdict = facts.verdicts.get(flow.id)
    if verdict is None or (due is not None and due < facts.today):
        return (TaskKind.CHECK_TRANSFER, due) if due is not None else (None, None)
    invalid = verdict.state is TransferState.INVALID
    return (TaskKind.MEND_TRANSFER if invalid else TaskKind.CHECK_TRANSFER), None


def _last_good_days(flow: Flow, facts: TaskFacts) -> Iterator[date]:
    """The last good days (inclusive) of its assessment, next check and law, and of a look-up in its list."""
    days = [flow.tia_valid_until, flow.next_due, facts.law_ends.get(flow.id)]
    if flow.mechanism == Mechanism.DPF and flow.checked_on is not None and flow.id in facts.verdicts:
        days.append(flow.checked_on + timedelta(days=facts.recheck_days))
    return (day for day in days if day is not None)


def mechanisms(facts: TaskFacts) -> Iterator[Task]:
    """Countries outside the EEA from or in which data is processed without any transfer on record (G6)."""
    assessed = _assessed(facts)
    places = {
        (one.engagement_id, one.country): one for one in reversed(facts.bare) if one.engagement_id in assessed
    }
    for one in reversed(places.values()):
        label = facts.say(TaskKind.NO_MECHANISM, one.engagement_id, place=country_name(one.country))
        yield task(TaskKind.NO_MECHANISM, label, one.id, one.engagement_id, today=facts.today)


def agreements(facts: TaskFacts) -> Iterator[Task]:
    """Vendors in use as sub-processors without any agreement on record; one that ended is to be renewed."""
    on_record = {
        one.vendor_id
        for one in facts.documents
        if one.kind in AGREEMENTS and facts.standings[one.id].status is not ArtefactStatus.NOT_YET_VALID
    }
    lacking = {
        one.vendor_id: one for one in reversed(_assessed(facts).values()) if one.vendor_id not in on_record
    }
    for vendor_id, one in reversed(lacking.items()):
        label = facts.say(TaskKind.NO_AGREEMENT, vendor_id)
        yield task(TaskKind.NO_AGREEMENT, label, one.id, vendor_id, today=facts.today, owner=one.owner)


def _assessed(facts: TaskFacts) -> dict[str, Engagement]:
    """Engagements in use that were assessed; of the others all is still to be recorded, which is one task."""
    return {
        one.id: one for one in facts.engagements if in_use(one.role, one.stage) and one.anchor is not None
    }
