"""Home leads to the page that settles a task, and says when nothing needs anybody."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.support.changing import a_change, a_context, a_register
from tests.support.offices import TODAY
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.notice.records import HolidayYear, Terms
from vendorrisk.domain.register.records import Contact, Engagement
from vendorrisk.ui.review.home_page import HomePage
from vendorrisk.ui.review.home_words import RECOVERY
from vendorrisk.ui.widgets.buttons import Button
from vendorrisk.usecases.editing import ADD, edit_values
from vendorrisk.usecases.settings import change_setting


@pytest.fixture
def context():
    return a_context()


@pytest.fixture
def page(qtbot, theme, context):
    page = HomePage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    return page


def shown(page, qtbot):
    page.reload()
    page.show()
    qtbot.waitExposed(page)
    return page


def put(context, *records):
    with context.office.book.act(ADD[Contact]) as desk:
        desk.put(*records)


def test_a_new_workspace_begins_with_its_first_steps(page, qtbot, context):
    shown(page, qtbot)
    assert page.left.currentWidget() is page.start
    verbs = {one.text(): one for one in page.start.findChildren(Button)}
    assert verbs["Go to Vendors"].kind == "primary"
    verbs["Go to Customers"].click()
    assert context.frame.gone == [("customers", None)]


def test_enter_opens_the_vendor_of_a_task(page, qtbot, context):
    engagement = a_register(context.office)
    shown(page, qtbot)
    with context.office.book.reading() as reader:
        vendor = reader.get(Engagement, engagement).vendor_id
    qtbot.keyClick(page.tasks, Qt.Key.Key_Return)
    assert context.frame.gone == [("vendor", vendor)]


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
    monkeypatch.setattr("vendorrisk.ui.review.home_page.QDesktopServices.openUrl", opened.append)
    shown(page, qtbot)
    page.do_task("CHASE_ANSWERS/a1")
    (url,) = opened
    assert url.scheme() == "mailto"
    assert url.path() == "privacy@norte.example"
    assert "20%20November%202026" in url.toEncoded().data().decode()


def test_the_register_stands_in_figures(page, qtbot, context):
    a_register(context.office)
    shown(page, qtbot)
    assert page.register.active.text() == "1 active vendor"
    assert page.register.outside.text() == "1 outside the EEA"
    assert page.register.high.text() == "0 high risk"
    page.register.opened.emit("agreement")
    assert context.frame.gone == [("documents", None)]
