"""Who touches one customer's data: the answer to the question that customers ask most."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.notice.affected import reach_of
from vendorrisk.domain.notice.objections import Effect, effects_of
from vendorrisk.domain.notice.records import Change, ChangeKind, ChangeState, Customer, Notice, Objection
from vendorrisk.domain.periods import is_within
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Location, LocationKind, Role, Service, Vendor
from vendorrisk.domain.review.facts import in_use
from vendorrisk.usecases.notice.changes import scope_around
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedSubProcessor:
    """A sub-processor in use for a customer. `storage` and `access` are countries in words.

    `kept_off`: it is used for others; this customer was promised another way.
    """

    id: str
    vendor_id: str
    name: str
    legal_name: str
    service: str
    purpose: str
    storage: tuple[str, ...]
    access: tuple[str, ...]
    kept_off: bool


def sub_processors_of(office: Office, customer_id: str) -> tuple[UsedSubProcessor, ...]:
    """The sub-processors in use for a customer today, by name; raises NotFound where the customer is gone."""
    with office.book.reading() as reader:
        customer = reader.get(Customer, customer_id)
        services = {one.id: one for one in reader.find(Service)}
        names = {key: one.named() for key, one in services.items()}
        used = [
            one
            for one in reader.find(Engagement, role=Role.SUB_PROCESSOR)
            if in_use(one.role, one.stage) and _reaches(customer, one, services)
        ]
        vendors = {one.id: one for one in reader.find(Vendor, id=[one.vendor_id for one in used])}
        places = _places(office, reader, used)
        off = _kept_off(reader, customer_id)
        rows = [
            UsedSubProcessor(
                id=one.id, vendor_id=one.vendor_id, name=vendors[one.vendor_id].name,
                legal_name=vendors[one.vendor_id].legal_name, service=names.get(one.service_id, ""),
                purpose=text_in(one.purpose, "en"), storage=places[one.id, LocationKind.STORAGE],
                access=places[one.id, LocationKind.ACCESS], kept_off=one.id in off,
            )
            for one in used
        ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.purpose)))


def _reaches(customer: Customer, engagement: Engagement, services: dict[str, Service]) -> bool:
    return reach_of(customer, scope_around(engagement, services.get(engagement.service_id))).affected


def _places(
    office: Office, reader: Reader, engagements: list[Engagement]
) -> dict[tuple[str, LocationKind], tuple[str, ...]]:
    today = office.clock.today()
    found: dict[tuple[str, LocationKind], tuple[str, ...]] = defaultdict(tuple)
    for place in reader.find(Location, engagement_id=[one.id for one in engagements]):
        if is_within(place.valid_from, place.valid_to, today):
            key, name = (place.engagement_id, place.kind), place_name(office, place.country)
            found[key] = tuple(dict.fromkeys((*found[key], name)))
    return found


def _kept_off(reader: Reader, customer_id: str) -> set[str]:
    """The engagements that a customer is kept off, by exclusion or by the outcome of an objection."""
    excluded = {one.change_id for one in reader.find(Notice, customer_id=customer_id, excluded=True)}
    objections: dict[str, list[Objection]] = defaultdict(list)
    for one in reader.find(Objection, customer_id=customer_id):
        objections[one.change_id].append(one)
    excluded |= {key for key, own in objections.items() if Effect.KEPT_OFF in effects_of(own)}
    return {
        one.engagement_id
        for one in reader.find(Change, id=sorted(excluded))
        if one.state is not ChangeState.CANCELLED and one.kind is not ChangeKind.REMOVE
    }
