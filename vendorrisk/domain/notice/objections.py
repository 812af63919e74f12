"""Objections: whether in time, what they lead to, and whether the customer may go along (domain.md 5.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.days import ONE_DAY, Calendar, add_business_days
from vendorrisk.domain.notice.records import Authorisation, ObjectionBlocks, ObjectionState
from vendorrisk.domain.notice.zones import earlier_date, local_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.notice.records import Objection, Terms

S = ObjectionState

DAYS_TO_REPLY = 5

OPEN_STATES = frozenset({S.RECEIVED, S.IN_DISCUSSION})
OUTCOMES = frozenset(S) - OPEN_STATES

MOVES: dict[ObjectionState, frozenset[ObjectionState]] = {
    S.RECEIVED: OUTCOMES | {S.IN_DISCUSSION},
    S.IN_DISCUSSION: OUTCOMES,
}
"""Where an objection may go from where it stands; an outcome is final."""


class Effect(StrEnum):
    """What an objection means for its customer and for the date."""

    BLOCKS = "BLOCKS"
    GOES_ALONG = "GOES_ALONG"
    KEPT_OFF = "KEPT_OFF"
    CANCELS = "CANCELS"


EFFECTS: dict[ObjectionState, Effect] = {
    S.RECEIVED: Effect.BLOCKS,
    S.IN_DISCUSSION: Effect.BLOCKS,
    S.WITHDRAWN: Effect.GOES_ALONG,
    S.CORRECTED: Effect.GOES_ALONG,
    S.OVERRIDDEN: Effect.GOES_ALONG,
    S.ACCEPTED_ALTERNATIVE: Effect.KEPT_OFF,
    S.CUSTOMER_EXCLUDED: Effect.KEPT_OFF,
    S.TERMINATION_PARTIAL: Effect.KEPT_OFF,
    S.TERMINATION_FULL: Effect.KEPT_OFF,
    S.CHANGE_CANCELLED: Effect.CANCELS,
}
"""Whoever leaves, or was promised another way, must be kept off the sub-processor until gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """Whether an objection counts as in time. `days_late` is 0 inside the window."""

    in_time: bool
    days_late: int
    label: Message


def effects_of(objections: Iterable[Objection]) -> frozenset[Effect]:
    """What all objections of one customer to one change lead to, together."""
    return frozenset(EFFECTS[objection.state] for objection in objections)


def is_kept_off(objections: Iterable[Objection], *, excluded: bool) -> bool:
    """Whether a customer does not go along: excluded by us, or by what became of an objection."""
    return excluded or Effect.KEPT_OFF in effects_of(objections)


def why_kept_off(excluded_why: str, objections: Iterable[Objection]) -> str:
    """The reason on record for which a customer is kept off: ours, else that of the objection's outcome."""
    outcomes = (one.outcome_note for one in objections if EFFECTS[one.state] is Effect.KEPT_OFF)
    return excluded_why or "; ".join(filter(None, outcomes))


def timeliness(
    objection: Objection,
    terms: Terms,
    last_objection_day: date | None,
    *,
    our_zone: str,
    customer_zone: str,
    live_on: date | None = None,
) -> Timeliness:
    """Says whether an objection came inside the window, or how many calendar days late.

    The last day is inclusive, and the earlier of our and the customer's date of receipt counts, because that
    protects the customer. Under Commission clauses, and under specific authorisation, it is in time until the
    sub-processor is live (domain.md 5.4, 5.5). Where no last day is known yet, no objection can be late.
    """
    received = earlier_date(objection.received_at, our_zone, customer_zone)
    if _open_until_live(terms):
        last = live_on - ONE_DAY if live_on is not None else None
    else:
        last = last_objection_day
    late = (received - last).days if last is not None else 0
    return Timeliness(in_time=late <= 0, days_late=max(late, 0), label=_label(late, known=last is not None))


def _open_until_live(terms: Terms) -> bool:
    return terms.commission_clauses or terms.authorisation is Authorisation.SPECIFIC


def _label(late: int, *, known: bool) -> Message:
    if not known:
        return msg("notice.objection.no_last_day")
    if late == 0:
        return msg("notice.objection.last_day")
    if late == -1:
        return msg("notice.objection.in_window_one")
    if late < 0:
        return msg("notice.objection.in_window", days_left=-late)
    return msg("notice.objection.late_one") if late == 1 else msg("notice.objection.late_many", days=late)


def may_be_overridden(terms: Terms, *, late: bool) -> bool:
    """Whether going ahead against an objection is open at all; it always needs counsel's sign-off.

    Only where the contract clearly allows it: objections there never block, or this one came too late. Never
    under specific authorisation, Commission clauses or for DORA critical functions (domain.md 5.2, 5.5).
    """
    locked = terms.commission_clauses or (terms.dora and terms.critical_function)
    if locked or terms.authorisation is Authorisation.SPECIFIC:
        return False
    return late or terms.objection_blocks is ObjectionBlocks.NEVER


def next_states(state: ObjectionState, terms: Terms, *, late: bool) -> frozenset[ObjectionState]:
    """The states an objection may move to now; empty once it has an outcome."""
    reachable = MOVES.get(state, frozenset())
    return reachable if may_be_overridden(terms, late=late) else reachable - {S.OVERRIDDEN}


def reply_due(objection: Objection, calendar: Calendar, our_zone: str) -> date:
    """The last day for our first answer: five of our business days after receipt (policy, domain.md 5.5)."""
    return add_business_days(local_date(objection.received_at, our_zone), DAYS_TO_REPLY, calendar)


def reply_needed(objections: Iterable[Objection]) -> tuple[Objection, ...]:
    """The objections still without an outcome, oldest first."""
    waiting = (objection for objection in objections if objection.state in OPEN_STATES)
    return tuple(sorted(waiting, key=lambda objection: (objection.received_at, objection.id)))
