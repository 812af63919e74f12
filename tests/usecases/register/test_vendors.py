"""The register: a vendor comes with its first engagement, wrong fields are named all at once."""

from __future__ import annotations

import pytest

from tests.support.offices import TODAY, make_office
from vendorrisk.domain.message import Ambiguous, BadInput, NotFound
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Location,
    LocationKind,
    Service,
    Vendor,
    VendorKind,
)
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import engagement_named, named
from vendorrisk.usecases.register import vendors


@pytest.fixture
def office():
    return make_office()


def _acme(office, **more):
    return vendors.add_vendor(
        office,
        {"name": "Acme Mail", "country": "US", **more},
        {"purpose": "Sending e-mail"},
        service="EMAIL",
        storage=["US", "DE"],
        access=["IN"],
    )


def test_a_vendor_comes_with_its_engagement_service_and_locations(office):
    added = _acme(office, kind="affiliate")
    with office.book.reading() as reader:
        file = vendors.vendor_file(reader, added.vendor.id)
    (own,) = file.engagements
    assert (file.vendor.name, file.vendor.kind) == ("Acme Mail", VendorKind.AFFILIATE)
    assert (own.engagement.purpose, own.service.code) == ({"en": "Sending e-mail"}, "EMAIL")
    assert [(place.kind, place.country) for place in own.locations] == [
        (LocationKind.STORAGE, "US"),
        (LocationKind.STORAGE, "DE"),
        (LocationKind.ACCESS, "IN"),
    ]
    assert added.engagement.requested_by == "Ana Novak"


def test_the_service_is_created_once(office):
    first, second = _acme(office), _acme(office)
    assert first.engagement.service_id == second.engagement.service_id
    with office.book.reading() as reader:
        assert [one.code for one in reader.find(Service)] == ["EMAIL"]


def test_every_wrong_field_is_named_and_nothing_is_stored(office):
    with pytest.raises(BadInput) as caught:
        vendors.add_vendor(
            office,
            {"name": "", "country": "USA", "website": "ftp://x.example"},
            {"purpose": "x"},
            service="S",
        )
    assert [problem.where for problem in caught.value.problems] == ["name", "country", "website"]
    assert office.book.head()[0] == 0


def test_a_field_is_changed_and_taken_back(office):
    vendor = _acme(office).vendor
    editing.edit(office, Vendor, vendor.id, {"owner": "M. Horvat"})
    with office.book.reading() as reader:
        assert reader.get(Vendor, vendor.id).owner == "M. Horvat"
    office.book.undo()
    with office.book.reading() as reader:
        assert reader.get(Vendor, vendor.id) == vendor


def test_several_vendors_change_owner_in_one_step(office):
    ids = [_acme(office).vendor.id for _ in range(3)]
    editing.edit_several(office, Vendor, ids, {"owner": "P. Kimura"})
    office.book.undo()
    with office.book.reading() as reader:
        assert {one.owner for one in reader.find(Vendor)} == {""}


def test_removing_a_vendor_takes_what_hangs_on_it(office):
    vendor = _acme(office).vendor
    editing.add(office, Contact, {"name": "Luísa", "email": "l@acme.example"}, vendor_id=vendor.id)
    editing.remove(office, Vendor, vendor.id)
    with office.book.reading() as reader:
        assert [reader.find(kind) for kind in (Vendor, Engagement, Location, Contact)] == [[], [], [], []]
    office.book.undo()
    with office.book.reading() as reader:
        assert len(reader.find(Location)) == 3


def test_archiving_leaves_the_active_list_and_comes_back(office):
    vendor = _acme(office).vendor
    assert [one.archived_on for one in vendors.archive_vendors(office, [vendor.id])] == [TODAY]
    assert [one.archived_on for one in vendors.unarchive_vendors(office, [vendor.id])] == [None]


def test_a_vendor_name_stands_for_its_only_engagement(office):
    added = _acme(office)
    with office.book.reading() as reader:
        assert engagement_named(reader, "Acme Mail") == added.engagement
        with pytest.raises(NotFound):
            named(reader, Vendor, "acme mail")


def test_two_of_the_same_name_are_both_named(office):
    first, second = _acme(office).vendor, _acme(office).vendor
    with office.book.reading() as reader, pytest.raises(Ambiguous) as caught:
        named(reader, Vendor, "Acme Mail")
    assert caught.value.candidates == [(first.id, "Acme Mail, US"), (second.id, "Acme Mail, US")]
