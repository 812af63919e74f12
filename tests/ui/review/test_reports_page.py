"""The quarter on screen: its numbers lead to lists, its paper is the printed one, freezing is for good."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.support.assessed import FewQuestionnaires
from tests.support.changing import a_context, a_register
from tests.support.questionnaires import SMALL
from vendorrisk.documents.pdf.pages import PdfPages
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.message import UserError
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.review.quarters import Quarter
from vendorrisk.domain.review.records import FrozenQuarter
from vendorrisk.domain.review.report import Section
from vendorrisk.ui.review.page_preview import PageReader
from vendorrisk.ui.review.printing import a_printer
from vendorrisk.ui.review.quarter_bar import long_quarter
from vendorrisk.ui.review.reports_page import ReportsPage
from vendorrisk.ui.widgets.buttons import Button
from vendorrisk.ui.widgets.jobs import Jobs
from vendorrisk.usecases.editing import ADD


@pytest.fixture
def context():
    return a_context(questionnaires=FewQuestionnaires())


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
    assert page.bar.as_at_button.value == "23 Nov 2026"
    assert not page.bar.after.isEnabled()
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
    page.bar.all.click()
    dialog = lists[0]
    assert dialog.list.model.rowCount() == 12
    assert dialog.about.text().splitlines()[1] == (
        "Of which: without a tier: 1, third parties: 1, in other services: 1, vendors: 1."
    )
    dialog.list.table.selectRow(3)
    assert "\n" not in dialog.about.text(), "what is n/a is made of nothing"


def test_pages_of_the_printed_report_are_turned_by_keys(page, qtbot, monkeypatch):
    assert page.preview.place.text().startswith("1 of ")
    qtbot.keyClick(page.preview.sheet, Qt.Key.Key_Right)
    assert page.preview.place.text().startswith("2 of ")
    read = []

    def turn_and_close(dialog):
        read.append(dialog.preview.place.text())
        qtbot.keyClick(dialog.preview.sheet, Qt.Key.Key_Left)
        read.append(dialog.preview.sheet.width() > 2 * page.preview.sheet.width())
        return False

    monkeypatch.setattr(PageReader, "ask", turn_and_close)
    qtbot.keyClick(page.preview.sheet, Qt.Key.Key_Return)
    assert page.preview.place.text().startswith("1 of ")
    qtbot.mouseClick(page.preview.sheet, Qt.MouseButton.LeftButton)
    assert [one for one in read if isinstance(one, bool)] == [True, True]
    assert read[0].startswith("2 of ")
    picture = page.preview.picture(200)
    assert picture.width() == 200
    shades = {picture.pixelColor(x, y).lightness() for x in range(0, 200, 3) for y in range(0, 280, 3)}
    assert min(shades) < 128 < max(shades)


def test_a_quarter_in_which_nobody_was_in_use_says_so_and_leads_back(page):
    page.bar.before.click()
    assert page.quarter == Quarter(2026, 3)
    assert page.bar.as_at_button.value == "30 Sep 2026"
    assert page.nothing.isVisible()
    said = "According to the register on 30 Sep 2026, no sub-processor was in use in Q3 2026."
    assert page.nothing.sentence.text() == said
    assert not page.save.isEnabled()
    filled = [one for one in page.findChildren(Button) if one.kind == "primary" and one.isVisible()]
    assert filled == [page.elsewhere]
    page.elsewhere.click()
    assert page.quarter == Quarter(2026, 4)
    assert page.figures.isVisible()
    page.show_quarter(Quarter(2027, 1))
    assert page.quarter == Quarter(2026, 4)


def test_an_empty_register_has_nothing_to_review_and_leads_to_vendors(qtbot, theme):
    context = a_context()
    page = ReportsPage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    page.reload()
    QApplication.processEvents()
    assert not page.findChild(QScrollArea).verticalScrollBar().maximum()  # the one way on is in sight
    page.elsewhere.click()
    assert context.frame.gone == [("vendors", None)]


def test_earlier_quarters_and_days_are_shown_as_they_were_known(page, context):
    context.office.clock.day = date(2027, 2, 10)
    context.office.clock.at += timedelta(days=79)
    page.show_quarter(Quarter(2026, 4))
    assert page.bar.as_at_button.value == "31 Dec 2026"
    assert page.figures.cells["K-06"].amount.text() == "0 of 1"
    assert [one.text() for one in page.bar.days.actions() if one.text()] == [
        "End of the quarter, 31 Dec 2026", "30 Nov 2026", "31 Oct 2026", "Another day…",
    ]  # fmt: skip
    page.bar.days.actions()[2].trigger()
    assert page.view.given.facts.end == date(2026, 10, 31)
    assert page.nothing.isVisible(), "nobody was recorded yet"
    assert page.hints == ("All figures as at 31 Oct 2026",)
    assert page.freeze.toolTip() == "<qt>A quarter is frozen as at its end.</qt>"
    page.bar.days.actions()[0].trigger()
    assert page.figures.isVisible()
    assert page.freeze.isEnabled()


def test_any_other_day_is_asked_for_and_one_outside_is_refused_in_words(page, context):
    context.office.clock.day = date(2026, 12, 20)
    form = page.bar.ask_day()
    form.form.field("as_at").load(date(2026, 9, 30))
    form.accept()
    assert "Choose a day from 1 October 2026 to 20 December 2026." in form.complaint.text()
    form.form.field("as_at").load(date(2026, 12, 1))
    form.accept()
    assert (page.as_at, page.bar.as_at_button.value) == (date(2026, 12, 1), "1 Dec 2026")


def test_sections_are_left_out_of_preview_and_paper_and_the_last_one_stays(page, context, tmp_path):
    whole = page.preview.place.text()
    actions = {one.data(): one for one in page.bar.sections_menu.actions()}
    for key in ("DEFINITIONS", "BEHIND", "MAP", "MOVED", "REASSESSMENTS", "EVIDENCE", "FINDINGS"):
        actions[key].trigger()
    assert page.bar.sections_button.value == "1 of 8"
    assert not actions["FIGURES"].isEnabled()
    assert (page.preview.place.text(), page.preview.place.text() != whole) == ("1 of 1", True)
    context.messages.answers.append(tmp_path / "short")
    page.save.click()
    text = " ".join(printed(tmp_path / "short.pdf").split())
    assert "Left out of this copy: Impact by level of assurance, What moved, Reassessments," in text
    assert "Engagements in high-risk cells" not in text
    assert ReportsPage(context).bar.sections() == frozenset({Section.FIGURES})


def test_the_paper_is_what_the_preview_shows(page, context, tmp_path):
    context.messages.answers.append(tmp_path / "review.pdf")
    page.save.click()
    written = PdfPages((tmp_path / "review.pdf").read_bytes())
    assert written.count == page.view.pages.count
    first = written.picture(0, 120)
    same = QImage(first.pixels, first.width, first.height, 3 * first.width, QImage.Format.Format_BGR888)
    assert page.preview.picture(120) == same


def test_a_cancelled_export_leaves_no_file(page, context, tmp_path, qtbot):
    context.jobs = Jobs(expected=UserError)
    begun, go_on, report = Event(), Event(), page._report(page.view)

    def make():
        begun.set()
        go_on.wait(10)
        return report

    context.messages.answers.append(tmp_path / "review.pdf")
    page.doings.save("Save the report", "review", make)
    assert begun.wait(10)
    (job,) = context.jobs.running()
    with qtbot.waitSignal(context.jobs.ended):
        assert job.cancel()
        go_on.set()
    assert job.state == "cancelled"
    assert list(tmp_path.iterdir()) == []
    assert page.doings.recent() == []


def test_every_page_is_printed(page, qtbot, tmp_path, monkeypatch):
    printer = a_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(60)
    monkeypatch.setattr("vendorrisk.ui.review.reports_page.ask_printer", lambda _window, _pages: printer)
    told = []
    page.context.changes.told.connect(told.append)
    page.print.click()
    qtbot.waitUntil(lambda: "The review was handed to the printer." in told)
    count = page.view.pages.count
    assert told[:count] == [f"Printing page {number} of {count}" for number in range(1, count + 1)]
    pages = PdfPages((tmp_path / "printed.pdf").read_bytes())
    assert pages.count == count
    assert min(pages.picture(0, 100).pixels) < 128, "there is ink on the first page"


def test_printing_is_stopped_by_the_same_button_and_can_be_begun_again(page, qtbot, tmp_path, monkeypatch):
    def into_a_file(_window, _pages):
        printer = a_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(60)
        return printer

    monkeypatch.setattr("vendorrisk.ui.review.reports_page.ask_printer", into_a_file)
    told = []

    def stop_once(remark):
        told.append(remark)
        if len(told) == 1:
            assert page.print.text() == "Stop printing"
            page.print.click()

    page.context.changes.told.connect(stop_once)
    page.print.click()
    qtbot.waitUntil(lambda: "Printing was stopped." in told)
    assert told == [f"Printing page 1 of {page.view.pages.count}", "Printing was stopped."]
    assert page.print.text() == "Print…"
    page.print.click()
    qtbot.waitUntil(lambda: "The review was handed to the printer." in told)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_told_with_a_way_out(page, context, monkeypatch):
    printer = a_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all/printed.pdf")
    monkeypatch.setattr("vendorrisk.ui.review.reports_page.ask_printer", lambda _window, _pages: printer)
    page.print.click()
    assert context.messages.told[-1][0] == "The printer could not be used."


def test_large_text_never_makes_the_page_scroll_sideways(page, theme):
    area = page.findChild(QScrollArea)
    for size, stacked in ((100, False), (150, True), (200, True)):
        theme.set_text_size(size)
        page.resize(1182 if size == 100 else 1222, 640)
        QApplication.processEvents()
        assert (size, area.horizontalScrollBar().maximum()) == (size, 0)
        assert page.full.is_stacked is stacked


def printed(path):
    from pypdf import PdfReader

    return "".join(one.extract_text() for one in PdfReader(path).pages)


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
    from tests.support.edited import edit_values

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


def test_reports_on_an_assessment_are_chosen_by_vendor_title_and_day(page, context, monkeypatch):
    page.doings.assessment()
    assert context.messages.told[-1][0] == "Nothing was assessed yet."
    with context.office.book.act(ADD[Engagement]) as desk:
        engagement = context_engagement(context, desk)
        desk.put(
            Assessment(
                id="a1", engagement_id=engagement, questionnaire=SMALL.id, version=SMALL.version,
                state=AssessmentState.FINISHED, finished_on=date(2026, 11, 2),
            )
        )  # fmt: skip
    monkeypatch.setattr(context.messages, "choose", partial(choose_first, offered := []))
    context.messages.answers += [None]
    page.doings.assessment()
    title = SMALL.title["en"]
    assert offered == [("Report on which assessment?", ("a1", "Norte Cloud S.A.", title, "2 Nov 2026"))]
    assert context.messages.asked == ["Save report"]


def choose_first(offered, question, options, *, yes, titles):
    assert len(titles) == len(options[0]) - 1
    offered.append((question, options[0]))
    return options[0][0]


def context_engagement(context, reader=None):
    if reader is not None:
        return reader.find(Engagement)[0].id
    with context.office.book.reading() as found:
        return found.find(Engagement)[0].id


def test_a_quarter_is_named_with_its_days(theme):
    assert long_quarter(Quarter(2026, 4)) == "Q4 2026, 1 Oct to 31 Dec"
