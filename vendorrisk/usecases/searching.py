"""Finding anything by a few letters: what the command palette asks, answered from names kept at hand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

SHORTEST_GUESS = 3
"""With fewer letters nothing is guessed: two letters are alike to everything."""


class FoundKind(StrEnum):
    """What can be found by its name."""

    VENDOR = "vendor"
    CUSTOMER = "customer"
    DOCUMENT = "document"
    CHANGE = "change"
    LETTER = "letter"
    ASSESSMENT = "assessment"


REFERENCES = frozenset({FoundKind.CHANGE, FoundKind.LETTER})
"""What is found by its number first: a number that was mistyped is another one, so nothing is guessed."""


class Named(NamedTuple):
    """A thing with its name, and the name without case and accents as the register keeps it.

    `of` is the change that a letter belongs to (its `id` is the customer's), and the kind and the state of an
    assessment; `day` is when an assessment began.
    """

    kind: FoundKind
    id: str
    name: str
    folded: str
    of: tuple[str, ...] = ()
    day: date | None = None


class Hit(NamedTuple):
    """A thing that was found, and how well it fits: 100 for a name that begins so, less for a guess."""

    place: int
    score: float


class Names(Protocol):
    """All names of the register, read without reading the records."""

    def names(self) -> Sequence[Named]:
        """Vendors, customers and documents by name, archived ones too; changes, letters and assessments."""
        ...


class Guesses(Protocol):
    """Judges how alike a few letters and a name are, also when they were mistyped."""

    def guess(self, letters: str, names: Sequence[str], *, limit: int) -> list[tuple[int, float]]:
        """The places of the likest names with how alike they are (0 to 100), the likest first."""
        ...


def best(letters: str, names: Sequence[str], guesses: Guesses | None, *, limit: int) -> list[Hit]:
    """The names that fit some letters, the best first: those that begin so, then contain it, then guesses.

    `names` are folded already; a tie is broken by the shorter name.
    """
    wanted = fold(letters)
    if not wanted:
        return []
    words = wanted.split()
    sure = [
        Hit(place, score) for place, name in enumerate(names) if (score := _certainty(wanted, words, name))
    ]
    sure.sort(key=lambda hit: (-hit.score, len(names[hit.place])))
    if len(sure) < limit and guesses is not None and len(wanted) >= SHORTEST_GUESS:
        known = {hit.place for hit in sure}
        likely = guesses.guess(wanted, names, limit=limit)
        sure += [Hit(place, alike * 0.5) for place, alike in likely if place not in known]
    return sure[:limit]


def _certainty(wanted: str, words: Sequence[str], name: str) -> float:
    if not all(word in name for word in words):
        return 0.0
    if name.startswith(wanted):
        return 100.0
    padded = f" {name}"
    return 90.0 if all(f" {word}" in padded for word in words) else 60.0


class Finder:
    """Answers the palette: reads the names once and keeps them until told that something changed."""

    def __init__(self, source: Names, guesses: Guesses | None = None) -> None:
        self._source = source
        self.guesses = guesses
        self._known: dict[FoundKind, list[Named]] | None = None

    def forget(self) -> None:
        """Reads the names again next time."""
        self._known = None

    def find(self, letters: str, kind: FoundKind, *, limit: int = 6) -> list[tuple[Named, float]]:
        """The things of a kind that fit some letters, the best first, each with how well it fits."""
        things = self._names()[kind]
        guesses = None if kind in REFERENCES else self.guesses
        hits = best(letters, [one.folded for one in things], guesses, limit=limit)
        return [(things[hit.place], hit.score) for hit in hits]

    def _names(self) -> dict[FoundKind, list[Named]]:
        if self._known is None:
            self._known = {kind: [] for kind in FoundKind}
            for one in self._source.names():
                self._known[one.kind].append(one)
        return self._known


def find_texts(letters: str, texts: Sequence[str], guesses: Guesses | None, *, limit: int) -> list[Hit]:
    """The same over a few texts that are not in the register, such as the commands of the window."""
    return best(letters, [fold(text) for text in texts], guesses, limit=limit)
