"""The names of the register for the command palette: read as columns, not as records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store.tables import FOLDED, TABLES
from vendorrisk.usecases.searching import FoundKind, Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

_NAMED = (
    (FoundKind.VENDOR, TABLES[Vendor], "name"),
    (FoundKind.CUSTOMER, TABLES[Customer], "name"),
    (FoundKind.DOCUMENT, TABLES[Document], "title"),
)


@dataclass(frozen=True, slots=True)
class SqlNames:
    """All names over the readers' engine, behind the port `Names`."""

    reader: Engine

    def names(self) -> Sequence[Named]:
        """Vendors, customers and documents by name."""
        found: list[Named] = []
        with self.reader.connect() as connection, connection.begin():
            for kind, table, field in _NAMED:
                query = select(table.c.id, table.c[field], table.c[FOLDED])
                found += [Named(kind, *row) for row in connection.execute(query)]
        return found
