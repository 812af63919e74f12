"""Accepting the risk of a finding for a while: who may, how long, and what never (domain.md 6.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.clauses import BY_ID
from vendorrisk.domain.diligence.records import Finding, Severity
from vendorrisk.domain.message import Message, Problem, msg
from vendorrisk.domain.months import add_months

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

LONGEST_MONTHS: Final[Mapping[Severity, int]] = {Severity.H: 6, Severity.M: 12, Severity.L: 24}
CONTAINMENT_DAYS: Final = 14
"""A critical finding is never accepted, only contained for so many days."""

MOST_ACCEPTANCES: Final = 2
"""The first one and one renewal (domain.md 6.8)."""


class Approver(StrEnum):
    """Who may accept a risk; never the data protection officer (Art. 38(6), C-453/21)."""

    HEAD_OF_PRIVACY = "HEAD_OF_PRIVACY"
    CISO = "CISO"


class DpoOpinion(StrEnum):
    """What the data protection officer advised."""

    FAVOURABLE = "FAVOURABLE"
    UNFAVOURABLE = "UNFAVOURABLE"
    NONE = "NONE"


APPROVERS: Final[Mapping[Severity, frozenset[Approver]]] = {
    Severity.C: frozenset({Approver.HEAD_OF_PRIVACY, Approver.CISO}),
    Severity.H: frozenset({Approver.HEAD_OF_PRIVACY, Approver.CISO}),
    Severity.M: frozenset({Approver.HEAD_OF_PRIVACY}),
    Severity.L: frozenset({Approver.HEAD_OF_PRIVACY}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A wish to accept a finding until `until` (inclusive).

    `approvers` hold the functions that agreed, `compensating` what helps meanwhile. `dpo_text` and `dpo_on`
    keep what the data protection officer advised in words, and the day (None = today).
    """

    until: date
    approvers: frozenset[Approver]
    reason: str
    dpo_opinion: DpoOpinion
    dpo_text: str
    dpo_on: date | None = None
    compensating: str = ""


def is_statutory(finding: Finding) -> bool:
    """Whether a finding rests on an item that GDPR 28(3) itself demands; such a risk cannot be accepted."""
    return finding.source in BY_ID and BY_ID[finding.source].statutory


def last_day(severity: Severity, start: date) -> date:
    """The last day until which a finding may be accepted, counted from `start`."""
    if severity is Severity.C:
        return start + timedelta(days=CONTAINMENT_DAYS)
    return add_months(start, LONGEST_MONTHS[severity])


def acceptance_problems(finding: Finding, wish: Acceptance, today: date) -> tuple[Problem, ...]:
    """Everything that stands against accepting this finding from today on; empty = it may be accepted."""
    last = last_day(finding.severity, today)
    missing = APPROVERS[finding.severity] - wish.approvers
    checks: tuple[tuple[bool, str, Message], ...] = (
        (is_statutory(finding), "source", msg("acceptance.statutory")),
        (wish.until < today, "until", msg("acceptance.ends_before_start")),
        (wish.until > last, "until", msg(f"acceptance.too_long.{finding.severity}", last=last)),
        (not wish.reason.strip(), "reason", msg("acceptance.no_reason")),
        (bool(missing), "approvers", msg("acceptance.approver_missing", missing=sorted(missing))),
        (not wish.dpo_text.strip(), "dpo_text", msg("acceptance.no_dpo_text")),
        (
            wish.dpo_on is not None and wish.dpo_on > today,
            "dpo_on",
            msg("acceptance.dpo_later", on=wish.dpo_on),
        ),
        (finding.acceptances >= MOST_ACCEPTANCES, "until", msg("acceptance.renewed_too_often")),
    )
    return tuple(
        Problem(where, what, msg(f"{what.key}.remedy", last=last, today=today))
        for bad, where, what in checks
        if bad
    )
