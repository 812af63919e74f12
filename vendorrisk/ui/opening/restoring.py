"""Restoring a backup into a folder of its own, and opening what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.opening.refusal_pane import refuse
from vendorrisk.ui.opening.restore_pane import RestorePane
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.domain.message import Message, UserError
    from vendorrisk.ui.opening.hall import Hall

BACKUP_FILES = "*.vrbackup"


class Restoring:
    """One restore, from the question to the opened copy."""

    def __init__(
        self,
        hall: Hall,
        open_folder: Callable[[Path], None],
        *,
        backup: Path | None = None,
        near: Path | None = None,
    ) -> None:
        """Takes what opens a folder afterwards, and what is known already: the backup, the damaged folder."""
        self._hall = hall
        self._open_folder = open_folder
        self._backup = backup
        self._folder = _beside(near) if near else None
        self._erasures: Path | None = None

    def ask(self) -> RestorePane:
        """Asks for the backup and the new folder."""
        pane = RestorePane(
            pick_backup=self._pick_backup, pick_folder=self._pick_folder, pick_old=self._pick_old
        )
        folder = self._folder or self._hall.front.default_folder(tr("Restored"))
        pane.fill(self._backup, folder, self._erasures)
        pane.wanted.connect(self._chosen)
        pane.left.connect(self._hall.back)
        self._hall.page.show_pane(pane)
        return pane

    def _chosen(self, backup: Path, folder: Path, erasures: Path | None) -> None:
        self._backup, self._folder, self._erasures = backup, folder, erasures
        self._restore(backup, folder, erasures)

    def _restore(self, backup: Path, folder: Path, erasures: Path | None) -> None:
        front = self._hall.front
        self._hall.work(
            tr("Restoring {file}…", file=backup.name),
            lambda progress: front.restore(backup, folder, progress.step, erasures=erasures),
            lambda remarks: self._restored(folder, remarks),
            self._refused,
            can_stop=True,
        )

    def _restored(self, folder: Path, remarks: list[Message]) -> None:
        """Says who may be back, before anything of the restored workspace is seen, and opens it."""
        if remarks:
            self._hall.messages.explain(
                tr("The backup was restored."), "\n".join(self._hall.say(one) for one in remarks)
            )
        self._open_folder(folder)

    def _refused(self, error: UserError) -> None:
        refuse(self._hall, error, self.ask, tr("Choose again"))

    def _pick_backup(self, start: Path | None) -> Path | None:
        kinds = tr("Backups ({pattern})", pattern=BACKUP_FILES)
        return self._hall.messages.pick_file(tr("Backup to restore"), kinds=kinds, start=start)

    def _pick_old(self, start: Path | None) -> Path | None:
        return self._hall.messages.pick_folder(tr("Old workspace of the backup"), start=start)

    def _pick_folder(self, start: Path | None) -> Path | None:
        return self._hall.messages.pick_folder(tr("Empty folder to restore into"), start=start)


def _beside(folder: Path) -> Path:
    """A folder that does not exist yet, next to one that does."""
    wanted = (
        folder.with_name(f"{folder.stem} restored{number}{folder.suffix}")
        for number in ("", *(f" {count}" for count in range(2, 100)))
    )
    return next(place for place in wanted if not place.exists())
