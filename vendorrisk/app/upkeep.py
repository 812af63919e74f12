"""Looking after a workspace: check, backup with a trial restore, restore, migrate, forget a key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.app.erasure_list import Source, erasures_for, remember
from vendorrisk.app.wiring import (
    PLAIN,
    Manner,
    OpenWorkspace,
    backup_needs,
    child_argv,
    furnished,
    machine,
    opened,
    schema,
)
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.message import msg
from vendorrisk.store.evidence_sweep import sweep_orphans
from vendorrisk.store.keys.slot_changes import forget_in_keyring
from vendorrisk.store.schema import SCHEMA_VERSION
from vendorrisk.store.sqlite.backup_file import read_manifest
from vendorrisk.store.sqlite.verifying import verify_backup
from vendorrisk.store.vault_making import (
    Migrated,
    Restored,
    look_before_restoring,
    migrate_vault,
    restore_vault,
)
from vendorrisk.usecases.workspace.opening_outcomes import NeedsKey, NeedsMigration, OpeningRefused, WrongKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from vendorrisk.app.outside import Outside
    from vendorrisk.domain.message import Message, Problem
    from vendorrisk.store.keys.data_key import DataKey
    from vendorrisk.store.keys.unlocking import KeySource
    from vendorrisk.store.sqlite.verifying import Verified
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup
    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper

VERIFY_VERB = "_verify"


@dataclass(frozen=True, slots=True, kw_only=True)
class MigratedWorkspace:
    """A workspace raised to this version; `backup` is the proved copy from before, None if none was due."""

    workspace: OpenWorkspace
    stored: int
    wanted: int
    backup: Path | None


def checked(workspace: OpenWorkspace) -> list[Problem]:
    """Reads register, evidence and journal once, and lists every problem."""
    with workspace.office.book.reading() as reader:
        wanted = [one.evidence for one in reader.find(Document) if one.evidence]
    return [*workspace.vault.check(wanted), *workspace.office.book.verify().problems]


def backed_up(workspace: OpenWorkspace, outside: Outside) -> tuple[KnownBackup, Verified]:
    """Makes a backup by hand, restores it as a trial in a new process, and rotates old ones."""
    vault = workspace.vault
    made = vault.back_up(reason="manual", needs=backup_needs(outside))
    verified = proved(made, vault.register.key, vault.folder.root)
    vault.backups.mark_verified(made, at=outside.now())
    vault.backups.rotate()
    swept(workspace, outside)
    return made, verified


def swept(workspace: OpenWorkspace, outside: Outside) -> tuple[str, ...]:
    """Notes evidence that no document ever named, clears what was noted long ago, and gives what is gone.

    What the journal still tells of stays, since undo and the register as known on a date need it. To be
    asked only while nobody adds a document: its file lies on the shelf before its row is written.
    """
    vault, book = workspace.vault, workspace.office.book
    with book.reading() as reader:
        wanted = {one.evidence for one in reader.find(Document)}
    wanted |= {evidence for _, evidence in book.ever_held(Document, ("evidence",))}
    return sweep_orphans(
        vault.evidence, wanted, notes=vault.folder.orphan_notes, now=outside.now(),
        newest_backup=vault.backups.newest_sequence(),
    )  # fmt: skip


def proved(made: KnownBackup, key: DataKey, scratch: Path) -> Verified:
    """Restores a backup as a trial in a new process; raises UserError with what is wrong with it."""
    return verify_backup(made.path, key, argv=child_argv(VERIFY_VERB), newest=SCHEMA_VERSION, scratch=scratch)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredWorkspace:
    """A backup made at `made` was unpacked; `erased_again` counts what was erased since, found in `source`.

    `forgotten_now` is False where no key was at hand: the first opening erases it then.
    """

    made: datetime
    erased_again: int
    source: Source
    forgotten_now: bool

    @property
    def remarks(self) -> list[Message]:
        """What the person must know: who was erased may be back, or is there until the first opening."""
        later = [msg("workspace.restored.erases", count=self.erased_again)]
        told = [] if self.forgotten_now or not self.erased_again else later
        if self.source is Source.WORKSPACE:
            return told
        return [*told, msg(f"workspace.restored.{self.source}", made=self.made)]


def restored(
    file: Path,
    folder: Path,
    outside: Outside,
    *,
    source: KeySource,
    keep: bool = True,
    erasures: Path | None = None,
    known: Iterable[Path] = (),
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> RestoredWorkspace:
    """Unpacks a backup and erases again what was erased since it was made; with `keep` off only looks.

    `erasures` is the old workspace or its list of erasures, `known` are workspaces that may be the old one.
    `step` is told how many files of how many are unpacked, and may raise to stop: nothing is left then.
    """
    manifest = read_manifest(file)
    since = erasures_for(file, manifest.db_uuid, given=erasures, known=known)
    answer = RestoredWorkspace(
        made=manifest.created_at, erased_again=len(since.targets), source=since.source, forgotten_now=False
    )
    if not keep:
        refusal = look_before_restoring(file, folder, machine=machine(outside))
        if refusal is not None:
            raise refusal.as_error()
        return answer
    done = restore_vault(file, folder, machine=machine(outside), step=step)
    if not isinstance(done, Restored):
        raise done.as_error()
    if since.targets:
        remember(folder, since.targets)
    return replace(answer, forgotten_now=not since.targets or _opens(folder, source, outside))


def _opens(folder: Path, source: KeySource, outside: Outside) -> bool:
    """Opens a restored workspace once, which erases what its list names; False without its key."""
    try:
        opened(folder, source, outside, Manner()).lock()
    except OpeningRefused as refused:
        if isinstance(refused.outcome, NeedsKey | WrongKey):
            return False
        raise
    return True


def layouts(root: Path, source: KeySource, outside: Outside) -> tuple[int, int]:
    """The layout that a workspace has and the one it would be raised to; changes nothing."""
    try:
        opened(root, source, outside, Manner(dry_run=True)).lock()
    except OpeningRefused as refused:
        if isinstance(refused.outcome, NeedsMigration):
            return refused.outcome.stored, refused.outcome.wanted
        raise
    return SCHEMA_VERSION, SCHEMA_VERSION


def migrated(root: Path, source: KeySource, outside: Outside, manner: Manner = PLAIN) -> MigratedWorkspace:
    """Raises an older workspace to this version; raises OpeningRefused with what stands in the way."""
    done = migrate_vault(
        root, source, schema=schema(outside), needs=backup_needs(outside), machine=machine(outside),
        prove=lambda backup, key: proved(backup, key, root),
    )  # fmt: skip
    if not isinstance(done, Migrated):
        raise done.as_error()
    return MigratedWorkspace(
        workspace=furnished(done.workspace, outside, manner), stored=done.stored, wanted=done.wanted,
        backup=done.backup.path if done.backup else None,
    )  # fmt: skip


def forgotten(workspace: OpenWorkspace, keeper: SecretKeeper) -> int:
    """Removes this workspace's key from the keyring; returns how many entries."""
    vault = workspace.vault
    return forget_in_keyring(vault.folder.keys, vault.register.key, keeper)
