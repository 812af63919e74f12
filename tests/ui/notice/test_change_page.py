"""A change is led from step to step; what cannot be taken back asks once, and refusals name their reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.support.changing import SENT, a_change, a_register
from tests.support.offices import stored
from tests.support.sendable import in_use, ready_to_tell
from tests.ui.looking import cut
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.records import Change, ChangeState, Customer, Notice, Objection, ObjectionState
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.notice import change_page
from vendorrisk.ui.notice.new_change import NewChangeDialog
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.stepper import StepState
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice import letters, notices, objections


def open_change(page, context):
    change = a_change(context.office)
    page.show_item(change.id)
    return change


def sent(context, change, folder):
    ready_to_tell(context.office, change.id)
    letters.write_letters(context.office, change.id, folder, ["eml"])
    notices.mark_sent(context.office, change.id, SENT, proof="server log")


def test_a_draft_opens_where_its_text_waits_for_approval(page, context):
    open_change(page, context)
    assert page.step == change_page.TEXT
    assert page.steps.step(change_page.WHAT).state is StepState.DONE
    assert page.letters.text() == "Create 4 letters"
    assert not page.sent.isEnabled()


def test_text_is_approved_with_a_click(page, qtbot, context):
    change = open_change(page, context)
    qtbot.mouseClick(page.text.release, Qt.MouseButton.LeftButton)
    assert stored(context, Change, id=change.id)[0].text_approved_by == "Ana Novak"
    assert page.text.release.isHidden()


def test_letters_land_in_the_chosen_folder(page, hands, context, tmp_path):
    open_change(page, context)
    context.messages.answers.append(tmp_path)
    with hands.filling("Create 4 letters", "Choose folder…"):
        hands.clicks("Create 4 letters")
    assert len(list(tmp_path.glob("*.pdf"))) == 4
    assert len(list(tmp_path.glob("*.eml"))) == 4
    assert page.view.letters == 4
    assert page.sent.isEnabled()


def test_marking_as_sent_needs_a_proof(page, hands, context, tmp_path):
    change = open_change(page, context)
    ready_to_tell(context.office, change.id)
    letters.write_letters(context.office, change.id, tmp_path, ["eml"])
    page.reload()

    def tries():
        for day, time, said in (
            ("2026-11-23", "8:05", "This is needed."),
            *(("2026-11-23", wrong, "This is not a time of day.") for wrong in ("25:00", "²:30")),
            ("2026-11-24", "8:05", context.say(msg("notice.sent.future"))),
        ):
            hands.fills_in({"Day": day, "Time": time, "Proof": "" if "needed" in said else "log"})
            hands.clicks("Mark as sent")
            assert hands.reads(said)
        assert page.view.sent == 0
        hands.fills_in({"Day": "2026-11-23", "Time": "8:05"})
        hands.fills("Proof", "server log")
        hands.clicks("Mark as sent")

    with hands.answering("Mark ", tries):
        hands.clicks("Mark as sent…")
    assert page.view.sent == 4
    told = {(one.proof, one.sent_at) for one in stored(context, Notice)}
    assert told == {("server log", SENT.replace(minute=5))}
    assert stored(context, Change)[0].state is ChangeState.RUNNING


def test_the_holder_is_kept_off_with_a_reason_that_stands_beside_it(page, hands, context):
    open_change(page, context)
    assert page.holder.title.text() == "Dogwood has no date yet"
    page.open_step(change_page.LETTERS)
    words = page.holder.off.text()
    with hands.filling("Exclude Dogwood from the change", "Exclude", {"Reason": "stays on the old set-up"}):
        hands.clicks(words)
    assert stored(context, Notice, customer_id="c4")[0].excluded_why == "stays on the old set-up"
    assert page.holder.title.text() == "Cedar holds the date back by 30 days"
    assert page.holder.without.text() == "Earliest date without: 24 Dec 2026"
    page.open_step(change_page.DATES)
    page.dates.show_group(("c4",))
    assert "Reason on record: “stays on the old set-up”" in page.dates.steps.text()
    page.open_step(change_page.WINDOW)
    (row,) = [one for one in hands.rows("Answers of customers") if one["Customer"] == "Dogwood"]
    assert row["Reason for exclusion"] == "stays on the old set-up"


def test_another_day_of_sending_moves_all_dates_on_screen_only(page, context):
    open_change(page, context)
    page.open_step(change_page.DATES)
    head = context.office.book.head()
    page.dates.tried.emit(date(2026, 12, 1))
    assert page.view.sent_on == date(2026, 12, 1)
    assert context.office.book.head() == head
    page.dates.back.click()
    assert page.view.sent_on == date(2026, 11, 23)


def test_the_sum_of_the_current_customer_stands_in_words(page, context):
    open_change(page, context)
    page.open_step(change_page.DATES)
    page.dates.show_group(("c1",))
    assert "23 November 2026 + 14 calendar days of notice = 7 December 2026." in page.dates.steps.text()


def test_letters_are_paged_by_arrow_keys(page, qtbot, context):
    open_change(page, context)
    page.open_step(change_page.LETTERS)
    assert page.letter.place.text() == "1 of 4"
    qtbot.keyClick(page.letter.paper, Qt.Key.Key_Right)
    qtbot.keyClick(page.letter.paper, Qt.Key.Key_Right)
    assert page.letter.place.text() == "3 of 4"
    assert page.letter.paper.letter().address[0] == "Cedar"
    qtbot.keyClick(page.letter.paper, Qt.Key.Key_Left)
    assert page.letter.paper.letter().address[0] == "Birch"


def test_an_objection_is_recorded_and_settled(page, hands, context, tmp_path):
    change = open_change(page, context)
    sent(context, change, tmp_path)
    page.reload()
    context.office.clock.at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    page.open_step(change_page.WINDOW)
    day_before = {"Customer": "Alder", "Day": "2026-11-22", "Time": "09:30"}

    def too_early():
        hands.fills_in(day_before)
        hands.clicks("Record objection")
        assert hands.reads("The notice to Alder went out on 23 November 2026")
        hands.clicks("Cancel")

    with hands.answering("Record an objection", too_early):
        hands.clicks("Record objection…")
    assert stored(context, Objection) == []
    typed = {
        "Customer": "Alder", "Day": "2026-11-24", "Time": "09:30", "Ground": "place",
        "The objection, quoted": "Not Brazil",
    }  # fmt: skip
    with hands.filling("Record an objection", "Record objection", typed):
        hands.clicks("Record objection…")
    (objection,) = stored(context, Objection)
    assert (objection.customer_id, objection.text) == ("c1", "Not Brazil")
    hands.goes_to_row("Objections", "Alder")
    outcome = {"Outcome": "Withdrawn", "Note": "solved on the phone"}
    with hands.filling("Objection of Alder", "Record outcome", outcome):
        hands.clicks("Record outcome…")
    (settled,) = stored(context, Objection)
    assert (settled.state, settled.outcome_note) == (ObjectionState.WITHDRAWN, "solved on the phone")
    (row,) = hands.rows("Objections")
    assert (row["State"], row["Note"]) == ("Withdrawn", "solved on the phone")
    page.doings.resolve(objection.id)
    assert stored(context, Objection) == [settled]


def test_states_and_outcomes_are_called_as_reports_and_the_command_line_call_them(page, hands, context):
    change = open_change(page, context)
    objections.object_to(context.office, change.id, "c1", context.office.clock.now())
    page.reload()
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Objections", "Alder")
    offered = []

    def look():
        offered.extend(hands.offers("Outcome"))
        hands.clicks("Cancel")

    with hands.answering("Objection of Alder", look):
        hands.clicks("Record outcome…")
    states = [one for one in ObjectionState if context.say(label(one)) in offered]
    assert offered == [context.say(label(one)) for one in states]
    assert {ObjectionState.WITHDRAWN, ObjectionState.TERMINATION_PARTIAL} < set(states)
    assert page.findChild(Chip).status.text == context.say(label(ChangeState.DRAFT))


def test_customers_with_a_region_lock_are_counted_in_until_somebody_says_who_reaches_them(page, context):
    change = open_change(page, context)
    page.open_step(change_page.WHO)
    assert page.who.doubt.isHidden()
    editing.edit(context.office, Customer, "c1", {"region_lock": "yes"})
    page.show_item(change.id)
    page.open_step(change_page.WHO)
    assert not page.who.doubt.isHidden()
    assert "Region-locked customers left out: 1." in page.who.doubt.text()
    page.who.to_vendor.click()
    assert context.frame.gone[-1][0] == "vendor"
    editing.edit(context.office, Engagement, change.engagement_id, {"reaches_locked": "no"})
    page.show_item(change.id)
    page.open_step(change_page.WHO)
    assert page.who.doubt.isHidden()
    assert [one.customer.id for one in page.who.untold.source.by_ids(["c1"])] == ["c1"]


def test_an_approval_and_its_hour_stay_when_an_acknowledgement_comes_later(page, hands, context):
    change = open_change(page, context)
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", "Dogwood")
    hour = "The time of the approval is on file too"
    with hands.filling("Answer of", "Record answer", {"Approved in writing on": "2026-11-23"}, ticks=[hour]):
        hands.clicks("Record answer…")
    first = stored(context, Notice, customer_id="c4")[0]
    assert (first.approved_on, first.approved_timed) == (date(2026, 11, 23), True)
    filed = {"Acknowledged on": "2026-11-23", "Filed where": "Mail of 23 Nov"}
    with hands.filling("Answer of", "Record answer", filed):
        hands.clicks("Record answer…")
    assert stored(context, Notice, change_id=change.id, customer_id="c4") == [
        replace(first, acknowledged_on=date(2026, 11, 23), answer_proof="Mail of 23 Nov")
    ]


@pytest.mark.parametrize(("name", "ground"), [("Dogwood", "Refuses its approval"), ("Alder", "")])
def test_a_no_leads_from_the_answer_to_the_objection_of_that_customer(page, hands, context, name, ground):
    open_change(page, context)
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", name)
    says_no = partial(hands.clicks, "The customer refuses or objects…")
    with hands.filling("Record an objection", "Record objection"), hands.answering("Answer of", says_no):
        hands.clicks("Record answer…")
    (objection,) = stored(context, Objection)
    assert (objection.customer_id, objection.ground) == ({"Dogwood": "c4", "Alder": "c1"}[name], ground)


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-22", "This change was opened on 23"), ("2026-11-24", "has not come yet")],
)
def test_a_day_that_cannot_be_is_told_under_its_field(page, hands, context, day, said):
    open_change(page, context)
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", "Dogwood")

    def tries():
        hands.fills("Approved in writing on", day)
        hands.clicks("Record answer")
        assert hands.reads(said)
        hands.clicks("Cancel")

    with hands.answering("Answer of", tries):
        hands.clicks("Record answer…")
    assert stored(context, Notice) == []


def test_an_hour_without_approval_and_an_emptied_day_are_told_under_their_field(page, hands, context):
    change = open_change(page, context)
    notices.record_answer(context.office, change.id, "c4", acknowledged_on=date(2026, 11, 23))
    page.reload()
    page.open_step(change_page.WINDOW)
    hands.goes_to_row("Answers of customers", "Dogwood")
    before = stored(context, Notice)

    def tries():
        hands.ticks("The time of the approval is on file too")
        hands.clicks("Record answer")
        assert hands.reads("Give the day of the approval, or clear the box.")
        hands.fills("Acknowledged on", "")
        hands.clicks("Record answer")
        assert hands.reads("An answer on record cannot be emptied.")
        hands.clicks("Cancel")

    with hands.answering("Answer of", tries):
        hands.clicks("Record answer…")
    assert stored(context, Notice) == before


def test_going_live_too_early_is_refused_with_the_names(page, context):
    change = open_change(page, context)
    context.messages.answers.append(True)
    page.doings.go_live()
    assert stored(context, Change, id=change.id)[0].state is ChangeState.DRAFT
    (told,) = context.messages.told
    assert "Alder" in told[0]


def test_going_live_is_barred_with_every_reason_until_it_is_permitted(page, context, tmp_path):
    change = open_change(page, context)
    sent(context, change, tmp_path)
    raised = objections.object_to(context.office, change.id, "c1", SENT)
    page.reload()
    assert not page.live.button.isEnabled()
    assert "2 customers have no date yet." in page.live.button.toolTip()
    objections.resolve(context.office, raised.id, ObjectionState.WITHDRAWN)
    notices.record_answer(context.office, change.id, "c4", approved_on=date(2026, 11, 23))
    page.reload()
    assert "The first day permitted for all is 23 Jan 2027." in page.live.button.toolTip()
    context.office.clock.day = date(2027, 1, 23)
    page.reload()
    assert "The planned day of go-live is 2 February 2027" in page.live.button.toolTip()
    context.office.clock.day = date(2027, 2, 2)
    page.reload()
    assert "has not been approved" in page.live.button.toolTip()
    in_use(context.office, change.engagement_id)
    page.reload()
    assert page.live.button.isEnabled()
    page.open_step(change_page.LIVE)
    assert page.letters.kind == "secondary"
    chains = context.say(msg("guard.G12.title"))
    assert chains in page.live.unchecked.text()
    assert page.live.unchecked.text().startswith("Not checked yet by the program: ")


def test_a_change_that_is_permitted_goes_live(page, context, tmp_path, monkeypatch):
    change = open_change(page, context)
    sent(context, change, tmp_path)
    notices.record_answer(context.office, change.id, "c4", approved_on=date(2026, 11, 23))
    context.office.clock.day = date(2027, 2, 2)
    in_use(context.office, change.engagement_id)
    context.messages.answers.append(True)
    page.reload()
    page.doings.go_live()
    assert stored(context, Change, id=change.id)[0].live_on == date(2027, 2, 2)
    assert page.live.button.isHidden()
    assert page.letters.isHidden()


def test_cancelling_asks_first(page, context):
    change = open_change(page, context)
    context.messages.answers += [False, True]
    page.doings.cancel()
    assert stored(context, Change, id=change.id)[0].state is ChangeState.DRAFT
    page.doings.cancel()
    assert stored(context, Change, id=change.id)[0].state is ChangeState.CANCELLED


def test_the_planned_day_is_moved(page, hands, context):
    change = open_change(page, context)
    page.open_step(change_page.WHAT)
    with hands.filling("Move the planned day", "Move", {"First day of use": "2027-03-01"}):
        hands.clicks(page.scope.move_day.text())
    assert stored(context, Change, id=change.id)[0].planned_on == date(2027, 3, 1)


def test_a_group_of_the_chart_leads_to_its_customers(page, context):
    open_change(page, context)
    page.windows.opened.emit(page.view.groups[0].key)
    assert page.step == change_page.DATES
    assert page.dates.list.table.selected_ids() == ["c1"]


def test_a_gap_leads_to_where_it_is_mended(page, context):
    open_change(page, context)
    page.lacks.fix.emit("c1")
    page.lacks.fix.emit("")
    assert context.frame.gone == [("customers", "c1"), ("vendor", page.view.vendor.id)]


def test_a_new_change_grows_with_what_is_wrong_with_it(qtbot, theme, context):
    a_register(context.office)
    dialog = NewChangeDialog(None, context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.field("planned").line.setText("31/02/2026")
    dialog.accept()
    qtbot.waitUntil(lambda: cut(dialog) == [])
    field = dialog.form.field("planned")
    assert field.height() >= field.sizeHint().height()


def test_a_new_change_needs_a_sub_processor_and_a_day(qtbot, theme, context):
    engagement = a_register(context.office)
    dialog = NewChangeDialog(None, context)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.made is None
    assert dialog.form.problem_text("engagement").startswith("This is needed.")
    given = {"engagement": engagement, "planned": date(2027, 2, 2)}
    dialog.form.load({"kind": "REPLACE", **given})
    assert not dialog.form.is_row_shown("replaces")
    dialog.form.edited.emit("kind")
    assert dialog.form.is_row_shown("replaces")
    dialog.accept()
    assert dialog.form.problem_text("replaces").startswith("This is needed.")
    dialog.form.load({"kind": "ADD", "replaces": engagement, "regions": ("EU",), **given})
    dialog.form.edited.emit("kind")
    assert not dialog.form.is_row_shown("replaces")
    dialog.accept()
    assert dialog.made.replaces_id == ""
    assert (dialog.made.number, dialog.made.regions) == ("2026-01", ("EU",))
