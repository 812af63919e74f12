"""The one write door: every insert, update and delete of the program, by primary key, in batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, insert, update

from vendorrisk.store.folding import folded, sort_key
from vendorrisk.store.tables import FOLDED, SORT_KEY, VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

    Values = Mapping[str, Any]

BATCH = 500


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Inserts rows, in batches."""
    first = {VERSION: 1} if VERSION in table.c else {}
    for start in range(0, len(rows), BATCH):
        connection.execute(insert(table), [{**row, **first} for row in rows[start : start + BATCH]])


def update_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Updates rows, found by their primary key; every row names the same columns."""
    if not rows:
        return
    keys = [column.name for column in table.primary_key]
    found_by = and_(*(table.c[key] == bindparam("key_" + key) for key in keys))
    changed: dict[str, Any] = {name: bindparam("new_" + name) for name in rows[0] if name not in keys}
    if VERSION in table.c:
        changed[VERSION] = table.c[VERSION] + 1
    values = [
        {("key_" if name in keys else "new_") + name: value for name, value in row.items()} for row in rows
    ]
    connection.execute(update(table).where(found_by).values(changed), values)


def delete_rows(connection: Connection, table: Table, keys: Sequence[Values]) -> None:
    """Deletes rows by primary key."""
    if not keys:
        return
    names = [column.name for column in table.primary_key]
    found_by = and_(*(table.c[name] == bindparam("key_" + name) for name in names))
    connection.execute(
        delete(table).where(found_by), [{"key_" + name: key[name] for name in names} for key in keys]
    )


def with_search(table: Table, row: Values, language: str) -> dict[str, Any]:
    """The row with its folded column and locale sort key, where its table is searched."""
    searched = table.info.get("searched")
    if not searched:
        return dict(row)
    texts = [str(row[name] or "") for name in searched]
    ordering = sort_key(str(row[table.info["sorted_by"]] or ""), language)
    return {**row, FOLDED: folded("\n".join(texts)), SORT_KEY: ordering}
