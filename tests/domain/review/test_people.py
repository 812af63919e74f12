"""Where people stand in the register, and when a field names somebody."""

from __future__ import annotations

from dataclasses import fields

import pytest

from vendorrisk.domain.review.people import ERASABLE, KEPT, is_named


@pytest.mark.parametrize(
    ("wanted", "text", "named"),
    [
        ("Luísa Prado", "LUISA  PRADO", True),
        ("luisa@norte.example", "privacy@norte.example; Luisa@Norte.example", True),
        ("Luísa", "Luísa Prado-Silva", True),
        ("Ana", "Anabel Novak", False),
        ("prado@norte.example", "luisa.prado@norte.example", False),
        ("", "", False),
        ("  ", "Luísa", False),
    ],
)
def test_a_field_names_a_person_by_whole_words(wanted, text, named):
    assert is_named(wanted, text) is named


@pytest.mark.parametrize("kind", [*ERASABLE, *KEPT], ids=lambda kind: kind.__name__)
def test_every_field_that_is_named_is_one_of_the_record(kind):
    mention = (ERASABLE | KEPT)[kind]
    assert set(mention.fields) <= {field.name for field in fields(kind)}
