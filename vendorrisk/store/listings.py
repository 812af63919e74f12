"""The long tables of a workspace, each over the readers' engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.store.assessment_listings import SqlAssessments
from vendorrisk.store.customer_listings import SqlCustomers
from vendorrisk.store.vendor_listings import SqlVendors

if TYPE_CHECKING:
    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class SqlListings:
    """What answers what a table asks for."""

    reader: Engine

    @property
    def vendors(self) -> SqlVendors:
        """Pages of vendors."""
        return SqlVendors(self.reader)

    @property
    def assessments(self) -> SqlAssessments:
        """Pages of assessments."""
        return SqlAssessments(self.reader)

    @property
    def customers(self) -> SqlCustomers:
        """Pages of customers."""
        return SqlCustomers(self.reader)
