"""Looking after an open workspace, behind the port `Custody`: its vault's backups and key slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.app import upkeep, wiring
from vendorrisk.store.keys import slot_changes
from vendorrisk.store.keys.key_file import read_key_file
from vendorrisk.store.keys.key_slots import ArgonCost, keyring_entry
from vendorrisk.store.keys.recovery_code import GROUPS
from vendorrisk.store.sqlite.backups import space_needed
from vendorrisk.usecases.workspace.custody import Ways
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.app.outside import Outside
    from vendorrisk.app.wiring import OpenWorkspace
    from vendorrisk.domain.message import Problem
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup
    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper

ON_CLOSING = "on-closing"
QUICK_BYTES = 64 << 20
"""A workspace up to this size is copied within a moment; a larger one waits for a backup on purpose."""


class VaultCustody:
    """Backups and keys of one open workspace. `fresh_code` is a recovery code made since it was opened."""

    def __init__(
        self, workspace: OpenWorkspace, outside: Outside, keeper: SecretKeeper, *, fresh_code: str = ""
    ) -> None:
        self._workspace = workspace
        self._vault = workspace.vault
        self._outside = outside
        self._keeper = keeper
        self._fresh_code = fresh_code
        self._asked: tuple[int, ...] = ()
        self._head_when_opened = workspace.office.book.head()[0]

    def backups(self) -> list[KnownBackup]:
        """The backups beside it, the newest first."""
        return list(self._vault.backups.known())

    def back_up(self, step: Callable[[int, int], None]) -> KnownBackup:
        """Makes a backup, restores it as a trial in a new process, and lets old ones go."""
        step(0, 2)
        made = self._vault.back_up(reason="manual", needs=wiring.backup_needs(self._outside))
        step(1, 2)
        proved = self.prove(made)
        self._vault.backups.rotate()
        return proved

    def back_up_quickly(self) -> KnownBackup | None:
        """Makes a backup without the trial; none where nothing was done, or where it would take long.

        Nobody adds a document any more now: evidence that none ever named is cleared out.
        """
        if self._workspace.office.book.head()[0] == self._head_when_opened:
            return None
        upkeep.swept(self._workspace, self._outside)
        if space_needed(self._vault.folder) > QUICK_BYTES:
            return None
        made = self._vault.back_up(reason=ON_CLOSING, needs=wiring.backup_needs(self._outside))
        self._vault.backups.rotate()
        return made

    def prove(self, backup: KnownBackup) -> KnownBackup:
        """Restores a backup as a trial in a new process."""
        upkeep.proved(backup, self._vault.register.key, self._vault.folder.root)
        self._vault.backups.mark_verified(backup, at=self._outside.now())
        return next(one for one in self.backups() if one.path == backup.path)

    def check(self) -> list[Problem]:
        """Reads register, evidence and journal once, and lists every problem."""
        return upkeep.checked(self._workspace)

    def ways(self) -> Ways:
        """How this workspace opens."""
        key_file = read_key_file(self._vault.folder.keys)
        kept = (
            self._keeper.get(keyring_entry(key_file.db_uuid, slot.id), backend=slot.backend).state
            for slot in key_file.of_kind(SlotKind.KEYRING)
        )
        return Ways(
            slots=tuple(key_file.kinds()),
            here=any(state is KeeperState.FOUND for state in kept),
            keyring_there=self._keeper.probe().state is KeeperState.FOUND,
            through=self._vault.through,
        )

    def set_passphrase(self, passphrase: str) -> None:
        """Makes this the one passphrase."""
        slot_changes.set_passphrase(
            self._vault.folder.keys, self._vault.register.key, passphrase,
            cost=ArgonCost(memory_kib=self._outside.key_memory_kib), random_bytes=self._outside.entropy,
        )  # fmt: skip

    def new_recovery_code(self) -> str:
        """Makes a recovery code to be shown once; the old one works until this is confirmed."""
        self._fresh_code = slot_changes.offer_recovery_code(
            self._vault.folder.keys, self._vault.register.key, random_bytes=self._outside.entropy
        )
        self._asked = ()
        return self._fresh_code

    def groups_to_confirm(self) -> tuple[int, ...]:
        """Two groups of a code made since the workspace was opened; the same ones until it is confirmed."""
        if self._fresh_code and not self._asked:
            first, other = self._outside.entropy(2)
            one = first % GROUPS
            self._asked = tuple(sorted((one + 1, (one + 1 + other % (GROUPS - 1)) % GROUPS + 1)))
        return self._asked

    def confirm_recovery_code(self, typed: str | Mapping[int, str]) -> None:
        """Takes the typed code, or groups of it, as proof that the person has it; drops older codes."""
        whole = typed if isinstance(typed, str) else self._completed(typed)
        slot_changes.confirm_recovery_code(self._vault.folder.keys, whole)
        self._fresh_code, self._asked = "", ()

    def _completed(self, typed: Mapping[int, str]) -> str:
        groups = self._fresh_code.split("-")
        return "-".join(typed.get(place, group) for place, group in enumerate(groups, start=1))

    def try_recovery_code(self, typed: str) -> None:
        """Tries a code without changing anything."""
        slot_changes.try_recovery_code(self._vault.folder.keys, typed)

    def remember_here(self) -> KeeperState:
        """Lets this computer's keyring open the workspace from now on."""
        return slot_changes.remember_in_keyring(
            self._vault.folder.keys, self._vault.register.key, self._keeper,
            random_bytes=self._outside.entropy,
        ).state  # fmt: skip

    def forget_here(self) -> int:
        """Takes the key out of this computer's keyring; returns how many entries were removed."""
        return upkeep.forgotten(self._workspace, self._keeper)
