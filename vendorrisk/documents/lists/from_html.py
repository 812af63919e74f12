"""HTML to blocks, as lenient as a browser; also the tags that components of JSX pages stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, ClassVar

from vendorrisk.documents.lists.beside import STRIKE, standing
from vendorrisk.documents.lists.blocks import Bullets, Grid, GridRow, Heading, Item, Page, Paragraph, Text
from vendorrisk.documents.lists.tags import UNREAD, VOID
from vendorrisk.documents.problems import warning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vendorrisk.documents.lists.blocks import Block

_STRUCK = frozenset({"s", "del", "strike"})
_OF_TABLES = frozenset({"tr", "td", "th", "thead", "tbody", "tfoot", "caption"})
_LISTS = ("ul", "ol", "dl")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset([
    "p", "div", "section", "article", "main", "header", "aside", "blockquote", "figure", "figcaption", "form",
    "fieldset", "details", "summary", "pre", "address", "body", "html", "hr", "dl", "dt", "dd", "ul", "ol",
    "li", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", *_HEADINGS,
])  # fmt: skip
_ALIASES = {
    "tablerow": "tr", "table.tr": "tr", "table.row": "tr", "tr.": "tr",
    "tablecell": "td", "table.td": "td", "table.cell": "td",
    "tablehead": "th", "table.th": "th", "tableheadercell": "th", "table.headercell": "th",
    "table.columnheader": "th",
    "tableheader": "thead", "table.thead": "thead", "table.header": "thead", "table.head": "thead",
    "tablebody": "tbody", "table.tbody": "tbody", "table.body": "tbody",
    "table.root": "table", "datatable": "table",
}  # fmt: skip
_MOST_COLUMNS = 60
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GONE = re.compile(r"text-decoration[\w-]*:[^;]*line-through|display:none|visibility:hidden")
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(slots=True)
class _Words:
    """Text being collected, with its links and bold stretches."""

    parts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    bolds: list[str] = field(default_factory=list)
    line: int = 0

    def text(self) -> Text:
        plain = _SPACES.sub(" ", "".join(self.parts))
        lines = [line.strip() for line in plain.split("\n")]
        return Text(
            plain="\n".join(line for line in lines if line), links=tuple(self.links), bolds=tuple(self.bolds)
        )


@dataclass(slots=True)
class _Cell:
    words: _Words
    head: bool
    columns: int
    rows: int


@dataclass(slots=True)
class _Table:
    line: int
    rows: list[tuple[int, bool, list[_Cell]]] = field(default_factory=list)
    in_head: bool = False
    in_cell: bool = False
    row_gone: bool = False
    caption: _Words = field(default_factory=_Words)


@dataclass(slots=True)
class _List:
    line: int
    items: list[Item] = field(default_factory=list)
    open_item: _Words | None = None
    children: list[Item] = field(default_factory=list)
    told: bool = False


def read_html(text: str, name: str) -> Page:
    """The blocks of an HTML page; its title stands in `meta`."""
    title = re.search(r"(?is)<title[^>]*>(.*?)</title>", text)
    meta = {"title": " ".join(_plain(title[1]).split())} if title else {}
    opened, closed = (len(re.findall(tag, text)) for tag in (r"(?i)<table\b", r"(?i)</table\s*>"))
    cut = (warning(name, "page_cut"),) if opened > closed else ()
    return Page(blocks=tuple(html_blocks(text, name)), meta=meta, markup=text, problems=cut)


def html_blocks(text: str, name: str, first_line: int = 1) -> list[Block]:
    """The blocks of a stretch of HTML whose first line has this number."""
    reader = _Reader(name, first_line)
    reader.feed(text)
    reader.close()
    return reader.finished()


def _raised(words: str) -> str:
    """What is set above the line, as signs that no word takes for its own end: "¹", "[a]"."""
    words = words.strip()
    return f"[{words}]" if len(words) == 1 and words.isalpha() else words.translate(_SUPERSCRIPTS)


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^<>]*>", " ", text))


class _Reader(HTMLParser):
    """Turns tags into blocks. Unclosed tags are closed by what follows, or by the end."""

    def __init__(self, name: str, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.lines_before = first_line - 1
        self.blocks: list[Block] = []
        self.skipping: list[str] = []
        self.tables: list[_Table] = []
        self.lists: list[_List] = []
        self.words = _Words()
        self.marks: list[tuple[str, int, str]] = []
        self.heading = 0
        self.raised = False

    # What the parser calls ------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _ALIASES.get(tag, tag)
        if self.skipping or tag in UNREAD:
            if tag not in VOID:
                self.skipping.append(tag)
            return
        given = {name: value or "" for name, value in attrs}
        if tag in {"br", "small"}:
            self._say("\n")
        elif tag == "sup":
            self.raised = True
        elif tag in _STRUCK:
            self._say(STRIKE)
        elif tag in {"a", "strong", "b"}:
            self.marks.append((tag, len(self._target().parts), given.get("href", "")))
        elif tag in _BLOCKS:
            self._open(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _ALIASES.get(tag, tag) not in UNREAD:
            self.handle_starttag(tag, attrs)
            if tag not in VOID:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = _ALIASES.get(tag, tag)
        if self.skipping:
            if tag in self.skipping:
                del self.skipping[self.skipping.index(tag) :]
            return
        if tag == "sup":
            self.raised = False
        elif tag in _STRUCK:
            self._say(STRIKE)
        elif tag in {"a", "strong", "b"}:
            self._unmark(tag)
        elif tag in _BLOCKS:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            words = data.replace("\n", " ")
            self._say(_raised(words) if self.raised else words)

    # Blocks ---------------------------------------------------------------------------------------------

    def _open(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self._flush()
            self.tables.append(_Table(line=self._line()))
        elif self.tables and tag in _OF_TABLES:
            self._open_in_table(tag, given)
        elif self._is_of_list(tag):
            self._OPEN_IN_LIST[tag](self)
        elif tag != "dd":
            self._flush()
            self.heading = _HEADINGS.get(tag, self.heading)

    def _is_of_list(self, tag: str) -> bool:
        """Whether a tag opens a list or something in one; in the cell of a table it is a new line."""
        return tag in self._OPEN_IN_LIST and bool(self.lists or tag in _LISTS) and not self._cell()

    def _open_list(self) -> None:
        self._flush()
        self.lists.append(_List(line=self._line()))

    def _open_item(self) -> None:
        self._close_item()
        self.lists[-1].open_item = _Words(line=self._line())
        self.lists[-1].told = False

    def _open_told(self) -> None:
        self._say("\n" if self.lists[-1].told else "")
        self.lists[-1].told = True

    _OPEN_IN_LIST: ClassVar[dict[str, Callable[[_Reader], None]]] = {
        **dict.fromkeys(_LISTS, _open_list),
        "li": _open_item,
        "dt": _open_item,
        "dd": _open_told,
    }

    def _open_in_table(self, tag: str, given: dict[str, str]) -> None:
        table = self.tables[-1]
        self.marks.clear()
        if tag == "thead":
            table.in_head = True
        elif tag in {"tbody", "tfoot"}:
            table.in_head = False
        elif tag == "tr":
            table.rows.append((self._line(), table.in_head, []))
            table.row_gone = _is_gone(given)
        elif tag in {"td", "th"}:
            if not table.rows:
                table.rows.append((self._line(), table.in_head, []))
            cell = _Cell(
                _Words(line=self._line()), tag == "th", _span(given, "colspan"), _span(given, "rowspan")
            )
            table.rows[-1][2].append(cell)
            if table.row_gone or _is_gone(given):
                cell.words.parts.append(STRIKE)
        table.in_cell = tag in {"td", "th"}

    def _close(self, tag: str) -> None:
        if self.tables and tag in {*_OF_TABLES, "table"}:
            self._close_in_table(tag)
        elif tag in self._CLOSE_IN_LIST and self.lists and not self._cell():
            self._CLOSE_IN_LIST[tag](self)
        elif tag == "dt":
            self._say(" " if "".join(self._target().parts).rstrip().endswith(":") else ": ")
        elif tag != "dd":
            self._flush()
            self.heading = 0

    def _close_in_table(self, tag: str) -> None:
        if tag == "table":
            self._finish_table()
        elif tag == "thead":
            self.tables[-1].in_head = False
        else:
            self.tables[-1].in_cell = False

    def _finish_table(self) -> None:
        table = self.tables.pop()
        grid = _grid(table, self.name)
        if grid.rows or grid.header:
            self.blocks.append(grid)

    def _close_item(self) -> None:
        current = self.lists[-1]
        if current.open_item is not None:
            text = current.open_item.text()
            where = f"{self.name}:{current.open_item.line}"
            if text.plain or current.children:
                current.items.append(Item(text=text, where=where, children=tuple(current.children)))
        current.open_item, current.children = None, []

    def _finish_list(self) -> None:
        self._close_item()
        done = self.lists.pop()
        if self.lists and self.lists[-1].open_item is not None:
            self.lists[-1].children += done.items
        elif done.items:
            self.blocks.append(Bullets(items=tuple(done.items), where=f"{self.name}:{done.line}"))

    _CLOSE_IN_LIST: ClassVar[dict[str, Callable[[_Reader], None]]] = {
        **dict.fromkeys(_LISTS, _finish_list),
        "li": _close_item,
    }

    def finished(self) -> list[Block]:
        """What is still open is closed in the order in which a browser would."""
        while self.lists:
            self._finish_list()
        while self.tables:
            self._finish_table()
        self._flush()
        return self.blocks

    # Words ----------------------------------------------------------------------------------------------

    def _line(self) -> int:
        return self.getpos()[0] + self.lines_before

    def _cell(self) -> _Cell | None:
        table = self.tables[-1] if self.tables else None
        return table.rows[-1][2][-1] if table and table.in_cell else None

    def _target(self) -> _Words:
        if cell := self._cell():
            return cell.words
        if self.tables and not self.tables[-1].rows:
            return self.tables[-1].caption
        if self.lists and self.lists[-1].open_item is not None:
            return self.lists[-1].open_item
        return self.words

    def _say(self, words: str) -> None:
        target = self._target()
        if target is self.words and not (target.parts or words.strip()):
            return
        if not target.line:
            target.line = self._line()
        target.parts.append(words)

    def _unmark(self, tag: str) -> None:
        at = next((i for i in range(len(self.marks) - 1, -1, -1) if self.marks[i][0] == tag), None)
        if at is None:
            return
        _, start, address = self.marks.pop(at)
        target = self._target()
        words = " ".join("".join(target.parts[start:]).split())
        if tag == "a" and words:
            target.links.append((words, address))
        elif words:
            target.bolds.append(words)

    def _flush(self) -> None:
        """A block ends: in a cell or bullet that is a new line, elsewhere a paragraph or heading."""
        target = self._target()
        if target is not self.words:
            self._say("\n")
            return
        text = self.words.text()
        where = f"{self.name}:{self.words.line or self._line()}"
        self.words = _Words()
        self.marks.clear()
        if text.plain and self.heading:
            self.blocks.append(Heading(level=self.heading, text=standing(text), where=where))
        elif text.plain:
            self.blocks.append(Paragraph(text=text, where=where))


def _is_gone(given: dict[str, str]) -> bool:
    """Whether a page strikes or hides what it still holds, by its own style."""
    return "hidden" in given or bool(_GONE.search(given.get("style", "").lower().replace(" ", "")))


def _span(given: dict[str, str], name: str) -> int:
    found = given.get(name, "1")
    return min(_MOST_COLUMNS, max(1, int(found))) if found.isascii() and found.isdigit() else 1


def _grid(table: _Table, name: str) -> Grid:
    """Spread out cells that span columns or rows: each cell they cover holds their text."""
    carried: dict[int, tuple[int, Text]] = {}
    spread: list[tuple[bool, GridRow]] = []
    width = max((sum(cell.columns for cell in cells) for _, _, cells in table.rows), default=0)
    for line, in_head, cells in table.rows:
        texts, carried = _spread(cells, carried)
        alone = len(cells) == 1 and cells[0].columns > 1 and cells[0].columns >= width > 1
        head = in_head or (bool(cells) and all(cell.head for cell in cells) and not alone)
        row = GridRow(cells=tuple(texts), where=f"{name}:{line}", spans=alone)
        if any(text.plain for text in texts):
            spread.append((head, row))
    header_at = next((at for at, (head, _) in enumerate(spread) if head), 0)
    header = tuple(text.plain for text in spread[header_at][1].cells) if spread else ()
    rows = tuple(row for at, (_, row) in enumerate(spread) if at > header_at)
    title = " ".join(table.caption.text().plain.split())
    return Grid(header=header, rows=rows, where=f"{name}:{table.line}", title=title)


def _spread(
    cells: Iterable[_Cell], carried: dict[int, tuple[int, Text]]
) -> tuple[list[Text], dict[int, tuple[int, Text]]]:
    texts: list[Text] = []
    further: dict[int, tuple[int, Text]] = {}

    def carry_on() -> None:
        while (held := carried.get(len(texts))) and len(texts) < _MOST_COLUMNS:
            left, text = held
            if left > 1:
                further[len(texts)] = (left - 1, text)
            texts.append(text)

    for cell in cells:
        carry_on()
        text = cell.words.text()
        for _ in range(min(cell.columns, _MOST_COLUMNS - len(texts))):
            if cell.rows > 1:
                further[len(texts)] = (cell.rows - 1, text)
            texts.append(text)
    carry_on()
    return texts, further
