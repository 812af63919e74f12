"""The rules N-1 to N-9 of domain.md 5.3 that facts can decide: each answers with a problem or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.records import BEFORE_SENDING, ChangeKind, ClockStart, DayUnit
from vendorrisk.domain.notice.zones import later_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms

WEB_LIST = "WEB_LIST"
"""The channel of a page that customers have to look at themselves."""

MAILBOX_TEST_DAYS = 30
"""How long a successful test of the objection mailbox is relied on (policy)."""


def _found(rule: str, where: str, level: Level = Level.ERROR, **facts: object) -> Problem:
    key = f"notice.check.{rule}"
    return Problem(where, msg(key, rule=rule, **facts), msg(f"{key}.remedy", **facts), level)


def silent_page(customer: Customer, terms: Terms) -> Problem | None:
    """N-1: a page alone is no notice, unless this contract lets publication start the clock."""
    if terms.channel != WEB_LIST or terms.clock_starts is ClockStart.PUBLISHED:
        return None
    return _found("N-1", customer.name)


def half_a_replacement(change: Change) -> Problem | None:
    """N-3: a replacement names both, the company that comes and the one that goes."""
    if change.kind is not ChangeKind.REPLACE or change.replaces_id not in {"", change.engagement_id}:
        return None
    return _found("N-3", f"change {change.number}")


def unproven(customer: Customer, terms: Terms, notice: Notice) -> tuple[Problem, ...]:
    """N-4: what a sent notice lacks to count: its address, the agreed channel, its proof."""
    lacks = (
        ("N-4.address", not notice.address),
        ("N-4.channel", notice.channel != terms.channel),
        ("N-4.proof", not notice.proof),
    )
    return tuple(
        _found(rule, customer.name, agreed=terms.channel, used=notice.channel)
        for rule, is_lacking in lacks
        if is_lacking
    )


def sent_before_written(customer: Customer, notice: Notice, our_zone: str) -> Problem | None:
    """N-4: what was sent is this letter, so it cannot have gone out before the day that it bears."""
    if notice.sent_at is None or notice.written_on is None:
        return None
    sent = later_date(notice.sent_at, our_zone, customer.zone)
    if sent >= notice.written_on:
        return None
    return _found("N-4.written", customer.name, written=notice.written_on, sent=sent)


def stated_too_early(customer: Customer, stated: CustomerDates, actual: CustomerDates) -> Problem | None:
    """N-4: a letter written for one day and sent on a later one names too early a last day."""
    said, counted = stated.last_objection_day, actual.last_objection_day
    if said is None or counted is None or counted <= said:
        return None
    return _found("N-4.deadline", customer.name, stated=said, actual=counted)


def planned_past(change: Change, today: date) -> Problem | None:
    """A first day of use that has passed cannot be announced any more."""
    if change.state not in BEFORE_SENDING or change.planned_on >= today:
        return None
    return _found("planned_past", f"change {change.number}", Level.WARNING, planned=change.planned_on)


def upstream_lead(
    sub_processor: str, sub_notice_days: int | None, terms: Iterable[Terms], internal_days: int
) -> Problem | None:
    """N-6 (policy): the sub-processor's notice to us must leave us the longest customer period and our days.

    Business days are taken as seven calendar days for five, rounded up. None: nothing is agreed.
    """
    needed = max((_calendar_days(one) for one in terms), default=0) + internal_days
    if sub_notice_days is not None and sub_notice_days >= needed:
        return None
    return _found("N-6", sub_processor, Level.WARNING, has=sub_notice_days or 0, needed=needed)


def _calendar_days(terms: Terms) -> int:
    days = max(terms.notice_days, terms.request_lead_days or 0)
    return -(-days * 7 // 5) if terms.notice_unit is DayUnit.BUSINESS else days


def breach_chain(
    sub_processor: str, sub_hours: int | None, our_triage_hours: int, customer_hours: int, *, from_sub: bool
) -> Problem | None:
    """N-7 (policy): the hours of the chain must fit into the customer's; None: none are agreed.

    `from_sub`: the customer's clock starts when the sub-processor becomes aware, not when we do.
    """
    if from_sub and sub_hours is None:
        return _found("N-7.no_hours", sub_processor, Level.WARNING)
    chain = our_triage_hours + (sub_hours or 0 if from_sub else 0)
    if chain <= customer_hours:
        return None
    return _found("N-7", sub_processor, Level.WARNING, has=chain, needed=customer_hours)


def untested_mailbox(address: str, tested_on: date | None, today: date) -> Problem | None:
    """N-8: objections must arrive; a mailbox that was not tried lately may bounce."""
    if address and tested_on is not None and (today - tested_on).days <= MAILBOX_TEST_DAYS:
        return None
    return _found("N-8", address or "company.contact", Level.WARNING)


def joined_meanwhile(
    customer: Customer, versions: Sequence[Terms], sent_at: datetime, our_zone: str
) -> Problem | None:
    """N-9: whoever became a customer after the notices went out learns it at the start; no clock runs."""
    starts = [terms.valid_from for terms in versions]
    first = min((day for day in starts if day is not None), default=None)
    sent = later_date(sent_at, our_zone, customer.zone)
    if first is None or None in starts or first <= sent:
        return None
    return _found("N-9", customer.name, Level.WARNING, since=first, sent=sent)
