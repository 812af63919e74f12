"""Changing who may open a workspace: the new way is proved from the disk before an old one is dropped.

None of this touches the register: only the wrapping of its key changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, WrongArgument, msg
from vendorrisk.store.keys.data_key import KEY_BYTES, DataKey
from vendorrisk.store.keys.key_file import read_key_file, write_key_file
from vendorrisk.store.keys.key_slots import (
    ArgonCost,
    Slot,
    keyring_entry,
    keyring_slot,
    new_slot_id,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery,
    passphrase_slot,
    recovery_slot,
)
from vendorrisk.store.keys.recovery_code import as_code, new_entropy, read_code
from vendorrisk.store.keys.unlocking import Typed, unlock
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind, WrongKey, WrongKeyReason
from vendorrisk.usecases.workspace.secret_keeper import KeeperAnswer, KeeperState, SecretKeeper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.store.keys.key_file import KeyFile

    RandomBytes = Callable[[int], bytes]


class SlotNotProved(UserError):
    """The new way to open did not work when read back; the old ones are all still there."""

    def __init__(self) -> None:
        super().__init__(msg("opening.slot_not_proved"), msg("opening.slot_not_proved.remedy"))


class EmptyPassphrase(WrongArgument):
    """A passphrase has at least one character that is not a space."""

    def __init__(self) -> None:
        super().__init__(msg("opening.empty_passphrase"), msg("opening.empty_passphrase.remedy"))


def set_passphrase(
    path: Path, key: DataKey, passphrase: str, *, cost: ArgonCost, random_bytes: RandomBytes
) -> None:
    """Makes this the one passphrase of the workspace whose key file is `path`."""
    if not passphrase.strip():
        raise EmptyPassphrase
    key_file = _fitting_key_file(path, key)
    slot = passphrase_slot(key, key_file.db_uuid, passphrase, cost=cost, random_bytes=random_bytes)
    proved = _add_proved(
        path, key_file, slot, key, lambda kept: open_with_passphrase(kept, key_file.db_uuid, passphrase)
    )
    write_key_file(path, proved.without(key_file.of_kind(SlotKind.PASSPHRASE)))


def offer_recovery_code(path: Path, key: DataKey, *, random_bytes: RandomBytes) -> str:
    """Adds a recovery code and gives it to be shown once; an older one works until this is confirmed."""
    key_file = _fitting_key_file(path, key)
    entropy = new_entropy(random_bytes)
    slot = recovery_slot(key, key_file.db_uuid, entropy, random_bytes=random_bytes)
    _add_proved(path, key_file, slot, key, lambda kept: open_with_recovery(kept, key_file.db_uuid, entropy))
    return as_code(entropy)


def try_recovery_code(path: Path, typed: str) -> None:
    """Tries a recovery code without changing anything.

    Raises:
        OpeningRefused: with `WrongKey` if it does not open this workspace.
    """
    if unlock(read_key_file(path), Typed(typed)).through is not SlotKind.RECOVERY:
        raise WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()


def confirm_recovery_code(path: Path, typed: str) -> None:
    """Takes the typed code as proof that the person has it, and drops all other recovery codes."""
    try_recovery_code(path, typed)
    key_file = read_key_file(path)
    others = tuple(slot for slot in key_file.of_kind(SlotKind.RECOVERY) if not _opens(key_file, slot, typed))
    if others:
        write_key_file(path, key_file.without(others))


def remember_in_keyring(
    path: Path, key: DataKey, keeper: SecretKeeper, *, random_bytes: RandomBytes
) -> KeeperAnswer:
    """Lets this computer's keyring open the workspace from now on; other computers keep their own slots.

    Gives the keyring's answer: the slot exists only if its state is STORED.
    """
    key_file = _fitting_key_file(path, key)
    wrapping, slot_id = random_bytes(KEY_BYTES), new_slot_id(random_bytes)
    answer = keeper.put(keyring_entry(key_file.db_uuid, slot_id), wrapping)
    if answer.state is KeeperState.STORED:
        slot = keyring_slot(
            key,
            key_file.db_uuid,
            wrapping,
            slot_id=slot_id,
            backend=answer.backend,
            random_bytes=random_bytes,
        )
        _add_proved(
            path, key_file, slot, key, lambda kept: open_with_keyring(kept, key_file.db_uuid, wrapping)
        )
    return answer


def forget_in_keyring(path: Path, key: DataKey, keeper: SecretKeeper) -> int:
    """Takes the workspace out of this computer's keyring and says how many entries were removed.

    Slots of other computers stay. Another way to open must exist.
    """
    key_file = _fitting_key_file(path, key)
    here = tuple(
        slot
        for slot in key_file.of_kind(SlotKind.KEYRING)
        if keeper.get(keyring_entry(key_file.db_uuid, slot.id), backend=slot.backend).state
        is KeeperState.FOUND
    )
    remaining = key_file.without(here)
    if not {SlotKind.PASSPHRASE, SlotKind.RECOVERY} & set(remaining.kinds()):
        raise UserError(msg("opening.last_slot"), msg("opening.last_slot.remedy"))
    write_key_file(path, remaining)
    for slot in here:
        keeper.remove(keyring_entry(key_file.db_uuid, slot.id), backend=slot.backend)
    return len(here)


def _fitting_key_file(path: Path, key: DataKey) -> KeyFile:
    key_file = read_key_file(path)
    if not key_file.accepts(key):
        raise WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE).as_error()
    return key_file


def _add_proved(
    path: Path, before: KeyFile, slot: Slot, key: DataKey, opens: Callable[[Slot], DataKey | None]
) -> KeyFile:
    """Writes the slot beside the old ones, reads the file back and opens the slot from what was read."""
    write_key_file(path, before.with_slot(slot))
    stored = read_key_file(path)
    found = next((kept for kept in stored.slots if kept.id == slot.id), None)
    if found is None or opens(found) != key:
        write_key_file(path, before)
        raise SlotNotProved
    return stored


def _opens(key_file: KeyFile, slot: Slot, typed: str) -> bool:
    return open_with_recovery(slot, key_file.db_uuid, read_code(typed)) is not None
