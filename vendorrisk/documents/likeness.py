"""How alike two texts are: the measure behind duplicate warnings and differences between lists."""

from __future__ import annotations

from collections import defaultdict
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.register.names import fold, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

DUPLICATE_FROM: Final = 0.88
"""Names at least this alike may be duplicates: Twillio and Twilio, not Acme Web and Acme Mail."""

MOST_NEAR: Final = 3
_LENGTHS: Final = DUPLICATE_FROM / (2 - DUPLICATE_FROM)
"""The shorter of two names so alike is at least this share of the longer: the rest is left out or put in."""


def likeness(one: str, other: str) -> float:
    """0.0 (nothing in common) to 1.0 (the same but for case, accents and word order)."""
    from rapidfuzz import fuzz

    first, second = fold(one), fold(other)
    if not first or not second:
        return float(first == second)
    return max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)) / 100


class NamesByLength:
    """Names that new ones are held against; only those of about the same length are looked at."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: defaultdict[int, list[str]] = defaultdict(list)
        self._plain: defaultdict[int, list[str]] = defaultdict(list)
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """From now on this name is known too."""
        plain = _in_order(name)
        self._names[len(plain)].append(name)
        self._plain[len(plain)].append(plain)

    def near(self, name: str) -> list[str]:
        """The known names that are alike but not equal, likest first; three at most."""
        plain = _in_order(name)
        shortest, longest = floor(len(plain) * _LENGTHS), ceil(len(plain) / _LENGTHS)
        found = [
            pair for length in range(shortest, longest + 1) for pair in self._of_length(length, plain, name)
        ]
        return [other for _, other in sorted(found, key=lambda pair: -pair[0])[:MOST_NEAR]]

    def _of_length(self, length: int, plain: str, name: str) -> list[tuple[float, str]]:
        from rapidfuzz import fuzz, process

        names = self._names.get(length, [])
        alike = process.extract(
            plain,
            self._plain.get(length, []),
            scorer=fuzz.ratio,
            score_cutoff=DUPLICATE_FROM * 100,
            limit=None,
        )
        return [(score, names[at]) for _, score, at in alike if names[at] != name]


def _in_order(name: str) -> str:
    """A name without its legal form, its words sorted."""
    return " ".join(sorted((normalise(name) or name).split()))
