"""The names of the register for the command palette: read as columns, not as records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from vendorrisk.domain.diligence.records import Assessment, Document
from vendorrisk.domain.notice.letter_values import reference_of
from vendorrisk.domain.notice.records import Change, Customer, Notice
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.store.tables import FOLDED, TABLES
from vendorrisk.usecases.searching import FoundKind, Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Engine

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
        """Vendors, customers and documents by name; changes and letters by number; assessments by vendor."""
        found: list[Named] = []
        with self.reader.connect() as connection, connection.begin():
            for kind, table, field in _NAMED:
                query = select(table.c.id, table.c[field], table.c[FOLDED])
                found += [Named(kind, *row) for row in connection.execute(query)]
            for read in (_changes, _letters, _assessments):
                found += read(connection)
        return found


def _changes(connection: Connection) -> Iterator[Named]:
    """Changes by number and sub-processor, the newest first."""
    change, engagement, vendor = TABLES[Change].c, TABLES[Engagement].c, TABLES[Vendor].c
    query = (
        select(change.id, change.number, vendor.name, vendor[FOLDED])
        .where(change.engagement_id == engagement.id, engagement.vendor_id == vendor.id)
        .order_by(change.number.desc())
    )
    for id_, number, name, folded in connection.execute(query):
        yield Named(FoundKind.CHANGE, id_, f"{number} {name}", f"{fold(number)} {folded}")


def _letters(connection: Connection) -> Iterator[Named]:
    """Letters that were written, by the reference they bear and their customer."""
    notice, change, customer = TABLES[Notice].c, TABLES[Change].c, TABLES[Customer].c
    query = select(change.id, change.number, customer.id, customer.name, customer[FOLDED]).where(
        notice.change_id == change.id, notice.customer_id == customer.id, notice.content_sha256 != ""
    )
    for change_id, number, id_, name, folded in connection.execute(query):
        reference = reference_of(number, change_id, id_)
        yield Named(
            FoundKind.LETTER, id_, f"{reference} {name}", f"{fold(reference)} {folded}", of=(change_id,)
        )


def _assessments(connection: Connection) -> Iterator[Named]:
    """Assessments by vendor, the newest first."""
    assessment, engagement, vendor = TABLES[Assessment].c, TABLES[Engagement].c, TABLES[Vendor].c
    query = (
        select(
            assessment.id, vendor.name, vendor[FOLDED], assessment.kind, assessment.state,
            assessment.started_on,
        )
        .where(assessment.engagement_id == engagement.id, engagement.vendor_id == vendor.id)
        .order_by(assessment.started_on.desc(), assessment.id)
    )  # fmt: skip
    for id_, name, folded, kind, state, begun in connection.execute(query):
        day = date.fromisoformat(begun) if begun else None
        yield Named(FoundKind.ASSESSMENT, id_, name, folded, of=(kind, state), day=day)
