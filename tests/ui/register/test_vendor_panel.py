"""Beside the table and out of it: the panel, opening, copying, exporting, files dropped on a vendor."""

from __future__ import annotations

import csv
import hashlib
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.edited import edit_values
from tests.support.offices import put, stored
from tests.support.vendors_page import (
    a_vendor,
    choose,
    dialog_of,
    drop,
    no_dialog,
    papers,
    press,
    said,
)
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import Engagement
from vendorrisk.ui.diligence.document_dialog import DocumentForm
from vendorrisk.usecases.register.vendors import archive_vendors

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FORMULA = '=HYPERLINK("http://x")'
TEXT = "Certificate ISO/IEC 27001:2022, issue date 14 May 2024, valid until 13 May 2027"


@pytest.fixture
def table(page):
    """The table with the keyboard on the third vendor."""
    page.pane.table.setFocus()
    page.pane.table.go_to("v0003")
    return page.pane.table


def filled(qtbot, page, name):
    qtbot.waitUntil(lambda: page.panel.name.text() == name)


# The panel.


def test_space_and_f9_show_and_hide_the_panel_and_it_follows_the_keyboard(page, window, table, qtbot):
    assert not window.detail_is_shown()
    press(qtbot, table, KEY.Key_Space)
    assert window.detail_is_shown()
    filled(qtbot, page, "Carrier Norte S.A.")
    assert page.hints[0] == "Space: hide panel"
    press(qtbot, table, KEY.Key_Down)
    filled(qtbot, page, "Delta Mail")
    press(qtbot, window, KEY.Key_F9)
    assert not window.detail_is_shown()


def test_an_open_panel_is_there_again_after_another_place_and_a_restart(
    page, window, table, open_window, context, qtbot
):
    press(qtbot, table, KEY.Key_Space)
    window.go("customers")
    assert not page.panel.isVisible()
    window.go("vendors")
    assert page.panel.isVisible()
    assert open_window(context).detail_is_shown()


def test_the_panel_names_facts_and_what_needs_attention_and_opens_the_vendor(page, window, table, qtbot):
    press(qtbot, table, KEY.Key_Space)
    filled(qtbot, page, "Carrier Norte S.A.")
    words = said(page.panel)
    for one in ("Hosting, Brazil", "Needs attention", "Owner", "Ana Novak", "Storage", "Brazil", "0 of 0"):
        assert one in words
    qtbot.mouseClick(page.panel.open_button, Qt.MouseButton.LeftButton)
    visit = window.where()
    assert (visit.page, visit.item.vendor_id) == ("vendor", "v0003")
    assert visit.item.neighbours == ("v0001", "v0002", "v0003", "v0004", "v0005")


def test_a_vendor_that_left_the_list_leaves_no_panel_behind(page, table, context, qtbot):
    press(qtbot, table, KEY.Key_Space)
    filled(qtbot, page, "Carrier Norte S.A.")
    edit_values(context.office, Engagement, "e0003", stage="DRAFT")
    archive_vendors(context.office, ["v0003"])
    page.pane.reread()
    page._fill_panel()
    assert page.panel.name.text() != "Carrier Norte S.A."


def test_enter_opens_the_vendor_and_its_neighbours_are_those_of_the_view(page, window, table, qtbot):
    choose(page.pane.filter_bar.add.menu(), "Location", "Germany")
    table.go_to("v0004")
    press(qtbot, table, KEY.Key_Return)
    visit = window.where().item
    assert (visit.vendor_id, visit.neighbours, visit.list_name) == (
        "v0004", ("v0001", "v0004"), "Germany",
    )  # fmt: skip


# Out of the table.


def test_copied_rows_are_what_a_spreadsheet_reads(page, context, table, qtbot):
    """Check 16: rows as TSV, with titles by Shift; dates as ISO, formulas as text, a table for mails."""
    put(context, *a_vendor(6, FORMULA, owner="+49 1"))
    edit_values(context.office, Engagement, "e0001", anchor=date(2027, 2, 2), cycles=1)
    page.pane.table.arrangement.show("next_due", visible=True)
    context.changes.happened.emit()
    table.select_ids(["v0001", "v0006"])
    press(qtbot, table, KEY.Key_C, CTRL)
    board = QApplication.clipboard()
    lines = [line.split("\t") for line in board.text().splitlines()]
    assert len(lines) == 2
    copied = {line[0] for line in lines}
    assert "Amberline SMS" in copied
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", '"='))]
    due = page.model.row_at(page.model.place_of("v0001")).row.next_due
    assert any(due.isoformat() in line for line in lines)
    assert "<table" in board.mimeData().html()
    press(qtbot, table, KEY.Key_C, CTRL, SHIFT)
    titles = board.text().splitlines()[0].split("\t")
    assert titles[:3] == ["Vendor", "Service", "Location"]
    assert len(titles) == len(lines[0])


