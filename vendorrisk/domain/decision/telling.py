"""What telling customers and putting a change into use need: the rows of the table of steps (domain.md 4.2).

A change goes on beside its engagement, which keeps its stage. So each of the two takes needs and guards from
the row of the step it belongs to, and says itself in which stages of the engagement it may happen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import block
from vendorrisk.domain.decision.dossier import Ask, Step
from vendorrisk.domain.decision.guards import GUARDS, evaluate
from vendorrisk.domain.decision.lifecycle import ANY_LIVE, TRANSITIONS
from vendorrisk.domain.decision.needs import go_live_reached, notices_sendable
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.decision.needs import Need
    from vendorrisk.domain.message import Blocked, Message

S = Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Something done with a change: in which stages of its engagement, with what, under which guards.

    `elsewhere` is what to say where the engagement stands at another stage.
    """

    name: str
    stages: tuple[Stage, ...]
    elsewhere: str
    needs: tuple[Need, ...] = ()
    guards: tuple[str, ...] = ()


_LEADING_OUT = (*ANY_LIVE, S.SUSPENDED, S.EXITING, S.DELETION_PENDING, S.TERMINATED)

SEND = Doing(
    name="send_notices",
    stages=(S.NOTICE_PENDING, S.NOTICE_RUNNING, S.READY, *ANY_LIVE, S.SUSPENDED),
    elsewhere="need.stage_to_tell",
    needs=(notices_sendable,),
)
"""Once contract and transfers stand (guards G4 to G7), and for every change of what is in use."""

GO_LIVE = Doing(
    name="go_live",
    stages=(S.LIVE, S.LIVE_RESTRICTED, S.REASSESSMENT),
    elsewhere="need.stage_to_be_live",
    needs=(go_live_reached,),
    guards=next(one.guards for one in TRANSITIONS if one.name == "go_live"),
)
"""The engagement itself went live by its own step; its guards are asked again for the change, today. What no
guard checks yet was confirmed by hand with that step. An emergency is none of these stages: the full notice
run ends it by the engagement's own step."""

IN_USE = (*ANY_LIVE, S.SUSPENDED)
SEND_CHANGED = Doing(
    name="send_notices", stages=IN_USE, elsewhere="need.stage_to_change", needs=(notices_sendable,)
)
"""A new location or purpose is told of what works for customers already: that is what its letter says."""

_NOT_IN_USE = "need.stage_to_remove"
SEND_REMOVAL = Doing(
    name="send_notices", stages=_LEADING_OUT, elsewhere=_NOT_IN_USE, needs=(notices_sendable,)
)
REMOVED = Doing(name="go_live", stages=_LEADING_OUT, elsewhere=_NOT_IN_USE, needs=(go_live_reached,))
"""A removal is told of what was in use; nobody can object, and no guard of use concerns it (rule N-3)."""


def in_the_way(doing: Doing, dossier: Dossier) -> tuple[Blocked, ...]:
    """Everything that stands against it, each with guard, fact and remedy; the dossier is that of the change.

    That is: its notices and its planned day, with everything else as the engagement has it.
    """
    return tuple(_blocks(doing, dossier))


def unchecked(doing: Doing) -> tuple[Message, ...]:
    """The guards of a doing that the program does not check yet, by title: not in the way, and not passed."""
    return tuple(msg(f"guard.{name}.title") for name in doing.guards if GUARDS[name].predicate is None)


def _blocks(doing: Doing, dossier: Dossier) -> Iterator[Blocked]:
    stage = dossier.engagement.stage
    if stage not in doing.stages:
        yield block(doing.name, doing.elsewhere, stage=label(stage), first=label(doing.stages[0]))
    step = Step(dossier=dossier, ask=Ask(), name=doing.name)
    for need in doing.needs:
        yield from need(step)
    for result in evaluate(dossier, doing.guards):
        yield from result.facts
