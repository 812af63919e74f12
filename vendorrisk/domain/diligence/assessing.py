"""The figures of one engagement from what is stored: score, risk, tier, residual risk, next due date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assurance import (
    Credit,
    QuestionCredit,
    credit,
    lost_artefacts,
    question_credit,
)
from vendorrisk.domain.diligence.bad_answers import AnswerFacts, propose
from vendorrisk.domain.diligence.credits import Grade
from vendorrisk.domain.diligence.findings import count_open
from vendorrisk.domain.diligence.inherent import Inherent, Tier, factors_of, inherent, tier, tier_facts
from vendorrisk.domain.diligence.residual import DEFAULT_APPETITE, Appetite, Residual, residual
from vendorrisk.domain.diligence.rhythm import due_date, overdue_days
from vendorrisk.domain.diligence.scoring import ControlScore, ScoredAnswer, confidence, control_score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from vendorrisk.domain.diligence.findings import Proposal
    from vendorrisk.domain.diligence.questionnaire import Question, Questionnaire
    from vendorrisk.domain.diligence.records import Answer, Document, Finding
    from vendorrisk.domain.diligence.validity import Archive
    from vendorrisk.domain.register.records import Engagement, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of one engagement on one day.

    `risk`, `tier` and `remains` are None while a factor is not rated, `control` is None where nothing was
    ever assessed. `lost` are artefacts that once counted and have no successor; any of them lifts the risk.
    """

    control: ControlScore | None
    credits: tuple[Credit, ...]
    lost: tuple[Credit, ...]
    risk: Inherent | None
    tier: Tier | None
    remains: Residual | None
    due: date | None


def topic_plan(questionnaire: Questionnaire, credits_: Iterable[Credit]) -> tuple[QuestionCredit, ...]:
    """What the vendor's artefacts give to each question, in the order of asking (domain.md 3.4)."""
    held = list(credits_)
    return tuple(question_credit(question.ask, held) for question in questionnaire.questions())


def replaced(plan: Iterable[QuestionCredit]) -> frozenset[str]:
    """The questions that need not be asked, because an artefact answers them."""
    return frozenset(given.question for given in plan if given.grade is Grade.FULL)


def score(
    questionnaire: Questionnaire, answers: Iterable[Answer], credits_: Iterable[Credit] = ()
) -> ControlScore:
    """What the reviewed answers are worth, each with the confidence of the best evidence there is for it."""
    by_question = {answer.question: answer for answer in answers}
    plan = topic_plan(questionnaire, credits_)
    return control_score(
        _scored(question, by_question.get(question.id), given)
        for question, given in zip(questionnaire.questions(), plan, strict=True)
    )


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


def figures(
    engagement: Engagement,
    *,
    today: date,
    archive: Archive,
    documents: Sequence[Document],
    findings: Iterable[Finding],
    service: Service | None = None,
    questionnaire: Questionnaire | None = None,
    answers: Iterable[Answer] = (),
    appetite: Appetite = DEFAULT_APPETITE,
) -> Figures:
    """Everything that is computed for an engagement, from its records alone.

    `documents` are those of the vendor and the engagement, `findings` those of the engagement; `answers`
    belong to the assessment on which the score rests, with its `questionnaire` (None = never assessed).
    """
    credits_ = tuple(credit(document, today, archive) for document in documents)
    lost = tuple(lost_artefacts(documents, today, archive))
    control = score(questionnaire, answers, credits_) if questionnaire is not None else None
    due = due_date(engagement.anchor, engagement.cycles)
    plain = Figures(control=control, credits=credits_, lost=lost, risk=None, tier=None, remains=None, due=due)
    factors = factors_of(engagement)
    if factors is None:
        return plain
    risk = inherent(factors)
    return replace(
        plain,
        risk=risk,
        tier=tier(
            risk,
            tier_facts(engagement, service),
            by_hand=engagement.tier_override,
            reason=engagement.tier_reason,
        ),
        remains=residual(
            risk.score,
            control.effect if control else 0.0,
            count_open(findings, today),
            overdue_days=overdue_days(due, today),
            key_artefact_lapsed=bool(lost),
            appetite=appetite,
        ),
    )


def _scored(question: Question, answer: Answer | None, given: QuestionCredit) -> ScoredAnswer:
    return ScoredAnswer(
        question=question.id,
        topic=question.topic,
        weight=question.weight,
        verdict=answer.verdict if answer else None,
        confidence=confidence(
            has_evidence=bool(answer and answer.evidence.strip()), credited=given.confidence
        ),
    )
