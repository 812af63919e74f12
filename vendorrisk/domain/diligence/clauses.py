"""The checklist for a data processing agreement: forty items as data (domain.md 2.3).

D-01 to D-15 are what Article 28(3) itself demands ("shall stipulate"): one of them missing blocks go-live and
cannot be accepted. The wording of each item stands in the catalogue under "clause.D_01" and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.records import ClauseResult, Severity
from vendorrisk.domain.message import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vendorrisk.domain.diligence.records import ClauseCheck


class ClauseApplies(StrEnum):
    """What must be so for an item to concern an engagement."""

    NEEDS_SAFEGUARD = "NEEDS_SAFEGUARD"
    NOT_ADEQUATE = "NOT_ADEQUATE"
    UK_DATA = "UK_DATA"
    SWISS_DATA = "SWISS_DATA"
    CALIFORNIAN_DATA = "CALIFORNIAN_DATA"
    PHI = "PHI"
    BANK_CRITICAL = "BANK_CRITICAL"
    CONTENT_DATA = "CONTENT_DATA"
    REGION_LOCKED = "REGION_LOCKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One item. `severity` is that of its absence; `applies` None = it concerns every engagement."""

    id: str
    citation: str
    severity: Severity
    letter: str = ""
    statutory: bool = False
    applies: ClauseApplies | None = None

    @property
    def wording(self) -> Message:
        """What must stand in the agreement, in our words."""
        return msg(f"clause.{self.id.replace('-', '_')}")


C, H, M, L = Severity.C, Severity.H, Severity.M, Severity.L
_STATUTORY: Final = (
    ("D-01", "", "GDPR 28(9), 28(3)"),
    ("D-02", "", "GDPR 28(3)"),
    ("D-03", "", "GDPR 28(3)"),
    ("D-04", "", "GDPR 28(3); SCC Annex I.B"),
    ("D-05", "", "GDPR 28(3)"),
    ("D-06", "", "GDPR 28(3)"),
    ("D-07", "a", "GDPR 28(3)(a), 29"),
    ("D-08", "b", "GDPR 28(3)(b)"),
    ("D-09", "c", "GDPR 28(3)(c), 32"),
    ("D-10", "d", "GDPR 28(3)(d), 28(2)"),
    ("D-11", "d", "GDPR 28(4); 2021/915 cl. 7.7(b)"),
    ("D-12", "e", "GDPR 28(3)(e)"),
    ("D-13", "f", "GDPR 28(3)(f)"),
    ("D-14", "g", "GDPR 28(3)(g); 2021/914 cl. 8.5"),
    ("D-15", "h", "GDPR 28(3)(h); 2021/915 cl. 7.6"),
)
_OTHERS: Final[tuple[tuple[str, str, Severity, ClauseApplies | None], ...]] = (
    ("D-16", "GDPR 28(3), last sentence", M, None),
    ("D-17", "GDPR 33(2)-(3); 2021/915 cl. 9", H, None),
    ("D-18", "GDPR 30(2)", L, None),
    ("D-19", "GDPR 28(3)(a), 44; DORA 30(2)(b)", H, None),
    ("D-20", "GDPR 46; 2021/914", C, ClauseApplies.NEEDS_SAFEGUARD),
    ("D-21", "SCC cl. 15; GDPR 48", H, ClauseApplies.NOT_ADEQUATE),
    ("D-22", "2021/915 cl. 7.7(e); 2021/914 cl. 9(e)", M, None),
    ("D-23", "2021/915 cl. 7.7(c); EDPB Op. 22/2024", M, None),
    ("D-24", "GDPR 82, 28(4)", M, None),
    ("D-25", "2021/914 cl. 5; 2021/915 cl. 4", M, None),
    ("D-26", "2021/915 cl. 10; 2021/914 cl. 16", M, None),
    ("D-27", "GDPR 28(10), 5(1)(b)", H, None),
    ("D-28", "2021/915 Annex IV; 2021/914 Annex III", H, None),
    ("D-29", "2021/915 Annex III; 2021/914 Annex II", M, None),
    ("D-30", "UK GDPR 46", H, ClauseApplies.UK_DATA),
    ("D-31", "FADP 9(3), 16; DSV 7", H, ClauseApplies.SWISS_DATA),
    ("D-32", "11 CCR 7051", H, ClauseApplies.CALIFORNIAN_DATA),
    ("D-33", "45 CFR 164.504(e), 164.314(a)", C, ClauseApplies.PHI),
    ("D-34", "DORA 30; RTS 2025/532", H, ClauseApplies.BANK_CRITICAL),
    ("D-35", "Reg. 2024/2690 Annex 5.1.4", M, None),
    ("D-36", "Directive 2002/58/EC 5", H, ClauseApplies.CONTENT_DATA),
    ("D-37", "Our promise of region-locked processing", C, ClauseApplies.REGION_LOCKED),
    ("D-38", "GDPR 32(1)(b)-(c)", M, None),
    ("D-39", "Our policy: notice lead time", H, None),
    ("D-40", "Contract practice", L, None),
)
CLAUSES: Final = (
    *(
        Clause(id=id_, letter=letter, citation=citation, severity=H, statutory=True)
        for id_, letter, citation in _STATUTORY
    ),
    *(
        Clause(id=id_, citation=citation, severity=severity, applies=applies)
        for id_, citation, severity, applies in _OTHERS
    ),
)
BY_ID: Final[Mapping[str, Clause]] = {clause.id: clause for clause in CLAUSES}


