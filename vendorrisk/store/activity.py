"""The journal for the Activity page: pages of headers, and the changes of one step when it is looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, or_, select

from vendorrisk.domain.diligence.records import Assessment, Document, Finding
from vendorrisk.domain.notice.records import Change, Customer
from vendorrisk.domain.register.records import Engagement, Service, Vendor
from vendorrisk.store.journal import PARAMS, standing
from vendorrisk.store.mapping import instant_from, instant_text, record_of
from vendorrisk.store.reading import SqlReader
from vendorrisk.store.tables import KINDS, TABLES, journal_change, journal_entry
from vendorrisk.store.upcasting import upcast
from vendorrisk.usecases.journal.activity import RecordChange, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Engine, Select
    from sqlalchemy import Row as SqlRow

    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.journal.activity import ActivityQuery

_ENTRY, _CHANGE = journal_entry, journal_change


@dataclass(frozen=True, slots=True)
class SqlActivity:
    """The journal over the readers' engine, behind the port `ActivityLog`."""

    reader: Engine

    def count(self, query: ActivityQuery) -> int:
        """How many steps the query shows."""
        with self.reader.connect() as connection, connection.begin():
            counted = select(func.count()).select_from(_ENTRY).where(*_conditions(query))
            return connection.execute(counted).scalar_one()

    def steps(self, query: ActivityQuery, *, offset: int, limit: int) -> Sequence[Step]:
        """A page of steps, the newest first."""
        order = _ENTRY.c.sequence.asc() if query.oldest_first else _ENTRY.c.sequence.desc()
        page = select(_ENTRY).where(*_conditions(query)).order_by(order).offset(offset).limit(limit)
        with self.reader.connect() as connection, connection.begin():
            return _steps(connection, list(connection.execute(page)))

    def actors(self) -> Sequence[str]:
        """Everybody who ever did something here."""
        with self.reader.connect() as connection, connection.begin():
            found = select(_ENTRY.c.actor).distinct().order_by(_ENTRY.c.actor)
            return list(connection.execute(found).scalars())

    def changes(self, sequence: int, *, limit: int) -> Sequence[RecordChange]:
        """What a step changed, record by record."""
        query = (
            select(_CHANGE, _ENTRY.c.revision)
            .join(_ENTRY, _ENTRY.c.sequence == _CHANGE.c.sequence)
            .where(_CHANGE.c.sequence == sequence, _CHANGE.c.table_name != PARAMS)
            .order_by(_CHANGE.c.position)
            .limit(limit)
        )
        with self.reader.connect() as connection, connection.begin():
            rows = list(connection.execute(query))
            told = [_record_change(row) for row in rows]
            names = Names(connection).of(value for one in told for value in _ids_in(one))
        return [_with_names(one, names) for one in told]


