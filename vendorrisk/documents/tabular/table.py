"""What any tabular file becomes: a header, rows of text, and the address of every cell."""

from __future__ import annotations

from dataclasses import dataclass

from vendorrisk.documents.cleaning import shown
from vendorrisk.domain.message import Problem  # noqa: TC001  (child/plain.py checks by it)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of data. `number` is its row or line in the file; not `sound`: cells may be shifted.

    `unread` are the columns (from 0) whose cells read as empty though they hold something: an error, or a
    formula without a result. Not `full`: the line ended before its last column. `struck` are the columns
    whose text is struck through, `links` web addresses behind cells by their columns.
    """

    number: int
    cells: tuple[str, ...]
    sound: bool = True
    unread: tuple[int, ...] = ()
    full: bool = True
    struck: tuple[int, ...] = ()
    links: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet or one file (`sheet` empty). Every row has as many cells as the header.

    `above` are the rows that stand over the header, such as a title, with as many cells as they have.
    """

    file: str
    sheet: str = ""
    header: tuple[str, ...] = ()
    header_number: int = 0
    rows: tuple[Row, ...] = ()
    above: tuple[Row, ...] = ()

    def address(self, row: Row, column: int) -> str:
        """Where a person finds the cell: "Sheet1!D14" or "customers.csv:12, column email"."""
        if self.sheet:
            return f"{self.sheet}!{column_letters(column)}{row.number}"
        heading = self.header[column] if column < len(self.header) else ""
        return f"{shown(self.file)}:{row.number}, column {heading or column + 1}"

    def row_address(self, row: Row) -> str:
        """Where a person finds the row: "Sheet1!14" or "customers.csv:12"."""
        return f"{self.sheet}!{row.number}" if self.sheet else f"{shown(self.file)}:{row.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TabularRead:
    """The tables of one file, and what was odd about it."""

    tables: tuple[Table, ...] = ()
    problems: tuple[Problem, ...] = ()


def column_letters(column: int) -> str:
    """The spreadsheet's name of a column counted from 0: A, B, ... Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
