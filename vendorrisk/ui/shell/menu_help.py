"""The menu Help: the guide, the keys, what this program is, and facts for a report of a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence

from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.doors import Doors
    from vendorrisk.ui.shell.moves import Moves


def commands(context: Context, moves: Moves) -> list[Command]:
    """Help never changes anything."""
    menu, doors = tr("&Help"), context.doors
    keys = Command(key="help.keys", menu=menu, text=tr("Keyboard"), keys=("Ctrl+F1",), run=moves.show_keys)
    if doors is None:
        return [keys]
    return [
        Command(key="help.guide", menu=menu, text=tr("User guide"),
                keys=(QKeySequence.StandardKey.HelpContents,), run=moves.show_guide, drawing=Icon.HELP),
        keys,
        Command(key="help.diagnostics", menu=menu, text=tr("Copy diagnostics"),
                run=lambda: _copy_diagnostics(context, doors), starts_group=True),
        Command(key="help.about", menu=menu, text=tr("About vendorrisk"), run=moves.show_about),
    ]  # fmt: skip


def _copy_diagnostics(context: Context, doors: Doors) -> None:
    QGuiApplication.clipboard().setText(doors.diagnostics())
    context.tell(tr("Diagnostics are on the clipboard; they hold nothing of your data"))
