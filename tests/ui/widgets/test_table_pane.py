from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QWidget

from tests.support.table_rows import COLUMNS, CountingSource, Waiting, vendors
from vendorrisk.ui.widgets.columns import check_column
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Filter, Sort
from vendorrisk.ui.widgets.saved_views import Density, SavedViews, ViewState
from vendorrisk.ui.widgets.table_pane import TablePane

pytestmark = pytest.mark.usefixtures("theme")

COUNTRY = FilterChoices(
    key="country",
    title="Location",
    choices=lambda: [
        Choice(value="BR", title="Brazil", chip="In Brazil"),
        Choice(value="IN", title="India", chip="In India"),
    ],
)
IN_BRAZIL = Filter("country", "BR", "In Brazil")
ALL = ViewState(name="All active", sort=(Sort("name"),))
BIG = ViewState(name="Big ones", sort=(Sort("customers", descending=True),))


class Shelf:
    def __init__(self):
        self.kept = {}

    def load(self, table):
        return self.kept.get(table, {})

    def save(self, table, data):
        self.kept[table] = data


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def opened(qtbot, shelf):
    def open_pane(count=60, *, run=None, **more) -> TablePane:
        columns = (check_column("Select"), *COLUMNS)
        source = CountingSource(vendors(count), columns)
        model = PagedModel(source, columns, **({"run": run} if run else {}))
        actions = [QAction("Set owner"), QAction("Export…")]
        pane = TablePane(
            model,
            SavedViews("vendors", [ALL, BIG], shelf),
            name="Vendors",
            nothing_matches="No vendor matches.",
            fields=[COUNTRY],
            actions=actions,
            more=[QAction("Archive")],
            **more,
        )
        pane.source, pane.actions_kept = source, actions
        qtbot.addWidget(pane)
        pane.resize(822, 628)
        pane.show()
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        return pane

    return open_pane


def type_filter(qtbot, pane, text) -> None:
    pane.filter_bar.go_to_field()
    with qtbot.waitSignal(pane.model.counted):
        qtbot.keyClicks(pane.filter_bar.field, text)


def test_typing_narrows_the_table_a_moment_later(opened, qtbot):
    pane = opened()
    assert pane.filter_bar.count.text() == "60"
    type_filter(qtbot, pane, "00007")
    assert (pane.model.shown, pane.filter_bar.count.text()) == (1, "1 of 60")
    assert pane.filter_bar.count.accessibleName() == "1 of 60 rows shown"


def test_several_keys_in_a_row_are_one_reading(opened, qtbot):
    pane = opened()
    pane.source.asked.clear()
    type_filter(qtbot, pane, "vendor 0000")
    assert len(pane.source.asked) == 1


def test_text_searches_the_visible_columns_only(opened, qtbot):
    pane = opened()
    type_filter(qtbot, pane, "high")
    assert pane.model.shown == 9
    pane.table.arrangement.show("risk", visible=False)
    assert pane.model.shown == 0


def test_esc_clears_the_text_and_then_gives_the_keyboard_back(opened, qtbot):
    pane = opened()
    type_filter(qtbot, pane, "00007")
    with qtbot.waitSignal(pane.model.counted):
        qtbot.keyClick(pane.filter_bar.field, Qt.Key.Key_Escape)
    assert pane.model.shown == 60
    qtbot.keyClick(pane.filter_bar.field, Qt.Key.Key_Escape)
    assert pane.table.hasFocus()
    assert pane.table.current_id() == "v0"


