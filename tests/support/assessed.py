"""A vendor that is assessed on the small questionnaire: for tests of answers and their review."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.support.offices import FixedClock, make_office
from tests.support.questionnaires import GOOD, SMALL
from vendorrisk.domain.diligence.answering import code_of
from vendorrisk.domain.diligence.kit import Kit, asked, option_rows, row_id
from vendorrisk.domain.diligence.questionnaire import Questionnaire
from vendorrisk.domain.diligence.records import Answer, Assessment, Verdict
from vendorrisk.domain.diligence.returned import SeenCell, SeenRow, SeenWorkbook
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.office import Office
from vendorrisk.usecases.register import vendors

SOC2 = {
    "kind": "SOC2_II", "title": "SOC 2", "criteria": "CC", "period_start": "2025-10-01",
    "period_end": "2026-09-30", "opinion": "UNQUALIFIED", "covers_vendor": "yes", "covers_service": "yes",
    "covers_sites": "yes",
}  # fmt: skip
"""A report that answers questions of the small questionnaire, as typed."""


@dataclass
class FewQuestionnaires:
    """Knows the questionnaires it was given."""

    known: tuple[Questionnaire, ...] = (SMALL,)

    def all(self) -> list[Questionnaire]:
        return list(self.known)

    def get(self, id: str, version: str = "") -> Questionnaire:  # noqa: A002
        for one in reversed(self.known):
            if one.id == id and version in {"", one.version}:
                return one
        raise NotFound(
            msg("questionnaire.unknown", id=id, version=version), msg("questionnaire.unknown.remedy")
        )


@dataclass
class Desk:
    """Returned workbooks and texts of PDFs by their path, and the kits that were written instead of files."""

    returned: dict[Path, tuple[SeenWorkbook, str]] = field(default_factory=dict)
    kits: list[Kit] = field(default_factory=list)
    texts: dict[Path, str] = field(default_factory=dict)
    keep: bool = True

    def workbook(self, path: Path) -> tuple[SeenWorkbook, str]:
        return self.returned[path]

    def country(self, typed: str) -> str:
        return code_of(typed)

    def pdf_text(self, path: Path) -> str:
        return self.texts.get(path, "")

    def write_workbook(self, kit: Kit, target: Path) -> None:
        self.kits.append(kit)


def an_office(*questionnaires: Questionnaire, day: date | None = None, **parts: Any) -> Office:
    """An office with the small questionnaire, or with others; its `papers` and `foreign` are one Desk."""
    desk = Desk()
    clock = FixedClock(day=day) if day else FixedClock()
    return make_office(
        clock=clock,
        questionnaires=FewQuestionnaires(questionnaires or (SMALL,)),
        foreign=desk,
        papers=desk,
        **parts,
    )


def an_engagement(office: Office, name: str = "Eastline Voice", **typed: str) -> tuple[Vendor, Engagement]:
    """A vendor with one engagement that stores in Germany and is reached from Ireland."""
    added = vendors.add_vendor(
        office,
        {"name": name, "country": "DE", **typed},
        {"purpose": "Carrying calls"},
        service="VOICE",
        storage=["DE"],
        access=["IE"],
    )
    return added.vendor, added.engagement


def answered(office: Office, engagement: Engagement, **changed: str) -> Assessment:
    """An assessment with good answers, some of them changed (PRV_07="NO"; an empty text leaves it blank)."""
    made = assessments.start(office, engagement.id, SMALL.id)
    values = GOOD | {name.replace("_", "-"): value for name, value in changed.items()}
    given = {question: value for question, value in values.items() if value}
    answer_review.save_answers(office, made.id, given)
    return stored(office, made)


def reviewed(office: Office, engagement: Engagement, **changed: str) -> Assessment:
    """An assessment in which everything meets, finished."""
    made = answered(office, engagement, **changed)
    answer_review.review_many(office, made.id, dict.fromkeys(SMALL.by_id, Verdict.MEETS))
    return answer_review.finish(office, made.id)


def stored(office: Office, assessment: Assessment) -> Assessment:
    with office.book.reading() as reader:
        return reader.get(Assessment, assessment.id)


def answers_to(office: Office, assessment: Assessment) -> dict[str, Answer]:
    """Its answers as stored, by question."""
    with office.book.reading() as reader:
        return {one.question: one for one in reader.find(Answer, assessment_id=assessment.id)}


def sent_kit(office: Office, assessment: Assessment) -> Kit:
    """Writes the questionnaire workbook and gives what is in it."""
    assessments.write_workbook(office, assessment.id, Path("kit.xlsx"))
    return office.papers.kits[-1]


def filled(kit: Kit, values: dict[str, str], **comments: str) -> SeenWorkbook:
    """The workbook of a kit as it comes back with canonical answers typed into it."""
    said = {name.replace("_", "-"): text for name, text in comments.items()}
    rows = []
    for number, question in enumerate(asked(kit), start=3):
        value = values.get(question.id, "")
        ticks = option_rows(question)
        rows.append(_row(question.id, question.text["en"], "" if ticks else value, number, said))
        rows += [
            _row(row_id(question, code), "", "Yes" if code in value.split(";") else "", number, {})
            for code in ticks
        ]
    return SeenWorkbook(
        assessment=kit.assessment_id,
        token=kit.token,
        questionnaire=kit.questionnaire.id,
        version=kit.questionnaire.version,
        language=kit.language,
        rows=tuple(rows),
    )


def _row(id: str, text: str, value: str, number: int, comments: dict[str, str]) -> SeenRow:  # noqa: A002
    empty = SeenCell(kind="value", value="", where="")
    cell = SeenCell(kind="value", value=value, where=f"Questions!E{number}")
    comment = replace(empty, value=comments.get(id, ""), where=f"Questions!F{number}")
    return SeenRow(id=id, question=text, answer=cell, comment=comment, evidence=empty)
