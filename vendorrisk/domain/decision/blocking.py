"""What a guard answers, and short ways to say what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Blocked, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN_NAMES = 5


class GuardState(StrEnum):
    """Passed, blocked with facts, or not looked at by the program; the last never counts as passed."""

    PASSED = "PASSED"
    BLOCKED = "BLOCKED"
    NOT_CHECKED = "NOT_CHECKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardResult:
    """One guard's answer; each fact names guard, fact and remedy."""

    guard: str
    state: GuardState
    facts: tuple[Blocked, ...] = ()

    @property
    def title(self) -> Message:
        """What the guard is about, in a few words."""
        return msg(f"guard.{self.guard}.title")


def block(guard: str, key: str, **facts: Any) -> Blocked:
    """A fact that stands in the way; its remedy is the sentence `key.remedy` with the same facts."""
    return Blocked(guard=guard, fact=msg(key, **facts), remedy=msg(f"{key}.remedy", **facts))


def listed(names: Iterable[str]) -> list[str | Message]:
    """The first names in order, then how many more there are: a sentence stays readable at 140 customers."""
    ordered = sorted(names, key=str.casefold)
    more = len(ordered) - SHOWN_NAMES
    shown: list[str | Message] = list(ordered[:SHOWN_NAMES])
    return [*shown, msg("guard.more", count=more)] if more > 0 else shown
