"""Importing a published list: shown with every doubt first, applied as one step, nothing before its verb."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from tests.support.books import dump
from tests.support.offices import stored
from tests.support.vendors_page import button, cell_of, dialog_of, drop, names, no_dialog, press, said
from tests.ui.looking import cut, unnamed
from vendorrisk.domain.register.records import Engagement, Location, Stage, Vendor
from vendorrisk.ui.register.import_list import KINDS, ImportSheet
from vendorrisk.ui.register.vendors_page import LISTS

LEFT = Qt.MouseButton.LeftButton
LIST = """# Sub-processors

Last updated: 3 November 2026

| Sub-processor | Purpose | Country |
|---|---|---|
| Carrier Norte S.A. | Hosting | Brazil |
| Blufen Analytics | Analytics | United States |
| Fjordmail AS | E-mail delivery | Norway |
| Mystery Ltd | Hosting | Narnia |
| =cmd() | Archive | Germany |
"""


@pytest.fixture
def page(lone_page):
    return lone_page


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "list.md"
    made.write_text(LIST, encoding="utf-8")
    return made


@pytest.fixture
def sheet(page, file, context):
    """The preview as the button of the page opens it."""
    context.messages.answers = [file]
    page.import_button.click()
    return dialog_of(ImportSheet)


def actions(sheet):
    """What each row would do, by the name of its vendor."""
    rows = range(sheet.model.rowCount())
    return {cell_of(sheet.model, row, "vendor"): cell_of(sheet.model, row, "action") for row in rows}


def test_the_preview_says_what_each_row_does_and_nothing_is_stored_meanwhile(sheet, context, file):
    before = dump(context.office.book.writer)
    assert sheet.windowTitle() == "Import list.md"
    assert actions(sheet) == {
        "Carrier Norte S.A.": "New engagement", "Blufen Analytics": "New vendor",
        "Fjordmail AS": "New vendor", "Mystery Ltd": "New vendor", "=cmd()": "New vendor", "": "Note",
    }  # fmt: skip
    assert sheet.verb.text() == "Import 5 rows"
    assert "Its own date: 3 Nov 2026." in said(sheet)
    sheet.reject()
    assert dump(context.office.book.writer) == before
    assert no_dialog(ImportSheet)


def test_a_name_that_is_nearly_known_is_pointed_out_with_its_line_and_what_to_do(sheet, qtbot):
    sheet.table.go_to("1")
    assert sheet.details.isVisible()
    words = said(sheet.details)
    assert words.startswith("Line 8: Blufen Analytics is new, but looks like Bluefen Analytics")
    sheet.table.setFocus()
    press(qtbot, sheet.table, Qt.Key.Key_Down)
    assert not sheet.details.isVisible()


def test_a_row_says_what_would_be_recorded_of_it(sheet):
    sheet.table.go_to("0")
    assert cell_of(sheet.model, 0, "stage") == "Live"
    assert sheet.facts.text() == "Third party · Location, storage or access not stated: Brazil"


def test_problems_and_changes_can_be_looked_at_alone(sheet, qtbot):
    assert sheet.summary.text() == "4 new · 1 new engagement · 3 problems"
    qtbot.mouseClick(button(sheet.shown, "Problems"), LEFT)
    assert list(actions(sheet)) == ["Blufen Analytics", "Mystery Ltd", ""]
    sheet.table.go_to("3")
    assert "Narnia" in said(sheet.details)
    qtbot.mouseClick(button(sheet.shown, "Changes"), LEFT)
    assert "" not in actions(sheet)
    assert len(actions(sheet)) == 5


def test_importing_is_one_step_and_one_undo_takes_all_of_it_back(sheet, page, context, qtbot):
    before = dump(context.office.book.writer)
    qtbot.mouseClick(sheet.verb, LEFT)
    assert {"Fjordmail AS", "Mystery Ltd", "=cmd()", "Blufen Analytics"} < set(names(page))
    (fjord,) = stored(context, Vendor, name="Fjordmail AS")
    (engagement,) = stored(context, Engagement, vendor_id=fjord.id)
    assert (engagement.stage, engagement.purpose) == (Stage.LIVE, {"en": "E-mail delivery"})
    assert [one.country for one in stored(context, Location, engagement_id=engagement.id)] == ["NO"]
    context.undo()
    assert dump(context.office.book.writer) == before


def test_a_second_import_of_the_same_list_has_nothing_to_do_and_says_so(sheet, page, file, qtbot):
    qtbot.mouseClick(sheet.verb, LEFT)
    page.import_list(file)
    again = dialog_of(ImportSheet)
    assert again.summary.text().startswith("5 known")
    assert not again.verb.isEnabled()
    assert "Every row is known already." in again.verb.toolTip()


def test_for_one_of_our_services_and_as_drafts_the_preview_is_worked_out_again(sheet, context, qtbot):
    sheet.service.show_value("SMS")
    sheet.service.commit()
    assert actions(sheet)["Carrier Norte S.A."] != "New engagement"
    qtbot.mouseClick(button(sheet.become, "Drafts"), LEFT)
    qtbot.mouseClick(sheet.verb, LEFT)
    (fjord,) = stored(context, Vendor, name="Fjordmail AS")
    (engagement,) = stored(context, Engagement, vendor_id=fjord.id)
    assert (engagement.stage, engagement.service_id) == (Stage.DRAFT, "s1")


def test_what_can_be_chosen_as_a_list_can_be_dropped_as_one_but_for_what_may_be_a_document():
    either = {"*.xlsx", "*.docx", "*.csv", "*.tsv", "*.txt"}
    assert {f"*{one}" for one in LISTS} == set(KINDS.split()) - either


def test_a_list_dropped_on_the_register_is_read_and_two_of_them_are_refused(page, file, tmp_path):
    assert drop(page, 0, file) == "Read as a published list"
    dialog_of(ImportSheet).reject()
    other = tmp_path / "other.html"
    other.write_text("<p>x</p>")
    assert drop(page, 0, file, other) is None
    assert no_dialog(ImportSheet)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"# Nothing here\n\nWe use nobody.\n"])
def test_a_file_without_a_row_cannot_be_imported_and_says_why(page, context, tmp_path, content):
    empty = tmp_path / "empty.md"
    empty.write_bytes(content)
    before = dump(context.office.book.writer)
    page.import_list(empty)
    if context.messages.told:
        assert all(what and remedy for what, remedy in context.messages.told)
        return
    sheet = dialog_of(ImportSheet)
    assert not sheet.verb.isEnabled()
    assert "No row of this file could be read." in sheet.verb.toolTip()
    sheet.reject()
    assert dump(context.office.book.writer) == before


def test_nothing_of_the_preview_is_cut_or_nameless(sheet, theme):
    for zoom in (100, 150):
        theme.set_text_size(zoom)
        said(sheet)
        assert [cut(sheet), unnamed(sheet)] == [[], []]


def left_out(sheet):
    """Whether each row of the list would be imported, in the words of its cell."""
    rows = range(sheet.model.rowCount())
    return {cell_of(sheet.model, row, "vendor"): cell_of(sheet.model, row, "take") for row in rows}


def click(qtbot, sheet, row, column):
    index = sheet.model.index(row, sheet.model.column_number(column))
    qtbot.mouseClick(sheet.table.viewport(), LEFT, pos=sheet.table.visualRect(index).center())


def test_a_row_ticked_off_stays_in_sight_and_is_not_imported(sheet, page, context, qtbot):
    click(qtbot, sheet, 2, "take")
    assert sheet.verb.text() == "Import 4 of 5"
    assert left_out(sheet) == {
        "Carrier Norte S.A.": "Yes", "Blufen Analytics": "Yes", "Fjordmail AS": "Left out",
        "Mystery Ltd": "Yes", "=cmd()": "Yes", "": "",
    }  # fmt: skip
    assert actions(sheet)["Fjordmail AS"] == "Left out"
    assert sheet.summary.text() == "3 new · 1 new engagement · 1 left out · 3 problems"
    qtbot.mouseClick(button(sheet.shown, "Problems"), LEFT)
    assert "Fjordmail AS" in actions(sheet)
    qtbot.mouseClick(sheet.verb, LEFT)
    assert "Fjordmail AS" not in names(page)
    assert "Mystery Ltd" in names(page)
    assert stored(context, Vendor, name="Fjordmail AS") == []


def test_space_leaves_the_row_of_the_keyboard_out_and_takes_it_in_again(sheet, qtbot):
    sheet.table.go_to("2")
    sheet.table.setFocus()
    press(qtbot, sheet.table, Qt.Key.Key_Space)
    assert (sheet.verb.text(), left_out(sheet)["Fjordmail AS"]) == ("Import 4 of 5", "Left out")
    assert sheet.table.current_id() == "2"
    press(qtbot, sheet.table, Qt.Key.Key_Space)
    assert (sheet.verb.text(), left_out(sheet)["Fjordmail AS"]) == ("Import 5 rows", "Yes")


def test_space_on_several_selected_rows_leaves_all_of_them_out(sheet, qtbot):
    sheet.table.go_to("1")
    sheet.table.select_ids(["1", "2", "3", "file/0"])
    sheet.table.setFocus()
    press(qtbot, sheet.table, Qt.Key.Key_Space)
    assert sheet.verb.text() == "Import 2 of 5"


def test_without_any_row_there_is_nothing_to_import_and_the_verb_says_why(sheet, qtbot):
    sheet.table.select_ids(["0", "1", "2", "3", "4"])
    sheet.table.setFocus()
    sheet.table.selection.put_current(0)
    press(qtbot, sheet.table, Qt.Key.Key_Space)
    assert sheet.verb.text() == "Import 0 of 5"
    assert not sheet.verb.isEnabled()
    assert "Every row is left out." in sheet.verb.toolTip()


def test_a_line_that_is_no_row_has_nothing_to_tick(sheet, qtbot):
    place = sheet.model.place_of("file/0")
    click(qtbot, sheet, place, "take")
    sheet.table.go_to("file/0")
    sheet.table.setFocus()
    press(qtbot, sheet.table, Qt.Key.Key_Space)
    assert sheet.verb.text() == "Import 5 rows"


def test_a_row_of_a_workbook_with_several_sheets_says_on_which_it_stands(page, context, tmp_path):
    book = Workbook()
    book.active.title = "Hosting"
    for at, name in enumerate(["Alder", "Birch"]):
        one = book.create_sheet("Mail") if at else book.active
        one.append(["Sub-processor", "Purpose", "Country"])
        one.append([name, "Operations", "Germany"])
    book.save(tmp_path / "list.xlsx")
    context.messages.answers = [tmp_path / "list.xlsx"]
    page.import_button.click()
    opened = dialog_of(ImportSheet)
    assert [cell_of(opened.model, row, "where") for row in range(2)] == ["Hosting, row 2", "Mail, row 2"]
    opened.reject()
