"""Bullets to entries: "* [Name](address). Purpose." and its relatives, also bullets below bullets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import STRIKE, is_day_of_use
from vendorrisk.documents.lists.blocks import Bullets, Text
from vendorrisk.documents.lists.entries import Cell, Context, Entry
from vendorrisk.documents.lists.name_cell import companies_in, is_address_of_page, is_like_name
from vendorrisk.documents.lists.page_date import date_in
from vendorrisk.documents.lists.vocabulary import FACTS
from vendorrisk.documents.place_text import read_places
from vendorrisk.documents.problems import error, warning
from vendorrisk.domain.register.names import fold, has_legal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.lists.blocks import Item
    from vendorrisk.documents.lists.entries import Tools
    from vendorrisk.domain.message import Problem

_CUT = re.compile(r"\s*:\s+|\s+[–—-]+\s+|\s+\|\s+|\s*[–—]\s*|\n|\s*\((?=[^()]*\)\s*[:.–—-])")
_PAIR = re.compile(r"^\s*[*_]*([^:\n]{2,50}?)[*_]*\s*:\s*(.+)$", re.DOTALL)
_LABELLED_LINK = re.compile(r"[*_]*[^:\n]{2,40}:[*_]*\s*https?://\S+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BEFORE_SIGN = re.compile(r"\s+(?=[.,;])")
_SENTENCES = re.compile(r"\s*[;|]\s*|(?<=[a-z)])\.\s+(?=[A-Z])|(?<=\w)\.\s+(?=[^\W\d_][\w ]{1,40}:\s)")
_CUT_FORM = re.compile(r"\b(?:Inc|Ltd|Co|Corp)$")
_KIND = re.compile(r"\s*\(([^()]*)\)")
_SHORT = re.compile(r"[A-Z][A-Z0-9&]{1,5}")
_PARTED = re.compile(r"\s+[–—-]\s+|\s*[,;]\s+")
_LONG_WORD = 4
_DAYS = frozenset(["since", "until", "planned"])
_AROUND = " \t\n.:;,–—-|"


def entries_of_bullets(
    bullets: Bullets, context: Context, tools: Tools, problems: list[Problem], *, trust: int
) -> list[Entry]:
    """The vendors of a list. `trust`: 2 announced as sub-processors, 1 on a page about them, 0 anywhere.

    A list is taken where most bullets look like entries; its others are then errors, never dropped silently.
    """
    if context.other:
        return []
    bullets = _not_struck(bullets, problems)
    found = [(item, _entry(item, context, tools)) for item in bullets.items]
    groups = [item for item, entry in found if _is_group(item, tools)]
    if groups and len(groups) * 2 >= len(found):
        return [entry for item in bullets.items for entry in _grouped(item, context, tools, problems)]
    read = [entry for item, entry in found if entry is not None and _is_strong(item, entry, trust, tools)]
    if len(read) * 2 < len(found) or not read:
        return []
    problems += [
        warning(item.where, "bullets_as_facts", name=entry.words("name"))
        for item, entry in found
        if entry in read and any(_may_be_vendor(child, context, tools) for child in item.children)
    ]
    chosen = set(map(id, read))
    for item, entry in found:
        if entry is None or id(entry) not in chosen:
            problems.append(error(item.where, "item_unread", text=one_line(item.text.plain)[:120]))
    return read


def _not_struck(bullets: Bullets, problems: list[Problem]) -> Bullets:
    """Bullets without those that are struck through; each of these is named."""
    struck = [item for item in bullets.items if item.text.plain.startswith(STRIKE)]
    for item in struck:
        name = one_line(item.text.plain.replace(STRIKE, " "))[:120]
        problems.append(warning(item.where, "row_former", name=name))
    return replace(bullets, items=tuple(item for item in bullets.items if item not in struck))


def _grouped(item: Item, context: Context, tools: Tools, problems: list[Problem]) -> Iterator[Entry]:
    title = one_line(item.text.plain).strip(" :")
    read = read_places(title, tools.places)
    places = read.codes if not read.unread else ()
    below = replace(
        context,
        group=title,
        affiliate=context.affiliate or tools.words.has("affiliate", title),
        locations=places or context.locations,
        place_text=title if places else context.place_text,
    )
    bullets = Bullets(items=item.children, where=item.where)
    yield from entries_of_bullets(bullets, below, tools, problems, trust=2)


def _is_group(item: Item, tools: Tools) -> bool:
    """A bullet that only heads the bullets below it, which are no properties of one vendor."""
    if item.children and fold(item.text.plain) in tools.words.words["category"]:
        return True
    if len(item.children) < 2:
        return False
    keyed = sum(bool(_pair(child.text.plain, tools)) for child in item.children)
    leads = sum(
        bool(child.text.links or child.text.bolds or _CUT.search(child.text.plain)) for child in item.children
    )
    return keyed * 2 < len(item.children) and leads * 2 >= len(item.children)


def _may_be_vendor(child: Item, context: Context, tools: Tools) -> bool:
    """Whether a bullet below a vendor, read as a fact about it, could be a vendor of its own."""
    entry = None if _pair(child.text.plain, tools) else _entry(child, context, tools)
    if entry is None or _is_only_places(entry.words("name"), tools):
        return False
    return has_legal_form(entry.words("name")) or bool(entry.fields["name"][0].text.links)


def _entry(item: Item, context: Context, tools: Tools) -> Entry | None:
    lead, rest = _labelled_name(item.text, tools) or _lead(item.text)
    lead = _without_full_stop(lead)
    if (
        not lead
        or not (is_like_name(lead) or _starts_with_company(lead, tools))
        or tools.words.is_no_name(lead)
        or is_address_of_page(lead)
        or date_in(lead if lead in item.text.bolds else item.text.plain[:40])[1]
    ):
        return None
    entry = Entry(where=item.where, context=context)
    links = tuple(link for link in item.text.links if link[0] and link[0] in lead)
    entry.fields["name"] = [Cell(heading="", text=Text(plain=lead, links=links), where=item.where)]
    for place in _bracketed_places(rest, tools):
        entry.fields.setdefault("location", []).append(_cell("", place, item.where))
        lines = rest.replace(f"({place})", " ").split("\n")
        rest = "\n".join(_BEFORE_SIGN.sub("", one_line(line)) for line in lines)
    rest = _without_kind(rest, entry, tools)
    _take(entry, rest.lstrip(" :\t"), item.where, tools)
    for child in item.children:
        _take(entry, child.text.plain, child.where, tools)
    if "purpose" not in entry.fields:
        told = [cell for cell in entry.cells("location") if _says_more(cell.text.plain, tools)]
        entry.fields.update({"purpose": told} if told else {})
    return entry


def _labelled_name(text: Text, tools: Tools) -> tuple[str, str] | None:
    """Name and what follows of a bullet that says which it is: "Entity: Acme"; None for any other."""
    first, _, rest = text.plain.strip().partition("\n")
    found = _PAIR.match(first)
    named = found is not None and tools.words.meaning(found[1], exact=True) == "name"
    return (found[2].strip(), rest) if found and named else None


def _says_more(text: str, tools: Tools) -> bool:
    """Whether a text that names places also says what for: "support from India"."""
    return any(len(word) > _LONG_WORD for word in read_places(text, tools.places).beside)


def _starts_with_company(lead: str, tools: Tools) -> bool:
    """Whether it is a company by its legal form, with or without an address or a bracket behind it."""
    first = next(iter(companies_in(lead, tools.places)), None)
    return first is not None and has_legal_form(_BRACKETS.sub("", first.name))


def _without_kind(rest: str, entry: Entry, tools: Tools) -> str:
    """What follows a name without a bracket that belongs to it: "(affiliate)", "(AWS)", "(removed)"."""
    found = _KIND.match(rest)
    short = found and _SHORT.fullmatch(found[1]) and not _is_only_places(found[1], tools)
    if found and (short or is_day_of_use(found[0]) or tools.words.is_exactly("former", found[1])):
        name = entry.fields["name"][0]
        whole = replace(name.text, plain=f"{name.text.plain} ({found[1]})")
        entry.fields["name"] = [replace(name, text=whole)]
        return rest[found.end() :]
    if not found or not tools.words.is_affiliate(found[1]):
        return rest
    entry.fields["type"] = [_cell("", found[1], entry.where)]
    return rest[found.end() :]


def _take(entry: Entry, text: str, where: str, tools: Tools) -> None:
    """Keyed pieces go where their key says, a piece of only places is a location, the rest is purpose."""
    for piece in _pieces(text, tools):
        pair = _pair(piece, tools)
        words = _trimmed(piece)
        if pair:
            entry.fields.setdefault(pair[0], []).append(_cell(pair[1], pair[2], where))
        elif further := _further(piece, tools):
            entry.fields.setdefault("note", []).append(_cell(further[0], further[1], where))
        elif _LABELLED_LINK.fullmatch(piece.strip()):
            entry.fields.setdefault("note", []).append(_cell("", words, where))
        elif words and _is_ground(words, tools):
            entry.fields.setdefault("mechanism", []).append(_cell("", words, where))
        elif words and _is_only_places(words, tools):
            entry.fields.setdefault("location", []).append(_cell("", words, where))
        elif words:
            entry.fields.setdefault("purpose", []).append(_cell("", words, where))


def _is_ground(words: str, tools: Tools) -> bool:
    """Whether a piece names transfer mechanisms and hardly anything else: "SCCs", "DPF and SCC"."""
    return bool(tools.words.mechanisms_of(words)) and len(tools.words.without_mechanisms(words).split()) < 2


def _pieces(text: str, tools: Tools) -> list[str]:
    """Lines; and where a line holds several keyed parts, those."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        split = _SENTENCES.split(line)
        keyed = sum(bool(_pair(part, tools)) for part in split)
        placed = _places_at_the_end(line, tools)
        if keyed >= 1:
            parts += split
        elif placed:
            parts += [line[: -len(placed)].rstrip(" ,;–—-"), placed]
        else:
            parts.append(line)
    return parts


