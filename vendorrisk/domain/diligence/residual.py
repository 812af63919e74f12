"""What risk remains after controls and open findings, and who may approve it (domain.md 6.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.arithmetic import Step, digits, settled
from vendorrisk.domain.diligence.findings import SEVERITIES, OpenFindings
from vendorrisk.domain.diligence.inherent import Band, band
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

PENALTY: Final[Mapping[Severity, float]] = {Severity.C: 15, Severity.H: 8, Severity.M: 3, Severity.L: 1}
PENALTY_CAP: Final = 30.0
ACCEPTED_SHARE: Final = 0.5
HIGHEST: Final = 100.0
LATE_DAYS: Final = 30
"""A reassessment overdue by more than so many days lifts the band."""


class Approval(StrEnum):
    """Who must agree; the order of the members is that of their demands."""

    ALONE = "ALONE"
    HEAD_OF_PRIVACY = "HEAD_OF_PRIVACY"
    HEAD_OF_PRIVACY_AND_CISO = "HEAD_OF_PRIVACY_AND_CISO"
    NOBODY = "NOBODY"

    def up(self, steps: int) -> Approval:
        """The level so many steps stricter, nobody at most."""
        levels = list(Approval)
        return levels[min(levels.index(self) + steps, len(levels) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appetite:
    """The residual risk up to which each level may approve, bounds included (policy of domain.md 6.5)."""

    alone: float = 20.0
    head_of_privacy: float = 40.0
    both: float = 60.0

    def approval(self, score: float) -> Approval:
        """Who must agree to a residual risk of this score."""
        limits = (
            (self.alone, Approval.ALONE),
            (self.head_of_privacy, Approval.HEAD_OF_PRIVACY),
            (self.both, Approval.HEAD_OF_PRIVACY_AND_CISO),
        )
        return next((level for limit, level in limits if settled(score) <= limit), Approval.NOBODY)


DEFAULT_APPETITE: Final = Appetite()


@dataclass(frozen=True, slots=True, kw_only=True)
class Residual:
    """The remaining risk (0 to 100) with its arithmetic.

    `band` is the one after the floors, whose `reasons` are given. Where a floor lifted the band of the bare
    figure, the approval asked for rises by as many levels.
    """

    base: float
    penalty: float
    score: float
    band: Band
    reasons: tuple[Message, ...]
    approval: Approval
    dpo_opinion_needed: bool
    steps: tuple[Step, ...]


def residual(
    inherent: float,
    effect: float,
    findings: OpenFindings,
    *,
    overdue_days: int = 0,
    key_artefact_lapsed: bool = False,
    appetite: Appetite = DEFAULT_APPETITE,
) -> Residual:
    """The risk that remains: inherent x (1 - control effect) + penalty for open findings, 100 at most.

    `inherent` is 0 to 100, `effect` (CE) 0 to 1, `overdue_days` the days since the reassessment fell due.
    """
    base = settled(inherent * (1 - effect))
    penalty, penalty_steps = _penalty(findings)
    score = settled(min(HIGHEST, base + penalty))
    bare = band(score)
    final, reasons = _floors(bare, findings, overdue_days, key_artefact_lapsed=key_artefact_lapsed)
    lifted = final.rank - bare.rank
    approval = appetite.approval(score).up(lifted)
    return Residual(
        base=base,
        penalty=penalty,
        score=score,
        band=final,
        reasons=reasons,
        approval=approval,
        dpo_opinion_needed=approval is not Approval.ALONE,
        steps=(
            Step(
                what=msg("risk.step.base"),
                formula=f"{digits(inherent)}×(1 - {digits(effect)})",
                result=base,
            ),
            *penalty_steps,
            Step(
                what=msg("risk.step.residual"),
                formula=f"min({digits(HIGHEST)}, {digits(base)} + {digits(penalty)})",
                result=score,
            ),
        ),
    )


def _penalty(findings: OpenFindings) -> tuple[float, list[Step]]:
    """The penalty for open findings, capped; an accepted one counts half."""
    parts = []
    total = 0.0
    for severity in SEVERITIES:
        count = findings.of(severity)
        each = PENALTY[severity]
        total += each * (count.open + ACCEPTED_SHARE * count.accepted)
        parts += [f"{count.open}×{digits(each)}"] if count.open else []
        parts += [f"{count.accepted}×{digits(each * ACCEPTED_SHARE)}"] if count.accepted else []
    steps = [Step(what=msg("risk.step.penalty"), formula=" + ".join(parts) or "0", result=total)]
    if total > PENALTY_CAP:
        formula = f"min({digits(PENALTY_CAP)}, {digits(total)})"
        steps.append(Step(what=msg("risk.step.penalty_capped"), formula=formula, result=PENALTY_CAP))
    return min(total, PENALTY_CAP), steps


def _floors(
    bare: Band, findings: OpenFindings, overdue_days: int, *, key_artefact_lapsed: bool
) -> tuple[Band, tuple[Message, ...]]:
    """The band after the floors, in the order of domain.md 6.5; the lift is one band, whatever its causes.

    A critical finding holds the floor even while it is contained, because it cannot be accepted (6.8).
    """
    result = bare
    reasons = []
    critical = findings.of(Severity.C)
    if critical.open + critical.accepted and bare.rank < Band.HIGH.rank:
        result = Band.HIGH
        reasons.append(msg("risk.floor.critical_finding"))
    causes = []
    if overdue_days > LATE_DAYS:
        causes.append(msg("risk.floor.overdue", days=overdue_days))
    if key_artefact_lapsed:
        causes.append(msg("risk.floor.lapsed"))
    return (result.up() if causes else result), (*reasons, *causes)
