"""The customer file to fill in: every column of the contract and one example row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

READABLE = 0o644
"""What is written for other people may be read by them."""
_EXAMPLE = {
    "name": "Example Retail Ltd", "account_id": "A-1001", "services": "SMS;Voice", "data_centre": "EU",
    "region_lock": "no", "authorisation": "GENERAL", "notice_days": "30", "notice_unit": "CALENDAR",
    "clock_starts": "SENT", "deemed_days": "", "deemed_unit": "",
    "objection_days": "14", "objection_unit": "BUSINESS",
    "objection_blocks": "UNTIL_WINDOW_ENDS", "holidays": "DE-BE", "timezone": "Europe/Berlin",
    "language": "en", "email": "privacy@retail.example", "status": "active",
    "address": "1 High Street, London", "contacts": "Ann Lee <ann.lee@retail.example>",
    "clause": "DPA, clause 7.3", "channel": "EMAIL",
    "count_rule": "EXCLUDE_START_DAY", "request_lead_days": "", "commission_clauses": "no", "dora": "no",
    "critical_function": "no", "pre_approved_affiliates": "no", "pre_approved_names": "Example Hosting Ltd",
    "pre_approved_eea": "no", "customer_since": "2024-03-01",
}  # fmt: skip


def customer_table(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows by column as a customer file (CSV, UTF-8 with a mark for Excel)."""
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(sheet, list(COLUMNS))
    writer.writeheader()
    writer.writerows(rows)
    return sheet.getvalue().encode("utf-8-sig")


def template() -> bytes:
    """A customer file to fill in: all columns and one example row."""
    return customer_table([_EXAMPLE])


def save_table(target: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Writes a customer file; it is whole or not there."""
    content = customer_table(rows)
    with replace_file(target, mode=READABLE) as file:
        file.write(content)


def save_template(target: Path) -> None:
    """Writes the file to fill in."""
    save_table(target, [_EXAMPLE])
