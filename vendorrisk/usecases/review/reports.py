"""Reports on paper: what an assessment found, a vendor on one page, the quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import Decision, HandCheck, StageMove
from vendorrisk.domain.diligence.records import JUDGED, Answer, Assessment, Finding
from vendorrisk.domain.diligence.report import AssessmentFacts, assessment_report
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.message import Refused, msg
from vendorrisk.domain.register.records import Engagement, Service, Vendor
from vendorrisk.usecases.diligence.risk import credits_of, risk_by, scored_answers
from vendorrisk.usecases.review.vendor_facts import facts_of_one
from vendorrisk.usecases.review.vendor_report import vendor_report
from vendorrisk.usecases.review.vendor_story import decided
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def report_on_assessment(office: Office, reader: Reader, assessment_id: str) -> Report:
    """The report on one assessment: questions, answers, findings, and how the figures came about."""
    assessment = reader.get(Assessment, assessment_id)
    engagement = reader.get(Engagement, assessment.engagement_id)
    services = reader.find(Service, id=engagement.service_id)
    sheet = risk_by(office, reader, engagement, assessment)
    if sheet.controls is None:
        raise Refused(msg("report.no_score"), msg("report.no_score.remedy"))
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    answers = tuple(reader.find(Answer, assessment_id=assessment_id))
    held = tuple(credits_of(office, reader, engagement))
    scored = scored_answers(questionnaire, {one.question: one for one in answers}, held)
    return assessment_report(
        AssessmentFacts(
            company=settings_of(reader).company, today=office.clock.today(),
            vendor=reader.get(Vendor, engagement.vendor_id), engagement=engagement, assessment=assessment,
            questionnaire=questionnaire, control=sheet.controls, service=services[0] if services else None,
            answers=answers,
            findings=tuple(reader.find(Finding, engagement_id=engagement.id)),
            credits=held, scored=tuple(scored),
            risk=sheet.inherent, tier=sheet.tier, remains=sheet.residual,
            due=due_date(engagement.anchor, engagement.cycles),
        )
    )  # fmt: skip


def report_on_vendor(office: Office, reader: Reader, vendor_id: str) -> Report:
    """A vendor as of today, and the newest assessment of each engagement that has one."""
    engagements = reader.find(Engagement, vendor_id=vendor_id)
    newest = [
        (one, found[-1])
        for one in engagements
        if (found := reader.find(Assessment, engagement_id=one.id, state=list(JUDGED)))
    ]
    assessed = [(one, report_on_assessment(office, reader, found.id)) for one, found in newest]
    ids = [one.id for one in engagements]
    steps = decided(
        reader.find(Decision, engagement_id=ids), reader.find(StageMove, engagement_id=ids),
        reader.find(HandCheck, engagement_id=ids),
    )  # fmt: skip
    facts = facts_of_one(office, reader, vendor_id)
    return vendor_report(office, facts, settings_of(reader).company, steps, assessed)


def write_report(office: Office, report: Report, target: Path) -> tuple[Problem, ...]:
    """Writes a report as a PDF, whole or not at all; returns a warning for each text it cannot print."""
    return office.papers.write_report(report, target)
