"""G1 to G3: role, approved assessment, findings (GDPR 28(1), 28(2), 28(4); domain.md 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.approval import approval_blocks
from vendorrisk.domain.decision.approval_needs import open_findings
from vendorrisk.domain.decision.blocking import block
from vendorrisk.domain.decision.dossier import REGULARLY_LIVE
from vendorrisk.domain.diligence.acceptance import is_statutory
from vendorrisk.domain.diligence.findings import is_accepted
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.register.records import Role
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.diligence.records import Finding
    from vendorrisk.domain.message import Blocked


def role_reviewed(dossier: Dossier) -> Iterator[Blocked]:
    """G1: the role is sub-processor, its rationale is written down, and somebody reviewed it."""
    engagement = dossier.engagement
    if engagement.role is not Role.SUB_PROCESSOR:
        yield block("G1", "guard.G1.role", role=label(engagement.role))
        return
    if not engagement.role_rationale.strip():
        yield block("G1", "guard.G1.rationale")
    if not engagement.role_reviewed_by.strip():
        yield block("G1", "guard.G1.review")


def approved_assessment(dossier: Dossier) -> Iterator[Blocked]:
    """G2: an approval of this very engagement is in force; once live, the yearly reassessment is not overdue.

    Before the first go-live and before resuming, the approval may be six months old at most on that day.
    """
    yield from approval_blocks(dossier, dossier.at, "G2")
    if dossier.engagement.stage not in REGULARLY_LIVE:
        return
    if dossier.next_due is None:
        yield block("G2", "guard.G2.never")
    elif dossier.next_due < dossier.today:
        yield block("G2", "guard.G2.overdue", due=dossier.next_due)


def holds_up(finding: Finding, dossier: Dossier) -> bool:
    """Whether an acceptance counts: it must end after the day of go-live; once live, not before today."""
    if dossier.engagement.stage in REGULARLY_LIVE:
        return is_accepted(finding, dossier.today)
    until = finding.accepted_until
    return finding.state is FindingState.ACCEPTED and until is not None and until > dossier.at


def _high(finding: Finding, dossier: Dossier) -> Blocked | None:
    facts = {"title": finding.title, "until": finding.accepted_until, "on": dossier.at}
    if finding.state is not FindingState.ACCEPTED:
        return block("G3", "guard.G3.high", **facts)
    if is_statutory(finding):
        return block("G3", "guard.G3.statutory", item=finding.source, **facts)
    if finding.accepted_until is None:
        return block("G3", "guard.G3.acceptance_without_end", **facts)
    return None if holds_up(finding, dossier) else block("G3", "guard.G3.acceptance_ends", **facts)


def findings_settled(dossier: Dossier) -> Iterator[Blocked]:
    """G3: no critical finding is open; every high one is closed, or accepted beyond the day of go-live."""
    for finding in open_findings(dossier, Severity.C):
        yield block("G3", "guard.G3.critical", title=finding.title)
    for finding in open_findings(dossier, Severity.H):
        found = _high(finding, dossier)
        if found is not None:
            yield found
