"""Cards of an HTML page to grids: elements of one kind beside each other, one for each vendor.

A page that sets its list with boxes instead of a table shows the same thing: rows of cells, or in each box
the name with labelled facts. Only boxes that are built alike are read, and only where there is no other list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import tidy
from vendorrisk.documents.lists.blocks import Grid, GridRow, Text
from vendorrisk.documents.lists.tags import UNREAD, VOID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.documents.lists.vocabulary import Vocabulary

_SKIPPED = UNREAD | {"form"}
_INLINE = frozenset(
    {"a", "span", "b", "strong", "em", "i", "small", "code", "u", "sup", "sub", "abbr", "label"}
)
_NO_CARDS = _INLINE | {"table", "thead", "tbody", "tr", "td", "th"}
_MOST_INSIDE = 80
"""A card is small: an element with more inside is a part of the page."""

_HEADING = re.compile(r"h[1-6]")
_INITIALS = 3
_BLANK = re.compile(r"\s+")
_FEWEST, _FEWEST_WITHOUT_HEADINGS, _MOST_CELLS, _DEEPEST = 2, 3, 12, 100


@dataclass(slots=True, eq=False)
class _Box:
    """An element with what stands in it, in order; `size` counts the elements inside, at any depth."""

    tag: str
    kind: str = ""
    line: int = 0
    size: int = 0
    parts: list[_Box | str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def boxes(self) -> list[_Box]:
        return [part for part in self.parts if isinstance(part, _Box)]


def grids_of_cards(html: str, name: str, words: Vocabulary) -> tuple[Grid, ...]:
    """Rows of boxes that are built alike, one grid for each element that holds some, in order."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tuple(grid for box in _all(tree.root) if (grid := _grid(box, name, words)) is not None)


