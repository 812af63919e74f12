"""Markdown (and what is written around it) to blocks: front matter, tables, bullets, HTML tables."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.beside import STRIKE, standing
from vendorrisk.documents.lists.blocks import Bullets, Grid, GridRow, Heading, Item, Page, Paragraph, Text
from vendorrisk.documents.lists.from_html import html_blocks
from vendorrisk.documents.problems import error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from vendorrisk.documents.lists.blocks import Block

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^([A-Za-z][\w.-]*)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_HTML_TABLE = re.compile(r"<table\b.*?(?:</table\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CELL_END = re.compile(r"(?<!\\)\|")
_RULE_OR_ROW = re.compile(r"(?<!\\)\|.*(?<!\\)\||^ *:?-+:? *\|")
_BREAK = re.compile(r"(?i)<br\s*/?>")
_STRIKE = re.compile(r"(?i)</?(?:s|del|strike)>")


def read_markdown(text: str, name: str) -> Page:
    """The blocks of a Markdown page; never fails, since any text is Markdown."""
    meta, text = _front_matter(text)
    text = _COMMENT.sub(_lines_of, text)
    tables = [(_line(text, found.start()), found[0]) for found in _HTML_TABLE.finditer(text)]
    text = _HTML_TABLE.sub(_lines_of, text)
    blocks: list[tuple[int, Block]] = list(_blocks(text, name))
    for line, table in tables:
        blocks += [(line, block) for block in html_blocks(table, name, first_line=line)]
    blocks.sort(key=lambda pair: pair[0])
    whole = tuple(block for _, block in blocks)
    if not (torn := torn_row(text)):
        return Page(blocks=whole, meta=meta, source=text)
    where = f"{name}:{torn}"
    found = error(where, "row_torn_table", row=text.rpartition("\n")[2][:80])
    return Page(blocks=_without(whole, where), meta=meta, source=text, problems=(found,))


def torn_row(text: str) -> int:
    """The last line of a text that is cut off inside a row of a table; 0 where none is."""
    before, end, last = text.rpartition("\n")
    above = before.rpartition("\n")[2]
    if not end or "|" not in last or not _RULE_OR_ROW.search(above):
        return 0
    open_end = above.rstrip().endswith("|") and not last.rstrip().endswith("|")
    is_short = len(_CELL_END.findall(last)) < len(_CELL_END.findall(above))
    return text.count("\n") + 1 if open_end or is_short else 0


def _without(blocks: tuple[Block, ...], where: str) -> tuple[Block, ...]:
    """The blocks with the row of a table at this place marked as one that cannot be trusted."""
    return tuple(
        replace(block, rows=tuple(replace(row, sound=row.where != where) for row in block.rows))
        if isinstance(block, Grid)
        else block
        for block in blocks
    )


def front_matter(text: str) -> str:
    """What stands between the lines at the top of a page, on the lines where it stands; empty without any."""
    found = _FRONT_MATTER.match(text)
    return f"\n{found[1]}" if found else ""


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    meta = {key.casefold(): value.strip().strip("\"'") for key, value in _PAIR.findall(found[1])}
    return meta, "\n" * found[0].count("\n") + text[found.end() :]


def _lines_of(found: re.Match[str]) -> str:
    """As many line ends as were taken out, so that lines keep their numbers."""
    return "\n" * found[0].count("\n")


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _blocks(text: str, name: str) -> Iterator[tuple[int, Block]]:
    from markdown_it import MarkdownIt  # noqa: PLC0415  (slow import)

    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _end(tokens, at)
        line = token.map[0] + 1 if token.map else 1
        block = _block(tokens[at : end + 1], line, name)
        yield from ((line, one) for one in block)
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Index of the token that closes the one at `at`."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _block(tokens: Sequence[Token], line: int, name: str) -> list[Block]:
    where = f"{name}:{line}"
    kind = tokens[0].type
    if kind == "heading_open":
        return [Heading(level=int(tokens[0].tag[1]), text=standing(_inline(tokens[1])), where=where)]
    if kind == "paragraph_open":
        return [Paragraph(text=_inline(tokens[1]), where=where)]
    if kind in {"bullet_list_open", "ordered_list_open"}:
        return [Bullets(items=_items(tokens[1:-1], name), where=where)]
    if kind == "table_open":
        return [_grid(tokens, where, name)]
    if kind == "blockquote_open":
        return [block for _, block in _nested(tokens[1:-1], name)]
    if kind == "html_block":
        return html_blocks(tokens[0].content, name, first_line=line)
    return []


def _nested(tokens: Sequence[Token], name: str) -> Iterator[tuple[int, Block]]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        found = tokens[at].map
        line = found[0] + 1 if found else 1
        yield from ((line, block) for block in _block(tokens[at : end + 1], line, name))
        at = end + 1


def _items(tokens: Sequence[Token], name: str) -> tuple[Item, ...]:
    items, at = [], 0
    while at < len(tokens):
        end = _end(tokens, at)
        found = tokens[at].map
        items.append(_item(tokens[at + 1 : end], f"{name}:{found[0] + 1 if found else 1}", name))
        at = end + 1
    return tuple(items)


def _item(tokens: Sequence[Token], where: str, name: str) -> Item:
    texts: list[Text] = []
    children: list[Item] = []
    for _, block in _nested(tokens, name):
        if isinstance(block, Bullets):
            children += block.items
        elif isinstance(block, Paragraph | Heading):
            texts.append(block.text)
    return Item(text=_joined(texts), where=where, children=tuple(children))


def _joined(texts: Sequence[Text]) -> Text:
    return Text(
        plain="\n".join(text.plain for text in texts),
        links=tuple(link for text in texts for link in text.links),
        bolds=tuple(bold for text in texts for bold in text.bolds),
    )


def _grid(tokens: Sequence[Token], where: str, name: str) -> Grid:
    rows: list[GridRow] = []
    cells: list[Text] = []
    line = 1
    for token in tokens:
        if token.type == "tr_open":
            cells, line = [], (token.map[0] + 1 if token.map else line)
        elif token.type == "inline":
            cells.append(_inline(token))
        elif token.type == "tr_close":
            rows.append(GridRow(cells=tuple(cells), where=f"{name}:{line}"))
    header = tuple(cell.plain for cell in rows[0].cells) if rows else ()
    return Grid(header=header, rows=tuple(rows[1:]), where=where)


def _inline(token: Token) -> Text:
    """Flattens inline markup; line breaks, Markdown's and HTML's, become line feeds."""
    words: list[str] = []
    links: list[tuple[int, str]] = []
    bolds: list[int] = []
    found_links: list[tuple[str, str]] = []
    found_bolds: list[str] = []
    for child in token.children or []:
        if child.type == "link_open":
            links.append((len(words), str(child.attrs.get("href", ""))))
        elif child.type == "link_close" and links:
            start, address = links.pop()
            found_links.append(("".join(words[start:]).strip(), address))
        elif child.type == "strong_open":
            bolds.append(len(words))
        elif child.type == "strong_close" and bolds:
            found_bolds.append("".join(words[bolds.pop() :]).strip())
        else:
            words.append(_words(child))
    return Text(
        plain="".join(words).strip(), links=tuple(found_links), bolds=tuple(filter(None, found_bolds))
    )


def _words(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return "\n" if child.type == "hardbreak" else " "
    if child.type in {"s_open", "s_close"}:
        return STRIKE
    if child.type == "html_inline":
        struck = STRIKE if _STRIKE.fullmatch(child.content) else ""
        return "\n" if _BREAK.fullmatch(child.content) else struck
    if child.type == "image":
        return ""
    return child.content