def _places_at_the_end(line: str, tools: Tools) -> str:
    """The longest end of a line, behind a dash or comma, that names nothing but places; empty without one."""
    ends = [line[found.end() :] for found in _PARTED.finditer(line)]
    placed = [end for end in ends if _is_only_places(end.strip(" .()"), tools)]
    plain = [end for end in placed if not _says_more(end, tools)]
    return next(iter(plain), placed[-1] if placed else "")


def _pair(text: str, tools: Tools) -> tuple[str, str, str] | None:
    """Meaning, key and value of "Purpose: sending mail"."""
    found = _PAIR.match(text)
    if not found:
        return None
    meaning = tools.words.meaning(found[1])
    told = meaning in FACTS or (meaning in _DAYS and date_in(found[2])[0] is not None)
    return (meaning, found[1].strip(), found[2].strip()) if told else None


def _further(text: str, tools: Tools) -> tuple[str, str] | None:
    """Key and value of "Sub-processor: Acme" below a vendor: one of its own, and nothing it does for us."""
    found = _PAIR.match(text)
    return (found[1].strip(), found[2]) if found and tools.words.has("sub_processor", found[1]) else None


def _lead(text: Text) -> tuple[str, str]:
    """What stands first, as a link, in bold, or before the first dash, colon or bracket; and what follows."""
    plain = text.plain.strip()
    for lead in (*(words for words, _ in text.links[:1]), *text.bolds[:1]):
        if lead and plain.startswith(lead):
            return _with_form(lead.strip(" :.") if lead.endswith(":") else lead, plain[len(lead) :])
    cut = _CUT.search(plain)
    if cut and cut.start():
        return plain[: cut.start()].strip(), plain[cut.start() :]
    sentence = re.match(r"^([^.]{2,60}?(?:\b(?:Inc|Ltd|Co|Corp)\.)?)\.\s+(\S.*)$", plain, re.DOTALL)
    if sentence and len(sentence[1].split()) <= 6:
        return sentence[1] + "." * bool(_CUT_FORM.search(sentence[1])), sentence[2]
    bracket = re.match(r"^([^()]{2,80}?)\s*(\([^()]*\).*)$", plain, re.DOTALL)
    if bracket:
        return bracket[1], bracket[2]
    comma = re.match(r"^([^,]{2,60}(?:,\s*(?:Inc|LLC|Ltd|Limited|GmbH)\b\.?)?),\s*(.+)$", plain, re.DOTALL)
    return (comma[1], comma[2]) if comma else (plain, "")


