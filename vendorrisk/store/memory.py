"""Taking back and doing again: the reverse of an entry's changes, refused when its rows have moved on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import NothingToDo, Refused, msg
from vendorrisk.store.journal import append, changes_of, newest_standing, newest_undone
from vendorrisk.store.tables import metadata
from vendorrisk.store.upcasting import upcast
from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.journal.history import Undone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row as SqlRow

    from vendorrisk.domain.message import Message
    from vendorrisk.store.desk import SqlDesk
    from vendorrisk.store.journal import Scribe
    from vendorrisk.store.mapping import Row


def undo(desk: SqlDesk, scribe: Scribe) -> Undone:
    """Takes back the newest action not yet taken back, as an entry of its own."""
    entry = newest_standing(desk.connection)
    if entry is None or entry.wall == Wall.BEGUN:
        raise NothingToDo(msg("undo.nothing"), msg("undo.nothing.remedy"))
    if entry.wall:
        raise Refused(msg("undo.wall", action=msg("action." + entry.action), wall=msg("wall." + entry.wall)),
                      msg("undo.wall.remedy"))  # fmt: skip
    steps = [(change, change.after, change.before) for change in reversed(_whole(desk, entry))]
    return _apply(desk, scribe, entry, steps, "undo")


def redo(desk: SqlDesk, scribe: Scribe) -> Undone:
    """Does again the action that was taken back last, if nothing new was done since."""
    entry = newest_undone(desk.connection)
    if entry is None:
        raise NothingToDo(msg("redo.nothing"), msg("redo.nothing.remedy"))
    steps = [(change, change.before, change.after) for change in _whole(desk, entry)]
    return _apply(desk, scribe, entry, steps, "redo")


def _whole(desk: SqlDesk, entry: SqlRow[Any]) -> list[SqlRow[Any]]:
    changes = changes_of(desk.connection, entry.sequence)
    if any(change.erased_at for change in changes):
        raise Refused(msg("undo.erased", action=msg("action." + entry.action)), msg("undo.erased.remedy"))
    return changes


def _apply(
    desk: SqlDesk,
    scribe: Scribe,
    entry: SqlRow[Any],
    steps: Sequence[tuple[SqlRow[Any], str | None, str | None]],
    kind: str,
) -> Undone:
    for change, expected, wished in steps:
        table = metadata.tables[change.table_name]
        found = desk.current(table, [change.row_id]).get(change.row_id)
        if found != _row(entry, change, expected):
            raise Refused(
                msg("undo.changed", action=msg("action." + entry.action), table=_kind(change.table_name)),
                msg("undo.changed.remedy"),
            )
        desk.write(table, [(change.row_id, _row(entry, change, wished))])
    append(
        desk.connection, scribe, desk.changes(),
        action=entry.action, params={"target": entry.sequence}, kind=kind, target=entry.sequence,
    )  # fmt: skip
    touched = tuple((change.table_name, change.row_id) for change, _, _ in steps)
    return Undone(target=entry.sequence, action=entry.action, touched=touched)


def _kind(table_name: str) -> Message:
    return msg(f"kind.{table_name}")


def _row(entry: SqlRow[Any], change: SqlRow[Any], text: str | None) -> Row | None:
    """A side of a change as the newest schema has it, so that a step of an older version can be compared."""
    return None if text is None else upcast(entry.revision, change.table_name, json.loads(text))
