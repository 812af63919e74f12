import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sentences import say
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register import text


def test_text_is_stored_in_one_form():
    assert text.name("  S\u030caric\u0301 d.o.o. \r\n") == "Šarić d.o.o."
    assert unicodedata.is_normalized("NFC", text.line("e\u0301"))
    assert text.paragraphs("one\r\ntwo\rthree\tfour") == "one\ntwo\nthree\tfour"


@pytest.mark.parametrize(
    ("typed", "position", "character"),
    [
        ("Acme\u202egpj.exe", 5, "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("Ac\u2066me", 3, "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("Ac\u200bme", 3, "U+200B ZERO WIDTH SPACE"),
        ("\ufeffAcme", 1, "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("Ac\x00me", 3, "U+0000"),
        ("Ac\nme", 3, "U+000A"),
        ("Ac\tme", 3, "U+0009"),
        ("Ac\x1bme", 3, "U+001B"),
        ("Acme\ud800", 5, "U+D800"),
        ("Ac\ue000me", 3, "U+E000"),
        ("Ac\uffffme", 3, "U+FFFF"),
        ("Ac\ufdd0me", 3, "U+FDD0"),
        ("Ac\ufdefme", 3, "U+FDEF"),
        ("\u200cنامه", 1, "U+200C ZERO WIDTH NON-JOINER"),
        ("Ac\u2028me", 3, "U+2028 LINE SEPARATOR"),
        ("Ac\u00adme", 3, "U+00AD SOFT HYPHEN"),
        ("Ac\u200dme", 3, "U+200D ZERO WIDTH JOINER"),
        ("\u200dAcme", 1, "U+200D ZERO WIDTH JOINER"),
    ],
)
def test_what_cannot_be_seen_is_refused_by_place_and_name(typed, position, character):
    with pytest.raises(UserError) as refused:
        text.name(typed)
    assert refused.value.what.params == {"position": position, "character": character}
    assert character in say(refused.value.what)
    assert str(position) in say(refused.value.remedy)


@pytest.mark.parametrize("typed", ["نامه\u200cها", "क्\u200dष", "Ærø 東京 Ωmega ✔ 👍"])
def test_real_scripts_pass_with_their_joiners(typed):
    assert text.name(typed) == unicodedata.normalize("NFC", typed)


def test_a_name_has_two_hundred_characters_at_most():
    assert text.name("a" * 200) == "a" * 200
    with pytest.raises(UserError) as refused:
        text.name("a" * 201)
    assert say(refused.value.what) == "The text has 201 characters; 200 fit."
    assert "200" in say(refused.value.remedy)


@given(st.text())
def test_what_passes_once_passes_again_unchanged(typed):
    try:
        once = text.line(typed)
    except UserError:
        return
    assert text.line(once) == once
    assert "\n" not in once
    assert not any(
        unicodedata.bidirectional(letter) in {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI"} for letter in once
    )


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Аcme Inc", "Аcme"),  # the first letter is Cyrillic
        ("Big Gοοgle", "Gοοgle"),  # the o's are Greek
        ("Acme Inc", ""),
        ("Ростелеком", ""),
        ("Ελληνικά Tel", ""),
        ("東京 K.K.", ""),
    ],
)
def test_words_in_look_alike_letters_are_found(name, word):
    assert text.mixed_word(name) == word
