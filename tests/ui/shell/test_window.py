"""The window refreshes what is in sight, names the steps it can take back, and remembers its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.support.contexts import make_context
from tests.ui.shell.conftest import SPOTS
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.shell.window import Window
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.journal import history

CTRL = Qt.KeyboardModifier.ControlModifier


def adds_a_vendor(context, name="Carrier Norte"):
    return context.do(lambda: add(context.office, Vendor, {"name": name, "country": "BR"}))


def test_a_change_is_shown_saved_and_named(window, context):
    page = window.page("home")
    before = page.read
    adds_a_vendor(context)
    assert page.read == before + 1
    assert window.status._saved.text().startswith("Saved ")
    assert window.status.undo_text() == "Undo: add a vendor"
    assert window.commands.action("undo").text() == "Undo: add a vendor"


def test_undo_and_redo_by_keys_with_the_step_in_the_menu(window, context, qtbot):
    vendor = adds_a_vendor(context)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.commands.action("redo").text() == "Redo: add a vendor"
    assert window.commands.action("undo").text() == "Undo"
    assert window.status.undo_text() == ""
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    with context.office.book.reading() as reader:
        assert [one.id for one in reader.find(Vendor)] == [vendor.id]


def test_undo_with_nothing_to_undo_says_so_in_the_status_line(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.status._saved.text() == "There is nothing to undo."


def test_undo_after_a_final_step_names_it_and_what_makes_it_final(window, context, qtbot):
    vendor = adds_a_vendor(context)
    history.erase_person(context.office, (Vendor, vendor.id, ("owner",)))
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.status._saved.text() == "“Erase a person” cannot be undone: personal data was erased."


def test_why_a_command_was_refused_is_not_said_at_the_next_place(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    window.go("vendors")
    assert window.status._saved.text() == ""


def test_pages_out_of_sight_are_read_when_they_are_gone_to(window, context):
    window.go("vendors")
    window.go("home")
    vendors = window.page("vendors")
    before = vendors.read
    adds_a_vendor(context)
    assert vendors.read == before
    window.go("vendors")
    assert vendors.read == before + 1


def test_a_place_is_a_key_away_and_the_way_back_too(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.where().page == "vendors"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.where().page == "home"
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.where().page == "vendors"


def test_the_last_place_is_there_at_the_next_start(window, theme, qtbot, context):
    window.go("customers")
    window.go("settings")
    again = Window(context, SPOTS)
    qtbot.addWidget(again)
    again.open_first(SPOTS)
    assert again.where().page == "home"
    window.go("customers")
    again.open_first(SPOTS)
    assert again.where().page == "customers"


def test_settings_light_no_place_and_the_keyboard_still_reaches_one(window):
    window.go("settings")
    items = [window.nav.item(key) for key in ("home", "vendors", "customers")]
    assert [item.isChecked() for item in items] == [False, False, False]
    assert items[0].focusPolicy() == Qt.FocusPolicy.StrongFocus
    window.go("vendors")
    assert window.nav.item("vendors").isChecked()


def test_a_page_without_keys_of_its_own_leaves_the_line_to_the_backup(theme, qtbot):
    class Custody:
        def backups(self):
            return []

    context = make_context()
    context.custody = Custody()
    window = Window(context, SPOTS)
    qtbot.addWidget(window)
    window.go("home")
    qtbot.waitUntil(lambda: window.status._hints.text() == "No backup yet")
    window.go("vendors")
    assert window.status._hints.text() == "F2: edit    Enter: open"


def test_text_grows_and_shrinks_by_keys_and_is_remembered(window, theme, qtbot, context):
    qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Equal, CTRL)
    assert (theme.text_size, context.store.get("look.text_size")) == (120, "120")
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert theme.text_size == 110
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert (theme.text_size, context.store.get("look.text_size")) == (100, "100")


@pytest.mark.parametrize("scheme", ["light", "dark", "system"])
def test_colours_are_chosen_in_the_menu_and_remembered(window, theme, context, scheme):
    window.commands.run(f"scheme.{scheme}")
    assert theme.scheme == scheme
    assert context.store.get("look.scheme") == scheme


def test_a_remark_goes_to_the_status_line(window, context):
    context.tell("Diagnostics are on the clipboard")
    assert window.status._saved.text() == "Diagnostics are on the clipboard"
