"""Where a change stands stays visible wherever one looks, and what there is to do comes first."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from tests.support.changing import SENT, a_change
from tests.support.sendable import ready_to_tell
from vendorrisk.ui.notice import change_page
from vendorrisk.ui.widgets.stepper import StepState
from vendorrisk.usecases.notice import letters, notices, objections


def sent_change(page, context, folder):
    change = a_change(context.office)
    ready_to_tell(context.office, change.id)
    letters.write_letters(context.office, change.id, folder, ["eml"])
    notices.mark_sent(context.office, change.id, SENT, proof="server log")
    page.show_item(change.id)
    return change


def objected(page, context, change):
    context.office.clock.at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    objections.object_to(
        context.office, change.id, "c1", context.office.clock.now(), text="No.", ground="Place"
    )
    page.reload()


def shown_order(page):
    column = page.board.layout()
    assert isinstance(column, QBoxLayout)
    widgets = [column.itemAt(at).widget() for at in range(column.count())]
    return [one for one in widgets if one is not None and not one.isHidden()]


def test_looking_back_keeps_the_mark_of_the_step_a_change_has_reached(page, context, tmp_path):
    sent_change(page, context, tmp_path)
    page.open_step(change_page.WHAT)
    reached = page.steps.step(change_page.WINDOW)
    assert (reached.state, reached.shown) == (StepState.CURRENT, False)
    looked_at = page.steps.step(change_page.WHAT)
    assert (looked_at.state, looked_at.shown) == (StepState.DONE, True)


def test_whoever_has_no_date_stands_above_the_windows_with_the_next_thing_to_do(
    page, hands, context, tmp_path
):
    change = sent_change(page, context, tmp_path)
    page.open_step(change_page.DATES)
    assert shown_order(page)[:2] == [page.holder, page.windows]
    assert page.holder.settle.text() == "Record answer of Dogwood…"
    objected(page, context, change)
    assert page.holder.settle.text() == "Record outcome for Alder…"
    with hands.filling("Objection of Alder", "Cancel"):
        hands.clicks("Record outcome for Alder…")


def test_whoever_only_holds_the_date_stands_below_the_windows(page, context):
    change = a_change(context.office)
    notices.exclude(context.office, change.id, "c4", "stays on the old set-up")
    page.show_item(change.id)
    page.open_step(change_page.LETTERS)
    assert shown_order(page)[:2] == [page.windows, page.holder]
    assert page.holder.settle.isHidden()


def test_waiting_customers_come_first_and_columns_without_a_value_stay_away(page, hands, context, tmp_path):
    change = sent_change(page, context, tmp_path)
    objected(page, context, change)
    page.open_step(change_page.WINDOW)
    rows = hands.rows("Answers of customers")
    assert [row["Waits for"] for row in rows] == ["Objection", "Approval", "", ""]
    shown = [column.key for column in page.window_pane.list.table.arrangement.shown_columns()]
    assert not {"proof", "ack", "approved", "emergency", "why"} & set(shown)
    assert "proof: server log" in page.window_pane.answers_title.text()
    assert page.window_pane.settle.kind == "primary"
    assert page.window_pane.objections.maximumHeight() < page.window_pane.list.maximumHeight()


def test_no_button_is_silent_where_no_row_is_chosen(page, hands, context, tmp_path):
    change = sent_change(page, context, tmp_path)
    objected(page, context, change)
    page.open_step(change_page.WINDOW)
    pane = page.window_pane
    of_one = [pane.record_answer, pane.exclude, pane.beforehand]
    assert {(one.isEnabled(), one.accessibleDescription()) for one in of_one} == {
        (False, "Choose a customer in the table first.")
    }
    with hands.filling("Objection of Alder", "Record outcome", {"Outcome": "Withdrawn"}):
        hands.clicks("Record outcome…")
    hands.goes_to_row("Answers of customers", "Alder")
    assert all(one.isEnabled() for one in of_one)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("03/04/2027", "can be 3 April or 4 March"),
        ("2027-02-30", "There is no 2027-02-30"),
        ("2026-11-20", "This day has passed."),
    ],
)
def test_a_day_of_sending_that_cannot_be_is_refused_beside_it_and_moves_no_date(
    page, context, qtbot, typed, why
):
    page.show_item(a_change(context.office).id)
    page.open_step(change_page.DATES)
    dates, field = page.dates, page.dates.day.line
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert why in dates.wrong.text()
    assert not dates.wrong.isHidden()
    assert page.view.sent_on == context.office.clock.today()
    field.selectAll()
    qtbot.keyClicks(field, "2026-12-01")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (dates.wrong.isHidden(), page.view.sent_on) == (True, date(2026, 12, 1))


def test_at_large_text_the_sum_behind_a_date_can_be_scrolled_to(page, context, tmp_path):
    sent_change(page, context, tmp_path)
    page.open_step(change_page.DATES)
    right = page.right.currentWidget()
    assert right.widget() is page.dates
    page.resize(1100, 380)
    page.show()
    right.ensureWidgetVisible(page.dates.sum)
    assert right.verticalScrollBar().value() == right.verticalScrollBar().maximum() > 0
