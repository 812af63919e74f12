"""Vendors that one sentence lists: "Our sub-processors are Acme (US), Beta (IE) and Gamma"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.entries import Context, Entry, plain_cell
from vendorrisk.documents.lists.name_cell import companies_in, is_like_name
from vendorrisk.documents.place_text import read_places
from vendorrisk.domain.register.names import has_legal_form, name_key

if TYPE_CHECKING:
    from vendorrisk.documents.lists.blocks import Paragraph
    from vendorrisk.documents.lists.entries import Tools

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!Inc\.)(?<!Ltd\.)(?<!Co\.)(?<!Corp\.)\s+(?=[A-Z])")
_START = re.compile(
    r"(?i)(?:\b(?:are|is|include|includes|including|use|uses|using|engage|engages|namely|sind|nutzen|nutzt"
    r"|verwenden|verwendet|sont|utilisons|son|utilizamos|usamos|sono|utilizziamo|zijn|gebruiken)\b"
    r"|(?<=\w):)[ :]*(?=[A-Z0-9])"
)
_LAST_AND = re.compile(r",?\s+(?:and|or|und|sowie|et|y|e|en|i|og|och)\s+(?=[A-Z0-9][^,]*$)")
_PLACED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_FEWEST, _LONG_WORD = 2, 3


def entries_of_sentences(
    paragraph: Paragraph, context: Context, tools: Tools, seen: set[str], *, told: bool
) -> list[Entry]:
    """The vendors of a sentence that names nothing but vendors behind its verb; else none of it.

    `told`: the sentence itself must speak of sub-processors, since nothing else on the page does.
    """
    found: list[Entry] = []
    for sentence in _SENTENCE_END.split(one_line(paragraph.text.plain)):
        speaks = tools.words.has("sub_processor", sentence)
        if (speaks or (not told and tools.words.has("verbs", sentence))) and not _is_refused(sentence, tools):
            found += [_entry(one, paragraph.where, context, tools) for one in _listed(sentence, tools)]
    new = [entry for entry in found if name_key(entry.words("name")) not in seen]
    seen.update(name_key(entry.words("name")) for entry in new)
    return new


def _is_refused(sentence: str, tools: Tools) -> bool:
    """Whether a sentence says that its vendors are not, no longer or not yet used."""
    words = tools.words
    return any(words.has(group, sentence) for group in ("not_used", "announces", "former", "planned"))


def _listed(sentence: str, tools: Tools) -> list[str]:
    starts = list(_START.finditer(sentence))
    for start in starts:
        rest = _LAST_AND.sub(", ", sentence[start.end() :].rstrip(" .;"))
        names = [company.name for company in companies_in(rest, tools.places)]
        if len(names) >= _FEWEST and all(_is_vendor(name, tools) for name in names):
            return names
    return []


def _is_vendor(written: str, tools: Tools) -> bool:
    """Whether a piece can be nothing but a vendor: all capitals, and no kind of service."""
    name = _PLACED.sub(r"\1", written).strip()
    words = [word for word in name.split() if len(word) > _LONG_WORD]
    capitals = all(
        any(map(str.isupper, word)) or has_legal_form(f"x {word}") or "." in word for word in words
    )
    kind = tools.words.is_no_name(name) or tools.words.is_exactly("category", name)
    ground = bool(tools.words.mechanisms_of(name))
    return is_like_name(name) and capitals and not kind and not ground


def _entry(written: str, where: str, context: Context, tools: Tools) -> Entry:
    placed = _PLACED.fullmatch(written)
    read = read_places(placed[2], tools.places) if placed else None
    fields = {"name": [plain_cell("", written, where)]}
    if placed and read and read.codes and not read.unread and not read.guessed:
        fields = {
            "name": [plain_cell("", placed[1], where)],
            "location": [plain_cell("", placed[2], where)],
        }
    return Entry(where=where, context=context, fields=fields)
