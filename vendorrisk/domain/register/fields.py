"""Reading one typed field: a date, an address, a country, a code; a wrong one is refused with what to write.

Every reader takes the text as typed and returns the checked value; it raises UserError with fact and remedy.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.domain.register import countries, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

E = TypeVar("E", bound="StrEnum")

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_OR_MONTH_FIRST = re.compile(r"([0-9]{1,2})[./ -]+([0-9]{1,2})[./ -]+([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./ -]+([0-9]{1,2})[./ -]+([0-9]{1,2})")
_YEARS = range(1900, 2200)
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_HOST = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def _refuse(key: str, **facts: object) -> UserError:
    return UserError(msg(key, **facts), msg(f"{key}.remedy", **facts))


def _date_of(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _readings(typed: str) -> list[date]:
    """The dates that a text in another notation may mean, the day-first one before the month-first one."""
    if found := _DAY_OR_MONTH_FIRST.fullmatch(typed):
        first, second, year = found.groups()
        tried = [_date_of(year, second, first), _date_of(year, first, second)]
    elif found := _YEAR_FIRST.fullmatch(typed):
        tried = [_date_of(*found.groups())]
    else:
        tried = []
    return list(dict.fromkeys(day for day in tried if day and day.year in _YEARS))


def _date_remedy(typed: str) -> Message:
    match _readings(typed):
        case [only]:
            return msg("date.write_one", first=only.isoformat())
        case [first, second]:
            return msg("date.write_either", first=first.isoformat(), second=second.isoformat())
        case _:
            return msg("date.write_iso")


def parse_date(typed: str) -> date:
    """A date written YYYY-MM-DD; 03/04/2026 may be two dates, so every other notation is refused.

    The remedy spells out the dates that the text may mean (domain.md 9, point 16).
    """
    clean = typed.strip()
    parsed = _date_of(*clean.split("-")) if _ISO_DATE.fullmatch(clean) else None
    if parsed is None or parsed.year not in _YEARS:
        raise UserError(msg("date.unreadable", text=clean), _date_remedy(clean))
    return parsed


def optional_date(typed: str) -> date | None:
    """A date, or None for an empty field."""
    return parse_date(typed) if typed.strip() else None


def email(typed: str) -> str:
    """One mail address in plain ASCII; the domain in lower case. No name, no list, no comment."""
    clean = text.line(typed)
    local, at, domain = clean.rpartition("@")
    if not (at and _LOCAL_PART.fullmatch(local) and len(local) <= 64 and _is_host(domain)):
        raise _refuse("email.unreadable", text=clean)
    return f"{local}@{domain.lower()}"


SEVERAL = "; "
"""What parts several addresses in one field."""

MOST_ADDRESSES = 10


def emails(typed: str) -> str:
    """One or several mail addresses, each once, parted by `SEVERAL`; commas and line ends part them too."""
    parts = [part for part in re.split(r"[;,\r\n]", typed) if part.strip()]
    if len(parts) > MOST_ADDRESSES:
        raise _refuse("emails.many", most=MOST_ADDRESSES)
    try:
        return SEVERAL.join(dict.fromkeys(map(email, parts or [""])))
    except UserError as refused:
        raise UserError(refused.what, msg("emails.remedy")) from refused


def _is_host(host: str) -> bool:
    return len(host) <= 253 and _HOST.fullmatch(host) is not None


def website(typed: str) -> str:
    """An https address without user name; anything else may lead somewhere unexpected."""
    clean = text.line(typed)
    is_https = clean.lower().startswith("https://")
    if is_https and _opens_safely(clean):
        return clean
    better = f"https://{clean.partition('://')[2] or clean}"
    if not is_https and _opens_safely(better):
        raise _refuse("website.scheme", text=clean, better=better)
    raise _refuse("website.unreadable", text=clean)


def _opens_safely(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    return parts.username is None and port in {None, 443} and " " not in address and _is_host(host)


def _code(typed: str, accepts: Callable[[str], bool]) -> str:
    code = typed.strip().upper()
    if accepts(code):
        return code
    meant = countries.MISTAKEN.get(code, "")
    if accepts(meant):
        raise UserError(msg("country.unknown", text=code), msg("country.meant", code=meant))
    raise _refuse("country.unknown", text=text.line(typed))


def country(typed: str) -> str:
    """One country by its ISO 3166 alpha-2 code."""
    return _code(typed, countries.is_country)


def place(typed: str) -> str:
    """A country, or one of the pseudo-regions EU, EEA, GLOBAL."""
    return _code(typed, countries.is_place)


def recipient_place(typed: str) -> str:
    """Where a flow ends: a country, EU, EEA, or an adequate international organisation."""
    return _code(typed, countries.is_recipient_place)


def truth(typed: str) -> bool:
    """Yes or no, also written true, false, 1 or 0."""
    clean = typed.strip().lower()
    if clean not in _TRUTHS:
        raise _refuse("truth.unreadable", text=text.line(typed))
    return _TRUTHS[clean]


def whole_number(low: int, high: int) -> Callable[[str], int | None]:
    """A reader of whole numbers from low to high, both included; an empty field is None."""

    def read(typed: str) -> int | None:
        clean = typed.strip()
        if not clean:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", clean) or not low <= int(clean) <= high:
            raise _refuse("number.range", text=text.line(typed), low=low, high=high)
        return int(clean)

    return read


def one_of(words: type[E]) -> Callable[[str], E]:
    """A reader of one word of a vocabulary; case does not matter, - and blank are read as _."""

    def read(typed: str) -> E:
        code = re.sub(r"[\s-]+", "_", typed.strip()).upper()
        if code not in set(words):
            raise _refuse("word.unknown", text=text.line(typed), known=[one.value for one in words])
        return words(code)

    return read


def optional_word(words: type[E]) -> Callable[[str], str]:
    """A reader of one word of a vocabulary or nothing."""
    read_one = one_of(words)

    def read(typed: str) -> str:
        return read_one(typed).value if typed.strip() else ""

    return read


def several_of(words: type[E]) -> Callable[[str], tuple[str, ...]]:
    """A reader of words of a vocabulary separated by comma or semicolon; each is kept once."""
    read_one = one_of(words)

    def read(typed: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(read_one(part).value for part in re.split(r"[,;]", typed) if part.strip()))

    return read


def english(typed: str) -> dict[str, str]:
    """A text that customers read, typed in English; further languages are added in the window."""
    clean = text.paragraphs(typed)
    return {"en": clean} if clean else {}


def is_language(tag: str) -> bool:
    """Whether the tag names a language, such as en or de-AT."""
    return _LANGUAGE.fullmatch(tag) is not None
