"""From when to when a legal fact holds: both ends count, None is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def is_within(valid_from: date | None, valid_to: date | None, on: date) -> bool:
    """Whether a legal fact holds on a day."""
    return (valid_from is None or valid_from <= on) and not has_ended(valid_to, on)


def has_ended(valid_to: date | None, on: date) -> bool:
    """Whether a legal fact holds no more on a day; one whose last day is still to come has not ended."""
    return valid_to is not None and valid_to < on
