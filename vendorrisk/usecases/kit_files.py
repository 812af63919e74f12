"""Questionnaire workbooks as files: names that say whose they are, and several written into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.assessments import write_workbook
from vendorrisk.usecases.vendor_batch import free_path, workbook_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vendorrisk.usecases.office import Office


def kit_stem(office: Office, assessment_id: str) -> str:
    """The name, without its ending, for the workbook of an assessment."""
    with office.book.reading() as reader:
        assessment = reader.get(Assessment, assessment_id)
        engagement = reader.get(Engagement, assessment.engagement_id)
        vendor = reader.get(Vendor, engagement.vendor_id)
    questionnaire = office.questionnaires.get(assessment.questionnaire, assessment.version)
    return workbook_stem(vendor, engagement, questionnaire)


def write_into(
    office: Office,
    assessment_ids: Sequence[str],
    folder: Path,
    step: Callable[[int, int, str], None] = lambda _done, _all, _what: None,
) -> list[Path]:
    """Writes the workbook of each assessment into a folder, none over another file; each counts as sent.

    `step(done, all, name)` comes before each and may raise to cancel; what was written until then stays.
    """
    written = []
    for done, one in enumerate(assessment_ids):
        stem = kit_stem(office, one)
        step(done, len(assessment_ids), stem)
        target = free_path(folder, stem)
        write_workbook(office, one, target)
        written.append(target)
    return written
