"""The risk of an engagement today: inherent, controls, residual, with the arithmetic of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assessing import topic_plan
from vendorrisk.domain.diligence.assurance import credit, lost_artefacts
from vendorrisk.domain.diligence.findings import count_open
from vendorrisk.domain.diligence.inherent import (
    Inherent,
    Tier,
    factors_of,
    inherent,
    tier,
    tier_facts,
    unrated,
)
from vendorrisk.domain.diligence.records import JUDGED, Answer, Assessment, Document, Finding
from vendorrisk.domain.diligence.residual import Residual, residual
from vendorrisk.domain.diligence.rhythm import due_date, overdue_days
from vendorrisk.domain.diligence.scoring import ControlScore, ScoredAnswer, confidence, control_score
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Engagement, Service
from vendorrisk.usecases.diligence.documents import archive_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from vendorrisk.domain.diligence.assurance import Credit, QuestionCredit
    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSheet:
    """The risk of one engagement. What is None could not be computed; `unrated` names the missing factors."""

    inherent: Inherent | None
    tier: Tier | None
    controls: ControlScore | None
    residual: Residual | None
    unrated: tuple[str, ...]
    assessment: Assessment | None

    @property
    def is_scored(self) -> bool:
        """Whether an answer has a verdict: before that, a strength of 0 would say that no control works."""
        return self.controls is not None and self.controls.coverage > 0

    @property
    def gaps(self) -> tuple[Message, ...]:
        """Why a figure is not there, a sentence each."""
        names = [msg(f"factor.{name}") for name in self.unrated]
        return (
            *(() if self.is_scored else (msg("risk.unscored"),)),
            *((msg("risk.unrated", factors=names),) if names else ()),
        )


def risk_of(office: Office, reader: Reader, engagement: Engagement) -> RiskSheet:
    """The risk by the newest assessment that has verdicts, or none where nothing was reviewed yet."""
    rounds = reader.find(Assessment, engagement_id=engagement.id, state=list(JUDGED))
    return risk_by(office, reader, engagement, rounds[-1] if rounds else None)


def risk_by(
    office: Office, reader: Reader, engagement: Engagement, assessment: Assessment | None
) -> RiskSheet:
    """The risk of an engagement as one assessment shows it."""
    services = reader.find(Service, id=engagement.service_id)
    factors = factors_of(engagement)
    risk = inherent(factors) if factors else None
    facts = tier_facts(engagement, services[0] if services else None)
    by_hand, reason = engagement.tier_override, engagement.tier_reason
    controls = _controls(office, reader, engagement, assessment) if assessment else None
    return RiskSheet(
        inherent=risk,
        tier=tier(risk, facts, by_hand=by_hand, reason=reason) if risk else None,
        controls=controls,
        residual=_residual(office, reader, engagement, risk, controls),
        unrated=unrated(engagement),
        assessment=assessment,
    )


def _residual(
    office: Office,
    reader: Reader,
    engagement: Engagement,
    risk: Inherent | None,
    controls: ControlScore | None,
) -> Residual | None:
    if risk is None or controls is None:
        return None
    today = office.clock.today()
    documents = reader.find(Document, vendor_id=engagement.vendor_id)
    lost = lost_artefacts(documents, today, archive_of(office, documents))
    return residual(
        risk.score,
        controls.effect,
        count_open(reader.find(Finding, engagement_id=engagement.id), today),
        overdue_days=overdue_days(due_date(engagement.anchor, engagement.cycles), today),
        key_artefact_lapsed=bool(lost),
    )


def _controls(
    office: Office, reader: Reader, engagement: Engagement, assessment: Assessment
) -> ControlScore | None:
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    answers = {one.question: one for one in reader.find(Answer, assessment_id=assessment.id)}
    held = credits_of(office, reader, engagement)
    return control_score(scored_answers(questionnaire, answers, held))


def credits_of(
    office: Office, reader: Reader, engagement: Engagement, *, on: date | None = None
) -> list[Credit]:
    """What each document of the vendor is worth today, or was worth `on` another day."""
    documents = reader.find(Document, vendor_id=engagement.vendor_id)
    archive = archive_of(office, documents)
    return [credit(one, on or office.clock.today(), archive) for one in documents]


def scored_answers(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], held: Iterable[Credit]
) -> list[ScoredAnswer]:
    """Every question as the score sees it: weight, verdict, and how far its answer can be trusted."""
    return scored_by_plan(questionnaire, answers, topic_plan(questionnaire, held))


def scored_by_plan(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], plan: Iterable[QuestionCredit]
) -> list[ScoredAnswer]:
    """The same where what the artefacts give to each question is known already, in the order of asking."""
    scored = []
    for question, credited in zip(questionnaire.questions(), plan, strict=True):
        answer = answers.get(question.id)
        trust = confidence(has_evidence=bool(answer and answer.evidence), credited=credited.confidence)
        verdict = answer.verdict if answer else None
        scored.append(
            ScoredAnswer(
                question=question.id, topic=question.topic, weight=question.weight,
                verdict=verdict, confidence=trust,
            )
        )  # fmt: skip
    return scored
