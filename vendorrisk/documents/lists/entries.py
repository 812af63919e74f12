"""What every shape of a list yields before it becomes rows: fields, places, and what stands above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.blocks import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.documents.lists.vocabulary import Vocabulary
    from vendorrisk.documents.places import Gazetteer
    from vendorrisk.domain.register.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What reading needs beside a page: the file's name, the tables of words and law, the publisher's name.

    `footnotes` are those of the page by their signs.
    """

    name: str
    places: Gazetteer
    words: Vocabulary
    law: Law
    company: str = ""
    footnotes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What headings and introducing sentences say about the entries below them.

    `announced`: a heading below the title, or the sentence before, says that sub-processors follow.
    `other`: a heading says that changes, measures or contacts follow, which look like vendors in bullets.
    `apart`: a heading says that no sub-processors follow but carriers or controllers of their own.
    `codes`: places are codes and nothing else.
    """

    group: str = ""
    affiliate: bool = False
    former: bool = False
    planned: bool = False
    about_list: bool = False
    announced: bool = False
    other: bool = False
    apart: bool = False
    locations: tuple[str, ...] = ()
    place_text: str = ""
    codes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One piece of an entry: the heading it stood under, its text and its place."""

    heading: str
    text: Text
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One vendor as written. Fields by meaning (name, purpose, location, ...), in the order of the page."""

    where: str
    context: Context
    fields: dict[str, list[Cell]] = field(default_factory=dict)

    def words(self, meaning: str, joint: str = "; ") -> str:
        """The texts of one meaning as one line of text."""
        texts = [" ".join(cell.text.plain.split()) for cell in self.fields.get(meaning, [])]
        return joint.join(dict.fromkeys(filter(None, texts)))

    def cells(self, meaning: str) -> list[Cell]:
        """The filled pieces of one meaning."""
        return [cell for cell in self.fields.get(meaning, []) if cell.text.plain.strip()]


def plain_cell(heading: str, words: str, where: str) -> Cell:
    """A piece of text without markup."""
    return Cell(heading=heading, text=Text(plain=words), where=where)
