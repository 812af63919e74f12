"""The register in its table: sought, sorted, worked on in numbers, remembered; hidden rows stay untouched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.support.books import dump
from tests.support.edited import edit_values
from tests.support.law import a_flow
from tests.support.offices import put, stored
from tests.support.vendors_page import (
    FIVE,
    SMS,
    a_vendor,
    a_vendors_context,
    cell,
    choose,
    dialog_of,
    names,
    owners,
    press,
)
from tests.ui.looking import bare, cut, unnamed
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.query import Filter, Sort
from vendorrisk.ui.widgets.saved_views import Density
from vendorrisk.usecases.register.vendor_listings import VendorOrder
from vendorrisk.usecases.register.vendors import archive_vendors

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALL = [name for name, _place in FIVE]
MANY = 2_000
UNTOUCHED = ("engagement", "location", "service")


def in_germany(page):
    choose(page.pane.filter_bar.add.menu(), "Location", "Germany")


def click_head(qtbot, page, key):
    head = page.pane.table.head
    number = page.model.column_number(key)
    spot = QPoint(head.sectionViewportPosition(number) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_typing_into_the_filter_leaves_the_vendors_that_have_the_text(page, qtbot):
    press(qtbot, page.window(), KEY.Key_F, CTRL)
    field = page.pane.filter_bar.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "norte")
    qtbot.waitUntil(lambda: names(page) == ["Carrier Norte S.A."])
    assert page.pane.filter_bar.count.text() == "1 of 5"
    press(qtbot, field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: names(page) == ALL)


def test_a_filter_and_work_on_all_in_sight_never_touch_a_hidden_row(page, context, qtbot):
    """Check 18."""
    table = page.pane.table
    table.setFocus()
    press(qtbot, table, KEY.Key_A, CTRL)
    assert len(table.selected_ids()) == 5
    in_germany(page)
    assert names(page) == ["Amberline SMS", "Delta Mail"]
    assert page.pane.selection_bar.isVisible()
    before = dump(context.office.book.writer)
    page.owner_action.trigger()
    form = dialog_of(FormDialog)
    assert form.windowTitle() == "Set the owner of 2 vendors"
    qtbot.keyClicks(form.form.field("owner").control, "Eva Lind")
    press(qtbot, form.form.field("owner").control, KEY.Key_Return)
    changed = {name: who for name, who in owners(context).items() if who != "Ana Novak"}
    assert changed == {"Amberline SMS": "Eva Lind", "Delta Mail": "Eva Lind"}
    context.undo()
    assert set(owners(context).values()) == {"Ana Novak"}
    after = dump(context.office.book.writer)
    assert {table: after[table] for table in UNTOUCHED} == {table: before[table] for table in UNTOUCHED}


def test_archiving_is_one_step_for_those_selected_and_leaves_the_others(page, context, qtbot):
    for engagement in stored(context, Engagement):
        edit_values(context.office, Engagement, engagement.id, stage="DRAFT", live_since=None)
    page.reload()
    table = page.pane.table
    in_germany(page)
    table.setFocus()
    press(qtbot, table, KEY.Key_A, CTRL)
    press(qtbot, table, KEY.Key_Delete)
    gone = {one.name for one in stored(context, Vendor) if one.archived_on}
    assert gone == {"Amberline SMS", "Delta Mail"}
    context.undo()
    assert not any(one.archived_on for one in stored(context, Vendor))


def test_view_sort_filter_columns_and_selection_survive_another_place_and_a_restart(
    page, window, open_window, context, qtbot
):
    """Check 19."""
    page.pane.use_view("Outside the EEA")
    click_head(qtbot, page, "vendor")
    page.pane.narrow((Filter("owner", "Ana Novak", "Owner Ana Novak"),))
    columns = page.pane.filter_bar.columns.menu()
    choose(columns, "Legal entity")
    choose(columns, "Row height", "Compact rows")
    expected = ["Eastline Voice", "Carrier Norte S.A.", "Bluefen Analytics"]
    assert names(page) == expected
    page.pane.table.select_ids(["v0003"])
    window.go("customers")
    window.go("vendors")
    assert (names(page), page.pane.table.selected_ids()) == (expected, ["v0003"])
    again = open_window(context).page("vendors")
    assert names(again) == expected
    assert again.pane.views.in_use.name == "Outside the EEA"
    assert [chip.condition.label for chip in again.pane.filter_bar.chips()] == ["Owner Ana Novak"]
    assert "legal_name" in again.pane.table.arrangement.chosen()
    assert again.pane.table.density is Density.COMPACT
    assert again.pane.filter_bar.view.accessibleName().endswith("Outside the EEA (changed)")


def test_dates_sort_by_value_and_what_has_none_comes_last_either_way(page, context):
    """Check 20."""
    days = {1: date(2027, 2, 2), 2: date(2026, 12, 24), 3: date(2027, 11, 1)}
    for number, day in days.items():
        edit_values(context.office, Engagement, f"e{number:04}", anchor=day, cycles=1)
    page.pane.table.order_asked.emit((Sort(VendorOrder.DUE),))
    due = {name: page.model.row_at(place).row.next_due for place, name in enumerate(names(page))}
    known = [day for day in due.values() if day]
    assert len(known) == 3
    assert known == sorted(known)
    assert list(due.values())[: len(known)] == known
    page.pane.table.order_asked.emit((Sort(VendorOrder.DUE, descending=True),))
    turned = [page.model.row_at(place).row.next_due for place in range(5)]
    assert turned[: len(known)] == sorted(known, reverse=True)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", ["Čakovec", "Cvijet", "Đakovo", "Dalmacija", "Zagreb"]),
     ("hr", ["Cvijet", "Čakovec", "Dalmacija", "Đakovo", "Zagreb"])],
)  # fmt: skip
def test_names_sort_as_readers_expect(theme, open_window, language, expected):
    """Check 20: č stands after every c in Croatian, beside it in English."""
    context = a_vendors_context()
    context.office = replace(context.office, book=replace(context.office.book, language=language))
    put(context, SMS)
    for number, name in enumerate(reversed(expected), start=1):
        put(context, *a_vendor(number, name))
    assert names(open_window(context).page("vendors")) == expected


def test_a_click_on_a_head_sorts_and_the_next_one_turns_it_round(page, qtbot):
    click_head(qtbot, page, "place")
    assert [cell(page, row, "place") for row in range(5)] == [
        "Brazil", "Germany", "Germany", "India", "United States",
    ]  # fmt: skip
    click_head(qtbot, page, "place")
    assert cell(page, 0, "place") == "United States"


def test_transfers_that_do_not_hold_are_counted_in_the_head_and_listed_by_its_link(page, context, qtbot):
    qtbot.waitUntil(lambda: page.bad_transfers.text() == "3 with a transfer not valid")
    put(context, a_flow(engagement_id="e0005", importer="Eastline Voice"))
    page.reload()
    qtbot.waitUntil(lambda: page.bad_transfers.text() == "2 with a transfer not valid")
    qtbot.mouseClick(page.bad_transfers, Qt.MouseButton.LeftButton)
    assert names(page) == ["Bluefen Analytics", "Carrier Norte S.A."]
    assert [one.label for one in page.pane.views.in_use.filters] == ["Transfer not valid"]
    assert all(page.model.row_at(place).row.transfer.open for place in range(2))
    archive_vendors(context.office, ["v0002", "v0003"])
    page.reload()
    qtbot.waitUntil(lambda: not page.bad_transfers.isVisible())


def test_two_thousand_vendors_come_a_page_at_a_time_and_are_all_found(theme, open_window):
    """Check 21, without its times."""
    context = a_vendors_context()
    put(context, SMS)
    put(context, *(one for number in range(MANY) for one in a_vendor(number, f"Vendor {number:04}")))
    page = open_window(context).page("vendors")
    assert page.model.rowCount() == MANY
    assert len(page.rows._kept._known) < 200
    table = page.pane.table
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert cell(page, MANY - 1, "vendor") == "Vendor 1999"
    page.pane.filter_bar.text_changed.emit("1234")
    assert names(page) == ["Vendor 1234"]
    table.setFocus()
    page.pane.clear_filter()
    table.selectAll()
    assert len(table.selected_ids()) == MANY


@pytest.mark.parametrize("zoom", [100, 150])
def test_nothing_scrolls_sideways_and_no_head_or_chip_is_cut(page, window, theme, qtbot, zoom):
    """Check 23, and the same with the panel open and the text half as large again."""
    theme.set_text_size(zoom)
    for panel in (False, True):
        if panel:
            press(qtbot, window, KEY.Key_F9)
        QApplication.processEvents()
        table = page.pane.table
        assert table.horizontalScrollBar().maximum() == 0
        font = QFontMetrics(table.head.font())
        for column in table.arrangement.shown_columns():
            width = table.columnWidth(page.model.column_number(column.key))
            assert font.horizontalAdvance(column.title if column.kind != "check" else "") <= width
        risk = table.columnWidth(page.model.column_number("risk"))
        assert risk >= theme.px(90)
        assert [cut(window), unnamed(window), bare(window)] == [[], [], []]


def test_an_empty_register_has_one_filled_button_and_it_imports(theme, open_window, qtbot):
    window = open_window(a_vendors_context())
    page = window.page("vendors")
    assert page.empty.isVisible()
    assert page.empty.sentence.text().startswith("No vendors yet.")
    assert [page._first.kind, page._second.kind, page.new_button.kind] == [
        "primary",
        "secondary",
        "secondary",
    ]
    window.context.messages.answers = [None]
    qtbot.mouseClick(page._first, Qt.MouseButton.LeftButton)
    assert window.context.messages.asked == ["Published list"]


def test_a_filter_that_nothing_matches_says_so_and_is_taken_away_by_one_button(page, qtbot):
    page.pane.filter_bar.text_changed.emit("nobody")
    nothing = page.pane.frame.nothing
    assert nothing.isVisible()
    assert not page.empty.isVisible()
    nothing.cleared.emit()
    assert names(page) == ALL


def test_an_empty_view_names_itself_and_offers_no_import(page):
    page.pane.use_view("Archived")
    assert page.empty.isVisible()
    assert page.empty.sentence.text() == "No vendor is in the view “Archived”."
    assert not page._first.isVisible()


def test_the_archive_brings_vendors_back(page, context, qtbot):
    edit_values(context.office, Engagement, "e0001", stage="DRAFT")
    archive_vendors(context.office, ["v0001"])
    page.pane.use_view("Archived")
    assert names(page) == ["Amberline SMS"]
    page.pane.table.select_ids(["v0001"])
    page.unarchive_action.trigger()
    assert stored(context, Vendor, id="v0001")[0].archived_on is None


def test_a_view_is_saved_under_a_name_and_removed_again(page, context, open_window, monkeypatch):
    page.pane._ask_name = lambda _start: "Our Germans"
    in_germany(page)
    choose(page.pane.filter_bar.view.menu(), "Save as…")
    page.pane.use_view("All active")
    assert names(page) == ALL
    again = open_window(context).page("vendors")
    choose(again.pane.filter_bar.view.menu(), "Our Germans")
    assert names(again) == ["Amberline SMS", "Delta Mail"]
    choose(again.pane.filter_bar.view.menu(), "Remove this view")
    assert "Our Germans" not in again.pane.views.names
    assert names(again) == ALL
