"""What a printed report says: plain blocks in reading order, without any idea of paper, fonts or files.

A text is either a `Message`, which the catalogue renders, or a `str` that a person typed or a file held. The
latter is data: whoever prints it escapes it and never reads markup in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from vendorrisk.domain.message import Message

Text: TypeAlias = Message | str
"""A sentence of the catalogue, or words that are already somebody's own."""

Cell: TypeAlias = Message | str | int | float | date | None
"""The content of one table cell; None prints as an empty cell, numbers and dates in the reader's manner."""


class Tone(StrEnum):
    """How a value should strike the reader; colour is never the only sign of it."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class Align(StrEnum):
    """On which side of its column a cell stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 opens a chapter, 2 a section, 3 a paragraph group."""

    text: Text
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One label with its value, such as "Residual risk: 28.2 (medium)"."""

    label: Text
    value: Cell
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels and values below each other, two columns wide where there is room."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a grid; `share` is its width relative to the other columns'."""

    title: Text
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a header that repeats on each page.

    Each row has one cell per column. `tones` is empty or has one tone per row. An empty grid prints `empty`.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    tones: tuple[Tone, ...] = ()
    caption: Text = ""
    empty: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its label, its value on the scale of its chart, and the words printed at its end."""

    label: Text
    value: float
    words: Text = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A chart of horizontal bars from 0 to `maximum`; the numbers stand beside them in words."""

    bars: tuple[Bar, ...]
    maximum: float = 100.0
    caption: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark set apart from the running text, such as what a figure leaves out."""

    text: Text
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """How many there are in one cell of a map, and how risky it is to be there: 0 (least) to 4 (most)."""

    count: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A table of counts over two scales; the darker a cell, the riskier. Each number stands in its cell."""

    rows_title: Text
    rows: tuple[Text, ...]
    columns: tuple[Text, ...]
    cells: tuple[tuple[HeatCell, ...], ...]
    caption: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBar:
    """What falls into the month that begins on `first`."""

    first: date
    count: int
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """A strip of months with a bar and a number each."""

    months: tuple[MonthBar, ...]
    caption: Text = ""


Block: TypeAlias = Heading | Paragraph | Facts | Grid | Bars | HeatMap | Months | Note | PageBreak
"""Anything a report may hold; whoever prints handles every kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report: what its first page says, and its blocks.

    `on` is the date for which its figures hold; `confidential` marks each page.
    """

    title: Text
    subtitle: Text = ""
    company: str = ""
    on: date
    blocks: tuple[Block, ...]
    confidential: bool = True
    language: str = "en"
