"""The journal as people meet it, and the erasure of a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.books import dump
from tests.support.offices import make_office
from vendorrisk.domain.message import Refused
from vendorrisk.domain.register.records import Contact, Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.journal.history import erase_person


@pytest.fixture
def told():
    """A list of every erasure that was announced before it was committed."""
    return []


@pytest.fixture
def office(told):
    office = make_office()
    return replace(office, book=replace(office.book, after_erasing=told.append))


@pytest.fixture
def vendor(office):
    return editing.add(office, Vendor, {"name": "Norte Cloud"})


@pytest.fixture
def person(office, vendor):
    typed = {"name": "Luísa Prado", "email": "luisa@norte.example", "function": "Privacy"}
    added = editing.add(office, Contact, typed, vendor_id=vendor.id)
    editing.edit(office, Contact, added.id, {"phone": "+55 11 5555 0100"})
    return added


def everything_written(office):
    """All that the database holds, journal, searching columns and drafts included."""
    with office.book.writer.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars()
        rows = [connection.exec_driver_sql(f'SELECT * FROM "{name}"').fetchall() for name in list(names)]
    return str(rows)


FIELDS = ("name", "email", "phone")


def test_an_erased_person_is_nowhere_and_the_journal_still_proves_itself(office, person):
    office.drafts.write(f"contact:{person.id}", "Luísa called")
    done = erase_person(office, (Contact, person.id, FIELDS))
    assert (done.rows, done.changes) == (1, 2)
    written = everything_written(office)
    for word in ("Luísa", "luisa", "5555"):
        assert word not in written
    with office.book.reading() as reader:
        assert reader.get(Contact, person.id) == Contact(
            id=person.id, vendor_id=person.vendor_id, function="Privacy"
        )
        assert reader.search(Vendor, "norte")
    verdict = history.verify(office)
    assert verdict.intact
    assert len(verdict.erased) == 2


def test_the_past_forgets_an_erased_person_too(office, person):
    before = office.clock.at
    office.clock.at += timedelta(days=1)
    erase_person(office, (Contact, person.id, FIELDS))
    with office.book.reading_as_of(before) as past:
        assert past.get(Contact, person.id).name == ""


def test_an_erasure_is_a_wall_and_steps_before_it_cannot_be_taken_back(office, person):
    erase_person(office, (Contact, person.id, FIELDS))
    with pytest.raises(Refused) as refused:
        history.undo(office)
    assert refused.value.what.key == "undo.wall"


def test_every_erasure_there_ever_was_is_announced(office, person, told):
    other = editing.add(office, Contact, {"name": "Ivo"}, vendor_id=person.vendor_id)
    erase_person(office, (Contact, person.id, FIELDS))
    erase_person(office, (Contact, other.id, ("name",)))
    assert told[-1] == [("contact", person.id, FIELDS), ("contact", other.id, ("name",))]


def test_trying_an_erasure_out_erases_and_announces_nothing(office, person, told):
    before = dump(office.book.writer)
    erase_person(replace(office, book=office.book.trying_out()), (Contact, person.id, FIELDS))
    assert dump(office.book.writer) == before
    assert told == []


def test_erasing_again_what_a_backup_still_knows(office, person):
    targets = [("contact", person.id, FIELDS), ("contact", "gone", FIELDS), ("no_such_table", "x", ("y",)),
               ("contact", person.id, ("no_such_field",))]  # fmt: skip
    done = office.book.erase_again(history.ERASE_PERSON, targets)
    assert done.rows == 1
    assert "Luísa" not in everything_written(office)
    assert office.book.erasures(history.ERASE_PERSON) == targets[:2]
    assert history.verify(office).intact


def test_the_log_tells_who_did_what_to_which_rows(office, vendor):
    (line,) = history.log(office)
    assert (line.actor, line.action, line.touched) == ("Ana Novak", "vendor.add", (("vendor", vendor.id),))
    history.undo(office)
    assert [(one.kind, one.undone) for one in history.log(office)] == [("undo", False), ("do", True)]
    assert history.log(office, since=office.clock.at + timedelta(hours=1)) == []


def test_the_log_never_tells_a_name(office, person):
    told = str([(one.action, one.params) for one in history.log(office)])
    assert "Luísa" not in told
    assert "Norte" not in told
