"""Letters on paper: everything is on the page, pages are counted, the same letter gives the same bytes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from tests.documents.letters.test_fill import letter
from tests.support.letters import CUSTOMER, ENGAGEMENT
from tests.support.words import english
from vendorrisk.documents.pdf.letter import LetterPress
from vendorrisk.domain.message import Level
from vendorrisk.domain.report import Fact, Facts, Paragraph

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts" / "noto"
PRESS = LetterPress(fonts_folder=FONTS, words=english())


def printed(of) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(PRESS.print(of)))


def text_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_complete_letter_fits_one_page_with_every_word():
    found = printed(letter())
    assert len(found.pages) == 1
    words = text_of(found)
    for block in letter().blocks:
        texts = (
            [f"{row.label} {row.value}" for row in block.rows] if isinstance(block, Facts) else [block.text]
        )
        assert [text for text in texts if text not in words] == []
    assert "Reference 2026-07/92F7C1 · en 2" in words
    assert "Page 1 of 1" in words
    assert "Lindenhof 4, 1010 Vienna" in words


def test_title_language_and_author_are_set():
    found = printed(letter())
    assert found.metadata.title == letter().subject
    assert found.metadata.author == "Example Telecom"
    assert found.trailer["/Root"]["/Lang"] == "en"
    assert found.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_embedded():
    fonts = printed(letter()).pages[0]["/Resources"]["/Font"]
    descriptors = [font.get_object()["/FontDescriptor"] for font in fonts.values()]
    assert descriptors
    assert all("/FontFile2" in descriptor.get_object() for descriptor in descriptors)


def test_the_same_letter_gives_the_same_bytes():
    assert PRESS.print(letter()) == PRESS.print(letter())
    assert PRESS.print(letter()) == LetterPress(fonts_folder=FONTS, words=english()).print(letter())


def test_names_of_europe_and_markup_print_as_they_are():
    named = letter(
        customer=replace(CUSTOMER, name="Đuro Šarić, Łódź, Ελλάδα, İstanbul, Москва <img src=/etc/hostname>")
    )
    assert "Đuro Šarić, Łódź, Ελλάδα, İstanbul, Москва <img src=/etc/hostname>" in text_of(printed(named))


@pytest.mark.parametrize("count", [400, 2000])
def test_a_long_letter_goes_on_and_loses_no_word(count):
    long = [f"w{number}x" for number in range(count)]
    reader = printed(replace(letter(), blocks=(*letter().blocks, Paragraph(text=" ".join(long)))))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 1
    assert [word for word in long if word not in " ".join(pages)] == []
    assert [f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1)] == [True] * len(
        pages
    )


def test_a_fact_longer_than_a_page_goes_on_and_loses_no_word():
    long = [f"w{number}x" for number in range(1500)]
    table = Facts(rows=(Fact(label="Purpose", value=" ".join(long)), Fact(label="Seat", value="Croatia")))
    reader = printed(replace(letter(), blocks=(table,)))
    words = text_of(reader)
    assert len(reader.pages) > 1
    assert [word for word in long if word not in words] == []
    assert "Croatia" in words


def test_a_name_too_long_for_its_line_is_wrapped_inside_the_page():
    name = "Gesellschaft für sehr lange Namen und noch längere Geschäftszwecke mit beschränkter Haftung " * 2
    found = printed(letter(customer=replace(CUSTOMER, name=name)))
    assert " ".join(name.split()) in text_of(found)


def test_characters_that_no_font_has_are_a_warning_before_a_box_is_printed():
    tokyo = letter(engagement=replace(ENGAGEMENT, purpose={"en": "Hosting in 東京"}))
    (problem,) = PRESS.problems(tokyo)
    assert (problem.where, problem.level) == ("Meridova Insurance SE", Level.WARNING)
    assert english().say(problem.what) == (
        "Meridova Insurance SE: the fonts cannot print these characters: 東京"
    )
    assert PRESS.problems(letter()) == ()
