"""An encrypted workspace folder: opened with a key and a lock, locked again without a trace of the key."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from vendorrisk.store.evidence import EvidenceShelf
from vendorrisk.store.keys.key_file import read_key_file
from vendorrisk.store.keys.unlocking import unlock
from vendorrisk.store.place_check import refuse_shared_place
from vendorrisk.store.session_lock import Holder, take_lock
from vendorrisk.store.sqlite.backup_shelf import BackupShelf
from vendorrisk.store.sqlite.backups import make_backup
from vendorrisk.store.sqlite.engines import open_engines
from vendorrisk.store.sqlite.health import check_evidence, check_permissions, check_register
from vendorrisk.store.sqlite.opener import RegisterFile, refuse_hollow
from vendorrisk.store.workspace_folder import WorkspaceFolder
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    NeedsMigration,
    Opened,
    OpeningRefused,
    StillWorking,
    WorkspaceLocked,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from vendorrisk.domain.message import Problem
    from vendorrisk.store.keys.unlocking import KeySource
    from vendorrisk.store.session_lock import SessionLock
    from vendorrisk.store.sqlite.backups import BackupNeeds
    from vendorrisk.store.sqlite.engines import RegisterEngines
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup, Refusal, SlotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What the program lends the vault: randomness, the clock (UTC), who and where we are, and the drive.

    `file_system` gives what the operating system calls the file system below a folder.
    """

    random_bytes: Callable[[int], bytes]
    now: Callable[[], datetime]
    user: str
    host: str
    pid: int
    file_system: Callable[[Path], str]

    def holder(self) -> Holder:
        """Says who opens now."""
        since = self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Holder(user=self.user, host=self.host, pid=self.pid, since=since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Permissions:
    """What a person explicitly allowed: a folder on a shared drive, or the lock another machine left."""

    shared_place: bool = False
    take_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A workspace whose lock we hold and whose key we have, before its layout was looked at closely."""

    folder: WorkspaceFolder
    lock: SessionLock
    register: RegisterFile
    through: SlotKind | None
    stored: int


class OpenVault:
    """One open workspace: engines, evidence, backups. After `lock` nothing in it works any more."""

    def __init__(self, entered: Entered, engines: RegisterEngines, evidence: EvidenceShelf) -> None:
        self.folder = entered.folder
        self.through = entered.through
        self.db_uuid = entered.register.db_uuid
        self.engines = engines
        self.evidence = evidence
        self.backups = BackupShelf(entered.folder.backups)
        self._register: RegisterFile | None = entered.register
        self._lock = entered.lock

    @property
    def register(self) -> RegisterFile:
        """The register with its key, for those who open it themselves."""
        if self._register is None:
            raise WorkspaceLocked
        return self._register

    def back_up(self, *, reason: str, needs: BackupNeeds) -> KnownBackup:
        """Makes a backup beside the others; nothing is rotated away here."""
        return make_backup(self.folder, self.register, reason=reason, needs=needs)

    def check(
        self, wanted: Iterable[str], *, step: Callable[[int, int], None] = lambda _done, _all: None
    ) -> list[Problem]:
        """Reads everything once and lists every problem; `wanted` are the evidence ids of the register."""
        register = check_register(self.register)
        return [*register, *check_evidence(self.evidence, wanted, step=step), *check_permissions(self.folder)]

    def lock(self, *, force: bool = False) -> None:
        """Closes the register, forgets the key and lets others in; does nothing the second time.

        Raises:
            StillWorking: a job reads or writes, unless `force` is set because the program ends.
        """
        if not force and self.engines.busy():
            raise StillWorking(self.engines.busy())
        self._register = None
        self.engines.dispose()
        self.evidence.lock()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lock(force=True)


def open_vault(
    root: Path,
    source: KeySource,
    *,
    newest: int,
    machine: Machine,
    allowed: Permissions | None = None,
) -> Opened[OpenVault] | Refusal:
    """Opens a workspace, or says which of the known endings stands in the way; nothing is changed then.

    `source` is a typed passphrase or recovery code, the key itself, a keyring, or None to learn which ways
    there are. `newest` is the highest layout (`user_version`) this program knows.
    """
    try:
        entered = enter(root, source, newest=newest, machine=machine, allowed=allowed)
        return Opened(furnished(entered, newest=newest, machine=machine))
    except OpeningRefused as refused:
        return with_backups(refused.outcome, root)


def enter(
    root: Path, source: KeySource, *, newest: int, machine: Machine, allowed: Permissions | None = None
) -> Entered:
    """Takes the lock, then the key, then looks at the layout; on any refusal the lock is free again.

    Raises:
        OpeningRefused: with every ending but `NeedsMigration`.
    """
    allowed = allowed or Permissions()
    folder = WorkspaceFolder(root.absolute())
    folder.require_workspace()
    if not allowed.shared_place:
        refuse_shared_place(folder.root, machine.file_system(folder.root))
    with ExitStack() as undo:
        lock = take_lock(folder.lock, machine.holder(), take_over=allowed.take_over)
        undo.callback(lock.release)
        refuse_hollow(folder.register)
        key_file = read_key_file(folder.keys)
        unlocked = unlock(key_file, source)
        register = RegisterFile(
            path=folder.register, db_uuid=key_file.db_uuid, key=unlocked.key, newest=newest
        )
        stored = register.stored_version()
        undo.pop_all()
    return Entered(folder=folder, lock=lock, register=register, through=unlocked.through, stored=stored)


def furnished(entered: Entered, *, newest: int, machine: Machine) -> OpenVault:
    """Opens the engines and the evidence of an entered workspace; on a refusal its lock is free again.

    Raises:
        OpeningRefused: with `NeedsMigration` or `Damaged`.
    """
    with ExitStack() as undo:
        undo.callback(entered.lock.release)
        if entered.stored < newest:
            raise NeedsMigration(stored=entered.stored, wanted=newest).as_error()
        engines = open_engines(entered.register)
        evidence = EvidenceShelf(
            entered.folder.files, entered.register.key, random_bytes=machine.random_bytes
        )
        entered.folder.make_subfolders()
        entered.folder.tidy()
        evidence.tidy()
        undo.pop_all()
    return OpenVault(entered, engines, evidence)


def with_backups(outcome: Refusal, root: Path) -> Refusal:
    """Adds to damage the backups that could be restored instead."""
    if isinstance(outcome, Damaged):
        return replace(outcome, backups=BackupShelf(WorkspaceFolder(root).backups).known())
    return outcome
