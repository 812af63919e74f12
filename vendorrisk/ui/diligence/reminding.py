"""Reminding the vendors of chosen assessments: one mail draft each, into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.review.reminders import write_reminders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress


def remind(context: Context, vendor_ids: Sequence[str]) -> None:
    """Asks where to, then writes the drafts in a job and opens their folder; nothing is sent from here."""
    folder = context.messages.pick_folder(tr("Folder for the reminders"))
    if folder is None:
        return

    def work(progress: Progress) -> list[Path]:
        return write_reminders(context.office, vendor_ids, folder, step=progress.step)

    def told(written: list[Path]) -> None:
        context.tell(tr_count("{count} reminder written", "{count} reminders written", len(written)))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    context.run(tr("Writing reminders"), work, told, refresh=False)
