"""What use cases need from outside, as protocols; `app` puts the real things behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path

    from vendorrisk.domain.diligence.editions import Edition
    from vendorrisk.domain.diligence.kit import Kit
    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.domain.diligence.returned import SeenWorkbook
    from vendorrisk.domain.message import Message, Problem
    from vendorrisk.domain.notice.customer_file import CustomersRead
    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.register.law import Law
    from vendorrisk.domain.register.public_list import PublicList
    from vendorrisk.domain.register.published import ListRead
    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.actions import Action
    from vendorrisk.usecases.journal.history import Erased, Held, Line, NextSteps, Undone, Verdict
    from vendorrisk.usecases.notice.letters import LetterFiles, Preview
    from vendorrisk.usecases.review.reminders import MailFacts

R = TypeVar("R", bound="Record")


class Clock(Protocol):
    """Two clocks: the date that rules and documents use, and the journal's, which nothing moves."""

    def today(self) -> date:
        """The date for rules and documents; may be set by the person."""
        ...

    def now(self) -> datetime:
        """The journal's instant, in UTC."""
        ...


class Reader(Protocol):
    """Reads records, all from one moment."""

    def get(self, kind: type[R], id: str) -> R:  # noqa: A002  (the record's own word)
        """The record with this id; raises NotFound."""
        ...

    def find(self, kind: type[R], /, **equals: Any) -> list[R]:
        """Records whose fields equal these values (a list or tuple means: one of them), oldest first."""
        ...

    def search(self, kind: type[R], text: str, *, limit: int = 20) -> list[R]:
        """Records whose folded names contain the folded text, by name."""
        ...

    def when_set(self, kind: type[Record], id: str, field: str) -> Reader | None:  # noqa: A002  (likewise)
        """The register right after the step that set a field of a record to what it is; None without one."""
        ...


class Desk(Reader, Protocol):
    """One open action: what is put or removed here is committed together, or not at all."""

    def put(self, *records: Record) -> None:
        """Stores new records and changes of known ones (by id)."""
        ...

    def remove(self, *records: Record) -> None:
        """Removes records by id."""
        ...


class Book(Protocol):
    """The open register and its journal."""

    def reading(self) -> AbstractContextManager[Reader]:
        """A moment of the register to read from; never waits for a writer."""
        ...

    def reading_as_of(self, instant: datetime) -> AbstractContextManager[Reader]:
        """The register as we knew it at an instant (record time, UTC)."""
        ...

    def trying_out(self) -> Book:
        """The same register, on which nothing stays: for previews."""
        ...

    def act(self, action: Action, **params: Any) -> AbstractContextManager[Desk]:
        """One action of a person: one transaction and one journal entry, or nothing at all.

        `params` hold ids, dates and codes only, never a name.
        """
        ...

    def undo(self) -> Undone:
        """Takes back the newest action not yet taken back; raises NothingToDo, or Refused with the reason."""
        ...

    def redo(self) -> Undone:
        """Does again what was taken back last; raises NothingToDo or Refused."""
        ...

    def log(
        self, *, since: datetime | None = None, before: int | None = None, limit: int = 200
    ) -> list[Line]:
        """The journal's entries, newest first, a page at a time (`before` a sequence)."""
        ...

    def next_steps(self) -> NextSteps:
        """What undo and redo would concern, without doing it."""
        ...

    def head(self) -> tuple[int, str]:
        """Sequence and hash of the newest entry (0 and zeros when there is none)."""
        ...

    def verify(self) -> Verdict:
        """Recomputes the whole chain and compares."""
        ...

    def ever_held(self, kind: type[Record], names: Sequence[str]) -> list[tuple[str, str]]:
        """Every value that these text fields ever held, as (row id, value), also of removed records."""
        ...

    def naming(self, names: Callable[[str], bool]) -> list[Held]:
        """Every place in the whole register, its journal and its drafts that names somebody."""
        ...

    def erase(
        self,
        action: Action,
        targets: Sequence[tuple[type[Record], str, Sequence[str]]],
        drafts: Sequence[str] = (),
    ) -> Erased:
        """Overwrites the named fields of records, now and in the journal, for ever, and drops drafts."""
        ...

    def erase_again(self, action: Action, targets: Sequence[tuple[str, str, tuple[str, ...]]]) -> Erased:
        """Erases in a restored backup what was erased after it was made (table, row id, fields)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesNaming:
    """Files that name a person, and those that could not be looked into, by their place in it."""

    naming: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class SavedFiles(Protocol):
    """The files that people read: what was written into the workspace's own folders, and its templates."""

    def naming(self, person: str) -> FilesNaming:
        """Those that name a person in their name or in what they say."""
        ...


class Drafts(Protocol):
    """Half-typed texts, kept inside the encrypted register but never part of it."""

    def read(self, key: str) -> str | None:
        """The draft under this key."""
        ...

    def write(self, key: str, text: str) -> None:
        """Keeps a draft."""
        ...

    def drop(self, key: str) -> None:
        """Forgets a draft."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file in the encrypted store: its id there, the SHA-256 of its plain content, its size in bytes."""

    evidence_id: str
    sha256: str
    size: int


