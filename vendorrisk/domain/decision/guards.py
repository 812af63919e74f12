"""The twelve guards as one table (domain.md 4.3). Six and three more are in force; the others say so.

A guard that the program does not check yet answers NOT_CHECKED: it is shown as that, and it never counts as
passed. A step that needs one goes on only when a person confirms, by name and with a reason that is kept,
that they looked after it themselves (`move.plan_move`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from vendorrisk.domain.decision.blocking import GuardResult, GuardState
from vendorrisk.domain.decision.guards_assessment import approved_assessment, findings_settled, role_reviewed
from vendorrisk.domain.decision.guards_contract import agreement_accepted, agreement_complete
from vendorrisk.domain.decision.guards_notice import no_open_objection, windows_over
from vendorrisk.domain.decision.guards_transfer import transfers_valid
from vendorrisk.domain.message import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.message import Blocked

    Predicate: TypeAlias = Callable[[Dossier], Iterator[Blocked]]


@dataclass(frozen=True, slots=True)
class Guard:
    """One guard; `predicate` yields what stands in the way, None = the program does not check it yet."""

    name: str
    predicate: Predicate | None = None


GUARDS = {
    guard.name: guard
    for guard in (
        Guard("G1", role_reviewed),
        Guard("G2", approved_assessment),
        Guard("G3", findings_settled),
        Guard("G4", agreement_complete),
        Guard("G5", agreement_accepted),
        Guard("G6", transfers_valid),
        Guard("G7"),
        Guard("G8", windows_over),
        Guard("G9", no_open_objection),
        Guard("G10"),
        Guard("G11"),
        Guard("G12"),
    )
}
ALL = tuple(GUARDS)

HARD = frozenset(
    {
        "guard.G4.statutory_missing",
        "guard.G6.invalid",
        "guard.G6.no_flow",
        "guard.G9.no_approval",
        "guard.G9.binding_objection",
    }
)
"""Facts that no acceptance of risk can lift (domain.md 4.3). G10 without a disclosed exception is one more,
once that guard is in force; the notice-lead and breach chains (N-6, N-7) are policy and never hard."""


def evaluate(dossier: Dossier, names: Iterable[str] = ALL) -> tuple[GuardResult, ...]:
    """The answers of these guards for a dossier, each with every fact that stands in the way.

    They are asked for the intended day of go-live, or for today once that has come (`Dossier.at`).
    """
    return tuple(_answer(GUARDS[name], dossier) for name in names)


def _answer(guard: Guard, dossier: Dossier) -> GuardResult:
    if guard.predicate is None:
        return GuardResult(guard=guard.name, state=GuardState.NOT_CHECKED)
    facts = tuple(_as_told(one) for one in guard.predicate(dossier))
    return GuardResult(
        guard=guard.name, state=GuardState.BLOCKED if facts else GuardState.PASSED, facts=facts
    )


def _as_told(fact: Blocked) -> Blocked:
    """A fact; the remedy of a hard one says, wherever it is told, that accepting the risk is none."""
    return replace(fact, remedy=msg("guard.hard", remedy=fact.remedy)) if fact.fact.key in HARD else fact
