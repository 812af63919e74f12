"""What goes into an assessment and what comes out: questions that an artefact answers, findings to raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.assurance import Credit, QuestionCredit, question_credit
from vendorrisk.domain.diligence.bad_answers import AnswerFacts, propose
from vendorrisk.domain.diligence.credits import Grade
from vendorrisk.domain.diligence.findings import is_open
from vendorrisk.domain.diligence.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire
    from vendorrisk.domain.diligence.records import Answer, Assessment, Finding

FALLS_SHORT: Final = (Verdict.FAILS, Verdict.PARTLY)
"""The verdicts that say that an answer does not meet the requirement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unraised:
    """An answer that does not meet the requirement, and for which there is no finding."""

    question: Question
    answer: Answer


def topic_plan(questionnaire: Questionnaire, held: Iterable[Credit]) -> tuple[QuestionCredit, ...]:
    """What the vendor's artefacts give to each question, in the order of asking (domain.md 3.4)."""
    given = list(held)
    return tuple(question_credit(question.ask, given) for question in questionnaire.questions())


def replaced(plan: Iterable[QuestionCredit]) -> frozenset[str]:
    """The questions that need not be asked, because an artefact answers them."""
    return frozenset(given.question for given in plan if given.grade is Grade.FULL)


def without_finding(
    questionnaire: Questionnaire,
    answers: Iterable[Answer],
    raised: Iterable[Finding],
    assessment: Assessment,
    today: date,
) -> tuple[Unraised, ...]:
    """The answers judged as failing or partly met for which nobody raised a finding, in the order of asking.

    A finding counts whatever became of it if it was raised in this assessment, and while it is open if it is
    older: the same rule as for suggestions.
    """
    sources = {one.source for one in raised if one.assessment_id == assessment.id or is_open(one, today)}
    judged = {one.question: one for one in answers if one.verdict in FALLS_SHORT}
    return tuple(
        Unraised(question=question, answer=judged[question.id])
        for question in questionnaire.questions()
        if question.id in judged and question.id not in sources
    )


def proposals(
    questionnaire: Questionnaire, answers: Iterable[Answer], facts: AnswerFacts
) -> tuple[Proposal, ...]:
    """The findings that the answers give rise to, in the order of asking; the analyst confirms each."""
    by_question = {answer.question: answer.value for answer in answers}
    found = (
        propose(question, by_question.get(question.id, ""), facts) for question in questionnaire.questions()
    )
    return tuple(proposal for proposal in found if proposal is not None)
