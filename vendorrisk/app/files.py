"""Files in and out behind the ports: read in a child when they come from outside, written whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from vendorrisk import __version__
from vendorrisk.app import paths
from vendorrisk.domain.message import Problem, Refused, UserError
from vendorrisk.usecases.safe_files import look_before_writing, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from vendorrisk.app.words import Catalogue
    from vendorrisk.documents.child.reader import ForeignAnswer, ForeignReader
    from vendorrisk.documents.pdf.pages import PdfPages
    from vendorrisk.documents.places import Gazetteer
    from vendorrisk.domain.diligence.kit import Kit
    from vendorrisk.domain.diligence.returned import SeenWorkbook
    from vendorrisk.domain.notice.customer_file import CustomersRead
    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.register.public_list import PublicList
    from vendorrisk.domain.register.published import ListRead
    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.notice.letters import LetterFiles, Preview
    from vendorrisk.usecases.ports import FilesNaming, HolidayTable, NearNames
    from vendorrisk.usecases.review.reminders import MailFacts

T = TypeVar("T")

READABLE = 0o644
"""What is written for other people may be read by them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """What the child says of a PDF."""

    text: str


class OutsideFiles:
    """Reads files from outside in a child of this program, behind the port `ForeignFiles`."""

    def __init__(self, argv: Callable[[], Sequence[str]]) -> None:
        self._argv = argv

    def published_list(self, path: Path, *, company: str = "") -> ListRead:
        """A published list of sub-processors in any of the known shapes; `company` is its publisher."""
        from vendorrisk.domain.register.published import ListRead  # noqa: PLC0415  (needed only here)

        return self._read("list", path, ListRead, places=str(paths.resources() / "places"), company=company)

    def customers(self, path: Path) -> CustomersRead:
        """A customer file, CSV or xlsx."""
        from vendorrisk.domain.notice.customer_file import CustomersRead  # noqa: PLC0415  (needed only here)

        return self._read("customers", path, CustomersRead)

    def pdf_text(self, path: Path) -> str:
        """The text of the first pages of a PDF."""
        from vendorrisk.documents.pdf_text import PDF_LIMITS  # noqa: PLC0415  (needed only here)

        reader = replace(self._reader, limits=PDF_LIMITS)
        return _taken(reader.read("pdf", path), PdfText).text

    def workbook(self, path: Path) -> tuple[SeenWorkbook, str]:
        """What a returned questionnaire workbook holds, and the file's SHA-256."""
        import hashlib  # noqa: PLC0415  (needed only here)

        from vendorrisk.domain.diligence.returned import SeenWorkbook  # noqa: PLC0415  (needed only here)

        seen = self._read("workbook", path, SeenWorkbook)
        return seen, hashlib.sha256(path.read_bytes()).hexdigest()

    def naming(self, paths: Sequence[Path], person: str) -> list[bool | None]:
        """Whether each of these files names a person in what it says; None where it cannot be read."""
        from vendorrisk.documents.child.reader import ForeignFile  # noqa: PLC0415  (needed only here)
        from vendorrisk.documents.named_in import NAMED_IN_LIMITS  # noqa: PLC0415  (needed only here)

        asked = [ForeignFile(kind="named_in", path=path, options={"person": person}) for path in paths]
        answers = replace(self._reader, limits=NAMED_IN_LIMITS).read_all(asked)
        return [None if one.problems else bool(one.data) for one in answers]

    def country(self, typed: str) -> str:
        """The country that somebody wrote, by name in any known language or by code; empty for neither."""
        return self._gazetteer.country(typed)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        from vendorrisk.documents.places import gazetteer  # noqa: PLC0415  (read when first needed)

        return gazetteer(paths.resources() / "places")

    @cached_property
    def _reader(self) -> ForeignReader:
        from vendorrisk.documents.child.reader import ForeignReader  # noqa: PLC0415  (needed only here)

        return ForeignReader(argv=self._argv)

    def _read(self, kind: str, path: Path, shape: type[T], **options: Any) -> T:
        return _taken(self._reader.read(kind, path, **options), shape)


@dataclass(frozen=True, slots=True)
class FilesForPeople:
    """What lies in folders of a workspace for people to read, behind the port `SavedFiles`."""

    root: Path
    folders: tuple[Path, ...]
    foreign: OutsideFiles

    def naming(self, person: str) -> FilesNaming:
        """Those that name a person in their name or in what they say; all are read in one child."""
        from vendorrisk.domain.review.people import is_named  # noqa: PLC0415  (needed only here)
        from vendorrisk.usecases.ports import FilesNaming  # noqa: PLC0415  (needed only here)

        paths = sorted(one for folder in self.folders for one in folder.rglob("*") if one.is_file())
        filled = [one for one in paths if one.stat().st_size]
        told = dict(zip(filled, self.foreign.naming(filled, person), strict=True)) if filled else {}
        naming = [one for one in paths if told.get(one) or is_named(person, f"{one.name} {one.stem}")]
        unread = [one for one in filled if told[one] is None]
        return FilesNaming(naming=self._names(naming), unread=self._names(unread))

    def _names(self, paths: Iterable[Path]) -> tuple[str, ...]:
        return tuple(one.relative_to(self.root).as_posix() for one in paths)


