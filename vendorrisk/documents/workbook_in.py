"""Reads a questionnaire workbook that came back: hidden marks and ids only, never places or visible words.

Runs in the confined child. What it returns is plain data about what stands in the file; whether an answer is
acceptable is judged by the domain, against the questionnaire that is stored and not the one in the file.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
import zipfile
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.documents.child.limits import DEFAULT_LIMITS, Limits
from vendorrisk.documents.problems import refusal
from vendorrisk.documents.workbook_form import (
    ANSWER,
    ASSESSMENT,
    CODES,
    COMMENT,
    EVIDENCE,
    ID,
    LANGUAGE,
    MARKER,
    MARKER_FAMILY,
    META_FIELDS,
    QUESTION,
    QUESTIONNAIRE,
    TOKEN,
    VERSION,
)
from vendorrisk.documents.zip_preflight import preflight
from vendorrisk.domain.diligence.arithmetic import plain_number
from vendorrisk.domain.diligence.returned import SeenCell, SeenRow, SeenWorkbook
from vendorrisk.domain.message import Refused, UserError, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ROWS: Final = 2_000
COLUMNS: Final = 60
META_ROWS: Final = 20
HEADER_ROWS: Final = 50
"""The hidden marks are looked for in so many rows: somebody may have inserted a few above them."""

_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, zipfile.BadZipFile)
_COMMAND: Final = re.compile(r"^\s*(=|[+\-@][A-Za-z][\w.]*[|(])")
"""What a spreadsheet would run if the text were typed into it; a bullet or a phone number is not."""

_EMPTY: Final = SeenCell(kind="value", value="", where="")


def parse(path: Path, options: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
    """The parser for the child's registry; it has no options."""
    del options
    return read_workbook(path, limits)


def read_workbook(path: Path, limits: Limits = DEFAULT_LIMITS) -> dict[str, Any]:
    """What stands in a questionnaire workbook: the fields of `SeenWorkbook` as plain data.

    Raises UserError for a file that may not or cannot be parsed, and Refused for a workbook that is not one
    of ours or whose marks were removed.
    """
    _look_first(path, limits)
    sheets = _loaded(path, limits)
    meta = _meta(path.name, sheets)
    if not any(_columns(sheet) for sheet in sheets):
        raise _refused(path.name, "no_columns")
    seen = SeenWorkbook(
        assessment=meta[ASSESSMENT],
        token=meta[TOKEN],
        questionnaire=meta[QUESTIONNAIRE],
        version=meta[VERSION],
        language=meta[LANGUAGE],
        rows=tuple(row for sheet in sheets for row in _rows(sheet)),
    )
    return asdict(seen)


def _look_first(path: Path, limits: Limits) -> None:
    """Another format has lost the marks of ours, so that "save it as CSV" would be no way out here."""
    try:
        preflight(path, limits)
    except UserError as unfit:
        if unfit.what.key == "files.not_a_workbook":
            raise _refused(path.name, "other_format", file=path.name) from unfit
        raise


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet's name and its cells, row by row as they are stored."""

    title: str
    rows: list[tuple[Any, ...]]


def _loaded(path: Path, limits: Limits) -> list[_Sheet]:
    """All sheets with their formulas visible as formulas; what openpyxl cannot put together is damaged.

    A sheet's own claim about its size is ignored.
    """
    import openpyxl

    if openpyxl.DEFUSEDXML is not True:
        raise RuntimeError("openpyxl runs without defusedxml")
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore")  # openpyxl speaks about parts it does not keep; nothing is saved here
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
            return [_sheet(sheet) for sheet in book.worksheets[: limits.sheets]]
        except _DAMAGE as bad:
            raise refusal(path.name, "workbook_damaged", name=path.name) from bad


def _sheet(sheet: Any) -> _Sheet:
    sheet.reset_dimensions()
    return _Sheet(title=sheet.title, rows=list(sheet.iter_rows(max_row=ROWS, max_col=COLUMNS)))


