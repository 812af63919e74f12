"""A shorter notice that one customer agrees to for one change; until it has agreed in writing, nothing moves.

The contract stays as it is: the agreement concerns this change alone, and only the time before use begins.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.days import ONE_DAY
from vendorrisk.domain.notice.records import Authorisation, ChangeKind

if TYPE_CHECKING:
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Change, Notice, Terms


def may_be_asked(change: Change, terms: Terms) -> bool:
    """Whether a shorter notice would help: where silence is enough, and some notice has to be given."""
    general = terms.authorisation is Authorisation.GENERAL
    return general and change.kind is not ChangeKind.REMOVE and terms.notice_days > 0


def is_agreed(terms: Terms, notice: Notice | None) -> bool:
    """Whether the customer has agreed in writing to fewer days than its contract gives it."""
    return (
        notice is not None
        and notice.shorter_agreed_on is not None
        and notice.shorter_days is not None
        and notice.shorter_days < terms.notice_days
        and terms.authorisation is Authorisation.GENERAL
    )


def agreed_terms(terms: Terms, notice: Notice | None) -> Terms:
    """The terms as they count for this change: with the days agreed to, or as the contract has them.

    A window for objections that the contract states by itself stays as long as it is.
    """
    if notice is None or notice.shorter_days is None or not is_agreed(terms, notice):
        return terms
    return replace(terms, notice_days=notice.shorter_days)


def after_agreement(found: CustomerDates, terms: Terms, notice: Notice | None) -> CustomerDates:
    """The dates with what the agreement itself asks for.

    Use begins the day after the agreement at the earliest (domain.md 9.11), and a last day for objections
    that a letter has named already is not taken back.
    """
    if notice is None or notice.shorter_agreed_on is None or not is_agreed(terms, notice):
        return found
    agreed, days = notice.shorter_agreed_on, notice.shorter_days
    steps = (msg("notice.step.shorter", rule="R13", agreed=agreed, days=days), *found.steps)
    named, window, earliest = notice.stated_end, found.last_objection_day, found.earliest
    if notice.sent_at is not None and named is not None and window is not None:
        window = max(named, window)
    if earliest is not None and earliest <= agreed:
        earliest = agreed + ONE_DAY
        steps = (*steps, msg("notice.step.shorter_from", rule="R13", agreed=agreed, day=earliest))
    return replace(found, steps=steps, last_objection_day=window, earliest=earliest)
