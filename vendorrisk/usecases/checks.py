"""What must hold inside one record, whatever way it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.domain.register import validation
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    FourthParty,
    LawEntry,
    Location,
    Service,
    Vendor,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.record import Record

_CHECKS: dict[type[Record], Callable[[Any], tuple[Problem, ...]]] = {
    Vendor: validation.check_vendor, Service: validation.check_service,
    Engagement: validation.check_engagement, Location: validation.check_location,
    Contact: validation.check_contact, FourthParty: validation.check_fourth_party,
    LawEntry: validation.check_law_entry,
}  # fmt: skip


def problems_of(record: Record, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong inside this record, by field, warnings included."""
    if isinstance(record, Flow):
        return validation.check_flow(record, today)
    check = _CHECKS.get(type(record), validation.check_dates)
    return check(record)
