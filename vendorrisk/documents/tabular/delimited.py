"""Delimited text to rows, as programs write it: four delimiters, broken quotes, ragged lines."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from vendorrisk.documents.problems import error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.message import Problem

DELIMITERS = ",;\t|"

_SNIFFED_LINES = 60
_MOST_LINES_IN_A_CELL = 200
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most first lines into the same number of cells, two or more; else a comma."""
    if declared := _SEP_LINE.match(text):
        return declared[1]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        widths = Counter(len(cells) for _, cells in _some(records(text, delimiter, []), _SNIFFED_LINES))
        width, times = max(
            widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]), default=(1, 0)
        )
        score = times / max(1, widths.total()) * min(width, 6) if width > 1 else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best


def records(
    text: str, delimiter: str, problems: list[Problem], name: str = ""
) -> Iterator[tuple[int, list[str]]]:
    """Line number of the start and cells of each record; blank lines are left out.

    A quote that never closes properly is taken as a plain character, with a warning at its line.
    """
    quoted, plain, after = _patterns(delimiter)
    at, line = 0, 1
    if declared := _SEP_LINE.match(text):
        at, line = declared.end(), 2
    while at < len(text):
        start, cells = line, []
        while True:
            at, cell, broken = _cell(text, at, quoted, plain)
            if broken:
                problems.append(warning(f"{name}:{line}", "csv_quotes", line=line))
            line += cell.count("\n")
            cells.append(cell)
            end = after.match(text, at)
            at = end.end() if end else len(text)
            if end is None or end[0] != delimiter:
                break
        line += 1
        if any(cell.strip() for cell in cells):
            yield start, cells


def ragged(
    line: int, cells: list[str], width: int, name: str, *, is_torn: bool = False
) -> tuple[list[str], bool, Problem | None]:
    """Cells cut or filled to the header's width, whether they can be trusted, and what to say about it.

    `is_torn`: the file ends in this line without a line end; with cells missing its last one may be half.
    """
    extra = [cell for cell in cells[width:] if cell.strip()]
    if extra:
        found = error(f"{name}:{line}", "row_too_long", cells=len(cells), columns=width, first=extra[0][:60])
        return cells[:width], False, found
    if len(cells) < width and is_torn:
        found = error(f"{name}:{line}", "row_torn", cells=len(cells), columns=width, last=cells[-1][:60])
        return cells + [""] * (width - len(cells)), False, found
    if len(cells) < width:
        found = warning(f"{name}:{line}", "row_too_short", cells=len(cells), columns=width)
        return cells + [""] * (width - len(cells)), True, found
    return cells[:width], True, None


@lru_cache(maxsize=8)
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cut = re.escape(delimiter)
    quoted = re.compile(rf'[ ]*"((?:[^"]|"")*+)"[ ]*(?={cut}|\r?\n|\Z)')
    plain = re.compile(rf"[^{cut}\r\n]*+")
    after = re.compile(rf"{cut}|\r?\n|\r")
    return quoted, plain, after


def _cell(text: str, at: int, quoted: re.Pattern[str], plain: re.Pattern[str]) -> tuple[int, str, bool]:
    """Where the cell ends, its text, and whether a quote was broken."""
    opened = text.startswith('"', at) or text[at : at + 8].lstrip(" ").startswith('"')
    if opened and (match := quoted.match(text, at)) and match[1].count("\n") <= _MOST_LINES_IN_A_CELL:
        return match.end(), match[1].replace('""', '"'), False
    match = plain.match(text, at)
    assert match is not None  # noqa: S101  (the pattern matches the empty text)
    return match.end(), match[0], opened


def _some(all_records: Iterator[tuple[int, list[str]]], most: int) -> Iterator[tuple[int, list[str]]]:
    for _, record in zip(range(most), all_records, strict=False):
        yield record
