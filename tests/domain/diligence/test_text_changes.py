"""New words of an answer are found; put together, the stretches are the answer."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.text_changes import Stretch, changed_stretches

BEFORE = (
    "Yes. All databases and backups use AES-256. Keys are kept in our own hardware module in Pune and are "
    "rotated every year."
)
NOW = (
    "Yes. All databases and backups use AES-256. Keys are kept in a cloud key service in Mumbai and are "
    "rotated every year. Two support engineers in Manila can request access."
)


def new_words(before: str, now: str) -> list[str]:
    return [one.text for one in changed_stretches(before, now) if one.is_new]


def test_new_words_are_shown_as_the_stretches_a_reader_sees():
    assert new_words(BEFORE, NOW) == [
        "a cloud key service in Mumbai",
        "Two support engineers in Manila can request access.",
    ]


def test_the_same_answer_has_nothing_new_even_with_other_white_space():
    assert new_words("Yes.  We do.", "Yes. We\ndo.") == []


def test_an_answer_to_nothing_is_new_as_a_whole():
    assert changed_stretches("", "Yes, we do. ") == (
        Stretch("Yes, we do.", is_new=True),
        Stretch(" ", is_new=False),
    )


def test_a_blank_answer_has_no_stretches():
    assert changed_stretches("Yes", "") == ()


def test_two_old_words_between_new_ones_stay_old():
    assert new_words("one two", "x one two y") == ["x", "y"]
    assert new_words("one", "x one y") == ["x one y"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_stretches_put_together_are_the_answer(before, now):
    stretches = changed_stretches(before, now)
    assert "".join(one.text for one in stretches) == now
    assert all(one.text == one.text.rstrip() for one in stretches if one.is_new)


def test_the_longest_answers_are_compared_without_a_wait():
    before, now = "a b " * 2_500, "b a c " * 1_600
    start = time.perf_counter()
    changed_stretches(before, now)
    assert time.perf_counter() - start < 2
