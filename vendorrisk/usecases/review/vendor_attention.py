"""What of one vendor needs somebody: papers, transfers, assessments, findings; the gravest first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import AGREEMENTS, kind_word
from vendorrisk.domain.diligence.clauses import Checklist  # noqa: TC001  (part of a signature that is read)
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.days import WEEKENDS_ONLY
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.transfers import TransferState
from vendorrisk.domain.review import tasks_diligence, tasks_law
from vendorrisk.domain.review.due import TaskKind
from vendorrisk.domain.review.task_facts import TaskFacts
from vendorrisk.usecases.review.unsettled import Unsettled
from vendorrisk.usecases.review.vendor_signs import (
    ENDING_DAYS,
    SOON_DAYS,
    agreement_in_force,
    needs_agreement,
    next_due,
    places_without_flow,
    standing_documents,
)
from vendorrisk.usecases.signals import GRAVITY, Signal, counted, day_word, distance_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from vendorrisk.domain.decision.records import Decision
    from vendorrisk.domain.review.due import Task
    from vendorrisk.usecases.review.unsettled import InAnswers
    from vendorrisk.usecases.review.vendor_facts import VendorFacts


class Cause(StrEnum):
    """Why something needs somebody, beside the tasks of Home."""

    AGREEMENT = "AGREEMENT"
    CLAUSES = "CLAUSES"
    TRANSFER = "TRANSFER"
    NO_MECHANISM = "NO_MECHANISM"
    RATING = "RATING"
    REACH = "REACH"
    SHORT_ANSWERS = "SHORT_ANSWERS"
    CONTRADICTIONS = "CONTRADICTIONS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One thing that needs somebody; `record_id` is what it is about, empty for the vendor itself.

    `question`: where in an assessment it is settled.
    """

    cause: Cause | TaskKind
    signal: Signal
    title: Message
    detail: Message
    record_id: str = ""
    engagement_id: str = ""
    question: str = ""


NOTHING: Final = Unsettled()


def attention(
    facts: VendorFacts,
    checklists: Iterable[tuple[str, Checklist]] = (),
    *,
    to_confirm: Sequence[Decision] = (),
    unsettled: Unsettled = NOTHING,
) -> tuple[Attention, ...]:
    """What needs somebody, the gravest first. `checklists` are those of agreements, by document.

    `to_confirm` are all decisions on the vendor, where the workspace asks for a second person; `unsettled` is
    what its answers leave open, and we.
    """
    found = [
        *_agreement(facts),
        *_transfers(facts),
        *_tasks(facts, to_confirm),
        *_ratings(facts),
        *_clauses(checklists),
        *_reach(unsettled),
        *_answers(Cause.SHORT_ANSWERS, unsettled.short),
        *_answers(Cause.CONTRADICTIONS, unsettled.contradicting),
    ]
    return tuple(sorted(found, key=lambda one: -GRAVITY.index(one.signal)))


def ahead(facts: VendorFacts) -> Message | None:
    """What comes next, and when: the reassessment, or a document that ends before; None without a day."""
    due = next_due(facts)
    days = [(due, msg("ahead.reassessment"))] if due is not None else []
    for one in standing_documents(facts):
        until = facts.standings[one.id].until
        if until is not None and until >= facts.today:
            days.append((until, msg("ahead.document", document=kind_word(one.kind))))
    if not days:
        return None
    day, what = min(days, key=lambda one: one[0])
    return msg("ahead", what=what, when=_when(day, facts.today))


def _agreement(facts: VendorFacts) -> Iterator[Attention]:
    if not needs_agreement(facts) or agreement_in_force(facts):
        return
    papers = [facts.standings[one.id] for one in facts.documents if one.kind in AGREEMENTS]
    ends = [one.last_day for one in papers if one.last_day]
    detail = msg("attention.AGREEMENT.needed" if facts.in_use else "attention.AGREEMENT.before")
    if ends:
        detail = _when(max(ends), facts.today)
    yield Attention(
        cause=Cause.AGREEMENT,
        signal=Signal.CRITICAL if facts.in_use else Signal.INFO,
        title=msg("attention.AGREEMENT.ended" if ends else "attention.AGREEMENT"),
        detail=detail,
    )


