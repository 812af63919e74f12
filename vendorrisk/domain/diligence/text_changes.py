"""Which words of this time's answer were not in last time's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

_WORDS: Final = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of an answer; the stretches put together are the whole answer, letter by letter."""

    text: str
    is_new: bool


def changed_stretches(before: str, now: str) -> tuple[Stretch, ...]:
    """The answer of this time in stretches that were or were not in that of last time; white space is old."""
    words = _WORDS.findall(now)
    plain = [word.strip() for word in words]
    is_new = [True] * len(words)
    matcher = SequenceMatcher(None, before.split(), plain)
    for block in matcher.get_matching_blocks():
        is_new[block.b : block.b + block.size] = [False] * block.size
    _close_gaps(is_new)
    found: list[Stretch] = []
    for new, group in groupby(zip(is_new, words, strict=True), key=lambda pair: pair[0]):
        text = "".join(word for _, word in group)
        found += _split_end(text) if new else [Stretch(text, is_new=False)]
    return tuple(found)


def _close_gaps(is_new: list[bool]) -> None:
    """A single old word between new ones is shown as new with them: eyes read stretches, not words."""
    for place in range(1, len(is_new) - 1):
        is_new[place] |= is_new[place - 1] and is_new[place + 1]


def _split_end(text: str) -> list[Stretch]:
    bare = text.rstrip()
    parts = (Stretch(bare, is_new=True), Stretch(text[len(bare) :], is_new=False))
    return [part for part in parts if part.text]
