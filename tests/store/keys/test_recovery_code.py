"""A recovery code is read back however it was typed, and typing errors are found and placed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.store.keys.recovery_code import (
    CODE_BYTES,
    MistypedCode,
    NotACode,
    as_code,
    new_entropy,
    read_code,
)

ENTROPY = bytes(range(1, CODE_BYTES + 1))
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)


def test_a_code_has_eight_groups_of_five_characters_and_160_bits():
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}", as_code(ENTROPY))
    assert CODE_BYTES * 8 == 160


def test_a_code_written_today_can_be_read_for_ever():
    code = "0410W-6105C-0R3GR-G28A1-1C60V-T3GFE-208H4-44RM6"
    assert (as_code(ENTROPY), read_code(code)) == (code, ENTROPY)


@given(codes)
def test_every_code_reads_back(entropy):
    assert read_code(as_code(entropy)) == entropy


@given(codes, st.sampled_from([" ", "", "\n", " - ", "–", "."]), st.booleans())
def test_case_and_separators_do_not_matter(entropy, between, lower):
    typed = as_code(entropy).replace("-", between)
    assert read_code(f"  {typed.lower() if lower else typed}\n") == entropy


@given(codes)
def test_look_alikes_are_forgiven(entropy):
    typed = as_code(entropy).replace("0", "O").replace("1", "l").replace("V", "u")
    assert read_code(typed) == entropy


@given(codes, st.integers(0, 39), st.sampled_from(LETTERS))
def test_one_wrong_character_is_found_and_its_group_named(entropy, place, letter):
    characters = list(as_code(entropy).replace("-", ""))
    if characters[place] == letter:
        return
    characters[place] = letter
    with pytest.raises(MistypedCode) as caught:
        read_code("".join(characters))
    assert caught.value.groups == (place // 5 + 1,)


@given(codes, st.integers(0, 7), st.integers(0, 3))
def test_two_swapped_neighbours_are_found(entropy, group, place):
    characters = list(as_code(entropy).replace("-", ""))
    at = group * 5 + place
    if characters[at] == characters[at + 1]:
        return
    characters[at], characters[at + 1] = characters[at + 1], characters[at]
    with pytest.raises(MistypedCode) as caught:
        read_code("".join(characters))
    assert caught.value.groups == (group + 1,)


@given(codes, st.integers(0, 6))
def test_two_swapped_groups_are_found(entropy, group):
    groups = as_code(entropy).split("-")
    groups[group], groups[group + 1] = groups[group + 1], groups[group]
    with pytest.raises(MistypedCode) as caught:
        read_code("-".join(groups))
    assert caught.value.groups == (group + 1, group + 2)


@pytest.mark.parametrize(
    "typed", ["", "correct horse battery staple", "A" * 39, "A" * 41, "ÄÖÜ" * 14, "*" * 40]
)
def test_a_passphrase_is_not_taken_for_a_code(typed):
    with pytest.raises(NotACode):
        read_code(typed)


def test_forty_characters_of_which_no_group_checks_are_no_code():
    groups = as_code(ENTROPY).split("-")
    wrong = [group[:-1] + ("0" if group[-1] != "0" else "1") for group in groups]
    with pytest.raises(NotACode):
        read_code("-".join(wrong))


def test_new_bits_come_from_the_source_that_is_given():
    assert new_entropy(lambda count: b"\x07" * count) == b"\x07" * CODE_BYTES
