"""Report blocks as the pieces of a PDF: one function per kind of block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.pdf import charts
from vendorrisk.documents.pdf.colours import HAIR, TONES
from vendorrisk.documents.pdf.flow import bookmark, fact_row
from vendorrisk.documents.pdf.fonts import REGULAR
from vendorrisk.documents.pdf.text import paragraph, short_text
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.report import (
    Align,
    Bars,
    Facts,
    Grid,
    Heading,
    HeatMap,
    Months,
    Note,
    PageBreak,
    Paragraph,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from vendorrisk.domain.report import Block, Cell, Column, Text
    from vendorrisk.usecases.ports import Words

_SPLIT = (Grid, Facts, Paragraph)
"""What may go on on the next page."""

ROOM_BELOW = {1: 120.0, 2: 95.0, 3: 75.0}
"""Points that a heading wants on its page, itself included: enough for a table's head and a few rows."""

PAGE = 842.0
LONG_ROW = 480.0
"""Points of height from which a row is broken: with head and paddings it hardly fits on a page of its own."""
LAST_TOGETHER = 2
"""So many rows at the end of a table stay together: one alone on a page is overlooked."""

_CELLS = {Align.LEFT: "value", Align.RIGHT: "number", Align.CENTRE: "centre"}
_HEADS = {Align.LEFT: "head", Align.RIGHT: "head_number", Align.CENTRE: "head_centre"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setter:
    """Sets blocks into flowables of one width, in one language; `said` keeps the texts it set, in order."""

    words: Words
    language: str
    width: float
    said: list[str] = field(default_factory=list)

    def say(self, cell: Cell) -> str:
        """A text or value as the reader sees it; nothing for None."""
        text = self._worded(cell)
        self.said.append(text)
        return text

    def _worded(self, cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case str():
                return cell
            case Message():
                return self.words.say(cell, language=self.language)
            case _:
                return self.words.say(msg("plain", text=cell), language=self.language)

    def flowables(self, blocks: tuple[Block, ...]) -> Iterator[Flowable]:
        """Everything that the blocks put on paper, in order."""
        for group in _groups(blocks):
            pieces = [piece for block, after in group for piece in self._block(block, after)]
            yield from [_on_one_page(pieces)] if len(group) > 1 else pieces

    def _block(self, block: Block, after: Block | None) -> Iterator[Flowable]:
        match block:
            case Heading():
                yield from self._heading(block, splits=isinstance(after, _SPLIT))
            case Paragraph(text=text):
                yield from self._paragraphs(text)
            case Facts():
                yield from self._facts(block)
            case Grid():
                yield from self._grid(block)
            case Bars():
                yield from self._chart(charts.bars(block, self.width, self.say), block.caption)
            case HeatMap():
                yield from self._chart(charts.heat_map(block, self.width, self.say), block.caption)
            case Months():
                yield from self._chart(charts.months(block, self.width, self._month_name), block.caption)
            case Note():
                yield from self._note(block)
            case PageBreak():
                yield _page_break()

    def _month_name(self, number: int) -> str:
        return self.words.say(msg(f"month.short.{number}"), language=self.language)

    def _heading(self, block: Heading, *, splits: bool) -> Iterator[Flowable]:
        """A heading stays with what it is about: with all of a chart, but only with the begin of a table.

        To keep a table whole would leave a quarter of the page before it empty.
        """
        level = min(max(block.level, 1), 3)
        text = self.say(block.text)
        if splits:
            yield _room(ROOM_BELOW[level])
        if level < 3:
            yield bookmark(text, level - 1)
        words = paragraph(text, f"h{level}")
        if splits:
            words.keepWithNext = 0
        yield words

    def _paragraphs(self, text: Text) -> Iterator[Flowable]:
        """Each line of a person's text is a paragraph of its own."""
        for line in self.say(text).split("\n"):
            if line.strip():
                yield paragraph(line)
                yield _space(4)

    def _facts(self, block: Facts) -> Iterator[Flowable]:
        for row in block.rows:
            sign = TONES[row.tone][0] if row.tone is not Tone.NEUTRAL else None
            yield fact_row(self.say(row.label), self.say(row.value), sign)
        yield _space(6)

    def _grid(self, block: Grid) -> Iterator[Flowable]:
        if not block.rows:
            yield short_text(self.say(block.empty), "label")
            yield _space(6)
            return
        if block.caption:
            words = paragraph(self.say(block.caption), "caption")
            words.keepWithNext = 0
            yield _room(ROOM_BELOW[3])
            yield words
        yield self._table(block)
        yield _space(8)

    def _table(self, block: Grid) -> Flowable:
        from reportlab.platypus import Table

        total = sum(column.share for column in block.columns) or 1.0
        rows = [[short_text(self.say(column.title), _HEADS[column.align]) for column in block.columns]]
        rows += [
            [self._cell(cell, column) for cell, column in zip(row, block.columns, strict=True)]
            for row in block.rows
        ]
        widths = [self.width * column.share / total for column in block.columns]
        return Table(
            rows,
            colWidths=widths,
            repeatRows=1,
            splitInRow=int(_has_long_row(rows, widths)),
            style=_table_style(block),
            hAlign="LEFT",
        )

    def _cell(self, cell: Cell, column: Column) -> Flowable:
        return short_text(self.say(cell), _CELLS[column.align])

    def _chart(self, drawing: Flowable, caption: Text) -> Iterator[Flowable]:
        if caption:
            yield paragraph(self.say(caption), "caption")
        yield drawing
        yield _space(8)

    def _note(self, block: Note) -> Iterator[Flowable]:
        from reportlab.lib.colors import HexColor
        from reportlab.platypus import Table

        sign, ground = TONES[block.tone]
        style = [
            _EMBEDDED,
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(ground)),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, HexColor(sign)),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            *_PADDING,
        ]
        text = paragraph(self.say(block.text), "value")
        yield _space(2)
        yield Table([[text]], colWidths=[self.width], style=style, splitInRow=1, hAlign="LEFT")
        yield _space(8)


