"""One encrypted file: chunks of 64 KiB, each bound to its place, its file and whether it is the last.

    magic(4) | version(1) | salt(32) | chunk | chunk | ...

Each file has a key of its own (derived from the shelf's key, the salt and the file's id), so a chunk's
nonce is simply its number and the last-chunk mark. Cutting off, reordering or swapping chunks between
files fails the chunk's own check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from vendorrisk.store.keys.data_key import DataKey

MAGIC = b"VREV"
VERSION = 1
CHUNK_BYTES = 64 * 1024
_SALT_BYTES = 32
_TAG_BYTES = 16
_HEADER_BYTES = len(MAGIC) + 1 + _SALT_BYTES


class NotIntact(ValueError):
    """The file was cut off, altered, or sealed for another id or key."""


def seal(
    chunks: Iterator[bytes],
    sink: BinaryIO,
    *,
    file_id: str,
    key: DataKey,
    random_bytes: Callable[[int], bytes],
) -> None:
    """Encrypts chunks of exactly `CHUNK_BYTES` (the last may be shorter) into `sink`."""
    header = MAGIC + bytes([VERSION]) + random_bytes(_SALT_BYTES)
    cipher = _cipher(key, header, file_id)
    sink.write(header)
    bound = _bound_to(header, file_id)
    sink.writelines(
        cipher.encrypt(_nonce(number, last=last), chunk, bound)
        for number, chunk, last in _with_last_marked(chunks)
    )


def unseal(source: BinaryIO, *, file_id: str, key: DataKey) -> Iterator[bytes]:
    """Gives the chunks back, each checked before it is handed out.

    Raises:
        NotIntact: at the first chunk that does not check; what came before is right, but not complete.
    """
    from cryptography.exceptions import InvalidTag  # slow import

    header = source.read(_HEADER_BYTES)
    if len(header) != _HEADER_BYTES or header[: len(MAGIC) + 1] != MAGIC + bytes([VERSION]):
        raise NotIntact
    cipher = _cipher(key, header, file_id)
    for number, sealed, last in _with_last_marked(_blocks(source)):
        try:
            yield cipher.decrypt(_nonce(number, last=last), sealed, _bound_to(header, file_id))
        except (InvalidTag, ValueError):
            raise NotIntact from None


def chunks_of(source: BinaryIO) -> Iterator[bytes]:
    """Reads a stream in pieces of `CHUNK_BYTES`, so that memory stays flat."""
    while chunk := source.read(CHUNK_BYTES):
        yield chunk


def _blocks(source: BinaryIO) -> Iterator[bytes]:
    while block := source.read(CHUNK_BYTES + _TAG_BYTES):
        yield block


def _with_last_marked(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Numbers the chunks; an empty stream counts as one empty last chunk."""
    number, held = 0, next(chunks, b"")
    for following in chunks:
        yield number, held, False
        number, held = number + 1, following
    yield number, held, True


def _cipher(key: DataKey, header: bytes, file_id: str) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # slow import

    return AESGCM(key.subkey(f"evidence/{file_id}", salt=header[-_SALT_BYTES:]))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _bound_to(header: bytes, file_id: str) -> bytes:
    return header + file_id.encode()
