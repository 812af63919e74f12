"""Everything that is known of some vendors, gathered in a few readings, with what follows from it today."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from vendorrisk.domain.diligence.records import JUDGED, Answer, Assessment, Document, Finding
from vendorrisk.domain.diligence.validity import status
from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.law_ahead import last_good_days
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement, Flow, Location, Service, Vendor
from vendorrisk.domain.register.transfers import FlowFacts, flows_on, validities
from vendorrisk.domain.review.facts import COUNTED_STAGES
from vendorrisk.usecases.decision.dossiers import law_of
from vendorrisk.usecases.diligence.documents import archive_of
from vendorrisk.usecases.diligence.risk import risk_of
from vendorrisk.usecases.gathered import Gathered, PinnedClock
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from vendorrisk.domain.diligence.validity import Standing
    from vendorrisk.domain.record import Record
    from vendorrisk.domain.register.law import Law
    from vendorrisk.domain.register.records import Role
    from vendorrisk.domain.register.transfers import Validity
    from vendorrisk.usecases.diligence.risk import RiskSheet
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorFacts:
    """One vendor with all that hangs on it. `services`, `standings` (of documents) and `risks` are by id.

    `transfers` holds each flow in force today with its validity under each of its regimes; `law_ends` gives
    the last good day of those that a change of law ends soon; `titles` gives the title of each assessment's
    questionnaire.
    """

    today: date
    vendor: Vendor
    engagements: tuple[Engagement, ...]
    services: Mapping[str, Service]
    locations: tuple[Location, ...]
    flows: tuple[Flow, ...]
    assessments: tuple[Assessment, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    standings: Mapping[str, Standing]
    risks: Mapping[str, RiskSheet]
    transfers: tuple[tuple[Flow, Validity], ...]
    law_ends: Mapping[str, date] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def open_engagements(self) -> tuple[Engagement, ...]:
        """The engagements that are not over."""
        return tuple(one for one in self.engagements if one.stage not in ENDED_STAGES)

    @property
    def in_use(self) -> tuple[Engagement, ...]:
        """The engagements in which customer data may be processed."""
        return tuple(one for one in self.engagements if one.stage in COUNTED_STAGES)

    def places(self) -> tuple[Location, ...]:
        """The locations of engagements that are not over; one that begins later counts already."""
        current = {one.id for one in self.open_engagements}
        return tuple(
            one
            for one in self.locations
            if one.engagement_id in current and not has_ended(one.valid_to, self.today)
        )


def facts_of(office: Office, reader: Reader, vendor_ids: Sequence[str]) -> list[VendorFacts]:
    """The facts of some vendors, in this order; the number of readings does not grow with theirs."""
    today = office.clock.today()
    pinned = replace(office, clock=PinnedClock(today, office.clock))
    return _Gathering(pinned, Gathered(reader), vendor_ids).facts()


def facts_of_one(office: Office, reader: Reader, vendor_id: str) -> VendorFacts:
    """The facts of one vendor; raises NotFound where it is gone."""
    (found,) = facts_of(office, reader, [reader.get(Vendor, vendor_id).id])
    return found


def transfers_in_force(
    engagements: Sequence[Engagement], flows: Sequence[Flow], today: date, law: Law, *, recheck_days: int
) -> tuple[tuple[Flow, Validity], ...]:
    """Each flow in force on a day of an engagement that is not over, with its validity under each regime."""
    roles = {one.id: one.role for one in engagements if one.stage not in ENDED_STAGES}
    return tuple(
        (flow, found)
        for flow in flows_on(flows, today)
        if flow.engagement_id in roles
        for found in validities(
            flow, today, law,
            FlowFacts(role=roles[flow.engagement_id], today=today, recheck_days=recheck_days),
        )
    )  # fmt: skip


class _Gathering:
    def __init__(self, office: Office, reader: Gathered, vendor_ids: Sequence[str]) -> None:
        self._office, self._reader, self._ids = office, reader, vendor_ids
        self._today = office.clock.today()
        self._vendors = {one.id: one for one in reader.gather(Vendor, "id", vendor_ids)}
        engagements = reader.gather(Engagement, "vendor_id", vendor_ids)
        ids = [one.id for one in engagements]
        self._engagements = _by("vendor_id", engagements)
        services = reader.gather(Service, "id", [one.service_id for one in engagements])
        self._services = {one.id: one for one in services}
        self._documents = _by("vendor_id", reader.gather(Document, "vendor_id", vendor_ids))
        self._locations = _by("engagement_id", reader.gather(Location, "engagement_id", ids))
        self._flows = _by("engagement_id", reader.gather(Flow, "engagement_id", ids))
        self._findings = _by("engagement_id", reader.gather(Finding, "engagement_id", ids))
        assessments = reader.gather(Assessment, "engagement_id", ids)
        self._assessments = _by("engagement_id", assessments)
        reader.gather(Answer, "assessment_id", _newest_reviewed(assessments))
        self._law: Law = law_of(office, reader)
        self._recheck_days = settings_of(reader).dpf_recheck_days

    def facts(self) -> list[VendorFacts]:
        return [self._one(self._vendors[one]) for one in self._ids if one in self._vendors]

    def _one(self, vendor: Vendor) -> VendorFacts:
        engagements, documents = self._engagements[vendor.id], self._documents[vendor.id]
        archive = archive_of(self._office, documents)
        flows = _of(self._flows, engagements)
        assessments = _of(self._assessments, engagements)
        return VendorFacts(
            today=self._today,
            vendor=vendor,
            engagements=tuple(engagements),
            services=self._services,
            locations=_of(self._locations, engagements),
            flows=flows,
            assessments=assessments,
            documents=tuple(documents),
            findings=_of(self._findings, engagements),
            standings={one.id: status(one, self._today, archive) for one in documents},
            risks={one.id: risk_of(self._office, self._reader, one) for one in engagements},
            transfers=transfers_in_force(
                engagements, flows, self._today, self._law, recheck_days=self._recheck_days
            ),
            law_ends=self._law_ends(engagements, flows_on(flows, self._today)),
            titles={one.id: self._title(one) for one in assessments},
        )

    def _title(self, assessment: Assessment) -> str:
        asked = self._office.questionnaires.get(assessment.questionnaire, assessment.version)
        return text_in(asked.title, "en")

    def _law_ends(self, engagements: list[Engagement], flows: tuple[Flow, ...]) -> dict[str, date]:
        roles = {one.id: one.role for one in engagements if one.stage not in ENDED_STAGES}
        running = (flow for flow in flows if flow.engagement_id in roles)
        return last_good_days(
            running, self._today, self._law, lambda flow: self._flow_facts(roles[flow.engagement_id])
        )

    def _flow_facts(self, role: Role) -> FlowFacts:
        return FlowFacts(role=role, today=self._today, recheck_days=self._recheck_days)


def _newest_reviewed(assessments: Iterable[Assessment]) -> list[str]:
    newest = {one.engagement_id: one.id for one in assessments if one.state in JUDGED}
    return list(newest.values())


def _by(name: str, records: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, name)].append(record)
    return found


def _of(shelf: Mapping[str, list[R]], engagements: Iterable[Engagement]) -> tuple[R, ...]:
    return tuple(record for one in engagements for record in shelf.get(one.id, ()))
