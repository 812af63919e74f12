from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.support.table_rows import COLUMNS, CountingSource, vendors
from vendorrisk.ui.widgets.columns import Cell, Column, check_column
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Filter, Query, Sort
from vendorrisk.ui.widgets.saved_views import Density, ViewState
from vendorrisk.ui.widgets.table import Table

pytestmark = pytest.mark.usefixtures("theme")

SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton
BY_NAME = Query(sort=(Sort("name"),))
WITH_CHECKS = (check_column("Select"), *COLUMNS)


@pytest.fixture
def shown(qtbot):
    def show(count=20, columns=WITH_CHECKS, *, query=BY_NAME, width=700) -> Table:
        source = CountingSource(vendors(count), columns)
        table = Table(PagedModel(source, columns), name="Vendors")
        table.source = source
        qtbot.addWidget(table)
        table.resize(width, 400)
        table.rows.set_query(query)
        table.show()
        qtbot.waitExposed(table)
        table.setFocus()
        return table

    return show


def middle(table: Table, row: int, column: int = 1) -> QPoint:
    return table.visualRect(table.rows.index(row, column)).center()


def click(qtbot, table: Table, row: int, column: int = 1, modifier=NONE) -> None:
    qtbot.mouseClick(table.viewport(), LEFT, modifier, middle(table, row, column))


def click_title(qtbot, table: Table, key: str, modifier=NONE) -> None:
    number = table.rows.column_number(key)
    x = table.head.sectionViewportPosition(number) + table.head.sectionSize(number) // 2
    qtbot.mouseClick(table.head.viewport(), LEFT, modifier, QPoint(x, 10))


def copied() -> str:
    return QGuiApplication.clipboard().text()


# Selection.


def test_rows_are_selected_as_in_a_spreadsheet(shown, qtbot):
    table = shown()
    click(qtbot, table, 2)
    assert table.selected_ids() == ["v2"]
    click(qtbot, table, 4, modifier=SHIFT)
    assert table.selected_ids() == ["v2", "v3", "v4"]
    click(qtbot, table, 3, modifier=CTRL)
    assert table.selected_ids() == ["v2", "v4"]
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    assert len(table.selected_ids()) == 20
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert table.selected_ids() == []


def test_shift_and_arrows_extend_the_selection(shown, qtbot):
    table = shown()
    click(qtbot, table, 2)
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert table.selected_ids() == ["v2", "v3", "v4"]


def test_check_boxes_add_rows_without_letting_others_go(shown, qtbot):
    table = shown()
    for row in (1, 4, 6):
        click(qtbot, table, row, column=0)
    assert table.selected_ids() == ["v1", "v4", "v6"]
    click(qtbot, table, 4, column=0)
    assert table.selected_ids() == ["v1", "v6"]
    assert table.current_id() == "v4"


def test_the_box_in_the_head_has_three_states(shown, qtbot):
    table = shown()
    assert table.head.check_state == Qt.CheckState.Unchecked
    click(qtbot, table, 3, column=0)
    assert table.head.check_state == Qt.CheckState.PartiallyChecked
    click_title(qtbot, table, "check")
    assert table.head.check_state == Qt.CheckState.Checked
    assert len(table.selected_ids()) == 20
    click_title(qtbot, table, "check")
    assert (table.head.check_state, table.selected_ids()) == (Qt.CheckState.Unchecked, [])


def test_a_double_click_on_a_check_box_opens_nothing(shown, qtbot):
    table = shown()
    click(qtbot, table, 3, column=0)
    with qtbot.assertNotEmitted(table.opened):
        qtbot.mouseDClick(table.viewport(), LEFT, NONE, middle(table, 3, 0))
    assert table.selected_ids() == []


def test_selection_current_row_and_scroll_survive_a_new_reading(shown, qtbot):
    table = shown(450)
    table.select_ids(["v200", "v202"])
    table.selection.put_current(201)
    table.verticalScrollBar().setValue(6000)
    table.rows.refresh()
    assert table.selected_ids() == ["v200", "v202"]
    assert table.current_id() == "v201"
    assert table.verticalScrollBar().value() == 6000


def test_selection_follows_rows_when_they_are_sorted_the_other_way(shown):
    table = shown(450)
    table.select_ids(["v0", "v1"])
    table.rows.set_sort((Sort("name", descending=True),))
    assert table.selected_ids() == ["v1", "v0"]
    assert table.selection.places() == [448, 449]


