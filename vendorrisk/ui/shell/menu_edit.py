"""The menu Edit: undo and redo by the name of the step, and copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.shortcuts import Commands


def commands(context: Context) -> list[Command]:
    """Undo, redo, copy. Copying has no shortcut here: whatever has the keyboard copies by itself."""
    menu = tr("&Edit")
    return [
        Command(key="undo", menu=menu, text=tr("Undo"), keys=(QKeySequence.StandardKey.Undo,),
                run=context.undo, drawing=Icon.UNDO,
                why_not=context.why_no_undo),
        Command(key="redo", menu=menu, text=tr("Redo"), keys=("Ctrl+Y", "Ctrl+Shift+Z"),
                run=context.redo, drawing=Icon.REDO,
                why_not=lambda: "" if context.redo_label() else tr("There is nothing to redo.")),
        Command(key="copy", menu=menu, text=tr("Copy\tCtrl+C"), run=_press_copy, drawing=Icon.COPY,
                starts_group=True),
        Command(key="copy.titles", menu=menu, text=tr("Copy with column names\tCtrl+Shift+C"),
                run=_press_copy_with_titles),
    ]  # fmt: skip


def name_steps(known: Commands, context: Context) -> None:
    """Writes into the menu which step undo and redo are about."""
    for key, word, step in (
        ("undo", tr("Undo"), context.undo_label()),
        ("redo", tr("Redo"), context.redo_label()),
    ):
        known.action(key).setText(f"{word}: {step}".replace("&", "&&") if step else word)


def _press_copy() -> None:
    _press(Qt.KeyboardModifier.ControlModifier)


def _press_copy_with_titles() -> None:
    _press(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def _press(modifiers: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, modifiers))
