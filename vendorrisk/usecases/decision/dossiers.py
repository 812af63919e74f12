"""The dossier of an engagement: everything that guards look at, gathered from the register in one moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.dossier import (
    Agreement,
    Dossier,
    EvidenceStanding,
    Policy,
)
from vendorrisk.domain.decision.records import Decision, StageMove
from vendorrisk.domain.diligence.artefacts import AGREEMENTS, concerns
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, ClauseCheck, Document, Finding
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.diligence.validity import ArtefactStatus, scope_ok, status
from vendorrisk.domain.register.records import Engagement, Flow, LawEntry, Location, Service, Stage, Vendor
from vendorrisk.usecases.decision.emergency import emergency_standing
from vendorrisk.usecases.diligence.assessments import answers_of
from vendorrisk.usecases.diligence.documents import archive_of
from vendorrisk.usecases.diligence.risk import credits_of, risk_of
from vendorrisk.usecases.notice.notice_standing import intended_go_live, notice_standing, standing_changes
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.notice.records import Change
    from vendorrisk.domain.register.law import Law
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def law_of(office: Office, reader: Reader) -> Law:
    """The law tables with the adequacy lists as the analyst keeps them."""
    return replace(office.law.transfers, adequacy=tuple(reader.find(LawEntry)))


def dossier_of(
    office: Office, reader: Reader, engagement: Engagement, *, change: Change | None = None
) -> Dossier:
    """Everything the guards read of one engagement, as it stands today.

    With a `change` the dossier is that of the change: its own notices, and the day that it plans.
    """
    settings = settings_of(reader)
    services = reader.find(Service, id=engagement.service_id)
    sheet = risk_of(office, reader, engagement)
    standing = (change,) if change else standing_changes(reader, engagement.id)
    return Dossier(
        engagement=engagement,
        today=office.clock.today(),
        law=law_of(office, reader),
        policy=Policy(
            second_person=settings.second_person,
            dpf_recheck_days=settings.dpf_recheck_days,
            dpo=settings.dpo_name,
        ),
        vendor=reader.get(Vendor, engagement.vendor_id),
        service=services[0] if services else None,
        locations=tuple(reader.find(Location, engagement_id=engagement.id)),
        flows=tuple(reader.find(Flow, engagement_id=engagement.id)),
        decisions=tuple(reader.find(Decision, engagement_id=engagement.id)),
        evidence=_evidence(office, reader, engagement, sheet.assessment),
        residual=sheet.residual,
        tier=sheet.tier.final if sheet.tier else None,
        findings=tuple(reader.find(Finding, engagement_id=engagement.id)),
        agreement=agreement_of(office, reader, engagement),
        notice=notice_standing(office, reader, engagement, standing),
        emergency=emergency_standing(reader, standing, engagement, office.clock.today()),
        next_due=due_date(engagement.anchor, engagement.cycles),
        reassessing_since=_reassessing_since(reader, engagement),
        assessed_on=_assessed_on(reader, engagement),
        go_live=intended_go_live(reader, engagement, standing),
    )


def _reassessing_since(reader: Reader, engagement: Engagement) -> date | None:
    """The day on which the reassessment under way began; None without one, and for one begun long ago."""
    if engagement.stage is not Stage.REASSESSMENT:
        return None
    begun = reader.find(StageMove, engagement_id=engagement.id, to_stage=Stage.REASSESSMENT.value)
    return max((one.moved_on for one in begun), default=None)


def _assessed_on(reader: Reader, engagement: Engagement) -> date | None:
    done = reader.find(Assessment, engagement_id=engagement.id, state=AssessmentState.FINISHED)
    return max((one.finished_on for one in done if one.finished_on is not None), default=None)


def clause_dossier(office: Office, reader: Reader, engagement: Engagement) -> Dossier:
    """Only what decides which items of the agreement checklist concern an engagement; quick to gather."""
    services = reader.find(Service, id=engagement.service_id)
    return Dossier(
        engagement=engagement,
        today=office.clock.today(),
        law=law_of(office, reader),
        service=services[0] if services else None,
        locations=tuple(reader.find(Location, engagement_id=engagement.id)),
        flows=tuple(reader.find(Flow, engagement_id=engagement.id)),
        go_live=intended_go_live(reader, engagement, standing_changes(reader, engagement.id)),
    )


def agreement_of(office: Office, reader: Reader, engagement: Engagement) -> Agreement | None:
    """The agreement that governs an engagement: one in force first, then its own before its vendor's."""
    documents = reader.find(Document, vendor_id=engagement.vendor_id, kind=list(AGREEMENTS))
    usable = [one for one in documents if concerns(one, engagement)]
    if not usable:
        return None
    archive, today = archive_of(office, documents), office.clock.today()

    def worth(one: Document) -> tuple[bool, bool, bool, str]:
        valid = status(one, today, archive).status is ArtefactStatus.VALID
        return valid, one.engagement_id == engagement.id, one.kind == "DPA", one.id

    best = max(usable, key=worth)
    return Agreement(document=best, checks=tuple(reader.find(ClauseCheck, document_id=best.id)))


def _evidence(
    office: Office, reader: Reader, engagement: Engagement, assessment: Assessment | None
) -> EvidenceStanding | None:
    """Which questions have no verdict, and which documents' scope nobody looked at."""
    if assessment is None:
        return None
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    answers = answers_of(reader, assessment.id)
    judged = {question for question, answer in answers.items() if answer.verdict is not None}
    held = [one.document for one in credits_of(office, reader, engagement)]
    return EvidenceStanding(
        open_questions=tuple(one.id for one in questionnaire.questions() if one.id not in judged),
        unknown_scope=tuple(
            one.title for one in held if one.kind not in AGREEMENTS and scope_ok(one) is None
        ),
    )
