"""Writes the questionnaire workbook: a first sheet that explains, a sheet to fill in, and two hidden ones."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.documents import workbook_look as look
from vendorrisk.documents.stable_zip import settled
from vendorrisk.documents.workbook_choices import Choices
from vendorrisk.documents.workbook_cover import write_cover
from vendorrisk.documents.workbook_form import (
    ANSWER,
    ASSESSMENT,
    COMMENT,
    EVIDENCE,
    ID,
    LANGUAGE,
    LISTS_SHEET,
    MARKER,
    META_SHEET,
    QUESTION,
    QUESTIONNAIRE,
    TOKEN,
    VERSION,
)
from vendorrisk.documents.workbook_look import Stylist, write_text
from vendorrisk.domain.diligence.kit import Kit, option_rows, row_id
from vendorrisk.domain.diligence.questionnaire import AnswerType, Question, Section
from vendorrisk.domain.diligence.showing import shown_answer
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.record import text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.usecases.ports import Words

COLUMNS: Final[tuple[tuple[str, str, str, float], ...]] = (
    ("A", ID, "", 4),
    ("B", "", "kit.column.number", 7),
    ("C", QUESTION, "kit.column.question", 50),
    ("D", "", "kit.column.help", 48),
    ("E", ANSWER, "kit.column.answer", 26),
    ("F", COMMENT, "kit.column.comment", 36),
    ("G", EVIDENCE, "kit.column.evidence", 26),
    ("H", "", "kit.column.previous", 24),
)
PREVIOUS: Final[str] = "H"
DONE: Final = "J"
"""A hidden column with 1 for each answered question; the first sheet adds them up."""

FIRST_ROW: Final = 3
QUESTION_LETTERS: Final = 46
QUESTION_LINE: Final = 15.0
OPTION_LETTERS: Final = 52
HELP_LETTERS: Final = 50
HELP_LINE: Final = 14.25


def questionnaire_workbook(kit: Kit, words: Words) -> bytes:
    """The xlsx file of one questionnaire for one vendor; the same kit gives the same bytes.

    Every text of the questionnaire and of the register is written as text, never as a formula; the formulas
    in it are ours. Questions are found again by hidden ids, so sheets may be renamed and rows sorted.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    cover = book.create_sheet(_sheet_name(words, kit, "kit.sheet.cover"))
    questions = book.create_sheet(_sheet_name(words, kit, "kit.sheet.questions"))
    lists, meta = book.create_sheet(LISTS_SHEET), book.create_sheet(META_SHEET)
    lists.sheet_state = meta.sheet_state = "hidden"
    _write_meta(meta, kit)
    count = _Questions(kit, words, questions, Choices(lists, words, kit.language)).write()
    done = f"SUM('{questions.title}'!${DONE}${FIRST_ROW}:${DONE}${questions.max_row})"
    write_cover(cover, kit, words, progress=f'={done}&" / {count}"')
    _describe(book, kit)
    content = io.BytesIO()
    book.save(content)
    return settled(content.getvalue(), kit.prepared_on)


