"""Finds mentions of transfer mechanisms that no longer hold in contracts, policies and typed fields.

A mention is not yet a fault: history may be told. The reviewer dismisses such a hit with a reason (2.6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from vendorrisk.domain.register.vocabulary import Mechanism

SENTENCE_LIMIT = 400


class Weight(StrEnum):
    """H: the mechanism has ended. L: outdated, but it reads as a reference to the GDPR (Art. 94(2))."""

    H = "H"
    L = "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What gives an ended mechanism away in a text."""

    term: str
    pattern: re.Pattern[str]
    weight: Weight
    mechanism: Mechanism | None


def _words(*words: str) -> re.Pattern[str]:
    """Words in this order, joined by blanks, line ends or any dash; not as a part of longer words."""
    return re.compile(r"(?<!\w)" + r"[\s\u00ad\u2010-\u2015-]*".join(words) + r"(?!\w)", re.IGNORECASE)


def _number(number: str) -> re.Pattern[str]:
    """The number of an act, not as a part of a longer number."""
    first, second = number.split("/")
    return re.compile(rf"(?<![\d/.]){first}\s*/\s*{second}(?!\d)")


TRACES = (
    Trace(
        term="Privacy Shield",
        pattern=_words("privacy", "shield"),
        weight=Weight.H,
        mechanism=Mechanism.PRIVACY_SHIELD,
    ),
    Trace(
        term="Safe Harbour",
        pattern=_words("safe", "harbou?rs?"),
        weight=Weight.H,
        mechanism=Mechanism.SAFE_HARBOUR,
    ),
    *(
        Trace(term=number, pattern=_number(number), weight=Weight.H, mechanism=mechanism)
        for number, mechanism in (
            ("2016/1250", Mechanism.PRIVACY_SHIELD),
            ("2000/520", Mechanism.SAFE_HARBOUR),
            ("2010/87", Mechanism.OLD_SCC),
            ("2004/915", Mechanism.OLD_SCC),
            ("2002/16", Mechanism.OLD_SCC),
            ("2001/497", Mechanism.OLD_SCC),
        )
    ),
    Trace(term="95/46", pattern=_number("95/46"), weight=Weight.L, mechanism=None),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One mention: what was found, how grave, in which sentence, and where (characters from 0)."""

    term: str
    weight: Weight
    mechanism: Mechanism | None
    sentence: str
    start: int
    end: int


_SENTENCE_END = re.compile(
    r"(?<=[.!?;])\s+(?=[^\s\da-z])|\n\s*\n|(?<=[^\s,])\n(?=\s*(?:[-*\u2022]|\d+[.)])\s)"
)


def _sentence_bounds(text: str) -> list[tuple[int, int]]:
    cuts = list(_SENTENCE_END.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _shown(text: str, bounds: tuple[int, int], found: re.Match[str]) -> str:
    """The sentence on one line; a very long one is cut around the mention."""
    start, end = bounds
    if end - start > SENTENCE_LIMIT:
        start = max(start, found.start() - SENTENCE_LIMIT // 2)
        end = min(end, found.end() + SENTENCE_LIMIT // 2)
    return " ".join(text[start:end].split())


def find_ended_mechanisms(text: str) -> tuple[Hit, ...]:
    """All mentions of ended mechanisms and outdated references in a text, in the order of the text."""
    bounds = _sentence_bounds(text)
    hits = [
        Hit(
            term=trace.term,
            weight=trace.weight,
            mechanism=trace.mechanism,
            sentence=_shown(text, next(one for one in bounds if found.start() < one[1]), found),
            start=found.start(),
            end=found.end(),
        )
        for trace in TRACES
        for found in trace.pattern.finditer(text)
    ]
    return tuple(sorted(hits, key=lambda hit: hit.start))
