"""Moving an engagement from stage to stage, under its guards; decisions are recorded with the move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.decision.approval import confirmation_blocks, latest
from vendorrisk.domain.decision.dossier import Ask
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.decision.move import Plan, plan_move
from vendorrisk.domain.decision.records import Decision, HandCheck, Outcome, StageMove
from vendorrisk.domain.diligence.acceptance import Approver
from vendorrisk.domain.diligence.records import JUDGED, Assessment, AssessmentState
from vendorrisk.domain.diligence.rhythm import first_cycle
from vendorrisk.domain.message import Refused, msg
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.decision.dossiers import dossier_of

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.decision.move import Confirmation
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

MOVE_ENGAGEMENT = action("engagement.move")
CONFIRM_DECISION = action("decision.confirm")

_OUTCOMES = {
    Stage.APPROVED: Outcome.APPROVED,
    Stage.APPROVED_WITH_CONDITIONS: Outcome.APPROVED_WITH_CONDITIONS,
    Stage.REJECTED: Outcome.REJECTED,
}
_LIVE = frozenset({Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.EMERGENCY_LIVE})
_STOPS = frozenset({Stage.REJECTED, Stage.WITHDRAWN, Stage.SUSPENDED, Stage.EXITING, Stage.TERMINATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An engagement in its new stage, the decision that was recorded, and the guards confirmed by hand."""

    engagement: Engagement
    decision: Decision | None
    not_checked: tuple[str, ...]


def plan(office: Office, reader: Reader, engagement: Engagement, to: Stage, ask: Ask) -> Plan:
    """What a move would need, and what stands in the way; changes nothing."""
    return plan_move(dossier_of(office, reader, engagement), to, ask)


def move(office: Office, engagement_id: str, to: Stage, *, ask: Ask | None = None, reason: str = "") -> Moved:
    """Moves an engagement; raises Refused that names every guard in the way, with fact and remedy.

    Guards that the program does not check yet need `Ask.unchecked_why`: whoever gives it confirms that they
    were looked after by hand, and that is recorded with the move. The reason of a move confirms nothing.
    """
    asked = _asked(office, ask, reason)
    with office.book.act(MOVE_ENGAGEMENT, engagement=engagement_id, to=to.value, **_cause(asked)) as desk:
        engagement = desk.get(Engagement, engagement_id)
        dossier = dossier_of(office, desk, engagement)
        planned = plan_move(dossier, to, asked)
        if not planned.may_go:
            raise Refused(
                msg("move.refused", stage=engagement.stage, to=to), msg("move.refused.remedy"),
                blocked=planned.blocked,
            )  # fmt: skip
        decision = _decision(office, dossier, to, asked, assessed=_newest_assessment(desk, engagement_id))
        moved = (
            engagement if planned.stays else _anchored(desk, _moved(office, engagement, to, asked), dossier)
        )
        confirmed = planned.confirmation
        desk.put(moved, _record(office, engagement, planned, asked))
        desk.put(*([decision] if decision else []))
        desk.put(*([_hand_check(office, engagement_id, to, confirmed)] if confirmed else []))
    return Moved(engagement=moved, decision=decision, not_checked=confirmed.guards if confirmed else ())


def _cause(ask: Ask) -> dict[str, str]:
    """What called for the move, as the journal keeps it."""
    ordered = {"authority_order": "yes"} if ask.authority_order else {}
    return ordered | ({"trigger": ask.trigger.value} if ask.trigger else {})


def _called_for(ask: Ask) -> str:
    event = Trigger.AUTHORITY_ORDER if ask.authority_order else ask.trigger
    return event.value if event else ""


def _record(office: Office, engagement: Engagement, planned: Plan, ask: Ask) -> StageMove:
    """What was said for the move: nothing that was asked for is thrown away."""
    today = office.clock.today()
    return StageMove(
        id=office.new_id(), engagement_id=engagement.id, step=planned.step_name,
        from_stage=engagement.stage.value, to_stage=planned.to.value, moved_on=today, moved_by=ask.by,
        reason=ask.reason, cause=_called_for(ask),
        head_of_privacy=ask.approvers.get(Approver.HEAD_OF_PRIVACY, ""),
        ciso=ask.approvers.get(Approver.CISO, ""),
        attested=tuple(sorted(ask.confirmed)), **_opinion(ask, today),
    )  # fmt: skip


