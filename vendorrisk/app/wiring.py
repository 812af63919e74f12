"""Puts the real things behind the ports: opens, makes and migrates workspaces. No Qt here."""

from __future__ import annotations

import os
import socket
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vendorrisk import __version__
from vendorrisk.app.clock import WorkClock
from vendorrisk.app.erasure_list import forget_again, remember
from vendorrisk.app.files import FilesForPeople, HolidayLibrary, NameLikeness, OutsideFiles, ProgramPapers
from vendorrisk.app.shipped import ShippedLaw, ShippedQuestionnaires
from vendorrisk.desktop.drives import file_system_of
from vendorrisk.store.book import JoinedBook, SqlBook
from vendorrisk.store.drafts import SqlDrafts
from vendorrisk.store.journal import Scribe, append, begin_chain, head_of
from vendorrisk.store.keys.key_slots import ArgonCost
from vendorrisk.store.listings import SqlListings
from vendorrisk.store.restored_note import enter_note
from vendorrisk.store.schema import SCHEMA_VERSION, raise_to_newest, revision_of
from vendorrisk.store.sqlite.backups import BackupNeeds
from vendorrisk.store.upcasting import CURRENT
from vendorrisk.store.vault import Machine, OpenVault, Permissions, open_vault
from vendorrisk.store.vault_making import Created, KeyWishes, Schema, create_vault
from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.journal.history import MIGRATE
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.workspace.opening_outcomes import Opened
from vendorrisk.usecases.workspace.setting_up import NewWorkspace, set_up
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy import Connection

    from vendorrisk.app.outside import Outside
    from vendorrisk.store.keys.unlocking import KeySource
    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper


@dataclass
class OpenWorkspace:
    """An open workspace: the vault that holds it and the office that works in it."""

    vault: OpenVault
    office: Office
    listings: SqlListings

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.vault.folder.root

    def lock(self) -> None:
        """Locks the workspace; the key is gone afterwards."""
        self.vault.lock(force=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a workspace is worked in: another date, trying out only, or although another machine noted it.

    `take_over` is the person's word that nobody works any more at the computer that has it open.
    """

    today: date | None = None
    dry_run: bool = False
    take_over: bool = False


PLAIN: Final = Manner()
"""Today, in earnest, and only where nobody else is at work."""


def machine(outside: Outside) -> Machine:
    """What the program lends the vault."""
    return Machine(
        random_bytes=outside.entropy, now=outside.now, user=outside.person, host=socket.gethostname(),
        pid=os.getpid(), file_system=file_system_of,
    )  # fmt: skip


def schema(outside: Outside) -> Schema:
    """The newest layout, and what raises a register to it and enters that in its journal."""

    def raised(connection: Connection) -> None:
        before = revision_of(connection)
        raise_to_newest(connection)
        append(
            connection, scribe_of(outside), (),
            action=MIGRATE.key, params={"from": before, "to": CURRENT}, wall=Wall.MIGRATED,
        )  # fmt: skip

    return Schema(newest=SCHEMA_VERSION, raise_to_newest=raised)


def new_schema(outside: Outside, wanted: NewWorkspace) -> Schema:
    """The newest layout for a new register: with its journal begun and its first entry written."""

    def raised(connection: Connection) -> None:
        raise_to_newest(connection)
        begin_chain(connection)
        book = JoinedBook(connection=connection, scribe=scribe_of(outside))
        set_up(book, outside.new_id, ShippedLaw(), wanted)

    return Schema(newest=SCHEMA_VERSION, raise_to_newest=raised)


def scribe_of(outside: Outside) -> Scribe:
    """Who writes in the journal."""
    return Scribe(actor=outside.person, now=outside.now, entropy=outside.entropy)


def key_wishes(outside: Outside, keeper: SecretKeeper | None, passphrase: str | None) -> KeyWishes:
    """How a new workspace shall open besides its recovery code."""
    return KeyWishes(keeper=keeper, passphrase=passphrase, cost=ArgonCost(memory_kib=outside.key_memory_kib))


def backup_needs(outside: Outside) -> BackupNeeds:
    """What a backup takes from the program."""
    return BackupNeeds(
        app_version=__version__, now=outside.now(), random_bytes=outside.entropy,
        journal_head=journal_head,
    )  # fmt: skip


def journal_head(connection: Connection) -> list[int | str]:
    """Sequence and hash of the newest entry, as a backup remembers them."""
    return list(head_of(connection))


def child_argv(verb: str) -> list[str]:
    """The command line that starts this program as its own child with a hidden word."""
    if getattr(sys, "frozen", False):
        return [sys.executable, verb]
    return [sys.executable, "-m", "vendorrisk", verb]


def opened(root: Path, source: KeySource, outside: Outside, manner: Manner) -> OpenWorkspace:
    """Opens a workspace; raises OpeningRefused with the ending that stands in the way."""
    allowed = Permissions(take_over=manner.take_over)
    match open_vault(root, source, newest=SCHEMA_VERSION, machine=machine(outside), allowed=allowed):
        case Opened(vault):
            return furnished(vault, outside, manner)
        case refusal:
            raise refusal.as_error()


def created(
    root: Path, wishes: KeyWishes, outside: Outside, wanted: NewWorkspace, manner: Manner = PLAIN
) -> tuple[OpenWorkspace, Created]:
    """Makes a workspace; it appears whole or not at all.

    Raises UserError for a wrong company or zone, OpeningRefused with what stands in the way.
    """
    wanted.check()
    readme = outside.words.text("workspace.readme")
    made = create_vault(
        root, readme=readme, wishes=wishes, schema=new_schema(outside, wanted), machine=machine(outside)
    )
    if not isinstance(made, Created):
        raise made.as_error()
    return furnished(made.workspace, outside, manner), made


def furnished(vault: OpenVault, outside: Outside, manner: Manner) -> OpenWorkspace:
    """Sets the office up in an open vault, and locks the vault again if that fails."""
    try:
        return _furnished(vault, outside, manner)
    except BaseException:
        vault.lock(force=True)
        raise


def _furnished(vault: OpenVault, outside: Outside, manner: Manner) -> OpenWorkspace:
    engines = vault.engines
    book = SqlBook(
        writer=engines.writer,
        reader=engines.reader,
        scribe=scribe_of(outside),
        dry_run=manner.dry_run,
        after_erasing=lambda targets: remember(vault.folder.root, targets),
        empty_log=engines.checkpoint,
    )
    with book.reading() as reader:
        settings = settings_of(reader)
    book = replace(book, language=settings.language)
    if not manner.dry_run:
        enter_note(vault.folder.restored_note, book)
        forget_again(vault.folder.root, book)
    foreign = OutsideFiles(lambda: child_argv("_read"))
    office = Office(
        book=book,
        clock=WorkClock(outside, lambda: _zone(book), manner.today),
        actor=outside.person,
        new_id=outside.new_id,
        new_secret=lambda: outside.entropy(16).hex(),
        drafts=SqlDrafts(engines.writer, engines.reader, outside.now),
        evidence=vault.evidence,
        saved=FilesForPeople(vault.folder.root, (vault.folder.outputs, vault.folder.templates), foreign),
        holidays=HolidayLibrary(),
        law=ShippedLaw(),
        questionnaires=ShippedQuestionnaires(),
        foreign=foreign,
        papers=ProgramPapers(outside.words, keep=not manner.dry_run),
        likeness=NameLikeness(),
        words=outside.words,
    )
    return OpenWorkspace(vault=vault, office=office, listings=SqlListings(engines.reader))


def _zone(book: SqlBook) -> str:
    with book.reading() as reader:
        return settings_of(reader).zone
