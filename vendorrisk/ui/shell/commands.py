"""Every command of the menu bar, with its shortcut; the palette shows the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from vendorrisk.ui.widgets.shortcuts import Command, Commands
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.places import Spot

DIGITS = "123456789"


def commands_of(context: Context, spots: Sequence[Spot]) -> Commands:
    """The commands of an open workspace, in the order of the menus."""
    commands = Commands()
    commands.add(*_file(context), *_edit(context), *_view(context, spots))
    return commands


def _file(context: Context) -> list[Command]:
    menu = tr("&File")
    return [
        Command(key="settings", menu=menu, text=tr("Settings"), keys=("Ctrl+,",),
                run=lambda: context.go("settings")),
        Command(key="quit", menu=menu, text=tr("Quit"), keys=(QKeySequence.StandardKey.Quit,),
                run=QApplication.closeAllWindows, starts_group=True),
    ]  # fmt: skip


def _edit(context: Context) -> list[Command]:
    menu = tr("&Edit")
    return [
        Command(key="undo", menu=menu, text=tr("Undo"), keys=(QKeySequence.StandardKey.Undo,),
                run=context.undo, why_not=_reason_against_undo(context)),
        Command(key="redo", menu=menu, text=tr("Redo"), keys=("Ctrl+Y", "Ctrl+Shift+Z"), run=context.redo),
    ]  # fmt: skip


def _view(context: Context, spots: Sequence[Spot]) -> list[Command]:
    menu = tr("&View")
    places = [spot for spot in spots if spot.text]
    digits = [*DIGITS, *[""] * len(places)]
    return [_go_to(context, menu, spot, digit) for spot, digit in zip(places, digits, strict=False)]


def _go_to(context: Context, menu: str, spot: Spot, digit: str) -> Command:
    return Command(
        key=f"go.{spot.key}", menu=menu, text=tr(spot.text), keys=(f"Ctrl+{digit}",) if digit else (),
        run=lambda: context.go(spot.key),
    )  # fmt: skip


def _reason_against_undo(context: Context) -> Callable[[], str]:
    return lambda: "" if context.undo_label() else tr("There is nothing to undo.")
