"""Files in and out behind the ports: read in a child when they come from outside, written whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from vendorrisk import __version__
from vendorrisk.app import paths
from vendorrisk.domain.message import Level, Problem, Refused, UserError, msg
from vendorrisk.domain.notice.letter import letter_content
from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.domain.register.fields import is_language
from vendorrisk.usecases.letters import LetterFiles, Preview
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vendorrisk.app.words import Catalogue
    from vendorrisk.documents.child.reader import ForeignReader
    from vendorrisk.documents.letters.letter import Letter
    from vendorrisk.documents.letters.template import LetterTemplate
    from vendorrisk.documents.pdf.letter import LetterPress
    from vendorrisk.documents.pdf.pages import PdfPages
    from vendorrisk.documents.places import Gazetteer
    from vendorrisk.domain.diligence.kit import Kit
    from vendorrisk.domain.diligence.returned import SeenWorkbook
    from vendorrisk.domain.notice.customer_file import CustomersRead
    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.register.public_list import PublicList
    from vendorrisk.domain.register.published import ListRead
    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.ports import HolidayTable

T = TypeVar("T")

READABLE = 0o644
"""What is written for other people may be read by them."""


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

    def workbook(self, path: Path) -> tuple[SeenWorkbook, str]:
        """What a returned questionnaire workbook holds, and the file's SHA-256."""
        import hashlib  # noqa: PLC0415  (needed only here)

        from vendorrisk.domain.diligence.returned import SeenWorkbook  # noqa: PLC0415  (needed only here)

        seen = self._read("workbook", path, SeenWorkbook)
        return seen, hashlib.sha256(path.read_bytes()).hexdigest()

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
        from vendorrisk.documents.child.plain import from_plain  # noqa: PLC0415  (needed only here)

        answer = self._reader.read(kind, path, **options)
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

    def near(self, name: str, names: Sequence[str]) -> list[str]:
        """Those names that are alike but not equal, the likest first."""
        from vendorrisk.documents.likeness import near_names  # noqa: PLC0415  (slow import)

        return near_names(name, names)

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
        if self.keep:
            with replace_file(target, mode=READABLE) as file:
                file.write(content)

    def write_report(self, report: Report, target: Path) -> None:
        """A report as a PDF."""
        from vendorrisk.documents.pdf.report import ReportPress  # noqa: PLC0415  (slow import)

        fonts = paths.resources() / "fonts" / "noto"
        press = ReportPress(fonts_folder=fonts, words=self.words, version=__version__)
        self._write(target, press.print(report))

    def public_list(self, public: PublicList, ending: str) -> bytes:
        """A published list as a file: html, md, csv or json."""
        from vendorrisk.documents.publish.writing import published  # noqa: PLC0415  (needed only here)

        return published(public, ending, self.words)

    def report_pages(self, report: Report) -> PdfPages:
        """A report as it would be printed, to look at page by page."""
        from vendorrisk.documents.pdf.pages import PdfPages  # noqa: PLC0415  (slow import)
        from vendorrisk.documents.pdf.report import ReportPress  # noqa: PLC0415  (slow import)

        fonts = paths.resources() / "fonts" / "noto"
        press = ReportPress(fonts_folder=fonts, words=self.words, version=__version__)
        return PdfPages(press.print(report))

    def letter_text(self, facts: LetterFacts) -> Preview:
        """One customer's letter as words to read, without writing anything."""
        from vendorrisk.documents.letters.fill import compose  # noqa: PLC0415  (slow import)
        from vendorrisk.documents.letters.words import letter_text  # noqa: PLC0415  (slow import)

        readable, doubts = _in_a_language_of_ours(facts)
        composed = compose(
            _template(facts.change.kind, readable.language), letter_content(readable), self.words,
            language=readable.language,
        )  # fmt: skip
        text = letter_text(composed.letter) if composed.letter is not None else None
        return Preview(text=text, problems=(*composed.problems, *doubts))

    def letter(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """One customer's letter in the customer's language, as files by their ending."""
        import hashlib  # noqa: PLC0415  (needed only here)

        from vendorrisk.documents.letters.fill import compose  # noqa: PLC0415  (slow import)

        readable, doubts = _in_a_language_of_ours(facts)
        template = _template(facts.change.kind, readable.language)
        composed = compose(template, letter_content(readable), self.words, language=readable.language)
        letter = composed.letter
        if letter is None:
            return LetterFiles(stem="", contents={}, problems=(*composed.problems, *doubts))
        pdf = self._press().print(letter)
        contents = {"pdf": pdf}
        problems = [*composed.problems, *doubts, *self._press().problems(letter)]
        if "eml" in formats:
            try:
                contents["eml"] = _draft(letter, pdf, facts)
            except UserError as error:
                problems.append(Problem(facts.customer.name, error.what, error.remedy))
        wanted = {ending: contents[ending] for ending in formats if ending in contents}
        return LetterFiles(
            stem=letter.file_stem, contents=wanted, problems=tuple(problems),
            sha256=hashlib.sha256(pdf).hexdigest(),
        )  # fmt: skip

    def _press(self) -> LetterPress:
        from vendorrisk.documents.pdf.letter import LetterPress  # noqa: PLC0415  (slow import)

        return LetterPress(fonts_folder=paths.resources() / "fonts" / "noto", words=self.words)


def _in_a_language_of_ours(facts: LetterFacts) -> tuple[LetterFacts, tuple[Problem, ...]]:
    """The facts for a letter in the customer's language; where none is written in it, English and a warning.

    Words and dates follow the language of the letter, not the customer's, so that no letter speaks two.
    """
    wanted = facts.language
    for tag in (wanted, wanted.partition("-")[0]) if is_language(wanted) else ():
        if (paths.resources() / "letters" / tag).is_dir():
            return replace(facts, language=tag), ()
    warning = Problem(
        f"{facts.customer.name}: language", msg("letter.no_template", language=wanted),
        msg("letter.no_template.remedy"), Level.WARNING,
    )  # fmt: skip
    return replace(facts, language=FALLBACK_LANGUAGE), (warning,)


@cache
def _template(kind: ChangeKind, language: str) -> LetterTemplate:
    from vendorrisk.documents.letters.template import read_template  # noqa: PLC0415  (slow import)

    name = "removal.txt" if kind is ChangeKind.REMOVE else "notice.txt"
    return read_template(paths.resources() / "letters" / language / name)


def _draft(letter: Letter, pdf: bytes, facts: LetterFacts) -> bytes:
    from vendorrisk.documents.mail.eml import mail_draft  # noqa: PLC0415  (slow import)

    identity = f"{facts.change.id}/{facts.customer.id}"
    return mail_draft(letter, pdf, to=facts.customer.email, reply_to=facts.sender.contact, identity=identity)
