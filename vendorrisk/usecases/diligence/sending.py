"""Sending questionnaires to several vendors: an assessment, a workbook and a mail for each engagement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, AssessmentKind, AssessmentState
from vendorrisk.domain.message import Message, Refused, UserError, msg
from vendorrisk.domain.register.records import Engagement, Role, Stage, Vendor
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.domain.review.facts import COUNTED_STAGES
from vendorrisk.usecases.diligence.assessments import start
from vendorrisk.usecases.diligence.kit_files import send_kit
from vendorrisk.usecases.file_names import free_path, workbook_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

_ASKED_IN = COUNTED_STAGES | {Stage.IN_DUE_DILIGENCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What became of one engagement: its workbook and mail, or why it got none.

    `mail` is None where no address of the vendor is on record.
    """

    vendor: Vendor
    file: Path | None = None
    mail: Path | None = None
    why_not: Message | None = None


def asked_engagements(reader: Reader, vendor_ids: Sequence[str]) -> list[Engagement]:
    """The engagements of some vendors that are asked questions: sub-processors in due diligence or in use."""
    found = reader.find(Engagement, vendor_id=list(vendor_ids), role=Role.SUB_PROCESSOR)
    return [one for one in found if one.stage in _ASKED_IN]


def not_asked(engagements: Sequence[Engagement]) -> Message | None:
    """Why none of a vendor's engagements is asked questions now; None where one is, or there is none."""
    ours = [one for one in engagements if one.role is Role.SUB_PROCESSOR]
    if not engagements or any(one.stage in _ASKED_IN for one in ours):
        return None
    if not ours:
        return msg("sending.not_asked.role")
    return msg("sending.not_asked.stage", stage=label(ours[0].stage))


def send_questionnaires(
    office: Office,
    vendor_ids: Sequence[str],
    folder: Path,
    *,
    questionnaire_id: str = "",
    due_on: date | None = None,
    step: Callable[[int, int, str], None] = lambda _done, _all, _what: None,
) -> list[Sent]:
    """Starts an assessment for each engagement that is asked questions, and writes its workbook and mail.

    Without `questionnaire_id` an engagement gets the yearly one once it was assessed, before that the one for
    newcomers; without `due_on` it has the usual time to answer. One that is being asked already gets no
    second one, and says so. `step(done, all, name)` comes before each and may raise to cancel; what was
    written until then stays.
    """
    with office.book.reading() as reader:
        engagements = asked_engagements(reader, vendor_ids)
        vendors = {one.id: one for one in reader.find(Vendor, id=[one.vendor_id for one in engagements])}
    sent = []
    for done, engagement in enumerate(engagements):
        vendor = vendors[engagement.vendor_id]
        step(done, len(engagements), vendor.name)
        sent.append(_send(office, vendor, engagement, folder, wanted=questionnaire_id, due_on=due_on))
    return sent


def _send(
    office: Office, vendor: Vendor, engagement: Engagement, folder: Path, *, wanted: str, due_on: date | None
) -> Sent:
    try:
        questionnaire = questionnaire_for(office, engagement, wanted)
        drafted = _drafted(office, engagement, questionnaire)
        assessment = drafted or start(office, engagement.id, questionnaire.id, due_on=due_on)
        target = free_path(folder, workbook_stem(vendor, engagement, questionnaire))
        kit = send_kit(office, assessment.id, target)
    except Refused as refused:
        return Sent(vendor=vendor, why_not=refused.what)
    return Sent(vendor=vendor, file=kit.file, mail=kit.mail)


def questionnaire_for(office: Office, engagement: Engagement, wanted: str = "") -> Questionnaire:
    """The questionnaire for an engagement: the wanted one, the yearly one, or the one for newcomers."""
    if wanted:
        return office.questionnaires.get(wanted)
    kind = AssessmentKind.ANNUAL if engagement.anchor else AssessmentKind.ONBOARDING
    fitting = [one for one in office.questionnaires.all() if one.kind is kind]
    if not fitting:
        raise UserError(msg("questionnaire.none", kind=kind), msg("questionnaire.none.remedy"))
    return fitting[0]


def _drafted(office: Office, engagement: Engagement, questionnaire: Questionnaire) -> Assessment | None:
    """An assessment that was started on this questionnaire and never sent."""
    with office.book.reading() as reader:
        own = reader.find(Assessment, engagement_id=engagement.id, questionnaire=questionnaire.id)
    return next((one for one in own if one.state is AssessmentState.DRAFT), None)
