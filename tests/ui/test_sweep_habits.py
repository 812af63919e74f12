"""Habits that hold in every place: copying to Excel, views that stay, commands, no questions."""

from __future__ import annotations

import ast
import csv
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from tests.support.contexts import SmallTexts
from tests.support.stocked_context import a_stocked_context, for_another_window
from vendorrisk.ui.diligence.review_list_panel import ReviewListPanel
from vendorrisk.ui.review.quarter_bar import QuarterBar
from vendorrisk.ui.shell.finding import PaletteSearch
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.choice_button import ChoiceButton
from vendorrisk.ui.widgets.columns import Cell
from vendorrisk.ui.widgets.filter_field import FilterField
from vendorrisk.ui.widgets.filterbar import FilterBar
from vendorrisk.ui.widgets.shortcuts import plain
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_menus import StayingMenu
from vendorrisk.ui.widgets.table_pane import TablePane
from vendorrisk.ui.widgets.tabs import TabBar

ROOT = Path(__file__).resolve().parents[2]
BUILT = [spot for spot in SPOTS if find_spec(f"vendorrisk.ui.{spot.module}")]
PLACES = [spot.key for spot in BUILT if spot.key != "settings"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
SHOWN_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2} \d{4}")


@pytest.fixture(scope="module")
def ground(whole_theme):
    return a_stocked_context()


def shown(ground, store=None):
    context, items = ground
    window = Window(for_another_window(context, store), BUILT)
    window.resize(1366, 768)
    window.show()
    window.items = items
    return window


