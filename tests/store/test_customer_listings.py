"""Pages of customers: filtered, ordered and counted by the database, under the terms that bind that day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.support.books import make_book, register_in_memory
from vendorrisk.domain.notice.records import (
    Authorisation,
    ClockStart,
    Customer,
    DayUnit,
    Objection,
    ObjectionState,
    Terms,
)
from vendorrisk.store.listings import SqlListings
from vendorrisk.usecases.actions import Action
from vendorrisk.usecases.listings import SortKey
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.notice.customer_listings import (
    CustomerFilter,
    CustomerOrder,
    CustomerQuery,
    CustomerText,
)

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SMS, VOICE = "00000001-0000-7000-8000-000000000000", "00000002-0000-7000-8000-000000000000"
NAMES = {SMS: "text messages", VOICE: "calls"}
EVERYBODY = frozenset()


def a_customer(number, name, **facts):
    given = {"email": f"dpo@{number}.example", "services": (SMS,), "data_centre": "EU", **facts}
    return Customer(id=f"c{number}", name=name, **given)


def some_terms(number, **facts):
    return Terms(id=f"t{number}", customer_id=f"c{number}", **facts)


RECORDS = [
    a_customer(1, "Çelik Bulut", account_id="A-7", data_centre="TR", services=(VOICE, SMS), language="tr"),
    a_customer(2, "Amberline", account_id="A-10", email="", address="Main street 1"),
    a_customer(3, "Čavlović", email="", services=(), data_centre=""),
    a_customer(4, "Zeta 50%", region_lock=True, email="Zed@4.example"),
    a_customer(5, "Former & Sons", active=False),
    some_terms(1, notice_days=45),
    some_terms(2, notice_days=10, notice_unit=DayUnit.BUSINESS, objection_days=30,
               objection_unit=DayUnit.CALENDAR),
    some_terms(4, notice_days=20, valid_to=date(2026, 11, 22)),
    Terms(id="t4b", customer_id="c4", authorisation=Authorisation.SPECIFIC, valid_from=TODAY),
    Terms(id="t4c", customer_id="c4", clock_starts=ClockStart.SENT, valid_from=date(2027, 1, 1)),
    Terms(id="std", customer_id=STANDARD, notice_days=30),
    Objection(id="o1", change_id="x", customer_id="c1", received_at=AT),
    Objection(id="o2", change_id="x", customer_id="c2", received_at=AT, state=ObjectionState.WITHDRAWN),
]  # fmt: skip


@pytest.fixture(scope="module")
def customers():
    engine = register_in_memory()
    with make_book(engine).act(Action("customer.add")) as desk:
        desk.put(*RECORDS)
    return SqlListings(engine).customers


def found(customers, **query):
    asked = CustomerQuery(today=query.pop("today", TODAY), service_names=NAMES, **query)
    ids = customers.ids(asked)
    assert customers.count(asked) == len(ids)
    assert customers.ids(asked, offset=1, limit=2) == ids[1:3]
    return ids


def test_active_customers_come_by_name_as_readers_expect(customers):
    assert found(customers) == ["c2", "c3", "c1", "c4"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (CustomerFilter.ENDED, ["c5"]),
        (CustomerFilter.NO_CONTACT, ["c3"]),
        (CustomerFilter.NO_SERVICES, ["c3"]),
        (CustomerFilter.NO_DATA_CENTRE, ["c3"]),
        (CustomerFilter.REGION_LOCKED, ["c4"]),
        (CustomerFilter.SPECIFIC, ["c4"]),
        (CustomerFilter.GENERAL, ["c2", "c3", "c1", "c5"]),
        (CustomerFilter.ASSUMED, ["c3", "c5"]),
        (CustomerFilter.OPEN_OBJECTION, ["c1"]),
    ],
)
def test_a_filter_keeps_those_it_names(customers, wanted, ids):
    assert sorted(found(customers, filters=frozenset({wanted}))) == sorted(ids)


def test_terms_are_those_of_the_day(customers):
    specific = frozenset({CustomerFilter.SPECIFIC})
    assert found(customers, filters=specific, today=date(2026, 11, 22)) == []
    assert found(customers, filters=specific, today=date(2026, 12, 31)) == ["c4"]
    assert found(customers, filters=specific, today=date(2027, 1, 1)) == []


def test_of_several_values_of_a_field_one_has_to_fit(customers):
    assert found(customers, services=frozenset({VOICE})) == ["c1"]
    assert found(customers, services=frozenset({VOICE, SMS})) == ["c2", "c1", "c4"]
    assert found(customers, centres=frozenset({"TR"})) == ["c1"]
    assert found(customers, languages=frozenset({"tr", "de"})) == ["c1"]
    assert found(customers, services=frozenset({VOICE}), centres=frozenset({"EU"})) == []


@pytest.mark.parametrize(
    ("text", "where", "ids"),
    [
        ("celik", {CustomerText.NAME}, ["c1"]),
        ("a-1", {CustomerText.NAME}, ["c2"]),
        ("50%", {CustomerText.NAME}, ["c4"]),
        ("calls", {CustomerText.SERVICES}, ["c1"]),
        ("calls", {CustomerText.NAME}, []),
        ("tr", {CustomerText.DATA_CENTRE}, ["c1"]),
        ("zed@", {CustomerText.CONTACT}, ["c4"]),
        ("TR", {CustomerText.LANGUAGE}, ["c1"]),
        ("bulut calls", {CustomerText.NAME, CustomerText.SERVICES}, ["c1"]),
        ("'; drop table customer; --", {CustomerText.NAME}, []),
    ],
)
def test_text_is_sought_where_it_is_in_sight(customers, text, where, ids):
    assert found(customers, text=text, searched=frozenset(where)) == ids


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (CustomerOrder.ACCOUNT, ["c2", "c1", "c3", "c4"]),
        (CustomerOrder.SERVICES, ["c1", "c2", "c4", "c3"]),
        (CustomerOrder.DATA_CENTRE, ["c2", "c4", "c1", "c3"]),
        (CustomerOrder.AUTHORISATION, ["c2", "c3", "c1", "c4"]),
        (CustomerOrder.NOTICE, ["c2", "c3", "c1", "c4"]),
        (CustomerOrder.OBJECTION, ["c2", "c3", "c1", "c4"]),
        (CustomerOrder.LANGUAGE, ["c2", "c3", "c4", "c1"]),
        (CustomerOrder.CONTACT, ["c1", "c4", "c2", "c3"]),
        (CustomerOrder.ZONE, ["c2", "c3", "c1", "c4"]),
        (CustomerOrder.STATUS, ["c2", "c3", "c1", "c4"]),
    ],
)
def test_whatever_can_be_sorted_by_puts_missing_values_last(customers, order, ids):
    assert found(customers, sort=(SortKey(order),)) == ids


def test_missing_values_stay_last_the_other_way_round(customers):
    down = (SortKey(CustomerOrder.ACCOUNT, descending=True),)
    assert found(customers, sort=down) == ["c1", "c2", "c3", "c4"]


def test_former_customers_stand_behind_by_status(customers):
    by_status = (SortKey(CustomerOrder.STATUS),)
    assert found(customers, filters=EVERYBODY, sort=by_status)[-1] == "c5"


def test_data_centres_and_languages_in_use_are_listed(customers):
    assert customers.centres() == ["EU", "TR"]
    assert customers.languages() == ["en", "tr"]


def test_without_services_of_ours_customers_are_still_listed(customers):
    asked = CustomerQuery(today=TODAY, text="calls", searched=frozenset({CustomerText.SERVICES}),
                          sort=(SortKey(CustomerOrder.SERVICES),))  # fmt: skip
    assert customers.ids(asked) == []