def _taken(answer: ForeignAnswer, shape: type[T]) -> T:
    """What the child read, built anew from checked data; raises UserError where it refused the file."""
    from vendorrisk.documents.child.plain import from_plain  # noqa: PLC0415  (needed only here)

    for problem in answer.problems:
        raise _error(problem)
    return from_plain(shape, answer.data)


def _error(problem: Problem) -> UserError:
    """A file that cannot be read, or, by the child's own room of words, a workbook that is not ours."""
    if not problem.what.key.startswith("workbook."):
        return UserError(problem.what, problem.remedy, where=problem.where)
    refused = Refused(problem.what, problem.remedy)
    refused.where = problem.where
    return refused


class HolidayLibrary:
    """A library that knows public holidays, behind the port `HolidaySource`."""

    def year(self, place: str, year: int) -> HolidayTable:
        """The holidays of a place in a year; raises UserError for a place it does not know."""
        from vendorrisk.documents.holiday_source import Holidays  # noqa: PLC0415  (slow import)

        return Holidays().year(place, year)


class NameLikeness:
    """Judges whether company names are alike, behind the port `Likeness`."""

    def among(self, names: Iterable[str]) -> NearNames:
        """The names that new ones are held against."""
        from vendorrisk.documents.likeness import NamesByLength  # noqa: PLC0415  (slow import)

        return NamesByLength(names)

    def score(self, one: str, other: str) -> float:
        """How alike two texts are, 0.0 to 1.0."""
        from vendorrisk.documents.likeness import likeness  # noqa: PLC0415  (slow import)

        return likeness(one, other)


@dataclass(frozen=True, slots=True)
class ProgramPapers:
    """Writes files for people, behind the port `Papers`; with `keep` off nothing is written (a dry run)."""

    words: Catalogue
    keep: bool = True

    def write_workbook(self, kit: Kit, target: Path) -> None:
        """A questionnaire workbook for a vendor to fill."""
        from vendorrisk.documents.workbook_out import questionnaire_workbook  # noqa: PLC0415  (slow import)

        self._write(target, questionnaire_workbook(kit, self.words))

    def _write(self, target: Path, content: bytes) -> None:
        if not self.keep:
            look_before_writing(target)
            return
        with replace_file(target, mode=READABLE) as file:
            file.write(content)

    def write_report(self, report: Report, target: Path) -> tuple[Problem, ...]:
        """A report as a PDF; returns a warning for each text that cannot be printed as it is."""
        from vendorrisk.documents.pdf.report import ReportPress  # noqa: PLC0415  (slow import)

        press = ReportPress(fonts_folder=paths.pdf_fonts(), words=self.words, version=__version__)
        self._write(target, press.print(report))
        return press.problems(report)

    def public_list(self, public: PublicList, ending: str) -> bytes:
        """A published list as a file: html, md, csv or json."""
        from vendorrisk.documents.publish.writing import published  # noqa: PLC0415  (needed only here)

        return published(public, ending, self.words)

    def mail(self, facts: MailFacts) -> bytes:
        """A plain mail as a draft that a mail program opens ready to send (.eml)."""
        from vendorrisk.documents.mail.eml import plain_draft  # noqa: PLC0415  (slow import)

        return plain_draft(
            (facts.name, facts.address), (facts.sender, facts.reply_to),
            subject=facts.subject, text=facts.text, identity=facts.identity, attached=facts.attached,
        )  # fmt: skip

    def report_pages(self, report: Report) -> PdfPages:
        """A report as it would be printed, to look at page by page."""
        from vendorrisk.documents.pdf.pages import PdfPages  # noqa: PLC0415  (slow import)
        from vendorrisk.documents.pdf.report import ReportPress  # noqa: PLC0415  (slow import)

        press = ReportPress(fonts_folder=paths.pdf_fonts(), words=self.words, version=__version__)
        return PdfPages(press.print(report))

    def letter_text(self, facts: LetterFacts) -> Preview:
        """One customer's letter as words to read, without writing anything."""
        from vendorrisk.app.letter_writing import LetterWriter  # noqa: PLC0415  (slow import)

        return LetterWriter(self.words).preview(facts)

    def unprintable(self, text: str) -> str:
        """The characters of a text that no PDF can show, each once."""
        from vendorrisk.app.letter_writing import unprintable  # noqa: PLC0415  (slow import)

        return unprintable(text)

    def letter_languages(self) -> frozenset[str]:
        """The languages that letters are written in."""
        from vendorrisk.app.letter_writing import languages  # noqa: PLC0415  (needed only here)

        return languages()

    def letter(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """One customer's letter in the customer's language, as files by their ending."""
        from vendorrisk.app.letter_writing import LetterWriter  # noqa: PLC0415  (slow import)

        return LetterWriter(self.words).files(facts, formats)
