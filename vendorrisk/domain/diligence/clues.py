"""What the text of a document suggests about it: its kind, its edition, the days that may be its dates.

Suggestions are offered to a person, who takes or leaves each; nothing here is ever stored by itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence import clue_words
from vendorrisk.domain.diligence.answer_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_KINDS: Final = 3
MOST_DAYS: Final = 6
MOST_UNCLEAR: Final = 3
BEFORE, AFTER = 48, 12
"""Letters round a day that say what it is for."""
_YEARS: Final = range(2000, 2100)


class DayRole(StrEnum):
    """What the words before a day say that it is."""

    START = "START"
    END = "END"
    ISSUED = "ISSUED"
    UNSAID = "UNSAID"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKind:
    """A kind of document that the text names, with the edition behind its name; empty where none stands."""

    code: str
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day that stands in the text, with the words round it."""

    day: date
    role: DayRole
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearDay:
    """A date as it is written, and the days that it may mean: 03/04/2026 is one of two (domain.md 9.16)."""

    written: str
    readings: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a text suggests: kinds, the one named first in front, and days in the order of the text."""

    kinds: tuple[FoundKind, ...] = ()
    days: tuple[FoundDay, ...] = ()
    unclear: tuple[UnclearDay, ...] = ()


_ORDINAL: Final = r"(?:\.?[ºª°]|st|nd|rd|th|er|e|o)?\.?"
_MONTH: Final = r"(?P<month>[^\W\d_]{3,12})\.?"
_OF: Final = r"(?:(?:del?|do|of|di)\s+)?"
_WRITTEN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        rf"\b(?P<day>\d{{1,2}}){_ORDINAL}[\s-]+{_OF}{_MONTH}[\s,-]+{_OF}(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})\b",
        r"(?<![\d/.-])(?P<one>\d{1,2})(?P<mark>[/-])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4})\b(?![/-]\d)",
    )
)
"""The last notation names the day first or the month first, whoever wrote it."""
_ROLES: Final = (
    (DayRole.END, clue_words.END),
    (DayRole.START, clue_words.START),
    (DayRole.ISSUED, clue_words.ISSUED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A date in the text: its place, what stands before it, and the days that it may mean."""

    match: re.Match[str]
    before: str
    readings: tuple[date, ...]


def clues_in(text: str, file_name: str = "") -> Clues:
    """What a text suggests; its file name counts as its first words."""
    plain = unicodedata.normalize("NFC", text)
    dates = tuple(_dates(plain))
    return Clues(
        kinds=_kinds(f"{file_name.replace('_', ' ')}\n{plain}"),
        days=tuple(_days(plain, dates))[:MOST_DAYS],
        unclear=tuple(_unclear(dates))[:MOST_UNCLEAR],
    )


def _kinds(text: str) -> tuple[FoundKind, ...]:
    """The kinds that are named first; one that is named in two editions stands there with each."""
    named = ((code, list(pattern.finditer(text))) for code, pattern in clue_words.KINDS)
    found = sorted(((code, places) for code, places in named if places), key=lambda one: one[1][0].start())
    kinds = (
        FoundKind(code=code, edition=edition)
        for code, places in found
        for edition in _editions(code, text, [place.end() for place in places])
    )
    return tuple(kinds)[:MOST_KINDS]


def _editions(code: str, text: str, places: list[int]) -> tuple[str, ...]:
    """The editions that stand behind the name of a kind, each once; one empty text where none does."""
    pattern = clue_words.EDITIONS.get(code)
    found = (pattern.match(text, place) for place in places) if pattern else ()
    return tuple(dict.fromkeys(one["edition"] for one in found if one)) or ("",)


def _dates(text: str) -> Iterator[_Written]:
    matches = (match for pattern in _WRITTEN for match in pattern.finditer(text))
    end_of_last = 0
    for match in sorted(matches, key=re.Match.start):
        readings = _readings(match)
        if readings and match.start() >= end_of_last:
            before = text[max(end_of_last, match.start() - BEFORE) : match.start()]
            yield _Written(match=match, before=_folded(before), readings=readings)
            end_of_last = match.end()


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    """The days that a date may mean; none where there is no such day, or its word is no month."""
    parts = match.groupdict()
    year = int(parts["year"])
    if "one" in parts:
        one, other = int(parts["one"]), int(parts["other"])
        pairs: tuple[tuple[int, int], ...] = ((other, one), (one, other))
    else:
        months = (
            (int(parts["number"]),) if "number" in parts else clue_words.MONTHS.get(fold(parts["month"]), ())
        )
        pairs = tuple((month, int(parts["day"])) for month in months)
    days = (_day(year, month, number) for month, number in pairs)
    return tuple(dict.fromkeys(day for day in days if day is not None))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if year in _YEARS else None
    except ValueError:
        return None


def _days(text: str, dates: tuple[_Written, ...]) -> Iterator[FoundDay]:
    """The days that have one reading, each once for what it is said to be."""
    told: set[tuple[date, DayRole]] = set()
    for one, role in zip(dates, _roles(dates), strict=True):
        day = one.readings[0]
        if len(one.readings) == 1 and (day, role) not in told:
            told.add((day, role))
            words = text[max(0, one.match.start() - BEFORE) : one.match.end() + AFTER]
            yield FoundDay(day=day, role=role, words=" ".join(words.split()))


def _unclear(dates: tuple[_Written, ...]) -> Iterator[UnclearDay]:
    several = {" ".join(one.match[0].split()): one.readings for one in dates if len(one.readings) > 1}
    return (UnclearDay(written=written, readings=readings) for written, readings in several.items())


def _folded(text: str) -> str:
    """Text without accents and case, its blanks and marks kept: what is next to a day counts."""
    apart = unicodedata.normalize("NFD", text).lower()
    return "".join(char for char in apart if not unicodedata.combining(char))


def _roles(dates: tuple[_Written, ...]) -> Iterator[DayRole]:
    """What each day is; where words say nothing of it, "to" between two days does."""
    reaches = [bool(clue_words.RANGE.fullmatch(one.before)) for one in dates]
    for one, closes, opens in zip(dates, [False, *reaches[1:]], [*reaches[1:], False], strict=False):
        role = _role(one.before)
        if role is DayRole.UNSAID and (closes or opens):
            role = DayRole.END if closes else DayRole.START
        yield role


def _role(before: str) -> DayRole:
    """What is said nearest before the day counts; that it is a date says least."""
    said = [(match.end(), role) for role, pattern in _ROLES for match in pattern.finditer(before)]
    if said:
        return max(said, key=lambda pair: pair[0])[1]
    return DayRole.ISSUED if clue_words.DATED.search(before) else DayRole.UNSAID
