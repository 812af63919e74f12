"""The published list as CSV for spreadsheet programs: all cells quoted, none of them a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vendorrisk.documents.publish.columns import COLUMNS, Speaker
from vendorrisk.domain.formulas import guarded

if TYPE_CHECKING:
    from vendorrisk.domain.register.public_list import PublicList


def csv_file(public: PublicList, speaker: Speaker) -> bytes:
    """UTF-8 with a mark for Excel; every column in every version, so that scripts can rely on them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([speaker.say(f"column_{key}") for key in COLUMNS])
    for row in public.rows:
        writer.writerow([guarded(text(row, speaker)) for text in COLUMNS.values()])
    if public.note:
        writer.writerow([guarded(speaker.line(public.note))])
    return out.getvalue().encode("utf-8-sig")
