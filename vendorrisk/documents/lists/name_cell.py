"""Takes a name cell apart: the company, the address behind it, or many names in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.documents.place_text import country_of_address, read_places
from vendorrisk.domain.register.names import fold, has_legal_form, name_parts, normalise

if TYPE_CHECKING:
    from vendorrisk.documents.lists.vocabulary import Vocabulary
    from vendorrisk.documents.places import Gazetteer

_CUTS = re.compile(r"\s*[,;\n|]\s*|\s{2,}|\s+[–—-]\s+")
_COMMAS = re.compile(r"\s*[,;\n•]\s*(?![^(]*\))")
_STREET = frozenset([
    "street", "st", "str", "strasse", "avenue", "ave", "av", "road", "rd", "boulevard", "blvd", "lane",
    "ln", "drive", "dr", "way", "platz", "weg", "allee", "via", "rue", "calle", "plaza", "floor", "suite",
    "ste", "box", "gasse", "ulica", "ul", "quay", "court", "ct", "house", "building", "bldg", "parkway",
    "pkwy", "square", "sq", "highway", "hwy", "piazza", "viale", "corso", "laan", "straat", "gatan", "gade",
    "vej", "ring", "ufer", "damm", "place", "pl", "terrace", "centre", "center", "unit",
])  # fmt: skip
_STREET_ENDING = (
    "strasse", "str", "weg", "platz", "allee", "gasse", "straat", "laan", "gatan", "gade", "vej", "ring",
)  # fmt: skip
_HOST = re.compile(r"(?i)(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?\s*[↗→]?")
_PAGE = re.compile(
    r"(?i)(?:https?://|www\.)\S+|\*?\.[a-z0-9-]+\.\S+|(?:[a-z0-9-]+\.){2,}[a-z]{2,}(?:/\S*)?|\S+/\S+\.[a-z]{2,5}"
)
"""An address of a page, a host below another one, hosts with an asterisk, or the path of a file."""

_JOINED = re.compile(r"\s+(?:[/|&+]|and|und|et|y|ou|oder|or)\s+|\s*;\s*|\s*(?:→|⇒|->)\s*")
_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
_BETWEEN_LABELS = re.compile(r"\s*[·|•,;]\s*|\s+[/–—-]\s+")
_NUMBER = re.compile(r"^\s*(?:\d+[.)]\s*)+")
_MOST_WORDS = 6
_CODES_BELOW = frozenset(
    ["US", "USA", "UK", "GB", "EU", "EEA", "DE", "FR", "IE", "NL", "ES", "CH", "AU", "SG"]
)
"""Codes that below a name mean a place; others rather say what it does: "AI", "TLS", "IT", "QA"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCompany:
    """A company's name as published, and the address that stood with it."""

    name: str
    address: str = ""


def companies_in(text: str, places: Gazetteer) -> list[NamedCompany]:
    """The companies a name cell names: usually one, with or without an address; many where it is a list."""
    if cut := _address_start(text, places):
        at, end = cut
        return [NamedCompany(name=_one_line(text[:at]), address=_one_line(text[end:], ", "))]
    names = _listed_names(text, places)
    if names:
        return [NamedCompany(name=name) for name in names]
    return [NamedCompany(name=_of_two_lines(text) or _one_line(text))]


def without_labels(text: str, words: Vocabulary) -> str:
    """The lines of a name cell without those that lead elsewhere ("Privacy") or say a kind ("Hosting")."""
    if "\n" not in text:
        return text
    first, *more = text.split("\n")
    badge = partial(words.is_exactly, "category")
    return "\n".join([first, *(line for line in more if not _leads_on(line, words) and not badge(line))])


def _leads_on(line: str, words: Vocabulary) -> bool:
    """Whether a line holds nothing but addresses and labels of links: "acme.example", "Privacy · DPA"."""
    labels = [part for part in _BETWEEN_LABELS.split(line.strip()) if part]
    return all(_HOST.fullmatch(label) or words.is_no_name(label) for label in labels)


def host_in(text: str) -> str:
    """The web address that stands on a line of its own below a name; empty without one."""
    return next((line.strip(" ↗→") for line in text.split("\n")[1:] if _HOST.fullmatch(line)), "")


def is_address_of_page(text: str) -> bool:
    """Whether a text is where something lies: "https://acme.example", "*.acme.example", "legal/list.md"."""
    return bool(_PAGE.fullmatch(text.strip()))


def may_be_two(name: str) -> bool:
    """Whether a name may be two: "Acme, Beta Cloud" unlike "Acme, Inc.", "Acme GmbH / Beta Ltd", "A → B"."""
    joined = [_BEHIND.sub("", part) for part in _JOINED.split(name) if part]
    slashed = [part.strip() for part in _BEHIND.sub("", name).split("/")]
    if len(slashed) > 1 and all(is_like_name(part) and _is_word(part) for part in slashed):
        return True
    if len(joined) > 1 and all(has_legal_form(part) and normalise_part(part) for part in joined):
        return True
    parts = [part for part in _COMMAS.split(name_parts(name).legal) if part] if "," in name else []
    return (
        len(parts) == 2
        and all(is_like_name(part) and bool(normalise_part(part)) for part in parts)
        and not any(char.isdigit() for char in parts[1][:1])
        and not has_legal_form(f"x {parts[1].split()[0]}")
    )


def _is_word(part: str) -> bool:
    """Whether a part between strokes is more than the "S" of "A/S"."""
    return sum(map(str.isalpha, part)) > len("UK")


