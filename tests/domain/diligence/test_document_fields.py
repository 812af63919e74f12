"""Which fields a form asks for, by the kind of document; and where a day that a text names may go."""

from __future__ import annotations

import pytest

from vendorrisk.domain.diligence.artefacts import KINDS
from vendorrisk.domain.diligence.clues import DayRole
from vendorrisk.domain.diligence.document_fields import DAY_FIELDS, asked_for
from vendorrisk.domain.diligence.records import Document


@pytest.mark.parametrize(
    ("kind", "has", "lacks"),
    [
        ("ISO27001", {"valid_from", "valid_to", "number"}, {"period_end", "depends_on"}),
        ("SOC2_II", {"period_start", "period_end", "criteria", "opinion"}, {"valid_to", "depends_on"}),
        ("BRIDGE", {"depends_on"}, {"criteria"}),
        ("PCI", {"issued_on"}, {"period_end"}),
        ("DPA", {"valid_from", "acceptance"}, {"criteria", "depends_on", "covers_sites"}),
    ],
)
def test_each_kind_is_asked_for_what_its_validity_rests_on(kind, has, lacks):
    assert has <= asked_for(kind)
    assert not lacks & asked_for(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_title_and_fields_that_a_document_has(kind):
    assert {"kind", "title"} <= asked_for(kind) <= set(Document.__dataclass_fields__)


@pytest.mark.parametrize("role", DayRole)
def test_every_day_has_a_field_to_go_to(role):
    assert DAY_FIELDS[role]
    assert set(DAY_FIELDS[role]) <= set(Document.__dataclass_fields__)
