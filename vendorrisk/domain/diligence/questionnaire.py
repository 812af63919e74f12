"""A questionnaire as data: sections, questions, options, and what a bad answer means.

A version never changes once it was used: an assessment names questionnaire and version, and its answers are
matched by question id. Texts are language -> text; the id, not the text, says which question it is.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.assurance import Ask
from vendorrisk.domain.record import LangText, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from vendorrisk.domain.diligence.credits import Area
    from vendorrisk.domain.diligence.records import AssessmentKind, Severity
    from vendorrisk.domain.diligence.scoring import Topic

WEIGHTS: Final = (1, 2, 3)
"""Minor, normal, core (domain.md 6.4)."""

HASH_LENGTH: Final = 16


class AnswerType(StrEnum):
    """How a question is answered."""

    YN = "YN"
    YNP = "YNP"
    ENUM = "ENUM"
    MULTI = "MULTI"
    NUM = "NUM"
    DATE = "DATE"
    TEXT = "TEXT"
    COUNTRIES = "COUNTRIES"


class Fixed(StrEnum):
    """Answers that are the same in every questionnaire, in their canonical form."""

    YES = "YES"
    PARTLY = "PARTLY"
    NO = "NO"
    NA = "NA"
    NONE = "NONE"


CHOICES: Final = {
    AnswerType.YN: (Fixed.YES, Fixed.NO),
    AnswerType.YNP: (Fixed.YES, Fixed.PARTLY, Fixed.NO),
}
"""The fixed answers of a type that offers nothing else."""

CHOSEN: Final = frozenset({AnswerType.YN, AnswerType.YNP, AnswerType.ENUM, AnswerType.MULTI})
"""The types whose answers are picked from a list."""


class Denial(StrEnum):
    """What an answer says that there is not, so that it can be held against the register."""

    TRANSFER = "TRANSFER"
    """Nothing leaves the EEA."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose; `code` is what is stored. `alone`: of several answers it excludes all others."""

    code: str
    text: LangText
    alone: bool = False
    denies: Denial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadAnswer:
    """A rule that proposes a finding. It holds when one of its conditions does.

    `answers`: any of these was given (for MULTI: ticked). `lacks`: none of these was ticked. `above`,
    `below`: the number lies beyond. `older_than_months`: the date lies further back. `undeclared`: a
    country was named that the register does not know as STORAGE or ACCESS.
    """

    severity: Severity
    title: LangText
    answers: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    above: Decimal | None = None
    below: Decimal | None = None
    older_than_months: int | None = None
    undeclared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a question comes from: framework, its version, and the places in it."""

    framework: str
    version: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question.

    `none_word` names the answer "there is none" for a number or date ("never", "no fixed time"); empty =
    there is no such answer. `comment_when` lists the answers that need a comment to be complete. `area` and
    the codes in `replaced_by` and `partly_by` say which artefacts stand in for it (domain.md 3.4). `unit`,
    `minimum` and `maximum` belong to NUM, `past` to DATE: no day to come. `short` names it in
    two or three words, for lists.
    """

    id: str
    topic: Topic
    type: AnswerType
    text: LangText
    help: LangText
    weight: int
    short: LangText = field(default_factory=dict)
    area: Area | None = None
    options: tuple[Option, ...] = ()
    unit: LangText = field(default_factory=dict)
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    past: bool = False
    none_word: LangText = field(default_factory=dict)
    may_be_na: bool = False
    knock_out: bool = False
    comment_when: frozenset[str] = frozenset()
    bad: tuple[BadAnswer, ...] = ()
    references: tuple[Reference, ...] = ()
    replaced_by: frozenset[str] = frozenset()
    partly_by: frozenset[str] = frozenset()

    @property
    def choices(self) -> tuple[str, ...]:
        """Every canonical answer that can be chosen from a list, in the order of the questionnaire."""
        fixed = CHOICES.get(self.type, tuple(option.code for option in self.options))
        none = (Fixed.NONE,) if self.none_word else ()
        return (*fixed, *none, *((Fixed.NA,) if self.may_be_na else ()))

    @property
    def alone(self) -> frozenset[str]:
        """The answers that exclude every other one where several can be chosen."""
        if self.type is not AnswerType.MULTI:
            return frozenset()
        return frozenset(option.code for option in self.options if option.alone) | {Fixed.NA.value}

    @property
    def ask(self) -> Ask:
        """What the credit of artefacts needs to know of it."""
        return Ask(question=self.id, area=self.area, replaced_by=self.replaced_by, partly_by=self.partly_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Questions that belong together, with a word ahead of them; `short` names them in lists."""

    id: str
    title: LangText
    questions: tuple[Question, ...]
    short: LangText = field(default_factory=dict)
    intro: LangText = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """One version of a questionnaire; `languages` are those in which every text exists."""

    id: str
    version: str
    kind: AssessmentKind
    title: LangText
    about: LangText
    languages: tuple[str, ...]
    sections: tuple[Section, ...]

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """Question id -> question, in the order of asking."""
        return {question.id: question for question in self.questions()}

    def questions(self) -> Iterator[Question]:
        """All questions in the order of asking."""
        for section in self.sections:
            yield from section.questions

    def numbered(self) -> Iterator[tuple[str, Section, Question]]:
        """Each question with its printed number, such as "2.3", and its section."""
        for at, section in enumerate(self.sections, start=1):
            for number, question in enumerate(section.questions, start=1):
                yield f"{at}.{number}", section, question


@lru_cache(maxsize=4_096)
def text_hash(text: str) -> str:
    """A short digest of a question's wording, so that a changed text in a returned file is noticed.

    White space, invisible characters and Unicode form do not count: spreadsheets change them by themselves.
    """
    seen = "".join(char for char in unicodedata.normalize("NFC", text) if _is_seen(char))
    plain = " ".join(seen.split())
    return hashlib.sha256(plain.encode()).hexdigest()[:HASH_LENGTH]


def _is_seen(char: str) -> bool:
    return char in "\n\r\t\x85" or not unicodedata.category(char).startswith("C")


def wording_hash(question: Question, language: str) -> str:
    """The digest of a question as its workbook in this language shows it."""
    return text_hash(text_in(question.text, language))
