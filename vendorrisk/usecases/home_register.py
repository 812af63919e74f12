"""The register in a few figures: how many vendors, and how many of them have what they need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.artefacts import EVIDENCE, kind_of
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Document
from vendorrisk.domain.diligence.validity import ArtefactStatus, status
from vendorrisk.domain.months import add_months
from vendorrisk.domain.register.countries import is_in_eea, is_within
from vendorrisk.domain.register.records import Engagement, Location, Vendor
from vendorrisk.domain.review.facts import COUNTED_STAGES
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.documents import archive_of
from vendorrisk.usecases.dossiers import AGREEMENTS
from vendorrisk.usecases.risk import risk_of

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

HIGH = frozenset({Band.HIGH, Band.CRITICAL})
YEAR = 12
"""Months within which a vendor in use should have been assessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Vendors with an engagement in use, and of these those that are as they should be; all in vendors.

    `since` is the first day of the running quarter, `joined` how many came into use from that day on.
    """

    active: int
    joined: int
    since: date
    assessed: int
    agreement: int
    evidence: int
    outside_eea: int


def register_figures(office: Office, reader: Reader) -> Register:
    """Counts the vendors in use, each table read once; no score is computed here."""
    today = office.clock.today()
    quarter = quarter_of(today)
    used = [one for one in reader.find(Engagement) if one.stage in COUNTED_STAGES]
    by_vendor: dict[str, list[Engagement]] = defaultdict(list)
    for one in used:
        by_vendor[one.vendor_id].append(one)
    papers = _papers(office, reader, today)
    assessed = _assessed(reader, today)
    outside = _outside(reader, today)
    return Register(
        active=len(by_vendor), since=quarter.first,
        joined=sum(all(quarter.holds(one.live_since) for one in group) for group in by_vendor.values()),
        assessed=sum(all(one.id in assessed for one in group) for group in by_vendor.values()),
        agreement=sum(all(_governed(one, papers) for one in group) for group in by_vendor.values()),
        evidence=sum(any(_proves(one) for one in papers[vendor]) for vendor in by_vendor),
        outside_eea=sum(any(one.id in outside for one in group) for group in by_vendor.values()),
    )  # fmt: skip


def high_risk(office: Office, reader: Reader) -> int:
    """How many vendors in use have a high or critical residual risk; reads every score, so ask it apart."""
    vendors = {one.id for one in reader.find(Vendor) if one.archived_on is None}
    found: set[str] = set()
    for one in reader.find(Engagement):
        if one.stage in COUNTED_STAGES and one.vendor_id in vendors - found:
            residual = risk_of(office, reader, one).residual
            if residual is not None and residual.band in HIGH:
                found.add(one.vendor_id)
    return len(found)


def _papers(office: Office, reader: Reader, today: date) -> dict[str, list[Document]]:
    """The documents that count today, by vendor."""
    documents = reader.find(Document)
    archive = archive_of(office, documents)
    valid: dict[str, list[Document]] = defaultdict(list)
    for one in documents:
        if status(one, today, archive).status is ArtefactStatus.VALID:
            valid[one.vendor_id].append(one)
    return valid


def _governed(engagement: Engagement, papers: dict[str, list[Document]]) -> bool:
    return any(
        one.kind in AGREEMENTS and one.engagement_id in {"", engagement.id}
        for one in papers[engagement.vendor_id]
    )


def _proves(document: Document) -> bool:
    return kind_of(document.kind).family in EVIDENCE


def _assessed(reader: Reader, today: date) -> set[str]:
    limit = add_months(today, -YEAR)
    return {
        one.engagement_id
        for one in reader.find(Assessment, state=AssessmentState.FINISHED)
        if one.finished_on is not None and one.finished_on >= limit
    }


def _outside(reader: Reader, today: date) -> set[str]:
    return {
        one.engagement_id
        for one in reader.find(Location)
        if is_within(one.valid_from, one.valid_to, today) and not is_in_eea(one.country, today)
    }
