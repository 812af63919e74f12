"""What one quarterly review is written from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vendorrisk.domain.report import Text
    from vendorrisk.domain.review.facts import ReviewFacts
    from vendorrisk.domain.review.figure import Figure

NAMED = 12
"""How many names stand in one row of a table before the rest is only counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewInput:
    """What one quarterly review is written from.

    `before` holds the figures of the quarter before by id, as they were frozen. `names` maps ids to names.
    `frozen` marks figures that are kept for good.
    """

    facts: ReviewFacts
    figures: tuple[Figure, ...]
    company: str = ""
    before: Mapping[str, Figure] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""
    frozen: bool = False

    def name(self, id_: str) -> str:
        """The name behind an id; the id itself where no name is known, never nothing."""
        return self.names.get(id_, id_)

    def listed(self, ids: Sequence[str]) -> Text:
        """The names behind ids, each with how often it stands there, up to a dozen, then how many more."""
        counted = Counter(self.name(id_) for id_ in ids)
        shown = list(counted.items())[:NAMED]
        names = ", ".join(name if times == 1 else f"{name} ({times})" for name, times in shown)
        more = len(ids) - sum(times for _, times in shown)
        return msg("review.and_more", names=names, more=more) if more else names
