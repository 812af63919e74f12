"""The facts of one complete letter, as in the pictures: Norte Cloud, São Paulo, for an insurer in Vienna."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from vendorrisk.domain.notice.clock import customer_dates
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import WEEKENDS_ONLY
from vendorrisk.domain.notice.letter_facts import LetterFacts, Sender
from vendorrisk.domain.notice.records import Change, ChangeKind, Customer, Terms
from vendorrisk.domain.register.records import (
    Engagement,
    Flow,
    FourthParty,
    Location,
    LocationKind,
    Service,
    Vendor,
)

SENT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)

SENDER = Sender(
    company="Example Telecom",
    address="Ulica 12, 10000 Zagreb, Croatia",
    contact="privacy@example-telecom.example",
    dpo="dpo@example-telecom.example",
    list_address="https://example-telecom.example/sub-processors",
    dpo_name="Ana Novak",
)
CUSTOMER = Customer(
    id="c-141",
    name="Meridova Insurance SE",
    account_id="2024-118",
    zone="Europe/Vienna",
    email="datenschutz@meridova.example",
    salutation="Dear Ms Keller",
    address="Data protection office, Ms I. Keller\nLindenhof 4, 1010 Vienna",
    data_centre="EU",
)
TERMS = Terms(id="t-141", customer_id="c-141", notice_days=60, clause="7.2 of contract 2024-118")
VENDOR = Vendor(
    id="v-1",
    name="Norte Cloud",
    legal_name="Norte Cloud S.A.",
    country="BR",
    address="Av. Paulista 900, São Paulo",
    registration="CNPJ 12.345.678/0001-90",
)
ENGAGEMENT = Engagement(
    id="e-1",
    vendor_id="v-1",
    service_id="s-1",
    purpose={"en": "Stores message logs for traffic to Brazil"},
    data_categories=("LOGS", "PHONE_NUMBER"),
    fourth_parties_complete=True,
)
CHANGE = Change(
    id="ch-1", number="2026-07", kind=ChangeKind.ADD, engagement_id="e-1", planned_on=date(2027, 2, 2)
)
LOCATIONS = (
    Location(id="l-1", engagement_id="e-1", kind=LocationKind.STORAGE, country="BR", place="São Paulo"),
    Location(
        id="l-2", engagement_id="e-1", kind=LocationKind.ACCESS, country="BR", entity="Norte Cloud S.A."
    ),
)
FLOWS = (
    Flow(id="f-1", engagement_id="e-1", kind=LocationKind.STORAGE, mechanism="SCC_2021_914", module=3),
    Flow(id="f-2", engagement_id="e-1", kind=LocationKind.ACCESS, mechanism="SCC_2021_914", module=3),
)


def facts(**changes: Any) -> LetterFacts:
    """A letter that lacks nothing; keyword arguments replace single facts."""
    customer, terms = changes.get("customer", CUSTOMER), changes.get("terms", TERMS)
    change = changes.get("change", CHANGE)
    dates = customer_dates(
        customer,
        terms,
        changes.pop("events", Events(sent_at=SENT)),
        calendar=WEEKENDS_ONLY,
        our_zone="UTC",
        kind=change.kind,
    )
    complete = LetterFacts(
        sender=SENDER,
        customer=customer,
        terms=terms,
        dates=dates,
        change=change,
        vendor=VENDOR,
        engagement=ENGAGEMENT,
        written_on=date(2026, 12, 1),
        vendor_contact="privacy@norte.example",
        services=(Service(id="s-1", code="SMS", name={"en": "Text messages"}),),
        locations=LOCATIONS,
        flows=FLOWS,
        fourth_parties=(FourthParty(id="p-1", engagement_id="e-1", name="Sul Backup Ltda", country="BR"),),
        safeguards=("ISO/IEC 27001:2022",),
        dpa_in_force=True,
        tia_done=True,
    )
    return replace(complete, **changes)
