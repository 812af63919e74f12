"""Answers that come back: judged against the questions they were asked with, then stored as one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Answer, Assessment
from vendorrisk.domain.diligence.returned import changed as changed_answers
from vendorrisk.domain.diligence.returned import check_belongs, judge
from vendorrisk.domain.message import Refused, msg
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.diligence.assessments import answers_of, at_least_answered, left_out, refuse_ended
from vendorrisk.usecases.diligence.register_differences import register_warnings

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.diligence.returned import Returned, SeenWorkbook
    from vendorrisk.domain.message import Problem
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

RECEIVE_ANSWERS = action("assessment.receive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What was taken in: `answered` counts accepted answers, `changed` those that differ from before.

    `differences` are where the answers, as they stand then, and the register disagree.
    """

    assessment: Assessment
    answered: int
    blank: int
    changed: int
    invalid: int
    unknown: int
    problems: tuple[Problem, ...]
    differences: tuple[Problem, ...]
    seen_before: bool


def receive(office: Office, file: Path, *, expected_vendor: str = "") -> Received:
    """Takes the answers of a returned workbook in, as one step; a second time it changes nothing.

    Raises Refused, and stores nothing, for a workbook that is not ours, belongs to another vendor than
    `expected_vendor` (id), or to an assessment that has ended.
    """
    return take_in(office, *office.foreign.workbook(file), expected_vendor)


def look_through(office: Office, seen: SeenWorkbook, sha256: str, expected_vendor: str = "") -> Received:
    """What taking a workbook in would do; nothing of it stays. Raises what `receive` raises."""
    return take_in(replace(office, book=office.book.trying_out()), seen, sha256, expected_vendor)


def take_in(office: Office, seen: SeenWorkbook, sha256: str, expected_vendor: str = "") -> Received:
    """Takes in what was read from a workbook; see `receive`."""
    with office.book.act(RECEIVE_ANSWERS, assessment=seen.assessment, sha256=sha256) as desk:
        assessment = _belonging(desk, seen, expected_vendor)
        returned = _judged(office, desk, assessment, seen)
        seen_before = assessment.last_file_sha256 == sha256
        answers = [] if seen_before else _changed_answers(office, desk, assessment, returned)
        if not seen_before:
            assessment = _stored(office, desk, assessment, answers, sha256)
        return Received(
            assessment=assessment, answered=len(returned.answered), blank=len(returned.blank),
            changed=len(answers), invalid=len(returned.invalid), unknown=len(returned.unknown),
            problems=returned.problems, differences=register_warnings(office, desk, assessment),
            seen_before=seen_before,
        )  # fmt: skip


def _belonging(reader: Reader, seen: SeenWorkbook, expected_vendor: str) -> Assessment:
    """The assessment that a workbook belongs to; raises Refused where it is not that of the vendor meant."""
    found = reader.find(Assessment, id=seen.assessment)
    check_belongs(seen, found[0] if found else None)
    engagement = reader.get(Engagement, found[0].engagement_id)
    if expected_vendor and engagement.vendor_id != expected_vendor:
        name = reader.get(Vendor, engagement.vendor_id).name
        what, remedy = "assessment.other_vendor", "assessment.other_vendor.remedy"
        raise Refused(msg(what, vendor=name), msg(remedy, vendor=name))
    return found[0]


def _judged(office: Office, reader: Reader, assessment: Assessment, seen: SeenWorkbook) -> Returned:
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    return judge(
        seen, questionnaire, today=office.clock.today(), find_country=office.foreign.country,
        skipped=left_out(office, reader, assessment, questionnaire),
    )  # fmt: skip


def _changed_answers(
    office: Office, reader: Reader, assessment: Assessment, returned: Returned
) -> list[Answer]:
    """The answers that differ from what is stored; a changed answer loses its verdict."""
    known = answers_of(reader, assessment.id)
    return [
        Answer(
            id=known[one.question].id if one.question in known else office.new_id(),
            assessment_id=assessment.id, question=one.question, value=one.value, comment=one.comment,
            evidence=one.evidence, answered_on=office.clock.today(),
        )
        for one in changed_answers(returned, known.values())
    ]  # fmt: skip


def _stored(
    office: Office, desk: Desk, assessment: Assessment, answers: list[Answer], sha256: str
) -> Assessment:
    refuse_ended(assessment)
    received = replace(
        assessment, state=at_least_answered(assessment.state), received_on=office.clock.today(),
        last_file_sha256=sha256,
    )  # fmt: skip
    desk.put(received, *answers)
    return received
