"""Two engines behind the opener: one connection that writes, a few that only read and never wait for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from vendorrisk.domain.message import UserError, msg
from vendorrisk.store.sqlite.opener import (
    DISK_TROUBLES,
    assert_temporary_data_stays_in_memory,
    open_register,
)
from vendorrisk.usecases.safe_files import DiskFull, free_bytes
from vendorrisk.usecases.workspace.opening_outcomes import Damaged, WorkspaceLocked

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
    from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

    from vendorrisk.store.sqlite.opener import RegisterFile

READERS = 4
_WAIT_SECONDS = 30


@dataclass(slots=True)
class _Handle:
    """What new connections are made from, until locking empties it."""

    register: RegisterFile | None

    def open(self) -> sqlcipher.Connection:
        if self.register is None:
            raise WorkspaceLocked
        return open_register(self.register)


@dataclass(slots=True)
class RegisterEngines:
    """The writing and the reading engine of one open register.

    `writer` begins every transaction with BEGIN IMMEDIATE and has a single connection; `reader` begins
    with BEGIN on up to four connections that cannot write. After `dispose` neither opens anything again.
    """

    writer: Engine
    reader: Engine
    path: Path
    _handle: _Handle = field(repr=False)

    def busy(self) -> int:
        """Counts the connections in somebody's hands."""
        return sum(cast("QueuePool", engine.pool).checkedout() for engine in (self.writer, self.reader))

    def checkpoint(self) -> bool:
        """Moves the write-ahead log into the register and empties it: erased rows leave the log too.

        Waits for a running transaction; gives False if one still ran after the waiting time.
        """
        connection = self._handle.open()
        try:
            blocked = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            connection.close()
        return not blocked

    def dispose(self) -> None:
        """Closes every connection at rest and forgets the key; whoever asks later meets `WorkspaceLocked`."""
        self._handle.register = None
        self.reader.dispose()
        self.writer.dispose()


def open_engines(register: RegisterFile, *, rebuilding: bool = False) -> RegisterEngines:
    """Prepares both engines; the key never stands in a URL, a log line or an error.

    `rebuilding` lets migrations replace tables that others refer to; who sets it checks references after.

    Raises:
        OpeningRefused: the register cannot be opened, see `open_register`.
    """
    handle = _Handle(register)
    handle.open().close()
    writer_habits = ("foreign_keys=OFF",) if rebuilding else ()
    writer = _engine(handle, begin="BEGIN IMMEDIATE", connections=1, habits=writer_habits)
    reader = _engine(handle, begin="BEGIN", connections=READERS, habits=("query_only=ON",))
    _write_only_where_it_was(writer, register.path)
    _explain_errors(writer, register.path, _WRITING_TROUBLES | DISK_TROUBLES)
    _explain_errors(reader, register.path, DISK_TROUBLES)
    return RegisterEngines(writer=writer, reader=reader, path=register.path, _handle=handle)


def _engine(handle: _Handle, *, begin: str, connections: int, habits: tuple[str, ...] = ()) -> Engine:
    def connect() -> Any:
        connection = handle.open()
        for habit in habits:
            connection.execute(f"PRAGMA {habit}")
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_WAIT_SECONDS,
        hide_parameters=True,
    )
    _begin_with(engine, begin)
    _assert_at_checkout(engine)
    return engine


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def _write_only_where_it_was(engine: Engine, path: Path) -> None:
    """Refuses to write once the file was moved, deleted or replaced: what went into it would not be found."""
    opened = _identity(path)

    @event.listens_for(engine, "begin", insert=True)
    def look(_connection: Connection) -> None:
        if _identity(path) != opened:
            raise UserError(msg("opening.disk_gone"), msg("opening.disk_gone.remedy"), where=str(path))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _assert_at_checkout(engine: Engine) -> None:
    @event.listens_for(engine, "checkout")
    def checkout(
        connection: DBAPIConnection, _entry: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        assert_temporary_data_stays_in_memory(cast("sqlcipher.Connection", connection))


def _explain_errors(engine: Engine, path: Path, troubles: dict[int, str]) -> None:
    @event.listens_for(engine, "handle_error", retval=True)
    def explain(context: ExceptionContext) -> UserError | None:
        code = getattr(context.original_exception, "sqlite_errorcode", None)
        return None if code is None else _explained(code & 0xFF, path, troubles)


def _explained(primary_code: int, path: Path, troubles: dict[int, str]) -> UserError | None:
    """Turns what the disk did (not what a program did wrong) into a sentence; None for everything else."""
    if primary_code == sqlcipher.SQLITE_FULL:
        free = free_bytes(path.parent)
        return DiskFull(path, needed=free + 1, free=free)
    if primary_code in {sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_NOTADB}:
        return Damaged(details=(msg("opening.damage.register_page"),)).as_error()
    key = troubles.get(primary_code)
    return None if key is None else UserError(msg(key), msg(f"{key}.remedy"), where=str(path))


_WRITING_TROUBLES = {sqlcipher.SQLITE_READONLY: "opening.disk_read_only"}
