"""What the text of a paper suggests about it: its kind, and the days that may be its dates. Never more.

Suggestions are offered to a person, who takes or leaves each; nothing here is ever stored by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_KINDS = 3
MOST_DAYS = 6
BEFORE, AFTER = 48, 12
"""Letters round a day that say what it is for."""
_YEARS = range(2000, 2100)


class DayRole(StrEnum):
    """What the words before a day say that it is."""

    START = "START"
    END = "END"
    ISSUED = "ISSUED"
    UNSAID = "UNSAID"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day that stands in the text, with the words round it."""

    day: date
    role: DayRole
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a text suggests: codes of kinds, the one that is named first in front, and days in their order."""

    kinds: tuple[str, ...] = ()
    days: tuple[FoundDay, ...] = ()


_KINDS = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        ("ISO27001", r"iso[\s/-]*(?:iec)?[\s-]*27001"),
        ("ISO27017", r"iso[\s/-]*(?:iec)?[\s-]*27017"),
        ("ISO27018", r"iso[\s/-]*(?:iec)?[\s-]*27018"),
        ("ISO27701", r"iso[\s/-]*(?:iec)?[\s-]*27701"),
        ("ISO22301", r"iso[\s-]*22301"),
        ("BRIDGE", r"\b(?:bridge|gap) letter\b"),
        ("SOC2_II", r"\bsoc[\s-]*2\W{0,3}\s*type\s*(?:ii|2)\b"),
        ("SOC2_I", r"\bsoc[\s-]*2\W{0,3}\s*type\s*(?:i|1)\b"),
        ("SOC3", r"\bsoc[\s-]*3\b"),
        ("SOC1", r"\bsoc[\s-]*1\b"),
        ("PCI", r"\bpci[\s-]*dss\b"),
        ("C5", r"cloud computing compliance criteria catalogue|\bbsi c5\b"),
        ("TISAX", r"\btisax\b"),
        ("HITRUST", r"\bhitrust\b"),
        ("CE_PLUS", r"\bcyber essentials plus\b"),
        ("CE", r"\bcyber essentials\b(?! plus)"),
        ("DPA", r"\bdata processing (?:agreement|addendum)\b|\bdpa\b"),
        ("SCC", r"\bstandard contractual clauses\b|\b2021/914\b"),
        ("TIA", r"\btransfer impact assessment\b"),
    )
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_NAMES)})[a-z]*\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        rf"\b(?P<day>\d{{1,2}}){_ORDINAL}[\s-]+{_MONTH}[\s,-]+(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})\b",
    )
)
"""Notations that have one reading only; 03/04/2026 may be two days, so it suggests none (domain.md 9.16)."""
_ROLES = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            DayRole.END,
            r"until|through|valid till|expir|end(?:s|ing)? (?:on|date)|gültig bis|\bto\W*$|[–-]\W*$",
        ),
        (DayRole.START, r"valid from|effective|in force|start(?:s|ing)?|period|\bfrom\b|since|gültig ab"),
        (DayRole.ISSUED, r"issue|dated?\b|signed|approv|certified on|ausgestellt"),
    )
)


def clues_in(text: str, file_name: str = "") -> Clues:
    """What a text suggests; its file name counts as its first words."""
    whole = f"{file_name.replace('_', ' ')}\n{text}"
    return Clues(kinds=_kinds(whole), days=tuple(_days(text))[:MOST_DAYS])


def _kinds(text: str) -> tuple[str, ...]:
    places = {code: found.start() for code, pattern in _KINDS if (found := pattern.search(text))}
    return tuple(sorted(places, key=lambda code: places[code]))[:MOST_KINDS]


def _days(text: str) -> Iterator[FoundDay]:
    found = sorted(
        ((match.start(), match) for pattern in _WRITTEN for match in pattern.finditer(text)),
        key=lambda pair: pair[0],
    )
    told: set[tuple[date, DayRole]] = set()
    end_of_last = 0
    for place, match in found:
        day = _day_of(match)
        if day is None:
            continue
        before = text[max(end_of_last, place - BEFORE) : place]
        role = _role(before)
        end_of_last = match.end()
        if (day, role) not in told:
            told.add((day, role))
            words = text[max(0, place - BEFORE) : match.end() + AFTER]
            yield FoundDay(day=day, role=role, words=" ".join(words.split()))


def _day_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else 1 + _NAMES.index(parts["month"].lower())
    year = int(parts["year"])
    try:
        return date(year, month, int(parts["day"])) if year in _YEARS else None
    except ValueError:
        return None


def _role(before: str) -> DayRole:
    """What is said nearest before the day counts."""
    said = [(match.end(), role) for role, pattern in _ROLES for match in pattern.finditer(before)]
    return max(said, key=lambda pair: pair[0])[1] if said else DayRole.UNSAID