def _transfers(facts: VendorFacts) -> Iterator[Attention]:
    first_of = {one.country: one for one in reversed(places_without_flow(facts))}
    for bare in reversed(first_of.values()):
        yield Attention(
            cause=Cause.NO_MECHANISM,
            signal=Signal.CRITICAL,
            title=msg("attention.NO_MECHANISM", place=country_name(bare.country)),
            detail=msg("attention.NO_MECHANISM.detail"),
            record_id=bare.id,
            engagement_id=bare.engagement_id,
        )
    told: set[tuple[str, str]] = set()
    for flow, found in facts.transfers:
        fact = found.gaps[0].fact if found.gaps else found.why
        if found.state is TransferState.VALID or (flow.importer_country, fact.key) in told:
            continue  # storage and access in one country fail for one reason: that is said once
        told.add((flow.importer_country, fact.key))
        invalid = found.state is TransferState.INVALID
        place = msg(f"Country.{flow.importer_country}")
        yield Attention(
            cause=Cause.TRANSFER,
            signal=Signal.CRITICAL if invalid else Signal.WARN,
            title=msg(f"attention.TRANSFER.{found.state}", place=place),
            detail=_own(fact, facts),
            record_id=flow.id,
            engagement_id=flow.engagement_id,
        )


_NAMED_OURSELVES = frozenset({"transfer.dpf.unchecked", "transfer.dpf.stale"})


def _own(fact: Message, facts: VendorFacts) -> Message:
    """Leaves the vendor's own name out of a fact: it stands at the head of its page."""
    names = {facts.vendor.name, facts.vendor.legal_name}
    if fact.key in _NAMED_OURSELVES and fact.params.get("importer") in names:
        return msg(f"{fact.key}.own", **fact.params)
    return fact


_SOURCES = (
    tasks_diligence.reassessments,
    tasks_diligence.assessments,
    tasks_diligence.documents,
    tasks_diligence.findings,
    tasks_law.transfers,
    tasks_diligence.decisions,
)
_DAYS_AHEAD = {TaskKind.RENEW_DOCUMENT: ENDING_DAYS}
"""How many calendar days ahead something is worth saying, where it is not a month."""

_ABOUT_AGREEMENTS = frozenset({TaskKind.RENEW_DOCUMENT, TaskKind.JUDGE_DOCUMENT})


def _tasks(facts: VendorFacts, to_confirm: Sequence[Decision]) -> Iterator[Attention]:
    names = {one.id: facts.vendor.name for one in facts.engagements}
    found = TaskFacts(
        today=facts.today,
        names=names | {facts.vendor.id: facts.vendor.name},
        engagements=facts.open_engagements,
        assessments=[one for one in facts.assessments if one.engagement_id in _open(facts)],
        documents=facts.documents,
        standings=facts.standings,
        findings=[one for one in facts.findings if one.engagement_id in _open(facts)],
        flows=[one for one in facts.flows if one.engagement_id in _open(facts)],
        law_ends=facts.law_ends,
        decisions=[one for one in to_confirm if one.engagement_id in _open(facts)],
        second_person=bool(to_confirm),
        calendar=WEEKENDS_ONLY,
    )
    for source in _SOURCES:
        for task in source(found):
            if task.days is not None and task.days > _DAYS_AHEAD.get(task.kind, SOON_DAYS):
                continue
            if not _said_already(task, facts):
                yield _task(task, facts)


def _open(facts: VendorFacts) -> frozenset[str]:
    return frozenset(one.id for one in facts.open_engagements)


def _said_already(task: Task, facts: VendorFacts) -> bool:
    """Whether the end of an agreement is told as its absence."""
    kinds = {one.id: one.kind for one in facts.documents}
    about = kinds.get(task.subject_ids[0], "")
    late = task.days is None or task.days < 0
    return task.kind in _ABOUT_AGREEMENTS and about in AGREEMENTS and late and not agreement_in_force(facts)


