"""Writing an answer down that came another way, by mail or telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.answering import JOIN, parse_answer, split_values
from vendorrisk.domain.diligence.questionnaire import CHOSEN, AnswerType
from vendorrisk.domain.diligence.showing import shown_answer
from vendorrisk.domain.message import Message, Problem, msg
from vendorrisk.domain.record import text_in
from vendorrisk.ui.diligence.review_words import LANGUAGE
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fields import ChoiceField, Field, MultiLineField, TextField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from vendorrisk.domain.diligence.questionnaire import Question
    from vendorrisk.domain.diligence.records import Answer

_BLANK = "-"


class TicksField(Field):
    """Several of a list; the value is the codes in their order, joined."""

    def __init__(self, options: Sequence[tuple[str, str]]) -> None:
        holder = QWidget()
        super().__init__(holder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {code: QCheckBox(text) for code, text in options}
        for box in self.boxes.values():
            column.addWidget(box)
            box.clicked.connect(self.edited)
        holder.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> str:
        """Returns the codes of the ticked boxes."""
        return JOIN.join(code for code, box in self.boxes.items() if box.isChecked())

    def show_value(self, value: str | None) -> None:
        """Ticks the boxes of these codes."""
        ticked = set(split_values(value or ""))
        for code, box in self.boxes.items():
            box.setChecked(code in ticked)


class AnswerDialog(Dialog):
    """Takes an answer in the form its question asks for; a changed one loses its verdict."""

    def __init__(
        self,
        parent: QWidget,
        question: Question,
        answer: Answer | None,
        *,
        say: Callable[[Message], str],
        today: date,
        find_country: Callable[[str], str],
    ) -> None:
        super().__init__(parent, text_in(question.text, LANGUAGE), width=MIDDLE)
        self._question, self._say, self._today, self._find = question, say, today, find_country
        self.body.addWidget(wrapping(tr("If the answer changes, its verdict has to be given again.")))
        self.form = Form()
        self.form.add("value", tr("Answer"), self._field())
        self.form.add("comment", tr("Vendor’s comment"), MultiLineField(lines=4))
        self.form.add("evidence", tr("Evidence"), MultiLineField(lines=2))
        self.body.addWidget(self.form)
        self.verb = self.offer(tr("Save answer"))
        value = answer.value if answer else ""
        self.form.load(
            {
                "value": self._typed(value),
                "comment": answer.comment if answer else "",
                "evidence": answer.evidence if answer else "",
            }
        )

    def values(self) -> dict[str, str]:
        """Returns the canonical answer, the comment and the evidence."""
        parsed = self._parsed()
        return {**self.form.values(), "value": "" if isinstance(parsed, Problem) else parsed}

    def accept(self) -> None:
        """Closes the dialog once the answer can be read."""
        parsed = self._parsed()
        if isinstance(parsed, Problem):
            self.form.show_problem("value", self._say(parsed.what), self._say(parsed.remedy))
            self.fit(may_shrink=False)
        elif self.form.check():
            super().accept()
        else:
            self.fit(may_shrink=False)

    def _field(self) -> Field:
        question = self._question
        if question.type is AnswerType.MULTI:
            return TicksField([(code, self._word(code)) for code in question.choices])
        if question.type in CHOSEN:
            return ChoiceField(
                [(_BLANK, tr("No answer")), *((code, self._word(code)) for code in question.choices)]
            )
        return MultiLineField(lines=4) if question.type is AnswerType.TEXT else TextField()

    def _word(self, code: str) -> str:
        return self._say(msg("plain", text=shown_answer(self._question, code, LANGUAGE)))

    def _typed(self, value: str) -> str:
        return value or (_BLANK if isinstance(self.form.field("value"), ChoiceField) else "")

    def _parsed(self) -> str | Problem:
        held: Any = self.form.field("value").value()
        if held in {None, _BLANK, ""}:
            return ""
        if self._question.type in CHOSEN and self._question.type is not AnswerType.MULTI:
            return str(held)
        return parse_answer(self._question, held, today=self._today, find_country=self._find)
