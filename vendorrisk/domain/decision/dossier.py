"""All that a decision looks at: the dossier of one engagement, and what a person asks to do with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.rhythm import OPENS_DAYS_BEFORE
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.register.transfer_rules import RECHECK_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from vendorrisk.domain.decision.events import Trigger
    from vendorrisk.domain.decision.records import Decision
    from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
    from vendorrisk.domain.diligence.clauses import ClauseApplies
    from vendorrisk.domain.diligence.records import ClauseCheck, Document, Finding
    from vendorrisk.domain.diligence.residual import Residual
    from vendorrisk.domain.message import Message
    from vendorrisk.domain.register.law import Law
    from vendorrisk.domain.register.records import Engagement, Flow, Location, Service, Vendor

APPROVAL_MONTHS = 6
"""Policy: how long an approval lasts before the first go-live, in calendar months (domain.md 4.1)."""

REGULARLY_LIVE = frozenset({Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.REASSESSMENT})
"""Stages of an engagement that went through the whole gate; from then on the yearly rhythm counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the workspace decides for itself. `dpo` is the data protection officer, who never decides."""

    second_person: bool = False
    approval_months: int = APPROVAL_MONTHS
    dpf_recheck_days: int = RECHECK_DAYS
    reassessment_opens_days: int = OPENS_DAYS_BEFORE
    dpo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The agreement under GDPR 28 (or clauses that replace it) with its checklist."""

    document: Document
    checks: tuple[ClauseCheck, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceStanding:
    """How complete the evidence is: questions neither answered nor credited, artefacts of unknown scope."""

    open_questions: tuple[str, ...] = ()
    unknown_scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerStanding:
    """How one affected customer stands towards a change.

    `earliest` is the first day of permitted use, before the notice is sent that of a notice sent now (None:
    no date may be named; `why` and `remedy` say what is missing). `kept_off`: the customer does not go along.
    `binding`: an objection of this customer always blocks (Commission clauses, DORA critical function).
    `channel_proven`: there is a permitted channel with an address. `joined`: it became a customer while the
    notice ran and gets none of its own; `pack_due`: nor has anybody recorded that it found the change in its
    onboarding documents (domain.md 5.3, N-9).
    """

    customer: str
    kept_off: bool = False
    channel_proven: bool = True
    sent: bool = False
    proof: bool = False
    earliest: date | None = None
    why: Message | None = None
    remedy: Message | None = None
    specific: bool = False
    approved_on: date | None = None
    open_objection: bool = False
    binding: bool = False
    joined: bool = False
    pack_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeStanding:
    """How the notices of a change stand. No customers at all means that nobody has to be told.

    `told_otherwise` names the facts that have changed since customers were told of them, `left_out` counts
    the region-locked customers who are not told while nobody has said whether their environment is reached.
    """

    customers: tuple[CustomerStanding, ...] = ()
    text_approved: bool = False
    cancelled: bool = False
    told_otherwise: tuple[Message, ...] = ()
    left_out: int = 0

    @property
    def included(self) -> tuple[CustomerStanding, ...]:
        """The affected customers who go along."""
        return tuple(one for one in self.customers if not one.kept_off)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyCustomer:
    """A customer to be served in an emergency, and what permits or forbids it (domain.md 4.2).

    `standby_authorised`: pre-authorised this very sub-processor as stand-by. `clause_reviewed_on`: counsel
    reviewed the emergency clause of the contract.
    """

    customer: str
    standby_authorised: bool = False
    clause_reviewed_on: date | None = None
    specific: bool = False
    approved: bool = False
    commission_clauses: bool = False
    dora_critical: bool = False
    open_objection: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyStanding:
    """An emergency as it is recorded: for whom, and until when (inclusive)."""

    customers: tuple[EmergencyCustomer, ...] = ()
    expires: date | None = None


class Attested(StrEnum):
    """What only a person can confirm: on the way out, or before going live under conditions (4.2)."""

    CONDITIONS_MET = "CONDITIONS_MET"
    DATA_RETURN_CHECKED = "DATA_RETURN_CHECKED"
    ERASURE_CERTIFICATE = "ERASURE_CERTIFICATE"
    FOURTH_PARTIES_ERASED = "FOURTH_PARTIES_ERASED"
    ACCESS_REVOKED = "ACCESS_REVOKED"
    LIST_UPDATED = "LIST_UPDATED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One engagement with everything the guards read.

    `go_live` is the intended first day of use, `next_due` the last day of the yearly reassessment,
    `reassessing_since` the day that one under way began, `assessed_on` when one was finished last. `notice`
    None means that the recipients were never computed. `clause_facts` adds what the register cannot tell of
    an engagement, such as Californian data.
    """

    engagement: Engagement
    today: date
    law: Law
    policy: Policy = field(default_factory=Policy)
    vendor: Vendor | None = None
    service: Service | None = None
    locations: tuple[Location, ...] = ()
    flows: tuple[Flow, ...] = ()
    decisions: tuple[Decision, ...] = ()
    evidence: EvidenceStanding | None = None
    residual: Residual | None = None
    tier: int | None = None
    findings: tuple[Finding, ...] = ()
    agreement: Agreement | None = None
    clause_facts: frozenset[ClauseApplies] = frozenset()
    notice: NoticeStanding | None = None
    emergency: EmergencyStanding | None = None
    next_due: date | None = None
    reassessing_since: date | None = None
    assessed_on: date | None = None
    go_live: date | None = None

    @property
    def at(self) -> date:
        """The day on which guards are asked: the intended go-live, today once that has come or is unknown."""
        return max(self.today, self.go_live or self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Who asks for a step, and what they bring: reason, approvals, opinion, confirmations.

    `approvers` maps a function to the person who agreed. `dpo_on` is the day of the opinion, empty = today.
    `unchecked_confirmed_by` and `unchecked_why` name
    who looked after the guards that the program does not check yet, and how.
    """

    by: str = ""
    reason: str = ""
    conditions: str = ""
    approvers: Mapping[Approver, str] = field(default_factory=dict)
    dpo_opinion: DpoOpinion | None = None
    dpo_text: str = ""
    dpo_on: date | None = None
    trigger: Trigger | None = None
    authority_order: bool = False
    confirmed: frozenset[Attested] = frozenset()
    unchecked_confirmed_by: str = ""
    unchecked_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step that somebody asks for: the dossier, the wish, and the name under which facts are reported."""

    dossier: Dossier
    ask: Ask
    name: str