def _of_two_lines(text: str) -> str:
    """Trade name over legal name, or the other way round: the legal one comes first; else empty."""
    lines = [one for line in text.split("\n") if (one := " ".join(line.split()))]
    if len(lines) != 2 or not all(is_like_name(line) for line in lines):
        return ""
    formed = [has_legal_form(_BEHIND.sub("", line)) for line in lines]
    if formed[0] == formed[1]:
        return ""
    legal, trade = lines if formed[0] else (lines[1], lines[0])
    same = normalise(_BEHIND.sub("", legal)) == normalise(trade)
    return legal if same else f"{legal} – {trade}"


def without_number(heading: str) -> str:
    """A heading without the number of its section: "2. Acme"."""
    return _NUMBER.sub("", heading)


def is_like_name(text: str) -> bool:
    """Whether a short text can be a company's name: few words, the first with a capital or digit."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS + 2 or not any(char.isalpha() for char in text):
        return False
    first = words[0].lstrip("(\"'“")
    odd_case = any(char.isupper() or char.isdigit() for char in words[0]) or "." in words[0].strip(".")
    return not text.endswith(("?", "!")) and (first[:1].isupper() or first[:1].isdigit() or odd_case)


def _address_start(text: str, places: Gazetteer) -> tuple[int, int] | None:
    """Where the name ends and where the address begins; None when no address follows."""
    for cut in _CUTS.finditer(text):
        before, rest = text[: cut.start()], text[cut.end() :]
        if before.count("(") > before.count(")") and ")" in rest:
            continue  # "Acme, LLC (a Beta company, US)": what stands in brackets belongs to the name
        below = "\n" in cut[0] and _is_place_line(rest, places)
        if cut.start() and (_is_address(rest, places) or below or _is_dashed_place(text, cut, places)):
            return _behind_form(text, cut.start()) or (cut.start(), cut.end())
    return None


def _behind_form(text: str, end: int) -> tuple[int, int] | None:
    """Example: "Acme GmbH Hauptstr. 5, 10115 Berlin": the legal form ends the name, not the comma."""
    for found in re.finditer(r"\s+", text[:end]):
        rest = text[found.end() : end]
        if (
            has_legal_form(text[: found.start()])
            and any(char.isdigit() for char in rest)
            and _starts_street(rest)
        ):
            return found.start(), found.end()
    return None


def _is_address(rest: str, places: Gazetteer) -> bool:
    """Starts with a street, number or place, and ends in a place or postcode."""
    parts = [part for part in _CUTS.split(rest) if part]
    if not parts or not normalise(parts[0]):
        return False
    if len(parts) > 1 and len(parts[0].split()) <= 3 and _is_only_places(parts[0], places):
        return _is_only_places(rest, places)
    return _starts_street(parts[0]) and bool(
        country_of_address(rest, places) or re.search(r"\b\d{4,6}\b", rest)
    )


def _is_place_line(rest: str, places: Gazetteer) -> bool:
    """Whether what stands on the line below a name begins with a place, as "United States (California)"."""
    first = re.split(r"\s*[,;|/()（・、，]\s*", rest.strip(), maxsplit=1)[0]
    is_code = first.isupper() and len(first) <= len("USA")
    if is_code and first not in _CODES_BELOW:
        return False
    alone = "\n" not in rest.strip() and not first[:1].islower() and not has_legal_form(rest)
    return alone and _is_only_places(first, places)


def _is_dashed_place(text: str, cut: re.Match[str], places: Gazetteer) -> bool:
    """Whether a dash or comma parts a company from nothing but its place: "Acme, Inc. – United States"."""
    dashed = bool(cut[0].strip(" ")) and cut[0].strip(" ") in "–—-,"
    company, rest = text[: cut.start()], text[cut.end() :]
    parts = [part for part in _CUTS.split(rest) if part]
    return dashed and has_legal_form(company) and all(_is_only_places(part, places) for part in parts)


def _starts_street(part: str) -> bool:
    words = fold(part).split()
    street = any(word in _STREET or word.endswith(_STREET_ENDING) for word in words)
    return any(char.isdigit() for char in part) or (street and len(words) > 1)


def _is_only_places(text: str, places: Gazetteer) -> bool:
    read = read_places(text, places)
    return bool(read.codes) and not read.unread and not read.guessed


def _listed_names(text: str, places: Gazetteer) -> list[str]:
    """Three or more names, or several with legal forms, parted by commas or lines; else nothing."""
    names: list[str] = []
    for part in filter(None, map(str.strip, _COMMAS.split(text))):
        if names and not normalise_part(part):
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part.removeprefix("and ").removeprefix("und "))
    names = [_one_line(name) for name in names]
    if len(names) < 2 or not all(is_like_name(name) and len(name.split()) <= _MOST_WORDS for name in names):
        return []
    if any(_is_only_places(name, places) for name in names):
        return []
    formed = sum(has_legal_form(name) for name in names)
    return names if len(names) >= 3 or formed == len(names) else []


def normalise_part(part: str) -> str:
    """What is left of a part when it is not merely a legal form such as "Inc." behind a comma."""
    words = fold(re.sub(r"\([^()]*\)", "", part))
    return "" if has_legal_form(f"x {words}") and normalise(f"x {words}") == "x" else words


def _one_line(text: str, joint: str = " ") -> str:
    lines = [" ".join(line.split()) for line in re.split(r"\n" if joint == " " else r"\n|\s{2,}", text)]
    return joint.join(line.strip(" ,;") if joint != " " else line for line in lines if line).strip(" ,;–—-|")