class ItemStanding(StrEnum):
    """How one item stands after the check."""

    MET = "MET"
    WEAK = "WEAK"
    MISSING = "MISSING"
    UNCHECKED = "UNCHECKED"
    NOT_CONCERNED = "NOT_CONCERNED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the checklist with its outcome; `check` is None while nobody looked at it."""

    clause: Clause
    standing: ItemStanding
    check: ClauseCheck | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The whole checklist for one agreement and one engagement.

    `missing` and `unchecked` are the statutory items that keep it from going live; no acceptance lifts them.
    `open` are the other items of high or critical weight that nobody looked at: they hold it back as well.
    `looked_at` of the `asked` items that concern the engagement have a result, "not applicable" included.
    """

    items: tuple[Item, ...]
    missing: tuple[str, ...]
    unchecked: tuple[str, ...]
    open: tuple[str, ...] = ()
    asked: int = 0
    looked_at: int = 0

    @property
    def blocked(self) -> bool:
        """Whether a statutory item is missing or was never looked at (guard G4)."""
        return bool(self.missing or self.unchecked)


def evaluate(checks: Iterable[ClauseCheck], facts: frozenset[ClauseApplies]) -> Checklist:
    """The checklist of one agreement: what is met, weak, missing or not looked at.

    `facts` say what is true of the engagement. A statutory item concerns every engagement: marked "not
    applicable", it counts as not looked at.
    """
    by_item = {check.item: check for check in checks}
    items = tuple(_item(clause, by_item.get(clause.id), facts) for clause in CLAUSES)
    asked = [item for item in items if item.clause.applies is None or item.clause.applies in facts]
    unseen = [item.clause for item in asked if item.standing is ItemStanding.UNCHECKED]
    return Checklist(
        items=items,
        missing=_statutory(items, ItemStanding.MISSING),
        unchecked=_statutory(items, ItemStanding.UNCHECKED),
        open=tuple(one.id for one in unseen if not one.statutory and one.severity in {C, H}),
        asked=len(asked),
        looked_at=len(asked) - len(unseen),
    )


def _item(clause: Clause, check: ClauseCheck | None, facts: frozenset[ClauseApplies]) -> Item:
    return Item(clause=clause, standing=_standing(clause, check, facts), check=check)


def _standing(clause: Clause, check: ClauseCheck | None, facts: frozenset[ClauseApplies]) -> ItemStanding:
    if clause.applies is not None and clause.applies not in facts:
        return ItemStanding.NOT_CONCERNED
    outcomes = {
        None: ItemStanding.UNCHECKED,
        ClauseResult.PRESENT: ItemStanding.MET,
        ClauseResult.WEAK: ItemStanding.WEAK,
        ClauseResult.MISSING: ItemStanding.MISSING,
        ClauseResult.NA: ItemStanding.UNCHECKED if clause.statutory else ItemStanding.NOT_CONCERNED,
    }
    return outcomes[check.result if check else None]


def _statutory(items: tuple[Item, ...], standing: ItemStanding) -> tuple[str, ...]:
    return tuple(item.clause.id for item in items if item.clause.statutory and item.standing is standing)
