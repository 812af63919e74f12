"""The middle of an answer review: the question, both answers, the evidence, and the register beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.carrying import AnswerChange
from vendorrisk.domain.record import text_in
from vendorrisk.ui.diligence.answer_text import BLEED, AnswerText
from vendorrisk.ui.diligence.question_rows import difference_rows, evidence_rows, finding_rows
from vendorrisk.ui.diligence.review_words import LANGUAGE, verdict_status
from vendorrisk.ui.widgets.buttons import Button, link
from vendorrisk.ui.widgets.columns import Status
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, heading, heading_pieces, line, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, PAGE_MARGIN, SPACE_2, SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence.review_view import LineState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.review_sheet import QuestionSheet

HEADING: Final = 24
HEADING_TOP: Final = 9
TOP: Final = 19
OUT: Final = 4


class Part(QWidget):
    """A part of the sheet under a hair line: a heading with something at its right, then its rows."""

    def __init__(self, *, gap: int = 2, foot: int = SPACE_3 + 2) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, foot)
        self._column.setSpacing(0)
        self._column.addLayout(_inset(line(kind="hair")))
        self._column.addSpacing(HEADING_TOP)
        self.heading = heading("")
        current_theme().keep_height(self.heading, HEADING)
        self.top = QHBoxLayout()
        self.top.setContentsMargins(BLEED, 0, BLEED, 0)
        self.top.setSpacing(SPACE_2)
        self.top.addWidget(self.heading, 1)
        self._column.addLayout(self.top)
        self._column.addSpacing(gap)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(BLEED, 0, BLEED, 0)
        self._rows.setSpacing(0)

    def say(self, title: str, *, note: str = "") -> None:
        """Writes the heading."""
        self.heading.set_pieces(heading_pieces(title, note=note))

    def add(self, widget: QWidget) -> None:
        """Adds something over the whole width."""
        self._column.addWidget(widget)

    def add_rows(self) -> None:
        """Makes room for rows."""
        self._column.addLayout(self._rows)

    def add_verb(self, text: str) -> Button:
        """Puts a link at the right of the heading, its words on the edge."""
        verb = link(text)
        verb.setProperty("ends", "true")
        self.top.addWidget(verb)
        self.top.addSpacing(-OUT)
        return verb

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Shows rows instead of those shown so far."""
        empty(self._rows)
        for new in rows:
            self._rows.addWidget(new)


class AnswerPart(Part):
    """One answer with what is to be said about it at the right of its heading."""

    def __init__(self, *, name: str, tone: str = "text") -> None:
        super().__init__()
        self.chip = Chip(Status(Kind.INFO, ""))
        self.top.addWidget(self.chip)
        self.text = AnswerText(name=name, tone=tone)
        self.add(self.text)
        self.remark = wrapping("", role=FontRole.CAPTION)
        self.add_rows()
        self._rows.addWidget(self.remark)

    def tell(self, status: Status | None, remark: str = "") -> None:
        """Shows a state beside the heading, and a remark under the text."""
        self.chip.setVisible(status is not None)
        if status is not None:
            self.chip.set_status(status)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))


