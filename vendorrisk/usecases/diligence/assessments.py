"""Assessments: started on a questionnaire, sent as a workbook, compared with last time's, cancelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assessing import replaced, topic_plan
from vendorrisk.domain.diligence.carrying import carried_over
from vendorrisk.domain.diligence.kit import Kit, asked
from vendorrisk.domain.diligence.records import ENDED, Answer, Assessment, AssessmentKind, AssessmentState
from vendorrisk.domain.diligence.rhythm import answer_due
from vendorrisk.domain.message import Problem, Refused, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.diligence.risk import credits_of
from vendorrisk.usecases.safe_files import gone_if_it_fails
from vendorrisk.usecases.typed import refuse
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

START_ASSESSMENT = action("assessment.start")
SEND_ASSESSMENT = action("assessment.send")
CANCEL_ASSESSMENT = action("assessment.cancel")


def start(
    office: Office, engagement_id: str, questionnaire_id: str, *, due_on: date | None = None
) -> Assessment:
    """Starts an assessment on a questionnaire's newest version; refused while one of its kind is open.

    Without `due_on`, the last day to answer, the vendor has the usual time. Raises BadInput for a day that
    lies behind.
    """
    questionnaire = office.questionnaires.get(questionnaire_id)
    today = office.clock.today()
    due_on = due_on or answer_due(today)
    check_due(due_on, today)
    with office.book.act(START_ASSESSMENT, engagement=engagement_id, questionnaire=questionnaire_id) as desk:
        engagement = desk.get(Engagement, engagement_id)
        _refuse_second(desk, engagement, questionnaire)
        assessment = Assessment(
            id=office.new_id(), engagement_id=engagement_id, questionnaire=questionnaire.id,
            version=questionnaire.version, kind=_kind(engagement, questionnaire), token=office.new_secret(),
            reviewer=office.actor, started_on=today, due_on=due_on,
        )  # fmt: skip
        desk.put(assessment)
    return assessment


def check_due(due_on: date, today: date) -> None:
    """Raises BadInput for a last day to answer that lies behind."""
    if due_on < today:
        what = msg("assessment.due_behind", due=due_on)
        refuse((Problem(where="due_on", what=what, remedy=msg("assessment.due_behind.remedy")),))


def _kind(engagement: Engagement, questionnaire: Questionnaire) -> AssessmentKind:
    return AssessmentKind.ANNUAL if engagement.anchor else questionnaire.kind


def _refuse_second(desk: Desk, engagement: Engagement, questionnaire: Questionnaire) -> None:
    own = desk.find(Assessment, engagement_id=engagement.id, questionnaire=questionnaire.id)
    if any(one.state not in ENDED for one in own):
        raise Refused(msg("assessment.open_already"), msg("assessment.open_already.remedy"))


def write_workbook(office: Office, assessment_id: str, target: Path) -> int:
    """Writes the questionnaire workbook, which counts as sent; returns the number of questions."""
    with gone_if_it_fails() as placed, office.book.act(SEND_ASSESSMENT, assessment=assessment_id) as desk:
        assessment = desk.get(Assessment, assessment_id)
        refuse_ended(assessment)
        placed.note(target)
        kit = kit_of(office, desk, assessment)
        office.papers.write_workbook(kit, target)
        if assessment.state is AssessmentState.DRAFT:
            desk.put(replace(assessment, state=AssessmentState.SENT, sent_on=office.clock.today()))
    return len(list(asked(kit)))


def kit_of(office: Office, reader: Reader, assessment: Assessment) -> Kit:
    """Gathers what a workbook shows: questions, last year's answers, whom to ask, and by when."""
    engagement = reader.get(Engagement, assessment.engagement_id)
    settings = settings_of(reader)
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    return Kit(
        assessment_id=assessment.id, token=assessment.token, questionnaire=questionnaire,
        language=questionnaire.languages[0], company=settings.company, contact=settings.contact,
        vendor=reader.get(Vendor, engagement.vendor_id).name, purpose=text_in(engagement.purpose, "en"),
        prepared_on=office.clock.today(), due_on=assessment.due_on,
        skipped=left_out(office, reader, assessment, questionnaire),
        previous=_carried(office, reader, assessment, questionnaire),
    )  # fmt: skip


def left_out(
    office: Office, reader: Reader, assessment: Assessment, questionnaire: Questionnaire
) -> frozenset[str]:
    """The questions that the vendor is not asked, because a valid artefact answers them (domain.md 3.4).

    Artefacts count as they stood on the day of the first sending, so that a workbook that comes back later
    is held against the questions that it was made with.
    """
    engagement = reader.get(Engagement, assessment.engagement_id)
    held = credits_of(office, reader, engagement, on=assessment.sent_on)
    return replaced(topic_plan(questionnaire, held))


def _carried(
    office: Office, reader: Reader, assessment: Assessment, questionnaire: Questionnaire
) -> dict[str, str]:
    """Last time's answers to questions that kept their wording."""
    before = last_time(office, reader, assessment)
    if before is None:
        return {}
    carried = carried_over(questionnaire, before.questionnaire, before.answers.values())
    return {question: answer.value for question, answer in carried.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """The assessment before another of the same engagement: its questions, and its answers by question."""

    assessment: Assessment
    questionnaire: Questionnaire
    answers: Mapping[str, Answer]


def last_time(office: Office, reader: Reader, assessment: Assessment) -> LastTime | None:
    """What the vendor was asked and answered last time; None the first time."""
    earlier = previous_of(reader, assessment)
    if earlier is None:
        return None
    return LastTime(
        assessment=earlier, answers=answers_of(reader, earlier.id),
        questionnaire=office.questionnaires.get(earlier.questionnaire, earlier.version),
    )  # fmt: skip


def answers_of(reader: Reader, assessment_id: str) -> dict[str, Answer]:
    """The answers of an assessment by question id."""
    return {one.question: one for one in reader.find(Answer, assessment_id=assessment_id)}


def previous_of(reader: Reader, assessment: Assessment) -> Assessment | None:
    """The newest finished assessment of the same engagement before this one."""
    rounds = reader.find(Assessment, engagement_id=assessment.engagement_id, state=AssessmentState.FINISHED)
    before = [one for one in rounds if one.id < assessment.id]
    return before[-1] if before else None


def at_least_answered(state: AssessmentState) -> AssessmentState:
    """The state after answers came in; one that is further stays."""
    return max(state, AssessmentState.ANSWERED, key=list(AssessmentState).index)


def refuse_ended(assessment: Assessment) -> None:
    """Raises Refused for an assessment in which nothing can be changed any more."""
    if assessment.state in ENDED:
        raise Refused(msg("assessment.ended", state=assessment.state), msg("assessment.ended.remedy"))


def cancel(office: Office, assessment_id: str) -> Assessment:
    """Ends an assessment without a result."""
    with office.book.act(CANCEL_ASSESSMENT, assessment=assessment_id) as desk:
        assessment = desk.get(Assessment, assessment_id)
        refuse_ended(assessment)
        cancelled = replace(assessment, state=AssessmentState.CANCELLED)
        desk.put(cancelled)
    return cancelled
