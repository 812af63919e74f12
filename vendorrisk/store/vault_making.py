"""New workspaces: made from nothing, restored from a backup, or raised to a newer layout. Never half."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_file import new_key_file, write_key_file
from vendorrisk.store.keys.key_slots import ArgonCost
from vendorrisk.store.keys.slot_changes import offer_recovery_code, remember_in_keyring, set_passphrase
from vendorrisk.store.place_check import refuse_shared_place
from vendorrisk.store.sqlite.backup_file import read_manifest
from vendorrisk.store.sqlite.backups import copy_register, make_backup, space_needed, unpack_backup
from vendorrisk.store.sqlite.engines import open_engines
from vendorrisk.store.sqlite.health import require_sound
from vendorrisk.store.sqlite.opener import RegisterFile, create_register
from vendorrisk.store.vault import enter, furnished, with_backups
from vendorrisk.store.workspace_folder import appearing, refuse_taken
from vendorrisk.usecases.safe_files import LITTER_PREFIX, disk_full_named, require_space, sync_folder
from vendorrisk.usecases.workspace.opening_outcomes import OpeningRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from vendorrisk.store.keys.unlocking import KeySource
    from vendorrisk.store.sqlite.backup_manifest import Manifest
    from vendorrisk.store.sqlite.backups import BackupNeeds
    from vendorrisk.store.vault import Entered, Machine, OpenVault, Permissions
    from vendorrisk.store.workspace_folder import WorkspaceFolder
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup, Refusal
    from vendorrisk.usecases.workspace.secret_keeper import KeeperState, SecretKeeper

_SMALLEST_WORKSPACE = 8 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The newest layout (a number, kept as `user_version`) and what raises an older or empty file to it.

    `raise_to_newest` gets a connection inside a transaction, with references between rows unchecked until
    the end, so that tables may be rebuilt.
    """

    newest: int
    raise_to_newest: Callable[[Connection], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWishes:
    """How a new workspace shall open besides its recovery code: a keyring, a passphrase, both or neither."""

    keeper: SecretKeeper | None = None
    passphrase: str | None = field(default=None, repr=False)
    cost: ArgonCost = field(default_factory=ArgonCost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    """A new workspace, open; the recovery code is shown once and stands nowhere else.

    `keyring` says how the keyring took its part, None if it was not asked.
    """

    workspace: OpenVault
    recovery_code: str = field(repr=False)
    keyring: KeeperState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup was unpacked into `folder`; it opens with any way the original had."""

    folder: Path
    backup: Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """The layout went from `stored` to `wanted`; `backup` is the proved copy, None if nothing was due."""

    workspace: OpenVault
    stored: int
    wanted: int
    backup: KnownBackup | None


def create_vault(
    root: Path,
    *,
    readme: str,
    wishes: KeyWishes,
    schema: Schema,
    machine: Machine,
    allowed: Permissions | None = None,
) -> Created | Refusal:
    """Makes a workspace in a folder that does not exist yet or is empty; it appears whole or not at all.

    `readme` is the text for README.txt in the person's language.
    """
    try:
        _require_own_place(root, machine, allowed)
        require_space(root, _SMALLEST_WORKSPACE)
        with appearing(root) as folder:
            folder.furnish(readme)
            key, code, keyring = _filled(folder, wishes, schema, machine)
        entered = enter(root, key, newest=schema.newest, machine=machine, allowed=allowed)
        workspace = furnished(entered, newest=schema.newest, machine=machine)
    except OpeningRefused as refused:
        return refused.outcome
    return Created(workspace=workspace, recovery_code=code, keyring=keyring)


def restore_vault(
    backup: Path,
    into: Path,
    *,
    machine: Machine,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> Restored | Refusal:
    """Unpacks a backup into a folder that does not exist yet or is empty; existing data is never touched.

    Raises:
        BackupUnreadable: it is cut off, altered or no backup. DiskFull: it does not fit.
    """
    try:
        _require_own_place(into, machine, None)
        return Restored(folder=into.absolute(), backup=unpack_backup(backup, into, step=step))
    except OpeningRefused as refused:
        return refused.outcome


def look_before_restoring(backup: Path, into: Path, *, machine: Machine) -> Refusal | None:
    """Says what would stand in the way of restoring, without writing anything.

    Raises:
        BackupUnreadable: it is cut off, altered or no backup.
    """
    try:
        look_before_making(into, machine)
    except OpeningRefused as refused:
        return refused.outcome
    read_manifest(backup)
    return None


def look_before_making(root: Path, machine: Machine) -> None:
    """Raises OpeningRefused for a place where no workspace can be made; writes nothing."""
    _require_own_place(root, machine, None)
    refuse_taken(root.absolute())


def migrate_vault(
    root: Path,
    source: KeySource,
    *,
    schema: Schema,
    needs: BackupNeeds,
    prove: Callable[[KnownBackup, DataKey], object],
    machine: Machine,
    allowed: Permissions | None = None,
) -> Migrated | Refusal:
    """Raises an older workspace to the newest layout: backup, proof of the backup, then a copy is raised.

    The copy takes the register's place in one step after it checked; whatever fails before leaves the old
    register as it was. `prove` restores the backup as a trial and raises if that fails.
    """
    try:
        entered = enter(root, source, newest=schema.newest, machine=machine, allowed=allowed)
        backup = None if entered.stored == schema.newest else _raised(entered, schema, needs, prove)
        after = replace(entered, stored=schema.newest)
        workspace = furnished(after, newest=schema.newest, machine=machine)
    except OpeningRefused as refused:
        return with_backups(refused.outcome, root)
    return Migrated(workspace=workspace, stored=entered.stored, wanted=schema.newest, backup=backup)


def _require_own_place(root: Path, machine: Machine, allowed: Permissions | None) -> None:
    if allowed is None or not allowed.shared_place:
        existing = next(place for place in (root.absolute(), *root.absolute().parents) if place.exists())
        refuse_shared_place(root.absolute(), machine.file_system(existing))


def _filled(
    folder: WorkspaceFolder, wishes: KeyWishes, schema: Schema, machine: Machine
) -> tuple[DataKey, str, KeeperState | None]:
    """Makes keys first and proves them, then the register, and tells the keyring last."""
    key = DataKey.new(machine.random_bytes)
    db_uuid = UUID(bytes=machine.random_bytes(16), version=4)
    write_key_file(folder.keys, new_key_file(key, db_uuid))
    code = offer_recovery_code(folder.keys, key, random_bytes=machine.random_bytes)
    if wishes.passphrase is not None:
        set_passphrase(
            folder.keys, key, wishes.passphrase, cost=wishes.cost, random_bytes=machine.random_bytes
        )
    register = RegisterFile(path=folder.register, db_uuid=db_uuid, key=key, newest=schema.newest)
    create_register(register)
    _raise_and_check(register, schema)
    return key, code, _remembered(folder, key, wishes, machine)


def _remembered(
    folder: WorkspaceFolder, key: DataKey, wishes: KeyWishes, machine: Machine
) -> KeeperState | None:
    if wishes.keeper is None:
        return None
    return remember_in_keyring(folder.keys, key, wishes.keeper, random_bytes=machine.random_bytes).state


def _raise_and_check(register: RegisterFile, schema: Schema) -> None:
    engines = open_engines(register, rebuilding=True)
    try:
        with engines.writer.begin() as connection:
            schema.raise_to_newest(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={schema.newest}")
    finally:
        engines.dispose()
    require_sound(register)


def _raised(
    entered: Entered, schema: Schema, needs: BackupNeeds, prove: Callable[[KnownBackup, DataKey], object]
) -> KnownBackup:
    try:
        folder, register = entered.folder, entered.register
        space = space_needed(folder)
        require_space(folder.register, space)
        backup = make_backup(
            folder, register, reason=f"pre-v{entered.stored}-to-v{schema.newest}", needs=needs
        )
        prove(backup, register.key)
        with (
            disk_full_named(folder.register, needed=space),
            tempfile.TemporaryDirectory(prefix=LITTER_PREFIX, dir=folder.root) as scratch,
        ):
            raised = replace(register, path=Path(scratch) / folder.register.name)
            copy_register(register, raised)
            _raise_and_check(raised, schema)
            _swap(raised.path, folder.register)
    except BaseException:
        entered.lock.release()
        raise
    return backup


def _swap(raised: Path, register: Path) -> None:
    """Puts the raised register in place; a log of the old one must not be left to be replayed into it."""
    log = register.with_name(register.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise RuntimeError("the old register still has a write-ahead log")
    raised.replace(register)
    sync_folder(register.parent)
