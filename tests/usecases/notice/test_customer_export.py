"""Customers go out in a file that an import reads back without changing anything."""

from __future__ import annotations

import pytest

from tests.support.offices import make_office, stored
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.customers import read_customers
from vendorrisk.domain.notice.customer_file import COLUMNS, CustomerRow, CustomersRead
from vendorrisk.domain.notice.records import (
    Authorisation,
    ClockStart,
    CountRule,
    Customer,
    DayUnit,
    ObjectionBlocks,
    Terms,
)
from vendorrisk.usecases.notice.customer_export import export_customers
from vendorrisk.usecases.notice.customer_import import CustomerAction, import_customers

FULL = CustomerRow(
    where="c.csv:2", given=tuple(COLUMNS), name="=Øre & Søn, A/S", account_id="007",
    services=("SMS", "Voice"), data_centre="EU", region_lock=True, authorisation=Authorisation.SPECIFIC,
    notice_days=60, notice_unit=DayUnit.BUSINESS, clock_starts=ClockStart.DEEMED_RECEIVED, deemed_days=2,
    deemed_unit=DayUnit.CALENDAR, objection_days=14, objection_unit=DayUnit.CALENDAR,
    objection_blocks=ObjectionBlocks.ONLY_IF_RAISED, holidays="HR", timezone="Europe/Zagreb", language="hr",
    email="dpo@ore.example", active=False, address="1 High Street\nLondon", clause="7.3", channel="PORTAL",
    contacts=(("Ann Lee", "ann@ore.example"), ("", "dpo2@ore.example")),
    count_rule=CountRule.INCLUDE_START_DAY, request_lead_days=20, commission_clauses=True, dora=True,
    critical_function=True,
)  # fmt: skip
PLAIN = CustomerRow(
    where="c.csv:3", given=("name", "notice_days", "authorisation"), name="Plain", notice_days=45
)
BARE = CustomerRow(where="c.csv:4", given=("name",), name="Without terms")


@pytest.fixture
def office():
    office = make_office()
    import_customers(office, CustomersRead(rows=(FULL, PLAIN, BARE)), agreed=True)
    return office


def test_what_was_exported_is_the_same_when_it_is_read_back(office, tmp_path):
    file = tmp_path / "customers.csv"
    assert export_customers(office, file) == 3
    read = read_customers(file, Limits())
    assert [one for one in read.problems if one.level == "error"] == []
    done = import_customers(office, read)
    assert [(one.customer.name, one.action) for one in done.rows] == [
        (name, CustomerAction.SAME) for name in (FULL.name, "Plain", "Without terms")
    ]


def test_another_register_gets_the_same_customers_and_terms(office, tmp_path):
    file = tmp_path / "customers.csv"
    export_customers(office, file)
    other = make_office()
    import_customers(other, read_customers(file, Limits()), agreed=True)

    def told(of):
        names = {one.id: one.name for one in stored(of, Customer)}
        return {
            names[one.customer_id]: (
                one.notice_days,
                one.notice_unit,
                one.clause,
                one.request_lead_days,
                one.dora,
            )
            for one in stored(of, Terms)
        }

    assert told(other) == told(office)
    assert set(told(other)) == {FULL.name, "Plain"}
    assert {one.address for one in stored(other, Customer)} == {FULL.address, ""}
