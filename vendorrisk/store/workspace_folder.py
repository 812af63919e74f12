"""What lies where in a workspace, and how a new one appears on the disk in one step."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.usecases.safe_files import (
    LITTER_PREFIX,
    NotWritable,
    disk_full_named,
    place_named,
    remove_litter,
    replace_file,
    sync_folder,
)
from vendorrisk.usecases.workspace.opening_outcomes import FolderTaken, NotAWorkspace, ReadOnlyFolder

if TYPE_CHECKING:
    from collections.abc import Iterator

BACKUP_SUFFIX = ".vrbackup"
_OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class WorkspaceFolder:
    """The folder of one workspace and the names inside it."""

    root: Path

    @property
    def register(self) -> Path:
        """The encrypted database."""
        return self.root / "register.db"

    @property
    def keys(self) -> Path:
        """The key slots."""
        return self.root / "register.keys"

    @property
    def lock(self) -> Path:
        """The session's lock and its note."""
        return self.root / "register.lock"

    @property
    def readme(self) -> Path:
        """What a person who finds the folder should know."""
        return self.root / "README.txt"

    @property
    def files(self) -> Path:
        """The encrypted evidence."""
        return self.root / "files"

    @property
    def templates(self) -> Path:
        """The letter templates of the company."""
        return self.root / "templates"

    @property
    def outputs(self) -> Path:
        """What the program wrote for people to read."""
        return self.root / "outputs"

    @property
    def backups(self) -> Path:
        """The backup files."""
        return self.root / "backups"

    @property
    def orphan_notes(self) -> Path:
        """Since when evidence files have been wanted by nobody."""
        return self.files / "orphans.json"

    @property
    def restored_note(self) -> Path:
        """Which backup this was restored from, until the journal has it."""
        return self.root / "register.restored"

    @property
    def subfolders(self) -> tuple[Path, ...]:
        """The folders inside it."""
        return (self.files, self.templates, self.outputs, self.backups)

    def holds_data(self) -> bool:
        """Says whether a register, its keys or a backup lie here, so that a new key must never be made."""
        return self.register.exists() or self.keys.exists() or any(self.backups.glob(f"*{BACKUP_SUFFIX}"))

    def require_workspace(self) -> None:
        """Refuses a folder without any trace of a register.

        Raises:
            OpeningRefused: with `NotAWorkspace`.
        """
        if not self.root.is_dir() or not self.holds_data():
            raise NotAWorkspace(folder=str(self.root)).as_error()

    def tidy(self) -> None:
        """Removes what interrupted writes left behind; only while the session's lock is held."""
        for place in (self.root, *self.subfolders):
            remove_litter(place)

    def make_subfolders(self) -> None:
        """Makes the folders that are missing, for their owner alone."""
        for place in self.subfolders:
            place.mkdir(mode=_OWNER_ONLY, exist_ok=True)

    def furnish(self, readme: str) -> None:
        """Makes what every workspace has besides register and keys; for its owner alone."""
        self.make_subfolders()
        with replace_file(self.readme) as stream:
            stream.write(readme.encode())


@contextmanager
def appearing(root: Path) -> Iterator[WorkspaceFolder]:
    """Gives a folder to fill that becomes `root` in one step when the block ends without an error.

    `root` must not exist yet, or be empty. After an error nothing is left of the attempt.

    Raises:
        OpeningRefused: with `FolderTaken` or `ReadOnlyFolder`.
        DiskFull: it did not fit.
    """
    root = root.absolute()
    with place_named(root):
        refuse_taken(root)
    with disk_full_named(root):
        scratch = _folder_beside(root)
        try:
            yield WorkspaceFolder(scratch)
            _rename(scratch, root)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def refuse_taken(root: Path) -> None:
    """Raises OpeningRefused with `FolderTaken` unless this does not exist yet or is an empty folder."""
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        holds_data = root.is_dir() and WorkspaceFolder(root).holds_data()
        raise FolderTaken(folder=str(root), holds_data=holds_data).as_error()


def _folder_beside(root: Path) -> Path:
    try:
        with place_named(root):
            root.parent.mkdir(parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(prefix=LITTER_PREFIX, dir=root.parent))
    except NotWritable as problem:
        raise ReadOnlyFolder(folder=str(root.parent)).as_error() from problem


def _rename(scratch: Path, root: Path) -> None:
    for place in (scratch, *scratch.iterdir()):
        if place.is_dir():
            sync_folder(place)
    if root.exists():
        root.rmdir()
    scratch.rename(root)
    sync_folder(root.parent)