_PADDING: list[tuple[Any, ...]] = [
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]


_EMBEDDED: tuple[Any, ...] = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""Tables name a font even where all their cells bring their own; it has to be one that is embedded."""


def _table_style(block: Grid) -> list[tuple[Any, ...]]:
    """Hairlines between rows, a stronger line below the head, and a coloured edge where a row wants care."""
    from reportlab.lib.colors import HexColor

    style: list[tuple[Any, ...]] = [
        _EMBEDDED,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor(HAIR)),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor("#7A828E")),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    if len(block.rows) > LAST_TOGETHER:
        style.append(("NOSPLIT", (0, -LAST_TOGETHER), (-1, -1)))
    for number, tone in enumerate(block.tones, start=1):
        if tone in {Tone.WARNING, Tone.BAD}:
            style.append(("LINEBEFORE", (0, number), (0, number), 2.5, HexColor(TONES[tone][0])))
    return style


def _has_long_row(rows: list[list[Flowable]], widths: list[float]) -> bool:
    """Whether a row is so high that it has to be broken; others go on as a whole on the next page."""
    heights = (
        max(cell.wrap(width, PAGE)[1] for cell, width in zip(row, widths, strict=True)) for row in rows
    )
    return any(height > LONG_ROW for height in heights)


def _what_follows(blocks: tuple[Block, ...]) -> list[Block | None]:
    """For each block the first one after it that is no heading."""
    found: list[Block | None] = []
    after: Block | None = None
    for block in reversed(blocks):
        found.append(after)
        after = after if isinstance(block, Heading) else block
    return found[::-1]


def _groups(blocks: tuple[Block, ...]) -> Iterator[list[tuple[Block, Block | None]]]:
    """Each block with what it is followed by; a chart, its note and a heading over them are one group."""
    followed = list(zip(blocks, _what_follows(blocks), strict=True))
    at = 0
    while at < len(blocks):
        size = _as_a_whole(blocks[at : at + 3])
        yield followed[at : at + size]
        at += size


def _as_a_whole(blocks: tuple[Block, ...]) -> int:
    """How many of the next three blocks stand on one page."""
    match blocks:
        case (Heading(), Bars() | HeatMap() | Months(), Note()):
            return 3
        case (Bars() | HeatMap() | Months(), Note(), *_):
            return 2
        case _:
            return 1


def _room(height: float) -> Flowable:
    """Goes on to the next page where there is less room than this."""
    from reportlab.platypus import CondPageBreak

    return CondPageBreak(height)


def _on_one_page(flowables: list[Flowable]) -> Flowable:
    """A chart and what it leaves out: alone on the next page, nobody would know what the note speaks of."""
    from reportlab.platypus import KeepTogether

    return KeepTogether(flowables)


def _space(height: float) -> Flowable:
    from reportlab.platypus import Spacer

    return Spacer(1, height)


def _page_break() -> Flowable:
    from reportlab.platypus import PageBreak as NewPage

    return NewPage()