def test_ctrl_f_leads_to_the_filter_from_the_rows(opened, qtbot):
    pane = opened()
    pane.go_to_table()
    qtbot.keyClick(pane.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.filter_bar.field.hasFocus()


def test_enter_in_the_filter_goes_on_to_the_rows_found(opened, qtbot):
    pane = opened()
    pane.filter_bar.go_to_field()
    qtbot.keyClicks(pane.filter_bar.field, "00007")
    qtbot.keyClick(pane.filter_bar.field, Qt.Key.Key_Return)
    assert pane.table.hasFocus()
    assert pane.table.current_id() == "v7"


def choose_filter(pane, field: str, choice: str) -> None:
    menu = pane.filter_bar.add.menu()
    part = next(action.menu() for action in menu.actions() if action.text() == field)
    part.aboutToShow.emit()
    next(action for action in part.actions() if action.text() == choice).trigger()


def test_a_chosen_filter_is_a_chip_and_a_click_on_it_takes_it_away(opened, qtbot):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    (chip,) = pane.filter_bar.chips()
    assert (chip.condition, pane.model.shown) == (IN_BRAZIL, 20)
    qtbot.waitUntil(lambda: chip.height() == pane.filter_bar.field.height() == 32)
    assert chip.accessibleName() == "Remove the filter In Brazil"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert (pane.filter_bar.chips(), pane.model.shown) == ([], 60)


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_chip_with_the_keyboard_on_it_goes_by_backspace_and_del(opened, qtbot, key):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    qtbot.keyClick(pane.filter_bar.chips()[0], key)
    assert pane.model.shown == 60


def test_backspace_in_the_empty_field_takes_the_last_chip(opened, qtbot):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    choose_filter(pane, "Location", "India")
    pane.filter_bar.go_to_field()
    qtbot.keyClick(pane.filter_bar.field, Qt.Key.Key_Backspace)
    assert [chip.condition for chip in pane.filter_bar.chips()] == [IN_BRAZIL]


def test_the_same_filter_twice_is_one_chip(opened):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    choose_filter(pane, "Location", "Brazil")
    assert len(pane.filter_bar.chips()) == 1


def test_a_filter_that_leaves_nothing_says_so_and_esc_in_the_rows_takes_it_away(opened, qtbot):
    pane = opened()
    pane.frame.set_empty(QWidget())
    type_filter(qtbot, pane, "nobody")
    nothing = pane.frame.nothing
    assert nothing.isVisible()
    assert not pane.frame.empty.isVisible()
    assert (nothing.sentence.text(), nothing.clear.text()) == ("No vendor matches.", "Clear filter (Esc)")
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Escape)
    assert not nothing.isVisible()
    assert (pane.model.shown, pane.filter_bar.field.text()) == (60, "")


def test_the_link_clears_text_and_chips(opened, qtbot):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    type_filter(qtbot, pane, "nobody")
    qtbot.mouseClick(pane.frame.nothing.clear, Qt.MouseButton.LeftButton)
    assert (pane.model.shown, pane.filter_bar.chips()) == (60, [])


def test_an_empty_register_shows_its_own_state_not_the_filtered_one(opened):
    pane = opened(count=0)
    empty = QWidget()
    pane.frame.set_empty(empty)
    assert empty.isVisible()
    assert not pane.frame.nothing.isVisible()


def test_the_selection_bar_is_there_while_rows_are_selected(opened, qtbot):
    pane = opened()
    bar = pane.selection_bar
    assert not bar.isVisible()
    pane.table.select_ids(["v1", "v2", "v3"])
    assert bar.isVisible()
    assert bar.count.text() == "3 selected"
    assert bar.height() == 41
    assert [button.text() for button in bar.buttons] == ["Set owner", "Export…", "More"]
    with qtbot.waitSignal(pane.actions_kept[0].triggered):
        qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert (bar.isVisible(), pane.table.selected_ids()) == (False, [])


def test_a_button_of_the_bar_is_as_usable_as_its_action(opened):
    pane = opened()
    pane.actions_kept[0].setEnabled(False)
    assert not pane.selection_bar.buttons[0].isEnabled()


def test_order_filter_text_columns_and_height_are_remembered_at_once(opened, qtbot, shelf):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    type_filter(qtbot, pane, "000")
    pane.table.order_asked.emit((Sort("customers", descending=True),))
    pane.table.arrangement.show("due", visible=False)
    pane.table.set_density(Density.COMPACT)
    pane.table.arranged.emit()
    again = opened()
    assert again.model.query == pane.model.query
    assert again.filter_bar.field.text() == "000"
    assert [chip.condition for chip in again.filter_bar.chips()] == [IN_BRAZIL]
    assert "due" not in again.table.arrangement.chosen()
    assert again.table.rowHeight(0) == 26


def test_a_view_changed_in_its_order_is_called_changed_but_not_one_merely_narrowed(opened, qtbot):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    assert pane.filter_bar.view.value == "All active"
    pane.table.order_asked.emit((Sort("customers"),))
    assert pane.filter_bar.view.value == "All active (changed)"
    pane.use_view("Big ones")
    assert pane.filter_bar.view.value == "Big ones"
    assert pane.model.query.sort == BIG.sort
    assert pane.filter_bar.chips() == []


def view_action(pane, text):
    menu = pane.filter_bar.view.menu()
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.text() == text)


