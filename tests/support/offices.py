"""An office over a register in memory: for tests of use cases, at any date."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine

from tests.support.books import CountedEntropy, register_in_memory
from tests.support.words import shipped
from vendorrisk.app.shipped import ShippedQuestionnaires
from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.record import Record
from vendorrisk.domain.register.law import Law
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store.book import SqlBook
from vendorrisk.store.drafts import SqlDrafts
from vendorrisk.store.journal import Scribe
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.ports import FilesNaming, HolidayTable, KeptFile

R = TypeVar("R", bound=Record)
TODAY = date(2026, 11, 23)


@dataclass
class FixedClock:
    """A date that tests set, and a journal instant that moves one second with each look."""

    day: date = TODAY
    at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class ShelfInMemory:
    """Evidence kept in a dictionary."""

    files: dict[str, bytes] = field(default_factory=dict)

    def keep(self, file: Path) -> KeptFile:
        content = file.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        self.files[digest] = content
        return KeptFile(evidence_id=digest, sha256=digest, size=len(content))

    def copy_out(self, evidence_id: str, target: Path) -> None:
        target.write_bytes(self.files[evidence_id])


@dataclass
class KnownHolidays:
    """A holiday source that knows New Year everywhere but on the moon."""

    def year(self, place: str, year: int) -> HolidayTable:
        if place == "MOON":
            raise UserError(msg("holidays.place", place=place), msg("holidays.place.remedy"))
        return HolidayTable(days=((date(year, 1, 1), "New Year"),), weekend=("SAT", "SUN"), source="test 1.0")


@dataclass
class NoFiles:
    """A workspace whose folders hold no file that names anybody, unless one is put in."""

    found: FilesNaming = field(default_factory=FilesNaming)

    def naming(self, _person: str) -> FilesNaming:
        return self.found


@dataclass
class NoLaw:
    """A world without law tables."""

    editions: tuple = ()
    transfers: Law = field(default_factory=Law)


@dataclass
class NamesAlike:
    """Known names of which those are near that a rule picks."""

    names: list[str]
    picks: Callable[[str, str], bool]

    def near(self, name: str) -> list[str]:
        return [one for one in self.names if one != name and self.picks(name, one)]

    def add(self, name: str) -> None:
        self.names.append(name)


class NothingAlike:
    """Finds no two names alike."""

    def among(self, names: Iterable[str]) -> NamesAlike:
        return NamesAlike(list(names), lambda _name, _other: False)

    def score(self, one: str, other: str) -> float:
        return float(one == other)


class AllAlike(NothingAlike):
    """Finds every other name alike."""

    def among(self, names: Iterable[str]) -> NamesAlike:
        return NamesAlike(list(names), lambda _name, _other: True)


def make_office(
    engine: Engine | None = None,
    *,
    actor: str = "Ana Novak",
    clock: FixedClock | None = None,
    **parts: object,
) -> Office:
    """An office with an empty register, unless one is given."""
    if engine is None:
        engine = register_in_memory()
    clock = clock or FixedClock()
    numbers = itertools.count(1)
    book = SqlBook(
        writer=engine, reader=engine, scribe=Scribe(actor=actor, now=clock.now, entropy=CountedEntropy())
    )
    given = {
        "book": book,
        "clock": clock,
        "actor": actor,
        "new_id": lambda: f"{next(numbers):08d}-0000-7000-8000-000000000000",
        "drafts": SqlDrafts(engine, engine, clock.now),
        "evidence": ShelfInMemory(),
        "saved": NoFiles(),
        "holidays": KnownHolidays(),
        "law": NoLaw(),
        "new_secret": lambda: f"secret-{next(numbers)}",
        "questionnaires": ShippedQuestionnaires(),
        "foreign": None,
        "papers": None,
        "likeness": NothingAlike(),
        "words": shipped(),
    }
    return Office(**{**given, **parts})


def stored(held: Any, kind: type[R], **equals: Any) -> list[R]:
    """What the register has now; whoever holds an office (a context, a gate) may be given for it."""
    with getattr(held, "office", held).book.reading() as reader:
        return reader.find(kind, **equals)


def put(held: Any, *records: Any) -> None:
    """Stores records as one step; whoever holds an office may be given for it."""
    with getattr(held, "office", held).book.act(ADD[Vendor]) as desk:
        desk.put(*records)
