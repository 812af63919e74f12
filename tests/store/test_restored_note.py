"""A restore stands in the journal once, whatever happened to its note."""

from __future__ import annotations

import pytest

from tests.support.offices import make_office
from vendorrisk.store.restored_note import enter_note
from vendorrisk.usecases.actions import Wall


@pytest.fixture
def book():
    return make_office().book


@pytest.mark.parametrize("content", ['{"sequence": 7, "made": "2026-11-23T08:00:00+00:00"}', "{", "[]"])
def test_what_was_restored_is_entered_whatever_the_note_says(book, tmp_path, content):
    note = tmp_path / "register.restored"
    note.write_text(content)
    enter_note(note, book)
    (newest,) = book.log(limit=1)
    assert newest.wall == Wall.RESTORED
    assert newest.params.get("sequence") == (7 if "7" in content else None)
    assert not note.exists()
    assert book.verify().intact


def test_after_a_crash_between_entry_and_note_nothing_is_entered_twice(book, tmp_path):
    note = tmp_path / "register.restored"
    for _ in range(2):
        note.write_text("{}")
        enter_note(note, book)
    sequence, _ = book.head()
    note.write_text("{}")
    enter_note(note, book)
    assert book.head()[0] == sequence


def test_without_a_note_nothing_is_entered(book, tmp_path):
    before = book.head()
    enter_note(tmp_path / "register.restored", book)
    assert book.head() == before
