"""Reading records: now, or as we knew them at an instant."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Select, and_, bindparam, select

from vendorrisk.domain.message import NotFound, msg
from vendorrisk.store.folding import folded
from vendorrisk.store.mapping import Cell, Row, cell_of, columns_of, record_of
from vendorrisk.store.tables import FOLDED, SORT_KEY, TABLES, journal_change, journal_entry
from vendorrisk.store.upcasting import upcast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

    from vendorrisk.domain.record import Record

R = TypeVar("R", bound="Record")
Comparison: TypeAlias = Callable[[ColumnElement[Any], str], ColumnElement[bool]]


def unknown(kind: type[Record], wanted: str) -> NotFound:
    """The error for an id that no record of this kind has."""
    return NotFound(
        msg("record.unknown", kind=msg(f"kind.{TABLES[kind].name}"), wanted=wanted),
        msg("record.unknown.remedy"),
    )


class SqlReader:
    """Reads records through one connection, which fixes the moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, kind: type[R], id: str) -> R:  # noqa: A002  (the record's own word)
        """The record with this id; raises NotFound."""
        found = self.find(kind, id=id)
        if not found:
            raise unknown(kind, id)
        return found[0]

    def find(self, kind: type[R], /, **equals: Any) -> list[R]:
        """Records whose fields equal these values (a list or tuple means: one of them), oldest first."""
        wanted = {name: _kept(_cells(kind, name, value)) for name, value in equals.items()}
        if not all(wanted.values()):
            return []
        query = _query(TABLES[kind], tuple((name, _comparison(cells)) for name, cells in wanted.items()))
        return self._records(kind, query, {name: _bound(cells) for name, cells in wanted.items()})

    def search(self, kind: type[R], text: str, *, limit: int = 20) -> list[R]:
        """Records whose folded names contain the folded text, by name."""
        table = TABLES[kind]
        found = table.c[FOLDED].contains(folded(text), autoescape=True)
        return self._records(kind, select(table).where(found).order_by(table.c[SORT_KEY]).limit(limit))

    def when_set(self, kind: type[Record], id: str, field: str) -> PastReader | None:  # noqa: A002  (likewise)
        """The register right after the step that set a field of a record to what it is; None without one."""
        return _when_set(self._connection, kind, id, field)

    def _records(self, kind: type[R], query: Select[Any], bound: Mapping[str, Any] | None = None) -> list[R]:
        return [record_of(kind, row) for row in self._connection.execute(query, bound).mappings()]


@cache
def _query(table: Table, comparisons: tuple[tuple[str, Comparison], ...]) -> Select[Any]:
    """One query per table and comparisons, kept: making it anew costs more than what it asks for."""
    conditions = [compared(table.c[name], name) for name, compared in comparisons]
    return select(table).where(*conditions).order_by(table.c.id)


def _nothing(column: ColumnElement[Any], _name: str) -> ColumnElement[bool]:
    return column.is_(None)


def _equal(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column == bindparam(name)


def _among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column.in_(bindparam(name, expanding=True))


def _comparison(cells: list[Cell]) -> Comparison:
    if len(cells) > 1:
        return _among
    return _nothing if cells == [None] else _equal


def _bound(cells: list[Cell]) -> Any:
    return cells if len(cells) > 1 else cells[0]


def _kept(cells: list[Cell]) -> list[Cell]:
    """Those that a register may hold; half a character, as from a shell in another encoding, is in none."""
    return [cell for cell in cells if _can_be_kept(cell)]


def _can_be_kept(cell: Cell) -> bool:
    return not isinstance(cell, str) or not any("\ud800" <= letter <= "\udfff" for letter in cell)


class PastReader:
    """Reads the register as it was known right after an entry of the journal.

    Today's rows are taken and later changes undone backwards, so that the cost is that of what came since.
    """

    def __init__(self, connection: Connection, sequence: int) -> None:
        self._connection = connection
        self._sequence = sequence
        self._tables: dict[str, dict[str, Row]] = {}

    def get(self, kind: type[R], id: str) -> R:  # noqa: A002  (the record's own word)
        """The record with this id at that time; raises NotFound."""
        row = self._rows(kind).get(id)
        if row is None:
            raise unknown(kind, id)
        return record_of(kind, row)

    def find(self, kind: type[R], /, **equals: Any) -> list[R]:
        """Records of that time whose fields equal these values, oldest first."""
        wanted = {name: _cells(kind, name, value) for name, value in equals.items()}
        rows = (row for _, row in sorted(self._rows(kind).items()))
        return [record_of(kind, row) for row in rows if all(row[name] in ok for name, ok in wanted.items())]

    def search(self, kind: type[R], text: str, *, limit: int = 20) -> list[R]:
        """Records of that time whose folded names contain the folded text."""
        names = TABLES[kind].info["searched"]
        needle = folded(text)
        found = (
            row
            for row in self._rows(kind).values()
            if needle in folded("\n".join(str(row[name] or "") for name in names))
        )
        return [record_of(kind, row) for row in sorted(found, key=lambda row: str(row[names[0]]))][:limit]

    def when_set(self, kind: type[Record], id: str, field: str) -> PastReader | None:  # noqa: A002  (likewise)
        """The register right after the step that set a field to what it is today; None without one."""
        return _when_set(self._connection, kind, id, field)

    def _rows(self, kind: type[Record]) -> dict[str, Row]:
        table = TABLES[kind]
        if table.name not in self._tables:
            self._tables[table.name] = self._rebuilt(kind)
        return self._tables[table.name]

    def _rebuilt(self, kind: type[Record]) -> dict[str, Row]:
        table = TABLES[kind]
        names = list(columns_of(kind))
        now = self._connection.execute(select(*(table.c[name] for name in names))).mappings()
        rows: dict[str, Row] = {row["id"]: dict(row) for row in now}
        for row_id, before, revision in self._later(table.name):
            if before is None:
                rows.pop(row_id, None)
            else:
                rows[row_id] = upcast(revision, table.name, json.loads(before))
        return rows

    def _later(self, table: str) -> Iterable[tuple[str, str | None, str]]:
        change, entry = journal_change, journal_entry
        query = (
            select(change.c.row_id, change.c.before, entry.c.revision)
            .join(entry, and_(entry.c.sequence == change.c.sequence))
            .where(change.c.table_name == table, change.c.sequence > self._sequence)
            .order_by(change.c.sequence.desc(), change.c.position.desc())
        )
        return [(row.row_id, row.before, row.revision) for row in self._connection.execute(query)]


def _when_set(connection: Connection, kind: type[Record], row_id: str, field: str) -> PastReader | None:
    change = journal_change
    query = (
        select(change.c.sequence, change.c.before, change.c.after)
        .where(change.c.table_name == TABLES[kind].name, change.c.row_id == row_id)
        .order_by(change.c.sequence.desc(), change.c.position.desc())
    )
    for row in connection.execute(query):
        before, after = json.loads(row.before or "{}"), json.loads(row.after or "{}")
        if before.get(field) != after.get(field):
            return PastReader(connection, row.sequence)
    return None


def _cells(kind: type[Record], name: str, value: Any) -> list[Cell]:
    values = value if isinstance(value, list | tuple) else [value]
    return [cell_of(kind, name, one) for one in values]
