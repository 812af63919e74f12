"""The changes that concern one customer: what it was told, what came back, from when each may be live."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message  # noqa: TC001  (part of a result)
from vendorrisk.domain.notice.affected import reach_of
from vendorrisk.domain.notice.objections import is_kept_off, why_kept_off
from vendorrisk.domain.notice.records import CLOSED_CHANGES, Change, Customer, Notice, Objection
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement, Role, Service, Vendor
from vendorrisk.usecases.notice.changes import ALL_SERVICES, dates_of_one, scope_of

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerChange:
    """One change as it stands with one customer.

    `earliest` and `objection_until` are computed for changes that are not over; `reason` says why the
    customer is told, or why not although it was told before.
    """

    change: Change
    vendor: str
    affected: bool
    reason: Message
    notice: Notice | None
    objections: tuple[Objection, ...]
    objection_until: date | None = None
    earliest: date | None = None
    kept_off: bool = False
    joined: bool = False

    @property
    def kept_off_why(self) -> str:
        """The reason on record for which this customer is kept off; empty where it is not, or none is."""
        return why_kept_off(self.notice.excluded_why if self.notice else "", self.objections)

    @property
    def is_over(self) -> bool:
        """Whether the change is live or was cancelled."""
        return self.change.state in CLOSED_CHANGES

    @property
    def sent_at(self) -> datetime | None:
        """When this customer's notice went out (UTC)."""
        return self.notice.sent_at if self.notice else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LockException:
    """A sub-processor that can reach the locked environment, and the reason recorded for it.

    `answered`: somebody has said that it can; otherwise nobody has said that it cannot.
    """

    vendor_id: str
    vendor: str
    reason: str
    answered: bool = True


def changes_of(office: Office, reader: Reader, customer: Customer) -> tuple[CustomerChange, ...]:
    """Changes that this customer is or was told of: those that are not over first, the newest first."""
    notices = {one.change_id: one for one in reader.find(Notice, customer_id=customer.id)}
    objections: dict[str, list[Objection]] = defaultdict(list)
    for one in reader.find(Objection, customer_id=customer.id):
        objections[one.change_id].append(one)
    found = []
    for change in reader.find(Change):
        reach = reach_of(customer, scope_of(reader, change))
        notice = notices.get(change.id)
        told = notice is not None or bool(objections[change.id])
        if not told and (not reach.affected or change.state in CLOSED_CHANGES):
            continue
        engagement = reader.get(Engagement, change.engagement_id)
        computed = None if change.state in CLOSED_CHANGES else dates_of_one(office, reader, change, customer)
        found.append(
            CustomerChange(
                change=change, vendor=reader.get(Vendor, engagement.vendor_id).name, affected=reach.affected,
                reason=reach.reason, notice=notice, objections=tuple(objections[change.id]),
                objection_until=computed.last_objection_day if computed else None,
                earliest=computed.earliest if computed else None,
                joined=computed is not None and computed.joined,
                kept_off=is_kept_off(
                    objections[change.id], excluded=notice is not None and notice.excluded
                ),
            )
        )  # fmt: skip
    newest_first = sorted(found, key=lambda one: (one.change.planned_on, one.change.number), reverse=True)
    return tuple(sorted(newest_first, key=lambda one: one.is_over))


def lock_exceptions(reader: Reader, customer: Customer) -> tuple[LockException, ...]:
    """Who reaches, or may reach, the locked environment of a customer for one of its services."""
    if not customer.region_lock:
        return ()
    everything = {one.id for one in reader.find(Service, code=ALL_SERVICES)}
    bought = everything | set(customer.services)
    reaching = [
        one
        for one in reader.find(Engagement, role=Role.SUB_PROCESSOR)
        if one.reaches_locked is not False
        and one.stage not in ENDED_STAGES
        and (one.service_id in bought or not customer.services)
    ]
    reaching.sort(key=lambda one: one.reaches_locked is not None)  # of two, the answered one tells more
    vendors = {one.id: one.name for one in reader.find(Vendor, id=[one.vendor_id for one in reaching])}
    found = {
        one.vendor_id: LockException(
            vendor_id=one.vendor_id,
            vendor=vendors[one.vendor_id],
            reason=one.locked_exception,
            answered=one.reaches_locked is not None,
        )
        for one in reaching
    }
    return tuple(sorted(found.values(), key=lambda one: one.vendor))
