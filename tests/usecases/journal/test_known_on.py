"""The register as it was known at the end of a day, in the company's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.support.offices import FixedClock, make_office
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Engagement, Location, Service, Stage, Vendor
from vendorrisk.usecases.editing import add, edit
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.journal.known_on import known_on
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def clock():
    return FixedClock(day=date(2026, 11, 23), at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))


@pytest.fixture
def office(clock):
    return make_office(clock=clock)


def names(office, day):
    return [vendor.name for vendor in known_on(office, day).vendors]


def test_later_steps_are_not_known_yet(office, clock):
    first = add(office, Vendor, {"name": "Norte", "country": "BR"})
    clock.at = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    add(office, Vendor, {"name": "Baltic", "country": "LV"})
    edit(office, Vendor, first.id, {"name": "Carrier Norte"})
    assert names(office, date(2026, 11, 19)) == []
    assert names(office, date(2026, 11, 21)) == ["Norte"]
    assert names(office, date(2026, 11, 22)) == ["Baltic", "Carrier Norte"]


def test_the_day_ends_in_the_company_s_zone(office, clock):
    change_setting(office, "zone", "Pacific/Auckland")
    clock.at = datetime(2026, 11, 21, 10, 59, tzinfo=UTC)  # 23:59 on the 21st over there
    add(office, Vendor, {"name": "Late", "country": "NZ"})
    clock.at = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)  # the 22nd has begun
    add(office, Vendor, {"name": "Too late", "country": "NZ"})
    assert names(office, date(2026, 11, 21)) == ["Late"]


def test_services_and_stages_are_told_with_the_vendor(office):
    service = add(office, Service, {"name": "Messaging", "code": "MSG"})
    vendor = add(office, Vendor, {"name": "Norte", "country": "BR", "owner": "Ana"})
    used = add(office, Engagement, {"purpose": "Delivery"}, vendor_id=vendor.id, service_id=service.id)
    for kind in ("STORAGE", "ACCESS"):
        add(office, Location, {"kind": kind, "country": "BR"}, engagement_id=used.id)
    found = known_on(office, date(2026, 11, 23)).vendors[0]
    assert (found.purposes, found.places) == (("Delivery",), ("BR",))
    assert (found.services, found.stages, found.owner, found.archived) == (
        ("Messaging",), (Stage.DRAFT,), "Ana", False
    )  # fmt: skip


def test_an_undone_step_is_known_only_while_it_stood(office, clock):
    add(office, Vendor, {"name": "Norte", "country": "BR"})
    clock.at = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    history.undo(office)
    assert names(office, date(2026, 11, 20)) == ["Norte"]
    assert names(office, date(2026, 11, 22)) == []


def test_a_day_to_come_is_refused(office):
    with pytest.raises(UserError) as caught:
        known_on(office, date(2026, 11, 24))
    assert caught.value.what.key == "known_on.future"
