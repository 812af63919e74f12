"""The EU region lock: may an engagement touch a product whose storage and access stay in adequate countries?

Seeds 0.7 and 0.8; the rule is domain.md 2.8. Adequate means GENERAL coverage on the EU list; the two switches
of `LockPolicy` widen that and are off unless the workspace says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.periods import in_force
from vendorrisk.domain.register.countries import Region, country_name
from vendorrisk.domain.register.law import DestinationLaw, Law, adequacy
from vendorrisk.domain.register.vocabulary import Coverage, Regime

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.register.records import FourthParty, Location

TROUBLESHOOTING = "COMPLEX_TROUBLESHOOTING"
"""The only purpose for which the seed document allows access from elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockPolicy:
    """What counts as adequate for a locked product (policy switches of domain.md 2.8)."""

    count_us_dpf_as_adequate: bool = False
    count_partial_adequacy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LockException:
    """A documented permission to reach one locked product from one country by one entity (0.8, 2.8)."""

    product: str
    country: str
    entity: str
    purpose: str = TROUBLESHOOTING
    clauses_valid: bool = False
    tia_positive: bool = False
    tia_made_on: date | None = None
    approved_by_head_of_privacy: bool = False
    dpo_opinion: str = ""
    disclosed_on_list: bool = False
    uses_logged: bool = False
    expires: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LockSubject:
    """What the lock looks at: one engagement and one locked product.

    `conditions_met` names the countries whose partial adequacy is shown to cover the recipient.
    """

    product: str
    storage: tuple[Location, ...] = ()
    access: tuple[Location, ...] = ()
    failover: tuple[str, ...] = ()
    fourth_parties: tuple[FourthParty, ...] = ()
    parent_country: str = ""
    conditions_met: frozenset[str] = frozenset()
    exceptions: tuple[LockException, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LockResult:
    """Whether the lock holds; each reason against it; warnings that ask for a DPO opinion."""

    reasons: tuple[Message, ...]
    warnings: tuple[Message, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing stands against it."""
        return not self.reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lock:
    """The lock on one day: which countries it lets in."""

    law: Law
    policy: LockPolicy
    on: date

    def allows(self, country: str, conditions_met: frozenset[str]) -> bool:
        """Whether data may be stored in, or reached from, a country."""
        if country in {"", Region.GLOBAL}:
            return False
        found = adequacy(
            self.law.adequacy,
            Regime.EU,
            country,
            self.on,
            exporter_country=Region.EU,  # the locked data centre stands in an EU member state
            condition_met=country in conditions_met,
        )
        if not found.holds or found.entry is None:
            return found.holds
        return self._counts(Coverage(found.entry.coverage))

    def _counts(self, coverage: Coverage) -> bool:
        return {
            Coverage.GENERAL: True,
            Coverage.SECTOR: self.policy.count_partial_adequacy,
            Coverage.CERTIFIED_ONLY: self.policy.count_us_dpf_as_adequate,
        }[coverage]


def _tia_is_current(one: LockException, laws: Iterable[DestinationLaw], on: date) -> bool:
    since = [law.applies_from for law in laws if law.country == one.country and law.applies_from <= on]
    return one.tia_positive and (not since or (one.tia_made_on is not None and one.tia_made_on >= max(since)))


def exception_gaps(one: LockException, law: Law, on: date) -> tuple[Message, ...]:
    """What an exception lacks to be active on a day; empty when it is."""
    conditions = {
        "purpose": one.purpose == TROUBLESHOOTING,
        "entity": bool(one.entity.strip()),
        "clauses": one.clauses_valid,
        "tia": _tia_is_current(one, law.destinations, on),
        "approval": one.approved_by_head_of_privacy,
        "dpo_opinion": bool(one.dpo_opinion.strip()),
        "expiry": one.expires is not None,
        "expired": one.expires is None or on <= one.expires,
        "disclosed": one.disclosed_on_list,
        "log": one.uses_logged,
    }
    facts = {
        "product": one.product,
        "country": country_name(one.country),
        "entity": one.entity,
        "expires": one.expires,
    }
    return tuple(msg(f"lock.exception.{name}", **facts) for name, met in conditions.items() if not met)


def _covers(one: LockException, product: str, place: Location) -> bool:
    return (
        one.product == product
        and one.country == place.country
        and one.entity.strip().casefold() == place.entity.strip().casefold()
    )


def _access_reasons(lock: _Lock, subject: LockSubject, place: Location) -> list[Message]:
    if lock.allows(place.country, subject.conditions_met):
        return []
    facts = {"country": country_name(place.country), "entity": place.entity, "product": subject.product}
    fitting = [one for one in subject.exceptions if _covers(one, subject.product, place)]
    if not fitting:
        return [msg("lock.access", **facts)]
    gaps = [exception_gaps(one, lock.law, lock.on) for one in fitting]
    return [] if () in gaps else list(gaps[0])


def _nothing_recorded(subject: LockSubject, on: date) -> list[Message]:
    lists = {"storage": subject.storage, "access": subject.access}
    return [msg(f"lock.no_{name}") for name, places in lists.items() if not in_force(places, on)]


def region_lock(subject: LockSubject, law: Law, on: date, policy: LockPolicy | None = None) -> LockResult:
    """Whether an engagement keeps the region lock of a product on a day, with every reason against it.

    Storage and failover must lie in allowed countries; access too, unless an active exception names product,
    country and entity; fourth parties as well. A parent company elsewhere only warns: ask the DPO.
    """
    lock = _Lock(law=law, policy=policy or LockPolicy(), on=on)
    met = subject.conditions_met
    reasons = _nothing_recorded(subject, on)
    reasons += [
        msg("lock.storage", country=country_name(place.country), product=subject.product)
        for place in in_force(subject.storage, on)
        if not lock.allows(place.country, met)
    ]
    for place in in_force(subject.access, on):
        reasons += _access_reasons(lock, subject, place)
    reasons += [
        msg("lock.failover", country=country_name(country), product=subject.product)
        for country in subject.failover
        if not lock.allows(country, met)
    ]
    reasons += [
        msg(
            "lock.fourth_party", name=party.name, country=country_name(party.country), product=subject.product
        )
        for party in in_force(subject.fourth_parties, on)
        if not lock.allows(party.country, met)
    ]
    parent = subject.parent_country
    foreign = bool(parent) and not lock.allows(parent, met)
    warnings = (msg("lock.parent", country=country_name(parent)),) if foreign else ()
    return LockResult(reasons=tuple(reasons), warnings=warnings)
