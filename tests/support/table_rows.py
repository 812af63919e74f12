"""A short invented register for the tests of tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.columns import Cell, Column, chip, plain
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.tokens import Kind

if TYPE_CHECKING:
    from vendorrisk.ui.widgets.query import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    id: str
    name: str
    country: str = "BR"
    customers: int | None = 0
    due: date | None = None
    high: bool = False


COLUMNS = (
    Column(key="name", title="Vendor", value=lambda v: v.name, sort_key="name", strong=True, width=164),
    Column(key="country", title="Location", value=lambda v: v.country, sort_key="country", width=112),
    Column(
        key="risk",
        title="Risk",
        value=lambda v: chip(Kind.SERIOUS, "High") if v.high else plain(Kind.GOOD, "Low"),
        kind=Cell.STATUS,
        sort_key="risk",
        width=112,
    ),
    Column(
        key="customers",
        title="Customers",
        value=lambda v: v.customers,
        kind=Cell.NUMBER,
        sort_key="customers",
        width=100,
    ),
    Column(key="due", title="Due", value=lambda v: v.due, kind=Cell.DATE, sort_key="due", width=110),
)


def vendors(count: int) -> list[Vendor]:
    return [
        Vendor(
            id=f"v{number}",
            name=f"Vendor {number:05d}",
            country=("BR", "IN", "US")[number % 3],
            customers=number,
            due=date(2026, 11, 23) + timedelta(days=number % 90),
            high=number % 7 == 0,
        )
        for number in range(count)
    ]


class CountingSource(ListSource):
    """Remembers what it was asked."""

    def __init__(self, rows, columns=COLUMNS):
        super().__init__(
            rows,
            columns,
            tests={"country": lambda v, wanted: v.country == wanted, "high": lambda v, _w: v.high},
        )
        self.asked: list[tuple[int, int]] = []

    def rows(self, query: Query, offset: int, limit: int):
        self.asked.append((offset, limit))
        return super().rows(query, offset, limit)

    def edit(self, row_id: str, **parts) -> None:
        self.replace([replace(row, **parts) if row.id == row_id else row for row in self._rows])

    def drop(self, row_id: str) -> None:
        self.replace([row for row in self._rows if row.id != row_id])


class PlainSource:
    """Only counts and reads, as the least a source can do."""

    def __init__(self, source: ListSource):
        self._source = source

    def count(self, query: Query) -> int:
        return self._source.count(query)

    def rows(self, query: Query, offset: int, limit: int):
        return self._source.rows(query, offset, limit)


class Waiting:
    """A runner that lets the test say when a reading arrives."""

    def __init__(self):
        self.jobs = []

    def __call__(self, work, done, failed):
        self.jobs.append((work, done, failed))

    def finish(self, number: int = 0) -> None:
        work, done, _failed = self.jobs.pop(number)
        done(work())

    def fail(self, number: int = 0) -> None:
        self.jobs.pop(number)[2]()
