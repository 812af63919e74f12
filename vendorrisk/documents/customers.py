"""Customer files, CSV or xlsx: which column is which, and each row with the address of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.documents.problems import error, warning
from vendorrisk.documents.tabular.reading import read_tabular
from vendorrisk.domain.notice.customer_file import (
    COLUMNS,
    CustomerRow,
    CustomersRead,
    column_of,
    read_customer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from vendorrisk.documents.child.limits import Limits
    from vendorrisk.documents.tabular.table import Row, Table
    from vendorrisk.domain.message import Problem


def parse(path: Path, options: Mapping[str, Any], limits: Limits) -> CustomersRead:  # noqa: ARG001  (the child's shape)
    """The child's entry."""
    return read_customers(path, limits)


def read_customers(path: Path, limits: Limits) -> CustomersRead:
    """All customers of a file; each wrong cell is named, the good rows wait beside.

    Raises UserError for a file that is neither CSV nor xlsx.
    """
    found = read_tabular(path, limits, lambda cell: bool(column_of(cell)))
    rows: list[CustomerRow] = []
    problems = list(found.problems)
    tables = [table for table in found.tables if "name" in map(column_of, table.header)]
    if not tables:
        problems.append(error(path.name, "customers_no_name_column", known=", ".join(COLUMNS)))
    for table in tables:
        problems += _heading_problems(table)
        for row in table.rows:
            _take(table, row, rows, problems)
    return CustomersRead(rows=tuple(rows), problems=(*problems, *_twice(rows)))


def _heading_problems(table: Table) -> Iterator[Problem]:
    seen: set[str] = set()
    for heading in table.header:
        name = column_of(heading)
        where = f"{table.sheet or table.file}:{table.header_number}"
        if heading and not name:
            yield warning(where, "customers_column_unknown", heading=heading)
        elif name and name in seen:
            yield warning(where, "customers_column_twice", heading=heading)
        seen.add(name)


def _take(table: Table, row: Row, rows: list[CustomerRow], problems: list[Problem]) -> None:
    if not any(row.cells) or not row.sound:  # what is wrong with the row was said where it was read
        return
    taken, wrong = read_customer(_cells(table, row), table.row_address(row))
    problems += wrong
    rows += [taken] if taken else []


def _cells(table: Table, row: Row) -> dict[str, tuple[str, str]]:
    cells: dict[str, tuple[str, str]] = {}
    for column, heading in enumerate(table.header):
        name = column_of(heading)
        if name and name not in cells:
            cells[name] = (row.cells[column], table.address(row, column))
    return cells


def _twice(rows: list[CustomerRow]) -> Iterator[Problem]:
    """A second row for the same account is taken as it stands, but somebody should look."""
    seen: dict[str, str] = {}
    for row in rows:
        key = row.account_id or row.name
        if key in seen:
            yield warning(row.where, "customers_twice", account=key, other=seen[key])
        seen.setdefault(key, row.where)
