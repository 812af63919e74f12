"""What a sheet shows beside its values: cells merged over several rows, hidden rows, and links of cells.

Read from the sheet's own part of the workbook: the parser that streams values leaves them out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import IO, TYPE_CHECKING

from vendorrisk.documents.problems import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.child.limits import Limits

_CHUNK = 256 * 1024
_MERGED = re.compile(
    rb'<(?:\w{1,9}:)?mergeCell\s[^<>]*?\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"[^<>]*>'
)
_LINK = re.compile(rb"<(?:\w{1,9}:)?hyperlink\s([^<>]*)>")
_LINKED = re.compile(rb'\bref="([A-Z]{1,3})([0-9]{1,7})[:"]')
_LINK_ID = re.compile(rb'\b\w{1,9}:id="([^"<>]{1,60})"')
_TARGET = re.compile(rb"<(?:\w{1,9}:)?Relationship\s([^<>]*)>")
_TARGET_ID = re.compile(rb'\bId="([^"<>]{1,60})"')
_ADDRESS = re.compile(rb'\bTarget="(https?://[^"<>\s]{1,2000})"')
_HIDDEN = re.compile(rb'<(?:\w{1,9}:)?row\s(?=[^<>]*\bhidden="(?:1|true)")[^<>]*?\br="([0-9]{1,7})"[^<>]*>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Merged: (row, column) of a cell that shows nothing of its own -> the cell whose value it shows.

    Links: (row, column) of a cell -> the web address behind it. Rows count from 1, columns from 0.
    """

    merged: dict[tuple[int, int], tuple[int, int]]
    hidden_rows: frozenset[int]
    links: dict[tuple[int, int], str] = field(default_factory=dict)


def layout_of(part: IO[bytes], targets: bytes, limits: Limits, name: str) -> Layout:
    """Looks a sheet's part through; raises UserError where ranges lie over each other without end.

    `targets` is the part in which the addresses of its links stand; empty where it has none.
    """
    addresses = _addresses(targets, limits)
    links: dict[tuple[int, int], str] = {}
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    hidden: set[int] = set()
    steps = 0
    for piece in _pieces(part):
        links |= dict(_links(piece, addresses)) if addresses else {}
        hidden |= {int(found[1]) for found in _HIDDEN.finditer(piece)}
        for found in _MERGED.finditer(piece):
            column, first, last = _column(found[1]), int(found[2]), min(int(found[4]), limits.rows)
            steps += max(0, last - first) + 1
            if steps > limits.nodes:
                raise refusal(name, "workbook_damaged", name=name)
            merged |= {(row, column): (first, column) for row in range(first + 1, last + 1)}
    return Layout(merged=merged, hidden_rows=frozenset(hidden), links=links)


def _addresses(targets: bytes, limits: Limits) -> dict[bytes, str]:
    """The web addresses of a sheet by their ids; anything else that a link may lead to is let go."""
    found: dict[bytes, str] = {}
    for tag in islice(_TARGET.finditer(targets), limits.nodes):
        id_, address = _TARGET_ID.search(tag[1]), _ADDRESS.search(tag[1])
        if id_ and address:
            found[id_[1]] = unescape(address[1].decode("utf-8", "replace"))
    return found


def _links(piece: bytes, addresses: dict[bytes, str]) -> Iterator[tuple[tuple[int, int], str]]:
    for tag in _LINK.finditer(piece):
        cell, id_ = _LINKED.search(tag[1]), _LINK_ID.search(tag[1])
        if cell and id_ and id_[1] in addresses:
            yield (int(cell[2]), _column(cell[1])), addresses[id_[1]]


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
