"""The rows of the table of assessments: a page at a time, with what follows from the facts today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.assessing import topic_plan
from vendorrisk.domain.diligence.records import ENDED, JUDGED, AssessmentKind, AssessmentState
from vendorrisk.domain.diligence.scoring import control_score, points_of
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement, Service, Vendor
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.diligence.assessment_listings import AssessmentQuery, AssessmentScope
from vendorrisk.usecases.diligence.risk import credits_of, scored_by_plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.domain.diligence.assurance import Credit
    from vendorrisk.usecases.diligence.assessment_listings import AssessmentEntry
    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """One assessment as the table shows it.

    `days` counts calendar days from today to the day it is due, below zero once that has passed; None where
    nobody is waited for. `answered` of `asked` questions have an answer. `score` is 0 to 100, None where no
    verdict counts yet.
    """

    id: str
    vendor_id: str
    vendor: str
    service: str
    kind: AssessmentKind
    questionnaire: str
    version: str
    state: AssessmentState
    sent_on: date | None
    due_on: date | None
    finished_on: date | None
    days: int | None
    answered: int
    asked: int
    score: int | None
    reviewer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessable:
    """An engagement that can be assessed, under the names that people know it by."""

    engagement_id: str
    vendor_id: str
    vendor: str
    about: str


class AssessmentRows:
    """Pages of assessments, and how many wait for whom."""

    def __init__(self, office: Office, listings: Listings) -> None:
        self._office = office
        self._listings = listings.assessments

    def query(self, **wanted: object) -> AssessmentQuery:
        """A query of today and of this quarter."""
        today = self._office.clock.today()
        quarter = quarter_of(today)
        return AssessmentQuery(
            today=today,
            first=quarter.first,
            last=quarter.last,
            **wanted,  # type: ignore[arg-type]  # the fields of AssessmentQuery
        )

    def count(self, query: AssessmentQuery) -> int:
        """How many assessments a query shows."""
        return self._listings.count(query)

    def waiting(self) -> tuple[int, int]:
        """How many assessments wait for a vendor, and how many for us."""
        scopes = (AssessmentScope.WAITING_VENDOR, AssessmentScope.WAITING_US)
        vendor, us = (self.count(self.query(scope=scope)) for scope in scopes)
        return vendor, us

    def is_empty(self) -> bool:
        """Whether there is no assessment at all."""
        return not self.count(self.query(scope=AssessmentScope.ALL))

    def ids(self, query: AssessmentQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the assessments that a query shows, in order; all of them without a limit."""
        return self._listings.ids(query, offset=offset, limit=limit)

    def by_ids(self, ids: Sequence[str]) -> list[AssessmentRow]:
        """The rows of these assessments, in this order."""
        entries = self._listings.entries(ids)
        with self._office.book.reading() as reader:
            held = _held(self._office, reader, entries)
        return [self._row(one, held.get(one.vendor.id, [])) for one in entries]

    def reviewers(self) -> list[str]:
        """Everybody who reviews an assessment, by name."""
        return self._listings.reviewers()

    def _row(self, entry: AssessmentEntry, held: list[Credit]) -> AssessmentRow:
        one = entry.assessment
        questionnaire = self._office.questionnaires.get(one.questionnaire, one.version)
        waits = one.state not in ENDED and one.due_on is not None
        score = None
        if one.state in JUDGED:
            answers = {answer.question: answer for answer in entry.answers}
            found = control_score(scored_by_plan(questionnaire, answers, topic_plan(questionnaire, held)))
            counted = any(topic.counted for topic in found.topics)
            score = points_of(found.strength) if counted else None
        return AssessmentRow(
            id=one.id, vendor_id=entry.vendor.id, vendor=entry.vendor.name,
            service=entry.service.named() if entry.service else "", kind=one.kind,
            questionnaire=text_in(questionnaire.title, "en"), version=one.version, state=one.state,
            sent_on=one.sent_on, due_on=one.due_on, finished_on=one.finished_on,
            days=(one.due_on - self._office.clock.today()).days if waits and one.due_on else None,
            answered=sum(bool(answer.value) for answer in entry.answers), asked=len(questionnaire.by_id),
            score=score, reviewer=one.reviewer,
        )  # fmt: skip


def _held(office: Office, reader: Reader, entries: Sequence[AssessmentEntry]) -> dict[str, list[Credit]]:
    """What each vendor's documents are worth today, for those that have a score."""
    scored = {one.vendor.id: one.engagement for one in entries if one.assessment.state in JUDGED}
    return {vendor: credits_of(office, reader, engagement) for vendor, engagement in scored.items()}


def assessable(office: Office) -> list[Assessable]:
    """The engagements that are not over, by vendor."""
    with office.book.reading() as reader:
        vendors = {one.id: one for one in reader.find(Vendor) if one.archived_on is None}
        services = {one.id: one.named() for one in reader.find(Service)}
        engagements = [one for one in reader.find(Engagement) if one.stage not in ENDED_STAGES]
    found = [
        Assessable(
            engagement_id=one.id, vendor_id=one.vendor_id, vendor=vendors[one.vendor_id].name,
            about=text_in(one.purpose, "en") or services.get(one.service_id, ""),
        )
        for one in engagements
        if one.vendor_id in vendors
    ]  # fmt: skip
    return sorted(found, key=lambda one: (fold(one.vendor), one.about))