def _task(task: Task, facts: VendorFacts) -> Attention:
    late = task.days is not None and task.days < 0
    soon = task.days is not None and not late
    title = f"attention.{task.kind}.late" if late and task.kind in _LATE_TITLES else f"task.what.{task.kind}"
    return Attention(
        cause=task.kind,
        signal=Signal.CRITICAL if late else Signal.WARN if soon else Signal.INFO,
        title=msg(title, **task.label.params),
        detail=_when(task.due, facts.today) if task.due else _since(task, facts),
        record_id=task.subject_ids[0],
        engagement_id=next((one for one in task.subject_ids if one in _open(facts)), ""),
    )  # fmt: skip


_LATE_TITLES = frozenset(
    {TaskKind.REASSESS, TaskKind.RENEW_DOCUMENT, TaskKind.CHASE_ANSWERS, TaskKind.CHECK_TRANSFER}
)


def _when(day: date, today: date) -> Message:
    return msg("attention.when", day=day_word(day), distance=distance_word(day, today))


def _since(task: Task, facts: VendorFacts) -> Message:
    """What stands beside a task without a day."""
    received = {one.id: one.received_on for one in facts.assessments}
    day = received.get(task.subject_ids[0])
    if day is not None:
        return msg("attention.received", day=day_word(day))
    standing = facts.standings.get(task.subject_ids[0])
    title = facts.titles.get(task.subject_ids[0], "")
    return standing.why if standing else msg(f"attention.{task.kind}.detail", title=title)


def _ratings(facts: VendorFacts) -> Iterator[Attention]:
    for one in facts.open_engagements:
        missing = facts.risks[one.id].unrated
        if missing:
            yield Attention(
                cause=Cause.RATING,
                signal=Signal.NEUTRAL,
                title=counted("attention.RATING", len(missing)),
                detail=msg("attention.RATING.detail", purpose=text_in(one.purpose, "en")),
                record_id=one.id,
                engagement_id=one.id,
            )


def _reach(unsettled: Unsettled) -> Iterator[Attention]:
    for engagement_id, customers in unsettled.reach.items():
        yield Attention(
            cause=Cause.REACH,
            signal=Signal.WARN,
            title=msg("attention.REACH"),
            detail=counted("attention.REACH.detail", customers),
            record_id=engagement_id,
            engagement_id=engagement_id,
        )


def _answers(cause: Cause, found: Iterable[InAnswers]) -> Iterator[Attention]:
    """The first open question stands for all of them: the review goes on from there."""
    for one in found:
        first = one.problems[0]
        yield Attention(
            cause=cause,
            signal=Signal.WARN,
            title=counted(f"attention.{cause}", len(one.problems)),
            detail=first.what,
            record_id=one.assessment.id,
            engagement_id=one.assessment.engagement_id,
            question=first.where,
        )


def _clauses(checklists: Iterable[tuple[str, Checklist]]) -> Iterator[Attention]:
    for document_id, checklist in checklists:
        if not checklist.blocked:
            yield from _open_items(document_id, checklist)
            continue
        missing, unchecked = len(checklist.missing), len(checklist.unchecked)
        yield Attention(
            cause=Cause.CLAUSES,
            signal=Signal.SERIOUS if missing else Signal.WARN,
            title=counted("attention.CLAUSES.missing", missing)
            if missing
            else counted("attention.CLAUSES.unchecked", unchecked),
            detail=msg("attention.CLAUSES.detail"),
            record_id=document_id,
        )


def _open_items(document_id: str, checklist: Checklist) -> Iterator[Attention]:
    """Items that came to concern the agreement after it was checked, as those of a transfer do."""
    if checklist.open:
        yield Attention(
            cause=Cause.CLAUSES,
            signal=Signal.WARN,
            title=counted("attention.CLAUSES.open", len(checklist.open)),
            detail=msg("attention.CLAUSES.open.detail", items=list(checklist.open)),
            record_id=document_id,
        )
