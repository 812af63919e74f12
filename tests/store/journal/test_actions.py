"""One action is one transaction and one entry, or nothing."""

from __future__ import annotations

import pytest

from tests.support.books import dump
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.register.records import Service, Vendor
from vendorrisk.usecases.actions import Action

ADD = Action("vendor.add")


def test_what_was_put_is_found_again_with_its_types(book):
    vendor = Vendor(id="v1", name="Đuro Šarić d.o.o.", country="HR")
    service = Service(id="s1", code="SMS", name={"en": "Text messages", "hr": "Poruke"}, region_locked=True)
    with book.act(ADD, vendor="v1") as desk:
        desk.put(vendor, service)
    with book.reading() as reader:
        assert reader.get(Vendor, "v1") == vendor
        assert reader.find(Service, code="SMS") == [service]
        assert reader.search(Vendor, "duro sar") == [vendor]


def test_an_unknown_id_is_said_to_be_unknown(book):
    with book.reading() as reader, pytest.raises(NotFound) as caught:
        reader.get(Vendor, "nobody")
    assert caught.value.what.params == {"kind": msg("kind.vendor"), "wanted": "nobody"}


def test_an_error_in_the_middle_leaves_nothing(book, engine):
    before = dump(engine)
    with pytest.raises(RuntimeError), book.act(ADD) as desk:  # noqa: PT012  (the step is left by it)
        desk.put(Vendor(id="v1", name="Half done"))
        raise RuntimeError
    assert dump(engine) == before
    assert book.head() == (0, "0" * 64)


def test_an_action_that_changes_nothing_leaves_no_entry(book):
    with book.act(ADD) as desk:
        desk.put(Vendor(id="v1", name="Acme"))
    with book.act(ADD) as desk:
        desk.put(Vendor(id="v1", name="Acme"))
    assert book.head()[0] == 1


def test_trying_out_works_the_action_out_and_gives_it_up(book, engine):
    before = dump(engine)
    with book.trying_out().act(ADD) as desk:
        desk.put(Vendor(id="v1", name="Acme"))
        assert desk.get(Vendor, "v1").name == "Acme"
    assert dump(engine) == before


def test_the_log_names_actor_action_and_what_was_touched(book):
    with book.act(ADD, vendor="v1") as desk:
        desk.put(Vendor(id="v1", name="Acme"))
    (line,) = book.log()
    assert (line.actor, line.action, line.kind, line.undone) == ("Ana Novak", "vendor.add", "do", False)
    assert (line.params, line.touched) == ({"vendor": "v1"}, (("vendor", "v1"),))


def test_many_records_are_one_entry(book):
    with book.act(ADD) as desk:
        desk.put(*(Vendor(id=f"v{n:05d}", name=f"Vendor {n}") for n in range(1201)))
    assert book.head()[0] == 1
    with book.reading() as reader:
        assert len(reader.find(Vendor)) == 1201
        assert [vendor.id for vendor in reader.find(Vendor, id=["v00007", "v00003"])] == ["v00003", "v00007"]
