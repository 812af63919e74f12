"""Countries out of what a list says about places: "EU (France/Germany)", "AWS us-east-1"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from vendorrisk.documents.places import MEMBERS, Gazetteer, Known
from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FLAG_A = 0x1F1E6
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
"""A flag is written as the two letters of its country, in signs of their own."""

_TOKEN = re.compile(r"[()\[\]]|[,;/|&+:•·\n]|[^\s()\[\],;/|&+:•·]+")
_DOTTED = re.compile(r"\b((?:[A-Z]\.){2,3})(?![a-z])")
_OUTSIDE = re.compile(
    r"(?i)\b(?:outside|ausserhalb|außerhalb|hors|fuera|fuori|buiten|poza|izvan"
    r"|not|non|never|except|excepting|excluding|excl|exclusive of|other than|apart from"
    r"|nicht|kein|keine|keinen|außer|ausser|ausgenommen|ohne|sauf|excepté|excepto|salvo|eccetto|tranne"
    r"|niet|behalve|uitgezonderd|oprócz|osim|nije)\b[^,;.()|\n]*"
)
"""What a text says is no place: a place that stands behind such a word is never taken for one."""

_WIDE = str.maketrans("、，・（）［］／；：｜", ",,,()[]/;:|")
"""Signs as East Asian texts write them."""

_AND_UNSPACED = re.compile("または|および|及び|並びに|또는 |또는|및 ")
_SHORTENED = re.compile(r"\b(?:[NSEW]\b\.?(?= [A-Z][a-z])|(?:Rep|Fed)\b\.?)")
_LONG = {
    "N": "North", "S": "South", "E": "East", "W": "West", "Rep": "Republic", "Fed": "Federation",
}  # fmt: skip
_OUTSIDE_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_JOINED = frozenset(
    {"and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "og", "och", "i", "lub", "a"}
)
_LONGEST = 6
_RATHER_COUNTRIES = {"DE", "IN"}
"""Codes that behind a town nobody knows rather mean the country than Delaware or Indiana."""
_BESIDE = frozenset("/;|&+•·\n")
"""Signs between places of which neither says where the other lies."""

_QUOTES = ".\"'“”*"
_US_ZIP = re.compile(r"\b([A-Z]{2})[ ,]+\d{5}(?:-\d{4})?\b")
_GB_POSTCODE = re.compile(r"\b(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b")
_CA_POSTCODE = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d\b")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}-)?\d{3,6}\s")
_ENGLISH_STREET = re.compile(
    r"(?i)\b\d+ [\w. ]*\b(?:street|st|avenue|ave|boulevard|blvd|drive|dr|parkway|pkwy|highway|hwy|suite)\b"
)
"""A number before a street: behind such a street a code of two letters is a state's."""
_ADDRESS_PARTS = re.compile(r"\s*[,;\n|]\s*|\s{2,}|\s[–—-]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesRead:
    """Codes in order; `guessed`: misspellings (written, taken for); `unread`: what stayed open.

    `beside` are the words that stand beside places ("support" and "from" in "support from India").
    """

    codes: tuple[str, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Piece:
    """A stretch between separators: what was found in it, the words left over, its bracket, its last sign."""

    bracket: int
    ended: str = ""
    found: list[tuple[str, Known]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def _flags_as_codes(text: str) -> str:
    """A text of nothing but flags as the codes they are made of; beside words a flag says nothing more."""
    if any(map(str.isalpha, text)):
        return text
    return _FLAG.sub(
        lambda found: "".join(chr(ord(sign) - _FLAG_A + ord("A")) for sign in found[0]) + ", ", text
    )


def read_places(text: str, places: Gazetteer) -> PlacesRead:
    """All places a text names; a word that names none is listed as unread unless it stands beside one."""
    text, outside = _without_excluded(_narrow(_flags_as_codes(text)), places)
    pieces, owners = _pieces(_written_out(text), places)
    guessed = _second_look(pieces, places)
    _namesakes(pieces, places)
    narrowed = {owners[piece.bracket] for piece in pieces if piece.bracket and _codes(piece)}
    unread = [" ".join(piece.left) for piece in pieces if _is_open(piece, places)]
    unread += [written for at, piece in enumerate(pieces) if at not in narrowed for written in _vague(piece)]
    return PlacesRead(
        codes=tuple(dict.fromkeys(_without_qualifiers(pieces, owners))),
        guessed=tuple(guessed),
        unread=tuple(dict.fromkeys([*unread, *outside])),
        beside=tuple(word for piece in pieces if piece.found for word in piece.left),
    )


def _narrow(text: str) -> str:
    """East Asian signs and "and" as those that part pieces everywhere."""
    return text if text.isascii() else _AND_UNSPACED.sub(", ", text.translate(_WIDE))


def _without_excluded(text: str, places: Gazetteer) -> tuple[str, list[str]]:
    """The text without the places that it rules out, and those stretches; "not applicable" stays."""
    ruled_out = [
        found
        for found in _OUTSIDE.finditer(text)
        if any(piece.found for piece in _pieces(_written_out(found[0]), places)[0])
        or _OUTSIDE_CODE.search(found[0])
    ]
    for found in reversed(ruled_out):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return text, [" ".join(found[0].split()) for found in ruled_out]


def _vague(piece: _Piece) -> list[str]:
    return [written for written, known in piece.found if known.kind == "vague"]


def _written_out(text: str) -> str:
    """Example: "U.S." as US, "N. Korea" as North Korea, "&" as and; a bare code in capitals."""
    text = _DOTTED.sub(lambda found: found[1].replace(".", ""), text).replace(" & ", " and ")
    text = _SHORTENED.sub(lambda found: _LONG[found[0].rstrip(".")], text)
    text = text.replace("Congo - ", "Congo ")
    return text.upper() if len(text.strip()) in {2, 3} else text


def country_of_address(text: str, places: Gazetteer) -> str:
    """The country an address ends in; empty when it names none, or only a code that may be a state's."""
    text = _narrow(text)
    if _CA_POSTCODE.search(text):
        return "CA"
    parts = ["", *(part.strip() for part in _ADDRESS_PARTS.split(text) if part.strip())]
    for before, part in reversed(list(pairwise(parts))):
        zip_code = _US_ZIP.search(part)
        if zip_code and zip_code[1] in places.states:
            return "US"
        known = _ends_in(before, part, places)
        if _means_two(part, places) and before and not _ends_in("", before, places):
            american = _ENGLISH_STREET.search(text)
            return "US" if american else places.code(part) if _POSTCODE.match(before) else ""
        if known and len(known.codes) == 1:
            return known.codes[0]
    return "GB" if _GB_POSTCODE.search(text) else ""


def _ends_in(before: str, part: str, places: Gazetteer) -> Known | None:
    """The last place that a part of an address names; a town before it says what a code means."""
    pieces, _ = _pieces(f"{before}, {part}", places)
    _second_look(pieces, places, guess=False)
    _namesakes(pieces, places)
    own = pieces[-len(_pieces(part, places)[0]) :]
    known = [known for piece in own for _, known in piece.found if known.kind != "vague"]
    return known[-1] if known else None


def _pieces(text: str, places: Gazetteer) -> tuple[list[_Piece], dict[int, int]]:
    """Pieces in order, and for each bracket the index of the piece it follows."""
    pieces = [_Piece(bracket=0)]
    owners: dict[int, int] = {}
    open_brackets, count = [0], 0
    for words, separator in _stretches(text, places):
        _scan(words, pieces, open_brackets[-1], places)
        if separator in {"(", "["}:
            count += 1
            owners[count] = len(pieces) - 1
            open_brackets.append(count)
        elif separator in {")", "]"} and len(open_brackets) > 1:
            open_brackets.pop()
        pieces[-1].ended = separator
        pieces.append(_Piece(bracket=open_brackets[-1]))
    return pieces, owners


def _stretches(text: str, places: Gazetteer) -> Iterator[tuple[list[str], str]]:
    """Words up to a separator, and the separator; hyphens part words, except in cloud regions (us-east-1)."""
    words: list[str] = []
    for found in _TOKEN.findall(text):
        if len(found) == 1 and found in "()[],;/|&+:•·\n–—-":
            yield words, found
            words = []
        elif (word := found.strip(_QUOTES)).casefold() in places.cloud:
            words.append(word)
        else:
            words += [part for part in re.split(r"[-–—_]+", word) if part]
    yield words, ""


def _scan(words: list[str], pieces: list[_Piece], bracket: int, places: Gazetteer) -> None:
    """Longest names first; "and" parts pieces except inside a name such as Bosnia and Herzegovina."""
    folded = [fold(word) for word in words]
    at = 0
    while at < len(words):
        length, written, known = _longest(words, folded, at, places)
        if known is not None:
            said = " ".join(words[at : at + length]) if known.kind == "vague" else written
            pieces[-1].found.append((said, known))
        elif folded[at] in _JOINED and (pieces[-1].found or pieces[-1].left):
            pieces[-1].ended = "&"
            pieces.append(_Piece(bracket=bracket))
        else:
            pieces[-1].left.append(words[at])
        at += length


def _longest(
    words: Sequence[str], folded: Sequence[str], at: int, places: Gazetteer
) -> tuple[int, str, Known | None]:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        written = " ".join(folded[at : at + length])
        if known := places.words.get(written):
            return length, written, known
    if country := places.codes.get(words[at]) or places.cloud.get(words[at].casefold()):
        return 1, words[at], _country(country)
    return 1, "", None


def _country(code: str) -> Known:
    return Known(kind="region" if code in {"EU", "EEA", "GLOBAL"} else "country", codes=(code,))


def _second_look(pieces: list[_Piece], places: Gazetteer, *, guess: bool = True) -> list[tuple[str, str]]:
    """Pieces without a name: a bare country or state code, else a misspelling."""
    guessed = []
    for at, piece in enumerate(pieces):
        words = [word for word in piece.left if not _is_noise(word, places)]
        if piece.found:
            piece.found += _codes_of_centres(piece.left, places)
        elif len(words) == 1 and (code := _bare_code(words[0], before := _before(pieces, at), places)):
            piece.found.append((words[0], code))
            if before is not None and not before.found and words[0] in places.states:
                if _means_two(words[0], places):
                    guessed.append((f"{' '.join(before.left)}, {words[0]}", code.codes[0]))
                before.left.clear()
        elif guess and words and (near := _nearest(piece.left, words, places)):
            guessed.append((" ".join(piece.left), near[0].title()))
            piece.found.append((near[0], _country(near[1])))
    return guessed


def _nearest(left: list[str], words: list[str], places: Gazetteer) -> tuple[str, str] | None:
    return places.nearest(fold(" ".join(left))) or places.nearest(fold(" ".join(words)))


def _codes_of_centres(left: list[str], places: Gazetteer) -> list[tuple[str, Known]]:
    """Codes beside other names ("AU DCs") count where the piece speaks of data centres or regions."""
    if not any(fold(word).startswith(("dc", "region")) for word in left):
        return []
    codes = [word for word in left if len(word) == 2 and word.isupper() and places.code(word)]
    return [(code, _country(places.code(code))) for code in codes if code not in {"DC", "IT"}]


def _bare_code(word: str, before: _Piece | None, places: Gazetteer) -> Known | None:
    """Example: "CA" is California after San Francisco, or after a town nobody knows; Canada after Toronto."""
    town_of = before.found[-1][1].codes if before is not None and before.found else ()
    if word in places.states and before is not None and places.code(word) not in town_of:
        town = bool(before.found) and _may_be_american(*before.found[-1], places)
        if town or (not before.found and word not in _RATHER_COUNTRIES):
            return Known(kind="state", codes=("US",))
    code = places.code(word) or places.states.get(word, "")
    return _country(code) if code else None


def _means_two(word: str, places: Gazetteer) -> bool:
    """Whether a code is a country and an American state; of CA behind a town nobody doubts the state."""
    return word in places.states and bool(places.code(word)) and word != "CA"


def _may_be_american(written: str, known: Known, places: Gazetteer) -> bool:
    return known.kind == "city" and "US" in {*known.codes, *places.namesakes.get(written, ())}


def _before(pieces: list[_Piece], at: int) -> _Piece | None:
    return next((piece for piece in reversed(pieces[:at]) if piece.found or piece.left), None)


def _codes(piece: _Piece) -> list[str]:
    return [code for _, known in piece.found for code in known.codes]


def _namesakes(pieces: list[_Piece], places: Gazetteer) -> None:
    """Dublin before Ohio or USA is not in Ireland, and Georgia beside Atlanta or USA is no country."""
    flat = [(piece, at) for piece in pieces for at in range(len(piece.found))]
    for number, (piece, at) in enumerate(flat):
        written, known = piece.found[at]
        following = None if _stands_alone(flat, number) else _at(flat, number + 1)
        if known.kind == "city" and following and following.codes[0:1] != known.codes:
            if following.kind in {"state", "country"} and set(following.codes) & set(
                places.namesakes.get(written, ())
            ):
                piece.found[at] = (written, Known(kind="city", codes=following.codes))
        elif written == "georgia" and any(
            near is not None and near.codes == ("US",) for near in (following, _at(flat, number - 1))
        ):
            piece.found[at] = (written, Known(kind="state", codes=("US",)))


def _stands_alone(flat: list[tuple[_Piece, int]], number: int) -> bool:
    """Whether what follows a place is another one beside it ("Toronto / USA"), and not where it lies."""
    piece = flat[number][0]
    last = number + 1 == len(flat) or flat[number + 1][0] is not piece
    return last and piece.ended in _BESIDE


def _at(flat: list[tuple[_Piece, int]], number: int) -> Known | None:
    if not 0 <= number < len(flat):
        return None
    piece, at = flat[number]
    return piece.found[at][1]


def _without_qualifiers(pieces: list[_Piece], owners: dict[int, int]) -> Iterator[str]:
    """Codes in order; EU and EEA fall away where brackets narrow them down or merely repeat them."""
    members_in = {piece.bracket for piece in pieces if piece.bracket and MEMBERS & set(_codes(piece))}
    narrowed = {owners[bracket] for bracket in members_in}
    for at, piece in enumerate(pieces):
        owner = pieces[owners[piece.bracket]] if piece.bracket else None
        repeated = owner is not None and bool(MEMBERS & set(_codes(owner)))
        for code in _codes(piece):
            if code in {"EU", "EEA"} and (repeated or at in narrowed):
                continue
            yield code


def _is_noise(word: str, places: Gazetteer) -> bool:
    """Words that say nothing about a place; a code in capitals is none, though "in" is."""
    if any(char.isdigit() for char in word) and sum(char.isalpha() for char in word) < 4:
        return True
    short_code = word.isupper() and 2 <= len(word) <= 3 and bool(places.code(word))
    return not short_code and fold(word) in places.noise


def _is_open(piece: _Piece, places: Gazetteer) -> bool:
    """Whether words stay that may have been a place: none was found, and it is no remark in brackets."""
    words = [word for word in piece.left if not _is_noise(word, places)]
    return not piece.found and not piece.bracket and any(fold(word) for word in words)
