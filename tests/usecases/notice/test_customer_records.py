"""Customers by hand: added, changed and ended; what is wrong is named by field, and nothing is kept."""

from __future__ import annotations

import pytest

from tests.support.books import dump
from tests.support.offices import AllAlike, make_office, stored
from vendorrisk.domain.message import BadInput
from vendorrisk.domain.notice.records import Customer, DataCentre
from vendorrisk.domain.register.records import Service
from vendorrisk.usecases.notice.customer_records import (
    NEW_CENTRE,
    NEW_SERVICES,
    alike,
    edit_customer,
    end_customers,
    new_customer,
    return_customers,
)


@pytest.fixture
def office():
    return make_office()


def test_a_customer_comes_with_the_services_and_the_data_centre_it_names_first(office):
    made = new_customer(office, {"name": "Northwind", NEW_SERVICES: "Voice; SMS", NEW_CENTRE: "EU"})
    assert {one.code for one in stored(office, Service) if one.id in made.services} == {"Voice", "SMS"}
    assert ([one.code for one in stored(office, DataCentre)], made.data_centre) == (["EU"], "EU")
    again = new_customer(office, {"name": "Fabrikam", NEW_SERVICES: "SMS", NEW_CENTRE: "EU"})
    assert again.services == made.services[1:]
    assert len(stored(office, DataCentre)) == 1


def test_every_wrong_field_is_named_and_nothing_is_stored(office):
    before = dump(office.book.writer)
    typed = {"name": "", "email": "nobody", "zone": "Mars/Olympus", "language": "english!"}
    with pytest.raises(BadInput) as refused:
        new_customer(office, typed)
    assert {one.where for one in refused.value.problems} == {"name", "email", "zone", "language"}
    with pytest.raises(BadInput) as refused:
        new_customer(office, {"name": "Northwind", NEW_SERVICES: "Vo\u202eice"})
    assert [one.where for one in refused.value.problems] == [NEW_SERVICES]
    assert dump(office.book.writer) == before


def test_an_account_number_belongs_to_one_customer(office):
    first = new_customer(office, {"name": "Northwind", "account_id": "A-1"})
    with pytest.raises(BadInput) as refused:
        new_customer(office, {"name": "Fabrikam", "account_id": "A-1"})
    assert [(one.where, one.what.params["customer"]) for one in refused.value.problems] == [
        ("account_id", "Northwind")
    ]
    assert edit_customer(office, first.id, {"account_id": "A-1", "email": "dpo@n.example"}).email


def test_a_name_cannot_be_taken_away(office):
    made = new_customer(office, {"name": "Northwind"})
    with pytest.raises(BadInput):
        edit_customer(office, made.id, {"name": " "})


def test_customers_end_and_come_back_as_one_step_each(office):
    ids = [new_customer(office, {"name": name}).id for name in ("Northwind", "Fabrikam")]
    assert [one.name for one in end_customers(office, ids)] == ["Northwind", "Fabrikam"]
    assert end_customers(office, ids) == []
    return_customers(office, ids[:1])
    assert [one.active for one in stored(office, Customer)] == [True, False]
    office.book.undo()
    assert [one.active for one in stored(office, Customer)] == [False, False]


def test_the_same_name_is_alike_first(office):
    office = make_office(likeness=AllAlike())
    new_customer(office, {"name": "Nordwind"})
    new_customer(office, {"name": "Northwind"})
    assert [one.name for one in alike(office, "Northwind")] == ["Northwind", "Nordwind"]


def test_a_customer_that_is_known_already_is_not_like_itself(office):
    office = make_office(likeness=AllAlike())
    own, other = (new_customer(office, {"name": name}) for name in ("Nordwind", "Northwind"))
    assert alike(office, "Nordwind", of=own.id) == [other]
