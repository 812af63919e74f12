"""Customers, terms and holiday tables with quiet defaults; a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from vendorrisk.domain.notice.clock import CustomerDates, customer_dates
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import SATURDAY_AND_SUNDAY, WEEKENDS_ONLY, Calendar
from vendorrisk.domain.notice.records import Customer, Objection, Terms

SENT = datetime(2026, 12, 1, 23, 30, tzinfo=UTC)
"""The sending moment of domain.md 5.4: 2 December in Zagreb, still 1 December in New York."""

NEW_YORK = "America/New_York"
ZAGREB = "Europe/Zagreb"


def table(place: str, *days: date, years: tuple[int, ...] = (2026, 2027)) -> Calendar:
    """A holiday table with Saturday and Sunday off."""
    return Calendar(
        place=place,
        holidays=dict.fromkeys(days, "Holiday"),
        weekends=dict.fromkeys(years, SATURDAY_AND_SUNDAY),
    )


US = table("US", date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 18), date(2027, 2, 15))
CROATIA = table("HR", date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1), date(2027, 1, 6))
ENGLAND = table("GB-ENG", date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))
SCOTLAND = table("GB-SCT", date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2027, 1, 4))


def a_customer(name: str = "Northwind", **facts: Any) -> Customer:
    """An active customer; the id is the name."""
    return Customer(
        **{"id": name, "name": name, "zone": NEW_YORK, "email": "privacy@northwind.example", **facts}
    )


def some_terms(**facts: Any) -> Terms:
    """General authorisation, 30 calendar days from sending, the window blocks."""
    return Terms(**{"id": "terms-1", "customer_id": "Northwind", **facts})


def an_objection(**facts: Any) -> Objection:
    """An objection received at noon on 10 December 2026."""
    received = datetime(2026, 12, 10, 12, 0, tzinfo=UTC)
    defaults = {"id": "o-1", "change_id": "c-1", "customer_id": "Northwind", "received_at": received}
    return Objection(**{**defaults, **facts})


def dates_for(
    zone: str = NEW_YORK,
    our_zone: str = "UTC",
    calendar: Calendar = WEEKENDS_ONLY,
    events: Events | None = None,
    **terms: Any,
) -> CustomerDates:
    """The dates of one customer told at `SENT`, unless other events are given."""
    return customer_dates(
        a_customer(zone=zone),
        some_terms(**terms),
        events or Events(sent_at=SENT),
        calendar=calendar,
        our_zone=our_zone,
    )
