"""The life of an engagement: its stages and every step between them, as one table (domain.md 4.1, 4.2).

A step names its guards, what else it needs, what follows from it by itself, and what somebody has to see to.
Where the reference leaves the source of a step open ("-> READY"), the comment at the row says what was
chosen. An objection and a change leave the stage alone, so they are no steps: notice looks after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.decision import needs
from vendorrisk.domain.decision.approval_needs import CONDITIONAL, PLAIN, REASSESSED
from vendorrisk.domain.decision.dossier import Attested
from vendorrisk.domain.decision.emergency import emergency
from vendorrisk.domain.decision.guards import ALL
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.decision.needs import Need
    from vendorrisk.domain.register.records import Engagement

S = Stage


class Processing(StrEnum):
    """Whether customer data may be processed in a stage (domain.md 4.1)."""

    NO = "NO"
    YES = "YES"
    PARTLY = "PARTLY"
    TIME_BOXED = "TIME_BOXED"
    NO_NEW_DATA = "NO_NEW_DATA"
    READ_ONLY = "READ_ONLY"


PROCESSING = dict.fromkeys(S, Processing.NO) | {
    S.LIVE: Processing.YES,
    S.REASSESSMENT: Processing.YES,
    S.LIVE_RESTRICTED: Processing.PARTLY,
    S.EMERGENCY_LIVE: Processing.TIME_BOXED,
    S.SUSPENDED: Processing.NO_NEW_DATA,
    S.EXITING: Processing.READ_ONLY,
}

APPROVED_STAGES = (S.APPROVED, S.APPROVED_WITH_CONDITIONS)
PRE_LIVE = (
    S.DRAFT,
    S.TRIAGED,
    S.IN_DUE_DILIGENCE,
    S.IN_REVIEW,
    *APPROVED_STAGES,
    S.CONTRACTING,
    S.NOTICE_PENDING,
    S.NOTICE_RUNNING,
    S.READY,
)
RENEWABLE = (S.CONTRACTING, S.NOTICE_PENDING, S.NOTICE_RUNNING, S.READY, S.SUSPENDED)
"""Stages in which an approval may run out before it is needed; from APPROVED the way leads back to review."""
ANY_LIVE = (S.LIVE, S.LIVE_RESTRICTED, S.EMERGENCY_LIVE, S.REASSESSMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One step: from which stages, to which, under which guards, with what else, and what follows.

    `stays`: the target is what is decided, and the engagement keeps its stage. `effects` are what the program
    does then, `duties` what it leaves to a person, both as keys ("effect." and "duty." in the catalogue).
    """

    name: str
    sources: tuple[Stage, ...]
    target: Stage
    guards: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    effects: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    stays: bool = False

    @property
    def title(self) -> Message:
        """The step as a person asks for it."""
        return msg(f"step.{self.name}")

    @property
    def consequences(self) -> tuple[Message, ...]:
        """What the program does with the step, a sentence each."""
        return tuple(msg(f"effect.{one}") for one in self.effects)

    @property
    def left_to_do(self) -> tuple[Message, ...]:
        """What the step leaves to a person, a sentence each."""
        return tuple(msg(f"duty.{one}") for one in self.duties)


def _guards(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"G{number}" for number in range(first, last + 1))


_LIVE_EFFECTS = ("reassessment_due",)
_LIVE_DUTIES = ("publish_list", "annexes", "record_of_processing")

