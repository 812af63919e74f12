"""The one key that encrypts a workspace; it never shows itself in a repr, an error or a pickle."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

KEY_BYTES = 32
_CHECK_VALUE_BYTES = 8


class DataKey:
    """32 random bytes from which everything of one workspace is encrypted.

    Python cannot wipe memory; dropping the last reference is all that locking can do.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes")
        self._secret = bytes(secret)

    @classmethod
    def new(cls, random_bytes: Callable[[int], bytes]) -> DataKey:
        """Makes the key of a new workspace; never called where a register or a backup exists."""
        return cls(random_bytes(KEY_BYTES))

    def secret(self) -> bytes:
        """Gives the bytes to those who wrap them; nobody keeps, prints or sends the result."""
        return self._secret

    def cipher_key(self, db_uuid: UUID) -> str:
        """Gives what SQLCipher takes: 64 hex digits of key, 32 of salt.

        The salt is the id of the workspace and the first 16 bytes of its register, so that a register
        and a key file which do not belong together are told apart from damage.
        """
        return self._secret.hex() + db_uuid.hex

    def check_value(self, db_uuid: UUID) -> str:
        """Gives 16 hex digits that show whether a key is the right one before any file is opened with it."""
        whole = hmac.new(self._secret, b"vendorrisk-kcv" + db_uuid.bytes, hashlib.sha256).digest()
        return whole[:_CHECK_VALUE_BYTES].hex()

    def fits(self, check_value: str, db_uuid: UUID) -> bool:
        """Says whether a stored check value was made with this key for this workspace."""
        return hmac.compare_digest(self.check_value(db_uuid), check_value)

    def subkey(self, purpose: str, *, salt: bytes = b"") -> bytes:
        """Derives 32 bytes for one purpose; knowing them tells nothing of the key or of other subkeys."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        info = f"vendorrisk/{purpose}".encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(self._secret)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self._secret, other._secret)

    def __hash__(self) -> int:
        return hash(DataKey)

    def __repr__(self) -> str:
        return "DataKey(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a data key does not leave the process")
