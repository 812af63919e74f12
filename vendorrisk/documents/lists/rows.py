"""Entries to rows: names from addresses, countries from words, grounds to codes; doubts become problems."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import one_line
from vendorrisk.documents.lists.beside import (
    is_nobody,
    is_placeholder,
    says_ended,
    struck_name,
    with_day_apart,
    with_day_of_status,
    without_marks,
    without_struck,
)
from vendorrisk.documents.lists.blocks import Text
from vendorrisk.documents.lists.name_cell import (
    NamedCompany,
    companies_in,
    host_in,
    may_be_two,
    without_labels,
)
from vendorrisk.documents.lists.page_date import date_in
from vendorrisk.documents.place_text import country_of_address, read_places
from vendorrisk.documents.places import MEMBERS
from vendorrisk.documents.problems import error, warning
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.list_law import has_run_out
from vendorrisk.domain.register.names import fold, name_key
from vendorrisk.domain.register.published import ListRow
from vendorrisk.domain.register.vocabulary import Mechanism, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from vendorrisk.documents.lists.entries import Cell, Context, Entry, Tools
    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.law import Law

_EEA = MEMBERS | {"EU", "EEA"}
_OTHER_MEANINGS = ("note", "contact", "terms", "")
_WEB = re.compile(r"(?i)^https?://[^\s<>\"]+$")
_HOST = re.compile(r"(?i)^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?$")
_BRACKET_BEHIND = re.compile(r"\s*\(([^()]*)\)$")
_ACCESSED = re.compile(
    r"(?i)\b(?:remote(?:ly)?\s+)?(?:support|access|accessed|maintenance|fernzugriff|fernwartung|zugriff)\b[^,;()\n]*"
)
_ONLY_ACCESSED = re.compile(
    r"(?i)\W*(?:remote(?:ly)?\s+(?:support|access(?:ed)?)|access(?:ed)?\s+from|fernzugriff|fernwartung"
    r"|zugriff\s+(?:aus|von))\b"
)
"""A place of which a list says nothing but that data is reached from there."""

_FOOTNOTE_SIGNS = re.compile(r"(?<=\w)[†‡§⁰¹²³⁴-⁹]+")
_NAME_LIMIT = 200
_EMPTY = frozenset(["", "n a", "na"])
COUNTRIES_TOO = ("NO", "SI")
"""Codes of countries that are words for yes or no when they are written otherwise."""
_MANY_PIECES = 3
"""From so many pieces of a cell on that name no place, the cell is a remark and is named as a whole."""


def rows_of(entry: Entry, tools: Tools, problems: list[Problem]) -> list[ListRow]:
    """The rows of one entry; none when it has no name, is about the past, or says so in its status."""
    if struck := struck_name(entry):
        problems.append(warning(entry.where, "row_former", name=struck))
        return []
    entry = with_day_apart(_with_access_apart(without_struck(entry), tools))
    entry = with_day_of_status(entry, tools.words)
    written = without_labels("\n".join(cell.text.plain for cell in entry.cells("name")[:1]), tools.words)
    companies = [company for company in companies_in(written, tools.places) if fold(company.name)]
    if not companies:
        if said := _excerpt(entry):
            problems.append(error(entry.where, "row_without_name", row=said))
        return []
    if left_out := _why_left_out(entry, companies[0].name, tools):
        problems.append(left_out)
        return []
    problems += _doubts_of_names(entry, companies, tools)
    common = _common(entry, tools, problems)
    return [_named(common, company.name, company.address, entry, tools, problems) for company in companies]


def _why_left_out(entry: Entry, name: str, tools: Tools) -> Problem | None:
    """The problem that names why an entry is no vendor of the list; None for one that is."""
    if is_nobody(name, tools.words):
        return warning(entry.where, "row_nobody", row=_excerpt(entry))
    if is_placeholder(name):
        return error(entry.where, "row_placeholder", name=one_line(name)[:80])
    if entry.context.apart or _is_apart(entry, tools):
        said = entry.context.group if entry.context.apart else entry.words("type") or entry.words("purpose")
        return warning(entry.where, "row_apart", name=one_line(name), said=said)
    behind = _BRACKET_BEHIND.search(name)
    ended = behind is not None and tools.words.is_exactly("former", behind[1])
    return warning(entry.where, "row_former", name=name) if ended or _is_former(entry, tools) else None


def _doubts_of_names(entry: Entry, companies: Sequence[NamedCompany], tools: Tools) -> Iterator[Problem]:
    """What may be wrong with the names of one cell: a date in or behind one, two in one, many in one."""
    names = [company.name for company in companies]
    for company in companies:
        if date_in(company.name)[0]:
            yield warning(entry.where, "name_dated", name=company.name)
        elif date_in(company.address)[0] or tools.words.has("former", company.address):
            yield warning(entry.where, "name_dated", name=one_line(f"{company.name} – {company.address}"))
    if len(names) == 1 and may_be_two(names[0]):
        yield warning(entry.where, "name_of_two", name=names[0])
    if len(names) > 1:
        yield warning(entry.where, "names_in_one_cell", count=len(names), first=names[0])


def _with_access_apart(entry: Entry, tools: Tools) -> Entry:
    """An entry in which "Germany, remote support from India" is a place and, apart from it, one of access."""
    fields = dict(entry.fields)
    for meaning in ("storage", "location"):
        for cell in entry.cells(meaning):
            said = [found[0] for found in _ACCESSED.finditer(cell.text.plain)]
            reached = " ; ".join(one for one in said if read_places(one, tools.places).codes)
            rest = _ACCESSED.sub(" ", cell.text.plain)
            stored = bool(read_places(rest, tools.places).codes)
            if reached and (stored or _ONLY_ACCESSED.match(cell.text.plain)):
                left = [replace(cell, text=Text(plain=rest))] if stored else []
                kept = [new for one in fields[meaning] for new in (left if one is cell else [one])]
                access = replace(cell, text=Text(plain=reached))
                fields |= {meaning: kept, "access": [*fields.get("access", []), access]}
    return replace(entry, fields=fields)


def _named(
    common: ListRow, name: str, address: str, entry: Entry, tools: Tools, problems: list[Problem]
) -> ListRow:
    """The row of one company: what follows from its name and address is added."""
    marked, name = name, without_marks(name, tools.footnotes)
    problems += [
        warning(entry.where, "row_footnote", name=name, note=note[:200])
        for mark, note in tools.footnotes.items()
        if mark in marked.removeprefix(name)
    ]
    told, name = _without_affiliation(name, tools)
    if len(name) > _NAME_LIMIT:
        problems.append(error(entry.where, "name_long", most=_NAME_LIMIT, start=name[:60]))
        name = name[:_NAME_LIMIT].rstrip()
    address = address or common.address
    seat = common.seat or country_of_address(address, tools.places) or _bracketed_country(name, tools)
    row = replace(
        common,
        name=name,
        address=address,
        seat=seat,
        affiliate=common.affiliate or told or _shares_name(name, tools.company),
    )
    return _placed(row, entry, tools, problems)


def _without_affiliation(name: str, tools: Tools) -> tuple[bool, str]:
    """Whether a bracket behind a name says that it is a group company, and the name without it."""
    found = _BRACKET_BEHIND.search(name)
    told = found is not None and tools.words.is_affiliate(found[1])
    return told, name[: found.start()] if found and told else name


def _placed(row: ListRow, entry: Entry, tools: Tools, problems: list[Problem]) -> ListRow:
    """Where nothing says where data is processed, every place the row does name is kept, with a warning."""
    if row.storage or row.access or row.locations or row.place_text:
        return row
    said = read_places(tools.words.behind("located", row.purpose), tools.places).codes
    seats = [row.seat] if row.seat else _seats(entry, tools)
    found = tuple(dict.fromkeys((*said, *seats)))
    if found:
        names = [country_name(code) for code in found]
        problems.append(warning(entry.where, "location_assumed", name=row.name, places=names))
    return replace(row, locations=found, assumed=bool(found))


def _common(entry: Entry, tools: Tools, problems: list[Problem]) -> ListRow:
    """Everything but the name."""
    mechanisms, named_places = _mechanisms(entry, tools, problems)
    says_where = bool(named_places or entry.cells("storage") or entry.cells("access"))
    locations = _places(named_places, tools, problems)
    context = entry.context
    kind = entry.words("type")
    affiliate = context.affiliate or (bool(kind) and tools.words.has("affiliate", kind))
    affiliate |= any(tools.words.is_exactly("yes", cell.text.plain) for cell in entry.cells("affiliated"))
    is_kind = bool(kind) and (tools.words.has("affiliate", kind) or tools.words.has("third_party", kind))
    purpose = _told(entry, "purpose")
    category = "" if is_kind else kind
    address = entry.words("address", ", ")
    return ListRow(
        name="",
        purpose=purpose or category or _purpose_above(context, tools),
        data=_told(entry, "data"),
        services=_services(entry),
        storage=_places(entry.cells("storage"), tools, problems, asks=not context.codes),
        access=_places(entry.cells("access"), tools, problems, asks=not context.codes),
        locations=locations or (() if says_where else context.locations),
        mechanism=mechanisms,
        group=context.group or (category if purpose else ""),
        affiliate=affiliate,
        source=entry.where,
        website=_website(entry),
        since=_since(entry, "since", tools, problems),
        address=address,
        seat=_seat(entry, tools, problems),
        status="planned" if context.planned or _is_planned(entry, tools) else "",
        planned_from=_since(entry, "planned", tools, problems),
        until=_since(entry, "until", tools, problems),
        place_text=_place_text(entry) or context.place_text,
        other=_others(entry),
    )


def _told(entry: Entry, meaning: str) -> str:
    """The words of a field; empty where they only mark an empty cell: "-", "N/A"."""
    return "" if fold(said := entry.words(meaning)) in _EMPTY else said


def _purpose_above(context: Context, tools: Tools) -> str:
    """The heading that entries stand under, where it says what they all do ("Hosting")."""
    is_kind = context.affiliate or tools.words.has("third_party", context.group)
    return context.group if tools.words.is_exactly("category", context.group) and not is_kind else ""


def _places(
    cells: Iterable[Cell], tools: Tools, problems: list[Problem], *, asks: bool = False
) -> tuple[str, ...]:
    """Countries of cells; `asks`: the column may be answered with yes or no, and "no" is not Norway there."""
    codes: list[str] = []
    for cell in cells:
        text = tools.words.without_mechanisms(_FOOTNOTE_SIGNS.sub("", cell.text.plain))
        if asks and _says_nothing(text, tools) and text.strip() not in COUNTRIES_TOO:
            continue
        read = read_places(text, tools.places)
        if not (read.codes or read.unread) and not _says_nothing(text, tools):
            problems.append(warning(cell.where, "place_unknown", written=one_line(text)[:80]))
        codes += read.codes
        problems += [warning(cell.where, "place_guessed", written=a, taken=b) for a, b in read.guessed]
        unread = read.unread if len(read.unread) < _MANY_PIECES else (one_line(text),)
        problems += [warning(cell.where, "place_unknown", written=written[:80]) for written in unread]
    return tuple(dict.fromkeys(codes))


def _says_nothing(text: str, tools: Tools) -> bool:
    """Whether a cell is filled only to say that there is nothing to say: "N/A", "keine", "x"."""
    return fold(text) in {"", "x"} or tools.words.is_exactly("no_answer", text)


def _mechanisms(entry: Entry, tools: Tools, problems: list[Problem]) -> tuple[tuple[str, ...], list[Cell]]:
    """Codes of the transfer grounds, and the location cells: lists put one where the other belongs."""
    codes: list[str] = []
    for cell in entry.cells("mechanism"):
        found = tools.words.mechanisms_of(cell.text.plain)
        if not found and _stays_in_the_eea(cell.text.plain, tools):
            found = (Mechanism.NOT_A_TRANSFER,)
        codes += found
        if not found and not _says_nothing(cell.text.plain, tools):
            written = one_line(cell.text.plain)[:80]
            problems.append(warning(cell.where, "mechanism_unknown", written=written))
    cells = entry.cells("location")
    for cell in [*cells, *entry.cells("storage"), *entry.cells("access")]:
        codes += [
            code for code in tools.words.mechanisms_of(cell.text.plain) if code != Mechanism.NOT_A_TRANSFER
        ]
    ended = [code for code in dict.fromkeys(codes) if _is_over(code, tools.law)]
    problems += [warning(entry.where, "mechanism_ended", mechanism=label(Mechanism(code))) for code in ended]
    return tuple(dict.fromkeys(codes)), cells


def _is_over(code: str, law: Law) -> bool:
    return law.as_of is not None and has_run_out(code, law.mechanisms, law.as_of)


def _stays_in_the_eea(text: str, tools: Tools) -> bool:
    """Whether a cell for the transfer ground merely says "EU" or "Germany": then there is no transfer."""
    none = _BRACKET_BEHIND.search(text)
    said = none[1] if none and tools.words.is_exactly("no_answer", text[: none.start()]) else text
    read = read_places(said, tools.places)
    return bool(read.codes) and not read.unread and {*read.codes} <= _EEA


def _seat(entry: Entry, tools: Tools, problems: list[Problem]) -> str:
    cells = entry.cells("seat")
    if not cells:
        return ""
    codes = _places(cells[:1], tools, problems)
    if len(codes) == 1 or codes == _seats(entry, tools):
        return codes[0] if len(codes) == 1 else ""
    return country_of_address(cells[0].text.plain, tools.places)


def _seats(entry: Entry, tools: Tools) -> tuple[str, ...]:
    """The places of a seat that names several and nothing else: "EU/US" is no address that ends in one."""
    read = [read_places(cell.text.plain, tools.places) for cell in entry.cells("seat")[:1]]
    return next((one.codes for one in read if len(one.codes) > 1 and not one.unread and not one.beside), ())


def _bracketed_country(name: str, tools: Tools) -> str:
    """Example: "Acme (Ireland) Ltd" sits in Ireland."""
    for inside in re.findall(r"\(([^()]+)\)", name):
        read = read_places(inside, tools.places)
        if len(read.codes) == 1 and not read.unread and not read.guessed and len(inside) > 2:
            return read.codes[0] if len(read.codes[0]) == 2 and read.codes[0] != "EU" else ""
    return ""


def _shares_name(name: str, company: str) -> bool:
    """Whether the vendor's name begins with the publisher's: "Acme Germany GmbH" and Acme Ltd."""
    own, other = name_key(company).split(), name_key(name).split()
    return bool(own) and len("".join(own)) > 2 and other[: len(own)] == own


def _services(entry: Entry) -> tuple[str, ...]:
    parts = [part.strip() for cell in entry.cells("services") for part in _service_parts(cell.text.plain)]
    return tuple(dict.fromkeys(filter(None, parts)))


def _service_parts(text: str) -> list[str]:
    """Parts between semicolons or lines, else between commas outside brackets."""
    return re.split(r"[;\n]" if ";" in text else r"[,\n](?![^()]*\))", text)


def _website(entry: Entry) -> str:
    """The website column, else the first link in the name cell."""
    for cell in entry.cells("website"):
        addresses = [address for _, address in cell.text.links] or cell.text.plain.split()
        for address in addresses:
            if _WEB.match(address):
                return address
            if _HOST.match(address):
                return f"https://{address}"
    links = [address for cell in entry.cells("name") for _, address in cell.text.links]
    hosts = [
        f"https://{host.removeprefix('https://')}"
        for cell in entry.cells("name")
        if (host := host_in(cell.text.plain))
    ]
    return next((address for address in (*links, *hosts) if _WEB.match(address)), "")


def _since(entry: Entry, meaning: str, tools: Tools, problems: list[Problem]) -> date | None:
    for cell in entry.cells(meaning):
        found, _ = date_in(cell.text.plain)
        if found is not None:
            return found
        written = one_line(cell.text.plain)[:40]
        if fold(written) and not tools.words.is_exactly("no_answer", written):
            problems.append(warning(cell.where, "date_unclear", written=written))
    return None


def _is_apart(entry: Entry, tools: Tools) -> bool:
    """Whether it is said to be no sub-processor: a carrier, or a controller of its own (domain.md 1.3)."""
    roles = [cell for cell in entry.cells("purpose") if tools.words.is_exactly("role", cell.heading)]
    told = [cell for meaning in ("purpose", "data", "note", "type") for cell in entry.cells(meaning)]
    if any(tools.words.has("not_customer_data", cell.text.plain) for cell in told):
        return True
    return any(
        tools.words.has("apart", cell.text.plain) or tools.words.is_exactly("apart_role", cell.text.plain)
        for cell in (*entry.cells("type"), *roles)
    )


def _is_former(entry: Entry, tools: Tools) -> bool:
    return entry.context.former or any(says_ended(one, tools.words) for one in entry.cells("status"))


def _is_planned(entry: Entry, tools: Tools) -> bool:
    return any(tools.words.has("planned", cell.text.plain) for cell in entry.cells("status"))


def _place_text(entry: Entry) -> str:
    texts = [entry.words(meaning) for meaning in ("storage", "access", "location")]
    return "; ".join(dict.fromkeys(filter(None, texts)))


def _others(entry: Entry) -> tuple[tuple[str, str], ...]:
    cells = [cell for meaning in _OTHER_MEANINGS for cell in entry.cells(meaning)]
    return tuple((one_line(cell.heading), one_line(cell.text.plain)) for cell in cells)


def _excerpt(entry: Entry) -> str:
    texts = [
        one_line(cell.text.plain) for cells in entry.fields.values() for cell in cells if cell.text.plain
    ]
    return " | ".join(texts)[:120]
