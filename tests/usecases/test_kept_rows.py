"""Rows are read once, in the order asked for, until something changes or another day begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

import pytest

from vendorrisk.usecases import kept_rows
from vendorrisk.usecases.kept_rows import KeptRows


@dataclass
class _Register:
    """A journal's head and a date that a test moves, and what was read."""

    sequence: int = 1
    day: date = date(2026, 11, 23)
    read: list[list[str]] = field(default_factory=list)

    def rows(self):
        book = SimpleNamespace(head=lambda: (self.sequence, "hash"))
        office = SimpleNamespace(book=book, clock=SimpleNamespace(today=lambda: self.day))
        return KeptRows(office, self._rows)

    def _rows(self, ids):
        self.read.append(list(ids))
        return [SimpleNamespace(id=one) for one in sorted(ids) if one != "gone"]


def _ids(rows):
    return [one.id for one in rows]


@pytest.fixture
def register():
    return _Register()


def test_rows_come_in_the_order_asked_for_and_are_read_once(register):
    rows = register.rows()
    assert _ids(rows.by_ids(["b", "a"])) == ["b", "a"]
    assert _ids(rows.by_ids(["a", "c", "b"])) == ["a", "c", "b"]
    assert register.read == [["b", "a"], ["c"]]


def test_rows_of_what_is_gone_are_left_out(register):
    assert _ids(register.rows().by_ids(["a", "gone"])) == ["a"]


@pytest.mark.parametrize("change", [{"sequence": 2}, {"day": date(2026, 11, 24)}])
def test_after_a_change_or_on_another_day_they_are_read_again(register, change):
    rows = register.rows()
    rows.by_ids(["a"])
    for name, value in change.items():
        setattr(register, name, value)
    rows.by_ids(["a"])
    assert register.read == [["a"], ["a"]]


def test_a_full_memory_begins_anew_with_the_page_that_is_asked_for(register, monkeypatch):
    monkeypatch.setattr(kept_rows, "KEPT_ROWS", 2)
    rows = register.rows()
    rows.by_ids(["a", "b"])
    assert _ids(rows.by_ids(["b", "c"])) == ["b", "c"]
    assert register.read == [["a", "b"], ["b", "c"]]
