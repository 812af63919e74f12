"""Every command stands in one register; no two share a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command, Commands, plain


class Done(list):
    def note(self, what):
        return lambda: self.append(what)


@pytest.fixture
def done():
    return Done()


@pytest.fixture
def blocked():
    return {"reason": ""}


@pytest.fixture
def commands(theme, done, blocked):
    commands = Commands()
    commands.add(
        Command(key="new", menu="&File", text="&New vendor…", run=done.note("new"), keys=("Ctrl+Shift+N",)),
        Command(
            key="undo", menu="&Edit", text="Undo", run=done.note("undo"),
            keys=(QKeySequence.StandardKey.Undo,),
        ),
        Command(
            key="live", menu="&File", text="Go live", run=done.note("live"), keys=("Ctrl+L", "F8"),
            why_not=lambda: blocked["reason"], drawing=Icon.CHECK, starts_group=True,
        ),
    )  # fmt: skip
    return commands


@pytest.fixture
def window(commands, qtbot):
    window = QMainWindow()
    commands.fill(window.menuBar())
    commands.attach(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_shortcut_does_the_command(window, qtbot, done):
    qtbot.keyClick(
        window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert done == ["new", "live"]


def test_a_command_that_cannot_be_done_says_why_instead(commands, qtbot, done, blocked):
    blocked["reason"] = "One objection is open."
    with qtbot.waitSignal(commands.refused) as heard:
        commands.run("live")
    assert heard.args == ["One objection is open."]
    assert done == []


def test_an_open_menu_greys_what_cannot_be_done_and_shortcuts_stay_alive(window, commands, qtbot, blocked):
    blocked["reason"] = "One <objection> is open."
    menu = window.menuBar().actions()[0].menu()
    menu.aboutToShow.emit()
    assert not commands.action("live").isEnabled()
    assert "One &lt;objection&gt; is open." in commands.action("live").toolTip()
    assert commands.action("new").isEnabled()
    menu.aboutToHide.emit()
    qtbot.waitUntil(commands.action("live").isEnabled)


def test_menus_stand_in_the_order_of_the_register(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    assert [menu.title() for menu in menus] == ["&File", "&Edit"]
    assert [action.text() for action in menus[0].actions()] == ["&New vendor…", "", "Go live"]
    assert menus[0].actions()[1].isSeparator()
    assert not menus[0].actions()[2].icon().isNull()


def test_a_key_can_be_given_once(commands):
    for keys in (("Ctrl+Shift+N",), (QKeySequence.StandardKey.Undo,), ("F8",)):
        with pytest.raises(ValueError, match="belongs to"):
            commands.add(Command(key=f"other{keys}", menu="x", text="Other", run=print, keys=keys))


@pytest.mark.parametrize("command", [{"key": "new", "text": "Again"}, {"key": "blank", "text": ""}])
def test_names_are_unique_and_nothing_is_without_text(commands, command):
    with pytest.raises(ValueError, match="has no text or is already there"):
        commands.add(Command(menu="x", run=print, **command))


def test_the_shown_keys_are_the_first_ones(commands):
    assert commands.shortcut_text("live") == "Ctrl+L"
    assert [command.key for command in commands] == ["new", "undo", "live"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("&New vendor…", "New vendor"), ("Terms && dates", "Terms & dates"), ("V&endor", "Vendor")],
)
def test_menu_texts_lose_their_marks_in_the_palette(text, bare):
    assert plain(text) == bare
