"""What a list would tell the world without anybody having looked: each said before, and after, publishing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.locked_reach import unanswered
from vendorrisk.domain.register.published import KIND_UNSAID, UNCONFIRMED, is_kind_unsaid
from vendorrisk.domain.register.records import Flow, FourthParty, Location, LocationKind, Service, Vendor
from vendorrisk.domain.register.region_lock import LockSubject, region_lock
from vendorrisk.domain.register.transfers import (
    FlowFacts,
    TransferState,
    flows_on,
    flows_to,
    needs_flow,
    validities,
)
from vendorrisk.usecases.decision.dossiers import law_of
from vendorrisk.usecases.register.publishing import LISTED, Profile, on_list, places_held
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.register.law import Law
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def doubts(office: Office, reader: Reader, profile: Profile) -> tuple[Problem, ...]:
    """Warnings on the rows of a list as it would be published today, vendor by vendor.

    They name engagements in use that were never assessed, rows without a place or a purpose, countries that
    nobody confirmed or of which nobody has said whether data is stored there or reached from there, countries
    outside the EEA without a transfer on record (GDPR 44), and transfers whose ground does not hold today.
    For the region-locked list also what breaks the lock (domain.md 2.8), and those that are not on it because
    nobody has said whether they reach the environment.
    """
    vendors = {one.id: one for one in reader.find(Vendor)}
    shown = [one for one in on_list(reader, profile) if one.vendor_id in vendors]
    ids = [one.id for one in shown]
    places, flows = reader.find(Location, engagement_id=ids), reader.find(Flow, engagement_id=ids)
    today, law = office.clock.today(), law_of(office, reader)
    recheck_days = settings_of(reader).dpf_recheck_days
    looked = [
        _Looked(
            vendor=vendors[one.vendor_id], engagement=one, today=today, law=law, recheck_days=recheck_days,
            places=places_held((place for place in places if place.engagement_id == one.id), today),
            flows=flows_on((flow for flow in flows if flow.engagement_id == one.id), today),
        )
        for one in shown
    ]  # fmt: skip
    found = [problem for one in looked for problem in one.problems()]
    if profile is Profile.EU_REGION_LOCKED:
        found += _beside_the_lock(reader, vendors, looked)
    once = [one for at, one in enumerate(found) if one not in found[:at]]
    return tuple(sorted(once, key=lambda one: one.where.casefold()))


def _beside_the_lock(
    reader: Reader, vendors: Mapping[str, Vendor], looked: Iterable[_Looked]
) -> Iterator[Problem]:
    further = reader.find(FourthParty, engagement_id=[one.engagement.id for one in looked])
    services = {one.id: one.named() for one in reader.find(Service)}
    for one in looked:
        product = services.get(one.engagement.service_id, "")
        yield from one.lock_problems(product, [by for by in further if by.engagement_id == one.engagement.id])
    for silent in on_list(reader, Profile.GLOBAL):
        if silent.reaches_locked is None and silent.vendor_id in vendors:
            name = vendors[silent.vendor_id].name
            yield unanswered(name, msg("publish.lock_unanswered", name=name))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """One engagement of the list with what the list says of it."""

    vendor: Vendor
    engagement: Engagement
    places: list[Location]
    flows: tuple[Flow, ...]
    today: date
    law: Law
    recheck_days: int

    def problems(self) -> Iterator[Problem]:
        if self.engagement.anchor is None and self.engagement.stage in LISTED:
            yield self._said("unassessed")
        if not self.places:
            yield self._said("no_place")
        if not text_in(self.engagement.purpose, "en"):
            yield self._said("no_purpose")
        unsure = [one for one in self.places if one.place == UNCONFIRMED]
        if unsure:
            yield self._said("unconfirmed", countries=_countries(unsure), mark=UNCONFIRMED)
        if untold := [one for one in self.places if is_kind_unsaid(one.purpose)]:
            yield self._said("kind_unsaid", countries=_countries(untold), mark=KIND_UNSAID)
        abroad = [one for one in self.places if needs_flow(one, self.today)]
        if bare := [one for one in abroad if not flows_to(one, self.flows)]:
            yield self._said("no_transfer", countries=_countries(bare))
        for flow in self.flows:
            yield from self._transfer(flow)

    def _transfer(self, flow: Flow) -> Iterator[Problem]:
        facts = FlowFacts(role=self.engagement.role, today=self.today, recheck_days=self.recheck_days)
        for found in validities(flow, self.today, self.law, facts):
            if found.state is TransferState.INVALID:
                yield self._said("ground", why=found.why)

    def lock_problems(self, product: str, further: Iterable[FourthParty]) -> Iterator[Problem]:
        """What breaks the region lock; access under an exception is for a person to judge, so it is named."""
        excepted = bool(self.engagement.locked_exception)
        subject = LockSubject(
            product=product, fourth_parties=tuple(further), parent_country=self.vendor.parent_country,
            storage=tuple(one for one in self.places if one.kind is LocationKind.STORAGE),
            access=tuple(
                replace(one, entity=one.entity or self.vendor.name)
                for one in self.places
                if one.kind is LocationKind.ACCESS
            ),
        )  # fmt: skip
        result = region_lock(subject, self.law, self.today)
        for why in (*result.reasons, *result.warnings):
            yield self._said("lock_exception" if excepted and why.key == "lock.access" else "lock", why=why)

    def _said(self, key: str, **facts: object) -> Problem:
        name = self.vendor.name
        facts |= {"name": name, "exception": self.engagement.locked_exception}
        what, remedy = msg(f"publish.{key}", **facts), msg(f"publish.{key}.remedy", **facts)
        return Problem(name, what, remedy, Level.WARNING)


def _countries(places: Iterable[Location]) -> list[Message | str]:
    return [country_name(code) for code in dict.fromkeys(one.country for one in places)]
