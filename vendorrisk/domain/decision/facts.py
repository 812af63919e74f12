"""What follows from a dossier: how its flows stand, and which checklist items concern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.clauses import ClauseApplies
from vendorrisk.domain.periods import is_within
from vendorrisk.domain.register.law import adequacy, is_own_area
from vendorrisk.domain.register.locked_reach import reaches
from vendorrisk.domain.register.transfers import (
    FlowFacts,
    Validity,
    flows_on,
    flows_to,
    needs_flow,
    validities,
)
from vendorrisk.domain.register.vocabulary import DataCategory, DataFlag, Regime

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.decision.dossier import Dossier
    from vendorrisk.domain.register.records import Flow, Location

CONTENT = frozenset(
    {
        DataCategory.CONTENT,
        DataCategory.MESSAGE_BODY,
        DataCategory.ATTACHMENTS,
        DataCategory.CALL_AUDIO,
        DataCategory.RECORDING,
        DataCategory.TRANSCRIPT,
        DataCategory.CONVERSATION_HISTORY,
    }
)


def flow_states(dossier: Dossier) -> list[tuple[Flow, Validity]]:
    """Each flow in force on the day of the guards, with its validity under each of its regimes."""
    return [
        (flow, found)
        for flow in flows_on(dossier.flows, dossier.at)
        for found in validities(flow, dossier.at, dossier.law, _flow_facts(dossier))
    ]


def _flow_facts(dossier: Dossier) -> FlowFacts:
    return FlowFacts(
        role=dossier.engagement.role,
        today=dossier.today,
        recheck_days=dossier.policy.dpf_recheck_days,
    )


def places_on(dossier: Dossier) -> list[Location]:
    """The storage and access locations in force on the day of the guards."""
    return [one for one in dossier.locations if is_within(one.valid_from, one.valid_to, dossier.at)]


def _leaves(flow: Flow, regime: Regime, on: date) -> bool:
    return not is_own_area(regime, flow.importer_country, on)


def _inadequate(dossier: Dossier, flow: Flow, regime: Regime) -> bool:
    return not adequacy(
        dossier.law.adequacy,
        regime,
        flow.importer_country,
        dossier.at,
        exporter_country=flow.exporter_country,
        condition_met=flow.condition_met,
    ).holds


def _unsafe_places(dossier: Dossier) -> bool:
    """Whether data is held in or reached from a country without adequacy, and no flow says how it gets there.

    Only the country counts there: a recipient under a partial decision is shown by its flow, not presumed.
    """
    flows = flows_on(dossier.flows, dossier.at)
    return any(
        needs_flow(place, dossier.at)
        and not flows_to(place, flows)
        and not adequacy(dossier.law.adequacy, Regime.EU, place.country, dossier.at).holds
        for place in places_on(dossier)
    )


def clause_facts(dossier: Dossier) -> frozenset[ClauseApplies]:
    """Which conditional items of the agreement checklist concern this engagement (domain.md 2.3).

    A place decides by its country until a flow to it is on record. What the register cannot
    tell, such as Californian data, comes in as `dossier.clause_facts`.
    """
    engagement = dossier.engagement
    flows = flows_on(dossier.flows, dossier.at)
    pairs = [(flow, Regime(regime)) for flow in flows for regime in flow.regimes]
    inadequate = _unsafe_places(dossier) or any(_inadequate(dossier, *pair) for pair in pairs)
    locked = dossier.service is not None and dossier.service.region_locked
    found = {
        ClauseApplies.NEEDS_SAFEGUARD: inadequate,
        ClauseApplies.NOT_ADEQUATE: inadequate,
        ClauseApplies.UK_DATA: any(
            regime is Regime.UK and _leaves(flow, regime, dossier.at) for flow, regime in pairs
        ),
        ClauseApplies.SWISS_DATA: any(regime is Regime.CH for _, regime in pairs),
        ClauseApplies.PHI: DataFlag.PHI in engagement.data_flags,
        ClauseApplies.BANK_CRITICAL: engagement.critical_function,
        ClauseApplies.CONTENT_DATA: bool(CONTENT & set(engagement.data_categories)),
        ClauseApplies.REGION_LOCKED: locked or reaches(engagement.reaches_locked),
    }
    return frozenset(fact for fact, holds in found.items() if holds) | dossier.clause_facts