def rows_of(file):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def test_an_export_has_exactly_the_rows_and_columns_in_sight(page, context, window, tmp_path, qtbot):
    """Check 22."""
    put(context, *a_vendor(6, FORMULA, place="DE"))
    context.changes.happened.emit()
    choose(page.pane.filter_bar.add.menu(), "Location", "Germany")
    choose(page.pane.filter_bar.columns.menu(), "Owner")
    choose(page.pane.filter_bar.columns.menu(), "Legal entity")
    context.messages.answers = [tmp_path / "out.csv"]
    press(qtbot, window, KEY.Key_E, CTRL)
    written = rows_of(tmp_path / "out.csv")
    shown = [one.title for one in page.pane.table.arrangement.shown_columns() if one.kind != "check"]
    assert written[0] == shown
    assert "Legal entity" in shown
    assert "Owner" not in shown
    assert {row[0] for row in written[1:]} == {"Amberline SMS", "Delta Mail", "'" + FORMULA}


def test_only_the_selected_rows_are_exported_and_leaving_the_picker_writes_nothing(
    page, context, table, tmp_path
):
    table.select_ids(["v0002", "v0005"])
    context.messages.answers = [None]
    page.export_action.trigger()
    assert list(tmp_path.iterdir()) == []
    context.messages.answers = [tmp_path / "two.csv"]
    page.export_action.trigger()
    assert [row[0] for row in rows_of(tmp_path / "two.csv")[1:]] == ["Bluefen Analytics", "Eastline Voice"]


# Files dropped.


@pytest.fixture
def pdf(tmp_path, context):
    file = tmp_path / "iso 27001.pdf"
    file.write_bytes(b"%PDF-1.7 a certificate")
    context.office.foreign.texts[file.name] = TEXT
    return file


def test_a_pdf_dropped_on_a_row_becomes_a_document_of_that_vendor_only_by_its_verb(page, context, pdf, qtbot):
    """Check 10: days are offered, nothing stored before Add, the hash kept, undo takes it back."""
    assert drop(page, 2, pdf) == "Add document to Carrier Norte S.A."
    form = dialog_of(DocumentForm)
    assert form.form.field("vendor").value() == "v0003"
    offered = {one.text(): one for one in form.clues.buttons}
    assert list(offered) == ["ISO 27001, edition 2022", "Issued 14 May 2024", "To 13 May 2027"]
    assert [form.form.field(key).value() for key in ("kind", "valid_from", "valid_to")] == [None] * 3
    for one in ("ISO 27001, edition 2022", "To 13 May 2027"):
        qtbot.mouseClick(offered[one], Qt.MouseButton.LeftButton)
    assert papers(context) == []
    assert context.office.evidence.files == {}
    qtbot.mouseClick(form.verb, Qt.MouseButton.LeftButton)
    (added,) = stored(context, Document)
    assert (added.vendor_id, added.kind, added.edition) == ("v0003", "ISO27001", "2022")
    assert added.valid_to == date(2027, 5, 13)
    assert added.sha256 == hashlib.sha256(pdf.read_bytes()).hexdigest()
    context.undo()
    assert papers(context) == []


def test_a_pdf_dropped_beside_the_rows_belongs_to_nobody_and_is_refused(page, pdf):
    assert drop(page, -1, pdf) is None
    assert no_dialog(DocumentForm)


def test_a_document_is_added_to_the_selected_vendor_from_the_selection_bar(page, context, table, pdf, qtbot):
    table.select_ids(["v0005"])
    page.document_action.trigger()
    form = dialog_of(DocumentForm)
    assert form.form.field("vendor").value() == "v0005"
    context.messages.answers = [pdf]
    qtbot.mouseClick(form.form.field("file").button, Qt.MouseButton.LeftButton)
    form.form.field("kind").show_value("OTHER")
    form.accept()
    assert [one.vendor_id for one in papers(context)] == ["v0005"]
