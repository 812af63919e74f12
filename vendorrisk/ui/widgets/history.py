"""Where the person has been, for Back and Forward."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Visit:
    """A page, and the thing it showed if it shows one of many."""

    page: str
    item: Any = None


@dataclass(slots=True)
class History:
    """A line of visits with a place in it; going somewhere new forgets what lay ahead."""

    visits: list[Visit] = field(default_factory=list)
    here: int = -1
    limit: int = 100

    def go(self, visit: Visit) -> None:
        """Remembers a visit; the same one twice in a row counts once."""
        if self.current() == visit:
            return
        self.visits = [*self.visits[: self.here + 1], visit][-self.limit :]
        self.here = len(self.visits) - 1

    def current(self) -> Visit | None:
        """Returns where we are."""
        return self.visits[self.here] if self.here >= 0 else None

    def step(self, by: int) -> Visit | None:
        """Moves along the line and returns where that leads; None, and no move, at its ends."""
        if not 0 <= self.here + by < len(self.visits):
            return None
        self.here += by
        return self.visits[self.here]
