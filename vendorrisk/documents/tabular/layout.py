"""What a sheet shows beside its values: cells merged over several rows, and rows that are hidden.

Read from the sheet's own part of the workbook: the parser that streams values leaves both out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from vendorrisk.documents.problems import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.child.limits import Limits

_CHUNK = 256 * 1024
_MERGED = re.compile(
    rb'<(?:\w{1,9}:)?mergeCell\s[^<>]*?\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"[^<>]*>'
)
_HIDDEN = re.compile(rb'<(?:\w{1,9}:)?row\s(?=[^<>]*\bhidden="(?:1|true)")[^<>]*?\br="([0-9]{1,7})"[^<>]*>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Merged: (row, column) of a cell that shows nothing of its own -> the cell whose value it shows.

    Rows count from 1, columns from 0.
    """

    merged: dict[tuple[int, int], tuple[int, int]]
    hidden_rows: frozenset[int]


def layout_of(part: IO[bytes], limits: Limits, name: str) -> Layout:
    """Looks a sheet's part through; raises UserError where ranges lie over each other without end."""
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    hidden: set[int] = set()
    steps = 0
    for piece in _pieces(part):
        hidden |= {int(found[1]) for found in _HIDDEN.finditer(piece)}
        for found in _MERGED.finditer(piece):
            column, first, last = _column(found[1]), int(found[2]), min(int(found[4]), limits.rows)
            steps += max(0, last - first) + 1
            if steps > limits.nodes:
                raise refusal(name, "workbook_damaged", name=name)
            merged |= {(row, column): (first, column) for row in range(first + 1, last + 1)}
    return Layout(merged=merged, hidden_rows=frozenset(hidden))


def _pieces(part: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that end between two tags; what is never closed is let go."""
    rest = b""
    while chunk := part.read(_CHUNK):
        whole = rest + chunk
        cut = whole.rfind(b"<")
        yield whole[:cut] if cut > 0 else b""
        rest = whole[cut:] if cut >= 0 and len(whole) - cut < _CHUNK else b""
    yield rest


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
