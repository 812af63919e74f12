"""Whatever a transfer lacks is mended in a field of its form, and a complete one asks for nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.support.law import the_law
from vendorrisk.domain.register import transfer_rules, transfers
from vendorrisk.domain.register.field_tables import FLOW
from vendorrisk.domain.register.law import Standing
from vendorrisk.domain.register.records import Flow, LocationKind
from vendorrisk.domain.register.transfer_fields import FIELDS, fields_needed
from vendorrisk.domain.register.transfers import FlowFacts, validities
from vendorrisk.domain.register.vocabulary import Mechanism, Regime

TODAY = date(2026, 11, 23)
TIA = {"tia_outcome": "POSITIVE", "tia_valid_until": date(2027, 6, 1), "tia_made_on": date(2026, 6, 1)}


def needed(**facts):
    flow = Flow(**{"id": "f", "engagement_id": "e", "kind": LocationKind.STORAGE, "importer_country": "IN",
                   "importer": "Norte", "exporter": "Us", "exporter_country": "HR"} | facts)  # fmt: skip
    found = validities(flow, TODAY, the_law(), FlowFacts(today=TODAY))
    return set(fields_needed(gap for one in found for gap in one.gaps))


def test_every_gap_is_mended_in_a_field_that_the_form_has():
    named = re.compile(r"\b(?:gap\(\s*case,\s*|_condition\()\"(transfer\.[a-z_.]+)\"")
    sources = [Path(one.__file__).read_text("utf-8") for one in (transfer_rules, transfers)]
    built = {"transfer.none", "transfer.unknown"}
    standings = {f"law.adequacy.{one}" for one in Standing} - {
        "law.adequacy.ADEQUATE",
        "law.adequacy.OWN_AREA",
    }
    assert {key for text in sources for key in named.findall(text)} | built | standings == set(FIELDS)
    assert {field for fields in FIELDS.values() for field in fields} <= set(FLOW)


@pytest.mark.parametrize("mechanism", ["", *Mechanism])
@pytest.mark.parametrize("country", ["IN", "US", "BR", "DE", "CA", "GLOBAL", ""])
def test_no_gap_of_any_mechanism_is_without_its_fields(mechanism, country):
    needed(mechanism=str(mechanism), importer_country=country, regimes=tuple(Regime))


def test_clauses_need_the_last_day_of_their_assessment_from_the_start():
    clauses = {"mechanism": "SCC_2021_914"}
    assert needed(**clauses) == {"module", "annexes_complete", "tia_outcome", "tia_valid_until"}
    signed = clauses | {"module": 3, "annexes_complete": True}
    assert needed(**signed, tia_outcome="POSITIVE") == {"tia_valid_until"}
    assert needed(**signed, **TIA) == set()


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({}, {"mechanism"}),
        ({"mechanism": "BCR_P"}, {"condition_met", "ground", "tia_outcome", "tia_valid_until"}),
        ({"mechanism": "ART_49"}, {"ground"}),
        ({"mechanism": "ART_49", "ground": "One shipment, asked for by the customer"}, set()),
        (
            {"mechanism": "DPF", "importer_country": "US"},
            {"condition_met", "checked_on", "next_due", "fallback"},
        ),
        ({"importer_country": "GLOBAL", "mechanism": "ADEQUACY"}, {"importer_country"}),
        ({"importer_country": "CA", "mechanism": "ADEQUACY"}, {"condition_met"}),
    ],
)
def test_each_mechanism_names_what_it_rests_on(facts, fields):
    assert needed(**facts) == fields
