"""Which documents an engagement needs: one that is not there counts as not valid (domain.md 8.2, K-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import AGREEMENTS, EVIDENCE, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.domain.diligence.records import Document

EVIDENCE_TIERS: Final = frozenset({1, 2})
"""For these tiers the word of the vendor is not enough (domain.md 6.3)."""

NO_AGREEMENT, NO_EVIDENCE = "quarter.no_agreement", "quarter.no_evidence"
"""The keys of what is said where there is no document at all of what is needed."""


def is_needed(document: Document) -> bool:
    """Whether a document is of a kind that is asked for: an agreement, or evidence."""
    return document.kind in AGREEMENTS or kind_of(document.kind).family in EVIDENCE


def absent(needed: Sequence[Document], tier: int | None) -> Iterator[str]:
    """What is asked for and of which there is no document: an agreement, and evidence for tiers 1 and 2."""
    if all(one.kind not in AGREEMENTS for one in needed):
        yield NO_AGREEMENT
    if tier in EVIDENCE_TIERS and all(one.kind in AGREEMENTS for one in needed):
        yield NO_EVIDENCE
