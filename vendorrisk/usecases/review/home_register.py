"""The register in a few figures: how many vendors, and how many of them have what they need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.artefacts import AGREEMENTS, EVIDENCE, concerns, kind_of
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Document
from vendorrisk.domain.diligence.validity import ArtefactStatus, status
from vendorrisk.domain.months import add_months
from vendorrisk.domain.periods import is_within
from vendorrisk.domain.register.countries import is_in_eea
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Engagement, Location, Vendor
from vendorrisk.domain.review.facts import in_use
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.diligence.documents import archive_of
from vendorrisk.usecases.diligence.risk import risk_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

HIGH = frozenset({Band.HIGH, Band.CRITICAL})
YEAR = 12
"""Months within which a vendor in use should have been assessed."""

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The vendors in use (the population of domain.md 8.2), and of these those that are as they should be.

    Every figure is the ids behind it, by name, so that a number and its list cannot differ. `since` is the
    first day of the running quarter, `joined` came into use from that day on. Of `nowhere` no location in
    force is on record for an engagement, so nobody knows whether it is outside the EEA.
    """

    since: date
    active: Ids
    joined: Ids
    assessed: Ids
    agreement: Ids
    evidence: Ids
    outside_eea: Ids
    nowhere: Ids = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def others(self, ids: Ids) -> Ids:
        """The vendors in use that are not among these."""
        inside = frozenset(ids)
        return tuple(one for one in self.active if one not in inside)


def register_figures(office: Office, reader: Reader) -> Register:
    """Counts the vendors in use, each table read once; no score is computed here."""
    today = office.clock.today()
    quarter = quarter_of(today)
    used = _used(reader)
    vendors = [one for one in reader.find(Vendor) if one.id in used]
    names = {one.id: one.name for one in sorted(vendors, key=lambda one: fold(one.name))}
    papers = _papers(office, reader, today)
    assessed, places = _assessed(reader, today), _places(reader, today)
    outside = {
        id_ for id_, countries in places.items() if not all(is_in_eea(one, today) for one in countries)
    }

    def those(meets: Callable[[list[Engagement]], bool]) -> Ids:
        return tuple(one for one in names if meets(used[one]))

    return Register(
        since=quarter.first, names=names, active=those(bool),
        joined=those(lambda group: all(quarter.holds(one.live_since) for one in group)),
        assessed=those(lambda group: all(one.id in assessed for one in group)),
        agreement=those(lambda group: all(_governed(one, papers) for one in group)),
        evidence=those(lambda group: any(_proves(one) for one in papers[group[0].vendor_id])),
        outside_eea=those(lambda group: any(one.id in outside for one in group)),
        nowhere=those(lambda group: any(one.id not in places for one in group)),
    )  # fmt: skip


def high_risk(office: Office, reader: Reader) -> Ids:
    """The vendors in use with a high or critical residual risk; reads every score, so ask it apart."""
    found = []
    for vendor, group in _used(reader).items():
        residuals = (risk_of(office, reader, one).residual for one in group)
        if any(one is not None and one.band in HIGH for one in residuals):
            found.append(vendor)
    return tuple(found)


def _used(reader: Reader) -> dict[str, list[Engagement]]:
    """The engagements in use, by vendor."""
    by_vendor: dict[str, list[Engagement]] = defaultdict(list)
    for one in reader.find(Engagement):
        if in_use(one.role, one.stage):
            by_vendor[one.vendor_id].append(one)
    return by_vendor


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
    return any(one.kind in AGREEMENTS and concerns(one, engagement) for one in papers[engagement.vendor_id])


def _proves(document: Document) -> bool:
    return kind_of(document.kind).family in EVIDENCE


def _assessed(reader: Reader, today: date) -> set[str]:
    limit = add_months(today, -YEAR)
    return {
        one.engagement_id
        for one in reader.find(Assessment, state=AssessmentState.FINISHED)
        if one.finished_on is not None and one.finished_on >= limit
    }


def _places(reader: Reader, today: date) -> dict[str, set[str]]:
    """The countries of the locations in force today, by engagement."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in reader.find(Location):
        if is_within(one.valid_from, one.valid_to, today):
            found[one.engagement_id].add(one.country)
    return found
