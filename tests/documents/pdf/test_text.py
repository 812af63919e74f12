"""Text in a PDF is text: markup prints as typed, every letter of Europe prints as itself."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorrisk.documents.pdf import fonts
from vendorrisk.documents.pdf.text import paragraph, short_text, without_controls

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "resources" / "fonts" / "noto"
NAMES = "Đuro Šarić, Łódź, Ελλάδα, İstanbul, Москва"


@pytest.fixture(autouse=True)
def _fonts():
    fonts.register(FONTS)


def page(*flowables) -> str:
    """The text of a page with these flowables below each other."""
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(500, 500), initialFontName=fonts.REGULAR)
    y = 490.0
    for flowable in flowables:
        y -= flowable.wrap(480, 400)[1]
        flowable.drawOn(canvas, 10, y)
    canvas.save()
    target.seek(0)
    return pypdf.PdfReader(target).pages[0].extract_text()


@pytest.mark.parametrize("make", [paragraph, short_text])
@pytest.mark.parametrize(
    "typed",
    [
        "<img src=/etc/hostname>",
        "<b>bold",
        "a & b &amp; c",
        "</para><para>",
        '<a href="file:///etc/passwd">x</a>',
        "<font size=99>big</font>",
        NAMES,
        "“quoted” – dashed… €",
    ],
)
def test_what_was_typed_is_what_is_printed(make, typed):
    assert " ".join(page(make(typed)).split()) == typed


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x4FF), max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_typed_text_stops_the_printing(typed):
    page(paragraph(typed), short_text(typed))


def test_controls_and_lone_surrogates_become_blanks():
    assert without_controls("a\x00b\x1bc\x7fd\x85e\ud800f\n") == "a b c d e f "


def test_a_long_text_flows_over_several_lines_and_a_short_one_stands_where_a_paragraph_would():
    fonts.register(FONTS)
    for name in ("body", "small", "number", "subject"):
        assert short_text("Ag", name).wrap(300, 100) == paragraph("Ag", name).wrap(300, 100)
    words = "word " * 100
    assert short_text(words).wrap(300, 500) == paragraph(words).wrap(300, 500)
    assert short_text("", "body").wrap(300, 100)[1] == 0


def test_characters_without_a_sign_are_named():
    known = fonts.register(FONTS)
    assert fonts.unprintable(NAMES, known) == ""
    assert fonts.unprintable("東京 🙂 x 東", known) == "東京🙂"


def test_a_code_point_stands_where_the_fonts_lack_a_sign_and_nothing_for_what_nobody_sees():
    fonts.register(FONTS)
    assert without_controls("Đuro 中文 Ltd") == "Đuro [U+4E2D][U+6587] Ltd"
    assert without_controls("שלום") == "[U+05E9][U+05DC][U+05D5][U+05DD]"
    assert without_controls("a\u200bb\u00adc") == "a\u200bb\u00adc"
    assert fonts.lacking("Đuro 中文\u200b\u061c") == {"中", "文"}


def test_only_one_module_makes_paragraphs_of_the_library():
    makers = set()
    for path in (ROOT / "vendorrisk").rglob("*.py"):
        source = path.read_text("utf-8")
        tree = ast.parse(source if "reportlab" in source else "")
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []
            if (
                isinstance(node, ast.ImportFrom)
                and str(node.module).startswith("reportlab")
                and "Paragraph" in names
            ):
                makers.add(path.relative_to(ROOT).as_posix())
    assert makers == {"vendorrisk/documents/pdf/text.py"}
