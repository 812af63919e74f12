"""The front door: which workspaces there are, and making, opening, migrating or restoring one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.journal.activity import ActivityLog
    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Words
    from vendorrisk.usecases.searching import Guesses, Names
    from vendorrisk.usecases.workspace.custody import Custody
    from vendorrisk.usecases.workspace.recent import RecentWorkspace

    Step = Callable[[int, int], None]


class OpenedWorkspace(Protocol):
    """An open workspace as the window needs it."""

    @property
    def office(self) -> Office:
        """What use cases are given."""
        ...

    @property
    def listings(self) -> Listings:
        """The pages of long tables."""
        ...

    @property
    def names(self) -> Names:
        """All names, for finding."""
        ...

    @property
    def guesses(self) -> Guesses:
        """What mistyped letters may mean."""
        ...

    @property
    def activity(self) -> ActivityLog:
        """The journal, read for people."""
        ...

    @property
    def custody(self) -> Custody:
        """Its backups and keys."""
        ...

    @property
    def folder(self) -> Path:
        """Where it lies."""
        ...

    def lock(self) -> None:
        """Locks it again; the key is gone afterwards."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A new workspace; the recovery code is shown once. `kept_in_keyring`: it opens here without typing."""

    workspace: OpenedWorkspace
    recovery_code: str
    kept_in_keyring: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedUp:
    """A workspace brought to this version; `backup` is the proved copy from before, None if none was due."""

    workspace: OpenedWorkspace
    backup: Path | None


class Front(Protocol):
    """Makes, opens and restores workspaces; refusals are raised as OpeningRefused."""

    @property
    def words(self) -> Words:
        """The catalogue, for saying why a workspace did not open."""
        ...

    def prepare(self) -> None:
        """Loads what making or opening a workspace needs; it may be called beside the window."""
        ...

    def recent(self) -> list[RecentWorkspace]:
        """The workspaces of before, the newest first."""
        ...

    def remember(self, workspace: OpenedWorkspace) -> None:
        """Puts it first on that list, with what it holds now."""
        ...

    def forget(self, folder: Path) -> None:
        """Takes one off that list; its files stay."""
        ...

    def relocate(self, old: Path, new: Path) -> None:
        """Remembers that a workspace of that list was moved."""
        ...

    def has_keyring(self) -> bool:
        """Whether a keyring we accept is there, so that no passphrase is needed."""
        ...

    def default_folder(self, company: str) -> Path:
        """Where a new workspace of this company would go: a folder that does not exist yet."""
        ...

    def make(self, folder: Path, company: str, passphrase: str | None) -> Made:
        """Makes a workspace; it appears whole or not at all."""
        ...

    def open(self, folder: Path, typed: str | None = None, *, take_over: bool = False) -> OpenedWorkspace:
        """Opens a workspace by the keyring, or by a typed passphrase or recovery code.

        `take_over` is the person's word that nobody works any more at the computer that has it open.
        """
        ...

    def migrate(self, folder: Path, typed: str | None = None) -> RaisedUp:
        """Brings an older workspace to this version, after a backup that was restored as a trial."""
        ...

    def restore(
        self, backup: Path, folder: Path, step: Step, *, erasures: Path | None = None
    ) -> list[Message]:
        """Unpacks a backup into a folder that is new or empty; gives what is to be said of who was erased.

        `erasures` is the old workspace or its list of erasures. Whoever stops it leaves nothing behind.
        """
        ...

    def sample(self, step: Step) -> OpenedWorkspace:
        """Builds the sample workspace with invented data in a new place and opens it."""
        ...
