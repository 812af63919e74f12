"""A workspace with a bit of everything, filled through the command line: for tests of the verbs that read it.

The customers and the change are those of the worked example of domain.md 5.4, the engagement's factors those
of example 1 in 6.5.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.customer_file import COLUMNS

if TYPE_CHECKING:
    from tests.support.calls import Desk

NEW_YORK, ZAGREB = "America/New_York", "Europe/Zagreb"
SENT = "2026-12-01T23:30Z"
ANSWERED = {"reaches-locked": "no"}
FACTORS = {
    "data": 4, "volume": 4, "criticality": 3, "substitutability": 3, "access": 4, "territory": 4, "chain": 3,
    "history": 2,
}  # fmt: skip
CUSTOMERS = {
    "A": {"timezone": NEW_YORK, "notice_days": "30"},
    "B": {"timezone": ZAGREB, "notice_days": "14"},
    "C": {"timezone": NEW_YORK, "notice_days": "10"},
    "D": {"timezone": NEW_YORK, "notice_days": "90"},
    "E": {"timezone": NEW_YORK, "notice_days": "60"},
    "F": {"timezone": NEW_YORK, "notice_days": "45"},
    "G": {"timezone": NEW_YORK, "authorisation": "SPECIFIC"},
    "H": {"timezone": ZAGREB, "notice_days": "30", "region_lock": "yes"},
}
"""Test 1 of domain.md 5.4: weekends only. H is locked to an environment that the engagement cannot reach."""

NAMES = {
    "A": "Aurora Airlines", "B": "Brodogradnja Split", "C": "Cedar Clinics", "D": "Dominion Bank",
    "E": "Everglade Energy", "F": "Fjord Foods", "G": "Granite County", "H": "Hrast Insurance",
}  # fmt: skip
HOLIDAYS = {"B": "HR", "H": "HR"}


def customer_file(path: Path, customers: dict[str, dict[str, str]] = CUSTOMERS, **more: str) -> Path:
    """Writes customers as the CSV that `import customers` reads; all buy Voice in the EU."""
    common = {
        "services": "Voice", "data_centre": "EU", "email": "privacy@customer.example",
        "authorisation": "GENERAL", **more,
    }  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(COLUMNS), restval="")
        table.writeheader()
        for name, terms in customers.items():
            table.writerow({"name": NAMES[name], "account_id": name} | common | terms)
    return path


def with_holidays() -> dict[str, dict[str, str]]:
    """The same customers with the public holidays of where they are, as in test 2."""
    return {name: {**terms, "holidays": HOLIDAYS.get(name, "US")} for name, terms in CUSTOMERS.items()}


def stock(desk: Desk, folder: Path) -> dict[str, str]:
    """Fills an empty workspace and returns the ids of what is in it."""
    added = desk.add_vendor(service="Voice", purpose="Speech to text", storage="BR", access="BR", **ANSWERED)
    desk.ok("engagement", "set", "Norte Cloud", *(f"factor_{name}={rate}" for name, rate in FACTORS.items()))
    started = desk.ok("assess", "start", "Norte Cloud", "--questionnaire", "privacy-security")
    desk.ok("import", "customers", customer_file(folder / "customers.csv"))
    change = desk.ok(
        "change", "new", "--kind", "add", "--engagement", "Norte Cloud", "--planned", "2027-03-05"
    )
    certificate = folder / "iso.pdf"
    certificate.write_bytes(b"%PDF-1.7 a certificate")
    validity = ("--edition", "2022", "--valid-from", "2024-05-14", "--valid-to", "2027-05-13")
    document = desk.ok("document", "add", "Norte Cloud", certificate, "--kind", "ISO27001", *validity)
    return {
        "vendor": added["vendor"], "engagement": added["engagement"], "assessment": started["assessment"],
        "change": change["change"], "number": change["number"], "document": document["document"],
    }  # fmt: skip
