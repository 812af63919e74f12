"""What a table puts on the clipboard: rows a spreadsheet reads as data, and a mail shows as a table."""

from __future__ import annotations

import unicodedata
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMimeData

from vendorrisk.ui.widgets.columns import Cell, iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vendorrisk.ui.widgets.columns import Column

FORMULA_STARTS: Final = "=+-@\t\r\n"
UNSEEN: Final = frozenset({"Cf", "Cc", "Zs"})
CELL_STYLE: Final = "padding:2px 8px;border:1px solid #D5D9DF"
NOT_COPIED: Final = frozenset({Cell.CHECK, Cell.VERB})


def mime_data(columns: Sequence[Column], rows: Sequence[Any], *, titles: bool) -> QMimeData:
    """Returns the rows as text for a spreadsheet and as a table for a mail."""
    copied = [column for column in columns if column.kind not in NOT_COPIED]
    data = QMimeData()
    data.setText(as_tsv(copied, rows, titles=titles))
    data.setHtml(as_html(copied, rows, titles=titles))
    return data


def as_tsv(columns: Sequence[Column], rows: Iterable[Any], *, titles: bool) -> str:
    """Returns one line per row, cells parted by tabs; dates are ISO 8601, which every locale reads."""
    lines = [[_cell(column.title) for column in columns]] if titles else []
    lines += [[_cell(_native(column, row)) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


def as_html(columns: Sequence[Column], rows: Iterable[Any], *, titles: bool) -> str:
    """Returns a table in the person's own formats."""
    head = "".join(_html_cell("th", column, column.title) for column in columns)
    body = "".join(
        "<tr>" + "".join(_html_cell("td", column, column.whole(row)) for column in columns) + "</tr>"
        for row in rows
    )
    head = f"<thead><tr>{head}</tr></thead>" if titles else ""
    return f'<table style="border-collapse:collapse">{head}<tbody>{body}</tbody></table>'


def harmless(text: str) -> str:
    """Returns text that no spreadsheet takes for a formula; what might be one gets an apostrophe in front.

    A sign counts in its full-width form too, and behind spaces and characters that cannot be seen.
    """
    seen = (sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in UNSEEN)
    starts = {text[:1], next(seen, "")} - {""}
    return "'" + text if any(start in FORMULA_STARTS for start in starts) else text


def _native(column: Column, row: Any) -> Any:
    value = column.value(row)
    return (
        value if isinstance(value, date | int | float) and column.kind != Cell.STATUS else column.whole(row)
    )


def plain_cell(column: Column, row: Any) -> str:
    """Returns a cell as a spreadsheet reads data: dates in ISO form, bare figures, harmless text."""
    return _plain(_native(column, row))


def _cell(value: Any) -> str:
    text = _plain(value)
    return _quoted(text) if isinstance(value, str) else text


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return harmless(str(value))
    return str(value)


def _quoted(text: str) -> str:
    """Returns text as a spreadsheet expects it where it holds tabs, line ends or quotation marks."""
    if any(sign in text for sign in '\t\r\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _html_cell(tag: str, column: Column, words: str) -> str:
    side = "right" if column.to_the_right else "left"
    return f'<{tag} style="{CELL_STYLE};text-align:{side}">{escape(words)}</{tag}>'
