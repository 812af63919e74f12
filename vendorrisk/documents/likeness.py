"""How alike two texts are: the measure behind duplicate warnings and differences between lists."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from vendorrisk.domain.register.names import fold, name_key, normalise, same_vendor

if TYPE_CHECKING:
    from collections.abc import Sequence

DUPLICATE_FROM = 0.88
"""Names at least this alike may be duplicates: Twillio and Twilio, not Acme Web and Acme Mail."""


def likeness(one: str, other: str) -> float:
    """0.0 (nothing in common) to 1.0 (the same but for case, accents and word order)."""
    from rapidfuzz import fuzz

    first, second = fold(one), fold(other)
    if not first or not second:
        return float(first == second)
    return max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)) / 100


def name_likeness(one: str, other: str) -> float:
    """Likeness of two company names, legal forms aside; 1.0 where one is given as the other's second name."""
    if same_vendor(one, other):
        return 1.0
    return likeness(normalise(one) or one, normalise(other) or other)


def possible_duplicates(
    name: str, known: Sequence[str], *, least: float = DUPLICATE_FROM
) -> list[tuple[str, float]]:
    """The known names that may mean the same company, most alike first; an equal spelling is among them."""
    near = {other: name_likeness(name, other) for other in known if other}
    found = [(other, score) for other, score in near.items() if score >= least]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def near_names(name: str, known: Sequence[str], *, most: int = 3) -> list[str]:
    """The known names that are alike but not equal, likest first; quick enough for every row of an import."""
    from rapidfuzz import fuzz, process

    others = [other for other in known if other != name]
    found = process.extract(
        _in_order(name),
        [_in_order(other) for other in others],
        scorer=fuzz.ratio,
        score_cutoff=DUPLICATE_FROM * 100,
        limit=most,
    )
    return [others[at] for _, _, at in found]


@lru_cache(maxsize=1 << 15)
def _in_order(name: str) -> str:
    """A name without its legal form, its words sorted: a long import compares each of them many times."""
    return " ".join(sorted((normalise(name) or name).split()))


def duplicates_within(names: Sequence[str], *, least: float = DUPLICATE_FROM) -> list[tuple[str, str, float]]:
    """Pairs of different vendors' names within one list that may mean the same company.

    Rows of the same vendor (equal key) are no pair: they are several engagements of one vendor.
    """
    first_of_key = {name_key(name): name for name in reversed(names) if name_key(name)}
    distinct = [name for name in dict.fromkeys(names) if first_of_key.get(name_key(name)) == name]
    pairs = []
    for at, name in enumerate(distinct):
        pairs += [
            (name, other, score)
            for other, score in possible_duplicates(name, distinct[at + 1 :], least=least)
        ]
    return sorted(pairs, key=lambda pair: -pair[2])
