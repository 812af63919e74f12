"""Changes of law ahead, and the transfers that hold today but not beyond one (domain.md 9, rule 15)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.register.transfers import FlowFacts, TransferState, validities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vendorrisk.domain.register.law import Law, MechanismTerm
    from vendorrisk.domain.register.records import Flow, LawEntry

DAYS_AHEAD = 180
"""Calendar days before the last good day on which an analyst hears of it."""

_A_DAY = timedelta(days=1)


def days_of_change(law: Law, today: date) -> tuple[date, ...]:
    """The first days of changed law after today, as far ahead as anybody is told of them, soonest first."""
    rows: list[LawEntry | MechanismTerm] = [*law.adequacy, *law.mechanisms]
    first_days = {row.valid_to + _A_DAY for row in rows if row.valid_to}
    first_days |= {row.valid_from for row in rows if row.valid_from}
    first_days |= {new.applies_from for new in law.destinations}
    horizon = today + timedelta(days=DAYS_AHEAD)
    return tuple(sorted(day for day in first_days if today < day <= horizon + _A_DAY))


def last_good_days(
    flows: Iterable[Flow], today: date, law: Law, facts_of: Callable[[Flow], FlowFacts]
) -> dict[str, date]:
    """The last good day (inclusive) of every transfer that a change of law ends soon, by its id."""
    if not days_of_change(law, today):
        return {}
    found = {one.id: last_good_day(one, today, law, facts_of(one)) for one in flows}
    return {id_: day for id_, day in found.items() if day is not None}


def last_good_day(flow: Flow, today: date, law: Law, facts: FlowFacts) -> date | None:
    """The last day (inclusive) of a transfer that holds today, where a change of law soon ends it."""
    if not _holds(flow, today, law, facts):
        return None
    for day in days_of_change(law, today):
        if _holds(flow, day - _A_DAY, law, facts) and not _holds(flow, day, law, facts):
            return day - _A_DAY
    return None


def _holds(flow: Flow, on: date, law: Law, facts: FlowFacts) -> bool:
    return all(one.state is TransferState.VALID for one in validities(flow, on, law, facts))
