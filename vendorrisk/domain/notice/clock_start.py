"""The start of a customer's clock: sending, deemed receipt, publication or acknowledgement, as agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003  (part of a result that is read while running)
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.days import Calendar, NoDate, add_days
from vendorrisk.domain.notice.records import ClockStart, DayUnit, Objection
from vendorrisk.domain.notice.zones import earlier_date, later_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.notice.joining import Joining
    from vendorrisk.domain.notice.records import Change, Notice, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What has happened with one customer's notice, or is assumed for a what-if. `sent_at` carries a zone.

    `published_proof` is what proves the day of publication: "" where nothing is on record, None in a what-if.
    `joining` is set for a customer who joined while the notice ran, so that no clock runs for it (N-9).
    """

    sent_at: datetime | None = None
    published_on: date | None = None
    published_proof: str | None = None
    acknowledged_on: date | None = None
    approved_on: date | None = None
    approved_timed: bool = False
    excluded: bool = False
    excluded_why: str = ""
    objections: tuple[Objection, ...] = ()
    joining: Joining | None = None


def events_of(
    change: Change,
    notice: Notice | None,
    objections: Sequence[Objection] = (),
    *,
    sent_at: datetime | None = None,
    joining: Joining | None = None,
) -> Events:
    """Gathers what is recorded of one customer's notice; a what-if gives another `sent_at`."""
    if notice is None:
        return Events(
            sent_at=sent_at, published_on=change.published_on, published_proof=change.published_proof,
            objections=tuple(objections), joining=joining,
        )  # fmt: skip
    return Events(
        sent_at=sent_at or notice.sent_at,
        published_on=change.published_on,
        published_proof=change.published_proof,
        acknowledged_on=notice.acknowledged_on,
        approved_on=notice.approved_on,
        approved_timed=notice.approved_timed,
        excluded=notice.excluded,
        excluded_why=notice.excluded_why,
        objections=tuple(objections),
        joining=joining,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The day on which a clock starts, and how it was found, in words."""

    day: date
    steps: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """All that decides when one customer's clock starts. `calendar` is that of the place in the terms."""

    terms: Terms
    events: Events
    calendar: Calendar
    our_zone: str
    customer_zone: str


def clock_start(given: Circumstances) -> Start:
    """Finds the clock date by the contract's own event (domain.md 5.2, 5.4).

    Raises `NoDate` while that event has no date, and where the holidays or the zone are unknown.
    """
    return _STARTS[given.terms.clock_starts](given)


def sent(given: Circumstances) -> Start:
    """The later of our and the customer's date at the moment of sending (domain.md 5.4, 9.1)."""
    moment = given.events.sent_at
    if moment is None:
        raise missing("notice.why.not_sent")
    zones = (given.our_zone, given.customer_zone)
    day = later_date(moment, *zones)
    same = day == earlier_date(moment, *zones)
    key = "notice.step.sent" if same else "notice.step.sent_later_date"
    return Start(day=day, steps=(msg(key, rule="R1", at=moment, ours=zones[0], theirs=zones[1], day=day),))


def _deemed_received(given: Circumstances) -> Start:
    """Deemed receipt lies the agreed days after sending, in their own unit, else that of the notice (5.2)."""
    start, terms = sent(given), given.terms
    unit = terms.deemed_unit or terms.notice_unit
    day = add_days(start.day, terms.deemed_days, unit, given.calendar)
    key = _DEEMED_STEPS[unit]
    return Start(day=day, steps=(*start.steps, msg(key, rule="R9", days=terms.deemed_days, day=day)))


def _published(given: Circumstances) -> Start:
    """Publication counts by itself only because this contract names it (N-1)."""
    day = given.events.published_on
    if day is None:
        raise missing("notice.why.not_published")
    said = msg("notice.step.published", rule="R11", day=day)
    return Start(day=day, steps=(said, *_proof_of_publication(given.events.published_proof)))


def _proof_of_publication(proof: str | None) -> tuple[Message, ...]:
    """What proves the day, or that nothing does; in a what-if (None) there is nothing to prove."""
    if proof is None:
        return ()
    if not proof:
        return (msg("notice.step.unproven", rule="R11"),)
    return (msg("notice.step.proven", rule="R11", proof=proof),)


def _acknowledged(given: Circumstances) -> Start:
    """An acknowledgement follows its notice, so it never counts from before the date of sending."""
    day, moment = given.events.acknowledged_on, given.events.sent_at
    if day is None:
        raise missing("notice.why.not_acknowledged")
    if moment is not None:
        if day < earlier_date(moment, given.our_zone, given.customer_zone):
            raise missing("notice.why.acknowledged_before_sent", day=day)
        day = max(day, later_date(moment, given.our_zone, given.customer_zone))
    return Start(day=day, steps=(msg("notice.step.acknowledged", rule="R12", day=day),))


_STARTS: dict[ClockStart, Callable[[Circumstances], Start]] = {
    ClockStart.SENT: sent,
    ClockStart.DEEMED_RECEIVED: _deemed_received,
    ClockStart.PUBLISHED: _published,
    ClockStart.ACKNOWLEDGED: _acknowledged,
}

_DEEMED_STEPS = {
    DayUnit.CALENDAR: "notice.step.deemed_calendar",
    DayUnit.BUSINESS: "notice.step.deemed_business",
}


def missing(key: str, **facts: object) -> NoDate:
    """The refusal for one missing fact, with its remedy from the catalogue."""
    return NoDate(msg(key, **facts), msg(f"{key}.remedy"))
