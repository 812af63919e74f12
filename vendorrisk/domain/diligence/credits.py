"""What each artefact proves, per area of questions (domain.md 3.4), as one table.

A certificate is one element of the judgement only (GDPR 28(5)): a reviewer still signs each verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.diligence.records import Document


class Area(StrEnum):
    """The columns of the table: what a question is about."""

    GOVERNANCE = "GOVERNANCE"
    STAFF = "STAFF"
    ACCESS = "ACCESS"
    CRYPTO = "CRYPTO"
    PHYSICAL = "PHYSICAL"
    OPERATIONS = "OPERATIONS"
    DEVELOPMENT = "DEVELOPMENT"
    INCIDENT = "INCIDENT"
    BCM = "BCM"
    SUPPLIERS = "SUPPLIERS"
    PRIVACY = "PRIVACY"
    SUBPROCESSORS = "SUBPROCESSORS"
    TRANSFERS = "TRANSFERS"
    BREACH = "BREACH"


class Grade(StrEnum):
    """How much of an area's questions an artefact replaces."""

    FULL = "F"
    PARTIAL = "P"
    NONE = "-"


CARDHOLDER: Final = "*"
"""Full inside the cardholder environment only. No record says what lies there: it counts as none."""

_CC = "F F F F F F F F - F - - - -"
_HARDENED = "F F F F F F F F P F - - - -"
_DESIGN = "P P P P P P P P - P - - - -"
_WEAK_HITRUST = "P F F F F F F F P F P - - -"
_EVERYTHING_PARTLY = "P P P P P P P P P P P P P P"
#   Governance, staff, access, crypto, physical, operations, development, incident, continuity, suppliers,
#   privacy, sub-processors, transfers, breach clock
_TABLE: Final = (
    ("ISO27001", "", 0.90, "F F F P F F F F P F - - - -"),
    ("ISO27017", "", 0.90, "F F F F F F F F P F - - - -"),
    ("ISO27018", "", 0.90, "F F F F F F F F P F P P P P"),
    ("ISO27701", "PROCESSOR", 0.90, "F F P - - - - F - F F P P P"),
    ("ISO22301", "", 0.90, "P - - - - - - P F P - - - -"),
    ("SOC2_II", "CC", 1.00, _CC),
    ("SOC2_II", "A", 1.00, "- - - - - - - - F - - - - -"),
    ("SOC2_II", "C", 1.00, "- - - - - - - - - - P - - -"),
    ("SOC2_II", "P", 1.00, "- - - - - - - - - P F P - P"),
    ("SOC2_I", "CC", 0.60, _DESIGN),
    ("SOC3", "CC", 0.70, _DESIGN),
    ("C5", "TYPE2", 1.00, "F F F F F F F F P F - P P -"),
    ("STAR1", "", 0.50, "P P P P P P P P P P P P - -"),
    ("STAR2", "", 0.95, "F F F F F F F F F F P P - P"),
    ("PCI", "", 0.90, "P P * * P * * P - P - - - -"),
    ("HITRUST", "R2", 0.95, "F F F F F F F F P F P - - -"),
    ("HITRUST", "I1", 0.85, _WEAK_HITRUST),
    ("HITRUST", "E1", 0.75, _WEAK_HITRUST),
    ("ENS", "HIGH", 0.85, _HARDENED),
    ("TISAX", "AL3", 0.85, _HARDENED),
    ("TISAX", "DATA", 0.85, "- - - - - - - - - - P - - -"),
    ("FEDRAMP", "MODERATE", 0.95, _HARDENED),
    ("FEDRAMP", "HIGH", 0.95, _HARDENED),
    ("CE_PLUS", "", 0.75, "- - P - - P - - - - - - - -"),
    ("CE", "", 0.55, "- - P - - P - - - - - - - -"),
    ("COC", "3", 0.90, "P P P P P P P P - P F F - P"),
    ("COC", "2", 0.90, "P P P P P P P P - P F F - P"),
    ("COC", "1", 0.60, "P P P P P P P P - P F F - P"),
    ("ART42", "", 0.95, "P P P P - P P P - P F F P F"),
    ("HIPAA_ATT", "", 0.60, _EVERYTHING_PARTLY),
    ("QUEST", "", 0.55, _EVERYTHING_PARTLY),
)

NEVER_REPLACEABLE: Final[Mapping[str, frozenset[str]]] = {
    "agreement": frozenset({"PRV-01", "PRV-15", "PRV-23", "PRV-28", "PRV-29", "BCM-02", "BCM-10", "ANN-11"}),
    "roles": frozenset({"PRV-02", "TEL-01", "TEL-03", "TEL-12"}),
    "data": frozenset({"PRV-03", "PRV-22", "ANN-02"}),
    "own_purposes": frozenset({"PRV-05", "PRV-30", "TEL-10"}),
    "sub_processors": frozenset({"PRV-12", "TEL-06", "TRF-11", "ANN-03"}),
    "notice_days": frozenset({"PRV-13", "TRF-12"}),
    "breach_hours": frozenset({"PRV-18", "BCM-08"}),
    "incidents": frozenset({"PRV-19", "ANN-07"}),
    "deletion_proof": frozenset({"PRV-20", "OFF-03", "OFF-04", "OFF-05", "OFF-06", "OFF-08"}),
    "countries": frozenset({"TRF-01", "TRF-02", "SEC-30", "BCM-05", "ANN-04"}),
    "region_lock": frozenset({"TRF-03"}),
    "transfers": frozenset({"TRF-04", "TRF-05", "TRF-06", "TRF-07", "TRF-10", "TRF-13", "TRF-14", "TRF-15"}),
    "ownership": frozenset({"BCM-11", "ANN-01"}),
    "statement": frozenset({"ANN-08", "ANN-12"}),
}
"""Contract and fact questions that no certificate ever answers, by what they are about (domain.md 3.4)."""

ALWAYS_ASKED: Final = frozenset().union(*NEVER_REPLACEABLE.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How much of one area an artefact proves, with what confidence (k), and by which row of the table."""

    grade: Grade
    confidence: float
    code: str


def codes_of(document: Document) -> frozenset[str]:
    """The names under which questions know this artefact: "SOC2_II" and "SOC2_II:A" for each criterion."""
    variants = {variant.strip().upper() for variant in document.criteria if variant.strip()}
    if "BOTH" in variants:
        variants |= {"PROCESSOR", "CONTROLLER"}
    return frozenset({document.kind, *(f"{document.kind}:{variant}" for variant in variants)})


def proofs(document: Document) -> Mapping[Area, Proof]:
    """What this artefact proves per area if it is valid; areas without credit are left out."""
    return _proofs(codes_of(document))


@lru_cache(maxsize=512)
def _proofs(names: frozenset[str]) -> Mapping[Area, Proof]:
    """The best of each area under these names; remembered, because every question asks for it."""
    best: dict[Area, Proof] = {}
    for kind, variant, confidence, grades in _TABLE:
        code = f"{kind}:{variant}" if variant else kind
        if code not in names:
            continue
        for area, letter in zip(Area, grades.split(), strict=True):
            grade = Grade.NONE if letter == CARDHOLDER else Grade(letter)
            offered = Proof(grade=grade, confidence=confidence, code=code)
            if grade is not Grade.NONE and _better(offered, best.get(area)):
                best[area] = offered
    return MappingProxyType(best)


def _better(offered: Proof, held: Proof | None) -> bool:
    return held is None or (offered.grade is Grade.FULL, offered.confidence) > (
        held.grade is Grade.FULL,
        held.confidence,
    )
