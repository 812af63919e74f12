"""Planning a step: which guards and needs it has, what stands in the way, and what follows (domain.md 4.2).

A guard that the program does not check yet is never passed. A step that needs such guards goes on only when
a person confirms by name, with a reason, that they looked after them; the plan then carries the
confirmation, and whoever carries the plan out records it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.decision import lifecycle
from vendorrisk.domain.decision.blocking import GuardResult, GuardState, block
from vendorrisk.domain.decision.dossier import Ask, Step
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.message import Blocked, msg
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.register.records import Stage

NO_ASK = Ask()


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who looked after which guards by hand, and how; to be recorded with the step."""

    by: str
    why: str
    guards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A step as it would be done. `blocked` is everything that stands in the way, all at once.

    `transition` is None where no step leads from the stage to the target. `confirmation` is to be recorded
    where guards were confirmed by hand.
    """

    to: Stage
    transition: lifecycle.Transition | None
    results: tuple[GuardResult, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    confirmation: Confirmation | None = None

    @property
    def step_name(self) -> str:
        """The step's name in the table of steps; empty where no step leads there."""
        return self.transition.name if self.transition is not None else ""

    @property
    def stays(self) -> bool:
        """Whether the engagement keeps its stage."""
        return self.transition is not None and self.transition.stays

    @property
    def may_go(self) -> bool:
        """Whether nothing stands in the way."""
        return self.transition is not None and not self.blocked


def plan_move(dossier: Dossier, to: Stage, ask: Ask = NO_ASK) -> Plan:
    """What a step from the engagement's stage to another would need, and what of it is not there.

    Guards are evaluated anew for every step, so a go-live rests on today's facts and not on those of READY.
    """
    stage = dossier.engagement.stage
    step = lifecycle.transition(stage, to)
    if step is None:
        return Plan(to=to, transition=None, blocked=(_no_way(stage, to),))
    results = evaluate(dossier, step.guards)
    wanted = Step(dossier=dossier, ask=ask, name=step.name)
    unchecked = tuple(one.guard for one in results if one.state is GuardState.NOT_CHECKED)
    blocked = (
        *(fact for need in step.needs for fact in need(wanted)),
        *(fact for one in results for fact in one.facts),
        *_unconfirmed(unchecked, ask),
    )
    return Plan(
        to=to,
        transition=step,
        results=results,
        blocked=blocked,
        confirmation=_confirmation(unchecked, ask),
    )


def _no_way(stage: Stage, to: Stage) -> Blocked:
    ways = [msg("move.way", stage=label(one)) for one in lifecycle.targets(lifecycle.allowed(stage))]
    if stage is to:
        return block("lifecycle", "move.same", stage=label(stage))
    if not ways:
        return block("lifecycle", "move.final", stage=label(stage))
    return block("lifecycle", "move.no_way", stage=label(stage), to=label(to), ways=ways)


LEAST_WORDS, LEAST_LETTERS = 3, 12
"""Less than this never says how something was checked: "ok", "x", "looked at"."""


def says_how(why: str) -> bool:
    """Whether a reason can say at all how something was checked."""
    words = [word for word in why.split() if any(map(str.isalnum, word))]
    return len(words) >= LEAST_WORDS and sum(map(len, words)) >= LEAST_LETTERS


def _is_confirmed(ask: Ask) -> bool:
    return bool(ask.unchecked_confirmed_by.strip()) and says_how(ask.unchecked_why)


def _unconfirmed(unchecked: tuple[str, ...], ask: Ask) -> Iterator[Blocked]:
    if _is_confirmed(ask):
        return
    tried = "" if says_how(ask.unchecked_why) else ask.unchecked_why.strip()
    for guard in unchecked:
        about = msg(f"guard.{guard}.title")
        fact = msg("move.unchecked_short", about=about, why=tried) if tried else None
        yield Blocked(
            guard=guard,
            fact=fact or msg("move.unchecked", about=about),
            remedy=msg(f"guard.{guard}.by_hand"),
        )


def _confirmation(unchecked: tuple[str, ...], ask: Ask) -> Confirmation | None:
    if not (unchecked and _is_confirmed(ask)):
        return None
    return Confirmation(
        by=ask.unchecked_confirmed_by.strip(), why=ask.unchecked_why.strip(), guards=unchecked
    )
