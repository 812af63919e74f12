"""The register's pages: filtered, ordered and counted by the database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.books import make_book, register_in_memory
from vendorrisk.domain.diligence.records import Document, Finding, FindingState, Severity
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.register.records import (
    Engagement,
    Location,
    LocationKind,
    Role,
    Stage,
    Vendor,
    VendorKind,
)
from vendorrisk.store.vendor_conditions import years_before
from vendorrisk.store.vendor_listings import SqlVendors
from vendorrisk.usecases.actions import Action
from vendorrisk.usecases.listings import SortKey
from vendorrisk.usecases.register.vendor_listings import VendorFilter, VendorOrder, VendorQuery, VendorText

TODAY = date(2026, 11, 23)
EEA = frozenset({"DE", "HR"})


def _engagement(number, **more):
    given = {"service_id": "s1", "stage": Stage.LIVE, **more}
    return Engagement(id=f"e{number}", vendor_id=f"v{number}", **given)


RECORDS = [
    Vendor(id="v1", name="Çelik Bulut", country="TR", owner="Ana"),
    Vendor(id="v2", name="Amberline", country="DE", kind=VendorKind.AFFILIATE, legal_name="Sirius GmbH"),
    Vendor(id="v3", name="Čavlović", country="HR"),
    Vendor(id="v4", name="Zeta", country="US", archived_on=TODAY),
    _engagement(1, anchor=date(2025, 11, 22), cycles=1, purpose={"en": "Zonal SMS"}),
    _engagement(2, anchor=date(2025, 11, 23), cycles=1, purpose={"en": "analytics"}),
    _engagement(3, purpose={"en": "Hosting"}, service_id="s2", stage=Stage.DRAFT),
    Engagement(id="e4", vendor_id="v1", service_id="s1", stage=Stage.LIVE, role=Role.INDEPENDENT_CONTROLLER),
    Location(id="l1", engagement_id="e1", kind=LocationKind.ACCESS, country="TR", valid_to=TODAY),
    Location(id="l2", engagement_id="e2", kind=LocationKind.STORAGE, country="EU"),
    Location(id="l3", engagement_id="e3", kind=LocationKind.STORAGE, country="US", valid_to=date(2025, 1, 1)),
    Document(id="d1", vendor_id="v1", kind="DPA", valid_from=TODAY, valid_to=TODAY),
    Document(id="d2", vendor_id="v2", kind="DPA", valid_to=date(2026, 11, 22)),
    Document(id="d3", vendor_id="v2", kind="DPA", valid_from=date(2026, 11, 24)),
    Document(id="d4", vendor_id="v3", kind="SCC", recorded_status="WITHDRAWN"),
    Document(id="d5", vendor_id="v3", kind="DPA"),
    Finding(id="f1", engagement_id="e1", severity=Severity.M, title="Old", state=FindingState.VERIFIED),
    Finding(id="f2", engagement_id="e3", severity=Severity.M, title="New"),
]


@pytest.fixture(scope="module")
def listings():
    engine = register_in_memory()
    with make_book(engine).act(Action("vendor.add")) as desk:
        desk.put(*RECORDS)
    return SqlVendors(engine)


def _names(listings, **query):
    asked = VendorQuery(today=TODAY, eea=EEA, **query)
    found = [entry.vendor.name for entry in listings.entries(listings.ids(asked))]
    assert listings.count(asked) == len(found)
    return found


def _by(*orders, **more):
    return {
        "sort": tuple(SortKey(*one) if isinstance(one, tuple) else SortKey(one) for one in orders),
        **more,
    }


def _only(*filters):
    return {"filters": frozenset(filters)}


def test_active_vendors_come_by_name(listings):
    assert _names(listings) == ["Amberline", "Čavlović", "Çelik Bulut"]
    assert _names(listings, **_by((VendorOrder.NAME, True))) == ["Çelik Bulut", "Čavlović", "Amberline"]


def test_typing_plain_letters_finds_accented_names(listings):
    assert _names(listings, text="cel bul") == ["Çelik Bulut"]
    assert _names(listings, text="100%") == []
    assert _names(listings, text="sirius") == ["Amberline"]
    assert _names(listings, text="linesir") == []


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (VendorFilter.ARCHIVED, ["Zeta"]),
        (VendorFilter.AFFILIATE, ["Amberline"]),
        (VendorFilter.OUTSIDE_EEA, ["Çelik Bulut"]),
        (VendorFilter.OVERDUE, ["Çelik Bulut"]),
        (VendorFilter.DUE_30, ["Amberline", "Çelik Bulut"]),
        (VendorFilter.NEVER_ASSESSED, ["Čavlović"]),
        (VendorFilter.NO_DPA, ["Amberline", "Čavlović"]),
        (VendorFilter.THIRD_PARTY, ["Čavlović", "Çelik Bulut", "Zeta"]),
        (VendorFilter.OPEN_FINDING, ["Čavlović"]),
    ],
)
def test_each_filter_shows_exactly_its_vendors(listings, wanted, names):
    assert _names(listings, **_only(wanted)) == names


def test_mine_are_those_i_own(listings):
    assert _names(listings, person="Ana", **_only(VendorFilter.MINE)) == ["Çelik Bulut"]


def test_which_transfers_do_not_hold_is_told_to_the_database(listings):
    assert _names(listings, **_only(VendorFilter.BAD_TRANSFER)) == []
    every = frozenset(listings.ids(VendorQuery(today=TODAY)))
    assert _names(listings, bad_transfers=every, **_only(VendorFilter.BAD_TRANSFER)) == _names(listings)


def test_missing_values_come_last_either_way(listings):
    assert _names(listings, **_by(VendorOrder.DUE)) == ["Çelik Bulut", "Amberline", "Čavlović"]
    assert _names(listings, **_by((VendorOrder.DUE, True))) == ["Amberline", "Çelik Bulut", "Čavlović"]
    assert _names(listings, **_by(VendorOrder.OWNER))[0] == "Çelik Bulut"


def test_a_second_key_orders_what_the_first_leaves_equal(listings):
    by_owner_then_due_backwards = _by(VendorOrder.OWNER, (VendorOrder.DUE, True))
    assert _names(listings, **by_owner_then_due_backwards) == ["Çelik Bulut", "Amberline", "Čavlović"]


def test_places_are_ordered_by_their_names_and_not_by_their_codes(listings):
    names = {"TR": "turkiye", "EU": "european union"}
    assert _names(listings, place_names=names, **_by(VendorOrder.PLACE)) == [
        "Amberline",
        "Çelik Bulut",
        "Čavlović",
    ]
    assert _names(listings, **_by(VendorOrder.COUNTRY)) == ["Amberline", "Čavlović", "Çelik Bulut"]


def test_purposes_are_ordered_without_regard_to_case(listings):
    assert _names(listings, **_by(VendorOrder.PURPOSE)) == ["Amberline", "Čavlović", "Çelik Bulut"]


def test_text_is_sought_where_it_can_be_seen_and_nowhere_else(listings):
    places = {"TR": "turkiye"}
    assert _names(listings, text="sms") == []
    assert _names(listings, text="sms", searched=frozenset({VendorText.PURPOSE})) == ["Çelik Bulut"]
    assert _names(listings, text="turk", searched=frozenset({VendorText.PLACE}), place_names=places) == [
        "Çelik Bulut"
    ]
    assert _names(listings, text="ANA", searched=frozenset({VendorText.OWNER})) == ["Çelik Bulut"]
    both = frozenset({VendorText.NAME, VendorText.PURPOSE})
    assert _names(listings, text="cel sms", searched=both) == ["Çelik Bulut"]


def test_the_notation_of_texts_in_languages_is_not_found(listings):
    assert _names(listings, text='{"en"', searched=frozenset({VendorText.PURPOSE})) == []
    assert _names(listings, text="en", searched=frozenset({VendorText.PURPOSE})) == []


@given(
    anchor=st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    day=st.dates(date(2001, 1, 1), date(2060, 12, 31)),
    years=st.integers(1, 40),
)
def test_an_anchor_is_due_before_a_day_exactly_when_its_due_date_is(anchor, day, years):
    assume(day.year - years > 0)
    due = due_date(anchor, years)
    assert (due < day) == (anchor < years_before(day, years))


@pytest.mark.parametrize(
    ("narrowed", "names"),
    [
        ({"places": {"TR", "FR"}}, ["Çelik Bulut"]),
        ({"places": {"US"}}, []),
        ({"owners": {"Ana"}}, ["Çelik Bulut"]),
        ({"services": {"s2"}}, ["Čavlović"]),
        ({"stages": {"DRAFT"}}, ["Čavlović"]),
        ({"services": {"s1"}, "owners": {"Ana"}}, ["Çelik Bulut"]),
    ],
)
def test_chips_narrow_to_what_they_say(listings, narrowed, names):
    assert _names(listings, **{key: frozenset(given) for key, given in narrowed.items()}) == names


def test_owners_and_places_that_can_be_chosen_are_those_there_are(listings):
    assert listings.owners() == ["Ana"]
    assert listings.places(TODAY) == ["EU", "TR"]


def test_a_page_is_a_part_of_all_ids(listings):
    query = VendorQuery(today=TODAY, eea=EEA)
    assert listings.ids(query, offset=1, limit=1) == ["v3"]


def test_a_page_brings_what_hangs_on_its_vendors(listings):
    query = VendorQuery(today=TODAY, eea=EEA)
    (entry,) = listings.entries(listings.ids(query, offset=2, limit=1))
    assert (entry.vendor.id, [one.id for one in entry.engagements], [one.id for one in entry.locations]) == (
        "v1",
        ["e1", "e4"],
        ["l1"],
    )
