"""The journal as people meet it: undo and redo, what happened, what we knew, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import msg
from vendorrisk.usecases.actions import Wall, action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from vendorrisk.domain.message import Message, Problem
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.office import Office

PAGE = 500
"""How many entries of the journal are read at a time."""

ERASE_PERSON = action("person.erase", wall=Wall.ERASED)
RESTORE = action("workspace.restore", wall=Wall.RESTORED)
MIGRATE = action("workspace.migrate", wall=Wall.MIGRATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One journal entry: `kind` is do, undo or redo; `target` the entry that an undo or redo concerns."""

    sequence: int
    at: datetime
    actor: str
    action: str
    kind: str
    target: int | None
    wall: str
    undone: bool
    params: dict[str, Any] = field(default_factory=dict)
    touched: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back or done again: the entry that it concerns and its action key."""

    target: int
    action: str
    touched: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSteps:
    """The action keys that undo and redo would concern now; empty where there is none, or a wall.

    Beside each stands the name of the setting that it changed, where that is what it did. `barred` is the
    newest action where it is one that nothing takes back, `wall` what made it so.
    """

    undo: str = ""
    redo: str = ""
    undo_setting: str = ""
    redo_setting: str = ""
    barred: str = ""
    wall: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One erasure as the journal tells of it: when (UTC), by whom, and from how many entries."""

    at: datetime
    by: str
    entries: int

    @property
    def told(self) -> Message:
        """The line that says so."""
        return msg("verify.erased", at=self.at, by=self.by, entries=self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The result of proving the journal: entries and changes read, what was erased, what does not fit.

    `erased` names each entry that personal data was taken from, last when and by whom; `erasures` each act.
    """

    entries: int
    changes: int
    erased: tuple[tuple[int, str, str], ...]
    erasures: tuple[Erasure, ...]
    problems: tuple[Problem, ...]
    head: str

    @property
    def intact(self) -> bool:
        """Whether nothing was altered (erasures are not alterations)."""
        return not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A place that names somebody: a field of a record, now or once; `kind` None: of what is no record."""

    kind: type[Record] | None
    table: str
    row: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure overwrote: rows of the register, and changes in the journal."""

    rows: int
    changes: int


def undo(office: Office) -> Undone:
    """Takes back the newest action not yet taken back; raises NothingToDo, or Refused with the reason."""
    return office.book.undo()


def redo(office: Office) -> Undone:
    """Does again what was taken back last; raises NothingToDo, or Refused with the reason."""
    return office.book.redo()


def log(office: Office, *, since: datetime | None = None, limit: int = 200) -> list[Line]:
    """What happened, newest first."""
    return office.book.log(since=since, limit=limit)


def journal_of(office: Office, concerns: Callable[[Line], bool]) -> Iterator[Line]:
    """The entries of the journal that concern something, the newest first."""
    before: int | None = None
    while page := office.book.log(before=before, limit=PAGE):
        yield from (line for line in page if concerns(line))
        before = page[-1].sequence


def verify(office: Office) -> Verdict:
    """Proves that no entry of the journal was altered; an erased one is said to be erased."""
    return office.book.verify()


def erase_person(
    office: Office, *targets: tuple[type[Record], str, tuple[str, ...]], drafts: Sequence[str] = ()
) -> Erased:
    """Erases a person: the named fields of these records, now and in all that the journal remembers.

    The half-typed texts with these keys go too. It cannot be undone, and is applied again when an older
    backup is restored (GDPR Art. 17).
    """
    return office.book.erase(ERASE_PERSON, targets, drafts)
