"""The read side of long tables: each is filtered, ordered and paged where the data lies."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from vendorrisk.usecases.diligence.assessment_listings import AssessmentListings
    from vendorrisk.usecases.notice.customer_listings import CustomerListings
    from vendorrisk.usecases.register.vendor_listings import VendorListings

Order = TypeVar("Order", bound=StrEnum)


class SortKey(NamedTuple, Generic[Order]):
    """One key of the order of a table; missing values come last either way."""

    by: Order
    descending: bool = False


class Listings(Protocol):
    """The long tables of an open workspace."""

    @property
    def vendors(self) -> VendorListings:
        """Pages of vendors."""
        ...

    @property
    def assessments(self) -> AssessmentListings:
        """Pages of assessments."""
        ...

    @property
    def customers(self) -> CustomerListings:
        """Pages of customers."""
        ...