def test_views_are_chosen_saved_reset_and_removed_by_their_menu(opened):
    pane = opened(ask_name=lambda name: f"{name} in Brazil")
    view_action(pane, "Big ones").trigger()
    assert pane.views.in_use.name == "Big ones"
    choose_filter(pane, "Location", "Brazil")
    view_action(pane, "Save as…").trigger()
    assert pane.filter_bar.view.value == "Big ones in Brazil"
    pane.table.order_asked.emit((Sort("name"),))
    view_action(pane, "Reset").trigger()
    assert pane.model.query.sort == BIG.sort
    assert not view_action(pane, "Reset").isEnabled()
    view_action(pane, "Remove this view").trigger()
    assert pane.views.names == ("All active", "Big ones")
    assert not view_action(pane, "Remove this view").isEnabled()


def test_thinking_better_of_saving_saves_nothing(opened):
    pane = opened(ask_name=lambda _name: None)
    view_action(pane, "Save as…").trigger()
    assert pane.views.names == ("All active", "Big ones")


def test_a_remembered_filter_by_a_field_that_is_gone_is_let_go(opened, shelf):
    gone = ViewState(name="All active", filters=(Filter("gone", "x", "Gone"), IN_BRAZIL))
    shelf.save("vendors", {"in_use": gone.to_dict()})
    pane = opened()
    assert pane.model.query.filters == (IN_BRAZIL,)
    assert [chip.condition for chip in pane.filter_bar.chips()] == [IN_BRAZIL]


def test_columns_are_ticked_sorted_and_made_lower_by_menu(opened):
    pane = opened()
    menu = pane.filter_bar.columns.menu()

    def action(*path):
        menu.aboutToShow.emit()
        actions = menu.actions()
        for part in path[:-1]:
            actions = next(a for a in actions if a.text() == part).menu().actions()
        return next(a for a in actions if a.text() == path[-1])

    assert action("Location").isChecked()
    action("Location").trigger()
    assert "country" not in pane.table.arrangement.chosen()
    action("Sort by", "Customers").trigger()
    action("Sort by", "Last first").trigger()
    assert pane.model.query.sort == (Sort("customers", descending=True),)
    action("Row height", "Tall rows").trigger()
    assert pane.table.rowHeight(0) == 40
    assert pane.views.in_use.density is Density.COMFORTABLE
    action("Reset columns").trigger()
    assert "country" in pane.table.arrangement.chosen()


def test_the_loading_bar_waits_a_moment_before_it_is_drawn(opened, qtbot):
    runner = Waiting()
    pane = opened(run=runner)
    bar = pane.frame.loading
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible, timeout=1000)
    assert bar.geometry().top() == pane.table.viewport().mapTo(pane.frame, QPoint(0, 0)).y()
    runner.finish()
    assert not bar.isVisible()


def test_a_quick_reading_draws_no_bar(opened, qtbot):
    pane = opened()
    pane.reread()
    assert not pane.frame.loading._patience.isActive()
    assert not pane.frame.loading.isVisible()


def test_edited_rows_stay_in_sight_until_the_list_is_read_afresh(opened):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    pane.table.select_ids(["v3"])
    pane.source.edit("v3", country="IN")
    pane.refresh(["v3"])
    assert pane.table.selected_ids() == ["v3"]
    assert pane.filter_bar.count.text() == "19 of 60"
    pane.reread()
    assert pane.table.selected_ids() == []


def test_everything_in_the_bars_has_a_name_for_readers(opened):
    pane = opened()
    bar = pane.filter_bar
    for widget in (bar.field, bar.view, bar.add, bar.columns, pane.selection_bar.clear):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def test_chips_that_do_not_fit_go_on_a_further_line(opened, qtbot):
    pane = opened()
    choose_filter(pane, "Location", "Brazil")
    choose_filter(pane, "Location", "India")
    pane.resize(560, 628)
    qtbot.waitUntil(lambda: len({chip.y() for chip in pane.filter_bar.chips()}) > 1)
    inside = pane.filter_bar.rect()
    assert all(inside.contains(chip.geometry()) for chip in pane.filter_bar.chips())


def test_several_columns_can_be_ticked_while_the_menu_stays_open(opened, qtbot):
    pane = opened()
    menu = pane.filter_bar.columns.menu()
    menu.popup(pane.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(menu.isVisible)
    location = next(action for action in menu.actions() if action.text() == "Location")
    at = menu.actionGeometry(location).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert "country" not in pane.table.arrangement.chosen()
    menu.setActiveAction(location)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert "country" in pane.table.arrangement.chosen()
    assert menu.isVisible()
    menu.close()


def test_choosing_anything_else_closes_the_menu(opened, qtbot):
    pane = opened()
    menu = pane.filter_bar.columns.menu()
    menu.popup(pane.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(menu.actions()[-1])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