def _conditions(query: ActivityQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.text.strip():
        by_name = func.lower(_ENTRY.c.actor).contains(query.text.strip().lower(), autoescape=True)
        found.append(or_(by_name, _ENTRY.c.action.in_(sorted(query.actions))))
    if query.actor:
        found.append(_ENTRY.c.actor == query.actor)
    if query.kind:
        found.append(_ENTRY.c.kind == query.kind)
    if query.wall:
        found.append(_ENTRY.c.wall == query.wall)
    if query.only_undone:
        stands = standing().with_only_columns(_ENTRY.c.sequence).scalar_subquery()
        found.append(and_(_ENTRY.c.kind == "do", _ENTRY.c.sequence.not_in(stands)))
    if query.about:
        wrote = select(_CHANGE.c.sequence).where(_CHANGE.c.row_id.in_(sorted(query.about)))
        found.append(_ENTRY.c.sequence.in_(wrote))
    if query.since is not None:
        found.append(_ENTRY.c.at >= instant_text(query.since))
    if query.until is not None:
        found.append(_ENTRY.c.at <= instant_text(query.until))
    return found


def _steps(connection: Connection, entries: Sequence[SqlRow[Any]]) -> list[Step]:
    numbers = [entry.sequence for entry in entries]
    still = standing().where(_ENTRY.c.sequence.in_(numbers))
    stands = {row.sequence for row in connection.execute(still)}
    erased = _erased(connection, numbers)
    subjects = _subjects(connection, numbers)
    return [
        Step(
            id=str(entry.sequence), sequence=entry.sequence, at=instant_from(entry.at), actor=entry.actor,
            action=entry.action, kind=entry.kind, target=entry.target, wall=entry.wall,
            undone=entry.kind == "do" and entry.sequence not in stands,
            changes=entry.changes - 1, erased=entry.sequence in erased,
            subject=subjects.get(entry.sequence, NOBODY).name,
            about=(subjects.get(entry.sequence, NOBODY).table, subjects.get(entry.sequence, NOBODY).id),
        )
        for entry in entries
    ]  # fmt: skip


def _erased(connection: Connection, numbers: Sequence[int]) -> set[int]:
    emptied = select(_CHANGE.c.sequence).where(_CHANGE.c.sequence.in_(numbers), _CHANGE.c.salt.is_(None))
    return set(connection.execute(emptied.distinct()).scalars())


def _subjects(connection: Connection, numbers: Sequence[int]) -> dict[int, Called]:
    """What each step wrote first, or what that belongs to, by its present name."""
    query = select(_CHANGE).where(_CHANGE.c.sequence.in_(numbers), _CHANGE.c.position == 1)
    first = [(row.sequence, row.table_name, row.row_id, _cells(row)) for row in connection.execute(query)]
    wanted = [value for _, _, row_id, cells in first for value in (row_id, *_references(cells).values())]
    names = Names(connection).of(wanted)
    return {sequence: _subject(table, row_id, cells, names) for sequence, table, row_id, cells in first}


def _subject(table: str, row_id: str, cells: dict[str, Any], names: dict[str, Called]) -> Called:
    if row_id in names:
        return names[row_id]
    belongs_to = next((names[one] for one in _references(cells).values() if one in names), None)
    if belongs_to is not None:
        return belongs_to
    own = str(cells.get("name") or cells.get("title") or "")
    return Called(table, row_id, "" if own.startswith("{") else own)


def _cells(row: SqlRow[Any]) -> dict[str, Any]:
    cells: dict[str, Any] = json.loads(row.after or row.before or "{}")
    return cells


def _references(cells: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in cells.items() if name.endswith("_id") and value}


def _record_change(row: SqlRow[Any]) -> RecordChange:
    kind = KINDS[row.table_name]
    return RecordChange(
        kind=kind,
        table=row.table_name,
        id=row.row_id,
        before=_fields(kind, row, row.before),
        after=_fields(kind, row, row.after),
        erased_at=instant_from(row.erased_at) if row.erased_at else None,
        erased_by=row.erased_by or "",
    )


def _fields(kind: type[Record], row: SqlRow[Any], text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    record = record_of(kind, upcast(row.revision, row.table_name, json.loads(text)))
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _ids_in(change: RecordChange) -> list[str]:
    told = [*_references(dict(change.before or {})).values(), *_references(dict(change.after or {})).values()]
    return [change.id, *told]


def _with_names(change: RecordChange, names: dict[str, Called]) -> RecordChange:
    own = {one: names[one].name for one in _ids_in(change) if one in names}
    return replace(change, names=own)


class Called(NamedTuple):
    """What an id stands for: a table, the id of what can be looked at there, and its present name."""

    table: str
    id: str
    name: str


NOBODY = Called("", "", "")


class Names:
    """The present names behind ids, whatever kind of record has them; what is gone has none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, ids: Iterable[str]) -> dict[str, Called]:
        """Id to name; a part of a vendor, such as an engagement, is told by the vendor."""
        wanted = sorted(set(ids))
        found: dict[str, Called] = {}
        for kind, (table, query) in _QUERIES.items():
            rows = self._connection.execute(query.where(TABLES[kind].c.id.in_(wanted)))
            found |= {row.id: Called(table, row.called, str(row.name)) for row in rows}
        for one in SqlReader(self._connection).find(Service, id=wanted):
            found[one.id] = Called("service", one.id, next(iter(one.name.values()), one.code))
        return found


def _own(kind: type[Record], name: str) -> tuple[str, Select[Any]]:
    table = TABLES[kind]
    return table.name, select(table.c.id, table.c.id.label("called"), table.c[name].label("name"))


def _of_vendor(kind: type[Record], *, through_engagement: bool) -> tuple[str, Select[Any]]:
    table, engagement, vendor = TABLES[kind], TABLES[Engagement], TABLES[Vendor]
    told = select(table.c.id, vendor.c.id.label("called"), vendor.c.name.label("name"))
    if not through_engagement:
        return vendor.name, told.join(vendor, vendor.c.id == table.c.vendor_id)
    joined = told.join(engagement, engagement.c.id == table.c.engagement_id)
    return vendor.name, joined.join(vendor, vendor.c.id == engagement.c.vendor_id)


_QUERIES: dict[type[Record], tuple[str, Select[Any]]] = {
    Vendor: _own(Vendor, "name"),
    Customer: _own(Customer, "name"),
    Document: _own(Document, "title"),
    Finding: _own(Finding, "title"),
    Change: _own(Change, "number"),
    Engagement: _of_vendor(Engagement, through_engagement=False),
    Assessment: _of_vendor(Assessment, through_engagement=True),
}
