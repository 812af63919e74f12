"""Customers who joined while a notice ran: the change belongs in their onboarding documents (rule N-9).

Who joined is a matter of one recorded fact, the first day as a customer by its contract. Without it a
customer is notified like everybody else, because one that was only forgotten must not lose its period.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import listed
from vendorrisk.domain.message import Level, Message, Problem, msg
from vendorrisk.domain.notice.records import Authorisation, Onboarding
from vendorrisk.domain.notice.terms import locked_terms
from vendorrisk.domain.notice.zones import later_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """A customer who joined on `since`, after others were told on `told_on`.

    `given_on` is when it got the change with its onboarding documents (None: not recorded). `in_full`: why it
    is notified like everybody else all the same. `live_on`: the change was in use before it joined.
    """

    since: date
    told_on: date
    given_on: date | None = None
    in_full: Message | None = None
    live_on: date | None = None

    @property
    def ground(self) -> Message:
        """That it joined, as one of the reasons why it is affected."""
        return msg(f"notice.affected.{self._manner}", **self._facts)

    @property
    def step(self) -> Message:
        """That it joined, as the first step of its dates, with what follows from it."""
        return msg(f"notice.step.{self._manner}", **self._facts)

    @property
    def _manner(self) -> str:
        if self.live_on is not None:
            return "joined_live"
        return "joined" if self.in_full is None else "joined_in_full"

    @property
    def _facts(self) -> dict[str, object]:
        return {
            "rule": "R15", "since": self.since, "told": self.told_on, "live": self.live_on,
            "why": self.in_full,
        }  # fmt: skip


class Late(StrEnum):
    """How somebody stands who was not told although others were."""

    ONBOARDED = "ONBOARDED"
    PACK_DUE = "PACK_DUE"
    IN_FULL = "IN_FULL"
    SINCE_UNKNOWN = "SINCE_UNKNOWN"


def first_told(notices: Iterable[Notice]) -> datetime | None:
    """When the first notice of a change went out; None while none has."""
    moments = (moment for one in notices for moment in (one.sent_at, one.earlier_sent_at))
    return min((moment for moment in moments if moment is not None), default=None)


def told_before(
    customer: Customer, notice: Notice | None, first: datetime | None, *, our_zone: str
) -> date | None:
    """The day on which others were told, for a customer who joined after it; None for everybody else.

    Only a recorded first day after the date of the first sending counts, the later of our and the customer's;
    whoever was sent a notice of its own has its clock. Raises NoDate for an unknown zone.
    """
    if customer.since is None or first is None or was_told(notice):
        return None
    told_on = later_date(first, our_zone, customer.zone)
    return told_on if customer.since > told_on else None


def joining_of(
    since: date,
    told_on: date,
    change: Change,
    notice: Notice | None,
    versions: Sequence[Terms],
    *,
    critical_engagement: bool = False,
) -> Joining:
    """How a customer stands who joined after others were told; `versions` bind on its first day."""
    live = change.live_on is not None and since >= change.live_on
    given = notice is not None and notice.onboarding is Onboarding.GIVEN
    return Joining(
        since=since,
        told_on=told_on,
        given_on=notice.onboarding_on if notice is not None and given else None,
        in_full=None if live else _in_full(notice, versions, critical_engagement=critical_engagement),
        live_on=change.live_on if live else None,
    )


def was_told(notice: Notice | None) -> bool:
    """Whether a notice of its own went out to a customer."""
    return notice is not None and notice.sent_at is not None


def _in_full(
    notice: Notice | None, versions: Sequence[Terms], *, critical_engagement: bool
) -> Message | None:
    """Why onboarding documents do not do: they replace a clock, and neither an approval nor an agreed wait.

    Specific authorisation is never given by silence (GDPR 28(2)); for a critical function of a DORA customer
    nothing starts before its period has ended (Regulation 2025/532 Art. 5).
    """
    binding = [locked_terms(one, critical_engagement=critical_engagement)[0] for one in versions]
    if not binding:
        return msg("notice.joined.no_terms")
    if any(one.authorisation is Authorisation.SPECIFIC for one in binding):
        return msg("notice.joined.specific")
    if any(one.dora and one.critical_function for one in binding):
        return msg("notice.joined.dora")
    not_given = notice is not None and notice.onboarding is Onboarding.NOT_GIVEN
    return msg("notice.joined.not_given") if not_given else None


def late_standing(customer: Customer, joining: Joining | None, notice: Notice | None) -> Late | None:
    """How somebody stands after others were told; None for whoever was told, or has a letter to be sent."""
    if was_told(notice):
        return None
    if joining is not None and joining.in_full is None:
        known = joining.live_on is not None or joining.given_on is not None
        return Late.ONBOARDED if known else Late.PACK_DUE
    if notice is not None and notice.content_sha256:
        return None
    unknown = customer.since is None
    return Late.SINCE_UNKNOWN if unknown else Late.IN_FULL


_KEYS = {Late.PACK_DUE: "N-9.pack_due", Late.IN_FULL: "N-9.in_full", Late.SINCE_UNKNOWN: "N-9.since_unknown"}


def late_problems(change: Change, late: Iterable[tuple[Customer, Late | None]]) -> tuple[Problem, ...]:
    """What N-9 leaves to do, one warning for all customers who stand alike; nobody is dropped silently."""
    rows = list(late)
    return tuple(
        Problem(
            f"change {change.number}",
            msg(f"notice.check.{key}", rule="N-9", count=len(names), customers=listed(names)),
            msg(f"notice.check.{key}.remedy"),
            Level.WARNING,
        )
        for standing, key in _KEYS.items()
        if (names := [customer.name for customer, found in rows if found is standing])
    )
