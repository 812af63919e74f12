"""Every command of the menu bar, with its shortcut; the palette shows the same ones.

A stage adds its own by a module `commands` in its folder (`vendorrisk/ui/register/commands.py`, ...) with
`def commands_for(context: Context) -> Sequence[Command]`. It is found by name. Its commands stand in the menu
they name (`tr("Ven&dor")`); those of File follow "Open…", before backup and lock.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from vendorrisk.ui.shell import menu_edit, menu_file, menu_help, menu_view
from vendorrisk.ui.widgets.shortcuts import Commands
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.moves import Moves
    from vendorrisk.ui.shell.places import Spot
    from vendorrisk.ui.widgets.shortcuts import Command

STAGES = ("register", "diligence", "decision", "notice", "review")
MENUS = tuple(map(mark, ("&File", "&Edit", "&View", "Ven&dor", "&Assessment", "&Notice", "&Report", "&Help")))
"""The menus in their order; one without commands is not shown."""


def commands_of(context: Context, spots: Sequence[Spot], moves: Moves) -> Commands:
    """The commands of an open workspace, in the order of the menus."""
    added = [command for name in stage_modules() for command in _of_stage(name, context)]
    file = tr("&File")
    all_of_them = [
        *menu_file.first(context),
        *(command for command in added if command.menu == file),
        *menu_file.last(context),
        *menu_edit.commands(context),
        *menu_view.commands(context, spots, moves),
        *(command for command in added if command.menu != file),
        *menu_help.commands(context, moves),
    ]
    order = [tr(text) for text in MENUS]
    commands = Commands()
    commands.add(*sorted(all_of_them, key=lambda command: order.index(command.menu)))
    return commands


def stage_modules() -> list[str]:
    """The modules of the stages that add commands."""
    names = [f"vendorrisk.ui.{stage}.commands" for stage in STAGES]
    return [name for name in names if find_spec(name) is not None]


def _of_stage(name: str, context: Context) -> Sequence[Command]:
    added: Sequence[Command] = import_module(name).commands_for(context)
    return added
