"""The certificates, reports and papers a vendor may show, and how each of them ages (domain.md 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.message import msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.domain.report import Text


class Clock(StrEnum):
    """What makes an artefact old."""

    PRINTED = "PRINTED"
    """It ends with the last day printed on it."""
    PERIOD = "PERIOD"
    """A report on a period: it ages from the end of the period (domain.md 3.2)."""
    POINT = "POINT"
    """A report on one day: it ages from that day."""
    AGE = "AGE"
    """It holds for some months after its date."""
    BRIDGE = "BRIDGE"
    """A letter that covers the time after a report, never longer than the policy allows."""
    BEGUN = "BEGUN"
    """An agreement: it binds from its first day, which has to be known, and then as one that is open."""
    OPEN = "OPEN"
    """It holds until it is replaced, or until the last day printed on it."""


class Family(StrEnum):
    """The kind of paper, as the analyst sorts them."""

    CERTIFICATE = "CERTIFICATE"
    REPORT = "REPORT"
    SELF_ASSESSMENT = "SELF_ASSESSMENT"
    CONTRACT = "CONTRACT"
    PAPER = "PAPER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One row of the catalogue.

    `months` is the longest validity of a certificate (only to notice an odd date: what is printed counts), or
    the age at which a `Clock.AGE` artefact ends. `needs` names the kinds of which it must rest on one (by
    `depends_on`), for all editions or for those in `needs_for`. `variants` are levels or roles, recorded
    among the criteria. `registry` marks what is proved by its register only, `surveyed` what has yearly
    audits.
    """

    code: str
    family: Family
    clock: Clock
    months: int | None = None
    needs: tuple[str, ...] = ()
    needs_for: frozenset[str] = frozenset()
    variants: tuple[str, ...] = ()
    registry: bool = False
    surveyed: bool = False


CERT, REPORT, SELF = Family.CERTIFICATE, Family.REPORT, Family.SELF_ASSESSMENT
CONTRACT, PAPER = Family.CONTRACT, Family.PAPER
CRITERIA: Final = ("CC", "A", "C", "PI", "P")
"""Trust services criteria: security (common criteria), availability, confidentiality, integrity, privacy."""

ISO_BASE: Final = ("ISO27001",)

_ROWS: Final = (
    Kind(code="ISO27001", family=CERT, clock=Clock.PRINTED, months=36, surveyed=True),
    Kind(code="ISO27017", family=CERT, clock=Clock.PRINTED, months=36, needs=ISO_BASE),
    Kind(code="ISO27018", family=CERT, clock=Clock.PRINTED, months=36, needs=ISO_BASE),
    Kind(
        code="ISO27701",
        family=CERT,
        clock=Clock.PRINTED,
        months=36,
        needs=ISO_BASE,
        needs_for=frozenset({"2019"}),
        variants=("PROCESSOR", "CONTROLLER", "BOTH"),
        surveyed=True,
    ),
    Kind(code="ISO22301", family=CERT, clock=Clock.PRINTED, months=36, surveyed=True),
    Kind(code="SOC1", family=REPORT, clock=Clock.PERIOD),
    Kind(code="SOC2_I", family=REPORT, clock=Clock.POINT, months=6, variants=CRITERIA),
    Kind(code="SOC2_II", family=REPORT, clock=Clock.PERIOD, variants=CRITERIA),
    Kind(code="SOC3", family=REPORT, clock=Clock.PERIOD, variants=CRITERIA),
    Kind(code="STAR1", family=SELF, clock=Clock.AGE, months=12, registry=True),
    Kind(code="STAR2", family=CERT, clock=Clock.OPEN, needs=("ISO27001", "SOC2_II"), registry=True),
    Kind(code="PCI", family=REPORT, clock=Clock.AGE, months=12),
    Kind(code="HITRUST", family=CERT, clock=Clock.PRINTED, months=24, variants=("R2", "I1", "E1")),
    Kind(code="C5", family=REPORT, clock=Clock.PERIOD, variants=("TYPE2", "TYPE1")),
    Kind(code="ENS", family=CERT, clock=Clock.PRINTED, months=24, variants=("HIGH", "MEDIUM", "BASIC")),
    Kind(
        code="TISAX",
        family=CERT,
        clock=Clock.PRINTED,
        months=36,
        variants=("AL3", "AL2", "DATA"),
        registry=True,
    ),
    Kind(code="FEDRAMP", family=CERT, clock=Clock.OPEN, variants=("HIGH", "MODERATE", "LOW"), registry=True),
    Kind(code="HDS", family=CERT, clock=Clock.PRINTED, months=36),
    Kind(code="CE", family=CERT, clock=Clock.PRINTED, months=12),
    Kind(code="CE_PLUS", family=CERT, clock=Clock.PRINTED, months=12),
    Kind(code="COC", family=CERT, clock=Clock.AGE, months=12, variants=("3", "2", "1"), registry=True),
    Kind(code="ART42", family=CERT, clock=Clock.PRINTED, months=36),
    Kind(code="HIPAA_ATT", family=SELF, clock=Clock.AGE, months=12),
    Kind(code="QUEST", family=SELF, clock=Clock.AGE, months=12),
    Kind(code="BRIDGE", family=PAPER, clock=Clock.BRIDGE, needs=("SOC2_II", "SOC1", "C5")),
    Kind(code="DPA", family=CONTRACT, clock=Clock.BEGUN),
    Kind(code="SCC", family=CONTRACT, clock=Clock.BEGUN),
    Kind(code="TIA", family=PAPER, clock=Clock.OPEN),
    Kind(code="POLICY", family=PAPER, clock=Clock.OPEN),
    Kind(code="OTHER", family=PAPER, clock=Clock.OPEN),
)
KINDS: Final[Mapping[str, Kind]] = {kind.code: kind for kind in _ROWS}
EVIDENCE: Final = frozenset({Family.CERTIFICATE, Family.REPORT, Family.SELF_ASSESSMENT})
"""Families that may earn credit for topics; contracts and papers prove other things."""

AGREEMENTS: Final = ("DPA", "SCC")
"""The kinds that bind a processor under GDPR 28(3): an agreement, or clauses that replace it (28(7))."""

_ALIASES: Final[Mapping[str, str]] = {
    "ISO27701P": "ISO27701",
    "ART_42": "ART42",
    "PCIDSS": "PCI",
    "PCI_DSS": "PCI",
}
_SPACES: Final = str.maketrans("/-_.", "    ")


def kind_code(text: str) -> str | None:
    """The code of a kind however it is spelled ("SOC2-II", "soc 2 type ii", "CE+"), None for no known one."""
    code = text.strip().upper().replace("+", "_PLUS").replace("TYPE", "")
    code = "_".join(code.translate(_SPACES).split())
    for candidate in (
        code,
        code.replace("ISO_IEC_", "ISO").replace("ISO_", "ISO"),
        code.replace("SOC_", "SOC"),
    ):
        known = _ALIASES.get(candidate, candidate)
        if known in KINDS:
            return known
    return None


def kind_word(code: str) -> Text:
    """What a kind is called in a sentence; an unknown code stands for itself."""
    return msg(f"DocumentKind.{code}") if code in KINDS else code


def concerns(document: Document, engagement: Engagement) -> bool:
    """Whether a vendor's paper counts for one of its engagements: made for it, or for all of them."""
    return document.vendor_id == engagement.vendor_id and document.engagement_id in {"", engagement.id}


def kind_of(code: str) -> Kind:
    """The row of a stored code; an unknown one ages like "other"."""
    return KINDS.get(code, KINDS["OTHER"])
