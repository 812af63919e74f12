"""From what a person or the keyring gives to the data key, or to the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_slots import (
    keyring_entry,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery,
)
from vendorrisk.store.keys.recovery_code import MistypedCode, NotACode, read_code
from vendorrisk.usecases.workspace.opening_outcomes import NeedsKey, SlotKind, WrongKey, WrongKeyReason
from vendorrisk.usecases.workspace.secret_keeper import KeeperState, SecretKeeper

if TYPE_CHECKING:
    from vendorrisk.store.keys.key_file import KeyFile


@dataclass(frozen=True, slots=True)
class Typed:
    """A passphrase or a recovery code, as typed or as read from a file; never shown in a repr."""

    text: str

    def __repr__(self) -> str:
        return "Typed(hidden)"


KeySource: TypeAlias = Typed | DataKey | SecretKeeper | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """The data key and the way it was reached (None: given as it is)."""

    key: DataKey
    through: SlotKind | None = None


def unlock(key_file: KeyFile, source: KeySource) -> Unlocked:
    """Gets the data key out of a slot.

    Raises:
        OpeningRefused: with `WrongKey` if something was given that does not fit, with `NeedsKey` if nothing
            was given and the keyring does not help.
    """
    match source:
        case None:
            raise NeedsKey(slots=key_file.kinds()).as_error()
        case DataKey():
            return _given(key_file, source)
        case Typed(text):
            return _typed(key_file, text)
        case keeper:
            return _kept(key_file, keeper)


def _given(key_file: KeyFile, key: DataKey) -> Unlocked:
    if not key_file.accepts(key):
        raise WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE).as_error()
    return Unlocked(key=key)


def _typed(key_file: KeyFile, text: str) -> Unlocked:
    mistyped: tuple[int, ...] = ()
    try:
        return _with_code(key_file, read_code(text))
    except NotACode:
        pass
    except MistypedCode as problem:
        mistyped = problem.groups
    for slot in key_file.of_kind(SlotKind.PASSPHRASE):
        if key := _proved(key_file, open_with_passphrase(slot, key_file.db_uuid, text)):
            return Unlocked(key=key, through=SlotKind.PASSPHRASE)
    reason = WrongKeyReason.MISTYPED_CODE if mistyped else WrongKeyReason.NO_SLOT_FITS
    raise WrongKey(reason=reason, groups=mistyped).as_error()


def _with_code(key_file: KeyFile, entropy: bytes) -> Unlocked:
    for slot in key_file.of_kind(SlotKind.RECOVERY):
        if key := _proved(key_file, open_with_recovery(slot, key_file.db_uuid, entropy)):
            return Unlocked(key=key, through=SlotKind.RECOVERY)
    raise WrongKey(reason=WrongKeyReason.NO_SLOT_FITS).as_error()


def _kept(key_file: KeyFile, keeper: SecretKeeper) -> Unlocked:
    """Asks the keyring, newest slot first; whatever goes wrong there leaves the other ways open."""
    state = _state_without_entry(key_file, keeper)
    for slot in reversed(key_file.of_kind(SlotKind.KEYRING)):
        answer = keeper.get(keyring_entry(key_file.db_uuid, slot.id), backend=slot.backend)
        if answer.state is KeeperState.FOUND and answer.secret is not None:
            key = _proved(key_file, open_with_keyring(slot, key_file.db_uuid, answer.secret))
            if key:
                return Unlocked(key=key, through=SlotKind.KEYRING)
            state = KeeperState.MISFIT
        elif answer.state is not KeeperState.MISSING:
            state = answer.state
            break
    raise NeedsKey(slots=key_file.kinds(), keyring=state).as_error()


def _state_without_entry(key_file: KeyFile, keeper: SecretKeeper) -> KeeperState:
    """Tells a keyring that never had an entry of ours from one that is not there at all."""
    if key_file.of_kind(SlotKind.KEYRING):
        return KeeperState.MISSING
    probed = keeper.probe().state
    return KeeperState.MISSING if probed is KeeperState.FOUND else probed


def _proved(key_file: KeyFile, key: DataKey | None) -> DataKey | None:
    return key if key is not None and key_file.accepts(key) else None
