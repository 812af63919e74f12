"""Vendors put straight into a register, in whatever state a test needs, and what the program says of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.support.assessed import an_office
from tests.support.law import the_law
from tests.support.offices import NoLaw, put
from tests.support.words import english
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import Engagement, Location, LocationKind, Service, Stage, Vendor
from vendorrisk.usecases.review.vendor_facts import VendorFacts, facts_of

if TYPE_CHECKING:
    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.office import Office

SMS = Service(id="s1", code="SMS", name={"en": "SMS"})
THREES = {
    f"factor_{name}": 3
    for name in (
        "data", "volume", "criticality", "substitutability", "access", "territory", "chain", "history",
    )
}  # fmt: skip
"""All eight ratings in the middle."""


def office_with_law(**parts: Any) -> Office:
    """An office that knows the law as shipped and the small questionnaire."""
    return an_office(law=NoLaw(transfers=the_law()), **parts)


def live(number: int = 1, **facts: Any) -> Engagement:
    """An engagement of vendor v1 (e1, or e2, e3...) that is in use."""
    quiet: dict[str, Any] = {"vendor_id": "v1", "service_id": "s1", "stage": Stage.LIVE}
    return Engagement(id=f"e{number}", **(quiet | facts))


def place(country: str, kind: LocationKind = LocationKind.STORAGE, **facts: Any) -> Location:
    """A place of the first engagement."""
    quiet: dict[str, Any] = {"id": f"{kind}-{country}", "engagement_id": "e1"}
    return Location(kind=kind, country=country, **(quiet | facts))


def dpa(**facts: Any) -> Document:
    """An agreement in force."""
    quiet: dict[str, Any] = {"id": "d1", "vendor_id": "v1", "kind": "DPA", "title": "Agreement"}
    return Document(**(quiet | {"valid_from": date(2026, 1, 1)} | facts))


def facts(office: Office, *records: Any, vendor: Vendor | None = None) -> VendorFacts:
    """What is known of vendor v1, once these records are stored."""
    put(office, vendor or Vendor(id="v1", name="Northline", country="DE"), SMS, *records)
    return known(office, "v1")


def known(office: Office, vendor_id: str) -> VendorFacts:
    """What is known of a vendor now."""
    with office.book.reading() as reader:
        return facts_of(office, reader, [vendor_id])[0]


def said(message: Message) -> str:
    """A message in English."""
    return english().say(message)
