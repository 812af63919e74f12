"""A page as blocks: headings, paragraphs, bullets and grids, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from vendorrisk.domain.message import Problem  # noqa: TC001  (a field of a carried record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words without markup; `links` are (text, address) and `bolds` the emphasised stretches, in order."""

    plain: str = ""
    links: tuple[tuple[str, str], ...] = ()
    bolds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A title of a section; `level` 1 is the page's own."""

    level: int
    text: Text
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    text: Text
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One bullet and the bullets below it."""

    text: Text
    where: str
    children: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list of bullets."""

    items: tuple[Item, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row; `spans`: a single cell over all columns; not `sound`: cells may stand in wrong columns."""

    cells: tuple[Text, ...]
    where: str
    places: tuple[str, ...] = ()
    spans: bool = False
    sound: bool = True

    def where_of(self, column: int) -> str:
        """The place of one cell, or of the row where cells have none of their own."""
        return self.places[column] if column < len(self.places) else self.where


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table, or records that were written one below the other; `title` is its own caption, sheet or key.

    `codes`: its places are codes and nothing else, as we publish them: NA is Namibia there, and no answer.
    """

    header: tuple[str, ...]
    rows: tuple[GridRow, ...]
    where: str
    title: str = ""
    codes: bool = False


Block: TypeAlias = Heading | Paragraph | Bullets | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything of one file, in order; `meta` are the pairs of its front matter.

    `markup` is the HTML and `source` the plain text that it was read from: where the blocks hold no list, one
    is looked for there.
    """

    blocks: tuple[Block, ...] = ()
    markup: str = ""
    source: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
