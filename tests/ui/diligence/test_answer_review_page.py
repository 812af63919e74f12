"""The answer review by keyboard: verdicts, comments, what comes next, finishing; nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.support.assessed import SOC2, an_engagement, answered
from vendorrisk.domain.diligence.records import AssessmentState, Finding, Severity, Verdict
from vendorrisk.domain.register.records import Location
from vendorrisk.ui.diligence.answer_review_page import AnswerReviewPage
from vendorrisk.ui.diligence.review_panes import LIST, PANE, VERDICT
from vendorrisk.ui.diligence.review_places import ReviewVisit
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.usecases.diligence import answer_review, risk
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.diligence.review_view import LineState, ReviewFilter

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
VERDICT_KEYS = {
    Verdict.MEETS: Qt.Key.Key_1,
    Verdict.PARTLY: Qt.Key.Key_2,
    Verdict.FAILS: Qt.Key.Key_3,
    Verdict.NA: Qt.Key.Key_0,
}


@pytest.fixture
def page(context, back, show):
    page = show(AnswerReviewPage(context))
    context.changes.happened.connect(page.reload)
    page.show_item(back.assessment.id)
    return page


@pytest.fixture
def press(qtbot, page):
    def pressed(key, modifiers=Qt.KeyboardModifier.NoModifier):
        focused = QGuiApplication.focusObject() or page
        qtbot.keyClick(focused, key, modifiers)

    return pressed


@pytest.fixture
def answer_dialogs(monkeypatch):
    """Fills in the next dialogs as a person would, in the order given; an unexpected one fails."""
    prepared = []

    def ask(dialog):
        assert prepared, f"nothing was prepared for {dialog.windowTitle()!r}"
        fill = prepared.pop(0)
        if fill is None:
            return False
        fill(dialog)
        dialog.accept()
        return dialog.result() == Dialog.DialogCode.Accepted

    monkeypatch.setattr(Dialog, "ask", ask)
    return prepared


def state(page, question):
    return page.session.review.line(question).state


def words(page, question):
    place = page.list.questions.questions.place_of(question)
    return place.data(Qt.ItemDataRole.AccessibleTextRole)


def test_it_opens_at_a_question_that_somebody_wants_to_see(page):
    page.show_item(ReviewVisit(page.session.assessment_id, "BCM-03"))
    assert page.question() == "BCM-03"


def test_it_opens_at_the_first_question_without_a_verdict(page):
    assert page.question() == "PRV-07"
    assert page.figures.reviewed.text() == "0 of 9 reviewed"
    assert words(page, "PRV-07") == "1.1 Question PRV-07?, Changed"
    assert words(page, "PRV-03") == "1.2 Question PRV-03?, Same"
    assert words(page, "PRV-10") == "1.4 Question PRV-10?, Blank"


def test_it_opens_at_a_changed_or_blank_answer_before_one_that_is_the_same(context, back, show):
    answer_review.review_many(context.office, back.assessment.id, {"PRV-07": Verdict.FAILS})
    page = show(AnswerReviewPage(context))
    page.show_item(back.assessment.id)
    assert (page.question(), state(page, "PRV-03")) == ("PRV-10", LineState.SAME)


def test_what_there_is_nothing_to_say_about_is_said_to_be_so(context, show):
    context.office.clock.day = date(2026, 11, 23)
    _vendor, engagement = an_engagement(context.office)
    page = show(AnswerReviewPage(context))
    page.show_item(answered(context.office, engagement).id)
    assert page.pane.before.text.toPlainText() == "There was no earlier assessment."
    assert not page.pane.register.isHidden()
    assert "nothing to compare" in page.pane.register.heading.text()


def test_lines_stay_short_in_a_wide_window(page):
    page.window().resize(1900, 900)
    page.window().layout().activate()
    assert page.pane.width() == PANE
    assert page.list.width() > LIST
    assert page.verdict.width() > VERDICT


@pytest.mark.parametrize("verdict", Verdict)
def test_a_key_gives_the_verdict_at_once(page, press, back, verdict):
    page.verdict.comment.show_value("Bound by the penal code.")
    press(VERDICT_KEYS[verdict], ALT)
    judged = back.answer("PRV-07")
    assert (judged.verdict, judged.verdict_comment) == (verdict, "Bound by the penal code.")
    assert page.figures.reviewed.text() == "1 of 9 reviewed"
    assert state(page, "PRV-07") is LineState(verdict.value)
    assert page.question() == "PRV-07"


def test_ten_verdicts_by_keyboard_alone_and_finish(qtbot, page, press, back, context):
    """Check 9: keys only, and the score shown is the one the use case computes."""
    for number in range(9):
        press((Qt.Key.Key_2, Qt.Key.Key_3)[number % 2] if number < 2 else Qt.Key.Key_2, ALT)
        press(Qt.Key.Key_Return, CTRL)
    assert page.verdict.left.text() == "0 left"
    assert page.bar.finish.isEnabled()
    page.bar.finish.setFocus()
    told = []
    context.changes.told.connect(told.append)
    qtbot.keyClick(page.bar.finish, Qt.Key.Key_Space)
    assert context.messages.asked == []
    assert [one.split(":")[0] for one in told] == ["Finished, leaving open"]
    finished = back.stored()
    assert finished.state is AssessmentState.FINISHED
    with context.office.book.reading() as reader:
        sheet = risk.risk_by(context.office, reader, back.engagement, finished)
    assert page.figures.score.text() == f"{sheet.controls.strength * 100:.0f} of 100"
    assert page.over.text() == "Finished on 23 Nov 2026. The next reassessment is due on 3 Nov 2027."


def test_the_next_unreviewed_is_found_across_sections_and_from_the_top(page, press, back, context):
    answer_review.review_many(context.office, back.assessment.id, {"SEC-05": Verdict.MEETS})
    page.reload()
    page.go_to("PRV-10")
    press(Qt.Key.Key_Return, CTRL)
    assert page.question() == "SEC-09"
    page.go_to("TRF-01")
    press(Qt.Key.Key_Return, CTRL)
    assert page.question() == "PRV-07"
    assert page.verdict.verdicts.first().hasFocus()


def test_neighbours_are_reached_by_keys_and_their_section_alone_is_unfolded(page, press):
    view = page.list.questions
    page.go_to("PRV-10")
    press(Qt.Key.Key_Down, ALT)
    assert page.question() == "SEC-05"
    folded = [view.isExpanded(view.questions.index(row, 0)) for row in range(3)]
    assert folded == [False, True, False]
    press(Qt.Key.Key_Up, ALT)
    assert page.question() == "PRV-10"


def test_walking_the_list_shows_each_question(qtbot, page):
    page.list.questions.setFocus()
    qtbot.keyClick(page.list.questions, Qt.Key.Key_Down)
    assert page.question() == "PRV-03"
    assert page.pane.question.text() == "Question PRV-03?"


def test_what_is_new_in_an_answer_is_marked_beside_last_times(page):
    assert [one.text for one in page.pane.now.text._stretches if one.is_new] == ["No"]
    assert page.pane.before.text.toPlainText() == "Yes"
    assert page.pane.now.chip.status.text == "Changed since 2025"
    assert page.pane.before.chip.status.text == "Meets"


def test_a_blank_says_what_stands_in_for_it_or_that_there_is_no_answer(page, back, context):
    page.go_to("PRV-10")
    assert page.pane.now.text.toPlainText().startswith("No answer. ")
    answer_review.save_answer(context.office, back.assessment.id, "SEC-05", "")
    add_document(context.office, back.vendor.id, None, SOC2)
    page.reload()
    page.go_to("SEC-05")
    said = page.pane.now.text.toPlainText()
    assert (said.startswith("No answer."), "SOC 2" in said) == (False, True)


def test_a_comment_is_recorded_when_it_is_left(qtbot, page, back):
    page.verdict.comment.control.setFocus()
    qtbot.keyClicks(page.verdict.comment.control, "To be asked.")
    assert back.answer("PRV-07").verdict_comment == ""
    page.list.questions.setFocus()
    assert back.answer("PRV-07").verdict_comment == "To be asked."
    assert back.answer("PRV-07").verdict is None


def test_a_comment_goes_with_its_verdict_as_one_step(qtbot, page, press, back, context):
    page.verdict.comment.control.setFocus()
    qtbot.keyClicks(page.verdict.comment.control, "By contract only.")
    head = context.office.book.head()[0]
    press(Qt.Key.Key_2, ALT)
    judged = back.answer("PRV-07")
    assert (judged.verdict, judged.verdict_comment) == (Verdict.PARTLY, "By contract only.")
    page.list.questions.setFocus()
    assert context.office.book.head()[0] == head + 1


def test_going_on_while_typing_records_the_comment_under_its_own_question(qtbot, page, press, back):
    page.verdict.comment.control.setFocus()
    qtbot.keyClicks(page.verdict.comment.control, "To be asked.")
    press(Qt.Key.Key_Down, ALT)
    assert page.question() == "PRV-03"
    assert page.verdict.comment.value() == ""
    assert (back.answer("PRV-07").verdict_comment, back.answer("PRV-03").verdict_comment) == (
        "To be asked.",
        "",
    )


def test_half_a_comment_survives_a_crash_and_is_there_again(qtbot, page, back, context, show):
    page.verdict.comment.control.setFocus()
    qtbot.keyClicks(page.verdict.comment.control, "Half a sen")
    page.verdict.comment.rested.emit()
    again = show(AnswerReviewPage(context))
    again.show_item(back.assessment.id)
    assert again.verdict.comment.value() == "Half a sen"
    assert back.answer("PRV-07").verdict_comment == ""
    again.keeper.settle()
    assert back.answer("PRV-07").verdict_comment == "Half a sen"
    assert context.office.drafts.read(f"verdict_comment.PRV-07.{back.assessment.id}") is None
    page.verdict.comment.load("")


def test_a_reading_in_between_leaves_what_is_being_typed(qtbot, page, back, context):
    page.verdict.comment.control.setFocus()
    qtbot.keyClicks(page.verdict.comment.control, "Half a sen")
    answer_review.review(context.office, back.assessment.id, "SEC-05", Verdict.MEETS)
    page.reload()
    assert page.verdict.comment.value() == "Half a sen"
    assert state(page, "SEC-05") is LineState.MEETS


def test_a_good_verdict_without_ground_is_refused_and_its_comment_stays(page, press, back, context):
    press(Qt.Key.Key_1, ALT)
    (told, remedy) = context.messages.told[-1]
    assert "falls short" in told
    assert "comment" in remedy
    page.go_to("PRV-10")
    page.verdict.comment.show_value("By telephone.")
    press(Qt.Key.Key_1, ALT)
    assert "has no answer" in context.messages.told[-1][0]
    assert page.verdict.verdict() is None
    page.go_to("PRV-07")
    assert back.answer("PRV-10").verdict_comment == "By telephone."


def test_undo_takes_one_verdict_back(page, press, back, context):
    press(Qt.Key.Key_3, ALT)
    press(Qt.Key.Key_2, ALT)
    context.undo()
    assert back.answer("PRV-07").verdict is Verdict.FAILS
    assert page.verdict.verdict() is Verdict.FAILS
    context.undo()
    assert page.verdict.verdict() is None
    assert page.figures.reviewed.text() == "0 of 9 reviewed"


def test_what_a_verdict_would_do_is_said_before_it_is_given(page, press):
    page.verdict.comment.show_value("Bound by the penal code.")
    press(Qt.Key.Key_1, ALT)
    page.go_to("SEC-05")
    assert page.verdict.effect.text() == "No verdict yet."
    page.verdict.verdicts.rows[Verdict.FAILS].setFocus()
    assert page.verdict.effect.text() == "0 of 3 points. Score goes to 25."
    press(Qt.Key.Key_3, ALT)
    page.list.questions.setFocus()
    assert page.verdict.effect.text() == "0 of 3 points. Score 25."


def test_arrows_move_between_verdicts_without_giving_one(qtbot, page, back):
    rows = page.verdict.verdicts.rows
    rows[Verdict.MEETS].setFocus()
    qtbot.keyClick(rows[Verdict.MEETS], Qt.Key.Key_Down)
    assert rows[Verdict.PARTLY].hasFocus()
    assert back.answer("PRV-07").verdict is None
    qtbot.keyClick(rows[Verdict.PARTLY], Qt.Key.Key_Return)
    assert back.answer("PRV-07").verdict is Verdict.PARTLY


def test_unchanged_answers_are_accepted_by_one_click(qtbot, page, context):
    assert page.bar.accept.text() == "Accept 6 unchanged answers"
    qtbot.mouseClick(page.bar.accept, Qt.MouseButton.LeftButton)
    assert page.figures.reviewed.text() == "6 of 9 reviewed"
    assert not page.bar.accept.isVisible()
    context.undo()
    assert page.figures.reviewed.text() == "0 of 9 reviewed"


def test_the_text_about_blanks_is_put_on_the_clipboard(qtbot, page, answer_dialogs):
    assert page.bar.ask.text() == "Ask for 1 missing answer…"
    answer_dialogs.append(lambda dialog: None)
    qtbot.mouseClick(page.bar.ask, Qt.MouseButton.LeftButton)
    assert "1.4  Question PRV-10?" in QGuiApplication.clipboard().text()


def test_where_nothing_was_left_blank_there_is_no_letter_with_a_hole(page, context, back):
    answer_review.save_answer(context.office, back.assessment.id, "PRV-10", "YES")
    context.changes.happened.emit()
    page.acts.ask_about_blanks()
    assert context.messages.told == [("Every question has an answer.", "There is nothing to ask for.")]


def test_finishing_says_what_stands_against_it(page, press):
    assert not page.bar.finish.isEnabled()
    assert page.bar.reason.text() == "9 questions have no verdict"
    assert page.bar.finish.toolTip().find("1 of them is a knock-out") > 0
    assert not page.bar.report.isVisible()


def test_a_finding_is_raised_from_what_the_rule_suggests(page, press, back, context, answer_dialogs):
    assert page.verdict.suggestion.text() == "High: No duty of secrecy"
    answer_dialogs.append(lambda dialog: None)
    press(Qt.Key.Key_R, CTRL | SHIFT)
    with context.office.book.reading() as reader:
        (raised,) = reader.find(Finding, engagement_id=back.engagement.id)
    assert (raised.severity, raised.title, raised.source) == (Severity.H, "No duty of secrecy", "PRV-07")
    assert raised.detail == "Question PRV-07?\nNo"
    assert raised.assessment_id == back.assessment.id
    assert page.session.review.line("PRV-07").findings == (raised,)
    assert page.pane.findings.isVisible()


def test_a_finding_without_a_title_is_not_raised(page, context, answer_dialogs):
    page.go_to("PRV-10")

    def leave_empty(dialog):
        dialog.form.field("title").load("")

    answer_dialogs.append(leave_empty)
    page.acts.raise_finding("PRV-10")
    with context.office.book.reading() as reader:
        assert reader.find(Finding) == []


def test_a_country_of_the_answer_is_put_on_file_by_one_click(page, back, context):
    page.go_to("TRF-01")
    page.pane.add_place.emit("STORAGE", "PH")
    with context.office.book.reading() as reader:
        places = reader.find(Location, engagement_id=back.engagement.id, kind="STORAGE")
    assert [one.country for one in places] == ["DE", "PH"]
    assert page._sheet.differences == ()


def test_the_place_is_remembered_for_each_review(page, back, context, show):
    page.go_to("SEC-13")
    again = show(AnswerReviewPage(context))
    again.show_item(back.assessment.id)
    assert again.question() == "SEC-13"


def test_a_filter_keeps_the_question_one_is_at(page, press, back):
    page.list.show_only(ReviewFilter.CHANGED)
    shown = [line.question.id for line in page.list.questions.questions.lines()]
    assert shown == ["PRV-07", "PRV-10", "TRF-01"]
    page.go_to("PRV-07")
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Return, CTRL)
    assert page.question() == "PRV-10"


def test_beyond_the_filter_the_next_unreviewed_is_found_among_all(page, press):
    page.list.show_only(ReviewFilter.KNOCK_OUT)
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Return, CTRL)
    assert page.question() == "PRV-03"


def test_a_finished_review_can_be_read_but_not_changed(page, back, context, press):
    everything = dict.fromkeys(page.session.review.ground.questionnaire.by_id, Verdict.PARTLY)
    answer_review.review_many(context.office, back.assessment.id, everything)
    answer_review.finish(context.office, back.assessment.id)
    page.reload()
    press(Qt.Key.Key_3, ALT)
    assert back.answer("PRV-07").verdict is Verdict.PARTLY
    assert not page.verdict.verdicts.isEnabled()
    assert page.verdict.comment.paper.isReadOnly()
    assert page.bar.decide.isVisible()
    page.bar.decide.click()
    wanted = VendorVisit(vendor_id=back.vendor.id, decision_on=back.engagement.id)
    assert context.frame.gone == [("vendor", wanted)]
