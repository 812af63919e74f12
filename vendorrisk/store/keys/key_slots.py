"""Locking the data key away: under a passphrase, a recovery code, or a secret kept by the keyring."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError, msg
from vendorrisk.store.keys.data_key import KEY_BYTES, DataKey
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

SALT_BYTES = 16
SLOT_ID_BYTES = 4
_NONCE_BYTES = 12
_SLOT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgonCost:
    """What one guess at a passphrase costs; stored in each slot, so that it can grow later.

    The default takes 0.8 s on four cores (reference machine of the security notes).
    """

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """Says whether we would set such a cost ourselves; a doctored file shall not stall the program."""
        return (
            8 * self.lanes <= self.memory_kib <= 4 << 20 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 64
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The data key, sealed for one way of opening. Holds nothing secret by itself.

    `id` distinguishes slots of one kind and names the keyring's entry; `backend` is the kind of keyring.
    """

    kind: SlotKind
    id: str
    sealed: bytes
    salt: bytes = b""
    version: int = _SLOT_VERSION
    cost: ArgonCost | None = None
    backend: str = ""


def passphrase_slot(
    key: DataKey, db_uuid: UUID, passphrase: str, *, cost: ArgonCost, random_bytes: Callable[[int], bytes]
) -> Slot:
    """Seals the data key under a passphrase."""
    salt = random_bytes(SALT_BYTES)
    wrapping = _stretched(passphrase, salt, cost)
    blank = Slot(kind=SlotKind.PASSPHRASE, id=_new_id(random_bytes), sealed=b"", salt=salt, cost=cost)
    return _filled(blank, key, db_uuid, wrapping, random_bytes)


def recovery_slot(
    key: DataKey, db_uuid: UUID, entropy: bytes, *, random_bytes: Callable[[int], bytes]
) -> Slot:
    """Seals the data key under the bits of a recovery code, which are too many to need stretching."""
    salt = random_bytes(SALT_BYTES)
    blank = Slot(kind=SlotKind.RECOVERY, id=_new_id(random_bytes), sealed=b"", salt=salt)
    return _filled(blank, key, db_uuid, _spread(entropy, salt), random_bytes)


def keyring_slot(
    key: DataKey,
    db_uuid: UUID,
    wrapping: bytes,
    *,
    slot_id: str,
    backend: str,
    random_bytes: Callable[[int], bytes],
) -> Slot:
    """Seals the data key under 32 random bytes that the keyring holds."""
    blank = Slot(kind=SlotKind.KEYRING, id=slot_id, sealed=b"", backend=backend)
    return _filled(blank, key, db_uuid, wrapping, random_bytes)


def open_with_passphrase(slot: Slot, db_uuid: UUID, passphrase: str) -> DataKey | None:
    """Opens a passphrase slot, or gives None if the passphrase is another one."""
    if slot.cost is None:
        return None
    return _opened(slot, db_uuid, _stretched(passphrase, slot.salt, slot.cost))


def open_with_recovery(slot: Slot, db_uuid: UUID, entropy: bytes) -> DataKey | None:
    """Opens a recovery slot, or gives None if the code is another one."""
    return _opened(slot, db_uuid, _spread(entropy, slot.salt))


def open_with_keyring(slot: Slot, db_uuid: UUID, wrapping: bytes) -> DataKey | None:
    """Opens a keyring slot, or gives None if the keyring holds something else."""
    return _opened(slot, db_uuid, wrapping) if len(wrapping) == KEY_BYTES else None


def new_slot_id(random_bytes: Callable[[int], bytes]) -> str:
    """Names a slot that does not exist yet, so that the keyring can be asked first."""
    return _new_id(random_bytes)


def keyring_entry(db_uuid: UUID, slot_id: str) -> str:
    """Names the keyring's entry; each slot has its own, so that none is overwritten by its successor."""
    return f"{db_uuid}/{slot_id}"


def _new_id(random_bytes: Callable[[int], bytes]) -> str:
    return random_bytes(SLOT_ID_BYTES).hex()


def _filled(
    blank: Slot, key: DataKey, db_uuid: UUID, wrapping: bytes, random_bytes: Callable[[int], bytes]
) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = random_bytes(_NONCE_BYTES)
    sealed = nonce + AESGCM(wrapping).encrypt(nonce, key.secret(), _bound_to(blank, db_uuid))
    return Slot(
        kind=blank.kind, id=blank.id, sealed=sealed, salt=blank.salt, cost=blank.cost, backend=blank.backend
    )


def _opened(slot: Slot, db_uuid: UUID, wrapping: bytes) -> DataKey | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, sealed = slot.sealed[:_NONCE_BYTES], slot.sealed[_NONCE_BYTES:]
    try:
        return DataKey(AESGCM(wrapping).decrypt(nonce, sealed, _bound_to(slot, db_uuid)))
    except (InvalidTag, ValueError):
        return None


def _bound_to(slot: Slot, db_uuid: UUID) -> bytes:
    """Ties the sealed key to its workspace and slot, so that it opens nowhere else."""
    return f"{db_uuid}|{slot.kind}|{slot.id}|{slot.version}".encode()


def _spread(entropy: bytes, salt: bytes) -> bytes:
    return DataKey(entropy.ljust(KEY_BYTES, b"\0")).subkey("recovery", salt=salt)


def _stretched(passphrase: str, salt: bytes, cost: ArgonCost) -> bytes:
    import argon2.low_level as argon2
    from argon2.exceptions import HashingError

    # One form whatever the keyboard composes: the same passphrase on another system gives the same bytes.
    secret = unicodedata.normalize("NFKC", passphrase).encode()
    try:
        return argon2.hash_secret_raw(
            secret, salt, cost.passes, cost.memory_kib, cost.lanes, hash_len=KEY_BYTES, type=argon2.Type.ID
        )
    except HashingError as problem:
        megabytes = cost.memory_kib // 1024
        raise UserError(
            msg("opening.passphrase_memory", megabytes=megabytes), msg("opening.passphrase_memory.remedy")
        ) from problem
