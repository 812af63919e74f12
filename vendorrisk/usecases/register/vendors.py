"""The register: adding a vendor with its first engagement, retiring it, showing what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Blocked, Refused, msg
from vendorrisk.domain.register import validation
from vendorrisk.domain.register.records import (
    ENDED_STAGES,
    Contact,
    Engagement,
    Flow,
    FourthParty,
    Location,
    LocationKind,
    Service,
    Vendor,
)
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.checks import problems_of
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.signals import counted
from vendorrisk.usecases.typed import fields_of, read_fields, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

ARCHIVE_VENDOR = action("vendor.archive")
UNARCHIVE_VENDOR = action("vendor.unarchive")


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorAdded:
    """A new vendor with its first engagement."""

    vendor: Vendor
    engagement: Engagement


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementFile:
    """An engagement with its parts that are in force, and what was before."""

    engagement: Engagement
    service: Service | None
    locations: tuple[Location, ...]
    flows: tuple[Flow, ...]
    fourth_parties: tuple[FourthParty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorFile:
    """All the register knows of a vendor."""

    vendor: Vendor
    engagements: tuple[EngagementFile, ...]
    contacts: tuple[Contact, ...]


def add_vendor(
    office: Office,
    vendor: Mapping[str, str],
    engagement: Mapping[str, str],
    *,
    service: str,
    storage: Sequence[str] = (),
    access: Sequence[str] = (),
) -> VendorAdded:
    """Adds a vendor with its first engagement, in one step.

    `service` is the id or code of a service of ours; one named for the first time is created. `storage` and
    `access` are countries. Raises BadInput that names every wrong field.
    """
    new_vendor = Vendor(id=office.new_id(), **read_fields(Vendor, vendor))
    values = read_fields(Engagement, engagement)
    today = office.clock.today()
    refuse(problems_of(new_vendor, today))
    with office.book.act(ADD[Vendor], id=new_vendor.id) as desk:
        ours = service_named(office, desk, service)
        first = Engagement(
            id=office.new_id(), vendor_id=new_vendor.id, service_id=ours.id,
            **{"requested_by": office.actor, **values},
        )  # fmt: skip
        refuse(problems_of(first, today))
        desk.put(new_vendor, first, *_places(office, first.id, storage, access))
    return VendorAdded(vendor=new_vendor, engagement=first)


def add_engagement(
    office: Office,
    vendor_id: str,
    typed: Mapping[str, str],
    *,
    service: str,
    storage: Sequence[str] = (),
    access: Sequence[str] = (),
) -> Engagement:
    """Adds a further engagement to a vendor, with its first places, in one step; `service` as in add_vendor.

    Raises BadInput that names every wrong field, NotFound for a vendor that is gone.
    """
    values = read_fields(Engagement, typed)
    with office.book.act(ADD[Engagement], vendor=vendor_id) as desk:
        vendor = desk.get(Vendor, vendor_id)
        ours = service_named(office, desk, service)
        added = Engagement(
            id=office.new_id(), vendor_id=vendor.id, service_id=ours.id,
            **{"requested_by": office.actor, **values},
        )  # fmt: skip
        refuse(problems_of(added, office.clock.today()))
        desk.put(added, *_places(office, added.id, storage, access))
    return added


def service_named(office: Office, desk: Desk, wanted: str) -> Service:
    """The service with this id, code or English name; one that is named for the first time is created."""
    for service in desk.find(Service):
        if wanted in {service.id, service.code, service.name.get("en")}:
            return service
    service = Service(id=office.new_id(), code=wanted, name={"en": wanted})
    refuse(problems_of(service, office.clock.today()))
    desk.put(service)
    return service


def _places(
    office: Office, engagement_id: str, storage: Sequence[str], access: Sequence[str]
) -> list[Location]:
    wanted = [(LocationKind.STORAGE, one) for one in storage] + [(LocationKind.ACCESS, one) for one in access]
    return [
        Location(
            id=office.new_id(), engagement_id=engagement_id, kind=kind, country=_country(kind, country)
        )
        for kind, country in wanted
    ]  # fmt: skip


def _country(kind: LocationKind, typed: str) -> str:
    """A country as it is typed; where it cannot be one, what lies there is named: a vendor has one too."""
    name = kind.value.lower()
    read = validation.read_fields({name: typed}, {name: fields_of(Location)["country"]})
    refuse(read.problems)
    return str(read.values[name])


def archive_vendors(office: Office, vendor_ids: Sequence[str]) -> list[Vendor]:
    """Takes several vendors out of the lists as one step; refused, naming each, while one is in use."""
    with office.book.act(ARCHIVE_VENDOR, ids=list(vendor_ids)) as desk:
        vendors = [one for one in desk.find(Vendor, id=list(vendor_ids)) if one.archived_on is None]
        blocked = tuple(_in_use(desk, vendors))
        if blocked:
            raise Refused(
                counted("vendors.in_use", len(blocked)), msg("vendor.in_use.remedy"), blocked=blocked
            )
        archived = [replace(one, archived_on=office.clock.today()) for one in vendors]
        desk.put(*archived)
    return archived


def unarchive_vendors(office: Office, vendor_ids: Sequence[str]) -> list[Vendor]:
    """Brings several vendors back into the lists as one step."""
    with office.book.act(UNARCHIVE_VENDOR, ids=list(vendor_ids)) as desk:
        back = [
            replace(one, archived_on=None)
            for one in desk.find(Vendor, id=list(vendor_ids))
            if one.archived_on
        ]
        desk.put(*back)
    return back


def _in_use(desk: Desk, vendors: Iterable[Vendor]) -> Iterator[Blocked]:
    for vendor in vendors:
        running = [
            one
            for one in desk.find(Engagement, vendor_id=vendor.id)
            if one.stage not in ENDED_STAGES and one.live_since
        ]
        if running:
            what = msg("vendor.in_use", vendor=vendor.name)
            yield Blocked(guard=vendor.name, fact=what, remedy=msg("vendor.in_use.remedy"))


def vendor_file(reader: Reader, vendor_id: str) -> VendorFile:
    """All that the register knows of a vendor."""
    engagements = reader.find(Engagement, vendor_id=vendor_id)
    return VendorFile(
        vendor=reader.get(Vendor, vendor_id),
        engagements=tuple(engagement_file(reader, one) for one in engagements),
        contacts=tuple(reader.find(Contact, vendor_id=vendor_id)),
    )


def engagement_file(reader: Reader, engagement: Engagement) -> EngagementFile:
    """An engagement with its locations, flows and fourth parties."""
    services = reader.find(Service, id=engagement.service_id)
    return EngagementFile(
        engagement=engagement,
        service=services[0] if services else None,
        locations=tuple(reader.find(Location, engagement_id=engagement.id)),
        flows=tuple(reader.find(Flow, engagement_id=engagement.id)),
        fourth_parties=tuple(reader.find(FourthParty, engagement_id=engagement.id)),
    )
