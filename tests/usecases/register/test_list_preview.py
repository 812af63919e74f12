from __future__ import annotations

import pytest

from vendorrisk.usecases.register.list_preview import row_of


@pytest.mark.parametrize(
    ("where", "row"),
    [
        ("List!D12", "List!12"),
        ("List!12", "List!12"),
        ("A1!AB7", "A1!7"),
        ("list.csv:7, column Country", "list.csv:7"),
        ("list.md:7", "list.md:7"),
        ("list.md", "list.md"),
    ],
)
def test_the_doubt_about_a_cell_belongs_to_its_row(where, row):
    assert row_of(where) == row
