"""Customers are added, edited, amended and ended by forms and keys; the register has it then."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.support.customer_page import (
    a_customers_context,
    a_page,
    fill,
    open_dialog,
    pick,
    said,
    verbs,
)
from tests.support.offices import stored
from vendorrisk.domain.notice.records import ChangeKind, Customer, DataCentre, Terms
from vendorrisk.domain.register.records import Contact, Engagement, Service
from vendorrisk.ui.notice.customer_terms_form import RARE
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.usecases.notice.changes import STANDARD, new_change
from vendorrisk.usecases.notice.customer_records import edit_customer
from vendorrisk.usecases.notice.customer_terms import amend_terms

KEY = Qt.Key


@pytest.fixture
def context():
    return a_customers_context()


@pytest.fixture
def page(qtbot, theme, context):
    return a_page(qtbot, context)


def test_a_customer_is_edited_by_keyboard_and_undone(page, qtbot, context):
    pick(page, "Birch")
    page.pane.table.setFocus()
    qtbot.keyClick(page.pane.table, KEY.Key_Return)
    dialog = open_dialog(FormDialog)
    fill(dialog, email="nobody")
    dialog.accept()
    assert dialog.form.problem_text("email").startswith("nobody is not")
    fill(dialog, email="dpo@new.example", new_services="Fax", new_centre="US", region_lock=True)
    dialog.accept()
    birch = stored(context, Customer, name="Birch")[0]
    assert (birch.email, birch.data_centre, birch.region_lock) == ("dpo@new.example", "US", True)
    assert {one.code for one in stored(context, Service) if one.id in birch.services} == {"SMS", "Fax"}
    context.undo()
    assert stored(context, Customer, name="Birch")[0].email == "dpo@birch.example"
    assert [one.code for one in stored(context, DataCentre)] == ["EU"]


def test_a_customer_that_gets_the_name_of_another_is_pointed_to_it_and_may_have_it(page, context):
    page.show_item("c2")
    page.edit()
    dialog = open_dialog(FormDialog)
    fill(dialog, name="Alder")
    dialog.form.field("name").commit()
    assert "same or a like name: Alder." in dialog.form.problem_text("name")
    dialog.accept()
    assert len(stored(context, Customer, name="Alder")) == 2


def test_a_missing_fact_is_entered_from_where_it_is_missed(page, context):
    edit_customer(context.office, "c1", {"email": ""})
    page.show_item("c1")
    next(one for one in verbs(page.panel) if one.text() == "Enter…").click()
    dialog = open_dialog(FormDialog)
    assert dialog.form.field("email").control is dialog.focusWidget()
    dialog.reject()


def test_a_new_customer_is_pointed_to_its_namesake_and_then_to_its_terms(page, context):
    page.new_customer()
    dialog = open_dialog(FormDialog)
    fill(dialog, name="Alder")
    dialog.form.field("name").commit()
    assert "same or a like name: Alder." in dialog.form.problem_text("name")
    fill(dialog, name="Elm", email="dpo@elm.example")
    dialog.accept()
    (made,) = stored(context, Customer, name="Elm")
    assert page.pane.table.current_id() == made.id
    terms = open_dialog(FormDialog)
    fill(terms, notice_days="21")
    terms.accept()
    (version,) = stored(context, Terms, customer_id=made.id)
    assert (version.notice_days, version.valid_from) == (21, None)


def test_what_was_typed_is_kept_as_a_draft(page, context):
    page.new_customer()
    dialog = open_dialog(FormDialog)
    fill(dialog, name="Half a cust")
    dialog.reject()
    page.new_customer()
    again = open_dialog(FormDialog)
    assert again.form.field("name").value() == "Half a cust"
    again.accept()
    assert stored(context, Customer, name="Half a cust")
    open_dialog(FormDialog).reject()


def test_terms_are_amended_from_a_day_and_worked_out_while_typing(page, context):
    pick(page, "Alder")
    page.amend()
    dialog = open_dialog(FormDialog)
    dialog.form.field("notice_days").show_value("60")
    dialog.form.field("notice_days").commit()
    assert "use may begin on 23 January 2027" in dialog.meaning.text()
    fill(dialog, valid_from=date(2027, 1, 1))
    dialog.accept()
    versions = {
        one.notice_days: (one.valid_from, one.valid_to) for one in stored(context, Terms, customer_id="c1")
    }
    assert versions == {14: (None, date(2026, 12, 31)), 60: (date(2027, 1, 1), None)}


def test_rare_terms_are_in_sight_where_some_are_recorded(page, context):
    amend_terms(context.office, ["c1"], {"notice_days": "14", "dora": "yes", "valid_from": "2026-06-01"})
    pick(page, "Alder")
    page.amend()
    dialog = open_dialog(FormDialog)
    assert all(map(dialog.form.is_row_shown, RARE))
    assert dialog.more.isHidden()


def test_rows_that_do_not_apply_give_way(page, context):
    pick(page, "Alder")
    page.amend()
    dialog = open_dialog(FormDialog)
    shown = dialog.form.is_row_shown
    conditional = ("deemed_days", "deemed_unit", "request_lead_days", "critical_function")
    assert [shown(key) for key in ("notice_days", *conditional)] == [True, *[False] * 4]
    for key, value in (("clock_starts", "DEEMED_RECEIVED"), ("dora", True)):
        dialog.form.field(key).show_value(value)
        dialog.form.field(key).edited.emit()
    assert shown("deemed_days")
    assert shown("deemed_unit")
    assert not any(map(shown, RARE))
    dialog.more.click()
    assert dialog.more.isHidden()
    assert all(map(shown, RARE))
    assert shown("critical_function")
    dialog.form.field("deemed_days").show_value("3")
    dialog.form.field("authorisation").show_value("SPECIFIC")
    dialog.form.field("authorisation").edited.emit()
    dialog.form.field("clock_starts").show_value("SENT")
    dialog.form.field("clock_starts").edited.emit()
    assert [shown(key) for key in ("notice_days", "objection_days", "request_lead_days")] == [
        False,
        False,
        True,
    ]
    assert (dialog.typed()["deemed_days"], dialog.typed()["deemed_unit"]) == ("0", "")
    dialog.reject()


def test_wrong_terms_are_told_under_their_fields(page, context):
    pick(page, "Alder")
    page.amend()
    dialog = open_dialog(FormDialog)
    fill(dialog, notice_days="soon", holidays="Croatia", valid_from=None)
    dialog.accept()
    wrong = [key for key in ("notice_days", "holidays") if dialog.form.problem_text(key)]
    assert wrong == ["notice_days", "holidays"]
    fill(dialog, notice_days="20", holidays="")
    dialog.accept()
    assert dialog.form.problem_text("valid_from").startswith("New terms need a first day.")
    assert len(stored(context, Terms, customer_id="c1")) == 1
    dialog.reject()


def test_the_first_wrong_field_is_brought_into_sight(page, qtbot):
    pick(page, "Alder")
    page.amend()
    dialog = open_dialog(FormDialog)
    dialog.resize(dialog.width(), 400)
    fill(dialog, holidays="Croatia")
    dialog.accept()
    field = dialog.form.field("holidays")
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert field.control is dialog.focusWidget()
    dialog.reject()


def test_several_customers_get_the_same_terms_as_one_step(page, context):
    page.pane.table.selectAll()
    page.amend()
    dialog = open_dialog(FormDialog)
    assert dialog.windowTitle() == "Terms of 4 customers"
    fill(dialog, valid_from=date(2027, 1, 1))
    dialog.accept()
    assert len(stored(context, Terms, valid_from=date(2027, 1, 1))) == 4
    context.undo()
    assert stored(context, Terms, valid_from=date(2027, 1, 1)) == []


def test_a_correction_tells_which_dates_moved(page, context):
    engagement = stored(context, Engagement)[0]
    change = new_change(context.office, ChangeKind.ADD, engagement.id, date(2027, 2, 2))
    page.show_item("c1")
    page.panel.correct_asked.emit("t1")
    dialog = open_dialog(FormDialog)
    fill(dialog, notice_days="45")
    dialog.accept()
    assert context.messages.told[-1][0] == "1 date has moved"
    assert f"{change.number}, Alder: 8 Dec 2026 → 8 Jan 2027" in context.messages.told[-1][1]


def test_a_coming_version_stands_in_the_panel(page, context):
    amend_terms(context.office, ["c1"], {"notice_days": "60", "valid_from": "2027-01-01"})
    page.show_item("c1")
    assert "From 1 Jan 2027: 60 days from sending\nUntil 31 Dec 2026: 14 days from sending" in "\n".join(
        line for line in said(page.panel).splitlines() if line != "Correct…"
    )


def test_standard_terms_have_the_same_form(page, context):
    page.doings.amend_standard()
    dialog = open_dialog(FormDialog)
    fill(dialog, notice_days="28")
    dialog.accept()
    assert [one.notice_days for one in stored(context, Terms, customer_id=STANDARD)] == [28]


def test_further_contacts_are_added_and_edited(page, context):
    page.show_item("c1")
    page.panel.contact_asked.emit("")
    dialog = open_dialog(FormDialog)
    fill(dialog, name="Ines Keller", email="ines@alder.example")
    dialog.accept()
    (contact,) = stored(context, Contact, customer_id="c1")
    assert "Ines Keller, ines@alder.example" in said(page.panel)
    page.panel.contact_asked.emit(contact.id)
    dialog = open_dialog(FormDialog)
    fill(dialog, phone="+49 30 1")
    dialog.accept()
    assert stored(context, Contact)[0].phone == "+49 30 1"


def test_del_ends_customers_and_undo_takes_them_back(page, qtbot, context):
    pick(page, "Cedar")
    page.pane.table.setFocus()
    qtbot.keyClick(page.pane.table, KEY.Key_Delete)
    assert [one.name for one in stored(context, Customer, active=False)] == ["Cedar", "Yew"]
    assert context.undo_label() == "end a customer"
    context.undo()
    assert [one.name for one in stored(context, Customer, active=False)] == ["Yew"]
    page.pane.use_view("Former")
    page.pane.table.selectAll()
    page.take_back()
    assert stored(context, Customer, active=False) == []


def test_a_version_entered_by_mistake_is_removed(page, qtbot, context):
    amend_terms(context.office, ["c1"], {"notice_days": "60", "valid_from": "2027-01-01"})
    page.show_item("c1")
    coming = page.panel.sheet.versions[0]
    page.panel.correct_asked.emit(coming.id)
    dialog = open_dialog(FormDialog)
    button = next(one for one in verbs(dialog) if one.text() == "Remove this version")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [(one.notice_days, one.valid_to) for one in stored(context, Terms, customer_id="c1")] == [
        (14, None)
    ]
    page.panel.correct_asked.emit("t1")
    only = open_dialog(FormDialog)
    assert [one for one in verbs(only) if one.text() == "Remove this version"] == []
    only.reject()


def test_nothing_is_amended_where_nobody_is_left(page, context):
    remarks = []
    context.changes.told.connect(remarks.append)
    page.doings.amend(["gone"])
    page.doings.edit(None)
    assert remarks == ["Select customers first.", "Select a customer first."]
