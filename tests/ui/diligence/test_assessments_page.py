"""Assessments: views, starting, sending, taking answers in with every problem shown first, cancelling."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.support.assessed import an_engagement, answered, filled, reviewed
from tests.support.questionnaires import GOOD
from vendorrisk.domain.diligence.records import Answer, Assessment, AssessmentState
from vendorrisk.domain.register.records import Contact
from vendorrisk.ui.diligence.assessments_page import AssessmentsPage
from vendorrisk.ui.diligence.taking_in import ReceivedSheet
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.usecases.diligence import assessments, intake
from vendorrisk.usecases.editing import add

FILE = Path("returned.xlsx")
WHERE_STORED = "TRF-01"


@pytest.fixture
def eastline(context):
    return an_engagement(context.office, "Eastline Voice")


@pytest.fixture
def sent(context, eastline):
    made = assessments.start(context.office, eastline[1].id, "small")
    assessments.write_workbook(context.office, made.id, Path("kit.xlsx"))
    return made


@pytest.fixture
def page(context, show):
    page = show(AssessmentsPage(context))
    context.changes.happened.connect(page.reload)
    return page


def returns(context, seen, sha256="sha-1", path=FILE):
    context.office.foreign.returned[path] = (seen, sha256)


def kit(context):
    return context.office.papers.kits[-1]


def stored(context, made):
    with context.office.book.reading() as reader:
        return reader.get(Assessment, made.id)


def answers(context, made):
    with context.office.book.reading() as reader:
        return {one.question: one.value for one in reader.find(Answer, assessment_id=made.id)}


def vendors(page):
    return [page.model.row_at(place).row.vendor for place in range(page.model.rowCount())]


def opened(kind):
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def figures(sheet):
    return [phrase.text() for phrase, _ in sheet.figures._cells]


def test_an_empty_register_says_what_belongs_here(page):
    page.reload()
    assert page.empty.isVisible()
    assert page.empty.sentence.text().startswith("No questionnaire has been sent yet.")
    assert [page._first.kind, page.new_button.kind] == ["primary", "secondary"]
    page.pane.use_view("Closed")
    assert page.empty.sentence.text().startswith("No questionnaire has been sent yet.")


def test_views_list_who_waits_for_whom(context, page, sent):
    _, other = an_engagement(context.office, "Northgate Identity")
    answered(context.office, other)
    _, done = an_engagement(context.office, "Amberline")
    reviewed(context.office, done)
    page.reload()
    assert vendors(page) == ["Eastline Voice", "Northgate Identity"]
    assert page.head.title.text() == "Assessments 1 waits for us · 1 with a vendor"
    for view, found in (
        ("Waiting for vendor", ["Eastline Voice"]),
        ("Waiting for us", ["Northgate Identity"]),
        ("Closed", ["Amberline"]),
        ("This quarter", ["Eastline Voice", "Amberline", "Northgate Identity"]),
    ):
        page.pane.use_view(view)
        assert sorted(vendors(page)) == sorted(found), view


def test_a_view_without_rows_says_so(page, sent):
    page.reload()
    page.pane.use_view("Closed")
    assert page.empty.sentence.text() == "No assessment is in the view “Closed”."


def test_enter_opens_the_review(qtbot, context, page, sent):
    page.reload()
    page.pane.table.go_to(sent.id)
    qtbot.keyClick(page.pane.table, Qt.Key.Key_Return)
    assert context.frame.gone == [("answer_review", sent.id)]


def test_late_vendors_are_named_late(context, page, sent):
    context.office.clock.day = sent.due_on.replace(day=sent.due_on.day + 2)
    page.reload()
    index = page.model.index(0, page.model.column_number("days"))
    assert index.data() == "2 days late"


def test_a_new_assessment_is_started_and_stands_in_the_table(qtbot, context, page, eastline):
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    dialog = opened(FormDialog)
    dialog.form.field("engagement").show_value(eastline[1].id)
    dialog.accept()
    assert vendors(page) == ["Eastline Voice"]
    assert page.pane.table.current_id() == page.model.id_at(0)


def test_the_vendor_in_the_table_is_chosen_already(context, page, sent, eastline):
    page.reload()
    page.pane.table.go_to(sent.id)
    page.new_assessment()
    dialog = opened(FormDialog)
    assert dialog.form.field("engagement").value() == eastline[1].id
    dialog.accept()
    assert dialog.complaint.text().startswith("This engagement has an open assessment")
    dialog.reject()


def test_without_a_vendor_there_is_nobody_to_assess(context, page):
    page.new_assessment()
    assert context.messages.told[0][0] == "There is no vendor to assess yet."


def test_a_workbook_is_written_and_the_assessment_counts_as_sent(context, page, eastline, tmp_path):
    made = assessments.start(context.office, eastline[1].id, "small")
    page.reload()
    page.pane.table.go_to(made.id)
    context.messages.answers = [tmp_path / "kit.xlsx"]
    page.write_workbooks()
    assert stored(context, made).state is AssessmentState.SENT
    assert kit(context).assessment_id == made.id


def test_several_workbooks_go_into_a_folder(context, page, eastline, tmp_path, monkeypatch):
    monkeypatch.setattr("vendorrisk.ui.diligence.kits.QDesktopServices.openUrl", lambda _url: True)
    _, other = an_engagement(context.office, "Northgate Identity")
    both = [assessments.start(context.office, one.id, "small") for one in (eastline[1], other)]
    page.reload()
    page.pane.table.select_ids([one.id for one in both])
    context.messages.answers = [tmp_path]
    page.write_workbooks()
    assert {one.assessment_id for one in context.office.papers.kits} == {one.id for one in both}


def test_answers_are_shown_before_they_are_taken_in(context, page, sent):
    returns(context, filled(kit(context), GOOD | {"PRV-18": "soon", "PRV-10": ""}))
    context.messages.answers = [FILE]
    page.take_in()
    sheet = opened(ReceivedSheet)
    assert figures(sheet) == ["7", "1", "7", "1", "0", "1"]
    assert sheet.table.rows.row_at(0)[1].where == "Questions!E5"
    sheet.table.go_to("0")
    assert sheet.whole.text().startswith("Questions!E5: “soon” is not a plain number.")
    assert answers(context, sent) == {}
    sheet.accept()
    assert len(answers(context, sent)) == 7
    assert stored(context, sent).state is AssessmentState.ANSWERED
    assert context.frame.gone == [("answer_review", sent.id)]


def test_where_the_answers_and_the_register_disagree_is_said_before_they_are_taken_in(context, page, sent):
    returns(context, filled(kit(context), GOOD | {WHERE_STORED: "IN"}))
    context.messages.answers = [FILE]
    page.take_in()
    sheet = opened(ReceivedSheet)
    told = [sheet.table.rows.row_at(number)[1] for number in range(sheet.table.rows.rowCount())]
    assert {one.where for one in told} == {WHERE_STORED}
    assert figures(sheet)[-1] == str(len(told))
    sheet.table.go_to("0")
    assert sheet.whole.text().startswith(f"{WHERE_STORED}: The answer names India")
    assert answers(context, sent) == {}


def test_leaving_the_preview_stores_nothing(context, page, sent):
    returns(context, filled(kit(context), GOOD))
    context.messages.answers = [FILE]
    page.take_in()
    opened(ReceivedSheet).reject()
    assert answers(context, sent) == {}
    assert context.frame.gone == []


def test_the_same_file_again_changes_nothing_and_says_so(context, page, sent):
    """Check 8."""
    seen = filled(kit(context), GOOD)
    intake.take_in(context.office, seen, "sha-1")
    head = context.office.book.head()
    returns(context, seen)
    context.messages.answers = [FILE]
    page.take_in()
    sheet = opened(ReceivedSheet)
    assert sheet.told.text() == "This file was taken in already; nothing changes. Taken in on 23 Nov 2026."
    assert figures(sheet) == ["9", "0", "0", "0", "0", "1"]
    sheet.accept()
    assert context.office.book.head() == head


def drop(page, row_id, *files):
    table = page.pane.table
    place = table.rows.place_of(row_id)
    at = table.row_rect(place).center()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), QDragEnterEvent(at, *how))
    event = QDropEvent(QPointF(at), *how)
    QApplication.sendEvent(table.viewport(), event)
    return event.isAccepted()


def test_a_workbook_dropped_on_another_vendor_is_refused_with_the_name(context, page, sent):
    _, other = an_engagement(context.office, "Northgate Identity")
    stranger = assessments.start(context.office, other.id, "small")
    page.reload()
    path = Path("/tmp/returned.xlsx")
    returns(context, filled(kit(context), GOOD), path=path)
    assert page.promise(stranger.id, [path]) == "Take in answers of Northgate Identity"
    assert drop(page, stranger.id, path)
    (told,) = context.messages.told
    assert "Eastline Voice" in told[0]
    assert (answers(context, sent), answers(context, stranger)) == ({}, {})


def test_what_is_no_workbook_is_not_promised_anything(page, sent):
    page.reload()
    assert page.promise(sent.id, [Path("letter.pdf")]) == ""
    assert page.promise("", [Path("a.xlsx"), Path("b.xlsx")]) == "Take in 2 workbooks, one after the other"


def test_a_workbook_of_nobody_is_refused(context, page, sent):
    seen = replace(filled(kit(context), GOOD), token="guessed")
    returns(context, seen)
    context.messages.answers = [FILE]
    page.take_in()
    assert len(context.messages.told) == 1
    assert answers(context, sent) == {}


def test_cancelling_ends_an_assessment_and_undo_brings_it_back(context, page, sent):
    page.reload()
    page.pane.table.go_to(sent.id)
    page.cancel()
    assert stored(context, sent).state is AssessmentState.CANCELLED
    context.undo()
    assert stored(context, sent).state is AssessmentState.SENT


def test_what_has_ended_cannot_be_sent_or_cancelled(context, page, sent):
    assessments.cancel(context.office, sent.id)
    page.reload()
    page.pane.use_view("Closed")
    page.pane.table.select_ids([sent.id])
    assert not page.write_action.isEnabled()
    assert page.cancel_action.toolTip() == "One of these has ended."


def test_an_export_has_the_rows_and_columns_in_sight(context, page, sent, tmp_path):
    page.reload()
    target = tmp_path / "view.csv"
    context.messages.answers = [target]
    page.export_view()
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Vendor,")
    assert "Service" not in lines[0]
    assert len(lines) == 2
    assert lines[1].startswith(
        "Eastline Voice,Onboarding,A small questionnaire 1,Written,2026-11-23,2026-12-21"
    )


def test_vendors_whose_answers_are_awaited_are_reminded_by_a_draft_each(
    context, page, sent, eastline, tmp_path, monkeypatch
):
    monkeypatch.setattr("vendorrisk.ui.diligence.reminding.QDesktopServices.openUrl", lambda _url: True)
    monkeypatch.setattr(context.office.papers, "mail", lambda facts: facts.text.encode(), raising=False)
    add(context.office, Contact, {"name": "Lu", "email": "lu@eastline.example"}, vendor_id=eastline[0].id)
    page.reload()
    page.pane.table.select_ids([sent.id])
    assert page.remind_action.isEnabled()
    context.messages.answers = [tmp_path]
    page.remind()
    (draft,) = tmp_path.iterdir()
    assert draft.name == "Eastline Voice - reminder.eml"
    assert "Dear Sir or Madam,\n\nwe asked Eastline Voice" in draft.read_text("utf-8")


def test_who_has_answered_is_not_reminded(context, page):
    _, engagement = an_engagement(context.office, "Northgate Identity")
    made = answered(context.office, engagement)
    page.reload()
    page.pane.table.select_ids([made.id])
    assert not page.remind_action.isEnabled()
    assert page.remind_action.toolTip() == (
        "A reminder needs a questionnaire that is out with its vendor."
    )  # fmt: skip
