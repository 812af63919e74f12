"""The table of what each artefact proves."""

from __future__ import annotations

import pytest

from tests.support.diligence import document
from vendorrisk.domain.diligence.artefacts import KINDS
from vendorrisk.domain.diligence.credits import (
    ALWAYS_ASKED,
    NEVER_REPLACEABLE,
    Area,
    Grade,
    Proof,
    codes_of,
    proofs,
)


def grades(kind: str, *criteria: str) -> str:
    found = proofs(document(kind, criteria=criteria))
    return " ".join(found[area].grade.value if area in found else "-" for area in Area)


@pytest.mark.parametrize(
    ("kind", "criteria", "expected"),
    [
        ("ISO27001", (), "F F F P F F F F P F - - - -"),
        ("ISO27018", (), "F F F F F F F F P F P P P P"),
        ("ISO27701", ("processor",), "F F P - - - - F - F F P P P"),
        ("ISO27701", ("BOTH",), "F F P - - - - F - F F P P P"),
        ("ISO27701", ("controller",), "- - - - - - - - - - - - - -"),
        ("SOC2_II", ("CC",), "F F F F F F F F - F - - - -"),
        ("SOC2_II", ("CC", "A"), "F F F F F F F F F F - - - -"),
        ("SOC2_II", ("CC", "C"), "F F F F F F F F - F P - - -"),
        ("SOC2_II", ("CC", "C", "P"), "F F F F F F F F - F F P - P"),
        ("SOC2_II", (), "- - - - - - - - - - - - - -"),
        ("SOC2_I", ("CC",), "P P P P P P P P - P - - - -"),
        ("C5", ("type2",), "F F F F F F F F P F - P P -"),
        ("TISAX", ("AL3", "DATA"), "F F F F F F F F P F P - - -"),
        ("COC", ("1",), "P P P P P P P P - P F F - P"),
        ("SOC1", ("CC",), "- - - - - - - - - - - - - -"),
        ("DPA", (), "- - - - - - - - - - - - - -"),
    ],
)
def test_rows_of_the_table(kind: str, criteria: tuple[str, ...], expected: str):
    assert grades(kind, *criteria) == expected


def test_card_certificates_count_nowhere_else_than_in_the_cardholder_environment():
    assert grades("PCI") == "P P - - P - - P - P - - - -"


def test_the_better_of_two_rows_counts():
    both = proofs(document("HITRUST", criteria=("E1", "R2")))
    assert both[Area.GOVERNANCE] == Proof(grade=Grade.FULL, confidence=0.95, code="HITRUST:R2")
    assert both[Area.PRIVACY] == Proof(grade=Grade.PARTIAL, confidence=0.95, code="HITRUST:R2")


def test_confidence_of_the_table():
    assert {
        code: proofs(document(code.split(":")[0], criteria=tuple(code.split(":")[1:])))[
            Area.ACCESS
        ].confidence
        for code in ("ISO27001", "SOC2_II:CC", "SOC2_I:CC", "SOC3:CC", "STAR1", "CE", "CE_PLUS", "QUEST")
    } == {
        "ISO27001": 0.90,
        "SOC2_II:CC": 1.00,
        "SOC2_I:CC": 0.60,
        "SOC3:CC": 0.70,
        "STAR1": 0.50,
        "CE": 0.55,
        "CE_PLUS": 0.75,
        "QUEST": 0.55,
    }


def test_names_of_an_artefact():
    assert codes_of(document("SOC2_II", criteria=("cc", " A ", ""))) == {"SOC2_II", "SOC2_II:CC", "SOC2_II:A"}
    assert codes_of(document("ISO27701", criteria=("both",))) == {
        "ISO27701",
        "ISO27701:BOTH",
        "ISO27701:PROCESSOR",
        "ISO27701:CONTROLLER",
    }


def test_only_evidence_of_the_catalogue_proves_anything():
    proving = {kind for kind in KINDS if proofs(document(kind, criteria=KINDS[kind].variants))}
    assert proving == set(KINDS) - {"SOC1", "HDS", "BRIDGE", "DPA", "SCC", "TIA", "POLICY", "OTHER"}


def test_a_question_is_never_replaceable_for_one_reason_only():
    assert sum(len(ids) for ids in NEVER_REPLACEABLE.values()) == len(ALWAYS_ASKED)
    assert {"PRV-12", "PRV-13", "PRV-18", "TRF-01", "TRF-02", "TRF-04", "PRV-05"} <= ALWAYS_ASKED
