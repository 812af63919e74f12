"""Where the person was in each review, so that it goes on there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from vendorrisk.ui.widgets.frame import WindowStore

KEPT: Final = 50
_KEY: Final = "review.places"


class ReviewVisit(NamedTuple):
    """An assessment and the question in it that somebody wants to see."""

    assessment_id: str
    question: str


class ReviewPlaces:
    """Remembers one question per assessment, for the reviews visited last."""

    def __init__(self, store: WindowStore) -> None:
        self._store = store

    def of(self, assessment_id: str) -> str:
        """Returns the question the person was at, empty for a review never opened."""
        return str(self._read().get(assessment_id, ""))

    def note(self, assessment_id: str, question: str) -> None:
        """Remembers a question."""
        known = self._read()
        if known.get(assessment_id) == question:
            return
        known.pop(assessment_id, None)
        kept = {**known, assessment_id: question}
        newest = dict(list(kept.items())[-KEPT:])
        self._store.put(_KEY, json.dumps(newest))

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._store.get(_KEY) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
