"""Terms: which version of a customer's contract binds on a date, and what may not be agreed away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.notice.days import NoDate
from vendorrisk.domain.notice.records import Authorisation, ClockStart, DayUnit, ObjectionBlocks
from vendorrisk.domain.periods import is_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vendorrisk.domain.notice.customer_file import CustomerRow
    from vendorrisk.domain.notice.records import Terms


class NoTerms(NoDate):
    """Neither the customer's contract nor a standard agreement of ours says how to count on this date."""

    def __init__(self, customer_id: str, on: date) -> None:
        super().__init__(
            msg("notice.no_terms", customer=customer_id, on=on),
            msg("notice.no_terms.remedy"),
            where=customer_id,
        )


def covers(terms: Terms, on: date) -> bool:
    """Whether this version binds on this date."""
    return is_within(terms.valid_from, terms.valid_to, on)


def terms_in_force(
    customer_id: str, versions: Iterable[Terms], on: date, *, standard: Iterable[Terms]
) -> tuple[Terms, ...]:
    """The terms that bind a customer on a date, normally one (domain.md 5.2, 9.13).

    An amended contract replaces the older version from its first day. Versions that start on the same day and
    disagree, such as the body of a contract and its annex, are all returned: count with each, the latest date
    wins. Without any, our standard agreement of that date stands in, marked as assumed; without one of those,
    `NoTerms` is raised.
    """
    own = _newest(terms for terms in versions if terms.customer_id == customer_id and covers(terms, on))
    if own:
        return own
    assumed = _newest(terms for terms in standard if covers(terms, on))
    if not assumed:
        raise NoTerms(customer_id, on)
    return tuple(replace(terms, customer_id=customer_id, assumed=True) for terms in assumed)


def _newest(versions: Iterable[Terms]) -> tuple[Terms, ...]:
    starts = versions_by_start(versions)
    return starts[max(starts)] if starts else ()


def versions_by_start(versions: Iterable[Terms]) -> Mapping[date, tuple[Terms, ...]]:
    """The versions grouped by their first day; one without a first day has always been there."""
    starts: dict[date, tuple[Terms, ...]] = {}
    for terms in versions:
        first = terms.valid_from or date.min
        starts[first] = (*starts.get(first, ()), terms)
    return starts


def locked_terms(terms: Terms, *, critical_engagement: bool = False) -> tuple[Terms, tuple[Message, ...]]:
    """The terms as they may be applied, with a sentence for each entry that the law sets aside.

    Commission clauses prevail over a contract's own objection term (2021/914 cl. 5, 2021/915 cl. 4). For a
    DORA customer's critical function nothing starts before the window has ended (Regulation 2025/532 Art. 5);
    the function is critical if the customer's terms or our engagement say so. Source: domain.md 5.2, 2.10.
    """
    notes: list[Message] = []
    if terms.commission_clauses and terms.objection_days is not None:
        notes.append(msg("notice.lock.commission", rule="R6", days=terms.objection_days))
        terms = replace(terms, objection_days=None, objection_unit=None)
    if terms.dora and (terms.critical_function or critical_engagement):
        if terms.objection_blocks is not ObjectionBlocks.UNTIL_WINDOW_ENDS:
            notes.append(msg("notice.lock.dora", rule="R7"))
        terms = replace(terms, critical_function=True, objection_blocks=ObjectionBlocks.UNTIL_WINDOW_ENDS)
    return terms, tuple(notes)


def strictest_terms(versions: Sequence[Terms]) -> Terms | None:
    """Of versions that bind at once the one to show: approval before notice, then the longest notice.

    Five business days are taken as a week, for comparing alone.
    """
    return max(versions, key=_strictness, default=None)


def _strictness(terms: Terms) -> tuple[bool, float]:
    week = 7 / 5 if terms.notice_unit is DayUnit.BUSINESS else 1.0
    return terms.authorisation is Authorisation.SPECIFIC, terms.notice_days * week


def counts_business_days(terms: Terms | CustomerRow) -> bool:
    """Whether one of its periods is counted in business days, so that public holidays matter."""
    units = {terms.notice_unit}
    if terms.objection_days is not None:
        units.add(terms.objection_unit or terms.notice_unit)
    if terms.clock_starts is ClockStart.DEEMED_RECEIVED:
        units.add(terms.deemed_unit or terms.notice_unit)
    return DayUnit.BUSINESS in units
