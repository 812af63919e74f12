"""Undo takes back exactly; it survives a restart and says why it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.books import dump, make_book
from vendorrisk.domain.message import NothingToDo, Refused
from vendorrisk.domain.register.records import Vendor
from vendorrisk.usecases.actions import Action, Wall

ADD = Action("vendor.add")
EDIT = Action("vendor.edit")
REMOVE = Action("vendor.remove")
PUBLISH = Action("list.publish", Wall.PUBLISHED)
ACME = Vendor(id="v1", name="Acme")


def _put(book, action, *vendors):
    with book.act(action) as desk:
        desk.put(*vendors)


def test_add_edit_and_remove_are_each_taken_back_exactly(book, engine):
    states = [dump(engine)]
    _put(book, ADD, ACME)
    states.append(dump(engine))
    _put(book, EDIT, replace(ACME, country="US"))
    states.append(dump(engine))
    with book.act(REMOVE) as desk:
        desk.remove(ACME)
    for state in reversed(states):
        book.undo()
        assert dump(engine) == state


def test_redo_does_again_what_was_undone_in_order(book, engine):
    _put(book, ADD, ACME)
    _put(book, EDIT, replace(ACME, country="US"))
    end = dump(engine)
    assert (book.undo().action, book.undo().action) == ("vendor.edit", "vendor.add")
    assert (book.redo().action, book.redo().action) == ("vendor.add", "vendor.edit")
    assert dump(engine) == end
    with pytest.raises(NothingToDo):
        book.redo()


def test_a_new_action_ends_what_could_be_redone(book):
    _put(book, ADD, ACME)
    book.undo()
    _put(book, ADD, replace(ACME, id="v2"))
    with pytest.raises(NothingToDo) as caught:
        book.redo()
    assert caught.value.what.key == "redo.nothing"


def test_undo_undo_redo_undo_walks_back_and_forth(book, engine):
    _put(book, ADD, ACME)
    one = dump(engine)
    _put(book, EDIT, replace(ACME, country="US"))
    book.undo()
    book.redo()
    book.undo()
    assert dump(engine) == one
    assert [line.undone for line in book.log() if line.kind == "do"] == [True, False]


def test_undo_survives_a_restart(book, engine):
    empty = dump(engine)
    _put(book, ADD, ACME)
    make_book(engine, actor="Somebody else").undo()
    assert dump(engine) == empty


def test_nothing_to_undo_is_said(book):
    with pytest.raises(NothingToDo) as caught:
        book.undo()
    assert caught.value.what.key == "undo.nothing"


def test_a_published_list_is_a_wall(book):
    _put(book, ADD, ACME)
    _put(book, PUBLISH, replace(ACME, country="DE"))
    with pytest.raises(Refused) as caught:
        book.undo()
    assert caught.value.what.key == "undo.wall"


def test_undo_is_refused_when_its_rows_have_moved_on(book, engine):
    _put(book, ADD, ACME)
    _put(book, EDIT, replace(ACME, country="US"))
    book.undo()
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE vendor SET country = 'FR'")
    with pytest.raises(Refused) as caught:
        book.undo()
    assert caught.value.what.key == "undo.changed"
