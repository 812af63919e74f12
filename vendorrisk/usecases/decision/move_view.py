"""A move before it is made: where it may go, every guard on the way, and what the person has to bring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.domain.decision import lifecycle
from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.decision.guards_contract import agreement_accepted, agreement_complete
from vendorrisk.domain.decision.move import plan_move
from vendorrisk.domain.diligence.acceptance import Approver
from vendorrisk.domain.diligence.records import UNDER_WAY, Assessment
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.records import OPEN_CHANGES, Change, ChangeState, Notice
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases.decision.dossiers import dossier_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.decision.lifecycle import Transition
    from vendorrisk.domain.decision.move import Plan
    from vendorrisk.domain.message import Blocked, Message
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


class Bring(StrEnum):
    """What a person may have to bring for a step."""

    REASON = "REASON"
    CONDITIONS = "CONDITIONS"
    DECIDER = "DECIDER"
    HEAD_OF_PRIVACY = "HEAD_OF_PRIVACY"
    CISO = "CISO"
    DPO_OPINION = "DPO_OPINION"
    TRIGGER = "TRIGGER"
    AUTHORITY_ORDER = "AUTHORITY_ORDER"
    UNCHECKED = "UNCHECKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a step asks the person for: fields to fill, and facts to confirm."""

    brings: frozenset[Bring] = frozenset()
    attested: tuple[Attested, ...] = ()


_BY_FACT: dict[str, frozenset[Bring]] = {
    "need.conditions": frozenset({Bring.CONDITIONS}),
    "need.decider": frozenset({Bring.DECIDER}),
    "need.other_person": frozenset({Bring.DECIDER}),
    "need.dpo_decides": frozenset({Bring.DECIDER}),
    "need.dpo_opinion": frozenset({Bring.DPO_OPINION, Bring.REASON}),
    "need.against_dpo": frozenset({Bring.DPO_OPINION, Bring.REASON}),
    "need.reassessment_early": frozenset({Bring.TRIGGER}),
    "move.unchecked": frozenset({Bring.UNCHECKED}),
    "move.unchecked_short": frozenset({Bring.UNCHECKED}),
}
_APPROVERS = {Approver.HEAD_OF_PRIVACY: Bring.HEAD_OF_PRIVACY, Approver.CISO: Bring.CISO}
_REASON, _ATTESTED = "need.reason.", "need.attested."
SUSPEND = "suspend"
_INTO_USE = frozenset({Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.EMERGENCY_LIVE})
_STOPS = frozenset({Stage.REJECTED, Stage.WITHDRAWN, Stage.SUSPENDED, Stage.EXITING})


def wanted_for(blocked: Iterable[Blocked]) -> Wanted:
    """What a person can bring against what stands in the way."""
    facts = list(blocked)
    keys = {one.fact.key for one in facts}
    return Wanted(
        brings=frozenset(bring for one in facts for bring in _brought_for(one)),
        attested=tuple(one for one in Attested if _key(one) in keys),
    )


class MoveDraft:
    """The moves of one engagement, as it stands at the moment of asking."""

    def __init__(self, office: Office, engagement_id: str) -> None:
        self._actor = office.actor
        with office.book.reading() as reader:
            self.engagement = reader.get(Engagement, engagement_id)
            self._dossier = dossier_of(office, reader, self.engagement)
            self._running = _running(reader, engagement_id)
            self._done = _done(reader, self._dossier)

    def title(self, step: Transition) -> Message:
        """What a step is called; where its letters are out already, it does not offer to send them."""
        told = step.target is Stage.NOTICE_RUNNING and self._running is not None
        return msg("step.notices_sent") if told else step.title

    def left_to_do(self, step: Transition) -> tuple[Message, ...]:
        """What a step leaves to the person: not what is done already, and the change that is under way."""
        left = tuple(one for one in step.left_to_do if one.key not in self._done)
        change = self._running
        if change is None:
            return left
        if step.target is Stage.NOTICE_RUNNING:
            return (msg("move.notices_sent", number=change.number),)
        goes_on = msg("move.change_runs", number=change.number)
        return (*left, goes_on) if step.target in _INTO_USE else left

    def steps(self) -> tuple[Transition, ...]:
        """The steps of its stage: those onward first, then one back, a renewal, those that end or stop it."""
        return tuple(
            sorted(lifecycle.allowed(self.engagement.stage), key=partial(_turn, self.engagement.stage))
        )

    def plan(self, to: Stage, ask: Ask) -> Plan:
        """Every guard on the way to a stage, and all that stands against it."""
        return plan_move(self._dossier, to, ask)

    def wanted(self, to: Stage) -> Wanted:
        """What the person has to bring for a step to a stage."""
        plan = self.plan(to, Ask(by=self._actor))
        wanted = wanted_for(plan.blocked)
        suspends = plan.transition is not None and plan.transition.name == SUSPEND
        if suspends and Bring.DPO_OPINION in wanted.brings:
            return replace(wanted, brings=wanted.brings | {Bring.AUTHORITY_ORDER})
        return wanted


def _running(reader: Reader, engagement_id: str) -> Change | None:
    """The change of an engagement whose letters are out and which is not yet recorded as live."""
    found = reader.find(Change, engagement_id=engagement_id, state=ChangeState.RUNNING)
    sent = {one.change_id for one in reader.find(Notice, change_id=[one.id for one in found]) if one.sent_at}
    return next((one for one in reversed(found) if one.id in sent), None)


def _done(reader: Reader, dossier: Dossier) -> frozenset[str]:
    """The duties that the register shows as done, or as not called for."""
    engagement_id = dossier.engagement.id
    open_rounds = reader.find(Assessment, engagement_id=engagement_id, state=UNDER_WAY)
    changes = reader.find(Change, engagement_id=engagement_id, state=OPEN_CHANGES)
    sent = any(one.sent_on is not None for one in open_rounds)
    shown = {
        "duty.rate": dossier.tier is not None,
        "duty.agreement": not any((*agreement_complete(dossier), *agreement_accepted(dossier))),
        "duty.second_person": not dossier.policy.second_person,
        "duty.send_questionnaire": sent,
        "duty.send_annual_questionnaire": sent,
        "duty.start_change": bool(changes),
        "duty.full_notice_run": bool(changes),
    }
    return frozenset(duty for duty, is_done in shown.items() if is_done)


def _turn(stage: Stage, step: Transition) -> tuple[bool, bool, bool]:
    decided_anew = stage in lifecycle.APPROVED_STAGES and step.target is Stage.IN_REVIEW
    return step.target in _STOPS, step.stays, decided_anew


def _brought_for(blocked: Blocked) -> frozenset[Bring]:
    key = blocked.fact.key
    if key.startswith(_REASON):
        return frozenset({Bring.REASON})
    if key in {"need.approver", "emergency.approver"}:
        return frozenset({_APPROVERS[blocked.fact.params["function"]]})
    return _BY_FACT.get(key, frozenset())


def _key(fact: Attested) -> str:
    return "need.conditions_met" if fact is Attested.CONDITIONS_MET else f"{_ATTESTED}{fact.value}"
