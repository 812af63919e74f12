"""A customer's terms in words: short ones for tables, sentences for whoever has to act on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.beforehand import approves_any
from vendorrisk.domain.notice.records import Authorisation, ClockStart, CountRule, DayUnit
from vendorrisk.domain.notice.terms import locked_terms
from vendorrisk.usecases.signals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.notice.records import Terms

_PERIODS = {DayUnit.CALENDAR: "customer.days", DayUnit.BUSINESS: "customer.business_days"}


def period(days: int, unit: DayUnit) -> Message:
    """A number of days with its unit, such as "10 business days"."""
    return counted(_PERIODS[unit], days)


def authorisation_words(terms: Terms) -> Message:
    """How the customer agrees, in one word."""
    return msg(f"customer.authorisation.{terms.authorisation.value}")


def notice_words(terms: Terms) -> Message:
    """The notice in a few words: "30 days from sending", "Written approval"."""
    if terms.authorisation is Authorisation.SPECIFIC:
        lead = terms.request_lead_days
        if lead is None:
            return msg("customer.notice.approval")
        return msg("customer.notice.approval_lead", period=period(lead, terms.notice_unit))
    start = msg(f"customer.start.{terms.clock_starts.value}")
    return msg("customer.notice", period=period(terms.notice_days, terms.notice_unit), start=start)


def objection_words(terms: Terms) -> Message:
    """The objection window in a few words: "Ends with the notice", "14 business days"."""
    if terms.authorisation is Authorisation.SPECIFIC:
        return msg("customer.objection.approval")
    if terms.commission_clauses:
        return msg("customer.objection.commission")
    if terms.objection_days is None:
        return msg("customer.objection.with_notice")
    return period(terms.objection_days, terms.objection_unit or terms.notice_unit)


def reading(terms: Terms) -> tuple[Message, ...]:
    """The terms read out in sentences, with what the law sets aside in them."""
    binding, set_aside = locked_terms(terms)
    approval = binding.authorisation is Authorisation.SPECIFIC
    read = _approval(binding) if approval else _after_notice(binding)
    return (*read, _calendar(binding), *_beforehand(terms), *set_aside)


def _beforehand(terms: Terms) -> Iterator[Message]:
    """To whom the contract agrees already, which spares nobody a notice."""
    if not approves_any(terms):
        return
    own = [msg("notice.beforehand.affiliate")] if terms.pre_approved_affiliates else []
    who = [*own, *(msg("notice.beforehand.named", name=name) for name in terms.pre_approved_names)]
    if terms.pre_approved_eea:
        yield msg("customer.read.beforehand.eea", who=who)
    else:
        yield msg("customer.read.beforehand", who=who)


def _approval(terms: Terms) -> Iterator[Message]:
    yield msg("customer.read.approval")
    if terms.request_lead_days is not None:
        yield msg("customer.read.lead", period=period(terms.request_lead_days, terms.notice_unit))


def _after_notice(terms: Terms) -> Iterator[Message]:
    yield msg("customer.read.general")
    facts = {"period": period(terms.notice_days, terms.notice_unit)}
    if terms.clock_starts is ClockStart.DEEMED_RECEIVED:
        deemed = period(terms.deemed_days, terms.deemed_unit or terms.notice_unit)
        yield msg("customer.read.notice.DEEMED_RECEIVED", deemed=deemed, **facts)
    else:
        yield msg(f"customer.read.notice.{terms.clock_starts.value}", **facts)
    if terms.count_rule is CountRule.INCLUDE_START_DAY:
        yield msg("customer.read.start_day_counts")
    if terms.commission_clauses:
        yield msg("customer.read.commission")
    elif terms.objection_days is None:
        yield msg("customer.read.window_with_notice")
    else:
        unit = terms.objection_unit or terms.notice_unit
        yield msg("customer.read.window", period=period(terms.objection_days, unit))
    yield msg(f"customer.read.blocks.{terms.objection_blocks.value}")


def _calendar(terms: Terms) -> Message:
    if not terms.holidays:
        return msg("customer.read.weekends")
    return msg("customer.read.holidays", place=terms.holidays)
