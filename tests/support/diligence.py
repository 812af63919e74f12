"""Short ways to make the records of due diligence for a test."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from vendorrisk.domain.diligence.records import Document, Finding, FindingState, Severity

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2026, 11, 21)


def finding(
    severity: Severity = Severity.M, state: FindingState = FindingState.OPEN, **fields: Any
) -> Finding:
    return Finding(id="f", engagement_id="e", severity=severity, title="Gap", state=state, **fields)


def document(kind: str = "ISO27001", id: str = "d", **fields: Any) -> Document:  # noqa: A002
    return Document(id=id, vendor_id="v", kind=kind, **fields)


def covering(kind: str = "ISO27001", id: str = "d", **fields: Any) -> Document:  # noqa: A002
    """A document whose scope is known to fit."""
    return document(kind, id, covers_vendor=True, covers_service=True, covers_sites=True, **fields)


def law(name: str) -> Any:
    """The parsed content of a shipped file of law data."""
    return json.loads((RESOURCES / "law" / name).read_text(encoding="utf-8"))
