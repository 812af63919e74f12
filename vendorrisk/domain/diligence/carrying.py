"""What is still open in an assessment, and what last time's answers tell about this time's."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.answering import split_values
from vendorrisk.domain.diligence.bad_answers import needs_comment
from vendorrisk.domain.diligence.questionnaire import CHOSEN, Fixed, wording_hash
from vendorrisk.domain.record import FALLBACK_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire
    from vendorrisk.domain.diligence.records import Answer, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How far the answers are: question ids, in the order of asking.

    `credited` questions are answered by an artefact and count neither as answered nor as blank.
    """

    answered: tuple[str, ...]
    blank: tuple[str, ...]
    credited: tuple[str, ...]
    comment_missing: tuple[str, ...]
    unreviewed: tuple[str, ...]
    knock_outs_open: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How many questions need an answer."""
        return len(self.answered) + len(self.blank)


class AnswerChange(StrEnum):
    """How an answer stands to the one of last time."""

    UNCHANGED = "UNCHANGED"
    CHANGED = "CHANGED"
    FIRST = "FIRST"
    GONE = "GONE"
    BLANK = "BLANK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """One question beside last time's answer.

    `same_question` is False where its wording changed in between, so that the answers cannot be compared;
    the change is then never UNCHANGED.
    """

    question: str
    change: AnswerChange
    before: str
    verdict_before: Verdict | None
    same_question: bool


def completeness(
    questionnaire: Questionnaire, answers: Iterable[Answer], credited: frozenset[str] = frozenset()
) -> Completeness:
    """What is answered, blank, credited and not yet reviewed in an assessment."""
    by_question = {answer.question: answer for answer in answers}
    found: dict[str, list[str]] = {one.name: [] for one in fields(Completeness)}
    for question in questionnaire.questions():
        for name in _standing(question, by_question.get(question.id), credited):
            found[name].append(question.id)
    return Completeness(**{name: tuple(ids) for name, ids in found.items()})


def _standing(question: Question, answer: Answer | None, credited: frozenset[str]) -> Iterator[str]:
    """The parts of the completeness in which a question stands."""
    if answer is not None and answer.value:
        yield "answered"
        if needs_comment(question, answer.value) and not answer.comment.strip():
            yield "comment_missing"
    else:
        yield "credited" if question.id in credited else "blank"
    if answer is None or answer.verdict is None:
        yield "unreviewed"
        if question.knock_out:
            yield "knock_outs_open"


def carried_over(
    now: Questionnaire, before: Questionnaire, answers_before: Iterable[Answer]
) -> dict[str, Answer]:
    """Last time's answers that can be shown beside this time's questions, by question id.

    Only where the question kept its wording and type, and the old answer can still be given.
    """
    known = before.by_id
    return {
        answer.question: answer
        for answer in answers_before
        if answer.value
        and (question := now.by_id.get(answer.question)) is not None
        and (old := known.get(answer.question)) is not None
        and _is_same(question, old)
        and _can_be_given(question, answer.value)
    }


def deltas(
    now: Questionnaire,
    answers_now: Iterable[Answer],
    before: Questionnaire,
    answers_before: Iterable[Answer],
) -> tuple[Delta, ...]:
    """Each question of this time beside last time's answer, in the order of asking."""
    fresh = {answer.question: answer for answer in answers_now}
    old = {answer.question: answer for answer in answers_before if answer.value}
    return tuple(
        _delta(question, fresh.get(question.id), before.by_id.get(question.id), old)
        for question in now.questions()
    )


def _delta(
    question: Question,
    answer: Answer | None,
    question_before: Question | None,
    old: Mapping[str, Answer],
) -> Delta:
    before = old.get(question.id)
    same = question_before is not None and _is_same(question, question_before)
    return Delta(
        question=question.id,
        change=_change(answer, before, same=same),
        before=before.value if before else "",
        verdict_before=before.verdict if before else None,
        same_question=same,
    )


def _change(answer: Answer | None, before: Answer | None, *, same: bool) -> AnswerChange:
    value = answer.value if answer else ""
    if answer is None or not value:
        return AnswerChange.GONE if before else AnswerChange.BLANK
    if before is None:
        return AnswerChange.FIRST
    as_before = value == before.value and _words(answer) == _words(before)
    return AnswerChange.UNCHANGED if same and as_before else AnswerChange.CHANGED


def _words(answer: Answer) -> tuple[str, str]:
    return " ".join(answer.comment.split()), " ".join(answer.evidence.split())


def _is_same(question: Question, old: Question) -> bool:
    """Whether nothing but another language changed: the English wording decides."""
    hashes = {wording_hash(one, FALLBACK_LANGUAGE) for one in (question, old)}
    return question.type is old.type and len(hashes) == 1


def _can_be_given(question: Question, value: str) -> bool:
    """Whether the old canonical answer is still among those that the question offers."""
    if question.type in CHOSEN:
        return set(split_values(value)) <= set(question.choices)
    return value not in {Fixed.NA, Fixed.NONE} or value in question.choices
