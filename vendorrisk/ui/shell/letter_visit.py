"""Going to one letter of a change, which the page of changes shows among the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterVisit:
    """A change and the customer whose letter is wanted."""

    change_id: str
    customer_id: str