def _with_form(lead: str, rest: str) -> tuple[str, str]:
    """A legal form right behind the link or bold words belongs to the name."""
    form = re.match(r"^,?\s*((?:Inc|LLC|Ltd|Limited|GmbH|B\.V|S\.A|Corp|PBC|AG|SE|d\.o\.o)\b\.?)", rest)
    return (f"{lead}{form[0]}", rest[form.end() :]) if form and not has_legal_form(lead) else (lead, rest)


def _without_full_stop(lead: str) -> str:
    """Example: "Acme LLC (Mail)." loses the full stop of its sentence, "Acme Inc." keeps its own."""
    return lead[:-1] if lead.endswith(".") and not has_legal_form(lead) else lead


def _trimmed(piece: str) -> str:
    """Without the signs around it; a bracket stays where its other half stands."""
    words = piece.strip(_AROUND)
    if words.endswith(")") and words.count("(") < words.count(")"):
        words = words[:-1]
    elif words.count("(") > words.count(")"):
        words = f"{words})"
    return words.removeprefix(")").strip(_AROUND)


def _bracketed_places(rest: str, tools: Tools) -> list[str]:
    return [inside for inside in _BRACKETS.findall(rest) if _is_only_places(inside, tools)]


def _is_only_places(text: str, tools: Tools) -> bool:
    read = read_places(text, tools.places)
    return bool(read.codes) and not read.unread and not read.guessed and len(text.split()) <= 12


def _is_strong(item: Item, entry: Entry, trust: int, tools: Tools) -> bool:
    """The less the text around announces vendors, the more a bullet must show by itself."""
    name = entry.words("name")
    said = len(entry.fields) > 1
    links = entry.fields["name"][0].text.links
    marked = bool(item.text.bolds) or any(address.startswith("http") for _, address in links)
    formed = has_legal_form(name) or _starts_with_company(name, tools)
    if not (marked or formed or _is_title_case(name)):
        return False
    if trust == 2:
        return said or marked or formed or len(name.split()) <= 4
    if trust == 1:
        return said
    return said and (marked or formed) and ("location" in entry.fields or formed)


def _is_title_case(name: str) -> bool:
    """Every longer word begins with a capital or digit, as in company names and unlike in headings."""
    words = [word for word in name.replace("(", "").split() if len(word) > 3 and "." not in word[:-1]]
    return all(word[0].isupper() or word[0].isdigit() for word in words)


def _cell(heading: str, words: str, where: str) -> Cell:
    return Cell(heading=heading, text=Text(plain=one_line(words)), where=where)