def test_rows_that_a_filter_takes_away_are_no_longer_selected(shown, qtbot):
    table = shown()
    table.select_ids(["v0", "v1", "v3"])
    with qtbot.waitSignal(table.selected) as told:
        table.rows.set_query(Query(filters=(Filter("country", "BR", "Brazil"),), sort=(Sort("name"),)))
    assert told.args == [["v0", "v3"]]
    table.rows.set_query(Query(text="nobody is called this"))
    assert (table.selected_ids(), table.current_id()) == ([], "")


def test_all_of_a_long_list_can_be_selected_without_reading_it(shown, qtbot):
    table = shown(2500)
    table.source.asked.clear()
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    assert len(table.selected_ids()) == 2500
    assert len(table.source.asked) <= 1


def test_a_row_can_be_gone_to_by_its_id(shown):
    table = shown(450)
    assert table.go_to("v300")
    assert (table.current_id(), table.selected_ids()) == ("v300", ["v300"])
    assert table.viewport().rect().contains(middle(table, 300))
    assert not table.go_to("nobody")


# Keys.


def test_enter_opens_space_looks_and_del_archives(shown, qtbot):
    table = shown()
    click(qtbot, table, 2)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(table.opened) as told:
            qtbot.keyClick(table, key)
        assert told.args == ["v2"]
    with qtbot.waitSignal(table.quick_look) as told:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert told.args == ["v2"]
    table.select_ids(["v2", "v5"])
    with qtbot.waitSignal(table.archive) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told.args == [["v2", "v5"]]


def test_del_without_a_selection_means_the_current_row(shown, qtbot):
    table = shown()
    table.selection.put_current(3)
    with qtbot.waitSignal(table.archive) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told.args == [["v3"]]


def test_a_double_click_opens(shown, qtbot):
    table = shown()
    click(qtbot, table, 4)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.viewport(), LEFT, NONE, middle(table, 4))
    assert told.args == ["v4"]


def test_tab_leaves_the_table(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    table = Table(PagedModel(CountingSource(vendors(3)), COLUMNS), name="Vendors")
    table.rows.reread()
    after = QLineEdit()
    column.addWidget(table)
    column.addWidget(after)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_typing_letters_reads_nothing(shown, qtbot):
    table = shown(450)
    table.source.asked.clear()
    qtbot.keyClicks(table, "xyz")
    assert table.source.asked == []


# Sorting.


def test_a_click_on_a_title_asks_for_its_order_and_shift_adds_a_key(shown, qtbot):
    table = shown()
    table.order_asked.connect(table.rows.set_sort)
    click_title(qtbot, table, "customers")
    assert table.rows.query.sort == (Sort("customers"),)
    click_title(qtbot, table, "customers")
    assert table.rows.query.sort == (Sort("customers", descending=True),)
    click_title(qtbot, table, "country", SHIFT)
    assert table.rows.query.sort == (Sort("customers", descending=True), Sort("country"))


def test_readers_are_told_by_which_column_rows_are_sorted(shown):
    table = shown(query=Query(sort=(Sort("name", descending=True),)))
    role = Qt.ItemDataRole.AccessibleTextRole
    number = table.rows.column_number("name")
    assert table.rows.headerData(number, Qt.Orientation.Horizontal, role) == "Vendor, sorted downwards"
    assert table.rows.headerData(number + 1, Qt.Orientation.Horizontal, role) == "Location"


# Copying.


def test_three_rows_of_two_columns_are_three_lines_without_titles(shown, qtbot):
    table = shown(columns=(COLUMNS[0], COLUMNS[4]))
    table.select_ids(["v0", "v1", "v2"])
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert copied() == "Vendor 00000\t2026-11-23\nVendor 00001\t2026-11-24\nVendor 00002\t2026-11-25"
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL | SHIFT)
    assert copied().splitlines()[0] == "Vendor\tDue"
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_only_the_columns_in_sight_are_copied_in_their_order(shown, qtbot):
    table = shown()
    table.arrangement.apply(["due", "name"], {})
    table.select_ids(["v1"])
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert copied() == "2026-11-24\tVendor 00001"


def test_without_a_selection_the_current_row_is_copied(shown, qtbot):
    table = shown()
    table.arrangement.apply(["name"], {})
    table.selection.put_current(5)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert copied() == "Vendor 00005"


def test_rows_beyond_those_read_are_copied_too(shown, qtbot):
    table = shown(450)
    table.arrangement.apply(["name"], {})
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert copied().splitlines()[-1] == "Vendor 00449"


# Columns.


