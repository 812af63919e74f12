"""One question of an answer review: this time's answer beside last time's, its evidence, and the register."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.answering import split_values
from vendorrisk.domain.diligence.bad_answers import propose
from vendorrisk.domain.diligence.evidence import read_evidence
from vendorrisk.domain.diligence.gaps import remarks
from vendorrisk.domain.diligence.questionnaire import AnswerType, Fixed
from vendorrisk.domain.diligence.showing import shown_answer
from vendorrisk.domain.diligence.text_changes import changed_stretches
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.usecases.diligence.register_differences import register_differences
from vendorrisk.usecases.diligence.review_view import LineState

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.diligence.assurance import Credit
    from vendorrisk.domain.diligence.evidence import EvidenceLine
    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.questionnaire import Question
    from vendorrisk.domain.diligence.records import Answer, Assessment
    from vendorrisk.domain.diligence.register_check import AnswerDifference
    from vendorrisk.domain.diligence.text_changes import Stretch
    from vendorrisk.usecases.diligence.review_view import Ground, Review, ReviewLine
    from vendorrisk.usecases.office import Office


class AgedBy(StrEnum):
    """The day by which people judge how old a document is."""

    PERIOD = "PERIOD"
    VALID = "VALID"
    DATED = "DATED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One line of evidence, with what the document is worth that it names, and what to look at in it."""

    line: EvidenceLine
    credit: Credit | None = None
    aged: tuple[AgedBy, date] | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSheet:
    """Everything about one question. Texts of answers are in the analyst's words, not canonical codes.

    `differences` is None where the register has nothing to compare the answer with. `received` and
    `received_before` are the days on which the answers came in; `was_asked` says whether last time's
    questionnaire had this question.
    """

    line: ReviewLine
    now: tuple[Stretch, ...]
    before: str
    answer_before: Answer | None
    was_asked: bool
    received: date | None
    received_before: date | None
    evidence: tuple[Evidence, ...]
    differences: tuple[AnswerDifference, ...] | None
    proposal: Proposal | None
    references: tuple[Message, ...]

    def reads_like(self, other: QuestionSheet) -> bool:
        """Whether the other sheet says the same, apart from verdict and comment of the reviewer."""
        return self._unjudged() == other._unjudged()

    def _unjudged(self) -> QuestionSheet:
        return replace(self, line=replace(self.line, answer=None, state=LineState.NEW))


def question_sheet(office: Office, review: Review, question_id: str) -> QuestionSheet | None:
    """The sheet of a question of this review; None for a question that it does not have."""
    line = review.line(question_id)
    if line is None:
        return None
    ground = review.ground
    earlier = ground.before.answers.get(question_id) if ground.before else None
    asked_before = ground.before.questionnaire.by_id.get(question_id) if ground.before else None
    before = answer_words(office, asked_before or line.question, earlier)
    now = answer_words(office, line.question, line.answer)
    value = line.answer.value if line.answer else ""
    return QuestionSheet(
        line=line, before=before, answer_before=earlier,
        now=changed_stretches(before or now, now), was_asked=asked_before is not None,
        received=(line.answer.answered_on if line.answer else None) or came_in(ground.assessment),
        received_before=came_in(ground.before.assessment) if ground.before else None,
        evidence=_evidence(office, ground, line.answer),
        differences=_differences(review, line.question),
        proposal=propose(line.question, value, ground.facts),
        references=tuple(
            msg("review.reference", framework=_framework(one.framework), places=list(one.places))
            for one in line.question.references
        ),
    )  # fmt: skip


def came_in(assessment: Assessment) -> date | None:
    """The day that stands for an assessment's answers: when they came in, else when it began."""
    return assessment.received_on or assessment.started_on


def answer_words(office: Office, question: Question, answer: Answer | None) -> str:
    """An answer with its comment as a reader sees it; empty for a blank one."""
    if answer is None:
        return ""
    said = office.say(msg("plain", text=_shown(question, answer.value))) if answer.value else ""
    if not said or not answer.comment:
        return said or answer.comment
    joint = "\n" if question.type is AnswerType.TEXT else " " if said.endswith(".") else ". "
    return f"{said}{joint}{answer.comment}"


def _shown(question: Question, value: str) -> object:
    if question.type is AnswerType.COUNTRIES and value not in set(Fixed):
        return [country_name(code) for code in split_values(value)]
    return shown_answer(question, value)


def _framework(name: str) -> Message:
    return msg(f"framework.{name}") if name in _FRAMEWORKS else msg("plain", text=name)


_FRAMEWORKS = frozenset({"gdpr", "edpb", "scc", "dora", "iso27001", "soc2", "ccm"})


def _evidence(office: Office, ground: Ground, answer: Answer | None) -> tuple[Evidence, ...]:
    by_document = {one.document.id: one for one in ground.held}
    documents = [one.document for one in ground.held]
    found = []
    for line in read_evidence(answer.evidence if answer else "", documents):
        held = by_document[line.document.id] if line.document else None
        found.append(
            Evidence(
                line=line, credit=held, aged=_aged(held) if held else None,
                remarks=remarks(held.document, ground.facts.today, office.law.editions) if held else (),
            )
        )  # fmt: skip
    return tuple(found)


def _aged(held: Credit) -> tuple[AgedBy, date] | None:
    document = held.document
    days = (
        (AgedBy.PERIOD, document.period_end),
        (AgedBy.VALID, held.standing.last_day if document.valid_to else None),
        (AgedBy.DATED, document.issued_on),
    )
    return next(((by, on) for by, on in days if on is not None), None)


def _differences(review: Review, question: Question) -> tuple[AnswerDifference, ...] | None:
    ground = review.ground
    values = {one.question.id: one.answer.value for one in review.lines if one.answer}
    on_file = [one.name for one in ground.fourth_parties]
    return register_differences(ground.questionnaire, question, values, ground.facts, on_file)


def blanks_text(office: Office, review: Review) -> str:
    """A text to send to the vendor about the questions that it left blank."""
    questionnaire = review.ground.questionnaire
    language = questionnaire.languages[0]
    blank = set(review.found.blank)
    asked = [
        f"{one.number}  {text_in(one.question.text, language)}"
        for one in review.lines
        if one.question.id in blank
    ]
    title = text_in(questionnaire.title, language)
    many = "one" if len(asked) == 1 else "several"
    opening = office.say(msg(f"review.blanks.{many}", questionnaire=title))
    return "\n".join([opening, "", *asked, "", office.say(msg("review.blanks.closing"))])
