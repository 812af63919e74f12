from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.words import keys
from vendorrisk.documents.decoding import decode
from vendorrisk.domain.message import UserError

TEXT = "name;city\nMüller & Søn;Zürich\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_whatever_its_form(encoding):
    assert decode(TEXT.encode(encoding), "a.csv") == (TEXT, ())


def test_big_endian_with_a_mark_is_read():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.csv")[0] == TEXT


def test_a_western_file_is_read_with_a_warning_at_the_first_doubtful_line():
    text, problems = decode(TEXT.encode("cp1252"), "a.csv")
    assert text == TEXT
    assert keys(problems) == ["encoding_guessed"]
    assert problems[0].where == "a.csv:2"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("Shift_JIS", "委託先"), ("euc-kr", "업체명"), ("GB2312", "公司"), ("windows-1250", "Źródło"),
     ("koi8-r", "Имя"), ("ISO-8859-1", "Größe"), ("windows-1251", "Имя")],
)  # fmt: skip
def test_a_page_is_read_in_the_encoding_that_it_names(encoding, words):
    page = f'<meta charset="{encoding}"><p>{words}</p>'
    assert decode(page.encode(encoding), "a.html") == (page, ())


def test_an_encoding_that_a_page_names_wrongly_is_doubted():
    text, problems = decode(b'<meta charset="euc-kr">\xb0\xff\xff', "a.html")
    assert ("\ufffd" in text, keys(problems)) == (True, ["encoding_damaged"])


def test_an_encoding_that_no_page_is_saved_in_does_not_count():
    assert keys(decode(b'<meta charset="rot13">M\xfcller', "a.html")[1]) == ["encoding_guessed"]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"%PDF-1.7 text", "is_pdf"),
        (b"PK\x03\x04zip", "not_text"),
        (b"\x89PNG", "not_text"),
        (b"text \x00\x01\x02 more", "not_text"),
    ],
)
def test_what_is_no_text_is_named(content, key):
    with pytest.raises(UserError) as caught:
        decode(content, "a.csv")
    assert caught.value.what.key == f"files.{key}"


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_refusal(content):
    try:
        text, _ = decode(content, "a.csv")
    except UserError:
        return
    text.encode("utf-8", "surrogatepass")
