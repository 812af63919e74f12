"""What a good verdict rests on: an answer or an artefact, and a reason where an answer falls short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assessing import replaced, topic_plan
from vendorrisk.domain.diligence.bad_answers import propose
from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.domain.message import Level, Problem, Refused, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.diligence.assessments import answers_of
from vendorrisk.usecases.diligence.finding_proposals import answer_facts, unraised
from vendorrisk.usecases.diligence.register_differences import register_warnings
from vendorrisk.usecases.diligence.risk import credits_of

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.questionnaire import Question
    from vendorrisk.domain.diligence.records import Answer, Assessment
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def refuse_groundless(
    office: Office, reader: Reader, assessment: Assessment, answer: Answer, comment: str
) -> None:
    """Raises Refused for "meets" on a blank that no artefact answers, or without a reason on a bad answer."""
    question = _asked(office, assessment)[answer.question]
    facts = {"question": _short(question)}
    if not answer.value and question.id not in _credited(office, reader, assessment):
        raise Refused(msg("review.blank_met", **facts), msg("review.blank_met.remedy"))
    found = propose(question, answer.value, answer_facts(office, reader, assessment.engagement_id))
    if found is not None and not comment.strip():
        what = msg("review.bad_met", finding=found.title, severity=found.severity, **facts)
        raise Refused(what, msg("review.bad_met.remedy"))


def refuse_blanks_met(office: Office, reader: Reader, assessment: Assessment) -> None:
    """Raises Refused where a question counts as met that nobody and nothing has answered (domain.md 4.2)."""
    asked, credited = _asked(office, assessment), _credited(office, reader, assessment)
    found = [
        _short(asked[one.question])
        for one in answers_of(reader, assessment.id).values()
        if one.verdict is Verdict.MEETS and not one.value and one.question not in credited
    ]
    if found:
        raise Refused(
            msg("review.blanks_met", count=len(found), questions=found), msg("review.blank_met.remedy")
        )


def left_open(office: Office, reader: Reader, assessment: Assessment) -> tuple[Problem, ...]:
    """What finishing a review leaves open: blanks, shortcomings without a finding, register differences."""
    answered = {one.question for one in answers_of(reader, assessment.id).values() if one.value}
    settled = answered | _credited(office, reader, assessment)
    blank = [one for one in _asked(office, assessment).values() if one.id not in settled]
    blanks = Problem(
        where=assessment.id, what=msg("review.blanks", count=len(blank), questions=[*map(_short, blank)]),
        remedy=msg("review.blanks.remedy"), level=Level.WARNING,
    )  # fmt: skip
    return (
        *([blanks] if blank else []),
        *unraised(office, reader, assessment),
        *register_warnings(office, reader, assessment),
    )


def _asked(office: Office, assessment: Assessment) -> dict[str, Question]:
    return dict(office.questionnaires.get(assessment.questionnaire, assessment.version).by_id)


def _credited(office: Office, reader: Reader, assessment: Assessment) -> frozenset[str]:
    """The questions that an artefact of the vendor answers today."""
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    engagement = reader.get(Engagement, assessment.engagement_id)
    return replaced(topic_plan(questionnaire, credits_of(office, reader, engagement)))


def _short(question: Question) -> str:
    short = text_in(question.short, "en")
    return f"{question.id} ({short})" if short else question.id
