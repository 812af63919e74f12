"""A customer file is shown row by row before anything is changed, and applied as one step."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.support.customer_page import (
    a_customers_context,
    a_page,
    names,
    open_dialog,
)
from tests.support.offices import stored
from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.domain.notice.records import Customer, Terms
from vendorrisk.ui.notice.customer_import_sheet import CustomerImportSheet, place_of, span

HOSTILE = "<b>Øre</b> & Søn =cmd() " + "a long name " * 12 + "A/S"


@pytest.fixture
def context():
    return a_customers_context()


@pytest.fixture
def page(qtbot, theme, context):
    return a_page(qtbot, context)


def a_file(folder, *rows):
    path = folder / "crm.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(COLUMNS), restval="")
        table.writeheader()
        table.writerows(rows)
    return path


def test_an_import_is_previewed_row_by_row_and_applied_as_one_step(page, qtbot, context, tmp_path):
    rows = [
        {"name": "Alder", "notice_days": "45", "services": "SMS", "data_centre": "EU",
         "email": "dpo@alder.example", "holidays": "HR"},
        {"name": HOSTILE, "account_id": "N-1", "notice_days": "30", "services": "RCS", "data_centre": "BR",
         "email": "dpo@hostile.example"},
        {"name": "Broken", "account_id": "N-2", "notice_days": "soon", "email": "nobody"},
    ]  # fmt: skip
    context.messages.answers.append(a_file(tmp_path, *rows))
    before = len(stored(context, Customer))
    qtbot.mouseClick(page.import_button, Qt.MouseButton.LeftButton)
    sheet = open_dialog(CustomerImportSheet)
    assert sheet.summary.text() == "1 new · 1 changed · 3 problems"
    assert "Services: RCS. Data centres: BR." in sheet.news.text()
    assert "Public holidays recorded for HR 2025–2028" in sheet.news.text()
    assert (sheet.agree.isHidden(), sheet.verb.isEnabled()) == (True, True)
    sheet.shown.chosen.emit("problems")
    sheet.table.selection.put_current(1)
    assert sheet.details.text().startswith("Line 4, column notice_days:\n“soon” is not")
    sheet.shown.chosen.emit("all")
    sheet.table.selection.put_current(1)
    assert "Notice is given 30 days ahead" in sheet.details.text()
    assert len(stored(context, Customer)) == before
    sheet.accept()
    assert len(stored(context, Customer)) == before + 1
    assert HOSTILE in names(page)
    context.undo()
    assert len(stored(context, Customer)) == before


def test_a_file_that_changes_more_than_a_fifth_asks_first(page, context, tmp_path):
    rows = [{"name": name, "notice_days": "45"} for name in ("Alder", "Birch")]
    page.import_customers(a_file(tmp_path, *rows))
    sheet = open_dialog(CustomerImportSheet)
    assert sheet.agree.isVisible()
    assert not sheet.verb.isEnabled()
    sheet.agree.control.click()
    assert sheet.verb.isEnabled()
    sheet.accept()
    assert {one.notice_days for one in stored(context, Terms, valid_from=date(2026, 11, 23))} == {45}


def test_a_file_that_changes_nothing_says_so(page, context, tmp_path):
    page.import_customers(a_file(tmp_path))
    sheet = open_dialog(CustomerImportSheet)
    assert "No row of this file could be read." in sheet.verb.toolTip()
    sheet.reject()


def test_the_template_is_saved_where_the_person_says(page, context, tmp_path):
    context.messages.answers.append(tmp_path / "customers.csv")
    page.doings.save_template()
    assert (tmp_path / "customers.csv").read_text("utf-8-sig").startswith("name,account_id")


def test_a_list_dropped_on_the_table_is_imported(page, tmp_path):
    assert page.promise("", [tmp_path / "crm.xlsx"]) == "Import customers from crm.xlsx"
    assert page.promise("", [tmp_path / "contract.pdf"]) == ""


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("crm.csv:4", "Line 4"),
        ("crm.csv:4, column Notice!: days", "Line 4, column Notice!: days"),
        ("a!b.csv:4, column name", "Line 4, column name"),
        ("EU!14", "EU, row 14"),
        ("EU!B5, column Notice: days", "EU, B5, column Notice: days"),
        ("crm.csv", "File"),
    ],
)
def test_a_place_is_named_within_its_file(theme, where, shown):
    assert place_of(where) == shown


def test_years_are_a_span_only_where_there_are_several():
    assert (span([2028]), span([2027, 2025, 2026])) == ("2028", "2025–2027")
