"""Vendors named in running text: bold or linked names in sentences that say "we use". Best effort."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.blocks import Text
from vendorrisk.documents.lists.entries import Cell, Context, Entry, plain_cell
from vendorrisk.documents.lists.page_date import date_in
from vendorrisk.documents.problems import warning
from vendorrisk.domain.register.names import fold, name_key

if TYPE_CHECKING:
    from vendorrisk.documents.lists.blocks import Paragraph
    from vendorrisk.documents.lists.entries import Tools
    from vendorrisk.domain.message import Problem

_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bInc\.)(?<!\bLtd\.)(?<!\betc\.)\s+(?=[A-Z\"“(])"
)
_COMPANY = re.compile(
    r"(?:[A-Z0-9][\w&.'-]*\s+){1,5}?,?\s*(?:Limited|Ltd|LLC|Inc|Corp|GmbH|AG|SE|B\.V|BV|S\.A|SA|SAS|SARL|Pty|d\.o\.o|AB|Oy)\b\.?"
)
_MOST_WORDS = 5


def entries_of_prose(
    paragraph: Paragraph, context: Context, tools: Tools, problems: list[Problem], seen: set[str]
) -> list[Entry]:
    """Vendors of one paragraph that were not named before (`seen` holds their keys)."""
    entries = []
    for name, address, bold in _candidates(paragraph.text, tools):
        sentence = _sentence_with(paragraph.text.plain, name)
        if name_key(name) in seen:
            continue
        if tools.words.has("not_used", sentence):
            problems.append(warning(paragraph.where, "prose_not_used", name=name))
        elif not (tools.words.has("verbs", sentence) or _begins_with(paragraph.text, name, tools, bold=bold)):
            if bold and f"{name}:" not in paragraph.text.plain:
                problems.append(warning(paragraph.where, "prose_unread", name=name))
            continue
        else:
            entries.append(_entry(name, address, sentence, paragraph.where, context))
        seen.add(name_key(name))
    return entries


def _begins_with(text: Text, name: str, tools: Tools, *, bold: bool) -> bool:
    """Whether a paragraph begins with a bold name and says what it does: "**Acme** hosts our servers"."""
    plain = text.plain.strip()
    following = plain[len(name) :].split(maxsplit=1)
    return (
        bold and plain.startswith(name) and bool(following) and tools.words.is_exactly("does", following[0])
    )


def companies_mentioned(paragraph: Paragraph) -> list[str]:
    """Companies with their legal form in running text, such as "Acme UK Limited"."""
    names = [one_line(found[0]).strip(" ,") for found in _COMPANY.finditer(paragraph.text.plain)]
    return list(dict.fromkeys(names))


def _candidates(text: Text, tools: Tools) -> list[tuple[str, str, bool]]:
    """Name, web address and whether it is bold, in the order of the text."""
    addresses = dict(text.links)
    bolds = [
        (bold.strip(" .,:"), addresses.get(bold, ""), True) for bold in text.bolds if not bold.endswith(":")
    ]
    linked = [
        (words.strip(" .,:"), address, False)
        for words, address in text.links
        if address.startswith("http") and words not in text.bolds and words != address
    ]
    found = [one for one in (*bolds, *linked) if _is_name(one[0], tools, bold=one[2])]
    return sorted(found, key=lambda one: text.plain.find(one[0]))


def _is_name(words: str, tools: Tools, *, bold: bool) -> bool:
    """Short, no label, no paper; a linked text must begin with a capital and not be a host."""
    parts = words.split()
    if not parts or len(parts) > _MOST_WORDS or not any(char.isalpha() for char in words):
        return False
    if "@" in words or "/" in words or date_in(words)[1]:
        return False
    if tools.words.is_no_name(words) or any(tools.words.has(g, words) for g in ("sub_processor", "updated")):
        return False
    if bold:
        odd = len(parts) == 1 and any(char.isdigit() or char == "." for char in words)
        return odd or any(map(str.isupper, words))
    return words[0].isupper() and "." not in words and not _speaks_of_papers(words, tools)


def _speaks_of_papers(words: str, tools: Tools) -> bool:
    return any(fold(word) in tools.words.words["not_a_name"] for word in words.split())


def _sentence_with(plain: str, name: str) -> str:
    sentences = _SENTENCE_END.split(one_line(plain))
    return next((sentence for sentence in sentences if name in sentence), one_line(plain))


def _entry(name: str, address: str, sentence: str, where: str, context: Context) -> Entry:
    links = ((name, address),) if address else ()
    cell = Cell(heading="", text=Text(plain=name, links=links), where=where)
    return Entry(
        where=where, context=context, fields={"name": [cell], "purpose": [plain_cell("", sentence, where)]}
    )