class Evidence(Protocol):
    """The encrypted files of the workspace."""

    def keep(self, file: Path) -> KeptFile:
        """Stores the content of a file; the same content is stored once."""
        ...

    def copy_out(self, evidence_id: str, target: Path) -> None:
        """Writes the plain content to a place the person chose; raises UserError if missing or damaged."""
        ...


class Words(Protocol):
    """The catalogue: renders messages for people."""

    def say(self, message: Message, *, language: str = "en") -> str:
        """The sentence in a language, English where it has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayTable:
    """The public holidays of one place and year as a library knows them; `source` names it."""

    days: tuple[tuple[date, str], ...]
    weekend: tuple[str, ...]
    source: str


class HolidaySource(Protocol):
    """A library that knows public holidays."""

    def year(self, place: str, year: int) -> HolidayTable:
        """The holidays of a place in a year; raises UserError for a place it does not know."""
        ...


class LawTables(Protocol):
    """Law as dated data, as shipped.

    In an open workspace the adequacy lists are rows of the register (LawEntry), because analysts edit them.
    """

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Editions of standards with their end dates."""
        ...

    @property
    def transfers(self) -> Law:
        """Adequacy lists, terms of transfer mechanisms, laws of destinations."""
        ...


class Questionnaires(Protocol):
    """The questionnaires that can be used."""

    def all(self) -> Sequence[Questionnaire]:
        """The newest version of each, by title."""
        ...

    def get(self, id: str, version: str = "") -> Questionnaire:  # noqa: A002  (the record's own word)
        """A questionnaire by id, in a version or the newest; raises NotFound."""
        ...


class ForeignFiles(Protocol):
    """Reads files from outside, in a process of its own; what it returns is plain checked data.

    Each raises UserError when a file cannot be read at all.
    """

    def workbook(self, path: Path) -> tuple[SeenWorkbook, str]:
        """What a returned questionnaire workbook holds, and its SHA-256; raises Refused if not ours."""
        ...

    def country(self, typed: str) -> str:
        """The country that somebody wrote, by name in any known language or by code; empty for neither."""
        ...

    def pdf_text(self, path: Path) -> str:
        """The text of the first pages of a PDF."""
        ...

    def customers(self, path: Path) -> CustomersRead:
        """A customer file, CSV or xlsx."""
        ...

    def published_list(self, path: Path, *, company: str = "") -> ListRead:
        """A published list of sub-processors in any of the known shapes.

        `company` is the publisher's name; what shares it is a company of its group.
        """
        ...


class Papers(Protocol):
    """Writes files for people: workbooks, letters, reports, lists. Each file is complete or absent."""

    @property
    def keep(self) -> bool:
        """Whether files may be written at all; off in a dry run."""
        ...

    def write_workbook(self, kit: Kit, target: Path) -> None:
        """A questionnaire workbook for a vendor to fill."""
        ...

    def write_report(self, report: Report, target: Path) -> tuple[Problem, ...]:
        """A report as a PDF; returns a warning for each text that cannot be printed as it is."""
        ...

    def public_list(self, public: PublicList, ending: str) -> bytes:
        """A published list as a file: html, md, csv or json."""
        ...

    def unprintable(self, text: str) -> str:
        """The characters of a text that no PDF can show, each once."""
        ...

    def letter_languages(self) -> frozenset[str]:
        """The languages that letters are written in."""
        ...

    def letter_text(self, facts: LetterFacts) -> Preview:
        """One customer's letter as words to read, without writing anything."""
        ...

    def mail(self, facts: MailFacts) -> bytes:
        """A plain mail as a draft that a mail program opens ready to send (.eml)."""
        ...

    def report_pages(self, report: Report) -> PaperPages:
        """A report as it would be printed, to look at page by page."""
        ...

    def letter(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """One customer's letter in the customer's language, as files by their ending."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """One page as a picture: rows of pixels from the top, three bytes each (blue, green, red)."""

    width: int
    height: int
    pixels: bytes


class PaperPages(Protocol):
    """The pages of a printed file."""

    @property
    def count(self) -> int:
        """How many there are."""
        ...

    def picture(self, number: int, width: int) -> PagePicture:
        """A page (from 0) as a picture so many pixels wide; ask for it in the window's thread only."""
        ...


class NearNames(Protocol):
    """Names that new ones are held against; it grows as new ones come."""

    def near(self, name: str) -> list[str]:
        """Those names that are alike but not equal, the likest first."""
        ...

    def add(self, name: str) -> None:
        """From now on this name is known too."""
        ...


class Likeness(Protocol):
    """Judges whether two company names are so alike that a person should look."""

    def among(self, names: Iterable[str]) -> NearNames:
        """The names that new ones are held against."""
        ...

    def score(self, one: str, other: str) -> float:
        """How alike two texts are, 0.0 to 1.0."""
        ...
