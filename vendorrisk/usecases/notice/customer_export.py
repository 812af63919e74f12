"""Customers as a file that an import reads back: every column of the contract, with the terms in force."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.formulas import guarded
from vendorrisk.domain.notice.customer_file import COLUMNS, TERMS
from vendorrisk.domain.notice.records import Customer, Terms
from vendorrisk.domain.notice.terms import covers, strictest_terms
from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases.notice.customer_rows import service_names
from vendorrisk.usecases.notice.customer_template import save_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from vendorrisk.usecases.office import Office

_YES_NO = {True: "yes", False: "no"}


def export_customers(office: Office, target: Path | None) -> int:
    """Writes all customers and returns how many; without a target it only counts.

    The file is whole or not there. A customer without terms of its own has none in it, so that ours stay
    assumed when it is read back.
    """
    today = office.clock.today()
    with office.book.reading() as reader:
        found = reader.find(Customer)
        names, own = service_names(reader), _own(reader.find(Terms), today)
        people = _people(reader.find(Contact))
    found.sort(key=lambda one: one.name.casefold())
    rows = [_cells(one, own.get(one.id), names) | {"contacts": people[one.id]} for one in found]
    if target is not None:
        save_table(target, rows)
    return len(rows)


def _own(terms: list[Terms], today: date) -> dict[str, Terms]:
    """By customer, its own terms that bind today; of several at once the strictest."""
    binding: dict[str, list[Terms]] = defaultdict(list)
    for one in terms:
        if covers(one, today) and not one.assumed:
            binding[one.customer_id].append(one)
    strictest = ((key, strictest_terms(versions)) for key, versions in binding.items())
    return {key: one for key, one in strictest if one is not None}


def _people(contacts: Iterable[Contact]) -> dict[str, str]:
    """By customer, its further contacts in one cell."""
    cells: dict[str, list[str]] = defaultdict(list)
    for one in contacts:
        if one.email:
            name = one.name.replace(";", ",")
            cells[one.customer_id].append(f"{name} <{one.email}>" if name else one.email)
    return defaultdict(str, {key: guarded("; ".join(people)) for key, people in cells.items()})


def _cells(customer: Customer, terms: Terms | None, names: Mapping[str, str]) -> dict[str, str]:
    services = [names[key] for key in customer.services if key in names]
    facts: dict[str, Any] = {
        "name": customer.name, "account_id": customer.account_id, "services": ";".join(services),
        "data_centre": customer.data_centre, "region_lock": customer.region_lock, "timezone": customer.zone,
        "language": customer.language, "email": customer.email, "address": customer.address,
        "status": "active" if customer.active else "inactive", "customer_since": customer.since,
    }  # fmt: skip
    agreed = {name: getattr(terms, name) for name in TERMS} if terms else {}
    return {name: _cell((facts | agreed).get(name)) for name in COLUMNS}


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, tuple):
        value = ";".join(value)
    return "" if value is None else guarded(str(value))
