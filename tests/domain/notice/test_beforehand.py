"""What a contract approves beforehand: a company by its name or our affiliates, anywhere or in the EEA."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from vendorrisk.domain.message import Level
from vendorrisk.domain.notice.beforehand import approved_beforehand, approves_any
from vendorrisk.domain.notice.records import Change, ChangeKind, Terms
from vendorrisk.domain.notice.terms_check import problems_of
from vendorrisk.domain.register.records import FourthParty, Location, LocationKind, Vendor, VendorKind

CHANGE = Change(id="x", number="2026-01", kind=ChangeKind.ADD, engagement_id="e", planned_on=date(2027, 2, 1))
VENDOR = Vendor(id="v", name="Norte", legal_name="Norte Cloud S.A.", country="PT")
SILENT = Terms(id="t", customer_id="c")
NAMED = replace(SILENT, pre_approved_names=("Other Ltd", "norte cloud s.a."))
AFFILIATES = replace(SILENT, pre_approved_affiliates=True)


def ground(terms, vendor=VENDOR, *countries, change=CHANGE, further=()):
    places = [
        Location(id=code, engagement_id="e", kind=LocationKind.STORAGE, country=code) for code in countries
    ]
    parties = [FourthParty(id=code, engagement_id="e", name=code, country=code) for code in further]
    found = approved_beforehand(terms, change, vendor, places, parties)
    return found.key.removeprefix("notice.beforehand.") if found else None


def test_a_listed_name_is_that_of_the_company_itself():
    assert ground(NAMED) == "named"
    assert ground(replace(SILENT, pre_approved_names=("Norte",))) == "named"
    assert ground(replace(SILENT, pre_approved_names=("Norte Cloud",))) is None
    assert approved_beforehand(NAMED, CHANGE, VENDOR, []).params["name"] == "norte cloud s.a."


def test_affiliates_are_our_own_companies_alone():
    assert ground(AFFILIATES) is None
    assert ground(AFFILIATES, replace(VENDOR, kind=VendorKind.AFFILIATE)) == "affiliate"


@pytest.mark.parametrize(
    ("countries", "further", "found"),
    [((), (), "named"), (("IE", "EEA"), (), "named"), (("IE", "US"), (), None), (("IE",), ("US",), None)],
)
def test_within_the_eea_means_seat_locations_and_further_sub_processors(countries, further, found):
    assert ground(replace(NAMED, pre_approved_eea=True), VENDOR, *countries, further=further) == found


def test_a_seat_outside_the_eea_or_not_recorded_is_not_within():
    eea = replace(NAMED, pre_approved_eea=True)
    assert ground(eea, replace(VENDOR, country="CH"), "IE") is None
    assert ground(eea, replace(VENDOR, country=""), "IE") is None


@pytest.mark.parametrize("kind", [ChangeKind.LOCATION, ChangeKind.PURPOSE, ChangeKind.REMOVE])
def test_an_approval_of_a_company_says_nothing_of_its_later_changes(kind):
    assert ground(NAMED, change=replace(CHANGE, kind=kind)) is None


def test_terms_without_names_and_affiliates_approve_nobody():
    assert [approves_any(one) for one in (SILENT, NAMED, AFFILIATES)] == [False, True, True]
    alone = replace(SILENT, pre_approved_eea=True)
    (problem,) = problems_of(alone)
    assert (problem.where, problem.level) == ("pre_approved_eea", Level.WARNING)
    assert problems_of(replace(NAMED, pre_approved_eea=True)) == ()
