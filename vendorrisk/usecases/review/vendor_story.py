"""What happened to a vendor, day by day: engaged, asked, answered, assessed, decided, announced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import Decision, HandCheck, Outcome, StageMove
from vendorrisk.domain.diligence.artefacts import kind_word
from vendorrisk.domain.diligence.records import AssessmentState
from vendorrisk.domain.diligence.validity import ArtefactStatus
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.signals import Signal, counted, day_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.domain.diligence.validity import Standing
    from vendorrisk.domain.notice.records import Change
    from vendorrisk.usecases.review.vendor_facts import VendorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened on a day; `record_id` is what it is about."""

    day: date
    signal: Signal
    title: Message
    detail: Message
    record_id: str


def story(
    facts: VendorFacts,
    decisions: Sequence[Decision],
    changes: Sequence[Change],
    moves: Sequence[StageMove] = (),
    checks: Sequence[HandCheck] = (),
) -> list[Happening]:
    """What happened, the latest first; of one day, what came later in the round first."""
    found = [
        *_moves(moves),
        *_hand_checks(checks),
        *_changes(changes),
        *_decisions(decisions),
        *_assessments(facts),
        *_documents(facts),
        *_engaged(facts),
    ]
    return _latest_first(found)


def decided(
    decisions: Sequence[Decision], moves: Sequence[StageMove], checks: Sequence[HandCheck]
) -> list[Happening]:
    """Every decision, every move and every word given for an unchecked guard, the latest first."""
    return _latest_first([*_moves(moves), *_hand_checks(checks), *_decisions(decisions)])


def _latest_first(found: list[Happening]) -> list[Happening]:
    return sorted(found, key=lambda one: one.day, reverse=True)


def _assessments(facts: VendorFacts) -> Iterator[Happening]:
    for one in facts.assessments:
        if one.finished_on and one.state is AssessmentState.FINISHED:
            yield _event(one.finished_on, Signal.GOOD, "story.assessed", _with_findings(facts, one), one.id)
        if one.received_on and one.received_on != one.finished_on:
            yield _event(one.received_on, Signal.INFO, "story.answered", _about(facts, one), one.id)
        if one.sent_on:
            yield _event(one.sent_on, Signal.NEUTRAL, "story.sent", _sent(facts, one), one.id)


def _with_findings(facts: VendorFacts, assessment: Assessment) -> Message:
    count = sum(finding.assessment_id == assessment.id for finding in facts.findings)
    return counted("story.assessed.findings", count) if count else _about(facts, assessment)


def _about(facts: VendorFacts, assessment: Assessment) -> Message:
    return msg("plain", text=facts.titles.get(assessment.id, assessment.questionnaire))


def _sent(facts: VendorFacts, assessment: Assessment) -> Message:
    if assessment.due_on is None:
        return _about(facts, assessment)
    return msg("story.sent.due", due=day_word(assessment.due_on))


_OUTCOMES = {
    Outcome.APPROVED: Signal.GOOD,
    Outcome.APPROVED_WITH_CONDITIONS: Signal.WARN,
    Outcome.REJECTED: Signal.CRITICAL,
}


def _decisions(decisions: Sequence[Decision]) -> Iterator[Happening]:
    for one in decisions:
        why = " ".join(part for part in (one.conditions, one.reason) if part)
        detail = _by(one.decided_by, why)
        yield Happening(
            day=one.decided_on, signal=_OUTCOMES[one.outcome], title=label(one.outcome), detail=detail,
            record_id=one.id,
        )  # fmt: skip


_DECIDED = frozenset(outcome.value for outcome in Outcome)


def _moves(moves: Sequence[StageMove]) -> Iterator[Happening]:
    """Moves that are no decision, with their reason, the latest first; and who agreed to those that are."""
    for one in reversed(moves):
        agreed = "; ".join(person for person in (one.head_of_privacy, one.ciso) if person)
        if one.to_stage not in _DECIDED:
            title = msg("story.moved", stage=label(Stage(one.to_stage)))
            detail = _by(one.moved_by, one.reason)
            yield Happening(
                day=one.moved_on, signal=Signal.NEUTRAL, title=title, detail=detail, record_id=one.id
            )
        elif agreed:
            yield _event(one.moved_on, Signal.NEUTRAL, "story.agreed", _text(agreed), one.id)


def _hand_checks(checks: Sequence[HandCheck]) -> Iterator[Happening]:
    for one in reversed(checks):
        title = msg("story.checked", guards=[msg(f"guard.{guard}.title") for guard in one.guards])
        yield Happening(
            day=one.confirmed_on, signal=Signal.NEUTRAL, title=title, detail=_by(one.confirmed_by, one.why),
            record_id=one.id,
        )  # fmt: skip


def _by(person: str, why: str) -> Message:
    return msg("story.decided_why", person=person, why=why) if why else msg("story.decided", person=person)


def _text(words: str) -> Message:
    return msg("plain", text=words)


def _documents(facts: VendorFacts) -> Iterator[Happening]:
    for one in facts.documents:
        day = one.valid_from or one.issued_on or one.period_end
        if day is not None and day <= facts.today:
            title = msg("plain", text=kind_word(one.kind))
            detail = _how_long(facts.standings[one.id])
            yield Happening(day=day, signal=Signal.NEUTRAL, title=title, detail=detail, record_id=one.id)


def _how_long(standing: Standing) -> Message:
    """Until when a document counts; for one that does not count today, why it does not."""
    if standing.status is not ArtefactStatus.VALID:
        return standing.why
    if standing.until is None:
        return msg("story.document.open")
    return msg("story.document.until", until=day_word(standing.until))


def _changes(changes: Sequence[Change]) -> Iterator[Happening]:
    for one in changes:
        detail = msg("story.change", number=one.number)
        if one.live_on is not None:
            yield _event(one.live_on, Signal.GOOD, "story.change.live", detail, one.id)
        if one.created_on is not None:
            yield _event(one.created_on, Signal.NEUTRAL, "story.change.begun", detail, one.id)


def _engaged(facts: VendorFacts) -> Iterator[Happening]:
    for one in facts.engagements:
        if one.live_since is not None:
            yield _event(one.live_since, Signal.GOOD, "story.engaged", label(one.origin), one.id)


def _event(day: date, signal: Signal, key: str, detail: Message, record_id: str) -> Happening:
    return Happening(day=day, signal=signal, title=msg(key), detail=detail, record_id=record_id)
