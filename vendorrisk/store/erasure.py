"""Erasing a person: values overwritten in the register and in the journal, salts dropped, digests kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import Text, select

from vendorrisk.store.journal import append
from vendorrisk.store.mapping import canonical, columns_of, instant_text
from vendorrisk.store.tables import KINDS, draft, journal_change, journal_entry, metadata
from vendorrisk.store.write_door import delete_rows, update_rows, with_search
from vendorrisk.usecases.journal.history import Erased, Held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from vendorrisk.store.desk import SqlDesk
    from vendorrisk.store.journal import Scribe
    from vendorrisk.store.mapping import Row

Target = tuple[str, str, tuple[str, ...]]
"""Table name, row id, fields."""


def erase(
    desk: SqlDesk,
    scribe: Scribe,
    action: str,
    wall: str,
    targets: Sequence[Target],
    drafts: Sequence[str] = (),
) -> Erased:
    """Overwrites the fields now and in every change the journal holds, and says so in an entry of its own.

    Half-typed texts go with the records that they belong to, and those with the keys in `drafts`.
    """
    at = instant_text(scribe.now())
    rows = changes = 0
    targets = [one for one in targets if _exists(one)]
    for table, row_id, names in targets:
        rows += _erase_row(desk, table, row_id, names)
        changes += _erase_changes(desk.connection, (table, row_id, names), at, scribe.actor)
    _erase_drafts(desk.connection, targets, drafts)
    params = {"targets": [[table, row_id, list(names)] for table, row_id, names in targets]}
    append(desk.connection, scribe, [], action=action, params=params, wall=wall)
    return Erased(rows=rows, changes=changes)


def _exists(target: Target) -> bool:
    """Whether a table has these fields; a list from another version may name others."""
    table, _, names = target
    return table in KINDS and set(names) <= set(columns_of(KINDS[table]))


def erasures(connection: Connection, action: str) -> list[Target]:
    """Everything that was ever erased here, to be erased again in a restored backup."""
    change, entry = journal_change, journal_entry
    query = (
        select(change.c.after)
        .join(entry, entry.c.sequence == change.c.sequence)
        .where(entry.c.action == action, change.c.position == 0)
    )
    told = (json.loads(row.after) for row in connection.execute(query))
    return [(table, row_id, tuple(names)) for params in told for table, row_id, names in params["targets"]]


def ever_held(connection: Connection, table_name: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every value that fields of a table ever held: each row came into the register through the journal."""
    change = journal_change
    query = select(change.c.row_id, change.c.before, change.c.after).where(change.c.table_name == table_name)
    for row in connection.execute(query):
        for text in (row.before, row.after):
            cells = json.loads(text) if text else {}
            yield from ((row.row_id, cells[name]) for name in names if cells.get(name))


def naming(connection: Connection, names: Callable[[str], bool]) -> list[Held]:
    """Every place in the whole file that names somebody: fields of records, now or once, and all else.

    Each record came into the register through the journal, so the journal is read; of the tables that hold no
    records, every text is.
    """
    found = dict.fromkeys(_in_records(connection, names))
    for table in metadata.sorted_tables:
        if table.name in KINDS or table is journal_change:
            continue
        texts = [column for column in table.c if isinstance(column.type, Text)]
        for column in texts:
            found |= dict.fromkeys(_in_column(connection, column, names))
    found |= dict.fromkeys(_in_column(connection, journal_change.c.erased_by, names))
    return list(found)


def _in_records(connection: Connection, names: Callable[[str], bool]) -> Iterator[Held]:
    change = journal_change
    query = select(change.c.sequence, change.c.table_name, change.c.row_id, change.c.before, change.c.after)
    for row in connection.execute(query):
        for text in (row.before, row.after):
            if not text or not names(text):
                continue
            for name, cell in json.loads(text).items():
                if names(cell if isinstance(cell, str) else canonical(cell)):
                    is_record = row.table_name in KINDS
                    yield Held(
                        kind=KINDS.get(row.table_name), table=row.table_name or journal_change.name,
                        row=row.row_id if is_record else str(row.sequence), field=name,
                    )  # fmt: skip


def _in_column(
    connection: Connection, column: ColumnElement[str], names: Callable[[str], bool]
) -> Iterator[Held]:
    table = column.table
    key = next(iter(table.primary_key))
    for row in connection.execute(select(key, column).where(column.is_not(None))):
        if names(row[1]):
            yield Held(kind=None, table=table.name, row=str(row[0]), field=column.name)


def _erase_row(desk: SqlDesk, table_name: str, row_id: str, names: tuple[str, ...]) -> int:
    table = metadata.tables[table_name]
    found = desk.current(table, [row_id]).get(row_id)
    if found is None:
        return 0
    row = with_search(table, _blanked(table_name, found, names), desk.language)
    update_rows(desk.connection, table, [row])
    return 1


def _erase_changes(connection: Connection, target: Target, at: str, actor: str) -> int:
    table_name, row_id, names = target
    change = journal_change
    query = select(change).where(change.c.table_name == table_name, change.c.row_id == row_id)
    updates = [
        {
            "sequence": row.sequence, "position": row.position, "salt": None,
            "before": _blanked_text(table_name, row.before, names),
            "after": _blanked_text(table_name, row.after, names),
            "erased_at": at, "erased_by": actor,
        }
        for row in connection.execute(query)
    ]  # fmt: skip
    update_rows(connection, change, updates)
    return len(updates)


def _erase_drafts(connection: Connection, targets: Sequence[Target], named: Sequence[str]) -> None:
    ids = {row_id for _, row_id, _ in targets}
    keys = [row.key for row in connection.execute(select(draft.c.key))]
    gone = [key for key in keys if key in named or any(one in key for one in ids)]
    delete_rows(connection, draft, [{"key": key} for key in gone])


def _blanked(table_name: str, row: Row, names: tuple[str, ...]) -> Row:
    kinds = columns_of(KINDS[table_name])
    return {name: _blank(kinds[name][0]) if name in names else cell for name, cell in row.items()}


def _blanked_text(table_name: str, text: str | None, names: tuple[str, ...]) -> str | None:
    return None if text is None else canonical(_blanked(table_name, json.loads(text), names))


_BLANKS: dict[type, str] = {dict: "{}", tuple: "[]", str: ""}


def _blank(bare: type) -> str | None:
    return _BLANKS.get(bare)
