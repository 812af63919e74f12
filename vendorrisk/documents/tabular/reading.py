"""Reads CSV and xlsx into tables; the parser behind the kind "table"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.cleaning import clean, tidy, unseen
from vendorrisk.documents.decoding import decode, format_of
from vendorrisk.documents.problems import error, refusal, warning
from vendorrisk.documents.tabular.delimited import delimiter_of, ragged, records
from vendorrisk.documents.tabular.header import header_row, over_two_rows
from vendorrisk.documents.tabular.table import Row, Table, TabularRead, column_letters
from vendorrisk.documents.tabular.workbook import Sheet, read_workbook
from vendorrisk.domain.formulas import unguarded

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.documents.child.limits import Limits
    from vendorrisk.domain.message import Problem

Known = Callable[[str], bool]

_MOST_OF_A_KIND = 20


def parse(path: Path, options: Mapping[str, Any], limits: Limits) -> TabularRead:
    """The child's entry. Option `headings`: lower-case headings by which the header row is recognised."""
    headings = frozenset(str(heading) for heading in options.get("headings", ()))
    return read_tabular(
        path, limits, (lambda cell: cell.casefold().strip() in headings) if headings else None
    )


def read_tabular(
    path: Path, limits: Limits, is_known: Known | None = None, *, two_rows: bool = False
) -> TabularRead:
    """The tables of a CSV or xlsx file, told apart by content; raises UserError if it is neither.

    `two_rows`: headings may stand in two rows, some in the upper and some in the lower one.
    """
    with path.open("rb") as file:
        kind = format_of(file.read(16))
    if kind in {"zip", "ole"}:
        return _from_workbook(path, limits, is_known, two_rows=two_rows)
    if kind:
        raise refusal(path.name, "not_tabular", name=path.name)
    return _from_text(path, limits, is_known, two_rows=two_rows)


def _from_workbook(path: Path, limits: Limits, is_known: Known | None, *, two_rows: bool) -> TabularRead:
    sheets, problems = read_workbook(path, limits)
    found = list(problems)
    tables = [_table_of(path.name, sheet, is_known, found, two_rows=two_rows) for sheet in sheets]
    return TabularRead(tables=tuple(filter(None, tables)), problems=_few(path.name, found))


def _table_of(
    file: str, sheet: Sheet, is_known: Known | None, problems: list[Problem], *, two_rows: bool
) -> Table | None:
    texts = [_cleaned(row.texts, sheet.name, row.number, problems) for row in sheet.rows]
    at = header_row(texts, is_known, two_rows=two_rows)
    if at is None:
        return None
    width = _width(texts[at:])
    rows = [
        Row(
            number=row.number,
            cells=_padded(cells, width),
            unread=row.unread,
            struck=row.struck,
            links=row.links,
        )
        for row, cells in zip(sheet.rows[at + 1 :], texts[at + 1 :], strict=True)
    ]
    header = over_two_rows(_padded(texts[at], width), texts[at - 1] if at and two_rows else ())
    rows = [row for row in rows if row.cells != header]  # a heading merged over two rows, or repeated
    above = [Row(number=row.number, cells=cells) for row, cells in zip(sheet.rows[:at], texts, strict=False)]
    return Table(
        file=file, sheet=sheet.name, header=header, header_number=sheet.rows[at].number, rows=tuple(rows),
        above=tuple(above),
    )  # fmt: skip


def _cleaned(cells: Sequence[str], sheet: str, number: int, problems: list[Problem]) -> tuple[str, ...]:
    for column, cell in enumerate(cells):
        if points := unseen(cell):
            where = f"{sheet}!{column_letters(column)}{number}"
            problems.append(warning(where, "characters_removed", characters=", ".join(points)))
    return tuple(tidy(clean(cell)) for cell in cells)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Columns up to the last one that holds anything."""
    return max((at + 1 for row in rows for at, cell in enumerate(row) if cell), default=0)


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _from_text(path: Path, limits: Limits, is_known: Known | None, *, two_rows: bool) -> TabularRead:
    text, doubts = decode(path.read_bytes(), path.name)
    problems = list(doubts)
    lines: list[tuple[int, list[str]]] = []
    for line, cells in records(text.removeprefix("\ufeff"), delimiter_of(text), problems, path.name):
        if len(lines) > limits.rows:
            problems.append(error(f"{path.name}:{line}", "rows_many", most=limits.rows))
            break
        lines.append((line, cells[: limits.columns + 1]))
    cleaned = [[tidy(clean(cell)) for cell in cells] for _, cells in lines[:60]]
    at = header_row(cleaned, is_known, two_rows=two_rows)
    above = cleaned[at - 1] if at and two_rows else []
    torn = lines[-1][0] if lines and not text.endswith(("\n", "\r")) else 0
    table = None if at is None else _table_of_lines(path.name, lines, at, above, limits, problems, torn)
    return TabularRead(tables=(table,) if table else (), problems=_few(path.name, problems))


def _table_of_lines(
    file: str,
    lines: list[tuple[int, list[str]]],
    at: int,
    upper: Sequence[str],
    limits: Limits,
    problems: list[Problem],
    torn: int,
) -> Table:
    """The table whose headings stand in line `at`, and where they are empty there, in the `upper` one.

    `torn` is the line that has no end, as the last one of a file that was cut off; 0 without one.
    """
    header = list(over_two_rows([tidy(clean(cell)) for cell in lines[at][1][: limits.columns]], upper))
    if len(lines[at][1]) > limits.columns:
        problems.append(error(f"{file}:{lines[at][0]}", "columns_many", most=limits.columns))
    rows = [
        _row(file, line, cells, header, limits, problems, is_torn=line == torn)
        for line, cells in lines[at + 1 :]
    ]
    width = _width([header, *(row.cells for row in rows)])
    rows = [replace(row, cells=row.cells[:width]) for row in rows if list(row.cells) != header]
    above = [Row(number=line, cells=tuple(tidy(clean(cell)) for cell in cells)) for line, cells in lines[:at]]
    return Table(
        file=file,
        header=tuple(header[:width]),
        header_number=lines[at][0],
        rows=tuple(rows),
        above=tuple(above),
    )


def _row(
    file: str, line: int, cells: list[str], header: list[str], limits: Limits, problems: list[Problem],
    *, is_torn: bool,
) -> Row:  # fmt: skip
    fitting, sound, doubt = ragged(
        line, cells, len(header), file, is_torn=is_torn and len(cells) < _width([header])
    )
    if doubt:
        problems.append(doubt)
    for name, cell in zip(header, fitting, strict=True):
        if points := unseen(cell):
            where = f"{file}:{line}, column {name}"
            problems.append(warning(where, "characters_removed", characters=", ".join(points)))
    cells_read = tuple(unguarded(tidy(clean(cell)))[: limits.cell_chars] for cell in fitting)
    return Row(number=line, cells=cells_read, sound=sound, full=len(cells) >= len(header))


def _few(name: str, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The first warnings of each kind, with a count of the rest; errors are all kept."""
    kept: list[Problem] = []
    seen: dict[str, int] = {}
    for problem in problems:
        key = problem.what.key
        seen[key] = seen.get(key, 0) + (problem.level == "warning")
        if seen[key] <= _MOST_OF_A_KIND:
            kept.append(problem)
    rest = sum(max(0, count - _MOST_OF_A_KIND) for count in seen.values())
    return (*kept, warning(name, "more_warnings", count=rest)) if rest else tuple(kept)
