"""Finding by a few letters: what begins so, then what contains it, then likely meanings of typing errors."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.documents.guessing import FuzzyGuesses
from vendorrisk.domain.register.names import fold
from vendorrisk.usecases.searching import Finder, FoundKind, Hit, Named, best, find_texts

NAMES = ("twilio inc", "trello", "carrier norte s a", "norte retail", "post norte")


def found(letters, guesses=None, limit=5):
    return [NAMES[hit.place] for hit in best(letters, NAMES, guesses, limit=limit)]


def test_what_begins_so_comes_before_what_has_a_word_that_does():
    assert found("norte") == ["norte retail", "post norte", "carrier norte s a"]


def test_several_words_must_all_be_there_in_any_order():
    assert found("norte carrier") == ["carrier norte s a"]
    assert found("norte oslo") == []


def test_letters_within_a_word_count_least():
    assert best("orte", NAMES, None, limit=1) == [Hit(4, 60.0)]


def test_typing_errors_are_guessed_only_from_three_letters_on():
    assert found("twillio", FuzzyGuesses()) == ["twilio inc"]
    assert found("tw", FuzzyGuesses()) == ["twilio inc"]
    assert found("xw", FuzzyGuesses()) == []


def test_a_guess_never_comes_before_a_name_that_begins_so():
    names = ("norte", "nortel")
    assert [hit.place for hit in best("norte", names, FuzzyGuesses(), limit=5)] == [0, 1]


def test_nothing_typed_finds_nothing():
    assert found("  ") == []
    assert find_texts("", ["Lock"], None, limit=3) == []


def test_texts_outside_the_register_are_folded_first():
    assert [hit.place for hit in find_texts("löck", ["Undo", "Lock"], None, limit=3)] == [1]


@given(st.text(), st.lists(st.text(), max_size=8), st.integers(1, 5))
def test_any_letters_over_any_names_give_a_few_places(letters, names, limit):
    folded = [fold(name) for name in names]
    hits = best(letters, folded, FuzzyGuesses(), limit=limit)
    assert len(hits) <= limit
    assert len({hit.place for hit in hits}) == len(hits)
    assert all(0 <= hit.place < len(names) and 0 < hit.score <= 100 for hit in hits)


class Counted:
    def __init__(self):
        self.asked = 0

    def names(self):
        self.asked += 1
        return [
            Named(FoundKind.VENDOR, "v", "Norte", "norte"),
            Named(FoundKind.CUSTOMER, "c", "Norte Retail", "norte retail"),
            Named(FoundKind.CHANGE, "n", "2026-07 Norte", "2026 07 norte"),
        ]


def test_the_finder_keeps_kinds_apart_and_reads_once():
    source = Counted()
    finder = Finder(source)
    assert [one.id for one, _score in finder.find("norte", FoundKind.VENDOR)] == ["v"]
    assert [one.id for one, _score in finder.find("norte", FoundKind.CUSTOMER)] == ["c"]
    assert finder.find("norte", FoundKind.DOCUMENT) == []
    assert source.asked == 1
    finder.forget()
    finder.find("norte", FoundKind.VENDOR)
    assert source.asked == 2


def test_names_are_guessed_from_typing_errors_and_numbers_never():
    finder = Finder(Counted(), FuzzyGuesses())
    assert [one.id for one, _score in finder.find("nortte", FoundKind.VENDOR)] == ["v"]
    assert finder.find("2026 08 norte", FoundKind.CHANGE) == []
