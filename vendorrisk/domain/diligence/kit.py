"""What a questionnaire workbook carries, before anything knows of cells and colours.

A row is one thing to fill in: a question, or one option of a question with several answers, which gets a row
of its own so that nobody has to type codes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.questionnaire import AnswerType, Question, Questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

OPTION_MARK: Final = "/"
"""Stands between a question's id and the code of its option in a row's id, as in "PRV-03/CONTENT"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """One questionnaire workbook for one vendor.

    `token` is the secret of the assessment. `skipped` are questions that an artefact already answers.
    `previous` are last time's canonical answers by question id. `contact` says whom to ask; `note` is a
    sentence under the facts of the first sheet.
    """

    assessment_id: str
    token: str
    questionnaire: Questionnaire
    language: str
    company: str
    vendor: str
    purpose: str = ""
    contact: str = ""
    note: str = ""
    prepared_on: date
    due_on: date | None = None
    skipped: frozenset[str] = frozenset()
    previous: Mapping[str, str] = field(default_factory=dict)


def row_id(question: Question, option: str = "") -> str:
    """The hidden id of a row."""
    return f"{question.id}{OPTION_MARK}{option}" if option else question.id


def question_of(row: str) -> tuple[str, str]:
    """The question's id and the option's code (empty for the question itself) of a row's id."""
    question, _, option = row.partition(OPTION_MARK)
    return question, option


def folded_id(row: str) -> str:
    """An id as it is compared: spreadsheets and people change case, dashes and blanks around it."""
    plain = unicodedata.normalize("NFKC", row).strip().upper()
    return "".join("-" if unicodedata.category(char) == "Pd" or char == "\u2212" else char for char in plain)


def option_rows(question: Question) -> tuple[str, ...]:
    """The codes of the options that have rows of their own."""
    return question.choices if question.type is AnswerType.MULTI else ()


def asked(kit: Kit) -> Iterator[Question]:
    """The questions that the workbook holds, in the order of asking."""
    return (question for question in kit.questionnaire.questions() if question.id not in kit.skipped)