class _Tree(HTMLParser):
    """Elements below elements; what is never closed ends with what holds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Box("")
        self.open: list[_Box] = [self.root]
        self.skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping or tag in _SKIPPED:
            if tag not in VOID:
                self.skipping.append(tag)
        elif tag == "br":
            self.open[-1].parts.append("\n")
        elif tag not in VOID and len(self.open) < _DEEPEST:
            given = dict(attrs)
            kinds = (given.get("class") or "").split()
            box = _Box(tag, kinds[0] if kinds else "", self.getpos()[0])
            if tag == "a" and given.get("href"):
                box.links.append(("", given["href"] or ""))
            self.open[-1].parts.append(box)
            for holder in self.open:
                holder.size += 1
            self.open.append(box)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)
            if tag not in VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag in self.skipping:
                del self.skipping[self.skipping.index(tag) :]
            return
        at = next((at for at in range(len(self.open) - 1, 0, -1) if self.open[at].tag == tag), 0)
        if at:
            del self.open[at:]

    def handle_data(self, data: str) -> None:
        if not self.skipping and data:
            self.open[-1].parts.append(_BLANK.sub(" ", data))


def _all(box: _Box) -> Iterator[_Box]:
    waiting = [box]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.boxes)


def _grid(holder: _Box, name: str, words: Vocabulary) -> Grid | None:
    """The boxes of the commonest kind in an element as rows; None where they are not built alike."""
    boxes = [box for box in holder.boxes if box.tag not in _NO_CARDS and box.size <= _MOST_INSIDE]
    kinds = [(box.tag, box.kind) for box in boxes]
    if not kinds:
        return None
    kind = max(dict.fromkeys(kinds), key=kinds.count)
    alike = [box for box in boxes if (box.tag, box.kind) == kind]
    rows = [_cells(box) for box in alike]
    if len(rows) < _FEWEST or len({len(row) for row in rows}) != 1:
        return None
    rows = _without_empty_columns(rows)
    if not 1 < len(rows[0]) <= _MOST_CELLS:
        return None
    header, rows = _labels(rows, words) or _header(boxes, alike, rows, words)
    if not rows or (not any(map(words.meaning, header)) and len(header) < _FEWEST_WITHOUT_HEADINGS):
        return None
    lines = [f"{name}:{box.line}" for box in alike][-len(rows) :]
    grid_rows = [GridRow(cells=tuple(row), where=line) for row, line in zip(rows, lines, strict=True)]
    return Grid(header=header, rows=tuple(grid_rows), where=f"{name}:{holder.line}")


def _without_empty_columns(rows: list[list[Text]]) -> list[list[Text]]:
    """Without what holds only a picture in each box."""
    kept = [at for at in range(len(rows[0])) if any(row[at].plain for row in rows)]
    return [[row[at] for at in kept] for row in rows]


def _header(
    boxes: list[_Box], alike: list[_Box], rows: list[list[Text]], words: Vocabulary
) -> tuple[tuple[str, ...], list[list[Text]]]:
    """The headings: the first row if it holds them, else a box of another kind with as many cells."""
    candidates = [[cell.plain for cell in rows[0]]]
    candidates += [[cell.plain for cell in _cells(box)] for box in boxes if box not in alike]
    for at, texts in enumerate(candidates):
        known = [words.meaning(text, exact=True) for text in texts]
        if len(texts) == len(rows[0]) and sum(map(bool, known)) * 2 >= len(texts) and "name" in known:
            return tuple(texts), rows[1:] if at == 0 else rows
    return ("",) * len(rows[0]), rows


def _labels(rows: list[list[Text]], words: Vocabulary) -> tuple[tuple[str, ...], list[list[Text]]] | None:
    """Cells that begin with the same known label in every row: the labels become headings."""
    header: list[str] = []
    for column in zip(*rows, strict=True):
        labels = {_split_label(cell.plain)[0] for cell in column}
        label = labels.pop() if len(labels) == 1 else ""
        header.append(label if words.meaning(label) else "")
    if sum(map(bool, header)) < _FEWEST - 1 or all(header):
        return None
    if not header[0]:
        header[0] = "Name"
    meanings = list(map(words.meaning, header))
    if not header[1] and "purpose" not in meanings:
        header[1] = "Purpose"  # what stands below a name, and is no labelled fact, is what it does
    freed = [[_freed(cell) if header[at] and at else cell for at, cell in enumerate(row)] for row in rows]
    return tuple(header), freed


def _split_label(text: str) -> tuple[str, str]:
    """Label and value of "Purpose: hosting", or of a label on a line of its own."""
    found = re.match(r"\s*([^:：\n]{2,60}?)\s*(?:[:：]\s*|\n)(.*)$", text, re.DOTALL)
    return (found[1], found[2]) if found else ("", text)


def _freed(cell: Text) -> Text:
    return Text(plain=_split_label(cell.plain)[1].strip(), links=cell.links, bolds=cell.bolds)


def _cells(box: _Box) -> list[Text]:
    """What stands in a box, piece by piece; boxes that only wrap others are looked through."""
    while len(box.boxes) == 1 and not _own_words(box) and box.boxes[0].boxes:
        box = box.boxes[0]
    if _own_words(box):
        return [_text(box)]
    return [_text(_without_initials(part)) for one in box.boxes for part in _pairs_of(one)]


def _pairs_of(box: _Box) -> list[_Box]:
    """The pairs of label and value that a box holds, else the box as it is."""
    parts = box.boxes
    paired = all(len(one.boxes) == len(("label", "value")) and not _own_words(one) for one in parts)
    return parts if len(parts) > 1 and paired and not _own_words(box) else [box]


def _without_initials(box: _Box) -> _Box:
    """A box with a heading without what stands for a picture beside it: "AC" before "Acme"."""
    if not any(_HEADING.fullmatch(part.tag) for part in box.boxes):
        return box
    kept = [
        part
        for part in box.parts
        if isinstance(part, str) or _HEADING.fullmatch(part.tag) or len(_text(part).plain) > _INITIALS
    ]
    return replace(box, parts=kept)


def _own_words(box: _Box) -> bool:
    return any(isinstance(part, str) and part.strip() for part in box.parts)


def _text(box: _Box) -> Text:
    """The words of a box; each element in it that is no running text, or follows another, on its own line."""
    words: list[str] = []
    links: list[tuple[str, str]] = []
    _say(box.parts, words, links)
    if box.links:
        links.append(("", box.links[0][1]))
    plain = tidy(re.sub(r"[ \t]*\n[ \t\n]*", "\n", "".join(words)))
    return Text(plain=plain, links=tuple((text or plain.split("\n")[0], address) for text, address in links))


def _say(parts: Sequence[_Box | str], words: list[str], links: list[tuple[str, str]]) -> None:
    before: _Box | str = ""
    for part in parts:
        if isinstance(part, str):
            words.append(part)
        else:
            apart = part.tag not in _INLINE or isinstance(before, _Box)
            words.append("\n" if apart else "")
            start = len(words)
            _say(part.parts, words, links)
            links += [("".join(words[start:]).strip(), address) for _, address in part.links]
            words.append("\n" if part.tag not in _INLINE else "")
        before = part if not (isinstance(part, str) and not part.strip()) else before
