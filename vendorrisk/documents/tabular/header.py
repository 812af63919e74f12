"""Finds the header: not always the first row, often under merged titles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SEARCHED = 30
_FEWEST_HEADINGS = 2


def header_row(
    rows: Sequence[Sequence[str]], is_known: Callable[[str], bool] | None = None, *, two_rows: bool = False
) -> int | None:
    """The index of the header among the first rows, or None when there is no row with two texts.

    With `is_known` the row with most known headings wins; without any, the first one that is full. With
    `two_rows` it is the lower one of two rows of headings.
    """
    searched = rows[:_SEARCHED]
    if is_known is not None:
        known = [sum(1 for cell in row if cell and is_known(cell)) for row in searched]
        if known and max(known) >= 1:
            at = known.index(max(known))
            below = known[at + 1] if two_rows and at + 1 < len(known) else 0
            return at + 1 if below > 1 and below * 2 >= _filled(rows[at + 1]) else at
    return _first_full(searched)


def over_two_rows(header: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    """Headings, and where one is empty the one above it: of two rows of them some stand in the upper one.

    A title above a table says the same in each column, or stands in the first alone.
    """
    upper = [*above, *[""] * len(header)][: len(header)]
    is_title = len(set(filter(None, upper))) < _FEWEST_HEADINGS
    return tuple(cell or ("" if is_title else over) for cell, over in zip(header, upper, strict=True))


def _first_full(rows: Sequence[Sequence[str]]) -> int | None:
    """A title spans one cell (or one text repeated); a header names each column once and holds no number."""
    widths = [_filled(row) for row in rows]
    full = [index for index, row in enumerate(rows) if widths[index] >= 2 and _names_columns(row)]
    for index in full:
        if widths[index] >= max(widths) - 1 or widths[index] * 2 > max(widths):
            return index
    return full[0] if full else next((index for index, width in enumerate(widths) if width >= 1), None)


def _filled(row: Sequence[str]) -> int:
    texts = [cell for cell in row if cell]
    repeats = sum(1 for one, other in pairwise(texts) if one == other)
    return len(texts) - repeats


def _names_columns(row: Sequence[str]) -> bool:
    texts = [cell for cell in row if cell]
    return not any(text.replace(".", "").replace(",", "").isdigit() for text in texts)
