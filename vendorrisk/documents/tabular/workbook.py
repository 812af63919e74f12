"""xlsx to rows of text: stored values only, nothing computed, nothing beyond the caps."""

from __future__ import annotations

import re
import warnings
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.problems import error, refusal, warning
from vendorrisk.documents.tabular.layout import Layout, layout_of
from vendorrisk.documents.tabular.table import column_letters
from vendorrisk.documents.zip_preflight import preflight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vendorrisk.documents.child.limits import Limits
    from vendorrisk.domain.message import Problem

# What openpyxl raises on parts that do not fit together (SyntaxError: the XML parser's error is one).
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, zipfile.BadZipFile)

_FORMULA = re.compile(rb"<(?:\w{1,9}:)?f[\s/>]")
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\s(?:[^<>]*?\s)?r=\"(\d{1,7})\"")
_VALUE = re.compile(rb"<(?:\w{1,9}:)?[vt][\s>]")
_CHUNK, _LONGEST_TAG = 256 * 1024, 512
_ROUNDED_FROM = 10**15
"""Spreadsheet programs keep fifteen digits: of a longer number the last ones are no longer what was typed."""

_ZEROS = re.compile(r"0+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One filled row. `unread` are columns (from 0) that read as empty though they hold something.

    `struck` are those whose text is struck through, `links` are (column, web address).
    """

    number: int
    texts: tuple[str, ...]
    unread: tuple[int, ...] = ()
    struck: tuple[int, ...] = ()
    links: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The filled rows of one visible sheet."""

    name: str
    rows: tuple[SheetRow, ...]


def read_workbook(path: Path, limits: Limits) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """All visible sheets and what was odd; raises UserError for a file that may not or cannot be parsed."""
    problems = list(preflight(path, limits))
    with _opened(path, data_only=True) as book:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        if hidden:
            problems.append(warning(path.name, "sheets_hidden", sheets=", ".join(hidden)))
        if len(shown) > limits.sheets:
            problems.append(error(path.name, "sheets_many", most=limits.sheets))
        formulas = _formulas(path, limits) if _has_formulas(path) else {}
        sheets = tuple(
            _sheet(path, sheet, limits, formulas.get(sheet.title, set()), problems)
            for sheet in shown[: limits.sheets]
        )
    return sheets, tuple(problems)


def _part_of(sheet: Any) -> str:
    part: str = sheet._worksheet_path  # noqa: SLF001  (which part a sheet is, openpyxl says nowhere else)
    return part


def _layout(path: Path, sheet: Any, limits: Limits) -> Layout:
    part = _part_of(sheet)
    folder, _, name = part.rpartition("/")
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        targets = f"{folder}/_rels/{name}.rels"
        known = archive.read(targets) if targets in archive.namelist() else b""
        return layout_of(stream, known, limits, path.name)


def cell_text(value: Any, number_format: str = "General") -> str:
    """A stored value as text: dates as YYYY-MM-DD, whole numbers without a point, TRUE and FALSE."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, number_format)
    return str(value)


def _number(value: int | float, number_format: str) -> str:  # noqa: PYI041  (whole numbers stay exact)
    if isinstance(value, float) and not value.is_integer():
        return format(value, ".15g")
    if abs(value) >= _ROUNDED_FROM:
        return f"{value:.5E}"
    width = len(number_format) if _ZEROS.fullmatch(number_format) else 0
    return str(int(value)).zfill(width)


@contextmanager
def _opened(path: Path, *, data_only: bool) -> Iterator[Any]:
    import openpyxl

    if openpyxl.DEFUSEDXML is not True:
        raise RuntimeError("openpyxl runs without defusedxml")
    with warnings.catch_warnings(), path.open("rb") as file:  # by content: the name's ending does not count
        warnings.simplefilter("ignore")  # openpyxl speaks about parts it does not keep; nothing is saved here
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=data_only, keep_links=False)
            yield book
            book.close()
        except _DAMAGE as bad:
            raise refusal(path.name, "workbook_damaged", name=path.name) from bad


def _sheet(path: Path, sheet: Any, limits: Limits, formulas: set[str], problems: list[Problem]) -> Sheet:
    rows, is_wider, layout = [], False, _layout(path, sheet, limits)
    for number, cells in _cells(sheet, limits):
        if number > limits.rows:
            if _goes_on(path, _part_of(sheet), limits.rows):
                problems.append(error(f"{sheet.title}!{number}", "rows_many", most=limits.rows))
            break
        is_wider |= len(cells) > limits.columns and cells[limits.columns].value is not None
        within = cells[: limits.columns]
        filled = within if formulas or layout.merged else _to_last(within)
        row = _row(number, filled, sheet.title, limits, formulas, problems)
        if any(row.texts) or row.unread:
            rows.append(row)
    if is_wider:
        problems.append(error(sheet.title, "columns_many", most=limits.columns))
    if formulas:
        problems.append(warning(sheet.title, "formulas", sheet=sheet.title, count=len(formulas)))
    return _as_shown(Sheet(name=sheet.title, rows=tuple(rows)), layout, problems)


def _row(
    number: int,
    cells: tuple[Any, ...],
    sheet: str,
    limits: Limits,
    formulas: set[str],
    problems: list[Problem],
) -> SheetRow:
    texts: list[str] = []
    unread: list[int] = []
    for at, cell in enumerate(cells):
        name = f"{column_letters(at)}{number}"
        texts.append(_text(cell, name, sheet, limits, problems))
        has_no_result = cell.value is None and name in formulas
        if has_no_result:
            problems.append(warning(f"{sheet}!{name}", "formula_empty", cell=name))
        if has_no_result or cell.data_type == "e":
            unread.append(at)
    struck = tuple(at for at, cell in enumerate(cells) if cell.value is not None and _is_struck(cell))
    return SheetRow(number=number, texts=tuple(texts), unread=tuple(unread), struck=struck)


def _is_struck(cell: Any) -> bool:
    """Whether the whole cell is struck through, by its font."""
    return bool(cell.has_style and cell.font.strike)


def _to_last(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """Up to the last cell that holds something: every row is given as wide as a row may be."""
    end = len(cells)
    while end and cells[end - 1].value is None:
        end -= 1
    return cells[:end]


def _as_shown(sheet: Sheet, layout: Layout, problems: list[Problem]) -> Sheet:
    """Cells merged over several rows show one value in each of them; hidden rows are read, and said."""
    hidden = [row.number for row in sheet.rows if row.number in layout.hidden_rows]
    if hidden:
        problems.append(warning(sheet.name, "rows_hidden", sheet=sheet.name, count=len(hidden)))
    values = {(row.number, at): text for row in sheet.rows for at, text in enumerate(row.texts)}
    shown = {cell: values.get(source, "") for cell, source in layout.merged.items() if cell in values}
    sheet = replace(sheet, rows=tuple(_linked(row, layout) for row in sheet.rows)) if layout.links else sheet
    if not any(shown.values()):
        return sheet
    problems.append(warning(sheet.name, "cells_merged", sheet=sheet.name, count=len(shown)))
    rows = (
        replace(row, texts=tuple(shown.get((row.number, at)) or text for at, text in enumerate(row.texts)))
        for row in sheet.rows
    )
    return Sheet(name=sheet.name, rows=tuple(rows))


def _linked(row: SheetRow, layout: Layout) -> SheetRow:
    links = ((at, layout.links.get((row.number, at), "")) for at in range(len(row.texts)))
    return replace(row, links=tuple(link for link in links if link[1]))


def _cells(sheet: Any, limits: Limits) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Rows as they are stored, with one row and column more than are read, to see whether there are more.

    The sheet's own claim about its size is ignored.
    """
    sheet.reset_dimensions()
    yield from enumerate(sheet.iter_rows(max_row=limits.rows + 1, max_col=limits.columns + 1), start=1)


def _text(cell: Any, name: str, sheet: str, limits: Limits, problems: list[Problem]) -> str:
    if cell.data_type == "e":
        problems.append(error(f"{sheet}!{name}", "cell_error", cell=name, value=str(cell.value)))
        return ""
    text = cell_text(cell.value, cell.number_format if cell.data_type == "n" else "General")
    if len(text) > limits.cell_chars:
        problems.append(warning(f"{sheet}!{name}", "cell_long", cell=name, most=limits.cell_chars))
    return text[: limits.cell_chars]


def _goes_on(path: Path, part: str, last: int) -> bool:
    """Whether a row below the last one that is read holds a value; formats down to the end are none."""
    tail, below, numbered = b"", False, False
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            seen = tail + chunk
            rows = [] if below else list(_ROW.finditer(seen))
            numbered |= bool(rows)
            later = next((row for row in rows if int(row[1]) > last), None)
            if below or later:
                below, seen = True, seen[later.end() :] if later else seen
                if _VALUE.search(seen):
                    return True
            tail = seen[-_LONGEST_TAG:]
    return not numbered


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(_holds_formula(archive, part) for part in parts)


def _holds_formula(archive: zipfile.ZipFile, part: str) -> bool:
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            seen = tail + chunk
            if _FORMULA.search(seen):
                return True
            tail = seen[-16:]
    return False


def _formulas(path: Path, limits: Limits) -> dict[str, set[str]]:
    """Addresses of formula cells by sheet; found by a second look that shows formulas instead of values."""
    found: dict[str, set[str]] = {}
    with _opened(path, data_only=False) as book:
        for sheet in book.worksheets:
            cells = (
                f"{column_letters(at)}{number}"
                for number, row in _cells(sheet, limits)
                for at, cell in enumerate(row)
                if cell.data_type == "f"
            )
            found[sheet.title] = set(cells)
    return {title: cells for title, cells in found.items() if cells}