@pytest.fixture
def opened(ground, theme, qtbot):
    """Opens a window that remembers by the store it is given."""

    def made(store=None):
        window = shown(ground, store)
        qtbot.addWidget(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return made


@pytest.fixture
def window(opened):
    return opened()


@pytest.fixture(scope="module")
def standing(ground):
    """A window that is only looked at."""
    window = shown(ground)
    yield window
    window.close()
    window.deleteLater()


def went(window, place):
    window.go(place, window.items.get(place))
    QApplication.processEvents()
    return window.page(place)


def tables(page):
    return [one for one in page.findChildren(Table) if one.isVisible() and one.model().rowCount()]


def panes(window):
    """Every place that shows a table with views, with its pane."""
    for place in PLACES:
        for pane in went(window, place).findChildren(TablePane):
            if pane.isVisible():
                yield place, pane


# Check 16: tables are copied as Excel expects.


def test_every_table_is_copied_without_titles_and_with_shift_with_them(window, qtbot):
    seen = 0
    for place in PLACES:
        for table in tables(went(window, place)):
            table.setFocus()
            table.selectAll()
            qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
            plain = copied()
            qtbot.keyClick(table, Qt.Key.Key_C, CTRL | SHIFT)
            titled = copied()
            columns = [one.title for one in table.arrangement.shown_columns() if one.title]
            assert titled == [titled[0], *plain], place
            assert set(titled[0]) <= set(columns), place
            assert len(plain) == table.model().rowCount(), place
            assert not [cell for row in plain for cell in row if SHOWN_DAY.fullmatch(cell)], place
            seen += 1
    assert seen >= 6


def copied():
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert data.hasText()
    return list(csv.reader(data.text().splitlines(), delimiter="\t"))


def test_dates_are_copied_in_iso_form(window, qtbot):
    (table,) = tables(went(window, "changes"))
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    assert ISO.search(QGuiApplication.clipboard().text())


# Check 22: what is exported is what is in sight.


@pytest.mark.parametrize("place", ["vendors", "assessments", "customers"])
def test_an_export_has_the_rows_and_columns_in_sight_and_no_others(window, qtbot, tmp_path, place):
    page = went(window, place)
    hidden = [one for one in page.pane.table.arrangement.shown_columns() if one.title][-1]
    page.pane.table.arrangement.show(hidden.key, visible=False)
    page.pane.filter_bar.go_to_field()
    qtbot.keyClicks(page.pane.filter_bar.field, "e")
    qtbot.waitUntil(lambda: page.pane.model.query.text == "e", timeout=2_000)
    target = tmp_path / "view.csv"
    window.context.messages.answers.append(target)
    page.export_view()
    titles, *rows = csv.reader(target.read_text("utf-8-sig").splitlines())
    shown = page.pane.table.arrangement.shown_columns()
    assert titles == [one.title for one in shown if one.kind is not Cell.CHECK]
    assert hidden.title not in titles
    assert len(rows) == page.pane.model.rowCount()
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@")]


# Check 19: what was narrowed, sorted and arranged stays, here and at the next start.


def test_filter_order_and_columns_stay_after_another_place_and_after_a_restart(opened, qtbot):
    store = SmallTexts()
    first = opened(store)
    changed = {place: change_the_view(pane, qtbot) for place, pane in panes(first)}
    assert len(changed) >= 4
    assert {place: the_view(pane) for place, pane in panes(first)} == changed
    again = opened(store)
    assert {place: the_view(pane) for place, pane in panes(again)} == changed


def change_the_view(pane, qtbot):
    """Types into the filter, sorts by the first title that sorts, and the other way, hides a column."""
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(pane.filter_bar.field, "e")
    qtbot.waitUntil(lambda: pane.model.query.text == "e", timeout=2_000)
    first = next(one.sort_key for one in pane.model.columns if one.sort_key)
    pane.table.head.sort_clicked.emit(first, False)
    pane.table.head.sort_clicked.emit(first, False)
    hidden = [one.key for one in pane.table.arrangement.shown_columns() if one.title][-1]
    pane.table.arrangement.show(hidden, visible=False)
    found = the_view(pane)
    assert found[0] == "e"
    assert found[1][0].key == first
    assert hidden not in found[3]
    return found


def the_view(pane):
    query = pane.table.rows.query
    shown = [one.key for one in pane.table.arrangement.shown_columns()]
    return query.text, query.sort, query.filters, shown, pane.table.model().rowCount()


def test_the_row_the_keyboard_is_on_and_the_selection_stay_after_another_place(window):
    kept = {}
    for place, pane in panes(window):
        last = pane.table.rows.id_at(pane.table.model().rowCount() - 1)
        if last:
            pane.table.go_to(last)
            kept[place] = (last, pane.table.selected_ids())
    assert len(kept) >= 3
    found = {
        place: (pane.table.current_id(), pane.table.selected_ids())
        for place, pane in panes(window)
        if place in kept
    }
    assert found == kept


# Check 38: commands and names.


@pytest.fixture(scope="module")
def actions(standing):
    """What can be chosen or pressed in each place; a button that unfolds a menu says its words itself."""
    return [
        (place, one)
        for place in PLACES
        for page in [went(standing, place)]
        for widget in (page, *page.findChildren(QWidget))
        for one in widget.actions()
        if not one.isSeparator() and not is_of_button(one, widget)
    ]


def is_of_button(action, widget):
    return action.menu() is not None and isinstance(widget, QAbstractButton)


def test_every_action_of_a_page_has_words(actions):
    assert [(place, one.shortcut().toString()) for place, one in actions if not one.text()] == []


def test_no_two_actions_of_a_page_share_their_keys(actions):
    keys = {(place, one): one.shortcuts() for place, one in actions}
    pressed = [(place, one.toString()) for (place, _action), all_keys in keys.items() for one in all_keys]
    assert sorted(pressed) == sorted(set(pressed))


def test_no_page_takes_the_keys_of_a_menu(standing, actions):
    commands = {
        keys.toString() for one in standing.commands for keys in standing.commands.action(one.key).shortcuts()
    }
    taken = {
        (place, keys.toString()) for place, one in actions for keys in one.shortcuts()
        if keys.toString() in commands
    }  # fmt: skip
    assert taken == set()


CHOOSERS = FilterBar | FilterField | TabBar | StayingMenu | QuarterBar | ReviewListPanel | ChoiceButton
"""What lies in these chooses what is looked at; it does nothing."""


def only_chooses(action):
    above = action.parent()
    while above is not None and not isinstance(above, CHOOSERS):
        above = above.parent()
    return above is not None


def test_what_can_be_done_on_a_page_and_in_its_menus_is_in_the_palette_too(standing):
    missing = {}
    for place in PLACES:
        page = went(standing, place)
        search = PaletteSearch(standing.context, standing.commands, standing._offered_here)
        found = {entry.text for entry in search(">")}
        for menu in page.findChildren(QMenu):
            menu.aboutToShow.emit()
        every = [one for one in page.findChildren(QAction) if not one.isSeparator() and one.menu() is None]
        done = [one for one in every if one.isEnabled() or one.parent() is page]  # else it is a remark
        texts = {plain(one.text().partition("\t")[0]) for one in done if not only_chooses(one)}
        if texts - found:
            missing[place] = texts - found
    assert missing == {}


def test_every_command_is_in_a_menu(standing):
    hung = {action for menu in standing.top.menus.findChildren(QMenu) for action in menu.actions()}
    assert [one.key for one in standing.commands if standing.commands.action(one.key) not in hung] == []


# Check 29: questions are asked only where something cannot be taken back.

ASKED_BEFORE = {
    "vendorrisk/ui/opening/entering.py": {"take_over"},
    "vendorrisk/ui/notice/change_doings.py": {"go_live", "cancel"},
    "vendorrisk/ui/register/publish_list.py": {"accept"},
    "vendorrisk/ui/review/erasing.py": {"_ask"},
    "vendorrisk/ui/review/reports_page.py": {"freeze_quarter"},
}
"""Where the window asks "are you sure": what lasts for customers, for the world, for ever, or elsewhere."""


def test_nothing_that_can_be_undone_asks_first():
    asked = {}
    for path in sorted((ROOT / "vendorrisk" / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for function in ast.walk(ast.parse(source)) if "confirm" in source else ():
            if isinstance(function, ast.FunctionDef) and any(map(is_question, ast.walk(function))):
                asked.setdefault(path.relative_to(ROOT).as_posix(), set()).add(function.name)
    assert asked == ASKED_BEFORE


def is_question(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("messages.confirm")
