"""Short ways to make the records of due diligence for a test."""

from __future__ import annotations

from datetime import date
from typing import Any

from vendorrisk.domain.diligence.records import Finding, FindingState, Severity

TODAY = date(2026, 11, 21)


def finding(
    severity: Severity = Severity.M, state: FindingState = FindingState.OPEN, **fields: Any
) -> Finding:
    return Finding(id="f", engagement_id="e", severity=severity, title="Gap", state=state, **fields)
