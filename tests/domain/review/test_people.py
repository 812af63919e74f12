"""Where people stand in the register, and when a field names somebody."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from vendorrisk.domain.diligence.records import Answer
from vendorrisk.domain.notice.records import Change, Customer, Notice, Objection
from vendorrisk.domain.register.records import ListVersion, Setting, Vendor
from vendorrisk.domain.review.people import (
    DECIDING,
    ERASABLE,
    Why,
    erased_with,
    is_named,
    is_proof,
    why_kept,
)
from vendorrisk.domain.review.records import Snooze


@pytest.mark.parametrize(
    ("wanted", "text", "named"),
    [
        ("Luísa Prado", "LUISA  PRADO", True),
        ("luisa@norte.example", "privacy@norte.example; Luisa@Norte.example", True),
        ("Luísa", "Luísa Prado-Silva", True),
        ("Luísa Prado", "Dear Luísa Prado’s team, as agreed", True),
        ("Luísa Prado", '{"en":"Agreed with \\\\nLuísa Prado.\\nThank you"}', True),
        ("luisa@norte.example", "Luísa <luisa@norte.example>.", True),
        ("luisa@norte.example", "mailto:luisa@norte.example?subject=Notice", True),
        ("Luísa Prado", '{"name": "Lu\\u00edsa Prado"}', True),
        ("Luísa Prado", "2026-03_Luísa Prado.pdf", True),
        ("Luísa Prado", "Prado, then Luísa", False),
        ("luisa@norte.example", "luisa norte example", False),
        ("Ana", "Anabel Novak", False),
        ("prado@norte.example", "luisa.prado@norte.example", False),
        ("", "", False),
        ("  ", "Luísa", False),
    ],
)
def test_a_field_names_a_person_by_whole_words(wanted, text, named):
    assert is_named(wanted, text) is named


@pytest.mark.parametrize(
    ("kind", "names"),
    [*((kind, sum(groups, ())) for kind, groups in ERASABLE.items()), *DECIDING.items()],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_every_field_that_is_named_is_one_of_the_record(kind, names):
    assert set(names) <= {field.name for field in fields(kind)}


@pytest.mark.parametrize(
    ("kind", "field", "why"),
    [
        (Change, "owner", Why.DECIDED),
        (Change, "text", Why.NOTICE),
        (Notice, "address", Why.NOTICE),
        (Objection, "text", Why.NOTICE),
        (Answer, "reviewed_by", Why.DECIDED),
        (Answer, "value", Why.EVIDENCE),
        (ListVersion, "rows", Why.PUBLISHED),
        (Setting, "value", Why.OURS),
        (Snooze, "person", Why.ACTED),
        (Vendor, "notes", Why.TEXT),
    ],
)
def test_what_stays_has_a_reason(kind, field, why):
    assert why_kept(kind, field) is why


def test_what_tells_of_one_person_is_erased_together_and_an_address_by_itself():
    assert erased_with(Customer, "salutation") == ("email", "salutation")
    assert erased_with(Customer, "address") == ("address",)
    assert erased_with(Customer, "name") == ()
    assert erased_with(Vendor, "owner") == ()


@pytest.mark.parametrize("told", ["sent_at", "earlier_sent_at"])
def test_a_notice_is_proof_once_anything_went_out(told):
    notice = Notice(id="n", change_id="c", customer_id="k")
    assert not is_proof(notice)
    assert is_proof(replace(notice, **{told: datetime(2026, 11, 1, tzinfo=UTC)}))