def _meta(name: str, sheets: list[_Sheet]) -> dict[str, str]:
    """The hidden facts of the workbook, from whichever sheet carries our marker in its first cell."""
    for sheet in sheets:
        rows = [[_text(cell) for cell in row[:2]] for row in sheet.rows[:META_ROWS]]
        marker = rows[0][0] if rows and rows[0] else ""
        if marker == MARKER:
            pairs = {row[0]: row[1] for row in rows[1:] if len(row) > 1}
            return {field: pairs.get(field, "") for field in META_FIELDS}
        if marker.startswith(MARKER_FAMILY):
            raise _refused(name, "newer_form", form=marker[:40])
    raise _refused(name, "no_marks")


def _refused(name: str, key: str, **facts: Any) -> Refused:
    refused = Refused(msg(f"workbook.{key}", **facts), msg(f"workbook.{key}.remedy", **facts))
    refused.where = name
    return refused


def _columns(sheet: _Sheet) -> dict[str, int]:
    """Mark -> number of its column (from 0), from the row that carries the marks; empty for another sheet."""
    return _marks(sheet)[1]


def _marks(sheet: _Sheet) -> tuple[int, dict[str, int]]:
    """The number of the row that carries the marks (0: none does), and the column of each."""
    for number, row in enumerate(sheet.rows[:HEADER_ROWS], start=1):
        found = {cell.value: at for at, cell in enumerate(row) if cell.value in CODES}
        if ID in found and ANSWER in found:
            return number, found
    return 0, {}


def _rows(sheet: _Sheet) -> Iterator[SeenRow]:
    """The rows with an id, and those that lost it though an answer stands in them; never the headings."""
    marked, columns = _marks(sheet)
    headings = _headings_at(sheet, marked, columns)
    for number, row in enumerate(sheet.rows if columns else (), start=1):
        cells = {code: _at(row, at, f"{sheet.title}!{_letter(at)}{number}") for code, at in columns.items()}
        id_ = cells[ID].value.strip()
        says_something = number > marked and number != headings and cells[ANSWER].value.strip()
        if (id_ or says_something) and id_ != ID:
            yield SeenRow(
                id=id_,
                question=cells.get(QUESTION, _EMPTY).value,
                answer=cells[ANSWER],
                comment=cells.get(COMMENT, _EMPTY),
                evidence=cells.get(EVIDENCE, _EMPTY),
            )


def _headings_at(sheet: _Sheet, marked: int, columns: Mapping[str, int]) -> int:
    """The row of the headings: the first below the marks that fills every column but that of the ids.

    It is the next one, unless somebody put lines of their own between.
    """
    told = [at for code, at in columns.items() if code != ID]
    behind = enumerate(sheet.rows[marked:HEADER_ROWS], start=marked + 1)
    filled = (no for no, row in behind if all(at < len(row) and _text(row[at]).strip() for at in told))
    return next(filled, marked + 1)


def _at(row: tuple[Any, ...], at: int, where: str) -> SeenCell:
    return _cell(row[at], where) if at < len(row) else SeenCell(kind="value", value="", where=where)


def _cell(cell: Any, where: str) -> SeenCell:
    """A cell as plain text with its kind; formulas and commands keep their text to be named, never used."""
    kind, value = "value", _text(cell)
    if cell.data_type == "f":
        kind = "formula"
    elif cell.data_type == "e":
        kind = "error"
    elif isinstance(cell.value, str) and _COMMAND.search(unicodedata.normalize("NFKC", value)):
        kind = "command"
    return SeenCell(kind=kind, value=value, where=where)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    return str(value)


def _number(value: float, number_format: str) -> str:
    """A number as it would be typed: 0.95 shown as a percentage is 95%."""
    number = Decimal(repr(value))
    if "%" in number_format:
        return f"{plain_number(number * 100)}%"
    return plain_number(number)


def _letter(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(at + 1))
