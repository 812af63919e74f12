"""Erasing a person: what is found, what goes, what stays as proof."""

from __future__ import annotations

import pytest

from tests.support.offices import make_office
from vendorrisk.domain.message import NotFound
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.domain.review.people import Why
from vendorrisk.usecases import editing
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.journal.people import Place, about_rest, erasable_traces, erase_traces, traces_of
from vendorrisk.usecases.notice import customer_records
from vendorrisk.usecases.ports import FilesNaming

LUISA = "luisa@norte.example"


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def vendor(office):
    return editing.add(office, Vendor, {"name": "Norte Cloud", "owner": "Luísa Prado"})


@pytest.fixture
def contact(office, vendor):
    typed = {"name": "Luísa Prado", "email": LUISA, "phone": "+55 11 5555 0100"}
    return editing.add(office, Contact, typed, vendor_id=vendor.id)


def test_a_person_is_found_by_name_and_by_address(office, contact):
    place = Place(
        kind=Contact, id=contact.id, of="Norte Cloud", fields=("name", "email", "phone", "function")
    )
    for wanted in ("luisa prado", LUISA.upper()):
        assert traces_of(office, wanted).erasable == (place,)
    kept = traces_of(office, "Luísa Prado").kept
    assert [(one.why, one.kinds) for one in kept] == [(Why.DECIDED, {"vendor": 1})]


def test_the_other_addresses_of_a_customer_stay(office):
    both = f"legal@alder.example; {LUISA}"
    alder = customer_records.new_customer(office, {"name": "Alder", "email": both, "salutation": "Dear L"})
    erase_traces(office, erasable_traces(office, LUISA))
    with office.book.reading() as reader:
        kept = reader.get(Customer, alder.id)
    assert (kept.email, kept.salutation) == ("legal@alder.example", "")
    assert history.verify(office).intact
    assert traces_of(office, LUISA).erasable == ()


def test_an_address_of_a_customer_is_erased_and_the_owner_of_a_vendor_stays(office, vendor, contact):
    customer = customer_records.new_customer(
        office, {"name": "Alder", "email": LUISA, "salutation": "Dear L"}
    )
    done = erase_traces(office, erasable_traces(office, LUISA))
    assert done.rows == 2
    with office.book.reading() as reader:
        kept = reader.get(Customer, customer.id)
        assert (kept.name, kept.email, kept.salutation) == ("Alder", "", "")
        assert reader.get(Contact, contact.id).phone == ""
        assert reader.get(Vendor, vendor.id).owner == "Luísa Prado"
    assert history.verify(office).intact
    assert traces_of(office, LUISA).erasable == ()


def test_a_contact_that_was_removed_or_renamed_is_still_found_in_the_history(office, contact):
    editing.edit(office, Contact, contact.id, {"name": "Ivo Ban", "email": "ivo@norte.example"})
    editing.remove(office, Contact, contact.id)
    traces = traces_of(office, "Luísa Prado")
    assert [(one.kind, one.id, one.of) for one in traces.erasable] == [(Contact, contact.id, "")]
    erase_traces(office, traces)
    assert traces_of(office, "Luísa Prado").erasable == ()


def test_a_person_who_stands_only_where_it_proves_something_is_not_erased(office, vendor):
    with pytest.raises(NotFound) as raised:
        erasable_traces(office, "Luísa Prado")
    assert (raised.value.what.key, raised.value.remedy.key) == ("person.unknown", "person.only_kept")


def test_somebody_unknown_is_said_to_be_unknown(office, contact):
    with pytest.raises(NotFound) as raised:
        erasable_traces(office, "Nobody")
    assert raised.value.remedy.key == "person.unknown.remedy"


def test_it_is_said_beforehand_where_somebody_else_stands_now(office, contact):
    editing.edit(office, Contact, contact.id, {"name": "Ivo Ban", "email": "ivo@norte.example", "phone": ""})
    traces = traces_of(office, LUISA)
    assert [one.taken_over for one in traces.erasable] == [True]
    said = [office.say(one) for one in about_rest(traces, FilesNaming())]
    assert said[0].startswith("Somebody else stands in these records now and is overwritten too;")
    assert said[0].endswith("Records: 1 (Norte Cloud).")
    erase_traces(office, traces)
    assert traces_of(office, "Ivo Ban").erasable == ()


def test_each_erasure_is_a_line_of_its_own_also_where_a_record_is_erased_twice(office, contact):
    customer_records.new_customer(office, {"name": "Alder", "email": LUISA})
    erase_traces(office, erasable_traces(office, LUISA))
    editing.edit(office, Contact, contact.id, {"name": "Ivo Ban"})
    erase_traces(office, erasable_traces(office, "Ivo Ban"))
    assert [(one.by, one.entries) for one in history.verify(office).erasures] == [
        ("Ana Novak", 2), ("Ana Novak", 2),
    ]  # fmt: skip
