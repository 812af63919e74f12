"""An engagement brought through the gate by use cases: for tests of moving, notice and going live."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tests.support.assessed import an_engagement, an_office, reviewed
from tests.support.law import the_law
from tests.support.offices import FixedClock, NoLaw
from vendorrisk.app.files import ProgramPapers
from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.records import ClauseResult, Document
from vendorrisk.domain.notice.records import Change, ChangeKind, Customer, Terms
from vendorrisk.domain.register.records import Engagement, Location, Stage
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.notice import changes, notices
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.workspace.settings import change_setting

DECIDER = "Dora Decider"
BY_HAND = "Compared the list of fourth parties and the riders line by line"
RATED = {
    "factor_data": "3", "factor_volume": "3", "factor_criticality": "3", "factor_substitutability": "3",
    "factor_access": "3", "factor_territory": "3", "factor_chain": "3", "factor_history": "3",
    "data_categories": "PHONE_NUMBER", "role_rationale": "Acts on our instructions only.",
    "role_reviewed_by": "Rita Reviewer",
}  # fmt: skip
TO_CONTRACTING = (
    Stage.TRIAGED, Stage.IN_DUE_DILIGENCE, Stage.IN_REVIEW, Stage.APPROVED_WITH_CONDITIONS, Stage.CONTRACTING,
)  # fmt: skip
TO_LIVE = (*TO_CONTRACTING, Stage.NOTICE_PENDING, Stage.READY, Stage.LIVE)


def an_ask(**wanted: Any) -> Ask:
    """A wish with everything that an approval under conditions needs."""
    quiet: dict[str, Any] = {
        "by": DECIDER, "reason": "Needed for calls to Norway.", "conditions": "None.",
        "approvers": {Approver.HEAD_OF_PRIVACY: "Horst Head", Approver.CISO: "Cora Ciso"},
        "dpo_opinion": DpoOpinion.FAVOURABLE, "dpo_text": "No objection.", "unchecked_why": BY_HAND,
        "confirmed": frozenset({Attested.CONDITIONS_MET}),
    }  # fmt: skip
    return Ask(**(quiet | wanted))


@dataclass
class Gate:
    """One engagement with data in Germany and Ireland, and the office that looks after it."""

    office: Office
    vendor_id: str
    engagement_id: str

    @property
    def clock(self) -> FixedClock:
        """The clock of the office, which tests move."""
        assert isinstance(self.office.clock, FixedClock)
        return self.office.clock

    @property
    def engagement(self) -> Engagement:
        """The engagement as it is stored now."""
        with self.office.book.reading() as reader:
            return reader.get(Engagement, self.engagement_id)

    def later(self, days: int) -> date:
        """Moves the office's date, and the journal's moment with it."""
        self.clock.day += timedelta(days=days)
        self.clock.at += timedelta(days=days)
        return self.clock.day

    def move(self, *stages: Stage, **wanted: Any) -> moving.Moved:
        """Moves through several stages, each with the same wish."""
        return [moving.move(self.office, self.engagement_id, one, ask=an_ask(**wanted)) for one in stages][-1]

    def customer(self, name: str = "Northwind", **terms: Any) -> Customer:
        """A customer of the service with its terms: 30 days, general authorisation, unless told otherwise."""
        office, new_id = self.office, self.office.new_id
        services = (self.engagement.service_id,)
        customer = Customer(id=new_id(), name=name, email="privacy@customer.example", services=services)
        with office.book.act(editing.ADD[Customer], id=customer.id) as desk:
            desk.put(customer, Terms(id=new_id(), customer_id=customer.id, **terms))
        return customer

    def change(self, planned_on: date, kind: ChangeKind = ChangeKind.ADD) -> Change:
        """A change of this engagement whose text is approved."""
        made = changes.new_change(self.office, kind, self.engagement_id, planned_on)
        return notices.approve_text(self.office, made.id)

    def agreement(self, **typed: str) -> Document:
        """An agreement with every clause present."""
        values = {"kind": "DPA", "title": "Agreement", "acceptance": "SIGNATURE", "valid_from": "2026-01-01"}
        made = documents.add_document(self.office, self.vendor_id, None, values | typed)
        documents.review_clauses(
            self.office, made.id, {one.id: ClauseResult.PRESENT for one in CLAUSES}
        )  # fmt: skip
        with self.office.book.act(editing.EDIT[Document], id=made.id) as desk:
            filed = replace(made, evidence="evidence-1")
            desk.put(filed)
        return filed


def a_gate(**parts: Any) -> Gate:
    """An engagement that is rated and under contract, still a draft; nobody is told yet."""
    return a_gate_in(an_office(**{"law": NoLaw(transfers=the_law()), **parts}))


def a_gate_in(office: Office) -> Gate:
    """The same in an office that there is already."""
    vendor, engagement = an_engagement(office)
    editing.edit(office, Engagement, engagement.id, RATED)
    gate = Gate(office, vendor.id, engagement.id)
    gate.agreement()
    return gate


def a_writing_gate(*, keep: bool = False) -> Gate:
    """The same in an office of a named company whose letters are really written; kept on disk where asked."""
    gate = a_gate()
    gate.office = replace(gate.office, papers=ProgramPapers(gate.office.words, keep=keep))
    change_setting(gate.office, "company", "Example Telecom")
    return gate


def next_to_announce() -> Gate:
    """Assessed and under contract, so that letters may be written next; they are kept on disk."""
    gate = assessed(a_writing_gate(keep=True))
    gate.move(*TO_CONTRACTING, Stage.NOTICE_PENDING)
    return gate


def assessed(gate: Gate) -> Gate:
    """The same with a finished assessment in which everything meets."""
    reviewed(gate.office, gate.engagement)
    return gate


def places(gate: Gate) -> list[Location]:
    """Where data of the engagement is."""
    with gate.office.book.reading() as reader:
        return reader.find(Location, engagement_id=gate.engagement_id)
