"""A dossier that passes every guard in force; a test spoils only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.support.law import TODAY, a_flow, the_law
from tests.support.sentences import say
from vendorrisk.domain.decision.dossier import (
    Agreement,
    Ask,
    CustomerStanding,
    Dossier,
    EvidenceStanding,
    NoticeStanding,
)
from vendorrisk.domain.decision.move import plan_move
from vendorrisk.domain.decision.records import Decision, Outcome
from vendorrisk.domain.diligence.clauses import CLAUSES
from vendorrisk.domain.diligence.findings import OpenFindings
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document, Finding, Severity
from vendorrisk.domain.diligence.residual import Residual, residual
from vendorrisk.domain.register.records import (
    Engagement,
    Location,
    LocationKind,
    Service,
    Stage,
    Vendor,
)

GO_LIVE = date(2027, 1, 15)


def an_engagement(**facts: Any) -> Engagement:
    quiet = {
        "id": "engagement-1",
        "vendor_id": "vendor-1",
        "service_id": "service-1",
        "stage": Stage.READY,
        "role_rationale": "Sends messages as we instruct it.",
        "role_reviewed_by": "Rita Reviewer",
        "requested_by": "Bo Business",
        "data_categories": ("PHONE_NUMBER",),
    }
    return Engagement(**(quiet | facts))


def a_decision(**facts: Any) -> Decision:
    quiet = {
        "id": "decision-1",
        "engagement_id": "engagement-1",
        "outcome": Outcome.APPROVED,
        "decided_on": date(2026, 10, 1),
        "decided_by": "Dora Decider",
        "assessment_id": "assessment-1",
    }
    return Decision(**(quiet | facts))


def a_paper(**facts: Any) -> Document:
    quiet = {
        "id": "paper-1",
        "vendor_id": "vendor-1",
        "kind": "DPA",
        "title": "DPA 2026",
        "acceptance": "SIGNATURE",
        "evidence": "evidence-1",
        "valid_from": date(2026, 11, 1),
    }
    return Document(**(quiet | facts))


def the_checks(**results: ClauseResult | None) -> tuple[ClauseCheck, ...]:
    """All forty items as present; `D_03=MISSING` changes one, `D_03=None` leaves it unchecked."""
    outcome: dict[str, ClauseResult | None] = {one.id: ClauseResult.PRESENT for one in CLAUSES}
    outcome |= {name.replace("_", "-"): result for name, result in results.items()}
    return tuple(
        ClauseCheck(id=item, document_id="paper-1", item=item, result=result)
        for item, result in outcome.items()
        if result is not None
    )


def an_agreement(paper: Document | None = None, **results: ClauseResult | None) -> Agreement:
    return Agreement(document=paper or a_paper(), checks=the_checks(**results))


def a_finding(severity: Severity = Severity.H, **facts: Any) -> Finding:
    quiet = {
        "id": "finding-1",
        "engagement_id": "engagement-1",
        "severity": severity,
        "title": "Standing access",
    }
    return Finding(**(quiet | facts))


def a_customer(**facts: Any) -> CustomerStanding:
    quiet = {"customer": "Northwind", "sent": True, "proof": True, "earliest": date(2027, 1, 1)}
    return CustomerStanding(**(quiet | facts))


def risk(score: float) -> Residual:
    """A residual risk of exactly this score: no controls, no findings."""
    return residual(score, 0.0, OpenFindings())


def storage(country: str = "IN", **facts: Any) -> Location:
    return Location(
        id=f"s-{country}", engagement_id="engagement-1", kind=LocationKind.STORAGE, country=country, **facts
    )


def access(country: str = "DE", **facts: Any) -> Location:
    return Location(
        id=f"a-{country}", engagement_id="engagement-1", kind=LocationKind.ACCESS, country=country, **facts
    )


def a_dossier(**facts: Any) -> Dossier:
    """Ready to go live on 15 January 2027; data is stored in India and reached from Germany."""
    quiet: dict[str, Any] = {
        "engagement": an_engagement(),
        "today": TODAY,
        "law": the_law(),
        "vendor": Vendor(id="vendor-1", name="Vendor Ltd", country="IN"),
        "service": Service(id="service-1", code="SMS", name={"en": "SMS"}),
        "locations": (storage(), access()),
        "flows": (a_flow(),),
        "decisions": (a_decision(),),
        "evidence": EvidenceStanding(),
        "residual": risk(15.0),
        "tier": 2,
        "agreement": an_agreement(),
        "notice": NoticeStanding(customers=(a_customer(),), text_approved=True),
        "go_live": GO_LIVE,
    }
    return Dossier(**(quiet | facts))


def at_stage(stage: Stage, **facts: Any) -> Dossier:
    """The same dossier, in another stage."""
    return replace(a_dossier(**facts), engagement=replace(an_engagement(), stage=stage))


def an_ask(**facts: Any) -> Ask:
    """A wish by the decider, who looked after the unchecked guards by hand."""
    quiet: dict[str, Any] = {
        "by": "Dora Decider",
        "unchecked_confirmed_by": "Ana Analyst",
        "unchecked_why": "compared the annexes line by line",
    }
    return Ask(**(quiet | facts))


def keys(dossier, to, ask=None):
    """What stands in the way, after every sentence could be said."""
    plan = plan_move(dossier, to, ask or an_ask())
    assert all(say(one.fact) and say(one.remedy) for one in plan.blocked)
    assert plan.may_go is (plan.transition is not None and not plan.blocked)
    return [one.fact.key.removeprefix("need.") for one in plan.blocked]
