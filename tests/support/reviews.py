"""Facts of a quarter with quiet defaults: everything in order unless a test says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.review.facts import (
    ArtefactFacts,
    EngagementFacts,
    FindingFacts,
    FlowFacts,
    ReassessmentFacts,
    ReviewFacts,
)
from vendorrisk.domain.review.quarters import Quarter

Q4 = Quarter(2026, 4)
END = Q4.last


def engagement(id_: str = "e-1", **facts: Any) -> EngagementFacts:
    """A live engagement that is assessed, under contract and rated."""
    quiet = {
        "vendor_id": f"v-{id_}", "name": f"Vendor {id_}", "tier": 2, "next_due": date(2027, 6, 1),
        "agreement_complete": True, "impact": 3.0, "control": 0.75, "band": Band.MEDIUM,
        "band_before": Band.MEDIUM, "live_since": date(2025, 1, 1),
    }  # fmt: skip
    return EngagementFacts(id=id_, **{**quiet, **facts})


def flow(id_: str = "f-1", **facts: Any) -> FlowFacts:
    """A flow across a border with a valid mechanism."""
    return FlowFacts(**{"id": id_, "engagement_id": "e-1", "crosses_border": True, "valid": True, **facts})


def artefact(id_: str = "a-1", **facts: Any) -> ArtefactFacts:
    """A required certificate that is valid for long."""
    quiet = {"engagement_id": "e-1", "name": "ISO 27001", "valid": True, "valid_through": date(2028, 5, 13)}
    return ArtefactFacts(id=id_, **{**quiet, **facts})


def finding(id_: str = "x-1", **facts: Any) -> FindingFacts:
    """An open finding of medium weight that is not late."""
    quiet = {
        "engagement_id": "e-1", "severity": Severity.M, "state": FindingState.OPEN,
        "raised_on": date(2026, 11, 1), "due_on": date(2027, 2, 1),
    }  # fmt: skip
    return FindingFacts(id=id_, **{**quiet, **facts})


def reassessment(id_: str, due: date, completed: date | None) -> ReassessmentFacts:
    """A reassessment of the first engagement."""
    return ReassessmentFacts(id=id_, engagement_id="e-1", due=due, completed=completed)


def facts(**of: Any) -> ReviewFacts:
    """The facts of 2026Q4."""
    return ReviewFacts(quarter=Q4, **of)


def with_engagement(**of: Any) -> ReviewFacts:
    """The facts of 2026Q4 with the one engagement that flows and artefacts belong to."""
    return facts(**{"engagements": (engagement(),), **of})
