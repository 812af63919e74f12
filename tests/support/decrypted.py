"""Every page of a register and of its write-ahead log in plain, whatever SQL still shows of it: for tests."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from vendorrisk.store.vault import OpenVault

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
LOG_HEADER, FRAME_HEADER = 32, 24


def pages_in_plain(vault: OpenVault) -> bytes:
    """All pages decrypted: of the register, then of its log, superseded ones included."""
    register = vault.engines._handle.register
    assert register is not None
    key = bytes.fromhex(register.key.cipher_key(register.db_uuid)[:64])
    return b"".join(_plain(page, key, first=first) for page, first in _pages(register.path))


def _pages(path: Path) -> list[tuple[bytes, bool]]:
    content = path.read_bytes()
    found = [(content[at : at + PAGE], at == 0) for at in range(0, len(content), PAGE)]
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[LOG_HEADER:] if log.exists() else b""
    for at in range(0, len(frames), FRAME_HEADER + PAGE):
        number = int.from_bytes(frames[at : at + 4], "big")
        found.append((frames[at + FRAME_HEADER : at + FRAME_HEADER + PAGE], number == 1))
    return found


def _plain(page: bytes, key: bytes, *, first: bool) -> bytes:
    start, end = SALT if first else 0, PAGE - RESERVED
    cipher = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV]))
    reader = cipher.decryptor()
    return reader.update(page[start:end]) + reader.finalize()
