"""What the table of vendors asks for, and what the database answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from vendorrisk.usecases.listings import SortKey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from vendorrisk.domain.register.records import Engagement, Location, Service, Vendor


class VendorFilter(StrEnum):
    """The filters of the register that the database itself can answer.

    Of BAD_TRANSFER it is told the answer: whether a transfer holds follows from the law of the day.
    """

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    OUTSIDE_EEA = "OUTSIDE_EEA"
    OVERDUE = "OVERDUE"
    DUE_30 = "DUE_30"
    NO_DPA = "NO_DPA"
    NEVER_ASSESSED = "NEVER_ASSESSED"
    AFFILIATE = "AFFILIATE"
    THIRD_PARTY = "THIRD_PARTY"
    MINE = "MINE"
    OPEN_FINDING = "OPEN_FINDING"
    BAD_TRANSFER = "BAD_TRANSFER"


class VendorOrder(StrEnum):
    """What the register can be sorted by; missing values come last either way."""

    NAME = "NAME"
    PURPOSE = "PURPOSE"
    PLACE = "PLACE"
    COUNTRY = "COUNTRY"
    OWNER = "OWNER"
    DUE = "DUE"


class VendorText(StrEnum):
    """Where typed text is sought."""

    NAME = "NAME"
    PURPOSE = "PURPOSE"
    PLACE = "PLACE"
    OWNER = "OWNER"


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorQuery:
    """What of the register to show. `eea` names the countries that count as the EEA on `today`.

    All `filters` must hold; of `places` (country codes), `owners`, `services` (ids) and `stages` one each,
    where any are given. `bad_transfers` are the ids that BAD_TRANSFER lets through. `place_names` gives the
    folded name of each country, for seeking and for sorting.
    """

    today: date
    text: str = ""
    searched: frozenset[VendorText] = frozenset({VendorText.NAME})
    filters: frozenset[VendorFilter] = frozenset({VendorFilter.ACTIVE})
    places: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    bad_transfers: frozenset[str] = frozenset()
    person: str = ""
    eea: frozenset[str] = frozenset()
    place_names: Mapping[str, str] = field(default_factory=dict)
    sort: tuple[SortKey[VendorOrder], ...] = (SortKey(VendorOrder.NAME),)


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorEntry:
    """A vendor with what hangs on it, as far as one page of the register needs it."""

    vendor: Vendor
    engagements: tuple[Engagement, ...] = ()
    services: tuple[Service, ...] = ()
    locations: tuple[Location, ...] = field(default=())


class VendorListings(Protocol):
    """Pages of vendors, filtered and ordered where the data lies."""

    def count(self, query: VendorQuery) -> int:
        """How many vendors the query shows."""
        ...

    def ids(self, query: VendorQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the vendors the query shows, in order; all of them without a limit."""
        ...

    def entries(self, ids: Sequence[str]) -> list[VendorEntry]:
        """These vendors, in this order."""
        ...

    def owners(self) -> list[str]:
        """Everybody who owns a vendor, by name."""
        ...

    def places(self, today: date) -> list[str]:
        """The codes of all countries in which data is held or from which it is reached, and will be."""
        ...
