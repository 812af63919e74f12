"""Home leads to the page that settles a task, and says when nothing needs anybody."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.support.changing import a_change, a_context, a_register
from tests.support.edited import edit_values
from tests.support.home_page import a_home_page, shown
from tests.support.offices import TODAY, put
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Document
from vendorrisk.domain.notice.records import HolidayYear, Terms
from vendorrisk.domain.register.records import Contact, Engagement, Location
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.review.home_reminders import RemindersDialog
from vendorrisk.ui.review.home_words import RECOVERY
from vendorrisk.ui.widgets.buttons import Button
from vendorrisk.ui.widgets.task_model import Heading
from vendorrisk.usecases import editing
from vendorrisk.usecases.review.reminders import Awaited
from vendorrisk.usecases.review.snoozing import snooze
from vendorrisk.usecases.workspace.settings import change_setting


@pytest.fixture
def context():
    return a_context()


@pytest.fixture
def page(qtbot, theme, context):
    return a_home_page(qtbot, context)


def test_a_new_workspace_begins_with_its_first_steps(page, qtbot, context):
    shown(page, qtbot)
    assert page.left.currentWidget() is page.start
    verbs = {one.text(): one for one in page.start.findChildren(Button)}
    assert [text for text, one in verbs.items() if one.kind == "primary"] == ["Go to Vendors"]
    assert page.start.empty.isVisible()
    for verb in ("Go to Customers", "Open Settings", "Confirm"):
        verbs[verb].click()
    expected = [("customers", None), ("settings", "company"), ("settings", RECOVERY)]
    assert context.frame.gone == expected


def test_enter_opens_the_vendor_of_a_task(page, qtbot, context):
    engagement = a_register(context.office)
    shown(page, qtbot)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    qtbot.keyClick(page.tasks, Qt.Key.Key_Return)
    assert context.frame.gone == [("vendor", vendor)]


def test_a_large_register_is_read_in_a_job_and_shows_the_same(page, qtbot, context, monkeypatch):
    a_register(context.office)
    shown(page, qtbot)
    at_once, labels = page._view, []
    context.jobs.started.connect(lambda job: labels.append(job.label))
    monkeypatch.setattr("vendorrisk.ui.shell.long_reading.LARGE", 1)
    page.reload()
    assert page._view == at_once
    assert labels == ["Reading what needs somebody"]


def test_the_recovery_code_waits_until_it_is_confirmed(page, qtbot, context):
    a_register(context.office)
    shown(page, qtbot)
    assert page.tasks.tasks.row_of(RECOVERY) is not None
    page.do_task(RECOVERY)
    assert context.frame.gone == [("settings", RECOVERY)]
    change_setting(context.office, "recovery_confirmed", "yes")
    page.reload()
    assert page.tasks.tasks.row_of(RECOVERY) is None


def test_answers_lead_to_their_review(page, qtbot, context):
    engagement = a_register(context.office)
    put(context, Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                            state=AssessmentState.ANSWERED, received_on=date(2026, 11, 20)))  # fmt: skip
    shown(page, qtbot)
    page.do_task("REVIEW_ANSWERS/a1")
    assert context.frame.gone == [("answer_review", "a1")]
    row = page.tasks.tasks.row_of("REVIEW_ANSWERS/a1")
    task = page.tasks.tasks.line(row).task
    assert (task.when, task.distance) == ("Fri 20 Nov", "3 days ago")


def test_a_change_opens_its_own_page_from_list_and_lanes(page, qtbot, context):
    change = a_change(context.office)
    shown(page, qtbot)
    page.open_task(f"SEND_NOTICES/{change.id}")
    page.lanes.opened.emit(change.id)
    assert context.frame.gone == [("change", change.id), ("change", change.id)]


def test_missing_holidays_are_filled_at_once(page, qtbot, context):
    change = a_change(context.office)
    edit_values(context.office, Terms, "t1", holidays="HR")
    shown(page, qtbot)
    years = {one.task.label.params["year"] for one in page._view.tasks if one.task.kind == "FILL_HOLIDAYS"}
    assert years == {2026, 2027}
    one = next(one for one in page._view.tasks if one.task.kind == "FILL_HOLIDAYS")
    page.open_task(one.id)
    assert context.frame.gone == [("settings", "dates")]
    page.do_task(one.id)
    with context.office.book.reading() as reader:
        assert [row.year for row in reader.find(HolidayYear, place="HR")] == [2026]
    assert change.number == "2026-01"


def test_only_mine_is_remembered(page, qtbot, context):
    engagement = a_register(context.office)
    edit_values(context.office, Engagement, engagement, owner="Mira Horvat")
    change_setting(context.office, "recovery_confirmed", "yes")
    shown(page, qtbot)
    assert page.left.currentIndex() == 0
    qtbot.mouseClick(page.whose._buttons["mine"], Qt.MouseButton.LeftButton)
    assert page.left.currentIndex() == 1
    assert page.nothing.sentence.text() == "Nothing needs you."
    assert context.store.get("home.whose") == "mine"


def test_with_nothing_near_the_next_day_is_named(page, qtbot, context):
    engagement = a_register(context.office)
    edit_values(context.office, Engagement, engagement, anchor=date(2025, 12, 14), cycles=1)
    change_setting(context.office, "recovery_confirmed", "yes")
    shown(page, qtbot)
    assert page.nothing.sentence.text() == "Nothing needs you until 14 Dec."
    assert date(2026, 11, 23) == TODAY


def test_a_reminder_is_a_draft_for_the_mail_program(page, qtbot, context, monkeypatch):
    engagement = a_register(context.office)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    put(context, Contact(id="p", vendor_id=vendor, email="privacy@norte.example"),
        Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                   state=AssessmentState.SENT, due_on=date(2026, 11, 20)))  # fmt: skip
    opened = []
    monkeypatch.setattr("vendorrisk.ui.review.home_doings.QDesktopServices.openUrl", opened.append)
    shown(page, qtbot)
    page.do_task("CHASE_ANSWERS/a1")
    (url,) = opened
    assert url.scheme() == "mailto"
    assert url.path() == "privacy@norte.example"
    assert "20%20November%202026" in url.toEncoded().data().decode()


def test_a_task_is_snoozed_by_key_and_undone_from_the_menu_of_edits(page, qtbot, context):
    a_register(context.office)
    change_setting(context.office, "recovery_confirmed", "yes")
    context.changes.happened.connect(page.reload)
    shown(page, qtbot)
    task_id = page.tasks.current_id()
    qtbot.keyClick(page.tasks, Qt.Key.Key_S)
    form = page.window().findChild(FormDialog)
    assert form.form.field("until").value() == date(2026, 11, 30), "the next Monday is proposed"
    form.accept()
    assert form.form.problem_text("reason") == "This is needed. Please fill it in."
    form.form.field("reason").load("Waits for procurement")
    form.form.field("until").load(TODAY)
    form.accept()
    assert "must lie in the future" in form.form.problem_text("until")
    form.form.field("until").load(date(2026, 12, 7))
    form.accept()
    assert headings(page) == [("Snoozed", 1)]
    task = page.tasks.tasks.line(page.tasks.tasks.row_of(task_id)).task
    assert (task.when, task.distance, task.verb) == ("Mon 7 Dec", "in 14 days", "Bring back")
    assert context.undo_label() == "snooze a task"
    context.undo()
    assert headings(page) == [("Waiting for us", 1)]


def test_several_selected_tasks_are_reminded_of_together_and_snoozed_as_one_step(
    page, qtbot, context, monkeypatch
):
    asked = []
    monkeypatch.setattr(
        "vendorrisk.ui.review.home_page.draft_reminders", lambda _context, _page, chosen: asked.append(chosen)
    )
    engagement = a_register(context.office)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    change_setting(context.office, "recovery_confirmed", "yes")
    sent = {"questionnaire": "q", "version": "1", "state": AssessmentState.SENT, "due_on": date(2026, 11, 20)}
    put(context, *(Assessment(id=one, engagement_id=engagement, **sent) for one in ("a1", "a2")))
    context.changes.happened.connect(page.reload)
    shown(page, qtbot)
    before = headings(page)
    qtbot.keyClick(page.tasks, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = page.tasks.chosen_ids()
    assert len(chosen) == 2
    texts = [one.text().partition("\t")[0] for one in page.menu_of(chosen[0]).actions() if one.text()]
    assert texts == ["Open", "Quick look", "Draft reminders…", "Snooze 2 tasks…"]
    qtbot.keyClick(page.tasks, Qt.Key.Key_R)
    assert asked == [{vendor}]
    qtbot.keyClick(page.tasks, Qt.Key.Key_S)
    form = page.window().findChild(FormDialog)
    assert form.windowTitle() == "Snooze 2 tasks"
    form.form.field("reason").load("Waits for procurement")
    form.accept()
    assert ("Snoozed", 2) in headings(page)
    context.undo()
    assert headings(page) == before


def test_what_is_snoozed_is_brought_back_by_its_verb(page, qtbot, context):
    a_register(context.office)
    context.changes.happened.connect(page.reload)
    shown(page, qtbot)
    task_id = page.tasks.current_id()
    snooze(context.office, [task_id], date(2026, 12, 7), "Waits")
    page.reload()
    page.do_task(task_id)
    assert headings(page) == [("Waiting for us", 2)]


def test_a_binding_day_that_has_passed_stays_in_sight_and_says_that_it_was_snoozed(page, qtbot, context):
    engagement = a_register(context.office)
    edit_values(context.office, Engagement, engagement, anchor=date(2025, 11, 11), cycles=1)
    shown(page, qtbot)
    task_id = f"REASSESS/{engagement}"
    snooze(context.office, [task_id], date(2026, 12, 7), "Vendor is on holiday")
    page.reload()
    task = page.tasks.tasks.line(page.tasks.tasks.row_of(task_id)).task
    assert (task.what, task.when) == ("Snoozed until 7 Dec: Reassessment due", "12 days late")
    assert headings(page) == [("Overdue", 3), ("Waiting for us", 1)]


def test_what_is_against_the_law_stands_first_and_has_no_day_to_wait_for(page, qtbot, context):
    engagement = a_register(context.office)
    edit_values(context.office, Engagement, engagement, anchor=date(2025, 11, 11), cycles=1)
    shown(page, qtbot)
    first = page.tasks.tasks.line(page.tasks.tasks.row_of(page.tasks.current_id())).task
    assert (first.what, first.when, first.verb) == ("No transfer mechanism for Brazil", "now", "Open vendor")
    page.do_task(first.id)
    ((place, _vendor),) = context.frame.gone
    assert place == "vendor"


def test_space_shows_a_quick_look_that_follows_the_keyboard_and_gives_the_column_back(page, qtbot, context):
    a_register(context.office)
    shown(page, qtbot)
    assert not page.look.isVisible()
    qtbot.keyClick(page.tasks, Qt.Key.Key_Space)
    assert page.look.isVisible()
    assert (page.look.name.text(), page.look.do_button.text()) == ("Norte Cloud S.A.", "Assess")
    engagement = page._view.tasks[0].record_id
    put(context, Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                            state=AssessmentState.SENT, due_on=date(2025, 11, 20)))  # fmt: skip
    page.reload()
    assert page.tasks.current_id().startswith("FIRST_ASSESSMENT"), "the keyboard stays where it was"
    qtbot.keyClick(page.tasks, Qt.Key.Key_Up)
    assert page.look._facts["due"][1].text() == "20 Nov 2025, 1 year late"
    qtbot.keyClick(page.tasks, Qt.Key.Key_End)
    assert page.look.name.text() == "No selection", "the recovery code has no record"
    qtbot.keyClick(page.look, Qt.Key.Key_Escape)
    assert not page.look.isVisible()
    assert page.register.isVisible()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_large_text_never_makes_home_scroll_sideways(page, theme, qtbot, context, size):
    a_change(context.office)
    theme.set_text_size(size)
    page.resize(1182, 640)
    shown(page, qtbot)
    QApplication.processEvents()
    assert page.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_the_menu_of_a_task_holds_what_can_be_done_with_it(page, qtbot, context):
    a_register(context.office)
    shown(page, qtbot)
    asked = []
    page.tasks.menu_asked.disconnect()
    page.tasks.menu_asked.connect(lambda task_id, _at: asked.append(task_id))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    page.tasks.contextMenuEvent(event)
    assert asked == [page.tasks.current_id()]
    texts = [one.text().partition("\t")[0] for one in page.menu_of(asked[0]).actions() if one.text()]
    assert texts == ["Open", "Quick look", "Draft reminder", "Snooze…"]
    texts = [one.text().partition("\t")[0] for one in page.menu_of(RECOVERY).actions() if one.text()]
    assert texts == ["Open", "Quick look"]


def test_the_weeks_are_walked_by_arrows_opened_by_enter_and_shown_as_a_table_by_t(page, qtbot, context):
    change = a_change(context.office)
    shown(page, qtbot)
    page.lanes.setFocus()
    qtbot.keyClick(page.lanes, Qt.Key.Key_End)
    assert page.lanes.current().key == change.id
    qtbot.keyClick(page.lanes, Qt.Key.Key_Return)
    assert context.frame.gone == [("change", change.id)]
    qtbot.keyClick(page.lanes, Qt.Key.Key_T)
    assert page.lanes.table.isVisible()
    qtbot.keyClick(page.lanes.table, Qt.Key.Key_Escape)
    assert not page.lanes.table.isVisible()


def test_of_several_things_on_one_day_the_person_opens_one(page, qtbot, context):
    engagement = a_register(context.office)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    ends = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 12, 14)}
    owed = {"vendor_id": vendor, "kind": "DPA", **ends}
    put(context, *(Document(id=f"d{n}", engagement_id=f"e{n}", **owed) for n in (1, 2)))
    shown(page, qtbot)
    key = "RENEW_DOCUMENT/d1+RENEW_DOCUMENT/d2"
    context.messages.answers += [None, "RENEW_DOCUMENT/d2"]
    page.lanes.opened.emit(key)
    assert context.frame.gone == []
    page.lanes.opened.emit(key)
    assert context.frame.gone == [("vendor", vendor)]
    assert context.messages.asked == ["Open which task?"] * 2


def test_reminders_for_several_vendors_are_written_as_drafts(page, qtbot, context, monkeypatch, tmp_path):
    engagement = a_register(context.office)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    opened = []
    monkeypatch.setattr("vendorrisk.ui.diligence.reminding.QDesktopServices.openUrl", opened.append)
    shown(page, qtbot)
    page.reminders.click()
    assert context.messages.told == [("No questionnaire is out with a vendor.", "There is nobody to remind.")]
    put(context, Contact(id="p", vendor_id=vendor, email="privacy@norte.example"),
        Assessment(id="a1", engagement_id=engagement, questionnaire="q", version="1",
                   state=AssessmentState.SENT, due_on=date(2026, 11, 20)))  # fmt: skip
    monkeypatch.setattr("vendorrisk.ui.widgets.dialogs.Dialog.ask", lambda _dialog: True)
    context.messages.answers.append(tmp_path)
    page.reminders.click()
    assert [one.name for one in tmp_path.iterdir()] == ["Norte Cloud S.A. - reminder.eml"]
    assert [one.toLocalFile() for one in opened] == [str(tmp_path)]


def test_only_the_late_are_ticked_and_whoever_has_no_address_cannot_be(theme, qtbot):
    found = [
        Awaited(vendor_id="late", name="Late & Co", address="a@late.test", due=date(2026, 11, 20)),
        Awaited(vendor_id="near", name="Near", address="a@near.test", due=date(2026, 11, 27)),
        Awaited(vendor_id="mute", name="Mute", address="", due=date(2026, 11, 1)),
    ]
    dialog = RemindersDialog(None, found, TODAY)
    qtbot.addWidget(dialog)
    assert dialog.vendors.value() == ("late",)
    assert dialog.vendors.box("late").text() == "Late && Co, 3 days late, a@late.test"
    assert dialog.vendors.box("near").text() == "Near, due 27 Nov, a@near.test"
    assert not dialog.vendors.box("mute").isEnabled()
    dialog.vendors.box("late").click()
    assert not dialog.verb.isEnabled()
    chosen = RemindersDialog(None, found, TODAY, {"near", "mute", "elsewhere"})
    qtbot.addWidget(chosen)
    assert chosen.vendors.value() == ("near",)


def test_the_register_says_of_how_many_no_location_is_known(page, qtbot, context):
    a_register(context.office)
    with context.office.book.act(editing.EDIT[Location]) as desk:
        desk.remove(*desk.find(Location))
    shown(page, qtbot)
    assert page.register.outside.text() == "0 outside the EEA, 1 not known"


def test_every_number_of_the_register_equals_the_list_behind_it(page, qtbot, context, lists):
    a_register(context.office)
    shown(page, qtbot)
    with context.office.book.reading() as reader:
        vendor = reader.find(Engagement)[0].vendor_id
    assert (page.register.active.text(), page.register.active_link.text()) == ("1", "vendor in use")
    assert page.register.outside.text() == "1 outside the EEA"
    assert page.register.high.text() == "0 high risk"
    page.register.active_link.click()
    assert [one.name for one in rows(lists[-1])] == ["Norte Cloud S.A."]
    page.register.opened.emit("agreement")
    assert [(one.name, one.counted) for one in rows(lists[-1])] == [("Norte Cloud S.A.", False)]
    page.register.high.click()
    assert rows(lists[-1]) == []
    page.register.outside.click()
    assert lists[-1].windowTitle() == "Outside the EEA: 1"
    assert context.frame.gone == [("vendor", vendor)] * 3


def rows(dialog):
    return [dialog.list.model.row_at(place) for place in range(dialog.list.model.rowCount())]


def headings(page):
    found = (page.tasks.tasks.line(row) for row in range(page.tasks.tasks.rowCount()))
    return [(one.title, one.count) for one in found if isinstance(one, Heading)]