class _Questions:
    """Fills the sheet of questions from top to bottom."""

    def __init__(self, kit: Kit, words: Words, sheet: Any, choices: Choices) -> None:
        self._kit = kit
        self._words = words
        self._sheet = sheet
        self._choices = choices
        self._stylist = Stylist()
        self._row = FIRST_ROW
        self._columns = [column for column in COLUMNS if column[0] != PREVIOUS or kit.previous]

    def write(self) -> int:
        """Writes everything and returns the number of questions."""
        self._head()
        count = 0
        for number, section, questions in self._sections():
            self._section(number, section)
            for at, question in enumerate(questions, start=1):
                self._question(f"{number}.{at}", question)
            count += len(questions)
        self._finish()
        return count

    def _sections(self) -> Iterator[tuple[int, Section, list[Question]]]:
        """Sections that still ask something, numbered as in the workbook."""
        number = 0
        for section in self._kit.questionnaire.sections:
            questions = [question for question in section.questions if question.id not in self._kit.skipped]
            if questions:
                number += 1
                yield number, section, questions

    def _head(self) -> None:
        for letter, code, title, _ in self._columns:
            self._sheet[f"{letter}1"] = code or None
            if title:
                self._put(letter, 2, self._say(title), look.HEADER)
        self._sheet.row_dimensions[1].hidden = True
        self._sheet.row_dimensions[2].height = 24

    def _section(self, number: int, section: Section) -> None:
        self._band(f"{number}  {self._in(section.title)}", look.SECTION_TITLE, 24)
        if section.intro:
            self._band(self._in(section.intro), look.SECTION_INTRO, 18)

    def _band(self, text: str, style: look.Look, height: float) -> None:
        """One line of text on a coloured band across the sheet."""
        for letter, *_ in self._columns[1:]:
            self._stylist.dress(self._sheet[f"{letter}{self._row}"], style)
        write_text(self._sheet[f"B{self._row}"], text)
        self._sheet.row_dimensions[self._row].height = height
        self._row += 1

    def _question(self, number: str, question: Question) -> None:
        row, options = self._row, option_rows(question)
        self._id(row, row_id(question))
        self._put("B", row, number, look.NUMBER)
        text, help_ = self._in(question.text), "\n".join(self._help(question))
        self._put("C", row, text, look.QUESTION)
        self._put("D", row, help_, look.HELP)
        heights = (text, QUESTION_LETTERS, QUESTION_LINE), (help_, HELP_LETTERS, HELP_LINE)
        self._sheet.row_dimensions[row].height = look.height(*heights)
        self._stylist.dress(self._sheet[f"E{row}"], look.CLOSED if options else _LOOKS[question.type])
        self._put("F", row, "", look.FREE_TEXT)
        self._put("G", row, "", look.FREE_TEXT)
        if self._kit.previous:
            self._put(PREVIOUS, row, self._last_time(question), look.PREVIOUS)
        if not options:
            self._choices.offer(self._sheet, f"E{row}", question)
        self._row += 1
        for code in options:
            self._option(question, code)
        self._count(row, options)

    def _option(self, question: Question, code: str) -> None:
        row = self._row
        self._id(row, row_id(question, code))
        for letter, *_ in self._columns[1:]:
            self._stylist.dress(self._sheet[f"{letter}{row}"], look.CLOSED)
        label = self._choices.label(question, code)
        self._put("C", row, label, look.OPTION)
        self._sheet.row_dimensions[row].height = look.height((label, OPTION_LETTERS, QUESTION_LINE))
        self._stylist.dress(self._sheet[f"E{row}"], look.CHOICE)
        self._choices.offer_tick(self._sheet, f"E{row}")
        self._row += 1

    def _count(self, row: int, options: tuple[str, ...]) -> None:
        """A hidden 1 beside each answered question; the formula is ours and reads only our cells."""
        cells = f"E{row + 1}:E{row + len(options)}" if options else f"E{row}:E{row}"
        self._sheet[f"{DONE}{row}"] = f"=IF(COUNTA({cells})>0,1,0)"
        look.mark_while(self._sheet, cells, f"${DONE}${row}=0")

    def _id(self, row: int, text: str) -> None:
        self._put("A", row, text, look.CLOSED)

    def _put(self, letter: str, row: int, text: str, style: look.Look) -> None:
        cell = self._stylist.dress(self._sheet[f"{letter}{row}"], style)
        if text:
            write_text(cell, text)

    def _finish(self) -> None:
        sheet = self._sheet
        look.lay_out(sheet, {letter: width for letter, _, _, width in self._columns}, landscape=True)
        for letter in ("A", DONE):
            sheet.column_dimensions[letter].hidden = True
        sheet.freeze_panes = f"D{FIRST_ROW}"
        sheet.print_title_rows = "2:2"
        sheet.print_area = f"B2:{self._columns[-1][0]}{self._row - 1}"
        look.protect(sheet)

    def _last_time(self, question: Question) -> str:
        """Last time's answer in words."""
        shown = shown_answer(question, self._kit.previous.get(question.id, ""), self._kit.language)
        if isinstance(shown, date):
            return shown.isoformat()
        if isinstance(shown, Message):
            return self._words.say(shown, language=self._kit.language)
        return str(shown or "")

    def _help(self, question: Question) -> Iterator[str]:
        yield self._in(question.help)
        yield self._expects(question)
        if question.comment_when:
            named = [code for code in question.choices if code in question.comment_when]
            yield self._say("kit.explain", answers=[self._choices.label(question, code) for code in named])

    def _expects(self, question: Question) -> str:
        """How this question is to be answered, in one line."""
        or_none = "none." if question.none_word else ""
        facts = {"unit": self._in(question.unit), "none": self._in(question.none_word)}
        return self._say(f"kit.expects.{or_none}{question.type}", **facts)

    def _say(self, key: str, **facts: Any) -> str:
        return self._words.say(msg(key, **facts), language=self._kit.language)

    def _in(self, texts: dict[str, str]) -> str:
        return text_in(texts, self._kit.language)


_LOOKS: Final = {
    AnswerType.YN: look.CHOICE,
    AnswerType.YNP: look.CHOICE,
    AnswerType.ENUM: look.CHOICE,
    AnswerType.MULTI: look.CLOSED,
    AnswerType.NUM: look.NUMERIC,
    AnswerType.DATE: look.DAY,
    AnswerType.TEXT: look.FREE_TEXT,
    AnswerType.COUNTRIES: look.FREE_TEXT,
}


def _sheet_name(words: Words, kit: Kit, key: str) -> str:
    """A sheet's name without the characters that spreadsheets refuse, 31 at most."""
    name = words.say(msg(key), language=kit.language)
    return "".join(char for char in name if char not in "[]:*?/\\'")[:31]


def _write_meta(sheet: Any, kit: Kit) -> None:
    rows = (
        (MARKER, ""),
        (ASSESSMENT, kit.assessment_id),
        (TOKEN, kit.token),
        (QUESTIONNAIRE, kit.questionnaire.id),
        (VERSION, kit.questionnaire.version),
        (LANGUAGE, kit.language),
    )
    for number, (name, value) in enumerate(rows, start=1):
        write_text(sheet[f"A{number}"], name)
        write_text(sheet[f"B{number}"], value)
    look.protect(sheet)


def _describe(book: Any, kit: Kit) -> None:
    moment = datetime.combine(kit.prepared_on, time())
    book.properties.creator = book.properties.lastModifiedBy = "vendorrisk"
    book.properties.title = text_in(kit.questionnaire.title, kit.language)
    book.properties.created = book.properties.modified = moment
    book.calculation.fullCalcOnLoad = True
