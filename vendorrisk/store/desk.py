"""The desk of one action: reads and writes rows, and remembers what each was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from vendorrisk.store.chain import RowChange
from vendorrisk.store.mapping import Row, canonical, columns_of, row_of
from vendorrisk.store.reading import SqlReader
from vendorrisk.store.tables import KINDS, TABLES
from vendorrisk.store.write_door import BATCH, delete_rows, insert_rows, update_rows, with_search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Table

    from vendorrisk.domain.record import Record


class SqlDesk(SqlReader):
    """An open action. Everything goes through the write door; nothing is committed here."""

    def __init__(self, connection: Connection, language: str) -> None:
        super().__init__(connection)
        self.connection = connection
        self.language = language
        self._before: dict[tuple[str, str], Row | None] = {}
        self._after: dict[tuple[str, str], Row | None] = {}

    def put(self, *records: Record) -> None:
        """Stores new records and changes of known ones (by id)."""
        for kind, group in _by_kind(records):
            table = TABLES[kind]
            self.write(table, [(row["id"], row) for row in map(row_of, group)])

    def remove(self, *records: Record) -> None:
        """Removes records by id."""
        for kind, group in _by_kind(records):
            self.write(TABLES[kind], [(record.id, None) for record in group])

    def write(self, table: Table, wanted: Sequence[tuple[Any, Row | None]]) -> None:
        """Brings rows into the wished form (None: gone), in batches, and remembers what they were."""
        for start in range(0, len(wanted), BATCH):
            self._write_batch(table, dict(wanted[start : start + BATCH]))

    def current(self, table: Table, ids: Iterable[str]) -> dict[str, Row]:
        """The rows as they are now, without the columns that only SQL needs."""
        columns = [table.c[name] for name in columns_of(KINDS[table.name])]
        query = select(*columns).where(table.c.id.in_(list(ids)))
        return {row["id"]: dict(row) for row in self._connection.execute(query).mappings()}

    def changes(self) -> list[RowChange]:
        """What this action changed, each row once, from its first state to its last."""
        return [
            RowChange(table, row_id, _text(before), _text(self._after[table, row_id]))
            for (table, row_id), before in self._before.items()
            if before != self._after[table, row_id]
        ]

    def _write_batch(self, table: Table, wanted: dict[str, Row | None]) -> None:
        now = self.current(table, wanted)
        new = [row for row_id, row in wanted.items() if row is not None and row_id not in now]
        other = [row for row_id, row in wanted.items() if row is not None and now.get(row_id, row) != row]
        gone = [{"id": row_id} for row_id, row in wanted.items() if row is None and row_id in now]
        insert_rows(self._connection, table, [with_search(table, row, self.language) for row in new])
        update_rows(self._connection, table, [with_search(table, row, self.language) for row in other])
        delete_rows(self._connection, table, gone)
        for row_id, row in wanted.items():
            self._before.setdefault((table.name, row_id), now.get(row_id))
            self._after[table.name, row_id] = row


def _by_kind(records: Sequence[Record]) -> Iterable[tuple[type[Record], list[Record]]]:
    groups: dict[type[Record], list[Record]] = {}
    for record in records:
        groups.setdefault(type(record), []).append(record)
    return groups.items()


def _text(row: Row | None) -> str | None:
    return None if row is None else canonical(row)
