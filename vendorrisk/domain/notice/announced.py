"""What customers were told of a change, held against what is on record since (domain.md 4.4, 5.3 N-5)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Message, Problem, msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """The facts of a change that a notice states. Each is named as the fact of a letter that states it.

    What a set holds may become less without a new notice, and `start` may become later: a country that is
    removed, or a later day, takes nothing from anybody.
    """

    vendor: str
    vendor_country: str
    replaced: str
    services: frozenset[str]
    purpose: Mapping[str, str]
    data: frozenset[str]
    storage: frozenset[str]
    access: frozenset[tuple[str, str]]
    further: frozenset[tuple[str, str]]
    start: date


def told_otherwise(told: Announced, now: Announced) -> tuple[str, ...]:
    """The names of the facts that need a new notice, in the order in which a letter states them."""
    names = [one.name for one in fields(Announced)]
    return tuple(name for name in names if _is_new(getattr(told, name), getattr(now, name)))


def _is_new(told: object, now: object) -> bool:
    if isinstance(told, frozenset) and isinstance(now, frozenset):
        return not now <= told
    if isinstance(told, date) and isinstance(now, date):
        return now < told
    return told != now


def labels(names: Sequence[str]) -> list[Message]:
    """Those facts as a person calls them."""
    return [msg(f"letter.field.{name}") for name in names]


def needs_new_notice(number: str, names: Sequence[str]) -> tuple[Problem, ...]:
    """N-5: other facts than those that were sent need a new notice, and a new clock."""
    if not names:
        return ()
    where = f"change {number}"
    what = msg("notice.check.N-5", rule="N-5", fields=labels(names))
    return (Problem(where, what, msg("notice.check.N-5.remedy"), Level.ERROR),)


def needs_new_letters(number: str, names: Sequence[str]) -> tuple[Problem, ...]:
    """N-4: a letter that states other facts than the register is written again before it is sent."""
    if not names:
        return ()
    where = f"change {number}"
    what = msg("notice.check.N-4.facts", fields=labels(names))
    return (Problem(where, what, msg("notice.check.N-4.facts.remedy"), Level.ERROR),)
