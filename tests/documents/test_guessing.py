"""Typing errors still find their name; what has nothing in common does not."""

from __future__ import annotations

import pytest

from vendorrisk.documents.guessing import FuzzyGuesses

NAMES = ["twilio inc", "trello", "carrier norte s a", "amazon web services"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("twillio", "twilio inc"), ("carier nortte", "carrier norte s a"), ("amzon web", "amazon web services")],
)
def test_the_likest_name_comes_first(typed, expected):
    assert NAMES[FuzzyGuesses().guess(typed, NAMES, limit=3)[0][0]] == expected


def test_what_has_nothing_in_common_is_not_guessed():
    assert FuzzyGuesses().guess("qqqq", NAMES, limit=3) == []
