"""Vendors of which a transfer does not hold today, found over the whole register at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vendorrisk.domain.register.records import Engagement, Flow, Location, Vendor
from vendorrisk.usecases.decision.dossiers import law_of
from vendorrisk.usecases.review.vendor_facts import VendorFacts, transfers_in_force
from vendorrisk.usecases.review.vendor_signs import transfer_sign
from vendorrisk.usecases.signals import Signal
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def bad_transfers(office: Office, reader: Reader) -> frozenset[str]:
    """The vendors, not archived, whose transfer is not valid or has no mechanism; each table is read once.

    It is the rule of their sign, over facts without documents, answers and findings, which it does not ask.
    """
    today, law = office.clock.today(), law_of(office, reader)
    recheck_days = settings_of(reader).dpf_recheck_days
    engagements: dict[str, list[Engagement]] = defaultdict(list)
    for one in reader.find(Engagement):
        engagements[one.vendor_id].append(one)
    locations: dict[str, list[Location]] = defaultdict(list)
    for place in reader.find(Location):
        locations[place.engagement_id].append(place)
    flows: dict[str, list[Flow]] = defaultdict(list)
    for flow in reader.find(Flow):
        flows[flow.engagement_id].append(flow)

    def is_bad(vendor: Vendor) -> bool:
        own = engagements[vendor.id]
        running = [flow for one in own for flow in flows[one.id]]
        facts = VendorFacts(
            today=today, vendor=vendor, engagements=tuple(own), services={},
            locations=tuple(place for one in own for place in locations[one.id]), flows=tuple(running),
            assessments=(), documents=(), findings=(), standings={}, risks={},
            transfers=transfers_in_force(own, running, today, law, recheck_days=recheck_days),
        )  # fmt: skip
        return transfer_sign(facts).signal is Signal.CRITICAL

    return frozenset(one.id for one in reader.find(Vendor) if one.archived_on is None and is_bad(one))
