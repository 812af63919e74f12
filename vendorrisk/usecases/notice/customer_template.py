"""The customer file to fill in: every column of the contract and one example row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
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
    "address": "1 High Street, London", "clause": "DPA, clause 7.3", "channel": "EMAIL",
    "count_rule": "EXCLUDE_START_DAY", "request_lead_days": "", "commission_clauses": "no", "dora": "no",
    "critical_function": "no",
}  # fmt: skip


def template() -> bytes:
    """A customer file to fill in: all columns and one example row (CSV, UTF-8 with a mark for Excel)."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    writer.writerow([_EXAMPLE[name] for name in COLUMNS])
    return sheet.getvalue().encode("utf-8-sig")


def save_template(target: Path) -> None:
    """Writes the file to fill in; it is whole or not there."""
    with replace_file(target, mode=READABLE) as file:
        file.write(template())