TRANSITIONS = (
    Transition(
        name="submit",
        sources=(S.DRAFT,),
        target=S.TRIAGED,
        needs=(needs.described,),
        duties=("rate",),
    ),
    Transition(
        name="open_diligence",
        sources=(S.TRIAGED,),
        target=S.IN_DUE_DILIGENCE,
        needs=(needs.sub_processor, needs.tier_set),
        effects=("credited_questions",),
        duties=("send_questionnaire",),
    ),
    # Source open in the reference: from an approval too, because one that ran out must be decided anew.
    Transition(
        name="complete_evidence",
        sources=(S.IN_DUE_DILIGENCE, *APPROVED_STAGES),
        target=S.IN_REVIEW,
        needs=(needs.evidence_complete,),
        effects=("scores",),
        duties=("review_answers",),
    ),
    Transition(
        name="approve",
        sources=(S.IN_REVIEW,),
        target=S.APPROVED,
        needs=PLAIN,
        effects=("approval_period",),
        duties=("second_person",),
    ),
    Transition(
        name="approve_conditionally",
        sources=(S.IN_REVIEW,),
        target=S.APPROVED_WITH_CONDITIONS,
        needs=CONDITIONAL,
        effects=("approval_period", "conditions_asked"),
        duties=("second_person",),
    ),
    # Not in the reference: there approvals run out after six months (4.1, 4.3), and no step renews one.
    *(
        Transition(
            name="renew_approval",
            sources=RENEWABLE,
            target=outcome,
            needs=bringing,
            effects=("approval_period", "stage_kept"),
            duties=("second_person",),
            stays=True,
        )
        for outcome, bringing in ((S.APPROVED, PLAIN), (S.APPROVED_WITH_CONDITIONS, CONDITIONAL))
    ),
    Transition(name="reject", sources=PRE_LIVE, target=S.REJECTED, needs=(needs.reason,)),
    Transition(name="withdraw", sources=PRE_LIVE, target=S.WITHDRAWN, needs=(needs.reason,)),
    Transition(
        name="start_contract",
        sources=APPROVED_STAGES,
        target=S.CONTRACTING,
        needs=(needs.approval_in_force,),
        duties=("agreement",),
    ),
    Transition(
        name="contract_ready",
        sources=(S.CONTRACTING,),
        target=S.NOTICE_PENDING,
        guards=_guards(4, 7),
        duties=("start_change",),
    ),
    Transition(
        name="send_notices",
        sources=(S.NOTICE_PENDING,),
        target=S.NOTICE_RUNNING,
        needs=(needs.notices_sendable,),
        duties=("send_letters",),
    ),
    # Source open in the reference: straight from NOTICE_PENDING where nobody is affected, else G8 blocks.
    Transition(
        name="ready",
        sources=(S.NOTICE_PENDING, S.NOTICE_RUNNING),
        target=S.READY,
        guards=ALL,
        needs=(needs.conditions_met,),
    ),
    # Beside READY: a restriction that falls away, and an emergency that is regularised by its notice run,
    # under the same guards as any go-live. The scheduled public list entry is guard G11.
    Transition(
        name="go_live",
        sources=(S.READY, S.LIVE_RESTRICTED, S.EMERGENCY_LIVE),
        target=S.LIVE,
        guards=ALL,
        needs=(needs.go_live_reached, needs.nobody_kept_off, needs.conditions_met),
        effects=_LIVE_EFFECTS,
        duties=_LIVE_DUTIES,
    ),
    Transition(
        name="go_live",
        sources=(S.READY, S.EMERGENCY_LIVE),
        target=S.LIVE_RESTRICTED,
        guards=ALL,
        needs=(needs.go_live_reached,),
        effects=_LIVE_EFFECTS,
        duties=_LIVE_DUTIES,
    ),
    Transition(
        name="emergency_live",
        sources=APPROVED_STAGES,
        target=S.EMERGENCY_LIVE,
        guards=(*_guards(1, 7), "G10"),
        needs=(emergency,),
        effects=_LIVE_EFFECTS,
        duties=("immediate_notice", "full_notice_run"),
    ),
    Transition(
        name="start_reassessment",
        sources=(S.LIVE,),
        target=S.REASSESSMENT,
        needs=(needs.reassessment_opens,),
        duties=("send_annual_questionnaire",),
    ),
    Transition(
        name="pass_reassessment",
        sources=(S.REASSESSMENT,),
        target=S.LIVE,
        needs=(needs.reassessed, *REASSESSED),
    ),
    Transition(
        name="suspend",
        sources=ANY_LIVE,
        target=S.SUSPENDED,
        needs=(needs.reason, needs.suspension_cause),
        duties=("traffic_stop", "notify_if_service_changes"),
    ),
    Transition(
        name="resume",
        sources=(S.SUSPENDED,),
        target=S.LIVE,
        guards=ALL,
        needs=(needs.reason, needs.nobody_kept_off, needs.conditions_met),
    ),
    # The reference names LIVE only; what was restricted before must be able to resume as that.
    Transition(
        name="resume",
        sources=(S.SUSPENDED,),
        target=S.LIVE_RESTRICTED,
        guards=ALL,
        needs=(needs.reason,),
    ),
    Transition(
        name="start_exit",
        sources=(*ANY_LIVE, S.SUSPENDED),
        target=S.EXITING,
        needs=(needs.reason,),
        duties=("removal_notice", "last_data_day"),
    ),
    Transition(
        name="request_deletion",
        sources=(S.EXITING,),
        target=S.DELETION_PENDING,
        needs=(needs.attested(Attested.DATA_RETURN_CHECKED),),
        duties=("ask_for_deletion",),
    ),
    Transition(
        name="confirm_deletion",
        sources=(S.DELETION_PENDING,),
        target=S.TERMINATED,
        needs=(
            needs.attested(
                Attested.ERASURE_CERTIFICATE,
                Attested.FOURTH_PARTIES_ERASED,
                Attested.ACCESS_REVOKED,
                Attested.LIST_UPDATED,
            ),
        ),
        duties=("retention",),
    ),
)


def allowed(stage: Stage) -> tuple[Transition, ...]:
    """The steps that lead out of a stage, in the order of the table."""
    return tuple(one for one in TRANSITIONS if stage in one.sources)


def transition(stage: Stage, to: Stage) -> Transition | None:
    """The step between two stages, if there is one."""
    return next((one for one in allowed(stage) if one.target is to), None)


def targets(steps: Iterable[Transition]) -> tuple[Stage, ...]:
    """The stages these steps lead to."""
    return tuple(one.target for one in steps)


STOPPED = (S.REJECTED, S.WITHDRAWN, S.SUSPENDED, S.EXITING, S.DELETION_PENDING, S.TERMINATED)
"""The stages in which an engagement is not used, or no longer, for a reason that is kept with it."""


def why_stopped(engagement: Engagement) -> str:
    """Why an engagement is not used, or no longer; empty while it is on its way or in use."""
    return engagement.closed_reason if engagement.stage in STOPPED else ""
