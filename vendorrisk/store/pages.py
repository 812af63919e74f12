"""What the pages of all long tables share: a moment to read in, and an order with its tie-breakers."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Engine


@contextmanager
def moment(reader: Engine) -> Iterator[Connection]:
    """A connection on which everything that is read belongs to one moment."""
    with reader.connect() as connection, connection.begin():
        yield connection


def directed(key: ColumnElement[object], *, descending: bool) -> ColumnElement[object]:
    """A key of an order in its direction; missing values come last either way."""
    return (key.desc() if descending else key.asc()).nulls_last()
