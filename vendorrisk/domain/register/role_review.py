"""The review of a role is of one role with one rationale, and falls with them (guard G1, domain.md 4.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from vendorrisk.domain.register.records import Engagement


def review_falls(before: Engagement, after: Engagement, named: Collection[str]) -> Engagement:
    """The engagement without its reviewer, where role or rationale changed and nobody was named with them."""
    same = (before.role, before.role_rationale) == (after.role, after.role_rationale)
    return after if same or "role_reviewed_by" in named else replace(after, role_reviewed_by="")
