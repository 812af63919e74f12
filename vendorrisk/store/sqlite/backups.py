"""Making a backup of an open register, and unpacking one into an empty folder."""

from __future__ import annotations

import re
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorrisk.store.evidence import stored_files
from vendorrisk.store.restored_note import leave_note
from vendorrisk.store.sqlite.backup_file import extract, template_member, write_container
from vendorrisk.store.sqlite.backup_manifest import Facts, Manifest
from vendorrisk.store.sqlite.backup_shelf import BackupShelf, describe
from vendorrisk.store.sqlite.engines import open_engines
from vendorrisk.store.sqlite.health import require_sound
from vendorrisk.store.sqlite.opener import Access, disk_named, open_register
from vendorrisk.store.workspace_folder import BACKUP_SUFFIX, WorkspaceFolder, appearing
from vendorrisk.usecases.safe_files import (
    LITTER_PREFIX,
    disk_full_named,
    place_named,
    replace_file,
    require_space,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from vendorrisk.store.sqlite.opener import RegisterFile
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup

    Step = Callable[[int, int], None]

SPACE_FACTOR = 3
_REASON = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupNeeds:
    """What a backup takes from the program: its version, the time (UTC), random bytes, the journal's head.

    `journal_head` is asked on a connection to the copy and gives anything JSON can hold.
    """

    app_version: str
    now: datetime
    random_bytes: Callable[[int], bytes]
    journal_head: Callable[[Connection], Any]


def make_backup(
    folder: WorkspaceFolder, register: RegisterFile, *, reason: str, needs: BackupNeeds
) -> KnownBackup:
    """Writes one file with register, key slots, evidence and templates; writers and readers go on meanwhile.

    `reason` becomes part of the name (small letters, digits, hyphens), such as `manual` or `pre-v1-to-v2`.

    Raises:
        DiskFull: three times the register and once the evidence do not fit.
        NoFolder, NotWritable: the workspace is no longer there, or its folder takes no files.
        OpeningRefused: with `Damaged` if the register does not copy soundly; nothing was written then.
    """
    if not _REASON.fullmatch(reason):
        raise ValueError(f"{reason} cannot stand in a file name")
    shelf = BackupShelf(folder.backups)
    target = folder.backups / _name(shelf.newest_sequence() + 1, needs.now, reason)
    size = space_needed(folder)
    require_space(target, size)
    with (
        disk_full_named(target, needed=size),
        _scratch(folder) as scratch,
    ):
        copy = replace(register, path=Path(scratch) / folder.register.name)
        copy_register(register, copy)
        manifest, facts = _described(copy, shelf.newest_sequence() + 1, reason, needs)
        with replace_file(target, needed=size) as sink:
            manifest = write_container(
                sink,
                _members(folder, copy.path),
                manifest=manifest,
                facts=facts,
                key=register.key,
                random_bytes=needs.random_bytes,
            )
    return describe(target, manifest)


def _scratch(folder: WorkspaceFolder) -> tempfile.TemporaryDirectory[str]:
    """A place for the copy, inside the folder of backups, which may have been tidied away."""
    with place_named(folder.backups):
        folder.make_subfolders()
    with place_named(folder.backups / LITTER_PREFIX):
        return tempfile.TemporaryDirectory(prefix=LITTER_PREFIX, dir=folder.backups)


def unpack_backup(backup: Path, into: Path, *, step: Step = lambda _done, _all: None) -> Manifest:
    """Restores a backup into a folder that does not exist yet or is empty; it appears whole or not at all.

    No key is needed for that; opening the restored workspace takes any way the original had.

    Raises:
        BackupUnreadable: it is cut off, altered or no backup. DiskFull: it does not fit.
        OpeningRefused: with `FolderTaken` or `ReadOnlyFolder`.
    """
    require_space(into, SPACE_FACTOR * backup.stat().st_size if backup.is_file() else 0)
    with appearing(into) as folder:
        manifest = extract(backup, folder.root, step=step)
        folder.make_subfolders()
        leave_note(folder.restored_note, manifest)
    return manifest


def copy_register(source: RegisterFile, target: RegisterFile) -> None:
    """Copies a register under one reading transaction into one new file with the same key, and checks it."""
    with (
        closing(open_register(source)) as here,
        closing(open_register(target, access=Access.CREATE)) as there,
        disk_named(target.path),
    ):
        here.backup(there)
    require_sound(target)


def space_needed(folder: WorkspaceFolder) -> int:
    """Gives the free bytes a backup or a migration wants: three times the register, once everything else."""
    log = folder.register.with_name(folder.register.name + "-wal")
    register = sum(path.stat().st_size for path in (folder.register, log) if path.exists())
    return SPACE_FACTOR * register + sum(path.stat().st_size for _, path in _attachments(folder))


def count_rows(connection: Connection) -> dict[str, int]:
    """Counts the rows of every table."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).scalars()
    quoted = {name: name.replace('"', '""') for name in names}
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{safe}"').scalar_one())  # noqa: S608
        for name, safe in quoted.items()
    }


def _described(copy: RegisterFile, sequence: int, reason: str, needs: BackupNeeds) -> tuple[Manifest, Facts]:
    engines = open_engines(copy)
    try:
        with engines.reader.connect() as connection:
            facts = Facts(rows=count_rows(connection), journal_head=needs.journal_head(connection))
    finally:
        engines.dispose()
    manifest = Manifest(
        sequence=sequence,
        created_at=needs.now.astimezone(UTC),
        reason=reason,
        app_version=needs.app_version,
        db_uuid=copy.db_uuid,
        user_version=copy.stored_version(),
    )
    return manifest, facts


def _members(folder: WorkspaceFolder, register_copy: Path) -> Iterator[tuple[str, Path]]:
    yield folder.register.name, register_copy
    yield folder.keys.name, folder.keys
    yield from _attachments(folder)


def _attachments(folder: WorkspaceFolder) -> Iterator[tuple[str, Path]]:
    """Evidence is listed after the register was copied, so every file that the copy mentions is there."""
    if folder.readme.exists():
        yield folder.readme.name, folder.readme
    for path in stored_files(folder.files):
        yield f"files/{path.parent.name}/{path.name}", path
    for path in sorted(folder.templates.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield template_member(path.relative_to(folder.templates).parts), path


def _name(sequence: int, now: datetime, reason: str) -> str:
    return f"{sequence:06d}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{reason}{BACKUP_SUFFIX}"
