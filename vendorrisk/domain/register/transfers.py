"""Whether a flow's transfer mechanism holds on a day, for each law it must meet (GDPR 44 to 49)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.periods import has_begun, has_ended, in_force
from vendorrisk.domain.register.countries import Region, is_in_eea
from vendorrisk.domain.register.law import MechanismTerm, is_own_area, mechanism_term
from vendorrisk.domain.register.names import same_name
from vendorrisk.domain.register.transfer_rules import (
    RULES,
    WORST_FIRST,
    Case,
    FlowFacts,
    Gap,
    Rule,
    TransferState,
    gap,
)
from vendorrisk.domain.register.vocabulary import SIGNED_CLAUSES, Mechanism, Regime, label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.register.law import Law
    from vendorrisk.domain.register.records import Flow, Location

__all__ = [
    "WORST_FIRST", "FlowFacts", "Gap", "TransferState", "Validity", "flows_on", "flows_to", "needs_flow",
    "validities", "validity",
]  # fmt: skip

_NO_FACTS = FlowFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """Whether a flow's mechanism holds under one regime, what is missing, and in `why` the law it rests on.

    Where the recorded fallback alone would carry the flow, `warnings` say so: a person then has to put it in
    the mechanism's place, so the state is REVIEW and not INVALID.
    """

    state: TransferState
    regime: Regime
    why: Message
    gaps: tuple[Gap, ...] = ()
    warnings: tuple[Message, ...] = ()


def _case(flow: Flow, mechanism: Mechanism, regime: Regime, on: date, law: Law, facts: FlowFacts) -> Case:
    return Case(flow=flow, mechanism=mechanism, regime=regime, on=on, law=law, facts=facts)


def _verdict(
    case: Case,
    *,
    wrong: Iterable[Gap] = (),
    unsure: Iterable[Gap] = (),
    citation: str = "",
    key: str = "",
    warnings: tuple[Message, ...] = (),
) -> Validity:
    gaps = (*wrong, *unsure)
    state = TransferState.INVALID if tuple(wrong) else TransferState.REVIEW if gaps else TransferState.VALID
    params = case.params | {"citation": citation, "missing": [one.fact for one in gaps]}
    return Validity(
        state=state,
        regime=case.regime,
        why=msg(key or f"transfer.{state.value}", **params),
        gaps=gaps,
        warnings=warnings,
    )


def _inside(case: Case) -> Validity:
    """An importer in the regime's own area: nothing is needed, and the clauses do not fit (2.4 e)."""
    if case.mechanism is Mechanism.NOT_A_TRANSFER:
        return _verdict(case, key="transfer.inside")
    if case.mechanism in SIGNED_CLAUSES:
        return _verdict(case, wrong=(gap(case, "transfer.clauses.refused"),))
    return _verdict(case, unsure=(gap(case, "transfer.not_needed"),))


def _out_of_time(case: Case, term: MechanismTerm) -> Gap | None:
    if has_ended(term.valid_to, case.on):
        return gap(case, "transfer.ended", until=term.valid_to, citation=term.citation)
    if not has_begun(term.valid_from, case.on):
        return gap(case, "transfer.not_yet", since=term.valid_from, citation=term.citation)
    return None


def _abroad(case: Case) -> Validity:
    term = mechanism_term(case.law.mechanisms, case.mechanism, case.regime, case.on)
    if term is None:
        return _verdict(case, wrong=(gap(case, "transfer.no_instrument"),))
    over = _out_of_time(case, term)
    if over:
        return _verdict(case, wrong=(over,))
    return _by_rule(case, RULES[case.mechanism], term.citation)


def _by_rule(case: Case, rule: Rule, citation: str) -> Validity:
    return _verdict(
        case,
        wrong=tuple(found for check in rule.needs if (found := check(case))),
        unsure=tuple(found for check in rule.judge if (found := check(case))),
        citation=citation,
        warnings=(msg(rule.warning, **case.params),) if rule.warning else (),
    )


def _with_fallback(found: Validity, case: Case) -> Validity:
    """Looks whether the recorded fallback would hold in place of a mechanism that does not."""
    if found.state is not TransferState.INVALID or case.flow.fallback not in set(Mechanism):
        return found
    stand_in = replace(case.flow, mechanism=case.flow.fallback, fallback="")
    if validity(stand_in, case.regime, case.on, case.law, case.facts).state is not TransferState.VALID:
        return found
    ready = msg("transfer.fallback_holds", **case.params, fallback=label(Mechanism(case.flow.fallback)))
    return replace(found, state=TransferState.REVIEW, warnings=(*found.warnings, ready))


def validity(flow: Flow, regime: Regime, on: date, law: Law, facts: FlowFacts = _NO_FACTS) -> Validity:
    """Whether the flow's mechanism holds under a regime on a day.

    Whatever is missing is named, all of it at once. A carrier disclosure is never valid: counsel's position
    is shown for review. Inside the regime's own area no mechanism is needed (domain.md 2.4, 2.6).
    """
    known = flow.mechanism in set(Mechanism)
    mechanism = Mechanism(flow.mechanism) if known else Mechanism.NOT_A_TRANSFER
    case = _case(flow, mechanism, regime, on, law, facts)
    if flow.importer_country in {"", Region.GLOBAL}:
        return _verdict(case, wrong=(gap(case, "transfer.no_country"),), key="transfer.no_country")
    if is_own_area(regime, flow.importer_country, on):
        return _inside(case)
    if not known:
        key = "transfer.unknown" if flow.mechanism else "transfer.none"
        return _verdict(case, wrong=(gap(case, key, recorded=flow.mechanism),), key="transfer.without")
    return _with_fallback(_abroad(case), case)


def validities(flow: Flow, on: date, law: Law, facts: FlowFacts = _NO_FACTS) -> tuple[Validity, ...]:
    """The validity of a flow under each of its regimes."""
    return tuple(validity(flow, Regime(regime), on, law, facts) for regime in flow.regimes)


def flows_on(flows: Iterable[Flow], on: date) -> tuple[Flow, ...]:
    """The flows that are in force on a day (both ends inclusive)."""
    return tuple(in_force(flows, on))


def needs_flow(place: Location, on: date) -> bool:
    """Whether data leaves the EEA there, so that a flow with a mechanism must be on record."""
    return not is_in_eea(place.country, on)


def flows_to(place: Location, flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """The flows to a place: same engagement, kind and country, and the same entity where both name it."""
    return tuple(
        flow
        for flow in flows
        if flow.engagement_id == place.engagement_id
        and flow.kind is place.kind
        and flow.importer_country == place.country
        and (not flow.importer or not place.entity or same_name(flow.importer, place.entity))
    )
