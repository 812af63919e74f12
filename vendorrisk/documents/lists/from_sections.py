"""One section per vendor: the heading is the name, keyed lines below it are its properties."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.blocks import Bullets, Heading, Paragraph, Text
from vendorrisk.documents.lists.entries import Cell, Context, Entry, plain_cell
from vendorrisk.documents.lists.name_cell import is_like_name
from vendorrisk.documents.lists.vocabulary import TELLING
from vendorrisk.domain.register.names import has_legal_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.documents.lists.blocks import Block
    from vendorrisk.documents.lists.entries import Tools

_PAIR = re.compile(r"^\s*[•*-]*\s*([^:\n]{2,60}?)\s*:\s*(\S.*)$", re.DOTALL)
_FEWEST, _LONG_WORD = 3, 4
_NUMBER = re.compile(r"^\s*(?:\d+[.)]\s*)+")


def entry_of_section(blocks: Sequence[Block], context: Context, tools: Tools) -> Entry | None:
    """The vendor of a section that begins with a heading, or None if the section is no such record."""
    heading = blocks[0]
    if not isinstance(heading, Heading) or heading.level < 2:
        return None
    fields: dict[str, list[Cell]] = {}
    for text, where in _lines(blocks[1:]):
        pair = _PAIR.match(text.plain)
        meaning = tools.words.meaning(pair[1]) if pair else ""
        if pair and meaning:
            cell = Cell(heading=pair[1], text=_value(text, pair[2]), where=where)
            fields.setdefault(meaning, []).append(cell)
    name = _NUMBER.sub("", one_line(heading.text.plain))
    if not _may_name(name):
        return None
    if len(TELLING & set(fields)) < 2 and not ("name" in fields and TELLING & set(fields)):
        said = _first_sentence_about(name, blocks[1:])
        if not said or context.other or tools.words.is_no_name(name) or tools.words.heads_other_things(name):
            return None
        fields = {"purpose": [plain_cell("", said, blocks[1].where)]}
    fields.setdefault("name", [plain_cell("", name, heading.where)])
    return Entry(where=heading.where, context=context, fields=fields)


def _may_name(heading: str) -> bool:
    """Whether a heading may be a company's name: a sentence such as "How to read this list" is none."""
    longer = [word for word in heading.split()[1:] if len(word) >= _LONG_WORD]
    return len(longer) < _FEWEST or not all(map(str.islower, longer)) or has_legal_form(heading)


def entries_of_headings(blocks: Sequence[Block], context: Context, tools: Tools) -> list[Entry]:
    """Headings of one rank over a paragraph each, most with a legal form: a company and what it does."""
    entries: list[Entry] = []
    for _, run in groupby(_headed(blocks), key=lambda pair: pair[0].level):
        pairs = list(run)
        names = [_NUMBER.sub("", one_line(heading.text.plain)) for heading, _ in pairs]
        if len(pairs) < _FEWEST or not all(
            is_like_name(name) and not tools.words.is_no_name(name) for name in names
        ):
            continue
        if sum(map(has_legal_form, names)) * 2 >= len(names):
            entries += [
                Entry(
                    where=heading.where,
                    context=context,
                    fields={
                        "name": [plain_cell("", name, heading.where)],
                        "purpose": [plain_cell("", one_line(below.text.plain), below.where)],
                    },
                )
                for name, (heading, below) in zip(names, pairs, strict=True)
            ]
    return entries


def _headed(blocks: Sequence[Block]) -> Iterator[tuple[Heading, Paragraph]]:
    """Headings with the paragraph below each."""
    for heading, below in pairwise(blocks):
        if isinstance(heading, Heading) and heading.level > 1 and isinstance(below, Paragraph):
            yield heading, below


def _first_sentence_about(name: str, blocks: Sequence[Block]) -> str:
    """What the text under a heading says of it ("Acme runs ..." under Acme); empty if of other things."""
    if not blocks or not isinstance(blocks[0], Paragraph) or len(name.split()) > 5:
        return ""
    plain = one_line(blocks[0].text.plain)
    return plain.split(". ")[0] if re.match(rf"{re.escape(name)}(?!\w)", plain) else ""


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[Text, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            for line in _split(block.text):
                yield Text(plain=line, links=block.text.links, bolds=block.text.bolds), block.where
        elif isinstance(block, Bullets):
            for item in block.items:
                yield item.text, item.where


def _split(text: Text) -> list[str]:
    """Lines of a paragraph; bold keys in one run of text begin new lines."""
    plain = text.plain
    for bold in text.bolds:
        if bold.endswith(":") or f"{bold}:" in plain:
            plain = plain.replace(bold, f"\n{bold}", 1)
    return [line for line in plain.split("\n") if line.strip()]


def _value(text: Text, words: str) -> Text:
    return Text(plain=words, links=tuple(link for link in text.links if link[0] in words))
