"""Backups from the window: made and proved in another thread, and told in the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup


def back_up_now(context: Context) -> None:
    """Makes a backup, restores it as a trial, and says so."""
    custody = context.custody
    if custody is None:
        return

    def work(progress: Progress) -> KnownBackup:
        return custody.back_up(progress.step)

    def done(made: KnownBackup) -> None:
        context.changes.backed_up.emit()
        context.tell(tr("Backup {file} was made and restored as a trial", file=made.path.name))

    context.run(tr("Backing up, then restoring it as a trial"), work, done, refresh=False)


def backup_line(backups: Sequence[KnownBackup], now: datetime) -> str:
    """When the newest backup was made, in the computer's time zone: "Backup today 08:55"."""
    if not backups:
        return tr("No backup yet")
    made, here = backups[0].created_at.astimezone(), now.astimezone()
    if made.date() == here.date():
        return tr("Backup today {time}", time=f"{made:%H:%M}")
    if (here.date() - made.date()).days == 1:
        return tr("Backup yesterday {time}", time=f"{made:%H:%M}")
    return tr("Backup {day}", day=day(made.date()))
