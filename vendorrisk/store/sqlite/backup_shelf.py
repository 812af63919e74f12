"""The folder of backups: what is there, which were proved by restoring them, and which may go."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError
from vendorrisk.store.sqlite.backup_file import read_manifest
from vendorrisk.store.sqlite.backup_rotation import to_remove
from vendorrisk.store.workspace_folder import BACKUP_SUFFIX
from vendorrisk.usecases.safe_files import replace_file
from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.store.sqlite.backup_manifest import Manifest
    from vendorrisk.store.sqlite.backup_rotation import Retention

_MARKS = "verified.json"


@dataclass(frozen=True, slots=True)
class BackupShelf:
    """The backups in one folder; all of it works without a key, also while the workspace is damaged."""

    folder: Path

    def known(self) -> tuple[KnownBackup, ...]:
        """Lists the backups whose contents agree with what they say of themselves, newest first."""
        marks = self._marks()
        found = [backup for path in self._paths() if (backup := _described(path, marks)) is not None]
        return tuple(sorted(found, key=lambda backup: backup.sequence, reverse=True))

    def unreadable(self) -> tuple[Path, ...]:
        """Lists files that could not be restored, such as empty or cut off ones; never removed by us."""
        return tuple(path for path in self._paths() if _described(path, {}) is None)

    def newest_sequence(self) -> int:
        """Gives the highest number in use, also by files that cannot be read any more; 0 if there is none."""
        numbers = (path.name.partition("-")[0] for path in self._paths())
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

    def mark_verified(self, backup: KnownBackup, *, at: datetime) -> None:
        """Notes that this very file was restored as a trial; a changed file loses the mark."""
        marks = {path.name: self._marks().get(path.name) for path in self._paths()}
        marks[backup.path.name] = (at.astimezone(UTC).isoformat(), _fingerprint(read_manifest(backup.path)))
        content = {name: mark for name, mark in marks.items() if mark is not None}
        with replace_file(self.folder / _MARKS) as stream:
            stream.write(json.dumps(content, indent=1).encode())

    def rotate(self, retention: Retention | None = None) -> tuple[KnownBackup, ...]:
        """Removes the backups that the rule lets go, and lists them."""
        removed = tuple(to_remove(self.known(), retention))
        for backup in removed:
            backup.path.unlink(missing_ok=True)
        return removed

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob(f"[!.]*{BACKUP_SUFFIX}"))

    def _marks(self) -> dict[str, tuple[str, str]]:
        try:
            stored = json.loads((self.folder / _MARKS).read_bytes())
            return {
                name: (datetime.fromisoformat(at).astimezone(UTC).isoformat(), str(mark))
                for name, (at, mark) in stored.items()
            }
        except (FileNotFoundError, ValueError, TypeError, AttributeError):
            return {}


def describe(path: Path, manifest: Manifest) -> KnownBackup:
    """Tells of a backup what a person needs for choosing one."""
    return KnownBackup(
        path=path,
        sequence=manifest.sequence,
        created_at=manifest.created_at,
        reason=manifest.reason,
        app_version=manifest.app_version,
        schema=manifest.user_version,
    )


def _described(path: Path, marks: dict[str, tuple[str, str]]) -> KnownBackup | None:
    try:
        manifest = read_manifest(path)
    except UserError:
        return None
    backup = describe(path, manifest)
    at, mark = marks.get(path.name, ("", ""))
    return (
        replace(backup, verified_at=datetime.fromisoformat(at)) if mark == _fingerprint(manifest) else backup
    )


def _fingerprint(manifest: Manifest) -> str:
    return hashlib.sha256(manifest.sealed).hexdigest()