def _hand_check(office: Office, engagement_id: str, to: Stage, given: Confirmation) -> HandCheck:
    return HandCheck(
        id=office.new_id(), engagement_id=engagement_id, stage=to.value, guards=given.guards,
        confirmed_by=given.by, confirmed_on=office.clock.today(), why=given.why,
    )  # fmt: skip


def _asked(office: Office, ask: Ask | None, reason: str) -> Ask:
    asked = ask or Ask()
    asked = replace(asked, by=asked.by or office.actor, reason=asked.reason or reason)
    by_hand = asked.unchecked_confirmed_by or (asked.by if asked.unchecked_why.strip() else "")
    return replace(asked, unchecked_confirmed_by=by_hand)


def _moved(office: Office, engagement: Engagement, to: Stage, ask: Ask) -> Engagement:
    moved = replace(engagement, stage=to)
    if to in _LIVE and moved.live_since is None:
        moved = replace(moved, live_since=office.clock.today())
    if to in _LIVE:
        moved = replace(moved, closed_reason="")
    elif ask.reason and to in _STOPS:
        moved = replace(moved, closed_reason=ask.reason)
    return moved


def _anchored(reader: Reader, moved: Engagement, dossier: Dossier) -> Engagement:
    """What goes live is assessed again within a year of its assessment, not of its first day (domain.md 6.6).

    Finishing an assessment has set the rhythm already; where it was judged but never finished, the day of the
    approval that rests on it counts.
    """
    if moved.stage not in _LIVE or moved.anchor is not None:
        return moved
    finished = [
        one.finished_on
        for one in reader.find(Assessment, engagement_id=moved.id, state=AssessmentState.FINISHED)
        if one.finished_on is not None
    ]
    approval = latest(dossier)
    completed = max(finished, default=approval.decided_on if approval else None)
    if completed is None:
        return moved
    cycle = first_cycle(completed)
    return replace(moved, anchor=cycle.anchor, cycles=cycle.cycles)


def _newest_assessment(reader: Reader, engagement_id: str) -> str:
    found = reader.find(Assessment, engagement_id=engagement_id, state=list(JUDGED))
    return found[-1].id if found else ""


def _decision(office: Office, dossier: Dossier, to: Stage, ask: Ask, *, assessed: str) -> Decision | None:
    """The decision that this move is; none for moves that decide nothing, or are no first decision."""
    if to not in _OUTCOMES:
        return None
    residual = dossier.residual
    today = office.clock.today()
    return Decision(
        id=office.new_id(), engagement_id=dossier.engagement.id, outcome=_OUTCOMES[to],
        decided_on=today, decided_by=ask.by, assessment_id=assessed,
        conditions=ask.conditions, reason=ask.reason,
        residual=residual.score if residual else None, **_opinion(ask, today),
    )  # fmt: skip


def _opinion(ask: Ask, today: date) -> dict[str, Any]:
    if ask.dpo_opinion is None and not ask.dpo_text.strip():
        return {}
    given = ask.dpo_opinion.value if ask.dpo_opinion else ""
    return {"dpo_opinion": given, "dpo_text": ask.dpo_text, "dpo_on": ask.dpo_on or today}


def confirm(office: Office, decision_id: str) -> Decision:
    """Confirms a decision as the second person; raises Refused that says why this person may not.

    Who had asked for the vendor when it was decided counts: naming somebody else later opens no way round.
    """
    today = office.clock.today()
    with office.book.act(CONFIRM_DECISION, decision=decision_id) as desk:
        decision = desk.get(Decision, decision_id)
        then = desk.when_set(Decision, decision_id, "decided_by") or desk
        asked = then.get(Engagement, decision.engagement_id).requested_by
        engagement = desk.get(Engagement, decision.engagement_id)
        dossier = dossier_of(office, desk, replace(engagement, requested_by=asked))
        blocked = confirmation_blocks(dossier, decision, office.actor, today)
        if blocked:
            raise Refused(msg("confirm.refused"), msg("confirm.refused.remedy"), blocked=blocked)
        confirmed = replace(decision, confirmed_by=office.actor, confirmed_on=today)
        desk.put(confirmed)
    return confirmed
