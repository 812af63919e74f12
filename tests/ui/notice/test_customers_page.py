"""Customers are listed, found, read and exported; the panel reads their terms out."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.changing import SENT, a_context
from tests.support.customer_page import (
    a_customers_context,
    a_page,
    cell,
    names,
    open_dialog,
    pick,
    said,
    verbs,
)
from tests.support.edited import edit_values
from tests.support.offices import put, stored
from tests.ui.looking import bare, cut, unnamed
from vendorrisk.domain.notice.records import ChangeKind, Customer, Notice, Objection
from vendorrisk.domain.register.records import Engagement
from vendorrisk.ui.notice.customer_sub_processors import SubProcessorsDialog
from vendorrisk.ui.notice.customer_words import language_name
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice.changes import new_change
from vendorrisk.usecases.notice.customer_listings import CustomerOrder
from vendorrisk.usecases.notice.customer_records import edit_customer, end_customers

HOSTILE = "<b>Øre</b> & Søn =cmd() " + "a long name " * 12 + "A/S"
KEY = Qt.Key


@pytest.fixture
def context():
    return a_customers_context()


@pytest.fixture
def page(qtbot, theme, context):
    return a_page(qtbot, context)


# The table.


def test_each_column_says_what_the_terms_mean(page, context):
    assert names(page) == ["Alder", "Birch", "Cedar", "Dogwood"]
    texts = [cell(page, 3, key) for key in ("services", "centre", "authorisation", "notice", "objection")]
    assert texts == ["SMS", "EU", "Specific", "Written approval", "By approval"]
    assert [cell(page, 0, key) for key in ("notice", "objection", "language", "contact", "status")] == [
        "14 days from sending", "Ends with the notice", "English", "dpo@alder.example", "Active",
    ]  # fmt: skip


def test_what_is_missing_is_marked_and_counted(page, context):
    edit_customer(context.office, "c1", {"email": ""})
    put(context, Customer(id="c5", name="Elm", address="Main street 1"))
    page.reload()
    assert [cell(page, row, "contact") for row in (0, 4)] == ["No contact", "By post"]
    assert cell(page, 4, "status") == "No terms"
    assert page.rows.counts().without_contact == 1


def test_views_filters_and_sorting_narrow_the_list(page, context):
    page.pane.use_view("Written approval")
    assert names(page) == ["Dogwood"]
    page.pane.use_view("Former")
    assert names(page) == ["Yew"]
    page.pane.use_view("All active")
    page.pane.filter_bar.text_changed.emit("ced")
    assert names(page) == ["Cedar"]
    page.pane.clear_filter()
    page.pane.table.order_asked.emit((Sort(CustomerOrder.NOTICE, descending=True),))
    assert names(page) == ["Dogwood", "Cedar", "Birch", "Alder"]


def test_filter_menus_offer_what_there_is(page, context):
    offered = {field.key: [one.title for one in field.choices()] for field in page.pane._fields}
    assert offered["service"] == ["SMS"]
    assert offered["centre"] == ["Europe (EU)"]
    assert offered["language"] == ["English"]
    assert "No contact" in offered["state"]


def test_the_view_in_use_is_remembered(page, qtbot, context):
    page.pane.use_view("Former")
    page.toggle_panel()
    again = a_page(qtbot, context)
    assert again.pane.views.in_use.name == "Former"
    assert names(again) == ["Yew"]
    assert again.hints[0] == "Space: hide panel"


def test_rows_are_copied_as_a_spreadsheet_takes_them(page, qtbot):
    page.pane.table.setFocus()
    page.pane.table.selectAll()
    qtbot.keyClick(page.pane.table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert "Alder" in lines[0]
    assert "14 days from sending" in lines[0]


def test_an_export_writes_the_rows_in_sight_and_no_formula(page, context, tmp_path):
    put(context, Customer(id="c6", name="=1+1", email="x@y.example", services=()))
    page.reload()
    context.messages.answers.append(tmp_path / "out.csv")
    page.export_view()
    rows = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 6
    assert not any(text.startswith("=") for row in rows for text in row)


def test_an_empty_register_offers_to_import(qtbot, theme):
    page = a_page(qtbot, a_context())
    assert page.empty.isVisible()
    assert [page._first.text(), page._first.kind] == ["Import customers…", "primary"]
    assert page.new_button.kind == "secondary"


# The panel.


def test_the_panel_reads_the_terms_out(page, context):
    page.show_item("c1")
    words = said(page.panel)
    assert "Notice is given 14 days ahead, counted from the day it is sent." in words
    assert page.panel.name.text() == "Alder"
    assert context.office.say(page.panel.sheet.meaning.sentence).startswith("If a letter goes out today,")


def test_the_sum_behind_the_sentence_unfolds(page, qtbot):
    page.show_item("c1")
    assert "calendar days of notice" not in said(page.panel)
    next(one for one in verbs(page.panel) if one.text() == "Show the calculation").click()
    assert "23 November 2026 + 14 calendar days of notice = 7 December 2026." in said(page.panel)


def test_changes_and_objections_stand_in_the_panel_and_lead_to_the_change(page, context):
    engagement = stored(context, Engagement)[0]
    change = new_change(context.office, ChangeKind.ADD, engagement.id, date(2027, 2, 2))
    put(
        context,
        Notice(id="n1", change_id=change.id, customer_id="c1", sent_at=SENT, proof="log", channel="EMAIL"),
        Objection(id="o1", change_id=change.id, customer_id="c1", received_at=SENT),
    )
    page.show_item("c1")
    assert "notified 23 Nov 2026, objection: received, may object until 7 Dec 2026" in said(page.panel)
    next(one for one in verbs(page.panel) if one.text() == "Open").click()
    assert context.frame.gone == [("change", change.id)]


def test_exceptions_to_the_region_lock_lead_to_the_vendor(page, context):
    engagement = stored(context, Engagement)[0]
    edit_values(context.office, Engagement, engagement.id, reaches_locked=True, locked_exception="Night")
    edit_customer(context.office, "c1", {"region_lock": "yes"})
    page.show_item("c1")
    assert "Norte Cloud S.A.\nNight" in said(page.panel)
    editing.edit(context.office, Engagement, engagement.id, {"reaches_locked": ""})
    page.show_item("c1")
    assert "It is not recorded whether it can access the locked environment." in said(page.panel)
    page.panel.vendor_opened.emit(engagement.vendor_id)
    assert context.frame.gone == [("vendor", engagement.vendor_id)]


def test_who_touches_its_data_is_copied_with_headings(page, context):
    page.show_item("c1")
    next(one for one in verbs(page.panel) if one.text() == "Sub-processors…").click()
    dialog = open_dialog(SubProcessorsDialog)
    dialog.copy_button.click()
    head, row = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["Sub-processor", "Purpose", "Service"]
    assert row.split("\t") == ["Norte Cloud S.A.", "Hosting of message logs", "SMS", "Brazil", "", "In use"]
    dialog.accept()


def test_a_customer_outside_the_view_is_gone_to_all_the_same(page, context):
    page.pane.use_view("Written approval")
    page.show_item("c9")
    assert page.pane.table.current_id() == "c9"
    assert page.panel.sheet.customer.name == "Yew"
    page.show_item("nobody")
    assert page.pane.table.current_id() == "c9"


def test_a_row_that_went_away_leaves_no_panel_behind(page, context):
    page.show_item("c1")
    editing.remove(context.office, Customer, "c1")
    page.pane.table.clearSelection()
    page.model.reread()
    page._fill_panel()
    assert page.panel.sheet is None or page.panel.sheet.customer.id != "c1"


# In the window.


def test_hostile_names_are_shown_as_they_are_and_nothing_is_cut(qtbot, theme, context):
    put(context, Customer(id="c7", name=HOSTILE, account_id="<i>", salutation="&lt;", data_centre="<u>"))
    window = Window(context, SPOTS)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    for zoom in (100, 150):
        theme.set_text_size(zoom)
        window.go("customers", "c7")
        QApplication.processEvents()
        assert window.detail_is_shown()
        assert window.page("customers").panel.name.text() == HOSTILE
        assert cut(window) == []
        assert [unnamed(window), bare(window)] == [[], []]


def test_the_palette_and_the_menus_lead_to_customers(qtbot, theme, context):
    window = Window(context, SPOTS)
    qtbot.addWidget(window)
    window.show()
    window.go("home")
    offered = {one.key: one.menu for one in window.commands}
    assert (offered["customer.import"], offered["customer.new"]) == ("&File", "&Notice")
    context.go("customers", "c2")
    assert window.where().page == "customers"
    assert window.page("customers").pane.table.current_id() == "c2"
    window.commands.run("view.panel")
    assert not window.detail_is_shown()
    window.commands.run("customer.end")
    assert [one.name for one in stored(context, Customer, active=False)] == ["Birch", "Yew"]


def test_export_and_panel_are_for_whatever_page_can_do_them(qtbot, theme, context, tmp_path):
    window = Window(context, SPOTS)
    qtbot.addWidget(window)
    window.show()
    window.go("reports")
    window.commands.run("view.panel")
    assert not window.detail_is_shown()
    window.go("customers")
    context.messages.answers.append(tmp_path / "customers.csv")
    window.commands.run("view.export")
    assert len((tmp_path / "customers.csv").read_text("utf-8-sig").splitlines()) == 5
    window.commands.run("view.panel")
    assert window.detail_is_shown()
    context.messages.answers.append(tmp_path / "template.csv")
    window.commands.run("customer.template")
    assert (tmp_path / "template.csv").exists()


def test_four_hundred_customers_are_read_a_page_at_a_time(page, context, qtbot):
    put(
        context, *(Customer(id=f"g{n:04}", name=f"Generated {n:04}", email="x@y.example") for n in range(408))
    )
    page.reload()
    assert page.model.rowCount() == 412
    pick(page, "Generated 0407")
    assert page.pane.table.current_id() == "g0407"
    end_customers(context.office, ["g0407"])
    page.reload()
    assert page.rows.counts().active == 411


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "English"), ("pt-BR", "Portuguese (BR)"), ("xx", "xx"), ("", "")]
)
def test_languages_are_called_by_name(tag, name):
    assert language_name(tag) == name


def test_customers_go_out_in_a_file_that_can_be_imported(page, context, tmp_path):
    target = tmp_path / "customers.csv"
    context.messages.answers += [None, target]
    page.doings.export_file()
    assert not target.exists()
    page.doings.export_file()
    with target.open(encoding="utf-8-sig", newline="") as file:
        written = {row["name"]: row["notice_days"] for row in csv.DictReader(file)}
    assert written == {"Alder": "14", "Birch": "30", "Cedar": "60", "Dogwood": "30", "Yew": ""}
