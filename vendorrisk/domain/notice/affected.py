"""Who has to be told of a change and who has not, each with the reason (domain.md 5.4)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, Problem, msg
from vendorrisk.domain.register.locked_reach import FIELD, reaches, unanswered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vendorrisk.domain.notice.records import Customer


UNANSWERED = "notice.doubt.lock_unanswered"
"""The doubt about a customer with a region lock who is left out for want of an answer."""
LEFT_OUT = msg("notice.not_affected.lock_unanswered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a change touches. `services` maps ids of our services to their names; None: all of them.

    `regions` holds data-centre codes, empty: all. `reaches_locked`: whether the sub-processor can technically
    reach the region-locked environment, whatever its published list says (domain.md 2.8); None: nobody has
    said so yet.
    """

    services: Mapping[str, str] | None
    regions: frozenset[str] = frozenset()
    reaches_locked: bool | None = None


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
    needlessly does no harm, leaving one out does. Where nobody has said whether the locked environment can be
    reached, its customers are left out with a doubt that holds back sending and going live (guard G8).
    """
    for excluded in _EXCLUSIONS:
        reason = excluded(customer, scope)
        if reason is not None:
            doubts = (msg(UNANSWERED),) if reason == LEFT_OUT else ()
            return Reach(customer_id=customer.id, affected=False, reason=reason, warnings=doubts)
    grounds = [_service_ground(customer, scope), _region_ground(customer, scope)]
    if customer.region_lock:
        grounds.append(msg("notice.affected.lock_reached"))
    return Reach(
        customer_id=customer.id,
        affected=True,
        reason=msg("plain", text=grounds),
        warnings=_doubts(customer, scope),
    )


def with_ground(reach: Reach, *grounds: Message, doubts: Iterable[Message] = ()) -> Reach:
    """The same verdict with further reasons, and with what else should be looked at."""
    reason = msg("plain", text=[reach.reason, *grounds]) if grounds else reach.reason
    return replace(reach, reason=reason, warnings=(*reach.warnings, *doubts))


def doubts_of(judged: Iterable[Reach]) -> tuple[Problem, ...]:
    """What the answer lacks: whether the region-locked environment can be reached, where that decides."""
    count = len(uncertain(judged))
    if not count:
        return ()
    return (unanswered(f"engagement: {FIELD}", msg("notice.lock_unanswered", count=count)),)


def uncertain(judged: Iterable[Reach]) -> list[Reach]:
    """The customers with a region lock who are left out for want of an answer."""
    return [one for one in judged if any(warning.key == UNANSWERED for warning in one.warnings)]


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
    if not customer.region_lock or reaches(scope.reaches_locked):
        return None
    return LEFT_OUT if scope.reaches_locked is None else msg("notice.not_affected.locked")


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
