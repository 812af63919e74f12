"""Word documents to blocks: headings, paragraphs, bullets and tables; the place is the paragraph or row."""

from __future__ import annotations

import re
import zipfile
from itertools import count
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.cleaning import clean
from vendorrisk.documents.lists.beside import STRIKE, standing
from vendorrisk.documents.lists.blocks import Bullets, Grid, GridRow, Heading, Item, Page, Paragraph, Text
from vendorrisk.documents.problems import refusal
from vendorrisk.documents.zip_preflight import preflight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vendorrisk.documents.child.limits import Limits
    from vendorrisk.documents.lists.blocks import Block

DOCUMENT = "word/document.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(
    r"(?i)(?:heading|berschrift|titre|ttulo|titolo|kop|rubrik|overskrift|nagwek|naslov|otsikko)(\d)"
)
_OFF = {"0", "false", "none", "off"}


def read_docx(path: Path, limits: Limits) -> Page:
    """The blocks of a document; raises UserError for one that may not or cannot be parsed."""
    from defusedxml.ElementTree import (  # type: ignore[import-untyped]  # noqa: PLC0415  (slow import)
        ParseError,
        fromstring,
    )

    preflight(path, limits, folder="word/")
    with zipfile.ZipFile(path) as archive:
        if archive.getinfo(DOCUMENT).file_size > limits.file_bytes:
            raise refusal(path.name, "list_in_office", name=path.name)
        try:
            root = fromstring(archive.read(DOCUMENT))
        except ParseError as bad:
            raise refusal(path.name, "zip_damaged", name=path.name) from bad
    if sum(1 for _ in root.iter()) > limits.nodes:
        raise refusal(path.name, "list_in_office", name=path.name)
    body = root.find(f"{_W}body")
    numbers = (f"{path.name}:{number}" for number in count(1))
    return Page(blocks=tuple(_blocks(body, numbers)) if body is not None else ())


def _blocks(body: Any, numbers: Iterator[str]) -> Iterator[Block]:
    bullets: list[Item] = []
    for part in _parts(body):
        item = _item(part, numbers) if part.find(f"{_W}pPr/{_W}numPr") is not None else None
        if item:
            bullets.append(item)
            continue
        if bullets:
            yield Bullets(items=tuple(bullets), where=bullets[0].where)
            bullets = []
        yield _table(part, numbers) if part.tag == f"{_W}tbl" else _paragraph(part, numbers)
    if bullets:
        yield Bullets(items=tuple(bullets), where=bullets[0].where)


def _parts(holder: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside a content control."""
    for part in holder:
        if part.tag in {f"{_W}p", f"{_W}tbl"}:
            yield part
        elif part.tag == f"{_W}sdt" and (content := part.find(f"{_W}sdtContent")) is not None:
            yield from (one for one in content if one.tag in {f"{_W}p", f"{_W}tbl"})


def _item(part: Any, numbers: Iterator[str]) -> Item | None:
    """A numbered paragraph as a bullet; headings are numbered too and are none."""
    return None if _level(part) else Item(text=_text(part), where=next(numbers))


def _paragraph(part: Any, numbers: Iterator[str]) -> Block:
    where, level = next(numbers), _level(part)
    if level:
        return Heading(level=level, text=standing(_text(part)), where=where)
    return Paragraph(text=_text(part), where=where)


def _level(part: Any) -> int:
    style = part.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else style.get(f"{_W}val", "")
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else int(name.casefold() in {"title", "titel"})


def _text(part: Any) -> Text:
    """The words of a paragraph; what is deleted under "track changes" is not among them."""
    words: list[str] = []
    bolds: list[str] = []
    for run in part.iter(f"{_W}r"):
        said = clean("".join(_said(piece) for piece in run))
        if said.strip() and _is_on(run, "strike"):
            said = f"{STRIKE}{said}{STRIKE}"
        elif said.strip() and _is_on(run, "b"):
            bolds.append(said.strip())
        words.append(said)
    return Text(plain="".join(words).strip(), bolds=tuple(bolds))


def _said(piece: Any) -> str:
    return {f"{_W}t": piece.text or "", f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}.get(piece.tag, "")


def _is_on(run: Any, mark: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{mark}")
    return found is not None and found.get(f"{_W}val", "1") not in _OFF


def _table(part: Any, numbers: Iterator[str]) -> Grid:
    """A table; a cell merged downwards shows its text in each row, one merged across in each column."""
    rows: list[GridRow] = []
    for line in part.iter(f"{_W}tr"):
        above = rows[-1].cells if rows else ()
        cells: list[Text] = []
        found = line.findall(f"{_W}tc")
        for cell in found:
            text = _cell(cell)
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(f"{_W}val") != "restart" and len(cells) < len(above):
                text = above[len(cells)]
            cells += [text] * _span(cell)
        rows.append(GridRow(cells=tuple(cells), where=next(numbers), spans=len(found) == 1 < len(cells)))
    header = tuple(cell.plain for cell in rows[0].cells) if rows else ()
    return Grid(header=header, rows=tuple(rows[1:]), where=rows[0].where if rows else "")


def _cell(cell: Any) -> Text:
    texts = [_text(one) for one in cell.iter(f"{_W}p")]
    plain = "\n".join(text.plain for text in texts if text.plain)
    return Text(plain=plain, bolds=tuple(bold for text in texts for bold in text.bolds))


def _span(cell: Any) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    columns = "1" if found is None else found.get(f"{_W}val", "1")
    return min(60, max(1, int(columns))) if columns.isascii() and columns.isdigit() else 1
