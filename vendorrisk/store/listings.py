"""The SQL behind the tables: filter, order, page and count, all answered by indexes or one scan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from vendorrisk.domain.register.records import Engagement, Location, Service, Vendor
from vendorrisk.store.assessment_listings import SqlAssessments
from vendorrisk.store.customer_listings import SqlCustomers
from vendorrisk.store.pages import moment
from vendorrisk.store.reading import SqlReader
from vendorrisk.store.tables import TABLES
from vendorrisk.store.vendor_conditions import VENDOR, conditions, not_ended, order
from vendorrisk.usecases.listings import VendorEntry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Engine, Select

    from vendorrisk.usecases.listings import VendorQuery


@dataclass(frozen=True, slots=True)
class SqlListings:
    """Pages of long tables over the readers' engine."""

    reader: Engine

    @property
    def assessments(self) -> SqlAssessments:
        """Pages of assessments."""
        return SqlAssessments(self.reader)

    @property
    def customers(self) -> SqlCustomers:
        """Pages of customers."""
        return SqlCustomers(self.reader)

    def count_vendors(self, query: VendorQuery) -> int:
        """How many vendors the query shows."""
        counted = select(func.count()).select_from(VENDOR).where(*conditions(query))
        with moment(self.reader) as connection:
            return connection.execute(counted).scalar_one()

    def vendor_ids(self, query: VendorQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the vendors the query shows, in order; all of them without a limit."""
        with moment(self.reader) as connection:
            return list(connection.execute(_page(query).offset(offset).limit(limit)).scalars())

    def vendors(self, query: VendorQuery, *, offset: int, limit: int) -> Sequence[VendorEntry]:
        """One page of vendors, in order."""
        with moment(self.reader) as connection:
            page = _page(query).offset(offset).limit(limit)
            return _entries(SqlReader(connection), list(connection.execute(page).scalars()))

    def vendor_owners(self) -> list[str]:
        """Everybody who owns a vendor, by name."""
        owners = select(VENDOR.c.owner).where(VENDOR.c.owner != "").distinct().order_by(VENDOR.c.owner)
        with moment(self.reader) as connection:
            return list(connection.execute(owners).scalars())

    def vendor_places(self, today: date) -> list[str]:
        """The codes of all countries in which data is held or from which it is reached, and will be."""
        place = TABLES[Location].c
        codes = select(place.country).where(not_ended(today)).distinct().order_by(place.country)
        with moment(self.reader) as connection:
            return list(connection.execute(codes).scalars())


def _page(query: VendorQuery) -> Select[Any]:
    return select(VENDOR.c.id).where(*conditions(query)).order_by(*order(query))


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
