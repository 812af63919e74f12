"""What nobody has settled yet: answers that fall short or contradict the register, and an answer we owe."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import AssessmentState, Verdict
from vendorrisk.domain.notice.affected import uncertain, who_is_affected
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Role
from vendorrisk.usecases.diligence.finding_proposals import proposals_of, unraised
from vendorrisk.usecases.diligence.register_differences import register_warnings
from vendorrisk.usecases.notice.changes import scope_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.diligence.records import Assessment
    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader
    from vendorrisk.usecases.review.vendor_facts import VendorFacts

FAILING = f"finding.none.{Verdict.FAILS}"
JUDGED = frozenset({AssessmentState.IN_REVIEW, AssessmentState.FINISHED})
ANSWERED = JUDGED | {AssessmentState.ANSWERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class InAnswers:
    """What the newest answers on an engagement leave open; `problems` name their questions, in order."""

    assessment: Assessment
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """What is open with a vendor. `reach`: engagement -> region-locked customers who wait for an answer."""

    short: tuple[InAnswers, ...] = ()
    contradicting: tuple[InAnswers, ...] = ()
    reach: Mapping[str, int] = field(default_factory=dict)


def unsettled(office: Office, reader: Reader, facts: VendorFacts) -> Unsettled:
    """Looks through the newest answers on each engagement that is not over, and at who waits for our own."""
    current = {one.id for one in facts.open_engagements}
    own = [one for one in facts.assessments if one.engagement_id in current]
    short = ((one, _bad_answers(office, reader, one)) for one in newest(own, JUDGED))
    contradicting = ((one, register_warnings(office, reader, one)) for one in newest(own, ANSWERED))
    return Unsettled(
        short=tuple(InAnswers(assessment=one, problems=found) for one, found in short if found),
        contradicting=tuple(
            InAnswers(assessment=one, problems=found) for one, found in contradicting if found
        ),
        reach=_waiting_for_reach(reader, facts),
    )


def _bad_answers(office: Office, reader: Reader, assessment: Assessment) -> tuple[Problem, ...]:
    """Answers without a finding that fail, or that are partly met and bad by their question's own rule.

    Finishing names everything that is only partly met; what nobody needs to record is not held up for ever.
    """
    short = unraised(office, reader, assessment)
    asked_for = {one.source for one in proposals_of(office, reader, assessment)} if short else set()
    return tuple(one for one in short if one.what.key == FAILING or one.where in asked_for)


def newest(assessments: Iterable[Assessment], states: frozenset[AssessmentState]) -> list[Assessment]:
    """The newest assessment of each engagement that has come so far."""
    in_order = sorted((one for one in assessments if one.state in states), key=lambda one: one.id)
    return list({one.engagement_id: one for one in in_order}.values())


def _waiting_for_reach(reader: Reader, facts: VendorFacts) -> dict[str, int]:
    silent = [one for one in facts.open_engagements if _is_silent(one)]
    locked = reader.find(Customer, region_lock=True) if silent else []
    scopes = {one.id: scope_around(one, facts.services.get(one.service_id)) for one in silent}
    counts = {key: len(uncertain(who_is_affected(locked, scope))) for key, scope in scopes.items()}
    return {engagement_id: count for engagement_id, count in counts.items() if count}


def _is_silent(engagement: Engagement) -> bool:
    return engagement.role is Role.SUB_PROCESSOR and engagement.reaches_locked is None
