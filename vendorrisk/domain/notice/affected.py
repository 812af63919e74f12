"""Who has to be told of a change and who has not, each with the reason (domain.md 5.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level, Message, Problem, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vendorrisk.domain.notice.records import Customer


OUT_OF_REACH = "notice.not_affected.locked"
"""The reason for which a customer with a region lock is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a change touches. `services` maps ids of our services to their names; None: all of them.

    `regions` holds data-centre codes, empty: all. `reaches_locked`: whether the sub-processor can technically
    reach the region-locked environment, whatever its published list says (domain.md 2.8).
    """

    services: Mapping[str, str] | None
    regions: frozenset[str] = frozenset()
    reaches_locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whether one customer is affected, why, and what should be looked at before relying on it."""

    customer_id: str
    affected: bool
    reason: Message
    warnings: tuple[Message, ...] = field(default=())


def who_is_affected(customers: Iterable[Customer], scope: Scope) -> tuple[Reach, ...]:
    """Judges all customers, in the order given; nobody is left out of the answer."""
    return tuple(reach_of(customer, scope) for customer in customers)


def reach_of(customer: Customer, scope: Scope) -> Reach:
    """Judges one customer; the first ground that excludes it is its reason.

    A fact that was never recorded (no services, no data centre) excludes nobody: telling a customer
    needlessly does no harm, leaving one out does.
    """
    for excluded in _EXCLUSIONS:
        reason = excluded(customer, scope)
        if reason is not None:
            return Reach(customer_id=customer.id, affected=False, reason=reason)
    grounds = [_service_ground(customer, scope), _region_ground(customer, scope)]
    if customer.region_lock:
        grounds.append(msg("notice.affected.lock_reached"))
    return Reach(
        customer_id=customer.id,
        affected=True,
        reason=msg("notice.affected", grounds=grounds),
        warnings=_doubts(customer, scope),
    )


def doubts_of(judged: Iterable[Reach]) -> tuple[Problem, ...]:
    """What leaving customers out rests on: one entry of the engagement, which also stands there unsaid.

    That customers with a region lock are left out where they cannot be reached is domain.md 5.4; whether
    they can be is a fact that somebody has to have looked at.
    """
    count = sum(one.reason.key == OUT_OF_REACH for one in judged)
    if not count:
        return ()
    what, remedy = msg("notice.locked_left_out", count=count), msg("notice.locked_left_out.remedy")
    return (Problem("engagement: reaches_locked", what, remedy, Level.WARNING),)


def _inactive(customer: Customer, _scope: Scope) -> Message | None:
    return None if customer.active else msg("notice.not_affected.inactive")


def _uses_none_of_them(customer: Customer, scope: Scope) -> Message | None:
    if scope.services is None or not customer.services or _shared(customer, scope.services):
        return None
    return msg("notice.not_affected.service", services=sorted(scope.services.values()))


def _other_region(customer: Customer, scope: Scope) -> Message | None:
    if not scope.regions or not customer.data_centre or customer.data_centre in scope.regions:
        return None
    return msg("notice.not_affected.region", region=customer.data_centre, regions=sorted(scope.regions))


def _locked_and_out_of_reach(customer: Customer, scope: Scope) -> Message | None:
    if not customer.region_lock or scope.reaches_locked:
        return None
    return msg(OUT_OF_REACH)


_EXCLUSIONS: tuple[Callable[[Customer, Scope], Message | None], ...] = (
    _inactive,
    _uses_none_of_them,
    _other_region,
    _locked_and_out_of_reach,
)
"""The grounds on which a customer need not be told, in the order in which they are named."""


def _shared(customer: Customer, services: Mapping[str, str]) -> list[str]:
    return sorted(name for service_id, name in services.items() if service_id in customer.services)


def _service_ground(customer: Customer, scope: Scope) -> Message:
    if scope.services is None:
        return msg("notice.affected.every_service")
    if not customer.services:
        return msg("notice.affected.services_unknown")
    return msg("notice.affected.service", services=_shared(customer, scope.services))


def _region_ground(customer: Customer, scope: Scope) -> Message:
    if not scope.regions:
        return msg("notice.affected.every_region")
    if not customer.data_centre:
        return msg("notice.affected.region_unknown")
    return msg("notice.affected.region", region=customer.data_centre)


def _doubts(customer: Customer, scope: Scope) -> tuple[Message, ...]:
    doubts = []
    if scope.services is not None and not customer.services:
        doubts.append(msg("notice.doubt.no_services"))
    if scope.regions and not customer.data_centre:
        doubts.append(msg("notice.doubt.no_data_centre"))
    return tuple(doubts)
