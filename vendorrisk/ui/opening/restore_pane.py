"""Restoring a backup into a new folder; what is there already is never touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vendorrisk.ui.opening.folder_field import PathField
from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Pick = Callable[[Path | None], Path | None]


class RestorePane(Pane):
    """Asks for the backup and for a folder that is empty or does not exist."""

    wanted = Signal(object, object, object)
    """The backup file, the folder, and the old workspace or its list of erasures (or none)."""

    def __init__(self, *, pick_backup: Pick, pick_folder: Pick, pick_old: Pick) -> None:
        super().__init__(tr("Restore a backup"))
        self.say(
            tr(
                "The backup is unpacked into a folder of its own and opened."
                " Nothing that you have now is changed or replaced."
            )
        )
        self.form = Form()
        self.backup = PathField(pick_backup)
        self.folder = PathField(pick_folder)
        self.erasures = PathField(pick_old)
        self.erasures.line.setPlaceholderText(tr("Optional"))
        self.form.add("backup", tr("Backup"), self.backup, required=True)
        self.form.add("folder", tr("New folder"), self.folder, required=True)
        self.form.add(
            "erasures", tr("Old workspace"), self.erasures,
            hint=tr("It, or its file register.erasures, says which persons were erased after this backup was"
                    " made. A backup that still lies in its workspace needs neither."),
        )  # fmt: skip
        self.add(self.form)
        self.restore = self.offer(tr("Restore"))
        self.restore.clicked.connect(self._on_restore)
        self.offer_leaving()
        self.start_at(self.backup)

    def fill(self, backup: Path | None, folder: Path | None, erasures: Path | None = None) -> None:
        """Fills in what is known already."""
        self.backup.show_path(backup)
        self.folder.show_path(folder)
        self.erasures.show_path(erasures)

    def show_problem(self, field: str, what: str, remedy: str) -> None:
        """Writes under a field why it was refused."""
        self.form.show_problem(field, what, remedy)
        self.form.field(field).setFocus()

    def _on_restore(self) -> None:
        if self.form.check():
            self.wanted.emit(self.backup.path(), self.folder.path(), self.erasures.path())
