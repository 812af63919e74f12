"""What the table of customers asks for, and what the database answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from vendorrisk.usecases.listings import SortKey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class CustomerFilter(StrEnum):
    """The filters of the customers that the database itself can answer.

    NO_CONTACT: neither an e-mail nor a postal address. ASSUMED: no terms of their own bind today.
    """

    ACTIVE = "ACTIVE"
    ENDED = "ENDED"
    NO_CONTACT = "NO_CONTACT"
    NO_SERVICES = "NO_SERVICES"
    NO_DATA_CENTRE = "NO_DATA_CENTRE"
    REGION_LOCKED = "REGION_LOCKED"
    GENERAL = "GENERAL"
    SPECIFIC = "SPECIFIC"
    ASSUMED = "ASSUMED"
    OPEN_OBJECTION = "OPEN_OBJECTION"


class CustomerOrder(StrEnum):
    """What customers can be sorted by; missing values come last either way."""

    NAME = "NAME"
    ACCOUNT = "ACCOUNT"
    SERVICES = "SERVICES"
    DATA_CENTRE = "DATA_CENTRE"
    AUTHORISATION = "AUTHORISATION"
    NOTICE = "NOTICE"
    OBJECTION = "OBJECTION"
    LANGUAGE = "LANGUAGE"
    CONTACT = "CONTACT"
    ZONE = "ZONE"
    STATUS = "STATUS"


class CustomerText(StrEnum):
    """Where typed text is sought."""

    NAME = "NAME"
    SERVICES = "SERVICES"
    DATA_CENTRE = "DATA_CENTRE"
    CONTACT = "CONTACT"
    LANGUAGE = "LANGUAGE"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerQuery:
    """Which customers to show. Terms are those that bind on `today`.

    All `filters` must hold; of `services` (ids), `centres` (codes) and `languages` one each, where any are
    given. `service_names` gives the folded name of each of our services by id, for seeking and for sorting.
    """

    today: date
    text: str = ""
    searched: frozenset[CustomerText] = frozenset({CustomerText.NAME})
    filters: frozenset[CustomerFilter] = frozenset({CustomerFilter.ACTIVE})
    services: frozenset[str] = frozenset()
    centres: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    service_names: Mapping[str, str] = field(default_factory=dict)
    sort: tuple[SortKey[CustomerOrder], ...] = (SortKey(CustomerOrder.NAME),)


class CustomerListings(Protocol):
    """Pages of customers, filtered and ordered where the data lies."""

    def count(self, query: CustomerQuery) -> int:
        """How many customers the query shows."""
        ...

    def ids(self, query: CustomerQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the customers the query shows, in order; all of them without a limit."""
        ...

    def centres(self) -> list[str]:
        """The codes of all data centres that a customer has, in order."""
        ...

    def languages(self) -> list[str]:
        """All languages that a customer is written to in, in order."""
        ...
