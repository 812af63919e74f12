"""Every command stands in a menu, once, with its keys; stages add their own by a module of a fixed name."""

from __future__ import annotations

import sys
import types

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.ui.shell.conftest import SPOTS
from vendorrisk.ui.shell import commands as module
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.shortcuts import Command, plain


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def menus(window):
    return {plain(action.text()): action.menu() for action in window.top.menus.actions()}


def test_file_holds_workspaces_backups_lock_settings_and_quit(window):
    found = [text for text in texts(menus(window)["File"]) if text != "Import a list…"]
    wanted = [
        "New workspace…",
        "Open workspace…",
        "Open the sample workspace",
        "Open Acme && Sons",
        "Restore a backup…",
        "Lock",
        "Settings",
        "Quit",
    ]
    assert [text for text in found if text in wanted] == wanted


def test_a_recent_workspace_that_is_gone_is_not_offered(window):
    assert not any("Gone" in text for text in texts(menus(window)["File"]))


@pytest.mark.parametrize(
    ("key", "expected"),
    [("workspace.new", "new"), ("workspace.open", "open"), ("workspace.sample", "sample"),
     ("backup.restore", "restore"), ("lock", "lock")],
)  # fmt: skip
def test_commands_lead_through_the_program_s_doors(window, called, key, expected):
    window.commands.run(key)
    assert called.through == [(expected,)]


def test_lock_is_a_key_away(window, called, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert called.through == [("lock",)]


def test_menus_stand_in_their_order(window):
    order = ["File", "Edit", "View", "Vendor", "Assessment", "Notice", "Report", "Help"]
    shown = list(menus(window))
    assert shown == [name for name in order if name in shown]
    assert {"File", "Edit", "View", "Help"} <= set(shown)


def test_every_command_has_words_and_no_two_share_a_key(window):
    keys = [
        sequence.toString()
        for command in window.commands
        for sequence in window.commands.action(command.key).shortcuts()
    ]
    assert len(keys) == len(set(keys))
    assert all(command.text and plain(command.text) for command in window.commands)


def test_a_stage_adds_its_commands_by_name(theme, qtbot, context, monkeypatch):
    ran = []
    stage = types.ModuleType("vendorrisk.ui.decision.commands")
    stage.commands_for = lambda given: [
        Command(key="x.import", menu="&File", text="Import something…", run=lambda: ran.append(given)),
        Command(key="x.approve", menu="&Assessment", text="Approve", run=lambda: None),
    ]
    monkeypatch.setitem(sys.modules, "vendorrisk.ui.decision.commands", stage)
    monkeypatch.setattr(module, "find_spec", lambda name: stage if "decision" in name else None)
    window = Window(context, SPOTS)
    qtbot.addWidget(window)
    file = texts(menus(window)["File"])
    assert file.index("Open Acme && Sons") < file.index("Import something…") < file.index("Lock")
    assert texts(menus(window)["Assessment"]) == ["Approve"]
    window.commands.run("x.import")
    assert ran == [context]


def test_copy_reaches_whatever_has_the_keyboard(window, qtbot):
    line = QLineEdit("copied by the menu")
    window.page("home").add(line)
    line.show()
    line.setFocus()
    line.selectAll()
    window.commands.run("copy")
    assert QGuiApplication.clipboard().text() == "copied by the menu"


def test_diagnostics_are_copied(window):
    window.commands.run("help.diagnostics")
    assert QGuiApplication.clipboard().text() == "diagnosed"


def test_without_the_program_around_it_a_window_still_has_its_own_commands(theme, qtbot):
    from tests.support.contexts import make_context

    window = Window(make_context(), SPOTS)
    qtbot.addWidget(window)
    keys = {command.key for command in window.commands}
    assert {"settings", "quit", "undo", "redo", "find", "help.keys"} <= keys
    assert not {"lock", "workspace.new", "backup.now", "help.about"} & keys


def test_each_menu_has_a_letter_of_its_own(window):
    titles = [action.text() for action in window.top.menus.actions()]
    letters = [title[title.index("&") + 1].casefold() for title in titles]
    assert len(set(letters)) == len(titles)
