"""The register's pages: filtered, ordered and counted by the database."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.books import make_book, make_register, memory_engine
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import (
    Engagement,
    Location,
    LocationKind,
    Stage,
    Vendor,
    VendorKind,
)
from vendorrisk.store.listings import SqlListings
from vendorrisk.usecases.actions import Action
from vendorrisk.usecases.listings import VendorFilter, VendorOrder, VendorQuery

TODAY = date(2026, 11, 23)
EEA = frozenset({"DE", "HR"})


def _engagement(number, **more):
    return Engagement(id=f"e{number}", vendor_id=f"v{number}", service_id="s1", stage=Stage.LIVE, **more)


RECORDS = [
    Vendor(id="v1", name="Çelik Bulut", country="TR", owner="Ana"),
    Vendor(id="v2", name="Amberline", country="DE", kind=VendorKind.AFFILIATE),
    Vendor(id="v3", name="Čavlović", country="HR"),
    Vendor(id="v4", name="Zeta", country="US", archived_on=TODAY),
    _engagement(1, anchor=date(2025, 11, 22), cycles=1),
    _engagement(2, anchor=date(2025, 11, 23), cycles=1),
    _engagement(3),
    Location(id="l1", engagement_id="e1", kind=LocationKind.ACCESS, country="TR"),
    Location(id="l2", engagement_id="e2", kind=LocationKind.STORAGE, country="EU"),
    Location(id="l3", engagement_id="e3", kind=LocationKind.STORAGE, country="US", valid_to=date(2025, 1, 1)),
    Document(id="d1", vendor_id="v1", kind="DPA"),
    Document(id="d2", vendor_id="v2", kind="DPA", valid_to=date(2026, 11, 22)),
]


@pytest.fixture(scope="module")
def listings():
    engine = memory_engine()
    make_register(engine)
    with make_book(engine).act(Action("vendor.add")) as desk:
        desk.put(*RECORDS)
    return SqlListings(engine)


def _names(listings, **query):
    asked = VendorQuery(today=TODAY, eea=EEA, **query)
    found = [entry.vendor.name for entry in listings.vendors(asked, offset=0, limit=50)]
    assert listings.count_vendors(asked) == len(found)
    return found


def _only(*filters):
    return {"filters": frozenset(filters)}


def test_active_vendors_come_by_name(listings):
    assert _names(listings) == ["Amberline", "Čavlović", "Çelik Bulut"]
    assert _names(listings, descending=True) == ["Çelik Bulut", "Čavlović", "Amberline"]


def test_typing_plain_letters_finds_accented_names(listings):
    assert _names(listings, text="cel bul") == ["Çelik Bulut"]
    assert _names(listings, text="100%") == []


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (VendorFilter.ARCHIVED, ["Zeta"]),
        (VendorFilter.AFFILIATE, ["Amberline"]),
        (VendorFilter.OUTSIDE_EEA, ["Çelik Bulut"]),
        (VendorFilter.OVERDUE, ["Çelik Bulut"]),
        (VendorFilter.DUE_30, ["Amberline", "Çelik Bulut"]),
        (VendorFilter.NEVER_ASSESSED, ["Čavlović"]),
        (VendorFilter.NO_DPA, ["Amberline", "Čavlović", "Zeta"]),
    ],
)
def test_each_filter_shows_exactly_its_vendors(listings, wanted, names):
    assert _names(listings, **_only(wanted)) == names


def test_mine_are_those_i_own(listings):
    assert _names(listings, person="Ana", **_only(VendorFilter.MINE)) == ["Çelik Bulut"]


def test_missing_values_come_last_either_way(listings):
    due = {"order": VendorOrder.DUE}
    assert _names(listings, **due) == ["Çelik Bulut", "Amberline", "Čavlović"]
    assert _names(listings, descending=True, **due) == ["Amberline", "Çelik Bulut", "Čavlović"]
    assert _names(listings, order=VendorOrder.OWNER)[0] == "Çelik Bulut"


def test_a_page_brings_what_hangs_on_its_vendors(listings):
    query = VendorQuery(today=TODAY, eea=EEA)
    (entry,) = listings.vendors(query, offset=2, limit=1)
    assert (entry.vendor.id, [one.id for one in entry.engagements], [one.id for one in entry.locations]) == (
        "v1",
        ["e1"],
        ["l1"],
    )
