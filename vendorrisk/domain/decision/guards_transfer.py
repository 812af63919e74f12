"""G6: every flow has a valid transfer mechanism on the day of go-live (GDPR 44 to 49; domain.md 2.6, 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import block
from vendorrisk.domain.decision.facts import flow_states, places_on
from vendorrisk.domain.message import Blocked, msg
from vendorrisk.domain.register.countries import Region, country_name
from vendorrisk.domain.register.records import LocationKind
from vendorrisk.domain.register.transfers import TransferState, flows_on, flows_to, needs_flow
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.register.records import Flow, Location
    from vendorrisk.domain.register.transfers import Validity


def transfers_valid(dossier: Dossier) -> Iterator[Blocked]:
    """G6: each flow has a valid mechanism under each of its laws, and each place outside the EEA has a flow.

    A place without a flow was never looked at, so it cannot pass; the same holds for an engagement whose
    storage or access places are not recorded at all.
    """
    yield from _places_known(dossier)
    for flow in flows_on(dossier.flows, dossier.at):
        if not flow.regimes:
            yield block("G6", "guard.G6.no_regime", importer=flow.importer or msg("transfer.importer"))
    for flow, found in flow_states(dossier):
        if found.state is not TransferState.VALID:
            yield from _gaps(flow, found)


def _gaps(flow: Flow, found: Validity) -> Iterator[Blocked]:
    key = "guard.G6.invalid" if found.state is TransferState.INVALID else "guard.G6.review"
    for one in found.gaps:
        fact = msg(key, kind=label(flow.kind), regime=found.regime, fact=one.fact)
        yield Blocked(guard="G6", fact=fact, remedy=one.remedy)


def _places_known(dossier: Dossier) -> Iterator[Blocked]:
    places, flows = places_on(dossier), flows_on(dossier.flows, dossier.at)
    for kind in LocationKind:
        if all(one.kind is not kind for one in places):
            yield block("G6", "guard.G6.no_place", kind=label(kind))
    for place in places:
        yield from _place(place, flows, dossier)


def _place(place: Location, flows: tuple[Flow, ...], dossier: Dossier) -> Iterator[Blocked]:
    country = country_name(place.country)
    named = [country, place.entity] if place.entity else [country]
    facts = {"kind": label(place.kind), "country": country, "place": named}
    if place.country == Region.GLOBAL:
        yield block("G6", "guard.G6.global", **facts)
    elif needs_flow(place, dossier.at) and not flows_to(place, flows):
        yield block("G6", "guard.G6.no_flow", **facts)
