"""What the pages of all long tables share: a moment to read in, and what they ask for in one column."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Engine, Select

T = TypeVar("T")


@contextmanager
def moment(reader: Engine) -> Iterator[Connection]:
    """A connection on which everything that is read belongs to one moment."""
    with reader.connect() as connection, connection.begin():
        yield connection


def directed(key: ColumnElement[object], *, descending: bool) -> ColumnElement[object]:
    """A key of an order in its direction; missing values come last either way."""
    return (key.desc() if descending else key.asc()).nulls_last()


def column_of(reader: Engine, query: Select[T]) -> list[T]:
    """What a query gives in its only column, in its order."""
    with moment(reader) as connection:
        return list(connection.execute(query).scalars())


def counted(reader: Engine, query: Select[int]) -> int:
    """What a query counts."""
    with moment(reader) as connection:
        return connection.execute(query).scalar_one()


def values_in(reader: Engine, column: ColumnElement[str]) -> list[str]:
    """Everything that a column of texts holds, once and in order; empty texts are left out."""
    return column_of(reader, select(column).where(column != "").distinct().order_by(column))
