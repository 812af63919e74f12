"""The journal: one entry per action, chained; written in the same transaction as the rows it tells of."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row as SqlRow
from sqlalchemy import exists, select

from vendorrisk.store.chain import GENESIS, Header, RowChange, change_digest, entry_hash
from vendorrisk.store.mapping import canonical, instant_from, instant_text
from vendorrisk.store.tables import journal_change, journal_entry, journal_head
from vendorrisk.store.upcasting import CURRENT
from vendorrisk.store.write_door import insert_rows, update_rows
from vendorrisk.usecases.journal.history import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Select

HEAD_ID = 1
PARAMS = ""
"""The parameters of an action are its change number 0, of no table: salted and erasable like the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scribe:
    """Who writes, when, and with which randomness. `now` gives UTC and is moved by nothing."""

    actor: str
    now: Callable[[], datetime]
    entropy: Callable[[int], bytes]


def begin_chain(connection: Connection) -> None:
    """Writes the empty head of a new journal."""
    insert_rows(connection, journal_head, [{"id": HEAD_ID, "sequence": 0, "hash": GENESIS}])


def head_of(connection: Connection, *, lock: bool = False) -> tuple[int, str]:
    """Sequence and hash of the newest entry; with `lock`, other writers wait until we are done."""
    query = select(journal_head.c.sequence, journal_head.c.hash).where(journal_head.c.id == HEAD_ID)
    row = connection.execute(query.with_for_update() if lock else query).one()
    return row.sequence, row.hash


def append(
    connection: Connection,
    scribe: Scribe,
    changes: Sequence[RowChange],
    *,
    action: str,
    params: dict[str, Any],
    kind: str = "do",
    target: int | None = None,
    wall: str = "",
) -> int:
    """Adds an entry with its changes and returns its sequence."""
    last, previous = head_of(connection, lock=True)
    told = [RowChange(PARAMS, PARAMS, None, canonical(params)), *changes]
    salts = [scribe.entropy(16).hex() for _ in told]
    digests = [change_digest(change, salt) for change, salt in zip(told, salts, strict=True)]
    header = Header(
        sequence=last + 1, at=instant_text(scribe.now()), actor=scribe.actor, action=action, kind=kind,
        target=target, wall=wall, revision=CURRENT, changes=len(told), previous=previous,
    )  # fmt: skip
    digest = entry_hash(header, digests)
    insert_rows(connection, journal_entry, [{**asdict(header), "hash": digest}])
    insert_rows(connection, journal_change, _change_rows(header.sequence, told, salts, digests))
    update_rows(connection, journal_head, [{"id": HEAD_ID, "sequence": header.sequence, "hash": digest}])
    return header.sequence


def _change_rows(
    sequence: int, changes: Sequence[RowChange], salts: Sequence[str], digests: Sequence[str]
) -> list[dict[str, Any]]:
    return [
        {
            "sequence": sequence, "position": position, "table_name": change.table, "row_id": change.row_id,
            "before": change.before, "after": change.after,
            "salt": salts[position], "digest": digests[position],
        }
        for position, change in enumerate(changes)
    ]  # fmt: skip


def header_of(entry: SqlRow[Any]) -> Header:
    """The header that an entry's row tells."""
    return Header(**{name: getattr(entry, name) for name in Header.__dataclass_fields__})


def changes_of(connection: Connection, sequence: int) -> list[SqlRow[Any]]:
    """The row changes of one entry in order, without its parameters."""
    query = select(journal_change).where(
        journal_change.c.sequence == sequence, journal_change.c.table_name != PARAMS
    )
    return list(connection.execute(query.order_by(journal_change.c.position)))


def standing() -> Select[Any]:
    """Query: the actions that are not undone at present (the last word on each is not an undo)."""
    entry, word, later = journal_entry, journal_entry.alias("word"), journal_entry.alias("later")
    superseded = exists().where(later.c.target == word.c.target, later.c.sequence > word.c.sequence)
    undone = exists().where(word.c.target == entry.c.sequence, word.c.kind == "undo", ~superseded)
    return select(entry).where(entry.c.kind == "do", ~undone)


def newest_standing(connection: Connection) -> SqlRow[Any] | None:
    """The action that an undo would take back."""
    return connection.execute(standing().order_by(journal_entry.c.sequence.desc()).limit(1)).first()


def setting_of(connection: Connection, entry: SqlRow[Any]) -> str:
    """The setting that an action changed by its own parameters; empty for one that changed none."""
    change = journal_change
    query = select(change.c.after).where(change.c.sequence == entry.sequence, change.c.table_name == PARAMS)
    # An import has changed thousands of rows behind its parameters, which come first.
    params = connection.execute(query.order_by(change.c.position).limit(1)).scalar()
    return str(json.loads(params).get("setting", "")) if params else ""


def newest_undone(connection: Connection) -> SqlRow[Any] | None:
    """The action that a redo would do again: undone last, with no new action since."""
    entry = journal_entry
    newest = connection.execute(select(entry).order_by(entry.c.sequence.desc()).limit(1)).first()
    open_undos: list[int] = []
    last_do = connection.execute(
        select(entry.c.sequence).where(entry.c.kind == "do").order_by(entry.c.sequence.desc()).limit(1)
    ).scalar()
    if newest is None or last_do is None:
        return None
    since = select(entry).where(entry.c.sequence > last_do).order_by(entry.c.sequence)
    for row in connection.execute(since):
        if row.kind == "undo":
            open_undos.append(row.target)
        else:
            open_undos.remove(row.target)
    if not open_undos:
        return None
    return connection.execute(select(entry).where(entry.c.sequence == open_undos[-1])).first()


def lines(connection: Connection, since: datetime | None, before: int | None, limit: int) -> list[Line]:
    """A page of the journal, newest first."""
    entry = journal_entry
    query = select(entry).order_by(entry.c.sequence.desc()).limit(limit)
    if since is not None:
        query = query.where(entry.c.at >= instant_text(since))
    if before is not None:
        query = query.where(entry.c.sequence < before)
    entries = list(connection.execute(query))
    return _lines(connection, entries)


def _lines(connection: Connection, entries: Sequence[SqlRow[Any]]) -> list[Line]:
    numbers = [entry.sequence for entry in entries]
    still = standing().where(journal_entry.c.sequence.in_(numbers))
    stands = {row.sequence for row in connection.execute(still)}
    params, touched = _told(connection, numbers)
    return [
        Line(
            sequence=entry.sequence, at=instant_from(entry.at), actor=entry.actor, action=entry.action,
            kind=entry.kind, target=entry.target, wall=entry.wall,
            undone=entry.kind == "do" and entry.sequence not in stands,
            params=params.get(entry.sequence, {}), touched=tuple(touched.get(entry.sequence, ())),
        )
        for entry in entries
    ]  # fmt: skip


def _told(
    connection: Connection, numbers: Iterable[int]
) -> tuple[dict[int, dict[str, Any]], dict[int, list[tuple[str, str]]]]:
    change = journal_change
    columns = (change.c.sequence, change.c.table_name, change.c.row_id, change.c.after)
    query = select(*columns).where(change.c.sequence.in_(list(numbers)))
    params: dict[int, dict[str, Any]] = {}
    touched: dict[int, list[tuple[str, str]]] = {}
    for row in connection.execute(query.order_by(change.c.sequence, change.c.position)):
        if row.table_name == PARAMS:
            params[row.sequence] = json.loads(row.after or "{}")
        else:
            touched.setdefault(row.sequence, []).append((row.table_name, row.row_id))
    return params, touched
