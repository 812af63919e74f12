"""One section per vendor: the heading is the name, keyed lines below it are its properties."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.blocks import Bullets, Heading, Paragraph, Text
from vendorrisk.documents.lists.entries import Cell, Context, Entry, plain_cell
from vendorrisk.documents.lists.name_cell import is_like_name, without_number
from vendorrisk.documents.lists.vocabulary import TELLING
from vendorrisk.domain.register.names import has_legal_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vendorrisk.documents.lists.blocks import Block
    from vendorrisk.documents.lists.entries import Tools

_PAIR = re.compile(r"^\s*[•*-]*\s*([^:\n]{2,60}?)\s*:\s*(\S.*)$", re.DOTALL)
_FEWEST, _LONG_WORD, _LONGEST_KEY, _FACTS = 3, 4, 4, 2


def entry_of_section(
    blocks: Sequence[Block], context: Context, tools: Tools, *, facts: int = _FACTS
) -> Entry | None:
    """The vendor of a section that begins with a heading, or None if the section is no such record.

    `facts`: how many of them it has to hold; one is enough beside sections of the same rank that are records.
    """
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
    name = without_number(one_line(heading.text.plain))
    if not _may_name(name):
        return None
    if len(TELLING & set(fields)) < facts and not ("name" in fields and TELLING & set(fields)):
        said = _first_sentence_about(name, blocks[1:])
        if not said or context.other or tools.words.is_no_name(name) or tools.words.heads_other_things(name):
            return None
        fields = {"purpose": [plain_cell("", said, blocks[1].where)]}
    thin = len(TELLING & set(fields)) < _FACTS and "name" not in fields
    if thin and (context.other or tools.words.is_no_name(name) or not is_like_name(name)):
        return None
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
        names = [without_number(one_line(heading.text.plain)) for heading, _ in pairs]
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
    """The lines of a section; the bullets below a line that is only a key ("Purpose:") are its value."""
    above: Sequence[Block | None] = [None, *blocks]
    for before, block in zip(above, blocks, strict=False):
        if key := _key_over(before, block):
            yield _with_items(key, block), block.where
        elif isinstance(block, Paragraph):
            for line in _split(block.text):
                yield Text(plain=line, links=block.text.links, bolds=block.text.bolds), block.where
        elif isinstance(block, Bullets):
            for item in block.items:
                yield item.text, item.where


def _key_over(before: Block | None, block: Block) -> str:
    """The key that a paragraph of its own is for the bullets below it; else empty."""
    said = before.text.plain.strip() if isinstance(before, Paragraph) and isinstance(block, Bullets) else ""
    return said if said.endswith(":") and len(said.split()) <= _LONGEST_KEY else ""


def _with_items(key: str, bullets: Block) -> Text:
    items = [item.text for item in bullets.items] if isinstance(bullets, Bullets) else []
    said = "; ".join(one_line(item.plain).rstrip(" ;.") for item in items)
    return Text(plain=f"{key} {said}", links=tuple(link for item in items for link in item.links))


def _split(text: Text) -> list[str]:
    """Lines of a paragraph; bold keys in one run of text begin new lines."""
    plain = text.plain
    for bold in text.bolds:
        if bold.endswith(":") or f"{bold}:" in plain:
            plain = plain.replace(bold, f"\n{bold}", 1)
    return [line for line in plain.split("\n") if line.strip()]


def _value(text: Text, words: str) -> Text:
    return Text(plain=words, links=tuple(link for link in text.links if link[0] in words))
