"""Vendors of which a transfer does not hold today, found over the whole register, a few at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from vendorrisk.domain.register.records import Engagement, Flow, Location, Vendor
from vendorrisk.usecases.decision.dossiers import law_of
from vendorrisk.usecases.review.vendor_facts import VendorFacts, transfers_in_force
from vendorrisk.usecases.review.vendor_signs import transfer_sign
from vendorrisk.usecases.signals import Signal
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


R = TypeVar("R", Engagement, Location, Flow)
BATCH = 60
"""Vendors that are looked at together: few readings, and little memory however long the register is."""


def bad_transfers(office: Office, reader: Reader, vendor_ids: Sequence[str]) -> frozenset[str]:
    """Those of these vendors whose transfer is not valid or has no mechanism.

    It is the rule of their sign, over facts without documents, answers and findings, which it does not ask.
    """
    looking = _Looking(office, reader)
    starts = range(0, len(vendor_ids), BATCH)
    return frozenset(found for start in starts for found in looking.among(vendor_ids[start : start + BATCH]))


class _Looking:
    """The law of today, asked of a few vendors at a time."""

    def __init__(self, office: Office, reader: Reader) -> None:
        self._reader, self._today, self._law = reader, office.clock.today(), law_of(office, reader)
        self._recheck_days = settings_of(reader).dpf_recheck_days

    def among(self, vendor_ids: Sequence[str]) -> Iterator[str]:
        """The ids of those with a bad transfer."""
        engagements = self._reader.find(Engagement, vendor_id=list(vendor_ids))
        ids = [one.id for one in engagements]
        own = _by("vendor_id", engagements)
        places = _by("engagement_id", self._reader.find(Location, engagement_id=ids))
        flows = _by("engagement_id", self._reader.find(Flow, engagement_id=ids))
        for vendor in self._reader.find(Vendor, id=list(vendor_ids)):
            if self._is_bad(vendor, own[vendor.id], places, flows):
                yield vendor.id

    def _is_bad(
        self,
        vendor: Vendor,
        engagements: list[Engagement],
        places: Mapping[str, list[Location]],
        flows: Mapping[str, list[Flow]],
    ) -> bool:
        running = [flow for one in engagements for flow in flows[one.id]]
        transfers = transfers_in_force(
            engagements, running, self._today, self._law, recheck_days=self._recheck_days
        )
        facts = VendorFacts(
            today=self._today, vendor=vendor, engagements=tuple(engagements), services={},
            locations=tuple(place for one in engagements for place in places[one.id]), flows=tuple(running),
            assessments=(), documents=(), findings=(), standings={}, risks={}, transfers=transfers,
        )  # fmt: skip
        return transfer_sign(facts).signal is Signal.CRITICAL


def _by(field: str, records: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for one in records:
        found[getattr(one, field)].append(one)
    return found
