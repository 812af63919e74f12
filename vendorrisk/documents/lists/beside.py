"""What stands in a list without being a vendor: totals, notes below the table, struck and marked text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.blocks import Grid, Paragraph, Text
from vendorrisk.documents.lists.page_date import date_in
from vendorrisk.documents.lists.vocabulary import spaced_out
from vendorrisk.domain.register.names import fold, has_legal_form

if TYPE_CHECKING:
    from collections.abc import Collection

    from vendorrisk.documents.lists.blocks import GridRow, Page
    from vendorrisk.documents.lists.entries import Cell, Entry
    from vendorrisk.documents.lists.vocabulary import Vocabulary

STRIKE = "\ue000"
"""Stands around struck text while a page is read; what comes from outside holds no such character."""

_STRUCK = re.compile(f"{STRIKE}[^{STRIKE}]*{STRIKE}?")
_MARK = r"(?:[*†‡§]+|[⁰¹²³⁴-⁹]+|\[\^?\w{1,3}\])"
_FOOTNOTE = re.compile(rf"(?:^|(?<=\s))({_MARK}):?\s+\S")
_NOTE = re.compile(rf"{_MARK}\s*[^\W\d_]")
_MARKED = re.compile(rf"(?<=\S)\s*({_MARK})$")
_GLUED = re.compile(rf"({_MARK})[^\W\d_]+\s+\S")
_LAST_BRACKET = re.compile(r"(.+?)\s*\(([^()]+)\)")
_SIGNS = re.compile(r"\s*[,;:–—-]\s*")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_OF_A_SENTENCE = 5
_DAY_BEHIND = re.compile(
    r"(?i)\s*\((?:(?P<from>effective|from|starting|as of|since|added|ab|seit|gültig ab|à partir du|depuis"
    r"|dès le|desde|dal|a partire dal|vanaf|per)|until|through|bis|jusqu['’]au|hasta|fino al|tot)"
    r"(?: on| from| the| dem| zum| el)*:?\s[^()]{6,24}\)\s*$"
)
"""The first or last day of use, as it stands in brackets behind a name."""

_ENDS = re.compile(
    r"(?i)\W*(?:sunset|end(?:s|ing)|until|through|expires|bis|endet|läuft aus|jusqu|hasta|fino al|tot)\b"
)
"""How a status begins that names the last day of use."""

_PLACEHOLDER = re.compile(
    r"\{.*|<<.*>>|<[A-Z][A-Z0-9_ -]*>|\([^()]*\)"
    r"|\[[A-Z][A-Z0-9_/ -]+\].*|\$\{.*|%\(.*|\[[^\[\]]*\]|[a-z_$][\w.$]*\(['\"`].*\)|\w+\.\w*[a-z][A-Z]\w*",
    re.DOTALL,
)
_NOT_ANSWERED, _ANSWERED = (
    frozenset({"no", "false", "0", "n", "nein", "non", "nao", "nee", "nie", "ne", "nej", "nei"}),
    frozenset({"yes", "true", "1", "y", "x", "ja", "oui", "si", "sim", "tak", "da"}),
)
_IN_FORCE = frozenset(
    {
        "active",
        "is active",
        "currently active",
        "enabled",
        "is enabled",
        "aktiv",
        "actif",
        "activo",
        "attivo",
        "ativo",
        "actief",
    }
)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)


def is_placeholder(name: str) -> bool:
    """Whether a template would put a name here: "{{ vendor }}", "[hosting provider]", "row.ownName"."""
    return bool(_PLACEHOLDER.fullmatch(name.strip()))


def says_ended(cell: Cell, words: Vocabulary) -> bool:
    """Whether a status is over, in words or as the answer to its heading: "active: no", "archived: yes"."""
    heading, answer = fold(spaced_out(cell.heading)), fold(cell.text.plain)
    if heading in _IN_FORCE and answer in _NOT_ANSWERED:
        return True
    if words.has("former", heading) and answer in _ANSWERED | _NOT_ANSWERED:
        return answer in _ANSWERED
    return words.has("former", cell.text.plain)


def is_nobody(name: str, words: Vocabulary) -> bool:
    """Whether a name says that there is no company: "None", "TBD", "(none)", or only a mail address.

    Neither is there one as long as it is not chosen: "Hosting partner (TBD)".
    """
    if words.is_exactly("nobody", name) or _MAIL.fullmatch(name.strip()):
        return True
    found = _LAST_BRACKET.fullmatch(one_line(name))
    said = _SIGNS.split(found[2])[0] if found else ""
    return found is not None and words.is_exactly("undecided", said) and not has_legal_form(found[1])


def names_nobody(row: GridRow, words: Vocabulary) -> bool:
    """Whether a row of a table is a total, a footnote or a remark below it."""
    filled = [text for cell in row.cells if (text := one_line(cell.plain))]
    if not filled:
        return False
    others_count = not any(_LETTER.search(text) for text in filled[1:])
    if fold(re.sub(r"\d", "", filled[0])) in words.words["total"] and others_count:
        return True
    return len(filled) == 1 < len(row.cells) and _is_note(filled[0], words)


def _is_note(text: str, words: Vocabulary) -> bool:
    label, colon, _ = text.partition(":")
    sentence = text.endswith(".") and len(text.split()) >= _FEWEST_OF_A_SENTENCE and not has_legal_form(text)
    labelled = bool(colon) and (fold(label) in words.words["note"] or words.heads_other_things(label))
    return sentence or labelled or bool(_FOOTNOTE.match(text) or _NOTE.match(text))


def footnotes_of(page: Page) -> dict[str, str]:
    """Footnotes of a page by the signs that begin them: of these signs alone names are freed."""
    texts = [block.text.plain for block in page.blocks if isinstance(block, Paragraph)]
    texts += [
        one_line(cell.plain)
        for block in page.blocks
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row.cells[:1]
    ]
    notes: dict[str, str] = {}
    for text in texts:
        found = [one for one in (_GLUED.match(text), *_FOOTNOTE.finditer(text)) if one]
        ends = [*(one.start() for one in found), len(text)][1:]
        for one, end in zip(found, ends, strict=True):
            notes.setdefault(one[1], one_line(text[one.end(1) : end]).lstrip(": "))
    return notes


def without_marks(name: str, marks: Collection[str]) -> str:
    """A name without the signs that lead to a footnote of its page: "Alpha GmbH²", "Beta Inc.*"."""
    while (found := _MARKED.search(name)) and found[1] in marks:
        name = name[: found.start()]
    return name


def struck_name(entry: Entry) -> str:
    """The name of an entry whose whole name is struck through; empty for any other."""
    written = "\n".join(cell.text.plain for cell in entry.cells("name")[:1])
    return one_line(written.replace(STRIKE, "")) if written and not _unstruck(written).strip() else ""


def without_struck(entry: Entry) -> Entry:
    """An entry without the text that is struck through."""
    fields = {meaning: [_cell(cell) for cell in cells] for meaning, cells in entry.fields.items()}
    return replace(entry, fields=fields)


def standing(text: Text) -> Text:
    """A text without what is struck through."""
    return replace(text, plain=_unstruck(text.plain).strip()) if STRIKE in text.plain else text


def _cell(cell: Cell) -> Cell:
    return replace(cell, text=standing(cell.text))


def _unstruck(text: str) -> str:
    return _STRUCK.sub(" ", text)


def with_day_of_status(entry: Entry, words: Vocabulary) -> Entry:
    """An entry whose status says on which day use begins or ends, with that day in its field."""
    for cell in entry.cells("status"):
        day = date_in(cell.text.plain)[0]
        ends = _ENDS.match(cell.text.plain.strip(" \t(*_"))
        meaning = "until" if ends else "planned" if words.has("planned", cell.text.plain) else ""
        if day and meaning and not entry.cells(meaning) and not says_ended(cell, words):
            said = replace(cell, text=Text(plain=day.isoformat()))
            return replace(entry, fields={**entry.fields, meaning: [said]})
    return entry


def is_day_of_use(text: str) -> bool:
    """Whether a text is a bracket with the first or last day of use: "(from 1 March 2027)"."""
    return bool(_DAY_BEHIND.fullmatch(text)) and date_in(text)[0] is not None


def with_day_apart(entry: Entry) -> Entry:
    """An entry of "Acme (from 1 March 2027)" with the day in its field, and the name without it."""
    for cell in entry.cells("name")[:1]:
        found = _DAY_BEHIND.search(cell.text.plain)
        meaning = "since" if found and found["from"] else "until"
        day = date_in(found[0])[0] if found else None
        if found and day and not entry.cells(meaning):
            name = replace(cell, text=replace(cell.text, plain=cell.text.plain[: found.start()].rstrip()))
            said = replace(cell, text=Text(plain=day.isoformat()))
            return replace(entry, fields={**entry.fields, "name": [name], meaning: [said]})
    return entry
