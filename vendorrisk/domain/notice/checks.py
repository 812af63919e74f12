"""The rules of domain.md 5.3 that facts on record can decide: each answers with a problem or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.telling import IN_USE
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.records import BEFORE_SENDING, OF_WHAT_IS_USED, ClockStart
from vendorrisk.domain.notice.zones import later_date
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms
    from vendorrisk.domain.register.records import Stage

WEB_LIST = "WEB_LIST"
"""The channel of a page that customers have to look at themselves."""


def _found(rule: str, where: str, level: Level = Level.ERROR, **facts: object) -> Problem:
    key = f"notice.check.{rule}"
    return Problem(where, msg(key, rule=rule, **facts), msg(f"{key}.remedy", **facts), level)


def silent_page(customer: Customer, terms: Terms) -> Problem | None:
    """N-1: a page alone is no notice, unless this contract lets publication start the clock."""
    if terms.channel != WEB_LIST or terms.clock_starts is ClockStart.PUBLISHED:
        return None
    return _found("N-1", customer.name)


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


def not_in_use(change: Change, stage: Stage) -> Problem | None:
    """A new location or purpose concerns nobody before the sub-processor is used; it is not sent before."""
    if change.kind not in OF_WHAT_IS_USED or change.state not in BEFORE_SENDING or stage in IN_USE:
        return None
    return _found("not_in_use", f"change {change.number}", Level.WARNING, stage=label(stage))


def planned_past(change: Change, today: date) -> Problem | None:
    """A first day of use that has passed cannot be announced any more."""
    if change.state not in BEFORE_SENDING or change.planned_on >= today:
        return None
    return _found("planned_past", f"change {change.number}", Level.WARNING, planned=change.planned_on)
