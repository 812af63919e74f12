"""The rows of a table to entries, once its columns are known: vendors, section titles, further headings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import is_nobody, names_nobody
from vendorrisk.documents.lists.entries import Cell, Entry
from vendorrisk.documents.lists.vocabulary import TELLING
from vendorrisk.documents.place_text import read_places
from vendorrisk.documents.problems import warning
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.lists.blocks import GridRow
    from vendorrisk.documents.lists.entries import Context, Tools
    from vendorrisk.domain.message import Problem

_STORED = TELLING | {"name"}
_TELLING_GROUPS = ("affiliate", "third_party", "sub_processor", "former", "apart")


@dataclass(slots=True, kw_only=True)
class TableRows:
    """A table while its rows are taken one by one; headings and titles between them hold for what follows.

    `columns` is what each column holds, `entries` what was found so far, and `answered` are columns of places
    in which NO is an answer.
    """

    header: tuple[str, ...]
    columns: list[str]
    context: Context
    tools: Tools
    problems: list[Problem]
    entries: list[Entry] = field(default_factory=list)
    answered: frozenset[int] = frozenset()

    def take(self, row: GridRow) -> None:
        """Adds the vendor of a row, or learns from it; a row of neither is named."""
        if self._says_nothing(row):
            return
        if headings := self._headings_of(row):
            known = [*headings, *[""] * len(self.columns)]
            self.columns = [new or old for new, old in zip(known, self.columns, strict=False)]
        elif names_nobody(row, self.tools.words):
            said = " | ".join(filter(None, (one_line(cell.plain) for cell in row.cells)))
            self.problems.append(warning(row.where, "row_beside", row=said[:120]))
        elif title := self._section_title(row):
            self.context = _under(self.context, title, self.tools)
        else:
            self._take_vendor(row)

    def _says_nothing(self, row: GridRow) -> bool:
        """An empty row, the header once more, or an unsound one, which was named where it was read."""
        filled = any(
            cell.plain.strip(" |-–—") and not (meaning == "id" and _is_number(cell.plain))
            for cell, meaning in zip(row.cells, [*self.columns, *[""] * len(row.cells)], strict=False)
        )
        return not filled or not row.sound or self._repeats_header(row)

    def _repeats_header(self, row: GridRow) -> bool:
        cells = [fold(cell.plain) for cell in row.cells[: len(self.header)]]
        return cells == [fold(text) for text in self.header]

    def _headings_of(self, row: GridRow) -> list[str]:
        """What the cells of a further row of headings mean, below the first or in between; else nothing.

        Under the names it says that names follow, or nothing, as below a heading that spans two rows.
        """
        words, name_at = self.tools.words, self.columns.index("name")
        meanings = [words.meaning(cell.plain, exact=True) for cell in row.cells]
        filled = [at for at, cell in enumerate(row.cells) if cell.plain.strip()]
        known = [at for at in filled if meanings[at] in _STORED]
        over_names = meanings[name_at] == "name" if name_at in filled else len(known) == len(filled)
        if len(known) < 2 or not over_names:
            return []
        return [self._below(at, row.cells[at].plain) if at in filled else "" for at in range(len(row.cells))]

    def _below(self, at: int, heading: str) -> str:
        """What a heading means below another one: "Support" alone says nothing, below "Location" it does."""
        above = self.header[at] if at < len(self.header) else ""
        words = self.tools.words
        return words.meaning(heading) or words.meaning(f"{heading} {above}", exact=True)

    def _section_title(self, row: GridRow) -> str:
        """A row that heads others: one cell over all columns, or one bold or telling cell alone."""
        filled = [cell for cell in row.cells if cell.plain.strip()]
        texts = {one_line(cell.plain) for cell in filled}
        if len(texts) != 1 or len(self.columns) < 2:
            return ""
        text = texts.pop()
        whole = filled[0].bolds and one_line(" ".join(filled[0].bolds)).strip(" :") == text.strip(" :")
        telling = any(self.tools.words.has(group, text) for group in _TELLING_GROUPS)
        everywhere = len(filled) == len(row.cells) > 2
        if row.spans or telling or everywhere or (whole and not self._names_are_bold()):
            return text.strip(" :")
        return ""

    def _names_are_bold(self) -> bool:
        return any(cell.text.bolds for entry in self.entries for cell in entry.fields.get("name", []))

    def _take_vendor(self, row: GridRow) -> None:
        fields = self._fields(row)
        name = next((cell.text.plain for cell in fields.get("name", []) if cell.text.plain.strip()), "")
        filled = sum(bool(cell.plain.strip()) for cell in row.cells)
        if len(self.columns) > 2 and name and filled == 1 and not is_nobody(name, self.tools.words):
            self.problems.append(warning(row.where, "row_only_name", name=one_line(name)[:80]))
        self.problems += self._merged(row)
        self.entries.append(Entry(where=row.where, context=self.context, fields=fields))

    def _merged(self, row: GridRow) -> Iterator[Problem]:
        """A cell that lies over columns of different meaning: nobody knows which of them it is for."""
        for at, (left, right) in enumerate(pairwise(row.cells[: len(self.columns)])):
            one, other = self.columns[at : at + 2]
            if left is right and left.plain.strip() and one != other:
                headings = f"{self.header[at]}, {self.header[at + 1]}" if self.header[at + 1 :] else ""
                yield warning(row.where, "cell_merged", text=one_line(left.plain)[:80], headings=headings)

    def _fields(self, row: GridRow) -> dict[str, list[Cell]]:
        fields: dict[str, list[Cell]] = {}
        for at, written in enumerate(row.cells):
            meaning = self.columns[at] if at < len(self.columns) else ""
            heading = self.header[at] if at < len(self.header) else ""
            is_answer = at in self.answered and len(written.plain) == 2
            text = replace(written, plain=written.plain.casefold()) if is_answer else written
            if meaning != "id":
                fields.setdefault(meaning, []).append(
                    Cell(heading=heading, text=text, where=row.where_of(at))
                )
        return fields


def _is_number(text: str) -> bool:
    """Whether it merely counts the rows, as forms do that were numbered before they were filled."""
    return not any(map(str.isalpha, text))


def _under(context: Context, title: str, tools: Tools) -> Context:
    """What holds below a title between the rows."""
    ours, theirs = tools.words.has("affiliate", title), tools.words.has("third_party", title)
    read = read_places(title, tools.places)
    certain = bool(read.codes) and not read.unread and not read.guessed
    return replace(
        context,
        group=title,
        affiliate=ours if ours or theirs else context.affiliate,
        former=context.former or tools.words.has("former", title),
        planned=context.planned or tools.words.says_planned(title),
        apart=context.apart or tools.words.says_apart(title),
        locations=read.codes if certain else context.locations,
        place_text=title if certain else context.place_text,
    )
