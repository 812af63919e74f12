"""Looking after the open workspace: its backups, and the ways to open it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from vendorrisk.usecases.workspace.opening_outcomes import SlotKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from vendorrisk.domain.message import Problem
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup
    from vendorrisk.usecases.workspace.secret_keeper import KeeperState

WORRY_AFTER_DAYS = 7
"""A register whose newest proved backup is older than this many days deserves a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How this workspace opens: `here` means by this computer's keyring, `through` is how it did open."""

    slots: tuple[SlotKind, ...]
    here: bool
    keyring_there: bool
    through: SlotKind | None

    @property
    def only_recovery(self) -> bool:
        """Whether nothing but the recovery code opens it."""
        return set(self.slots) <= {SlotKind.RECOVERY}


class Custody(Protocol):
    """Backups and keys of the open workspace; each may take a second, so ask it in a job."""

    def backups(self) -> list[KnownBackup]:
        """The backups beside it, the newest first."""
        ...

    def back_up(self, step: Callable[[int, int], None]) -> KnownBackup:
        """Makes a backup, restores it as a trial in a new process, and lets old ones go."""
        ...

    def back_up_quickly(self) -> KnownBackup | None:
        """Makes a backup without the trial; none where nothing was done, or where it would take long."""
        ...

    def prove(self, backup: KnownBackup) -> KnownBackup:
        """Restores a backup as a trial in a new process; raises UserError with what is wrong with it."""
        ...

    def check(self) -> list[Problem]:
        """Reads register, evidence and journal once, and lists every problem."""
        ...

    def ways(self) -> Ways:
        """How this workspace opens."""
        ...

    def set_passphrase(self, passphrase: str) -> None:
        """Makes this the one passphrase."""
        ...

    def new_recovery_code(self) -> str:
        """Makes a recovery code to be shown once; the old one works until this is confirmed."""
        ...

    def groups_to_confirm(self) -> tuple[int, ...]:
        """Which two groups of the code to ask for, from 1; none where the whole code has to be typed.

        Two groups are enough only as long as the code was made since the workspace was opened.
        """
        ...

    def confirm_recovery_code(self, typed: str | Mapping[int, str]) -> None:
        """Takes the typed code, or groups of it, as proof that the person has it; drops older codes.

        Raises OpeningRefused if it does not open this workspace.
        """
        ...

    def try_recovery_code(self, typed: str) -> None:
        """Tries a code without changing anything; raises OpeningRefused if it opens nothing here."""
        ...

    def remember_here(self) -> KeeperState:
        """Lets this computer's keyring open the workspace from now on."""
        ...

    def forget_here(self) -> int:
        """Takes the key out of this computer's keyring; returns how many entries were removed."""
        ...


def last_proved(backups: list[KnownBackup]) -> KnownBackup | None:
    """The newest backup that was restored as a trial."""
    return next((one for one in backups if one.verified_at is not None), None)


def needs_backup(backups: list[KnownBackup], now: datetime) -> bool:
    """Whether the newest proved backup is older than a week, or missing."""
    proved = last_proved(backups)
    return proved is None or (now - proved.created_at).days >= WORRY_AFTER_DAYS


def confirm_recovery(office: Office, custody: Custody, typed: str | Mapping[int, str]) -> None:
    """Notes that the person has the recovery code, once what was typed proves it."""
    from vendorrisk.usecases.workspace.settings import YES, change_setting  # noqa: PLC0415  (only here)

    custody.confirm_recovery_code(typed)
    change_setting(office, "recovery_confirmed", YES)
