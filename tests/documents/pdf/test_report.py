"""Reports on paper: every block is printed whole, pages are counted, nothing typed breaks the printing."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.support.reviews import END, artefact, engagement, facts, finding
from tests.support.words import english
from vendorrisk.documents.pdf import charts, fonts
from vendorrisk.documents.pdf.report import WIDTH, ReportPress
from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.report import (
    Align,
    Bar,
    Bars,
    Column,
    Fact,
    Facts,
    Grid,
    Heading,
    HeatCell,
    HeatMap,
    MonthBar,
    Months,
    Note,
    PageBreak,
    Paragraph,
    Report,
    Tone,
)
from vendorrisk.domain.review.figures import figures
from vendorrisk.domain.review.report import quarterly_review
from vendorrisk.domain.review.review_input import ReviewInput

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts" / "noto"
PRESS = ReportPress(fonts_folder=FONTS, words=english(), version="1.0.0")
NAMES = "Đuro Šarić, Łódź, Ελλάδα, İstanbul, Москва <img src=/etc/hostname> & <b>"


def report(*blocks, **facts_) -> Report:
    quiet = {"title": "A report", "on": date(2026, 11, 23), "company": "Example Telecom"}
    return Report(blocks=blocks, **{**quiet, **facts_})


def pages(*blocks, **facts_) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(PRESS.print(report(*blocks, **facts_))))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def grid(*rows, **facts_) -> Grid:
    columns = (
        Column(title="Name", share=3.0),
        Column(title="Days", align=Align.RIGHT),
        Column(title="x", align=Align.CENTRE),
    )
    return Grid(columns=columns, rows=rows, **facts_)


EVERY_KIND = (
    Heading(text="Chapter"),
    Heading(text="Section", level=2),
    Heading(text="Group", level=3),
    Paragraph(text=f"First line {NAMES}\n\nSecond line"),
    Facts(rows=(Fact(label="Risk", value=28.2, tone=Tone.WARNING), Fact(label="Owner", value=NAMES))),
    grid(
        (NAMES, 12, date(2026, 12, 1)), (None, 3.5, msg("letter.no_further")),
        tones=(Tone.BAD, Tone.GOOD), caption="Late ones",
    ),
    grid(empty="Nobody is late."),
    Bars(
        bars=(Bar(label="high", value=3, words="3 of 4", tone=Tone.BAD), Bar(label="low", value=0)),
        maximum=4, caption="Open",
    ),
    HeatMap(
        rows_title="Impact", rows=("High", "Low"), columns=("Strong", "Weak"), caption="Darker is riskier",
        cells=(
            (HeatCell(count=11, level=2), HeatCell(count=0, level=4)),
            (HeatCell(count=13, level=0), HeatCell(count=17, level=9)),
        ),
    ),
    Months(
        months=(MonthBar(first=date(2026, 12, 1), count=19), MonthBar(first=date(2027, 1, 1), count=0)),
        caption="Ahead",
    ),
    Note(text="Only a trend.", tone=Tone.WARNING),
    PageBreak(),
    Paragraph(text="On the next page"),
)  # fmt: skip


def test_every_kind_of_block_is_printed_with_all_its_words():
    first, second = pages(*EVERY_KIND)
    expected = [
        "A report", "Chapter", "Section", "Group", f"First line {NAMES}", "Second line", "Risk", "28.2",
        NAMES, "Name", "Days", "12", "1 December 2026", "3.5", "none", "Late ones", "Nobody is late.", "high",
        "3 of 4",
        "low", "Open", "Impact", "High", "Low", "Strong", "Weak", "11", "0", "13", "17", "Darker is riskier",
        "Dec", "2026", "19", "Jan", "2027", "Ahead", "Only a trend.",
    ]  # fmt: skip
    assert [words for words in expected if words not in first] == []
    assert "On the next page" in second


def test_each_page_says_whose_of_which_day_and_which_page():
    for number, page in enumerate(pages(*EVERY_KIND), start=1):
        assert "Example Telecom, confidential" in page
        assert "23 November 2026 · vendorrisk 1.0.0" in page
        assert f"Page {number} of 2" in page


def test_an_open_report_of_no_company_prints_no_owner():
    (page,) = pages(Paragraph(text="x"), confidential=False)
    assert "Example Telecom" in page
    assert "confidential" not in page
    (page,) = pages(Paragraph(text="x"), company="")
    assert "confidential" not in page


def read(of: Report) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(PRESS.print(of)))


def test_title_language_and_author_are_set():
    found = read(report(Paragraph(text="x"), subtitle=msg("letter.no_further"), language="en"))
    assert (found.metadata.title, found.metadata.author, found.metadata.subject) == (
        "A report",
        "Example Telecom",
        "none",
    )
    assert found.trailer["/Root"]["/Lang"] == "en"


def test_headings_are_bookmarks_that_lead_to_their_pages():
    found = read(
        report(
            Heading(text="One"),
            Heading(text="Sub", level=2),
            PageBreak(),
            Heading(text="Two"),
            Heading(text="Deep", level=3),
        )
    )
    outline = found.outline
    assert [outline[0].title, [one.title for one in outline[1]], outline[2].title] == ["One", ["Sub"], "Two"]
    assert len(outline) == 3
    assert [found.get_destination_page_number(outline[n]) for n in (0, 2)] == [0, 1]


def test_a_section_before_any_chapter_still_gets_its_bookmark():
    assert [one.title for one in read(report(Heading(text="Sub", level=2))).outline] == ["Sub"]


def test_every_font_is_embedded():
    for page in read(report(*EVERY_KIND)).pages:
        descriptors = [font.get_object()["/FontDescriptor"] for font in page["/Resources"]["/Font"].values()]
        assert descriptors
        assert all("/FontFile2" in descriptor.get_object() for descriptor in descriptors)


def test_the_same_report_gives_the_same_bytes():
    assert PRESS.print(report(*EVERY_KIND)) == PRESS.print(report(*EVERY_KIND))


def test_a_long_table_repeats_its_head_and_loses_no_row():
    found = pages(grid(*((f"Vendor {n:03}", n, None) for n in range(120))))
    assert len(found) > 2
    assert all("Name Days" in page for page in found)
    assert [n for n in range(120) if f"Vendor {n:03}" not in " ".join(found)] == []


@pytest.mark.parametrize("make", [
    lambda text: grid((text, 1, None)), lambda text: Facts(rows=(Fact(label="Purpose", value=text),)),
    lambda text: Paragraph(text=text), lambda text: Note(text=text),
], ids=["cell", "fact", "paragraph", "note"])  # fmt: skip
def test_a_text_longer_than_a_page_goes_on_and_loses_no_word(make):
    words = [f"w{n}x" for n in range(1500)]
    printed = " ".join(pages(make(" ".join(words))))
    assert [word for word in words if word not in printed] == []


def test_a_word_wider_than_its_column_is_broken_inside_the_page():
    printed = "".join(pages(grid(("W" * 300, 1, None)))).replace(" ", "")
    assert "W" * 300 in printed


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x2FFF), max_size=120))
@settings(max_examples=25, deadline=None)
def test_no_typed_text_stops_the_printing(text):
    PRESS.print(
        report(
            Heading(text=text or "x"), Paragraph(text=text), grid((text, 1, text)), Note(text=text),
            Bars(bars=(Bar(label=text, value=1.0, words=text),), caption=text), title=text or "x",
            company=text, subtitle=text,
        )
    )  # fmt: skip


def test_a_quarterly_review_is_printed_whole():
    counted = facts(
        engagements=tuple(engagement(f"e-{n}", next_due=END - timedelta(days=n * 20)) for n in range(6)),
        artefacts=(artefact(valid_through=END + timedelta(days=20)),),
        findings=(finding(due_on=END - timedelta(days=9)),),
    )  # fmt: skip
    names = {one.id: one.name for one in counted.engagements}
    review = quarterly_review(
        ReviewInput(facts=counted, figures=figures(counted), company="Example Telecom", names=names)
    )
    printed = " ".join(" ".join(page.extract_text().split()) for page in read(review).pages)
    for words in (
        "Vendor review Q4 2026",
        "Assessed in time",
        "1 of 6",
        "17 %",
        "K-32",
        "Impact by level of assurance",
    ):
        assert words in printed


def test_the_words_behind_a_bar_stay_on_the_page():
    fonts.register(FONTS)
    for times in (1, 9):
        said = "46.0, from 11 of 11 questions" * times
        chart = Bars(bars=(Bar(label="Security", value=46.0, words=said),))
        words = charts.bars(chart, WIDTH, str).contents[-1]
        assert words.x + stringWidth(words.text, words.fontName, words.fontSize) <= WIDTH
        assert (words.text == said) is (times == 1), "only what is longer than half the page is cut"


def test_a_table_begins_under_its_heading_and_goes_on_overleaf():
    columns = (Column(title="No."), Column(title="Question"))
    table = Grid(columns=columns, rows=tuple((str(number), "Is it so?") for number in range(60)))
    first, second = pages(Paragraph(text="Before. " * 300), Heading(text="All questions"), table)[:2]
    assert "All questions" in first
    assert "Is it so?" in first, "the page is used to its end"
    assert second.count("Question") == 1, "the head is there again"


def test_a_row_goes_on_overleaf_as_a_whole_and_no_page_has_the_head_twice():
    words = "Whoever stands behind this figure, one company after the other. " * 9
    rows = [(f"Figure {number:02}", f"{words}End {number:02}.") for number in range(30)]
    columns = (Column(title="No."), Column(title="The head of it", share=3.0))
    printed = pages(Heading(text="Open points"), Grid(columns=columns, rows=tuple(rows)))
    assert len(printed) > 2
    for page in printed:
        assert page.count("The head of it") == 1
        for number in range(30):
            assert (f"Figure {number:02}" in page) is (f"End {number:02}." in page)


def test_the_last_rows_of_a_table_stay_together():
    for count in range(20, 60):
        last = pages(grid(*[(f"Row {number}", 1, None) for number in range(count)]))[-1]
        assert "Row " not in last or last.count("Row ") > 1, count


def test_what_a_chart_leaves_out_is_told_on_its_page_and_under_its_heading():
    heading = Heading(text="By severity")
    chart = Bars(bars=(Bar(label="high", value=3),), maximum=4, caption="Open")
    for lines in range(30, 60):
        text = Paragraph(text="\n".join(["A line."] * lines))
        printed = pages(text, heading, chart, Note(text="Not in it: two."))
        (page,) = (one for one in printed if "Not in it" in one)
        assert "Open" in page, lines
        assert "By severity" in page, lines


def test_every_text_that_cannot_be_printed_is_named_and_shows_its_code_points():
    facts_ = Facts(
        rows=(Fact(label="Legal entity", value="中文公司"), Fact(label="Purpose", value="Hosting"))
    )
    found = PRESS.problems(report(facts_, grid(("שלום Ltd", 1, "x"))))
    assert [(one.where, one.level) for one in found] == [("A report", Level.WARNING)] * 2
    assert "中文公司" in english().say(found[0].what)
    assert "[U+4E2D][U+6587]" in " ".join(pages(facts_)).replace("] [", "][")
    assert len(PRESS.problems(report(company="中文公司"))) == 1
    assert PRESS.problems(report(grid((NAMES, 1, "x")))) == ()
