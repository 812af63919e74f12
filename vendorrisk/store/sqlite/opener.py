"""The only door to a register file: every connection of the program is made here.

What is asserted, and why each line exists, was measured: a key of the wrong length is silently taken for a
passphrase, a 0-byte file opens as a new empty register, and a library without encryption ignores the key.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from vendorrisk.domain.message import UserError, msg
from vendorrisk.usecases.safe_files import OWNER_ONLY, DiskFull, free_bytes
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    NewerFile,
    NoCipher,
    WrongKey,
    WrongKeyReason,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from vendorrisk.store.keys.data_key import DataKey

PAGE_BYTES = 4096
APPLICATION_ID = 0x56_52_53_4B  # "VRSK"
BUSY_MILLISECONDS = 5000
_PLAIN_HEADER = b"SQLite format 3\0"
_KEY_AND_SALT = re.compile(r"[0-9a-f]{96}")
LOG_BYTES = 64 * 1024
"""What a connection may need on the disk to begin: the write-ahead log and its index."""

DISK_TROUBLES = {
    sqlcipher.SQLITE_IOERR: "opening.disk_error",
    sqlcipher.SQLITE_CANTOPEN: "opening.disk_gone",
    sqlcipher.SQLITE_BUSY: "opening.busy",
}
"""What the disk did to a connection that reads: error of the library -> sentence."""

_NO_ROOM = frozenset({sqlcipher.SQLITE_FULL, sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_CANTOPEN})
_SAID_OF_COPYING = {
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "unable to open database file": sqlcipher.SQLITE_CANTOPEN,
    "database is locked": sqlcipher.SQLITE_BUSY,
}
"""While a register is copied, the library gives its words for an error and no code."""
CACHE_KIBIBYTES = 8 * 1024
"""Deciphered pages that a connection keeps: the searched columns of 10,000 vendors fit."""

_SAFE_HABITS = (
    "temp_store=MEMORY",
    "secure_delete=ON",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    f"cache_size=-{CACHE_KIBIBYTES}",
    "synchronous=FULL",
    f"busy_timeout={BUSY_MILLISECONDS}",
)


class Access(StrEnum):
    """What a connection may do: CREATE wants no file yet, LOOK leaves no trace in the folder."""

    CREATE = "rwc"
    WRITE = "rw"
    LOOK = "ro"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFile:
    """Everything a connection needs to know: where, whose, with which key, and the newest layout we know.

    `newest` is the highest `user_version` this program understands.
    """

    path: Path
    db_uuid: UUID
    key: DataKey
    newest: int

    def stored_version(self) -> int:
        """Reads the layout of the file without writing anything, not even a lock file beside it."""
        connection = open_register(self, access=Access.LOOK)
        try:
            return _number(connection, "user_version")
        finally:
            connection.close()


def open_register(register: RegisterFile, *, access: Access = Access.WRITE) -> sqlcipher.Connection:
    """Opens a register with its key, or says exactly why not and leaves the file untouched.

    Raises:
        OpeningRefused: with `Damaged` (missing, empty, cut off, unencrypted, unreadable first page),
            `WrongKey` (the file belongs to another workspace), `NewerFile`, or `NoCipher`.
        DiskFull: there is no room for the write-ahead log.
    """
    if access is Access.CREATE:
        register.path.touch(mode=OWNER_ONLY, exist_ok=False)
    else:
        refuse_hollow(register.path)
    connection = _connect(register.path, access)
    try:
        _give_key(connection, register)
        _first_look(connection, register)
        if access is not Access.CREATE:
            _check_identity(connection, register)
    except BaseException:
        connection.close()
        raise
    return connection


def create_register(register: RegisterFile) -> None:
    """Makes an empty register with our mark and a write-ahead log, for its owner alone.

    Raises:
        FileExistsError: there is a file already; it is left alone.
        UserError: the drive cannot share memory between connections, which the write-ahead log needs.
    """
    connection = open_register(register, access=Access.CREATE)
    try:
        mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        if mode != "wal":
            raise UserError(msg("opening.no_shared_memory"), msg("opening.no_shared_memory.remedy"))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    finally:
        connection.close()


@contextmanager
def disk_named(path: Path) -> Iterator[None]:
    """Turns what the disk did to a connection into a sentence with the file; no engine does it for these.

    Raises:
        DiskFull, UserError: what the disk did. Any other error stays what it is.
    """
    try:
        yield
    except sqlcipher.DatabaseError as problem:
        code = getattr(problem, "sqlite_errorcode", None)
        _refuse_for_the_disk(_SAID_OF_COPYING.get(str(problem), 0) if code is None else code & 0xFF, path)
        raise


def assert_temporary_data_stays_in_memory(connection: sqlcipher.Connection) -> None:
    """Stops at once if sorting would spill unencrypted rows into the system's temporary folder."""
    if _number(connection, "temp_store") == 1:
        raise AssertionError("temp_store=FILE would write rows in clear")


