from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.documents.cleaning import clean, one_line, shown, tidy, unseen

everything = st.text(st.characters(), max_size=30)


@pytest.mark.parametrize(
    ("text", "cleaned", "points"),
    [
        ("Đuro Šarić", "Đuro Šarić", ()),
        ("e\u0301", "é", ()),
        ("Ac\u202eme", "Acme", ("U+202E",)),
        ("\ufeffAcme", "Acme", ()),
        ("A\u200bc\x00me\x07", "Acme", ("U+0000", "U+0007", "U+200B")),
        ("two\r\nlines\rthree\u2028four", "two\nlines\nthree\nfour", ()),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937", ()),
        ("a\u200db", "ab", ("U+200D",)),
        ("\ud800", "", ("U+D800",)),
    ],
)
def test_what_nobody_can_see_goes_and_is_named(text, cleaned, points):
    assert clean(text) == cleaned
    assert unseen(text) == points


@given(everything)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(everything)
def test_nothing_unprintable_stays(text):
    left = clean(text).replace("\n", "").replace("\t", "")
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} for char in left)
    left.encode("utf-8")


@given(everything)
def test_what_is_removed_is_reported(text):
    if not unseen(text) and not text.startswith("\ufeff"):
        lines = re.sub("\r\n|[\r\u2028\u2029\x85]", "\n", text)
        assert clean(text) == unicodedata.normalize("NFC", lines)


def test_white_space_is_tidied_line_by_line():
    assert tidy("  a \u00a0 b \n\n  c ") == "a b\nc"
    assert one_line(" a \n b\u00a0c ") == "a b c"


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("list.csv", "list.csv"),
        ("Šarić 名簿.csv", "Šarić 名簿.csv"),
        ("a\u202ecod.csv", "a\\u202ecod.csv"),
        ("a\x1b[31m.csv", "a\\u001b[31m.csv"),
        ("a\u00a0b", "a\u00a0b"),
        ("\udcff.csv", "\\udcff.csv"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_what_turns_text_round_is_spelt_out_where_it_is_shown(name, seen):
    assert shown(name) == seen
