"""Which words of this time's answer were not in last time's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

_WORDS: Final = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of an answer; the stretches put together are the whole answer, letter by letter."""

    text: str
    is_new: bool


def changed_stretches(before: str, now: str) -> tuple[Stretch, ...]:
    """The answer of this time in stretches that were or were not in that of last time.

    White space is new between new words only.
    """
    pieces = _WORDS.findall(now)
    words = [place for place, piece in enumerate(pieces) if not piece.isspace()]
    new_words = _new_words(before.split(), [pieces[place] for place in words])
    is_new = [False] * len(pieces)
    for number, place in enumerate(words):
        is_new[place] = new_words[number]
    for place in range(1, len(pieces) - 1):
        is_new[place] |= is_new[place - 1] and is_new[place + 1]
    runs = groupby(zip(is_new, pieces, strict=True), key=lambda pair: pair[0])
    return tuple(Stretch("".join(piece for _, piece in run), is_new=new) for new, run in runs)


def _new_words(before: list[str], now: list[str]) -> list[bool]:
    """A single old word between new ones is shown as new with them: eyes read stretches, not words."""
    is_new = [True] * len(now)
    for block in SequenceMatcher(None, before, now).get_matching_blocks():
        is_new[block.b : block.b + block.size] = [False] * block.size
    for place in range(1, len(now) - 1):
        is_new[place] |= is_new[place - 1] and is_new[place + 1]
    return is_new
