"""How alike a few typed letters and a name are, so that a typing error still finds its vendor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ALIKE_FROM = 80.0
"""Below this a name is no likely meaning of what was typed: "twillio" finds Twilio, not Trello."""


class FuzzyGuesses:
    """Judges by rapidfuzz, behind the port `Guesses`."""

    def guess(self, letters: str, names: Sequence[str], *, limit: int) -> list[tuple[int, float]]:
        """The places of the likest names with how alike they are (0 to 100), the likest first."""
        from rapidfuzz import fuzz, process

        found = process.extract(
            letters, names, scorer=fuzz.partial_ratio, score_cutoff=ALIKE_FROM, limit=limit
        )
        return [(place, score) for _name, score, place in found]
