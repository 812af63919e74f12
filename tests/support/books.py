"""Registers for tests of the store: migrated once, over any engine."""

from __future__ import annotations

import itertools
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Engine, Select, create_engine, event, select
from sqlalchemy.pool import StaticPool

from vendorrisk.store import schema
from vendorrisk.store.book import SqlBook
from vendorrisk.store.journal import Scribe, begin_chain
from vendorrisk.store.mapping import columns_of
from vendorrisk.store.tables import KINDS, metadata


@dataclass
class SteppingClock:
    """A journal clock that moves one second with each look."""

    at: datetime = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class CountedEntropy:
    """Bytes that never repeat and are the same in every run."""

    counter: itertools.count = field(default_factory=itertools.count)

    def __call__(self, size: int) -> bytes:
        return next(self.counter).to_bytes(size, "big")


def memory_engine() -> Engine:
    """A plain SQLite register in memory, with real transactions (also for schema changes).

    All share one dialect and what it has compiled: compiling was a quarter of the time of these tests.
    """
    first = _first_engine()
    options = {"compiled_cache": _COMPILED}
    engine = Engine(first.pool.recreate(), first.dialect, first.url, execution_options=options)

    @event.listens_for(engine, "begin")
    def _begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


_COMPILED: dict[Any, Any] = {}


class _ClosedInTheEnd(sqlite3.Connection):
    """Closes itself where nobody holds it any longer; Python warns of one that is only dropped (3.13).

    Python may find it in any thread, so each may close it.
    """

    def __del__(self) -> None:
        self.close()


@cache
def _first_engine() -> Engine:
    options = {"factory": _ClosedInTheEnd, "check_same_thread": False}
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args=options)

    @event.listens_for(engine, "connect")
    def _no_own_begin(connection, _record):
        connection.isolation_level = None

    engine.connect().close()  # a dialect learns of its database on its first connection
    return engine


def register_in_memory() -> Engine:
    """An empty register of the newest schema."""
    engine = memory_engine()
    make_register(engine)
    return engine


def make_register(engine: Engine) -> None:
    """Raises an empty database to the newest schema; those in memory are copies of one that was raised."""
    if engine.dialect.name != "sqlite":
        _raise(engine)
        return
    with engine.connect() as connection:
        connection.connection.dbapi_connection.deserialize(_raised_once())


@cache
def _raised_once() -> bytes:
    engine = memory_engine()
    _raise(engine)
    with engine.connect() as connection:
        return connection.connection.dbapi_connection.serialize()


def _raise(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        schema.raise_to_newest(connection)
        begin_chain(connection)


def make_book(engine: Engine, *, actor: str = "Ana Novak", clock: SteppingClock | None = None) -> SqlBook:
    scribe = Scribe(actor=actor, now=(clock or SteppingClock()).now, entropy=CountedEntropy())
    return SqlBook(writer=engine, reader=engine, scribe=scribe)


@cache
def _queries() -> dict[str, Select]:
    return {
        name: select(*(metadata.tables[name].c[column] for column in columns_of(kind))).order_by("id")
        for name, kind in KINDS.items()
    }


def dump(engine: Engine) -> dict[str, list[dict]]:
    """All records, without the columns that only SQL needs: what must be equal after an undo."""
    with engine.connect() as connection, connection.begin():
        return {
            name: [dict(row) for row in connection.execute(query).mappings()]
            for name, query in _queries().items()
        }
