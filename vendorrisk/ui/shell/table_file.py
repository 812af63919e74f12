"""A table as a file for spreadsheet programs: exactly the rows and columns in sight, no cell a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from vendorrisk.ui.widgets.clipboard import NOT_COPIED, plain_cell
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from vendorrisk.ui.widgets.columns import Column


def write_table(target: Path, columns: Sequence[Column], rows: Iterable[Any]) -> None:
    """Writes titles and rows as CSV in UTF-8 with its mark, dates as ISO; the file is whole or not there."""
    kept = [column for column in columns if column.kind not in NOT_COPIED]
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    writer.writerow([column.title for column in kept])
    for row in rows:
        writer.writerow([plain_cell(column, row) for column in kept])
    with replace_file(target) as file:
        file.write(text.getvalue().encode("utf-8-sig"))
