"""The SQL behind the table of vendors: pages, counts, and what can be chosen to narrow them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from vendorrisk.domain.register.records import Engagement, Location, Service, Vendor
from vendorrisk.store.pages import column_of, counted, moment, values_in
from vendorrisk.store.reading import SqlReader
from vendorrisk.store.tables import TABLES
from vendorrisk.store.vendor_conditions import VENDOR, conditions, not_ended, order
from vendorrisk.usecases.register.vendor_listings import VendorEntry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Engine

    from vendorrisk.usecases.register.vendor_listings import VendorQuery


@dataclass(frozen=True, slots=True)
class SqlVendors:
    """Pages of vendors over the readers' engine."""

    reader: Engine

    def count(self, query: VendorQuery) -> int:
        """How many vendors the query shows."""
        return counted(self.reader, select(func.count()).select_from(VENDOR).where(*conditions(query)))

    def ids(self, query: VendorQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the vendors the query shows, in order; all of them without a limit."""
        page = select(VENDOR.c.id).where(*conditions(query)).order_by(*order(query))
        return column_of(self.reader, page.offset(offset).limit(limit))

    def entries(self, ids: Sequence[str]) -> list[VendorEntry]:
        """These vendors, in this order."""
        with moment(self.reader) as connection:
            return _entries(SqlReader(connection), list(ids))

    def owners(self) -> list[str]:
        """Everybody who owns a vendor, by name."""
        return values_in(self.reader, VENDOR.c.owner)

    def places(self, today: date) -> list[str]:
        """The codes of all countries in which data is held or from which it is reached, and will be."""
        place = TABLES[Location].c
        codes = select(place.country).where(not_ended(today)).distinct().order_by(place.country)
        return column_of(self.reader, codes)


def _entries(reader: SqlReader, ids: list[str]) -> list[VendorEntry]:
    vendors = {vendor.id: vendor for vendor in reader.find(Vendor, id=ids)}
    engagements = reader.find(Engagement, vendor_id=ids)
    services = {one.id: one for one in reader.find(Service, id=sorted({e.service_id for e in engagements}))}
    locations: dict[str, list[Location]] = defaultdict(list)
    for place in reader.find(Location, engagement_id=[one.id for one in engagements]):
        locations[place.engagement_id].append(place)
    own: dict[str, list[Engagement]] = defaultdict(list)
    for engagement in engagements:
        own[engagement.vendor_id].append(engagement)
    return [
        VendorEntry(
            vendor=vendors[one],
            engagements=tuple(own[one]),
            services=tuple(services[e.service_id] for e in own[one] if e.service_id in services),
            locations=tuple(place for e in own[one] for place in locations[e.id]),
        )
        for one in ids
    ]
