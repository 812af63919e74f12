"""The SQL behind the tables: filter, order, page and count, all answered by indexes or one scan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, and_, cast, exists, func, or_, select

from vendorrisk.domain.register.records import Engagement, Location, Service, Vendor, VendorKind
from vendorrisk.store.folding import folded
from vendorrisk.store.reading import SqlReader
from vendorrisk.store.tables import FOLDED, SORT_KEY, TABLES
from vendorrisk.usecases.listings import VendorEntry, VendorFilter, VendorOrder, VendorQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Engine, Select

_VENDOR = TABLES[Vendor]
_ENGAGEMENT = TABLES[Engagement]
_LOCATION = TABLES[Location]
_CLOSED = ("REJECTED", "WITHDRAWN", "TERMINATED")
PSEUDO_EEA = ("EU", "EEA")


def due_text(engagement: Any = _ENGAGEMENT) -> ColumnElement[str]:
    """The due date as text that compares like the date (domain.md 6.6: the anchor plus 12 months a cycle).

    A clamped 29 February compares as 29 February: one day late in a common year, never early.
    """
    year = cast(func.substr(engagement.c.anchor, 1, 4), Integer) + engagement.c.cycles
    return cast(year, Text) + func.substr(engagement.c.anchor, 5, type_=Text)


def _has(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    own = and_(_ENGAGEMENT.c.vendor_id == _VENDOR.c.id, _ENGAGEMENT.c.stage.not_in(_CLOSED))
    return exists().where(own, *conditions)


def _due_before(text: str) -> ColumnElement[bool]:
    return _has(_ENGAGEMENT.c.anchor.is_not(None), due_text() < text)


def _outside(query: VendorQuery) -> ColumnElement[bool]:
    inside = [*query.eea, *PSEUDO_EEA]
    place = exists().where(
        _LOCATION.c.engagement_id == _ENGAGEMENT.c.id,
        _LOCATION.c.valid_to.is_(None),
        _LOCATION.c.country.not_in(inside),
    )
    return _has(place)


def _without_dpa(query: VendorQuery) -> ColumnElement[bool]:
    from vendorrisk.domain.diligence.records import Document  # noqa: PLC0415  (a table of a later stage)

    document, today = TABLES[Document], query.today.isoformat()
    in_force = exists().where(
        document.c.vendor_id == _VENDOR.c.id,
        document.c.kind == "DPA",
        or_(document.c.valid_to.is_(None), document.c.valid_to >= today),
    )
    return ~in_force


_FILTERS: dict[VendorFilter, Callable[[VendorQuery], ColumnElement[bool]]] = {
    VendorFilter.ACTIVE: lambda _: _VENDOR.c.archived_on.is_(None),
    VendorFilter.ARCHIVED: lambda _: _VENDOR.c.archived_on.is_not(None),
    VendorFilter.OUTSIDE_EEA: _outside,
    VendorFilter.OVERDUE: lambda query: _due_before(query.today.isoformat()),
    VendorFilter.DUE_30: lambda query: _due_before((query.today + timedelta(days=31)).isoformat()),
    VendorFilter.NO_DPA: _without_dpa,
    VendorFilter.NEVER_ASSESSED: lambda _: _has(_ENGAGEMENT.c.anchor.is_(None)),
    VendorFilter.AFFILIATE: lambda _: _VENDOR.c.kind == VendorKind.AFFILIATE,
    VendorFilter.MINE: lambda query: _VENDOR.c.owner == query.person,
}


def _first_due() -> ColumnElement[Any]:
    own = and_(_ENGAGEMENT.c.vendor_id == _VENDOR.c.id, _ENGAGEMENT.c.anchor.is_not(None))
    return select(func.min(due_text())).where(own).scalar_subquery()


_ORDERS: dict[VendorOrder, Callable[[], ColumnElement[Any]]] = {
    VendorOrder.NAME: lambda: _VENDOR.c[SORT_KEY],
    VendorOrder.COUNTRY: lambda: func.nullif(_VENDOR.c.country, ""),
    VendorOrder.OWNER: lambda: func.nullif(_VENDOR.c.owner, ""),
    VendorOrder.DUE: _first_due,
}


def _conditions(query: VendorQuery) -> list[ColumnElement[bool]]:
    found = [_FILTERS[name](query) for name in sorted(query.filters)]
    if query.text.strip():
        found += [_VENDOR.c[FOLDED].contains(word, autoescape=True) for word in folded(query.text).split()]
    return found


@dataclass(frozen=True, slots=True)
class SqlListings:
    """Pages of long tables over the readers' engine."""

    reader: Engine

    def count_vendors(self, query: VendorQuery) -> int:
        """How many vendors the query shows."""
        with self.reader.connect() as connection, connection.begin():
            counted = select(func.count()).select_from(_VENDOR).where(*_conditions(query))
            return connection.execute(counted).scalar_one()

    def vendors(self, query: VendorQuery, *, offset: int, limit: int) -> Sequence[VendorEntry]:
        """One page of vendors, in order."""
        with self.reader.connect() as connection, connection.begin():
            reader = SqlReader(connection)
            page = self._page(query).offset(offset).limit(limit)
            ids = [row.id for row in connection.execute(page)]
            return _entries(reader, ids)

    @staticmethod
    def _page(query: VendorQuery) -> Select[Any]:
        order = _ORDERS[query.order]()
        by = order.desc() if query.descending else order.asc()
        return select(_VENDOR.c.id).where(*_conditions(query)).order_by(by.nulls_last(), _VENDOR.c[SORT_KEY])


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
