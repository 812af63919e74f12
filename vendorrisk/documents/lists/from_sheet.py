"""Sheets of a workbook, or a delimited file, to blocks: what stands over the tables, and every table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import STRIKE
from vendorrisk.documents.lists.blocks import Grid, GridRow, Heading, Page, Paragraph, Text
from vendorrisk.documents.lists.page_date import date_in
from vendorrisk.documents.lists.vocabulary import TELLING
from vendorrisk.documents.problems import warning
from vendorrisk.documents.tabular.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.documents.lists.blocks import Block
    from vendorrisk.documents.lists.vocabulary import Vocabulary
    from vendorrisk.documents.tabular.table import Table, TabularRead
    from vendorrisk.domain.message import Problem

_WORDS_OF_A_SENTENCE = 6


def page_of_sheets(read: TabularRead, words: Vocabulary) -> Page:
    """The blocks of all sheets in order; a sheet of sentences only is text, and is named."""
    problems: list[Problem] = list(read.problems)
    several = len(read.tables) > 1
    blocks = [block for table in read.tables for block in _blocks(table, words, problems, several=several)]
    return Page(blocks=tuple(blocks), problems=tuple(problems))


def _blocks(table: Table, words: Vocabulary, problems: list[Problem], *, several: bool) -> Iterator[Block]:
    if several:
        yield Heading(level=2, text=Text(plain=table.sheet), where=table.sheet)
    rows = [*table.above, Row(number=table.header_number, cells=table.header), *table.rows]
    if _is_text(rows, words):
        if several:
            problems.append(warning(table.sheet, "sheet_beside", sheet=table.sheet))
        yield from (_said(table, row) for row in rows)
        return
    first = next((at for at, row in enumerate(rows) if _is_header(row, words)), len(table.above))
    yield from (_said(table, row) for row in rows[:first])
    title = table.sheet if several else ""
    yield from (
        replace(grid, title=title) for grid in _side_by_side(table, rows[first], rows[first + 1 :], words)
    )


def _said(table: Table, row: Row) -> Paragraph:
    words = one_line(" ".join(cell for cell in row.cells if cell))
    return Paragraph(text=Text(plain=words), where=table.row_address(row))


def _is_text(rows: Sequence[Row], words: Vocabulary) -> bool:
    """Whether rows hold one cell each, a sentence among them, and no heading."""
    texts = [[cell for cell in row.cells if cell.strip()] for row in rows]
    if any(len(cells) > 1 or any(words.meaning(cell, exact=True) for cell in cells) for cells in texts):
        return False
    said = [cell for cells in texts for cell in cells]
    return any(len(cell.split()) >= _WORDS_OF_A_SENTENCE or date_in(cell)[1] for cell in said)


def _is_header(row: Row, words: Vocabulary) -> bool:
    """Names and at least one fact about them as headings, and hardly anything else."""
    filled = [cell for cell in row.cells if cell.strip()]
    known = [meaning for cell in filled if (meaning := words.meaning(cell, exact=True))]
    return "name" in known and bool(TELLING & set(known)) and len(known) * 2 >= len(filled)


def _side_by_side(table: Table, header: Row, rows: Sequence[Row], words: Vocabulary) -> Iterator[Grid]:
    """One grid, or one for each table where an empty column parts several with names of their own."""
    width = max(len(row.cells) for row in (header, *rows))
    spans = _spans(header, rows, width)
    if not all("name" in {words.meaning(cell, exact=True) for cell in header.cells[a:b]} for a, b in spans):
        spans = [(0, width)]
    for start, end in spans:
        yield Grid(
            header=_padded(header.cells, width)[start:end],
            rows=tuple(_grid_row(table, row, width, start, end) for row in rows),
            where=table.row_address(header),
        )


def _spans(header: Row, rows: Sequence[Row], width: int) -> list[tuple[int, int]]:
    """Stretches of columns that hold something, as (first, behind the last)."""
    filled = [
        any(at < len(row.cells) and row.cells[at].strip() for row in (header, *rows)) for at in range(width)
    ]
    edges = [at for at in range(width + 1) if (at < width and filled[at]) != (at > 0 and filled[at - 1])]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _grid_row(table: Table, row: Row, width: int, start: int, end: int) -> GridRow:
    links = dict(row.links)
    return GridRow(
        cells=tuple(
            Text(
                plain=f"{STRIKE}{cell}{STRIKE}" if cell and at in row.struck else cell,
                links=((cell, links[at]),) if at in links else (),
            )
            for at, cell in enumerate(_padded(row.cells, width)[start:end], start=start)
        ),
        where=table.row_address(row),
        places=tuple(table.address(row, column) for column in range(start, end)),
        sound=row.sound,
    )


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))
