"""The register as we knew it on a date: record time, not what the law says was in force then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from vendorrisk.domain.message import UserError, msg
from vendorrisk.domain.record import FALLBACK_LANGUAGE, text_in
from vendorrisk.domain.register.records import Engagement, Location, Service, Vendor
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from vendorrisk.domain.register.records import Stage
    from vendorrisk.usecases.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownVendor:
    """A vendor as it stood in the register then, with what was entered of its engagements.

    `places` are country codes. What the program judges, such as the risk, is left out: its rules are today's.
    """

    id: str
    name: str
    country: str
    owner: str
    purposes: tuple[str, ...]
    services: tuple[str, ...]
    places: tuple[str, ...]
    stages: tuple[Stage, ...]
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRegister:
    """What the register said at the end of a day in the company's zone."""

    day: date
    vendors: tuple[KnownVendor, ...]


def known_on(office: Office, day: date) -> KnownRegister:
    """The vendors as we knew them at the end of a day; raises UserError for a day that is not over yet."""
    if day > office.clock.today():
        raise UserError(msg("known_on.future", day=day), msg("known_on.future.remedy"))
    with office.book.reading() as reader:
        zone = ZoneInfo(settings_of(reader).zone)
    instant = datetime.combine(day, time.max, tzinfo=zone)
    with office.book.reading_as_of(instant) as past:
        services = {one.id: next(iter(one.name.values()), one.code) for one in past.find(Service)}
        engagements: dict[str, list[Engagement]] = defaultdict(list)
        for engagement in past.find(Engagement):
            engagements[engagement.vendor_id].append(engagement)
        places: dict[str, list[str]] = defaultdict(list)
        for place in past.find(Location):
            places[place.engagement_id].append(place.country)
        vendors = sorted(past.find(Vendor), key=lambda vendor: vendor.name.casefold())
    return KnownRegister(
        day=day,
        vendors=tuple(_known(vendor, engagements[vendor.id], services, places) for vendor in vendors),
    )


def _known(
    vendor: Vendor, engagements: list[Engagement], services: dict[str, str], places: dict[str, list[str]]
) -> KnownVendor:
    return KnownVendor(
        id=vendor.id,
        name=vendor.name,
        country=vendor.country,
        owner=vendor.owner,
        purposes=tuple(dict.fromkeys(text_in(one.purpose, FALLBACK_LANGUAGE) for one in engagements)),
        places=tuple(dict.fromkeys(code for one in engagements for code in places[one.id])),
        services=tuple(dict.fromkeys(services.get(one.service_id, "") for one in engagements)),
        stages=tuple(dict.fromkeys(one.stage for one in engagements)),
        archived=vendor.archived_on is not None,
    )