def test_columns_fold_while_space_is_short_and_come_back(shown):
    folding = Column(key="owner", title="Owner", value=lambda _v: "M. Horvat", width=150, fold=1)
    table = shown(columns=(*COLUMNS, folding), width=700)
    assert [column.key for column in table.arrangement.shown_columns()][-1] == "due"
    table.resize(900, 400)
    assert [column.key for column in table.arrangement.shown_columns()][-1] == "owner"
    assert "owner" in table.arrangement.chosen()


def test_a_column_without_a_width_is_measured_by_title_and_content(shown):
    columns = (
        Column(key="name", title="N", value=lambda v: v.name, sort_key="name"),
        Column(key="long", title="A title longer than its cells", value=lambda _v: "x"),
    )
    table = shown(columns=columns, width=300)
    assert table.columnWidth(0) >= table.delegate(0).content_width(vendors(1)[0])
    assert table.columnWidth(1) >= table.head.least_width(1)


def test_a_width_drawn_by_hand_is_remembered_and_a_double_click_forgets_it(shown, qtbot):
    table = shown()
    number = table.rows.column_number("country")
    with qtbot.waitSignal(table.arranged):
        table.head.resizeSection(number, 150)
    assert table.arrangement.widths() == {"country": 150}
    table.resize(900, 400)
    assert table.columnWidth(number) == 150
    table.head.sectionHandleDoubleClicked.emit(number)
    assert table.arrangement.widths() == {}


def test_a_saved_view_brings_columns_widths_and_row_height_back(shown):
    table = shown()
    table.apply_view(
        ViewState(name="x", columns=("risk", "name"), widths={"name": 222}, density=Density.COMPACT)
    )
    assert table.arrangement.chosen() == ["risk", "name"]
    assert table.columnWidth(table.rows.column_number("name")) == 222
    assert table.rowHeight(0) == 26
    table.apply_view(ViewState(name="y"))
    assert table.arrangement.chosen() == [column.key for column in COLUMNS]
    assert table.rowHeight(0) == 32


def test_the_last_column_cannot_be_hidden(shown):
    table = shown()
    for column in COLUMNS:
        table.arrangement.show(column.key, visible=False)
    assert table.arrangement.chosen() == ["due"]
    table.arrangement.reset()
    assert len(table.arrangement.chosen()) == len(COLUMNS)


def test_moving_a_column_is_announced(shown, qtbot):
    table = shown()
    with qtbot.waitSignal(table.arranged):
        table.head.moveSection(2, 1)
    assert table.arrangement.chosen()[:2] == ["country", "name"]


# Verbs, readers, speed.


def test_a_click_on_a_verb_does_it_and_beside_it_does_not(shown, qtbot):
    verb = Column(key="verb", title="", value=lambda _v: "Open", kind=Cell.VERB, width=120)
    table = shown(columns=(COLUMNS[0], verb))
    rect = table.visualRect(table.rows.index(2, 1))
    with qtbot.waitSignal(table.verb_triggered) as told:
        qtbot.mouseClick(table.viewport(), LEFT, NONE, rect.topLeft() + QPoint(14, 16))
    assert told.args == ["verb", "v2"]
    with qtbot.assertNotEmitted(table.verb_triggered):
        qtbot.mouseClick(table.viewport(), LEFT, NONE, rect.topRight() + QPoint(-4, 16))


def test_readers_hear_the_name_of_the_table_and_the_row(shown):
    table = shown()
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.text(QAccessible.Text.Name) == "Vendors"
    summary = table.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert summary.startswith("Vendor 00001, Location: IN, Risk: Low")


def test_ten_thousand_rows_are_shown_in_a_tenth_of_a_second(qtbot):
    rows = vendors(10_000)

    class Ready(CountingSource):
        def count(self, query):
            return len(rows)

        def rows(self, query, offset, limit):
            return rows[offset : offset + limit]

    table = Table(PagedModel(Ready([]), WITH_CHECKS), name="Vendors")
    qtbot.addWidget(table)
    table.resize(822, 545)
    table.show()
    qtbot.waitExposed(table)
    start = time.perf_counter()
    table.rows.set_query(Query(sort=(Sort("name"),)))
    table.grab()
    assert time.perf_counter() - start < 0.1


def test_the_view_keeps_no_row_hidden_that_it_counts(shown):
    table = shown()
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.rows.index(0, 1), flags.Select | flags.Rows)
    assert not any(table.isRowHidden(row) for row in range(table.rows.rowCount()))
