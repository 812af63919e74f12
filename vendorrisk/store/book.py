"""The open register behind the port `Book`: reading moments, actions, memory and proof."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from vendorrisk.store import erasure, memory
from vendorrisk.store.desk import SqlDesk
from vendorrisk.store.journal import append, head_of, lines, newest_standing, newest_undone, setting_of
from vendorrisk.store.mapping import instant_text
from vendorrisk.store.proof import Proof
from vendorrisk.store.reading import PastReader, SqlReader
from vendorrisk.store.tables import TABLES, journal_entry
from vendorrisk.usecases.actions import Wall
from vendorrisk.usecases.journal.history import NextSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from vendorrisk.domain.record import Record
    from vendorrisk.store.journal import Scribe
    from vendorrisk.usecases.actions import Action
    from vendorrisk.usecases.journal.history import Erased, Held, Line, Undone, Verdict


@contextmanager
def _one_action(
    connection: Connection, scribe: Scribe, language: str, action: Action, params: dict[str, Any]
) -> Iterator[SqlDesk]:
    desk = SqlDesk(connection, language)
    yield desk
    changes = desk.changes()
    if changes:
        append(connection, scribe, changes, action=action.key, params=params, wall=action.wall or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedBook:
    """Acts inside a transaction that somebody else commits, such as the making of a register."""

    connection: Connection
    scribe: Scribe
    language: str = "en"

    @contextmanager
    def act(self, action: Action, **params: Any) -> Iterator[SqlDesk]:
        """One action with its journal entry, as part of the larger transaction."""
        with _one_action(self.connection, self.scribe, self.language, action, params) as desk:
            yield desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SqlBook:
    """The register over two engines: one writer, and readers that never wait for it.

    `language` orders names; with `dry_run` every action is worked out and then given up. `after_erasing` is
    told every erasure there ever was, before a new one is committed; `empty_log` is called once it is, so
    that the pages of before leave the write-ahead log too.
    """

    writer: Engine
    reader: Engine
    scribe: Scribe
    language: str = "en"
    dry_run: bool = False
    after_erasing: Callable[[list[erasure.Target]], None] = lambda _all: None
    empty_log: Callable[[], object] = lambda: None

    def trying_out(self) -> SqlBook:
        """The same register, on which nothing stays."""
        return replace(self, dry_run=True)

    @contextmanager
    def reading(self) -> Iterator[SqlReader]:
        """A moment of the register to read from; never waits for a writer."""
        with self.reader.connect() as connection, connection.begin():
            yield SqlReader(connection)

    @contextmanager
    def reading_as_of(self, instant: datetime) -> Iterator[PastReader]:
        """The register as we knew it at an instant (record time, UTC)."""
        with self.reader.connect() as connection, connection.begin():
            entry = journal_entry
            last = select(entry.c.sequence).where(entry.c.at <= instant_text(instant))
            newest = connection.execute(last.order_by(entry.c.sequence.desc()).limit(1)).scalar()
            yield PastReader(connection, newest or 0)

    @contextmanager
    def act(self, action: Action, **params: Any) -> Iterator[SqlDesk]:
        """One action of a person: one transaction and one journal entry, or nothing at all."""
        with (
            self._writing() as connection,
            _one_action(connection, self.scribe, self.language, action, params) as desk,
        ):
            yield desk

    def note(self, action: Action, **params: Any) -> None:
        """Enters a step that changes no record, such as a restore."""
        with self._writing() as connection:
            append(connection, self.scribe, (), action=action.key, params=params, wall=action.wall or "")

    def undo(self) -> Undone:
        """Takes back the newest action not yet taken back; raises NothingToDo, or Refused with the reason."""
        with self._writing() as connection:
            return memory.undo(SqlDesk(connection, self.language), self.scribe)

    def redo(self) -> Undone:
        """Does again what was taken back last; raises NothingToDo or Refused."""
        with self._writing() as connection:
            return memory.redo(SqlDesk(connection, self.language), self.scribe)

    def log(
        self, *, since: datetime | None = None, before: int | None = None, limit: int = 200
    ) -> list[Line]:
        """The journal's entries, newest first, a page at a time (`before` a sequence)."""
        with self.reader.connect() as connection, connection.begin():
            return lines(connection, since, before, limit)

    def next_steps(self) -> NextSteps:
        """What undo and redo would concern, without doing it."""
        with self.reader.connect() as connection, connection.begin():
            newest, redo = newest_standing(connection), newest_undone(connection)
            undo = newest if newest is not None and not newest.wall else None
            settings = [setting_of(connection, one) if one is not None else "" for one in (undo, redo)]
        final = newest if newest is not None and newest.wall not in {"", Wall.BEGUN} else None
        return NextSteps(
            undo=undo.action if undo is not None else "", redo=redo.action if redo is not None else "",
            undo_setting=settings[0], redo_setting=settings[1],
            barred=final.action if final is not None else "", wall=final.wall if final is not None else "",
        )  # fmt: skip

    def head(self) -> tuple[int, str]:
        """Sequence and hash of the newest entry (0 and zeros when there is none)."""
        with self.reader.connect() as connection, connection.begin():
            return head_of(connection)

    def verify(self) -> Verdict:
        """Recomputes the whole chain and compares it with the register."""
        with self.reader.connect() as connection, connection.begin():
            return Proof(connection).verdict()

    def ever_held(self, kind: type[Record], names: Sequence[str]) -> list[tuple[str, str]]:
        """Every value that these text fields ever held, as (row id, value), also of removed records."""
        with self.reader.connect() as connection, connection.begin():
            return list(erasure.ever_held(connection, TABLES[kind].name, names))

    def naming(self, names: Callable[[str], bool]) -> list[Held]:
        """Every place in the whole register, its journal and its drafts that names somebody."""
        with self.reader.connect() as connection, connection.begin():
            return erasure.naming(connection, names)

    def erase(
        self,
        action: Action,
        targets: Sequence[tuple[type[Record], str, Sequence[str]]],
        drafts: Sequence[str] = (),
    ) -> Erased:
        """Overwrites the named fields of records, now and in the journal, for ever, and drops drafts."""
        named = [(TABLES[kind].name, row_id, tuple(names)) for kind, row_id, names in targets]
        return self._erase(action, named, drafts)

    def erase_again(self, action: Action, targets: Sequence[erasure.Target]) -> Erased:
        """Erases in a restored backup what was erased after it was made."""
        return self._erase(action, targets)

    def erasures(self, action: Action) -> list[erasure.Target]:
        """Everything that was ever erased here."""
        with self.reader.connect() as connection, connection.begin():
            return erasure.erasures(connection, action.key)

    def _erase(self, action: Action, targets: Sequence[erasure.Target], drafts: Sequence[str] = ()) -> Erased:
        with self._writing() as connection:
            desk = SqlDesk(connection, self.language)
            done = erasure.erase(desk, self.scribe, action.key, action.wall or "", targets, drafts)
            everything = erasure.erasures(connection, action.key)
            if not self.dry_run:
                self.after_erasing(everything)
        if not self.dry_run:
            self.empty_log()
        return done

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.writer.connect() as connection, connection.begin() as transaction:
            yield connection
            if self.dry_run:
                transaction.rollback()