class QuestionPane(QFrame):
    """Shows the sheet of one question; it scrolls where the answers are long."""

    link_wanted = Signal()
    """The person wants to put a document of the vendor under this answer."""
    look = Signal(str)
    """The id of the document to look at."""
    add_place = Signal(str, str)
    """Kind and country of a place that is to go on file."""
    add_company = Signal(object)
    """The CompanyLine that is to go on file."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sheet: QuestionSheet | None = None
        self.setProperty("frame", "panel")
        self.setAccessibleName(tr("Question"))
        self.number = Label(tone="text2")
        self.knock_out = Chip(Status(Kind.NEUTRAL, tr("Knock-out")))
        self.weight = Label(tone="text2")
        self.question = wrapping("", role=FontRole.QUESTION, tone="text")
        self.why = wrapping("")
        self.references = wrapping("", role=FontRole.CAPTION, tone="text3")
        self.now = AnswerPart(name=tr("This answer"))
        self.before = AnswerPart(name=tr("Last time’s answer"), tone="text2")
        self.evidence = Part(gap=6, foot=SPACE_3)
        self.link = self.evidence.add_verb(tr("Link evidence"))
        self.register = Part(gap=6, foot=SPACE_3)
        self.findings = Part(gap=6, foot=SPACE_3)
        for part in (self.evidence, self.register, self.findings):
            part.add_rows()
        self._lay_out()
        self.link.clicked.connect(self.link_wanted)

    def show_sheet(self, sheet: QuestionSheet, *, is_over: bool) -> None:
        """Shows another question, or what has changed about this one."""
        other = self._sheet is None or self._sheet.line.question.id != sheet.line.question.id
        self._sheet = sheet
        self._show_question(sheet)
        self._show_answers(sheet)
        self.link.setVisible(not is_over)
        self._show_rows(sheet, is_over=is_over)
        if other:
            self.area.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        sheet = QWidget()
        sheet.setProperty("page", "true")
        column = QVBoxLayout(sheet)
        side = PAGE_MARGIN - LINE - BLEED
        column.setContentsMargins(side, TOP, side, SPACE_2)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(BLEED, 0, BLEED, 0)
        top.setSpacing(SPACE_4)
        for widget in (self.number, self.knock_out):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.weight)
        column.addLayout(top)
        column.addSpacing(SPACE_3 - 1)
        column.addLayout(_inset(self.question))
        column.addSpacing(SPACE_3 - 2)
        column.addLayout(_inset(self.why))
        column.addSpacing(2)
        column.addLayout(_inset(self.references))
        column.addSpacing(SPACE_4)
        for part in (self.now, self.before, self.evidence, self.register, self.findings):
            column.addWidget(part)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _show_question(self, sheet: QuestionSheet) -> None:
        question = sheet.line.question
        self.number.setText(tr("Question {number}", number=sheet.line.number))
        self.knock_out.setVisible(question.knock_out)
        self.weight.setText(tr("Weight {weight}", weight=question.weight))
        self.question.setText(text_in(question.text, LANGUAGE))
        why = text_in(question.help, LANGUAGE)
        self.why.setText(tr("Why we ask: {why}", why=why))
        self.why.setVisible(bool(why))
        self.references.setText(", ".join(map(self._context.say, sheet.references)))
        self.references.setVisible(bool(sheet.references))

    def _show_answers(self, sheet: QuestionSheet) -> None:
        self.now.say(_titled(tr("Answer {year}"), tr("Answer"), sheet.received))
        self.now.tell(self._change(sheet), self._asked_otherwise(sheet))
        if sheet.now:
            self.now.text.show_stretches(sheet.now)
        else:
            self.now.text.show_text(self._unanswered(sheet))
        self.before.say(_titled(tr("Answer {year}"), tr("Last time"), sheet.received_before))
        earlier = sheet.answer_before
        judged = verdict_status(earlier.verdict) if earlier and earlier.verdict else None
        comment = earlier.verdict_comment if earlier else ""
        self.before.tell(judged, tr("Our comment: {comment}", comment=comment) if comment else "")
        self.before.text.show_text(_last_time(sheet))

    def _unanswered(self, sheet: QuestionSheet) -> str:
        """Which document stands in for the answer, or that none does."""
        covered = self._context.say(sheet.line.covered)
        return covered if sheet.line.state is LineState.CREDITED else f"{tr('No answer.')} {covered}"

    def _change(self, sheet: QuestionSheet) -> Status | None:
        year = sheet.received_before.year if sheet.received_before else ""
        match sheet.line.delta.change:
            case AnswerChange.CHANGED:
                return Status(Kind.INFO, tr("Changed since {year}", year=year))
            case AnswerChange.UNCHANGED:
                return Status(Kind.NEUTRAL, tr("The same as {year}", year=year), chip=False)
            case AnswerChange.GONE:
                return Status(Kind.INFO, tr("Answered in {year}, blank now", year=year))
            case _:
                return None

    @staticmethod
    def _asked_otherwise(sheet: QuestionSheet) -> str:
        if sheet.line.delta.same_question or not sheet.before:
            return ""
        return tr("The question was worded differently then.")

    def _show_rows(self, sheet: QuestionSheet, *, is_over: bool) -> None:
        say = self._context.say
        self.evidence.say(tr("Evidence"), note="" if sheet.evidence else tr("none named"))
        self.evidence.set_rows(evidence_rows(sheet.evidence, say, self.look.emit))
        self._check_register(sheet, is_over=is_over)
        self.findings.setVisible(bool(sheet.line.findings))
        self.findings.say(tr("Findings"))
        self.findings.set_rows(finding_rows(sheet.line.findings, say))

    def _check_register(self, sheet: QuestionSheet, *, is_over: bool) -> None:
        found = sheet.differences
        self.register.say(tr("Register check"), note=tr("nothing to compare") if found is None else "")
        adders = None if is_over else (self.add_place.emit, self.add_company.emit)
        rows = [] if found is None else difference_rows(found, self._context.say, adders)
        self.register.set_rows(rows)


def _last_time(sheet: QuestionSheet) -> str:
    """The earlier answer, or in so many words that there is none and why."""
    if sheet.received_before is None:
        return tr("There was no earlier assessment.")
    if not sheet.was_asked:
        return tr("Not asked.")
    return sheet.before or tr("No answer.")


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(BLEED, 0, BLEED, 0)
    row.addWidget(widget)
    return row


def _titled(dated: str, plain: str, on: date | None) -> str:
    return dated.format(year=on.year) if on else plain
