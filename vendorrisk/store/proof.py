"""Proving the journal: every hash computed again, and the register compared with what the journal tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from vendorrisk.domain.message import Problem, msg
from vendorrisk.store.chain import GENESIS, RowChange, change_digest, entry_hash
from vendorrisk.store.journal import PARAMS, head_of, header_of
from vendorrisk.store.mapping import columns_of, instant_from
from vendorrisk.store.tables import KINDS, journal_change, journal_entry, metadata
from vendorrisk.store.upcasting import upcast
from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.journal.history import Erasure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy import Row as SqlRow

    from vendorrisk.store.mapping import Row


class Proof:
    """One reading of the whole journal, collecting what does not fit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._problems: list[Problem] = []
        self._erased: dict[tuple[int, str, str], None] = {}
        self._emptied: dict[tuple[str, str], list[int]] = {}
        self._erasures: list[tuple[SqlRow[Any], set[tuple[str, str]]]] = []
        self._rows: dict[tuple[str, str], Row | None] = {}
        self._changes = 0

    def verdict(self) -> Verdict:
        """Reads everything and says what fits, what was erased and what was altered."""
        previous, count = GENESIS, 0
        for entry, changes in self._entries():
            count += 1
            self._check_entry(entry, changes, previous, count)
            previous = entry.hash
            for change in changes:
                self._check_change(entry, change)
        self._check_head(count, previous)
        self._check_register()
        allowed = {row for _, rows in self._erasures for row in rows}
        for table, row_id in sorted(self._emptied.keys() - allowed):
            self._problems.append(_problem(f"{table} {row_id}", "journal.emptied"))
        return Verdict(
            entries=count, changes=self._changes, erased=tuple(self._erased),
            erasures=tuple(self._told_erasures()),
            problems=tuple(self._problems), head=previous,
        )  # fmt: skip

    def _entries(self) -> Iterator[tuple[SqlRow[Any], list[SqlRow[Any]]]]:
        by_sequence = journal_change.c.sequence, journal_change.c.position
        changes = iter(self._connection.execute(select(journal_change).order_by(*by_sequence)))
        pending = next(changes, None)
        for entry in self._connection.execute(select(journal_entry).order_by(journal_entry.c.sequence)):
            own: list[SqlRow[Any]] = []
            while pending is not None and pending.sequence <= entry.sequence:
                own.append(pending)
                pending = next(changes, None)
            yield entry, own
        if pending is not None:
            self._note(pending.sequence, "journal.stray_change")

    def _check_entry(
        self, entry: SqlRow[Any], changes: list[SqlRow[Any]], previous: str, number: int
    ) -> None:
        if entry.sequence != number or entry.previous != previous:
            self._note(entry.sequence, "journal.broken_link")
        digests = [change.digest for change in changes]
        if entry_hash(header_of(entry), digests) != entry.hash or len(changes) != entry.changes:
            self._note(entry.sequence, "journal.altered_entry")

    def _check_change(self, entry: SqlRow[Any], change: SqlRow[Any]) -> None:
        self._changes += 1
        if change.salt is None:
            self._erased[entry.sequence, change.erased_at or "", change.erased_by or ""] = None
            self._emptied.setdefault((change.table_name, change.row_id), []).append(entry.sequence)
        else:
            told = RowChange(change.table_name, change.row_id, change.before, change.after)
            if change_digest(told, change.salt) != change.digest:
                self._note(entry.sequence, "journal.altered_change")
        if change.table_name == PARAMS:
            if entry.wall == Wall.ERASED:
                targets = json.loads(change.after or "{}").get("targets", ())
                self._erasures.append((entry, {(table, row_id) for table, row_id, _ in targets}))
        else:
            row = None if change.after is None else json.loads(change.after)
            lifted = None if row is None else upcast(entry.revision, change.table_name, row)
            self._rows[change.table_name, change.row_id] = lifted

    def _told_erasures(self) -> Iterator[Erasure]:
        """Each act of erasing, with how many entries before it hold records that it emptied."""
        for entry, rows in self._erasures:
            emptied = {one for row in rows for one in self._emptied.get(row, ()) if one < entry.sequence}
            yield Erasure(at=instant_from(entry.at), by=entry.actor, entries=len(emptied))

    def _check_head(self, count: int, last_hash: str) -> None:
        if head_of(self._connection) != (count, last_hash):
            self._note(count, "journal.cut_off")

    def _check_register(self) -> None:
        for name, kind in KINDS.items():
            table = metadata.tables[name]
            columns = [table.c[column] for column in columns_of(kind)]
            stored = {row["id"]: dict(row) for row in self._connection.execute(select(*columns)).mappings()}
            told = {
                row_id: row for (table_name, row_id), row in self._rows.items() if table_name == name and row
            }
            for row_id in sorted(stored.keys() | told.keys()):
                if stored.get(row_id) != told.get(row_id):
                    self._problems.append(_problem(f"{name} {row_id}", "journal.row_differs"))

    def _note(self, sequence: int, key: str) -> None:
        self._problems.append(_problem(str(sequence), key))


def _problem(where: str, key: str) -> Problem:
    return Problem(where=where, what=msg(key, where=where), remedy=msg("journal.remedy"))
