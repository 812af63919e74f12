"""Vendors of which a transfer does not hold, over the whole register: the same as the sign of each."""

from __future__ import annotations

import pytest

from tests.support.law import a_flow
from tests.support.offices import put
from tests.support.vendors import live, office_with_law, place
from vendorrisk.domain.register.records import Service, Vendor
from vendorrisk.usecases.review.bad_transfers import bad_transfers
from vendorrisk.usecases.review.vendor_facts import facts_of
from vendorrisk.usecases.review.vendor_signs import transfer_sign
from vendorrisk.usecases.signals import Signal

SERVICE = Service(id="s1", code="SMS", name={"en": "SMS"})


@pytest.mark.parametrize(
    ("records", "bad"),
    [
        ([], False),
        ([place("DE")], False),
        ([place("IN")], True),
        ([place("IN"), a_flow(engagement_id="e1")], False),
        ([place("IN"), a_flow(engagement_id="e1", tia_outcome="")], True),
        ([place("IN"), a_flow(engagement_id="e1", mechanism="OLD_SCC", module=None)], True),
    ],
)
def test_they_are_those_whose_sign_says_so(records, bad):
    office = office_with_law()
    put(office, Vendor(id="v1", name="Vendor"), SERVICE, live(), *records)
    with office.book.reading() as reader:
        found = bad_transfers(office, reader, ["v1"])
        (facts,) = facts_of(office, reader, ["v1"])
    assert (found == {"v1"}) is bad
    assert (transfer_sign(facts).signal is Signal.CRITICAL) is bad
