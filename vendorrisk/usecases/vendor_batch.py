"""Doing the same to several vendors: archive them as one step, send each its questionnaire."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, AssessmentKind, AssessmentState
from vendorrisk.domain.message import Blocked, Message, Refused, UserError, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Role, Stage, Vendor
from vendorrisk.domain.review.facts import COUNTED_STAGES
from vendorrisk.usecases.assessments import start, write_workbook
from vendorrisk.usecases.register import ARCHIVE_VENDOR, CLOSED, UNARCHIVE_VENDOR
from vendorrisk.usecases.signals import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

_ASKED_IN = COUNTED_STAGES | {Stage.IN_DUE_DILIGENCE}
_NOT_FOR_FILES = re.compile(r"[^\w .()&+-]+", re.UNICODE)
LONGEST_STEM = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What became of one engagement: its workbook, or why it got none."""

    vendor: Vendor
    engagement: Engagement
    file: Path | None = None
    why_not: Message | None = None


def archive_several(office: Office, vendor_ids: Sequence[str]) -> list[Vendor]:
    """Takes several vendors out of the lists as one step; refused, naming each, while one is in use."""
    with office.book.act(ARCHIVE_VENDOR, ids=list(vendor_ids)) as desk:
        vendors = [one for one in desk.find(Vendor, id=list(vendor_ids)) if one.archived_on is None]
        blocked = tuple(_in_use(desk, vendors))
        if blocked:
            raise Refused(
                counted("vendors.in_use", len(blocked)), msg("vendor.in_use.remedy"), blocked=blocked
            )
        archived = [replace(one, archived_on=office.clock.today()) for one in vendors]
        desk.put(*archived)
    return archived


def unarchive_several(office: Office, vendor_ids: Sequence[str]) -> list[Vendor]:
    """Brings several vendors back into the lists as one step."""
    with office.book.act(UNARCHIVE_VENDOR, ids=list(vendor_ids)) as desk:
        back = [
            replace(one, archived_on=None)
            for one in desk.find(Vendor, id=list(vendor_ids))
            if one.archived_on
        ]
        desk.put(*back)
    return back


def _in_use(desk: Desk, vendors: Iterable[Vendor]) -> Iterator[Blocked]:
    for vendor in vendors:
        running = [
            one
            for one in desk.find(Engagement, vendor_id=vendor.id)
            if one.stage not in CLOSED and one.live_since
        ]
        if running:
            what = msg("vendor.in_use", vendor=vendor.name)
            yield Blocked(guard=vendor.name, fact=what, remedy=msg("vendor.in_use.remedy"))


def asked_engagements(reader: Reader, vendor_ids: Sequence[str]) -> list[Engagement]:
    """The engagements of some vendors that are asked questions: sub-processors in due diligence or in use."""
    found = reader.find(Engagement, vendor_id=list(vendor_ids), role=Role.SUB_PROCESSOR)
    return [one for one in found if one.stage in _ASKED_IN]


def send_questionnaires(
    office: Office,
    vendor_ids: Sequence[str],
    folder: Path,
    *,
    questionnaire_id: str = "",
    step: Callable[[int, int, str], None] = lambda _done, _all, _what: None,
) -> list[Sent]:
    """Starts an assessment for each engagement that is asked questions, and writes its workbook.

    Without `questionnaire_id` an engagement gets the yearly one once it was assessed, before that the one for
    newcomers. One that is being asked already gets no second one, and says so. `step(done, all, name)` comes
    before each and may raise to cancel; what was written until then stays.
    """
    with office.book.reading() as reader:
        engagements = asked_engagements(reader, vendor_ids)
        vendors = {one.id: one for one in reader.find(Vendor, id=[one.vendor_id for one in engagements])}
    sent = []
    for done, engagement in enumerate(engagements):
        vendor = vendors[engagement.vendor_id]
        step(done, len(engagements), vendor.name)
        sent.append(_send(office, vendor, engagement, folder, questionnaire_id))
    return sent


def _send(
    office: Office, vendor: Vendor, engagement: Engagement, folder: Path, questionnaire_id: str
) -> Sent:
    try:
        questionnaire = questionnaire_for(office, engagement, questionnaire_id)
        drafted = _drafted(office, engagement, questionnaire)
        assessment = drafted or start(office, engagement.id, questionnaire.id)
        target = free_path(folder, workbook_stem(vendor, engagement, questionnaire))
        write_workbook(office, assessment.id, target)
    except Refused as refused:
        return Sent(vendor=vendor, engagement=engagement, why_not=refused.what)
    return Sent(vendor=vendor, engagement=engagement, file=target)


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


def workbook_stem(vendor: Vendor, engagement: Engagement, questionnaire: Questionnaire) -> str:
    """A file name that says whose workbook it is; signs that file systems refuse are left out."""
    parts = (vendor.name, text_in(engagement.purpose, "en"), questionnaire.id)
    words = " - ".join(part for part in parts if part)
    return file_stem(words)


def file_stem(words: str) -> str:
    """Words as a file name without its ending; signs that file systems refuse are left out."""
    plain = " ".join(_NOT_FOR_FILES.sub(" ", words).split())
    return plain[:LONGEST_STEM].strip(" .")


def free_path(folder: Path, stem: str, ending: str = "xlsx") -> Path:
    """A path that no file has: neither last year's workbook nor one of this round is written over."""
    names = (f"{stem}.{ending}" if number == 1 else f"{stem} ({number}).{ending}" for number in count(1))
    return next(path for name in names if not (path := folder / name).exists())
