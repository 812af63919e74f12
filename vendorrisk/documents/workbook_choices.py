"""Drop-downs and input checks of the questionnaire workbook.

Lists stand on a hidden sheet, because a list inside a rule may have 255 characters only and no commas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vendorrisk.documents.workbook_form import LISTS_SHEET
from vendorrisk.documents.workbook_look import write_text
from vendorrisk.domain.diligence.answering import LONGEST_TEXT
from vendorrisk.domain.diligence.questionnaire import CHOSEN, AnswerType, Fixed, Question
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import text_in

if TYPE_CHECKING:
    from vendorrisk.usecases.ports import Words

PROMPT_LIMIT: Final = 255
_TICKS: Final = (Fixed.YES, Fixed.NO)
_EARLIEST: Final = "DATE(1990,1,1)"


class Choices:
    """Offers answers in cells; equal lists and checks are kept once."""

    def __init__(self, lists: Any, words: Words, language: str) -> None:
        self._lists = lists
        self._words = words
        self._language = language
        self._columns: dict[tuple[str, ...], str] = {}
        self._rules: dict[tuple[str, ...], Any] = {}

    def label(self, question: Question, code: str) -> str:
        """What an answer is called in the workbook."""
        if code == Fixed.NONE:
            return text_in(question.none_word, self._language)
        if code in set(Fixed):
            return self._say(f"Fixed.{code}")
        texts = {option.code: option.text for option in question.options}
        return text_in(texts[code], self._language)

    def offer(self, sheet: Any, cell: str, question: Question) -> None:
        """Gives the answer cell of a question its list or its check."""
        labels = tuple(self.label(question, code) for code in question.choices)
        if question.type in CHOSEN:
            self._list(sheet, cell, labels)
        elif question.type is AnswerType.NUM:
            self._number(sheet, cell, question, labels)
        elif question.type is AnswerType.DATE:
            self._day(sheet, cell, labels)
        else:
            facts: dict[str, Any] = {"operator": "lessThanOrEqual", "formula1": str(LONGEST_TEXT)}
            self._check(sheet, cell, "text", type="textLength", **facts)

    def offer_tick(self, sheet: Any, cell: str) -> None:
        """Gives the row of one option its Yes and No."""
        self._list(sheet, cell, tuple(self._say(f"Fixed.{code}") for code in _TICKS))

    def _list(self, sheet: Any, cell: str, labels: tuple[str, ...]) -> None:
        self._check(sheet, cell, "list", type="list", formula1=self._range(labels))

    def _number(self, sheet: Any, cell: str, question: Question, labels: tuple[str, ...]) -> None:
        low, high = question.minimum, question.maximum
        tests = [f"ISNUMBER({cell})"]
        tests += [f"{cell}>={low}"] if low is not None else []
        tests += [f"{cell}<={high}"] if high is not None else []
        self._custom(sheet, cell, "number", f"AND({','.join(tests)})", labels)

    def _day(self, sheet: Any, cell: str, labels: tuple[str, ...]) -> None:
        self._custom(sheet, cell, "date", f"AND(ISNUMBER({cell}),{cell}>={_EARLIEST})", labels)

    def _custom(self, sheet: Any, cell: str, kind: str, test: str, labels: tuple[str, ...]) -> None:
        """A check by formula, which also lets the words through that a number or date may be replaced by."""
        words = [f"{cell}={self._range((label,))}" for label in labels]
        formula = f"OR({','.join((test, *words))})" if words else test
        self._check(sheet, cell, kind, type="custom", formula1=formula)

    def _check(self, sheet: Any, cell: str, kind: str, **facts: Any) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        key = (kind, *facts.values())
        if key not in self._rules:
            title, text = self._say(f"kit.check.{kind}.title"), self._say(f"kit.check.{kind}")
            rule = DataValidation(allow_blank=True, showErrorMessage=True, showInputMessage=True, **facts)
            rule.errorTitle, rule.error = title[:32], text[:PROMPT_LIMIT]
            rule.promptTitle, rule.prompt = title[:32], text[:PROMPT_LIMIT]
            sheet.add_data_validation(rule)
            self._rules[key] = rule
        self._rules[key].add(cell)

    def _range(self, labels: tuple[str, ...]) -> str:
        """The place of a list on the hidden sheet, where equal lists stand once."""
        from openpyxl.utils import get_column_letter

        if labels not in self._columns:
            letter = get_column_letter(len(self._columns) + 1)
            for number, label in enumerate(labels, start=1):
                write_text(self._lists[f"{letter}{number}"], label)
            self._columns[labels] = f"'{LISTS_SHEET}'!${letter}$1:${letter}${len(labels)}"
        return self._columns[labels]

    def _say(self, key: str) -> str:
        return self._words.say(msg(key), language=self._language)
