"""The journal proves itself, tells erased from altered, and remembers the past."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.books import SteppingClock, dump, make_book
from vendorrisk.domain.message import NotFound, Refused
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.usecases.actions import Action, Wall

ADD = Action("vendor.add")
ERASE = Action("person.erase", Wall.ERASED)
ACME = Vendor(id="v1", name="Acme")
LUISA = Contact(id="c1", vendor_id="v1", name="Luísa Prado", email="luisa@acme.example")


@pytest.fixture
def told(book):
    for action_records in ((ACME,), (LUISA,), (replace(ACME, country="BR"),)):
        with book.act(ADD) as desk:
            desk.put(*action_records)
    return book


def _keys(verdict):
    return {problem.what.key for problem in verdict.problems}


def test_an_untouched_journal_is_intact(told):
    told.undo()
    verdict = told.verify()
    assert (verdict.intact, verdict.entries, verdict.changes) == (True, 4, 8)


@pytest.mark.parametrize(
    ("tampering", "key"),
    [
        ("UPDATE journal_entry SET actor = 'Nobody' WHERE sequence = 2", "journal.altered_entry"),
        (
            "UPDATE journal_change SET after = '{}' WHERE sequence = 2 AND position = 1",
            "journal.altered_change",
        ),
        ("UPDATE journal_change SET salt = NULL WHERE sequence = 2 AND position = 1", "journal.emptied"),
        ("DELETE FROM journal_change WHERE sequence = 2 AND position = 1", "journal.altered_entry"),
        ("DELETE FROM journal_entry WHERE sequence = 2", "journal.broken_link"),
        ("DELETE FROM journal_entry WHERE sequence = 3", "journal.cut_off"),
        ("UPDATE vendor SET country = 'FR'", "journal.row_differs"),
        ("DELETE FROM contact", "journal.row_differs"),
    ],
)
def test_tampering_is_found_and_named(told, engine, tampering, key):
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(tampering)
    assert key in _keys(told.verify())


def test_an_erased_person_is_gone_everywhere_and_the_chain_still_holds(told, engine):
    told.erase(ERASE, [(Contact, "c1", ("name", "email"))])
    with engine.connect() as connection, connection.begin():
        told_text = str(connection.exec_driver_sql("SELECT * FROM journal_change").fetchall())
    assert "Luísa" not in told_text + str(dump(engine))
    verdict = told.verify()
    assert verdict.intact
    assert [sequence for sequence, _, _ in verdict.erased] == [2]
    with told.reading() as reader:
        assert reader.get(Contact, "c1") == Contact(id="c1", vendor_id="v1")


def test_an_erasure_cannot_be_undone(told):
    told.erase(ERASE, [(Contact, "c1", ("name", "email"))])
    with pytest.raises(Refused) as caught:
        told.undo()
    assert caught.value.what.key == "undo.wall"


def test_the_register_is_known_as_it_was(engine):
    clock = SteppingClock()
    book = make_book(engine, clock=clock)
    moments = [clock.at]
    for vendor in (ACME, replace(ACME, country="BR"), replace(ACME, country="BR", name="Acme Ltda")):
        with book.act(ADD) as desk:
            desk.put(vendor)
        moments.append(clock.at)
    with book.reading_as_of(moments[0]) as past, pytest.raises(NotFound):
        past.get(Vendor, "v1")
    with book.reading_as_of(moments[1]) as past:
        assert past.find(Vendor) == [ACME]
    with book.reading_as_of(moments[2]) as past:
        assert past.find(Vendor, country=["BR", "DE"]) == [replace(ACME, country="BR")]
        assert past.search(Vendor, "acme") == [replace(ACME, country="BR")]
