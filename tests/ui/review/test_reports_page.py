"""The quarter on screen: its numbers lead to lists, its paper is the printed one, freezing is for good."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.support.changing import a_context, a_register
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.review.quarters import Quarter
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.ui.review import reports_page
from vendorrisk.ui.review.reports_page import ReportsPage
from vendorrisk.usecases.editing import ADD


@pytest.fixture
def context():
    return a_context()


@pytest.fixture
def page(qtbot, theme, context):
    a_register(context.office)
    page = ReportsPage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    page.reload()
    return page


def vendor_id(context):
    with context.office.book.reading() as reader:
        return reader.find(Engagement)[0].vendor_id


def test_the_running_quarter_is_shown_as_at_today(page):
    assert page.quarter == Quarter(2026, 4)
    assert page.as_at.text() == "As at 23 Nov 2026"
    assert not page.after.isEnabled()
    assert not page.freeze.isEnabled()


def test_a_share_of_nothing_is_not_applicable(page):
    assert page.figures.cells["K-17"].percent.text() == "n/a"
    assert page.figures.cells["K-06"].percent.text() == "0 %"
    assert page.figures.cells["K-06"].amount.text() == "0 of 1"


def test_a_number_opens_the_names_behind_it(page, lists, context):
    page.figures.cells["K-06"].amount.click()
    (dialog,) = lists
    row = dialog.list.model.row_at(0)
    assert (row.name, row.counted) == ("Norte Cloud S.A.", False)
    assert context.frame.gone == [("vendor", vendor_id(context))]


def test_all_figures_stand_in_one_table(page, lists):
    page.all.click()
    assert lists[0].list.model.rowCount() == 12


def test_pages_of_the_printed_report_are_turned_by_keys(page, qtbot):
    assert page.preview.place.text().startswith("1 of ")
    qtbot.keyClick(page.preview.sheet, Qt.Key.Key_Right)
    assert page.preview.place.text().startswith("2 of ")
    picture = page.preview.picture(200)
    assert picture.width() == 200
    shades = {picture.pixelColor(x, y).lightness() for x in range(0, 200, 3) for y in range(0, 280, 3)}
    assert min(shades) < 128 < max(shades)


def test_earlier_quarters_are_shown_as_they_were_known(page):
    page.before.click()
    assert page.quarter == Quarter(2026, 3)
    assert page.as_at.text() == "As at 30 Sep 2026"
    assert page.figures.cells["K-06"].percent.text() == "n/a"
    page.after.click()
    assert page.quarter == Quarter(2026, 4)
    page.show_quarter(Quarter(2027, 1))
    assert page.quarter == Quarter(2026, 4)


def test_the_comment_survives_and_stands_in_the_saved_paper(page, context, tmp_path):
    page.comment.paper.setPlainText("Two vendors are late.")
    page.comment.commit()
    page.comment.load("")
    page.reload()
    assert page.comment.value() == "Two vendors are late."
    target = tmp_path / "review"
    context.messages.answers.append(target)
    page.save.click()
    written = tmp_path / "review.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    assert page.doings.recent() == [written]
    from pypdf import PdfReader

    assert "Two vendors are late." in PdfReader(written).pages[0].extract_text() + "".join(
        one.extract_text() for one in PdfReader(written).pages
    )


def test_a_quarter_that_is_over_is_frozen_once(page, context):
    page.show_quarter(Quarter(2026, 3))
    page.comment.paper.setPlainText("As expected.")
    context.messages.answers += [True]
    page.freeze.click()
    with context.office.book.reading() as reader:
        (kept,) = reader.find(FrozenQuarter)
    assert (kept.quarter, kept.comment) == ("2026Q3", "As expected.")
    page.reload()
    assert not page.freeze.isEnabled()
    assert not page.comment.isEnabled()
    assert page.comment.value() == "As expected."


def test_what_moved_and_the_map_lead_to_vendors(page, lists, context):
    engagement = context_engagement(context)
    from vendorrisk.usecases.editing import edit_values

    rated = dict.fromkeys(
        ("factor_data", "factor_volume", "factor_criticality", "factor_substitutability", "factor_access",
         "factor_territory", "factor_chain", "factor_history"), 3,
    )  # fmt: skip
    edit_values(context.office, Engagement, engagement, live_since=date(2026, 11, 2), **rated)
    page.reload()
    count, names, verb = page.moved.rows["new"]
    assert (count.text(), names.text()) == ("1", "Norte Cloud S.A.")
    verb.click()
    place = next(
        f"{across}/{down}"
        for across, row in enumerate(page.view.cells)
        for down, cell in enumerate(row)
        if cell.engagements
    )
    page.map.opened.emit(place)
    assert context.frame.gone == [("vendor", vendor_id(context))] * 2


def test_other_reports_say_when_nothing_was_assessed(page, context):
    page.doings.assessment()
    assert context.messages.told[-1][0] == "Nothing was assessed yet."
    with context.office.book.act(ADD[Engagement]) as desk:
        engagement = context_engagement(context, desk)
        desk.put(
            Assessment(
                id="a1", engagement_id=engagement, questionnaire="q", version="1",
                state=AssessmentState.FINISHED, finished_on=date(2026, 11, 2),
            )
        )  # fmt: skip
    context.messages.answers += [None]
    page.doings.assessment()
    assert context.messages.asked[-1] == "Report on which assessment?"


def context_engagement(context, reader=None):
    if reader is not None:
        return reader.find(Engagement)[0].id
    with context.office.book.reading() as found:
        return found.find(Engagement)[0].id


def test_a_quarter_is_named_with_its_days(theme):
    assert reports_page.long_quarter(Quarter(2026, 4)) == "Q4 2026, 1 Oct to 31 Dec"
