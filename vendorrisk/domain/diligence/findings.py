"""Findings: how long each severity may stay open, the states it passes, and proposals (domain.md 6.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.message import Refused, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from vendorrisk.domain.report import Text

SEVERITIES: Final = (Severity.C, Severity.H, Severity.M, Severity.L)
"""Gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Calendar days to contain (or to plan) and to fix, counted from the day after communication."""

    contain: int | None
    fix: int


TERMS: Final[Mapping[Severity, Terms]] = {
    Severity.C: Terms(contain=2, fix=14),
    Severity.H: Terms(contain=7, fix=30),
    Severity.M: Terms(contain=30, fix=90),
    Severity.L: Terms(contain=None, fix=180),
}
"""Policy of domain.md 6.7; the 48 hours of a critical finding are two days where only the date is known."""

S = FindingState
MOVES: Final[Mapping[FindingState, frozenset[FindingState]]] = {
    S.OPEN: frozenset({S.PLAN_AGREED, S.FIX_CLAIMED, S.ACCEPTED, S.DISMISSED}),
    S.PLAN_AGREED: frozenset({S.FIX_CLAIMED, S.ACCEPTED, S.DISMISSED}),
    S.FIX_CLAIMED: frozenset({S.VERIFIED, S.REOPENED}),
    S.REOPENED: frozenset({S.PLAN_AGREED, S.FIX_CLAIMED, S.ACCEPTED, S.DISMISSED}),
    S.ACCEPTED: frozenset({S.REOPENED, S.FIX_CLAIMED}),
    S.VERIFIED: frozenset({S.REOPENED}),
    S.DISMISSED: frozenset({S.REOPENED}),
}
CLOSED: Final = frozenset({S.VERIFIED, S.DISMISSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A finding that a rule suggests; the analyst confirms or drops it.

    `source` is the question id, clause item or document id that gave rise to it.
    """

    source: str
    severity: Severity
    title: Text
    detail: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCount:
    """How many findings of a severity are open, and how many of them are accepted for now."""

    open: int = 0
    accepted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFindings:
    """The open findings by severity, as the residual risk counts them."""

    by_severity: Mapping[Severity, OpenCount] = field(default_factory=dict)

    def of(self, severity: Severity) -> OpenCount:
        """The counts of one severity."""
        return self.by_severity.get(severity, OpenCount())


def rank(severity: Severity) -> int:
    """0 for critical to 3 for low, for sorting the gravest first."""
    return SEVERITIES.index(severity)


def fix_by(severity: Severity, communicated_on: date, *, next_cycle: date | None = None) -> date:
    """By when a finding must be fixed (inclusive), counted from its communication in writing.

    Calendar days, the day of communication not counted. A low finding may end with the `next_cycle`, if that
    comes first (domain.md 6.7: "180 days or next cycle").
    """
    last = communicated_on + timedelta(days=TERMS[severity].fix)
    if severity is Severity.L and next_cycle is not None and next_cycle > communicated_on:
        return min(last, next_cycle)
    return last


def contain_by(finding: Finding) -> date | None:
    """By when it must be contained, or its plan agreed (inclusive); None where no clock runs for that.

    A low finding has no such term, and nothing runs before it is communicated (domain.md 6.7).
    """
    days = TERMS[finding.severity].contain
    if finding.communicated_on is None or days is None:
        return None
    return finding.communicated_on + timedelta(days=days)


def state_on(finding: Finding, today: date) -> FindingState:
    """The state that counts today: past its last day, an acceptance has reopened the finding (6.8)."""
    if finding.state is S.ACCEPTED and (finding.accepted_until is None or finding.accepted_until < today):
        return S.REOPENED
    return finding.state


def is_open(finding: Finding, today: date) -> bool:
    """Whether it still needs work; an accepted finding is open, though accepted for now."""
    return state_on(finding, today) not in CLOSED


def is_accepted(finding: Finding, today: date) -> bool:
    """Whether its risk is accepted today."""
    return state_on(finding, today) is S.ACCEPTED


def overdue_days(finding: Finding, today: date) -> int:
    """Days past the due date, 0 while it is not; overdue begins the day after, never while accepted."""
    if finding.due_on is None or not is_open(finding, today) or is_accepted(finding, today):
        return 0
    return max(0, (today - finding.due_on).days)


def check_move(finding: Finding, to: FindingState, today: date) -> None:
    """Raises Refused unless the table of states lets this finding become `to`."""
    current = state_on(finding, today)
    if to not in MOVES[current]:
        allowed = [state for state in S if state in MOVES[current]]
        raise Refused(
            msg("finding.move.refused", state=current, to=to),
            msg("finding.move.refused.remedy", allowed=allowed),
        )


def count_open(findings: Iterable[Finding], today: date) -> OpenFindings:
    """The open findings by severity on a day, the accepted ones apart."""
    still = [finding for finding in findings if is_open(finding, today)]
    counts = {}
    for severity in SEVERITIES:
        mine = [finding for finding in still if finding.severity is severity]
        accepted = sum(is_accepted(finding, today) for finding in mine)
        counts[severity] = OpenCount(open=len(mine) - accepted, accepted=accepted)
    return OpenFindings(by_severity=counts)
