"""The menu File: workspaces, their backups, the lock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from vendorrisk.ui.shell.backing_up import back_up_now
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.shortcuts import Command
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.doors import Doors

SHOWN_RECENT = 4


def first(context: Context) -> list[Command]:
    """Making and opening workspaces; what stages import comes after it."""
    doors = context.doors
    return [] if doors is None else [*_opening(doors), *_recent(doors)]


def _opening(doors: Doors) -> list[Command]:
    menu = tr("&File")
    return [
        Command(key="workspace.new", menu=menu, text=tr("New workspace…"), run=doors.new),
        Command(key="workspace.open", menu=menu, text=tr("Open workspace…"),
                keys=(QKeySequence.StandardKey.Open,), run=doors.open),
        Command(key="workspace.sample", menu=menu, text=tr("Open the sample workspace"), run=doors.sample),
    ]  # fmt: skip


def _recent(doors: Doors) -> list[Command]:
    there = [one for one in doors.recent() if one.there][:SHOWN_RECENT]
    return [
        Command(
            key=f"workspace.recent.{number}", menu=tr("&File"),
            text=tr("Open {company}", company=one.company.replace("&", "&&")),
            run=partial(doors.open_recent, one.folder), starts_group=number == 1,
        )
        for number, one in enumerate(there, start=1)
    ]  # fmt: skip


def last(context: Context) -> list[Command]:
    """Backups, lock, settings and the way out."""
    menu = tr("&File")
    return [
        *_keeping(context, menu),
        Command(key="settings", menu=menu, text=tr("Settings"), keys=("Ctrl+,",), drawing=Icon.SETTINGS,
                run=partial(context.go, "settings"), starts_group=True),
        Command(key="quit", menu=menu, text=tr("Quit"), keys=(QKeySequence.StandardKey.Quit,),
                run=QApplication.closeAllWindows, starts_group=True),
    ]  # fmt: skip


def _keeping(context: Context, menu: str) -> list[Command]:
    found: list[Command] = []
    if context.custody is not None:
        found.append(
            Command(key="backup.now", menu=menu, text=tr("Back up now"),
                    run=partial(back_up_now, context), starts_group=True),
        )  # fmt: skip
    if context.doors is not None:
        found += [
            Command(key="backup.restore", menu=menu, text=tr("Restore a backup…"), run=context.doors.restore),
            Command(key="lock", menu=menu, text=tr("Lock"), keys=("Ctrl+L",), drawing=Icon.LOCK,
                    run=context.doors.lock, starts_group=True),
        ]  # fmt: skip
    return found
