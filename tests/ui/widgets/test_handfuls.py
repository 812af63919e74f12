"""Rows are read in handfuls, once, and only when somebody looks."""

from __future__ import annotations

from dataclasses import dataclass

from vendorrisk.ui.widgets.handfuls import HANDFUL, handles, of_row


@dataclass
class Thing:
    id: str
    name: str


def test_a_handful_is_read_once_when_one_of_its_rows_is_looked_at():
    asked = []

    def read(ids):
        asked.append(list(ids))
        return [Thing(one, one.upper()) for one in ids]

    ids = [f"t{number}" for number in range(HANDFUL + 3)]
    found = handles(ids, read)
    assert ([one.id for one in found], asked) == (ids, [])
    name = of_row(lambda thing: thing.name)
    assert (name(found[HANDFUL]), name(found[HANDFUL + 1])) == (f"T{HANDFUL}", f"T{HANDFUL + 1}")
    assert asked == [ids[HANDFUL:]]


def test_a_row_that_is_gone_has_no_values():
    (handle,) = handles(["gone"], lambda ids: [])
    assert handle.row is None
    assert of_row(lambda thing: thing.name)(handle) is None
