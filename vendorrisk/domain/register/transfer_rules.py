"""What each transfer mechanism needs, as one table (domain.md 2.4 and 2.6).

A rule looks at one flow under one regime on one day and names what is missing, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.months import add_months
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.law import Adequacy, Law, adequacy
from vendorrisk.domain.register.records import Flow, Role
from vendorrisk.domain.register.vocabulary import SAFEGUARDS, Coverage, Mechanism, Regime, TiaOutcome, label

RECHECK_DAYS = 90
"""Policy: how old a look at the DPF list may be, in calendar days."""

TIA_MONTHS = 12
"""Policy: how long an impact assessment lasts (domain.md 2.8)."""


class TransferState(StrEnum):
    """Whether a mechanism carries a flow: yes, no, or a person has to judge."""

    VALID = "VALID"
    INVALID = "INVALID"
    REVIEW = "REVIEW"


WORST_FIRST = (TransferState.INVALID, TransferState.REVIEW, TransferState.VALID)
"""Of several states the one to show is the worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFacts:
    """What the rules need beside the flow's own fields.

    `today` limits how fresh a look at the DPF list can be where the asked day lies ahead.
    """

    role: Role | None = None
    today: date | None = None
    recheck_days: int = RECHECK_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One flow under one regime on one day."""

    flow: Flow
    mechanism: Mechanism
    regime: Regime
    on: date
    law: Law
    facts: FlowFacts

    @property
    def params(self) -> dict[str, object]:
        """The facts that every sentence about this flow may use."""
        flow = self.flow
        return {
            "exporter": flow.exporter or msg("transfer.exporter"),
            "importer": flow.importer or msg("transfer.importer"),
            "country": country_name(flow.importer_country),
            "mechanism": label(self.mechanism),
            "regime": self.regime,
            "on": self.on,
        }

    @property
    def adequacy(self) -> Adequacy:
        """What the regime's adequacy list says of the importer."""
        return adequacy(
            self.law.adequacy,
            self.regime,
            self.flow.importer_country,
            self.on,
            exporter_country=self.flow.exporter_country,
            condition_met=self.flow.condition_met,
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing or wrong, and what would mend it."""

    fact: Message
    remedy: Message


Check: TypeAlias = Callable[[Case], Gap | None]


def gap(case: Case, key: str, **facts: object) -> Gap:
    """Names what is missing of a flow; the remedy is the sentence `key.remedy` with the same facts."""
    params = case.params | facts
    return Gap(msg(key, **params), msg(f"{key}.remedy", **params))


def _same_entity(case: Case) -> Gap | None:
    ours, theirs = case.flow.exporter.strip().casefold(), case.flow.importer.strip().casefold()
    return None if ours and ours == theirs else gap(case, "transfer.other_entity")


def _ground(case: Case) -> Gap | None:
    return None if case.flow.ground.strip() else gap(case, "transfer.no_ground")


def _adequate(case: Case) -> Gap | None:
    found = case.adequacy
    return None if found.holds else Gap(found.why, msg(f"{found.why.key}.remedy", **found.why.params))


def _certified_only(case: Case) -> bool:
    entry = case.adequacy.entry
    return entry is not None and entry.coverage == Coverage.CERTIFIED_ONLY


def _framework_covers(case: Case) -> Gap | None:
    if not _certified_only(case):
        return gap(case, "transfer.dpf.country")
    return _adequate(case)


def _listing_checked(case: Case) -> Gap | None:
    latest = min(case.on, case.facts.today or case.on)
    checked = case.flow.checked_on
    if checked is None or checked > latest:
        return gap(case, "transfer.dpf.unchecked")
    if checked < latest - timedelta(days=case.facts.recheck_days):
        return gap(case, "transfer.dpf.stale", checked=checked, days=case.facts.recheck_days)
    return None


def _certification_due(case: Case) -> Gap | None:
    due = case.flow.next_due
    if due is None:
        return gap(case, "transfer.dpf.no_due")
    return gap(case, "transfer.dpf.lapsed", due=due) if due < case.on else None


def _fallback(case: Case) -> Gap | None:
    return None if case.flow.fallback in SAFEGUARDS else gap(case, "transfer.dpf.no_fallback")


def _if_certified(check: Check) -> Check:
    """The check, for destinations where only certified recipients are adequate."""
    return lambda case: check(case) if _certified_only(case) else None


FITTING_MODULES: dict[Role, frozenset[int]] = {
    Role.SUB_PROCESSOR: frozenset({2, 3}),
    Role.INDEPENDENT_CONTROLLER: frozenset({1}),
    Role.JOINT_CONTROLLER: frozenset({1}),
}
"""Module 4 returns data to the exporter's own controller, which is never a vendor (domain.md 1.3, 2.4)."""


def _module(case: Case) -> Gap | None:
    module = case.flow.module
    if module not in {1, 2, 3, 4}:
        return gap(case, "transfer.clauses.no_module")
    role = case.facts.role
    if role in FITTING_MODULES and module not in FITTING_MODULES[role]:
        return gap(case, "transfer.clauses.module", module=module, role=label(role))
    return None


def _head_clauses(case: Case) -> Gap | None:
    return None if case.flow.module in {2, 3} else gap(case, "transfer.onward.head")


def _annexes(case: Case) -> Gap | None:
    return None if case.flow.annexes_complete else gap(case, "transfer.clauses.annexes")


def _condition(key: str) -> Check:
    return lambda case: None if case.flow.condition_met else gap(case, key)


def _tia_recorded(case: Case) -> Gap | None:
    """Clause 14 binds module 4 only where the exporter added data of its own, so none is asked for there."""
    if case.flow.tia_outcome or case.flow.module == 4:
        return None
    return gap(case, "transfer.tia.missing")


def _tia_not_negative(case: Case) -> Gap | None:
    negative = case.flow.tia_outcome == TiaOutcome.NEGATIVE
    return gap(case, "transfer.tia.negative") if negative else None


def _tia_not_ended(case: Case) -> Gap | None:
    until = case.flow.tia_valid_until
    if not case.flow.tia_outcome:
        return None
    if until is None:
        return gap(case, "transfer.tia.no_end")
    return gap(case, "transfer.tia.ended", until=until) if until < case.on else None


def _tia_after_new_law(case: Case) -> Gap | None:
    """An assessment made before a new law of the destination applied must be redone (domain.md 0.8).

    Where the day on which it was made is unknown, it is taken to lie 12 months before its end.
    """
    until = case.flow.tia_valid_until
    made = case.flow.tia_made_on or (until and add_months(until, -TIA_MONTHS))
    for new in case.law.destinations:
        concerned = new.country == case.flow.importer_country and new.applies_from <= case.on
        if concerned and made and made < new.applies_from:
            return gap(case, "transfer.tia.old_law", law=new.citation, since=new.applies_from)
    return None


def _for_independent_controllers(case: Case) -> Gap | None:
    allowed = case.facts.role in {None, Role.INDEPENDENT_CONTROLLER}
    return None if allowed else gap(case, "transfer.carrier.role")


def _counsel_position(case: Case) -> Gap | None:
    if not case.flow.ground.strip():
        return gap(case, "transfer.carrier.no_position")
    return gap(case, "transfer.carrier.position", ground=case.flow.ground.strip())


_TIA_SOUND: tuple[Check, ...] = (_tia_not_negative, _tia_not_ended, _tia_after_new_law)
_TIA: tuple[Check, ...] = (_tia_recorded, *_TIA_SOUND)
_CLAUSES: tuple[Check, ...] = (_module, _annexes, *_TIA)
_DPF: tuple[Check, ...] = (_framework_covers, _listing_checked, _certification_due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a mechanism needs: a gap in `needs` makes it invalid, one in `judge` sends it to a person."""

    needs: tuple[Check, ...] = ()
    judge: tuple[Check, ...] = ()
    warning: str = ""


_APPROVED_TOOL = Rule(needs=(_condition("transfer.tool.not_approved"), _ground, *_TIA_SOUND))

RULES: dict[Mechanism, Rule] = {
    Mechanism.NOT_A_TRANSFER: Rule(needs=(_same_entity, _ground)),
    Mechanism.ADEQUACY: Rule(
        needs=(_adequate, *map(_if_certified, (_listing_checked, _certification_due))),
        judge=(_if_certified(_fallback),),
    ),
    Mechanism.DPF: Rule(needs=_DPF, judge=(_fallback,)),
    Mechanism.SCC_2021_914: Rule(needs=_CLAUSES),
    Mechanism.UK_ADDENDUM: Rule(needs=_CLAUSES),
    Mechanism.SCC_CH: Rule(needs=_CLAUSES),
    Mechanism.IDTA: Rule(needs=(_annexes, *_TIA)),
    Mechanism.ONWARD_8_8: Rule(
        needs=(_head_clauses, _condition("transfer.onward.not_authorised"), _ground, *_TIA)
    ),
    Mechanism.BCR_P: Rule(needs=(_condition("transfer.bcr.not_approved"), _ground, *_TIA)),
    Mechanism.ART_42_SEAL: _APPROVED_TOOL,
    Mechanism.ART_40_CODE: _APPROVED_TOOL,
    Mechanism.ART_49: Rule(needs=(_ground,), warning="transfer.derogation"),
    Mechanism.CARRIER_DISCLOSURE: Rule(needs=(_for_independent_controllers,), judge=(_counsel_position,)),
    Mechanism.SAFE_HARBOUR: Rule(),
    Mechanism.PRIVACY_SHIELD: Rule(),
    Mechanism.SWISS_US_PRIVACY_SHIELD: Rule(),
    Mechanism.OLD_SCC: Rule(),
}
"""The ended mechanisms need nothing but a day before their end; the dates stand in the law tables."""
