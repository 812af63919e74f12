"""The read side of the tables on screen: what to show, in which order, and the rows of one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.domain.register.records import Engagement, Location, Service, Vendor


class VendorFilter(StrEnum):
    """The filters of the register that the database itself can answer."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    OUTSIDE_EEA = "OUTSIDE_EEA"
    OVERDUE = "OVERDUE"
    DUE_30 = "DUE_30"
    NO_DPA = "NO_DPA"
    NEVER_ASSESSED = "NEVER_ASSESSED"
    AFFILIATE = "AFFILIATE"
    MINE = "MINE"


class VendorOrder(StrEnum):
    """What the register can be sorted by; missing values come last either way."""

    NAME = "NAME"
    COUNTRY = "COUNTRY"
    OWNER = "OWNER"
    DUE = "DUE"


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorQuery:
    """What of the register to show. `eea` names the countries that count as the EEA on `today`."""

    today: date
    text: str = ""
    filters: frozenset[VendorFilter] = frozenset({VendorFilter.ACTIVE})
    person: str = ""
    eea: frozenset[str] = frozenset()
    order: VendorOrder = VendorOrder.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorEntry:
    """A vendor with what hangs on it, as far as one page of the register needs it."""

    vendor: Vendor
    engagements: tuple[Engagement, ...] = ()
    services: tuple[Service, ...] = ()
    locations: tuple[Location, ...] = field(default=())


class Listings(Protocol):
    """Pages of long tables, filtered and ordered where the data lies."""

    def count_vendors(self, query: VendorQuery) -> int:
        """How many vendors the query shows."""
        ...

    def vendors(self, query: VendorQuery, *, offset: int, limit: int) -> Sequence[VendorEntry]:
        """One page of vendors, in order."""
        ...