def refuse_hollow(path: Path) -> None:
    """Refuses, without needing a key, a file that cannot be a register: missing, empty, cut off, unencrypted.

    Raises:
        OpeningRefused: with `Damaged`.
    """
    try:
        with path.open("rb") as stream:
            header = stream.read(PAGE_BYTES)
    except FileNotFoundError:
        raise _damaged("register_missing") from None
    if not header:
        raise _damaged("register_empty")
    if header.startswith(_PLAIN_HEADER):
        raise _damaged("register_not_encrypted")
    if len(header) < PAGE_BYTES:
        raise _damaged("register_cut_off")


def _connect(path: Path, access: Access) -> sqlcipher.Connection:
    location = f"{path.absolute().as_uri()}?mode={access}"
    if access is Access.LOOK and not _has_log(path):
        location += "&immutable=1"
    return sqlcipher.connect(location, uri=True, isolation_level=None, check_same_thread=False)


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _give_key(connection: sqlcipher.Connection, register: RegisterFile) -> None:
    key = register.key.cipher_key(register.db_uuid)
    if not _KEY_AND_SALT.fullmatch(key):
        raise ValueError("a register is opened with 64 hex digits of key and 32 of salt")
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise NoCipher().as_error()


def _set_habits(connection: sqlcipher.Connection) -> None:
    for habit in _SAFE_HABITS:
        connection.execute(f"PRAGMA {habit}")
    assert_temporary_data_stays_in_memory(connection)


def _first_look(connection: sqlcipher.Connection, register: RegisterFile) -> None:
    """Reads the first page; the library names wrong keys and damage alike, the header tells them apart."""
    try:
        _set_habits(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlcipher.DatabaseError as problem:
        _refuse_for_the_disk(problem.sqlite_errorcode & 0xFF, register.path)
        if problem.sqlite_errorcode not in {sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CORRUPT}:
            raise
        with register.path.open("rb") as stream:
            header = stream.read(len(register.db_uuid.bytes))
        raise _why_unreadable(header, register.db_uuid, problem.sqlite_errorcode) from None


def _refuse_for_the_disk(code: int, path: Path) -> None:
    """Says what the disk did; on a full one the library may speak of an error of input or output only."""
    free = free_bytes(path.parent)
    if code == sqlcipher.SQLITE_FULL or (code in _NO_ROOM and free < LOG_BYTES):
        raise DiskFull(path, needed=max(LOG_BYTES, free + 1), free=free)
    if key := DISK_TROUBLES.get(code):
        raise UserError(msg(key), msg(f"{key}.remedy"), where=str(path))


def _why_unreadable(header: bytes, db_uuid: UUID, code: int) -> Exception:
    if code == sqlcipher.SQLITE_CORRUPT:
        return _damaged("register_cut_off")
    if header != db_uuid.bytes and any(header):  # where a disk gave zeros, it is no other workspace's
        return WrongKey(reason=WrongKeyReason.OTHER_WORKSPACE).as_error()
    return _damaged("register_first_page")


def _check_identity(connection: sqlcipher.Connection, register: RegisterFile) -> None:
    if _number(connection, "application_id") != APPLICATION_ID:
        raise _damaged("register_of_another_program")
    version = _number(connection, "user_version")
    if version > register.newest:
        raise NewerFile(file=register.path.name, stored=version, newest=register.newest).as_error()


def _number(connection: sqlcipher.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _damaged(what: str) -> Exception:
    return Damaged(details=(msg(f"opening.damage.{what}"),)).as_error()
