"""How the width of a table is shared out: nothing cut, nothing scrolled sideways while that can be helped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one column would like: its own width, the least that keeps its title whole, and what it may do.

    `content` is what its cells would need to be read whole: room to spare goes there first. `fold` above 0
    lets the column give way, the highest first; a `fixed` column neither grows nor shrinks.
    """

    key: str
    wanted: int
    least: int
    content: int = 0
    fold: int = 0
    fixed: bool = False


def share_out(wishes: Sequence[Wish], available: int) -> dict[str, int]:
    """Returns the width of each column in sight; columns that gave way are missing.

    Too little room: columns fold, then shrink towards their least. Room to spare: columns with shortened
    cells grow until these are whole, then all but the fixed ones grow in proportion.
    """
    kept = _fold(list(wishes), available)
    kept = _feed(kept, available - sum(wish.wanted for wish in kept))
    spare = available - sum(wish.wanted for wish in kept)
    widths = _grow(kept, spare) if spare > 0 else _shrink(kept, -spare)
    return {wish.key: width for wish, width in zip(kept, widths, strict=True)}


def _fold(wishes: list[Wish], available: int) -> list[Wish]:
    while sum(wish.wanted for wish in wishes) > available:
        folding = max((wish for wish in wishes if wish.fold), key=lambda wish: wish.fold, default=None)
        if folding is None:
            break
        wishes = [wish for wish in wishes if wish is not folding]
    return wishes


def _feed(wishes: Sequence[Wish], spare: int) -> list[Wish]:
    """Widens columns with shortened cells, each by its part of what is spare, never beyond its content."""
    hungers = [0 if wish.fixed else max(0, wish.content - wish.wanted) for wish in wishes]
    total = sum(hungers)
    food = max(0, min(spare, total))
    return [
        replace(wish, wanted=wish.wanted + food * hunger // (total or 1))
        for wish, hunger in zip(wishes, hungers, strict=True)
    ]


def _grow(wishes: Sequence[Wish], spare: int) -> list[int]:
    free = sum(wish.wanted for wish in wishes if not wish.fixed)
    shares = [0 if wish.fixed or not free else spare * wish.wanted // free for wish in wishes]
    left = spare - sum(shares)
    for number in range(len(wishes) - 1, -1, -1):
        if not wishes[number].fixed and free:
            shares[number] += left
            break
    return [wish.wanted + share for wish, share in zip(wishes, shares, strict=True)]


def _shrink(wishes: Sequence[Wish], missing: int) -> list[int]:
    slack = [0 if wish.fixed else max(0, wish.wanted - wish.least) for wish in wishes]
    total = sum(slack)
    taken = [min(part, -(-missing * part // total)) if total else 0 for part in slack]
    over = sum(taken) - missing
    for number, part in enumerate(taken):
        back = min(part, max(0, over))
        taken[number] -= back
        over -= back
    return [wish.wanted - part for wish, part in zip(wishes, taken, strict=True)]


def drawn_by_hand(wish: Wish, width: int | None) -> Wish:
    """Returns the wish of a column the person has drawn to a width of their own."""
    return wish if width is None else replace(wish, wanted=max(width, wish.least), fixed=True)
