"""Lists that lost their table: cells one below the other, columns of tabs or spaces, names over keyed lines.

That is what stays when a table is copied out of a page or a letter into plain text. Only what repeats itself
without a gap is read; where cells do not fill rows, that is said and nothing is taken.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.blocks import Bullets, Grid, GridRow, Heading, Paragraph, Text
from vendorrisk.documents.lists.entries import Cell, Context, Entry, plain_cell
from vendorrisk.documents.lists.name_cell import is_like_name
from vendorrisk.documents.lists.vocabulary import TELLING
from vendorrisk.documents.problems import warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.documents.lists.blocks import Block, Page
    from vendorrisk.documents.lists.vocabulary import Vocabulary
    from vendorrisk.domain.message import Problem

Line = tuple[str, str]
"""A line and its place."""

_BREAK = "\0"
"""A line that ends every run of cells; cleaned text holds no such character."""

_HEADING = re.compile(r"^#+\s+")
_RULE = re.compile(r"[-=+|:\s]*[-=][-=+|:\s]*")
_GAP = re.compile(r"\t|\s{2,}")
_MARKS = re.compile(r"^\s*(?:[>*•-]+\s+|\d+[.)]\s+)?|[*_`]{2,}")
_PAIR = re.compile(r"^([^:：]{2,120}?)\s*[:：]\s*(\S.*)$")
_FEWEST_HEADINGS, _MOST_HEADINGS = 3, 12
_LONGEST_NAME = 100


def lines_of(page: Page, name: str) -> list[Line]:
    """The lines of a text, or of the paragraphs and bullets of a page; before each heading stands a break."""
    if page.source:
        numbered = enumerate(page.source.split("\n"), start=1)
        texts = [(_HEADING.sub(_BREAK + "\n", line), f"{name}:{number}") for number, line in numbered]
    else:
        texts = [pair for block in page.blocks for pair in _texts(block)]
    return [(_MARKS.sub("", line).rstrip(), where) for text, where in texts for line in text.split("\n")]


def _texts(block: Block) -> list[Line]:
    if isinstance(block, Bullets):
        return [(item.text.plain, item.where) for item in block.items]
    if isinstance(block, Heading):
        return [(f"{_BREAK}\n{block.text.plain}", block.where)]
    return [(block.text.plain, block.where)] if isinstance(block, Paragraph) else [(_BREAK, block.where)]


def grids_of_lines(lines: Sequence[Line], words: Vocabulary, problems: list[Problem]) -> list[Grid]:
    """Tables of tabs or spaces, else of cells one below the other."""
    filled = [line for line in lines if line[0].strip() and not _RULE.fullmatch(line[0])]
    stretches = [
        list(stretch) for is_break, stretch in groupby(filled, lambda line: line[0] == _BREAK) if not is_break
    ]
    grids = [grid for stretch in stretches for grid in _of_columns(stretch, words)]
    return grids or [grid for stretch in stretches for grid in _of_cells(stretch, words, problems)]


def _of_columns(lines: Sequence[Line], words: Vocabulary) -> Iterator[Grid]:
    """Runs of lines with as many gaps, the first of which holds known headings."""
    cut = [(_cells(text), where) for text, where in lines]
    for width, run in groupby(cut, key=lambda line: len(line[0])):
        rows = list(run)
        meanings = [words.meaning(cell, exact=True) for cell in rows[0][0]]
        if width > 1 and len(rows) > 1 and "name" in meanings and TELLING & set(meanings):
            yield _grid(rows[0][0], rows[1:], rows[0][1])


def _cells(text: str) -> list[str]:
    if text.startswith("|") and text.count("|") > 2:
        return [cell.strip() for cell in text.strip().strip("|").split("|")]
    return [cell.strip() for cell in (text.split("\t") if "\t" in text else _GAP.split(text.strip()))]


def _of_cells(lines: Sequence[Line], words: Vocabulary, problems: list[Problem]) -> Iterator[Grid]:
    """Three or more headings one below the other, then cells that fill whole rows."""
    meanings = [words.meaning(text, exact=True) for text, _ in lines]
    at = 0
    while at < len(lines):
        width = _headings_at(meanings, at)
        if not width:
            at += 1
            continue
        header = [text for text, _ in lines[at : at + width]]
        cells = _until_prose(lines[at + width :], meanings[at + width :])
        if len(cells) < width or len(cells) % width:
            where = lines[at][1]
            problems.append(warning(where, "cells_uneven", cells=len(cells), columns=width))
        else:
            rows = [cells[start : start + width] for start in range(0, len(cells), width)]
            yield _grid(header, [([text for text, _ in row], row[0][1]) for row in rows], lines[at][1])
        at += width + len(cells)


def _headings_at(meanings: Sequence[str], start: int) -> int:
    """How many known headings follow each other here, if names and facts about them are among them."""
    end = start
    while end < len(meanings) and meanings[end] and end - start < _MOST_HEADINGS:
        end += 1
    found = meanings[start:end]
    fits = len(found) >= _FEWEST_HEADINGS and found.count("name") == 1 and len(TELLING & set(found)) > 1
    return end - start if fits else 0


def _until_prose(lines: Sequence[Line], meanings: Sequence[str]) -> list[Line]:
    """Up to the next headings or to a sentence that nobody would write into a cell."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        if _headings_at(meanings, at) or (
            line[0].endswith((".", "!", "?", ":")) and len(line[0].split()) > 12
        ):
            break
        found.append(line)
    return found


def _grid(header: Sequence[str], rows: Sequence[tuple[Sequence[str], str]], where: str) -> Grid:
    return Grid(
        header=tuple(header),
        rows=tuple(
            GridRow(cells=tuple(Text(plain=cell) for cell in cells), where=place) for cells, place in rows
        ),
        where=where,
    )


def keyed_records(lines: Sequence[Line], context: Context, words: Vocabulary) -> list[Entry]:
    """Names, each over lines such as "Purpose: hosting" and "Location: Ireland"; two or more of them."""
    entries: list[Entry] = []
    name: Line | None = None
    for text, where in lines:
        pair = _PAIR.match(text)
        meaning = words.meaning(pair[1]) if pair else ""
        if pair and meaning == "name":
            name = (pair[2], where)
        elif pair and meaning and name is not None:
            entries.append(_entry(name, context))
            name = None
            _add(entries[-1], meaning, pair[1], pair[2], where)
        elif pair and meaning and entries:
            _add(entries[-1], meaning, pair[1], pair[2], where)
        elif text.strip() and text != _BREAK:
            name = (text, where) if _is_name(text, words) else None
    told = [entry for entry in entries if TELLING & set(entry.fields)]
    return told if len(told) > 1 and len(told) == len(entries) else []


def _is_name(text: str, words: Vocabulary) -> bool:
    return len(text) <= _LONGEST_NAME and is_like_name(text) and not words.is_no_name(text)


def _entry(name: Line, context: Context) -> Entry:
    return Entry(where=name[1], context=context, fields={"name": [plain_cell("", name[0], name[1])]})


def _add(entry: Entry, meaning: str, heading: str, value: str, where: str) -> None:
    entry.fields.setdefault(meaning, []).append(Cell(heading=heading, text=Text(plain=value), where=where))
