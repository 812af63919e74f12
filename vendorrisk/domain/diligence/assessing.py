"""What goes into an assessment and what comes out: questions that an artefact answers, findings to raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assurance import Credit, QuestionCredit, question_credit
from vendorrisk.domain.diligence.bad_answers import AnswerFacts, propose
from vendorrisk.domain.diligence.credits import Grade

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.domain.diligence.records import Answer


def topic_plan(questionnaire: Questionnaire, held: Iterable[Credit]) -> tuple[QuestionCredit, ...]:
    """What the vendor's artefacts give to each question, in the order of asking (domain.md 3.4)."""
    given = list(held)
    return tuple(question_credit(question.ask, given) for question in questionnaire.questions())


def replaced(plan: Iterable[QuestionCredit]) -> frozenset[str]:
    """The questions that need not be asked, because an artefact answers them."""
    return frozenset(given.question for given in plan if given.grade is Grade.FULL)


def proposals(
    questionnaire: Questionnaire, answers: Iterable[Answer], facts: AnswerFacts, *, language: str = "en"
) -> tuple[Proposal, ...]:
    """The findings that the answers give rise to, in the order of asking; the analyst confirms each."""
    by_question = {answer.question: answer.value for answer in answers}
    found = (
        propose(question, by_question.get(question.id, ""), facts, language=language)
        for question in questionnaire.questions()
    )
    return tuple(proposal for proposal in found if proposal is not None)
