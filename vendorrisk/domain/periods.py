"""From when to when a legal fact holds: both ends count, None is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def is_within(valid_from: date | None, valid_to: date | None, on: date) -> bool:
    """Whether a legal fact holds on a day."""
    return has_begun(valid_from, on) and not has_ended(valid_to, on)


class Period(Protocol):
    """A legal fact with its first and its last day."""

    @property
    def valid_from(self) -> date | None:
        """The first day; None where it has held for ever."""

    @property
    def valid_to(self) -> date | None:
        """The last day (inclusive); None where it is open."""


P = TypeVar("P", bound=Period)


def in_force(facts: Iterable[P], on: date) -> list[P]:
    """Those of some legal facts that hold on a day."""
    return [one for one in facts if is_within(one.valid_from, one.valid_to, on)]


def has_begun(valid_from: date | None, on: date) -> bool:
    """Whether the first day of a legal fact has come; one without a first day has held for ever."""
    return valid_from is None or valid_from <= on


def has_ended(valid_to: date | None, on: date) -> bool:
    """Whether a legal fact holds no more on a day; one whose last day is still to come has not ended."""
    return valid_to is not None and valid_to < on
