"""What the sample workspace is made of: invented vendors from a table, invented customers from a pattern."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import cycle, islice
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.customer_file import CustomerRow
from vendorrisk.domain.notice.records import Authorisation, ClockStart, DayUnit, ObjectionBlocks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COMPANY = "Example Telecom"
CUSTOMERS = 140
SERVICES = {
    "SMS": "Text messages", "VOICE": "Voice", "EMAIL": "E-mail", "CHAT": "Chat channels",
    "CDP": "Customer data platform", "ALL": "All services",
}  # fmt: skip
FACTOR_NAMES = (
    "data", "volume", "criticality", "substitutability", "access", "territory", "chain", "history",
)  # fmt: skip
SHARES = {"strong": (9, 1, 0), "good": (7, 3, 0), "weak": (4, 3, 3)}
"""Of ten answers: how many meet, partly meet, fail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleVendor:
    """One invented vendor. `documents` are kind and last day or period end, relative to today."""

    name: str
    kind: str
    country: str
    service: str
    purpose: str
    storage: tuple[str, ...]
    access: tuple[str, ...]
    mechanism: str
    data: str
    factors: dict[str, str]
    documents: tuple[tuple[str, int | None], ...]
    stage: str
    verdicts: str
    owner: str


def vendors(table: Path) -> list[SampleVendor]:
    """The vendors of the table, in its order."""
    with table.open(encoding="utf-8", newline="") as file:
        return [_vendor(row) for row in csv.DictReader(file)]


def named(vendors: Sequence[SampleVendor], stage: str) -> SampleVendor:
    """The first vendor that stands for something."""
    return next(one for one in vendors if one.stage == stage)


def _vendor(row: dict[str, str]) -> SampleVendor:
    return SampleVendor(
        name=row["name"], kind=row["kind"], country=row["country"], service=row["service"],
        purpose=row["purpose"], storage=_words(row["storage"]), access=_words(row["access"]),
        mechanism=row["mechanism"], data=row["data"],
        factors=dict(zip((f"factor_{name}" for name in FACTOR_NAMES), row["factors"], strict=True)),
        documents=tuple(_document(one) for one in _words(row["documents"])), stage=row["stage"],
        verdicts=row["verdicts"], owner=row["owner"],
    )  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _document(text: str) -> tuple[str, int | None]:
    kind, _, days = text.partition(":")
    return kind, int(days) if days else None


_FIRST = (
    "Bright", "Meridova", "Alder", "Kestrel", "Lakeside", "Orchard", "Pinecrest", "Harbour", "Silverline",
    "Redwood", "Juniper", "Castle", "Summit", "Willow",
)  # fmt: skip
_LAST = (
    "Retail",
    "Insurance",
    "Bank",
    "Clinics",
    "Airlines",
    "Logistics",
    "Energy",
    "Media",
    "Hotels",
    "Foods",
)
_REGIONS = (("EU", "Europe/Berlin", "DE"), ("US", "America/New_York", "US"), ("EU", "Europe/Zagreb", "HR"),
            ("IN", "Asia/Kolkata", ""), ("EU", "Europe/Paris", "FR"), ("ID", "Asia/Jakarta", ""))  # fmt: skip
_SOLD = (
    ("SMS", "VOICE"),
    ("SMS",),
    ("EMAIL", "SMS"),
    ("CHAT", "CDP"),
    ("EMAIL",),
    ("SMS", "CHAT"),
    ("VOICE",),
)

# The six kinds of terms: how many of twenty customers have each.
_TERMS: tuple[tuple[int, dict[str, object]], ...] = (
    (8, {"notice_days": 30}),
    (5, {"notice_days": 14}),
    (3, {"notice_days": 45, "objection_days": 10, "objection_unit": DayUnit.BUSINESS}),
    (2, {"notice_days": 60}),
    (1, {"notice_days": 20, "notice_unit": DayUnit.BUSINESS, "clock_starts": ClockStart.DEEMED_RECEIVED,
         "deemed_days": 2, "objection_blocks": ObjectionBlocks.ONLY_IF_RAISED}),
    (1, {"authorisation": Authorisation.SPECIFIC}),
)  # fmt: skip


def customers() -> list[CustomerRow]:
    """140 invented customers with six kinds of terms, on four continents."""
    names = [f"{first} {last}" for last in _LAST for first in _FIRST]
    terms = cycle([kind for count, kind in _TERMS for _ in range(count)])
    rows = zip(names, cycle(_REGIONS), cycle(_SOLD), terms, strict=False)
    return [_customer(number, *row) for number, row in enumerate(islice(rows, CUSTOMERS), start=1)]


def _customer(
    number: int, name: str, region: tuple[str, str, str], sold: tuple[str, ...], terms: dict[str, object]
) -> CustomerRow:
    centre, zone, place = region
    host = name.lower().replace(" ", "-")
    return CustomerRow(
        where=f"sample:{number}", given=tuple(CustomerRow.__dataclass_fields__), name=name,
        account_id=f"C-{1000 + number}", services=tuple(SERVICES[code] for code in sold), data_centre=centre,
        region_lock=centre == "EU" and number % 9 == 0, holidays=place, timezone=zone,
        email=f"privacy@{host}.example", **terms,  # type: ignore[arg-type]
    )  # fmt: skip
