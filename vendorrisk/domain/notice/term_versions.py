"""The versions of one customer's terms in their order: each binds until the day before the next one begins.

An amended contract replaces the older version from its first day, and no day is left without terms between
two versions (domain.md 5.2, 9.13).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.notice.records import Terms

ONE_DAY: Final = timedelta(days=1)


def newest_first(own: Iterable[Terms]) -> tuple[Terms, ...]:
    """The versions by their first day, the latest first; one without a first day has always bound."""
    return tuple(sorted(own, key=lambda one: (one.valid_from or date.min, one.id), reverse=True))


def starting_on(own: Iterable[Terms], first: date | None) -> Terms | None:
    """The version that begins on a day, if there is one."""
    return next((one for one in own if one.valid_from == first), None)


def bound_until(own: Iterable[Terms], first: date | None) -> Terms | None:
    """The version that binds until a new one begins on a day."""
    bound = [one for one in own if first is not None and _reaches(one, first)]
    return max(bound, key=lambda one: one.valid_from or date.min, default=None)


def begin_version(own: Iterable[Terms], fresh: Terms) -> tuple[Terms, ...]:
    """What a new version changes among a customer's own: those that end the day before it, then itself.

    It binds until the day before the next later one, or without an end.
    """
    first = fresh.valid_from
    others = [one for one in own if one.id != fresh.id]
    ended = [replace(one, valid_to=first - ONE_DAY) for one in others if first and _reaches(one, first)]
    return (*ended, replace(fresh, valid_to=_last_day(others, first)))


def moved_start(others: Iterable[Terms], was: date | None, first: date | None) -> list[Terms]:
    """The versions that ended the day before one that begins on another day now: no gap may open."""
    if was is None or first is None or was == first:
        return []
    return [
        replace(one, valid_to=first - ONE_DAY)
        for one in others
        if one.valid_to == was - ONE_DAY and (one.valid_from or date.min) < first
    ]


def without(own: Iterable[Terms], gone: Terms) -> list[Terms]:
    """What removing a version changes: the one before it binds on, until the next one begins."""
    if gone.valid_from is None:
        return []
    return [replace(one, valid_to=gone.valid_to) for one in own if one.valid_to == gone.valid_from - ONE_DAY]


def _last_day(own: Iterable[Terms], first: date | None) -> date | None:
    """The day before the next version begins; without a later one the end is open."""
    later = [one.valid_from for one in own if one.valid_from and one.valid_from > (first or date.min)]
    return min(later) - ONE_DAY if later else None


def _reaches(terms: Terms, first: date) -> bool:
    """Whether an earlier version still binds when the new one begins."""
    began = terms.valid_from is None or terms.valid_from < first
    return began and (terms.valid_to is None or terms.valid_to >= first)
