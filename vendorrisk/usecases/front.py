"""The front door: which workspaces there are, and making, opening or restoring one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.opening_outcomes import KnownBackup


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentWorkspace:
    """A workspace that was open here before; `there` is False where its folder is gone or moved."""

    folder: Path
    company: str
    opened_on: str
    vendors: int
    there: bool


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


class Front(Protocol):
    """Makes, opens and restores workspaces; refusals are raised as OpeningRefused."""

    def recent(self) -> list[RecentWorkspace]:
        """The workspaces of before, the newest first."""
        ...

    def forget(self, folder: Path) -> None:
        """Takes one off that list; its files stay."""
        ...

    def has_keyring(self) -> bool:
        """Whether a keyring we accept is there, so that no passphrase is needed."""
        ...

    def default_folder(self, company: str) -> Path:
        """Where a new workspace of this company would go."""
        ...

    def make(self, folder: Path, company: str, passphrase: str | None) -> Made:
        """Makes a workspace; it appears whole or not at all."""
        ...

    def open(self, folder: Path, typed: str | None = None) -> OpenedWorkspace:
        """Opens a workspace by the keyring, or by a typed passphrase or recovery code."""
        ...

    def backups_of(self, folder: Path) -> list[KnownBackup]:
        """The backups beside a workspace, the newest first."""
        ...

    def restore(self, backup: Path, folder: Path, typed: str | None = None) -> None:
        """Unpacks a backup into a folder that is new or empty."""
        ...

    def sample(self, step: Callable[[int, int], None]) -> OpenedWorkspace:
        """Builds the sample workspace with invented data in a new place and opens it."""
        ...
