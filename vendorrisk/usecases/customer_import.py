"""Importing customers: a preview of every row and what it does, then one undoable step; no removal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Level, Problem, Refused, UserError, msg
from vendorrisk.domain.notice.customer_file import TERMS
from vendorrisk.domain.notice.records import Customer, DataCentre, Terms
from vendorrisk.domain.notice.terms import covers
from vendorrisk.domain.register.records import Service
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.changes import ALL_SERVICES
from vendorrisk.usecases.customer_terms import begin_version
from vendorrisk.usecases.holiday_table import fill_on

if TYPE_CHECKING:
    from vendorrisk.domain.notice.customer_file import CustomerRow, CustomersRead
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk

IMPORT_CUSTOMERS = action("customer.import")

ASK_FROM_SHARE = 5
"""A file that changes more than one in so many stored customers asks first."""

MANY_CHANGE = "customers.many_change"
"""The refusal of a file that changes so much; whoever agrees to it is not asked again."""

YEARS_AHEAD = 2


class CustomerAction(StrEnum):
    """What one row of the file does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCustomer:
    """A row of the file with what it does and which of the customer's facts it changes."""

    row: CustomerRow
    action: CustomerAction
    customer: Customer
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerImport:
    """What an import does, with the services and data centres that it names for the first time."""

    rows: tuple[PlannedCustomer, ...]
    problems: tuple[Problem, ...]
    new_services: tuple[str, ...]
    new_centres: tuple[str, ...]

    def count(self, what: CustomerAction) -> int:
        """How many rows do this."""
        return sum(one.action is what for one in self.rows)


def import_customers(office: Office, read: CustomersRead, *, agreed: bool = False) -> CustomerImport:
    """Applies a customer file that was read, as one step; customers that it does not name stay as they are.

    A customer is found by account id, else by exact name. Raises Refused where more than a fifth of the
    stored customers would change and nobody `agreed` to that.
    """
    with office.book.act(IMPORT_CUSTOMERS, rows=len(read.rows)) as desk:
        plan = _Plan(office, desk)
        stored = len(plan.customers)
        rows = tuple(planned for row in read.rows if (planned := plan.take(row)) is not None)
        changed = sum(one.action is CustomerAction.CHANGED for one in rows)
        if not agreed and changed * ASK_FROM_SHARE > stored:
            facts = {"changed": changed, "stored": stored}
            raise Refused(msg(MANY_CHANGE, **facts), msg(f"{MANY_CHANGE}.remedy", **facts))
        desk.put(*plan.new)
    return CustomerImport(
        rows=rows, problems=(*read.problems, *plan.problems),
        new_services=tuple(plan.new_services), new_centres=tuple(plan.new_centres),
    )  # fmt: skip


@dataclass
class _Plan:
    """The customers as they become row by row."""

    office: Office
    desk: Desk
    new: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new_services: list[str] = field(default_factory=list)
    new_centres: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.customers = self.desk.find(Customer)
        self._by_account = {one.account_id: one for one in self.customers if one.account_id}
        self._by_name = {one.name: one for one in self.customers if not one.account_id}
        self._names = self.office.likeness.among(one.name for one in self.customers)
        self._terms: dict[str, dict[str, Terms]] = defaultdict(dict)
        for one in self.desk.find(Terms):
            self._terms[one.customer_id][one.id] = one
        self._services = {one.code: one for one in self.desk.find(Service)}
        self._centres = {one.code for one in self.desk.find(DataCentre)}
        self._places: set[str] = set()

    def take(self, row: CustomerRow) -> PlannedCustomer | None:
        """Works one row in; None where its holidays are not known, so that it waits beside."""
        if not self._holidays_known(row):
            return None
        known = self._known(row)
        customer = self._customer(row, known)
        changes = [
            name for name in _facts(customer) if known and _facts(customer)[name] != _facts(known)[name]
        ]
        changes += self._take_terms(row, customer)
        if known is None:
            self._warn_of_likeness(row)
            self._remember(customer)
        if known is None or changes:
            self.new.append(customer)
        done = (
            CustomerAction.NEW
            if known is None
            else CustomerAction.CHANGED
            if changes
            else CustomerAction.SAME
        )
        listed = () if known is None else tuple(changes)
        return PlannedCustomer(row=row, action=done, customer=customer, changes=listed)

    def _known(self, row: CustomerRow) -> Customer | None:
        return self._by_account.get(row.account_id) if row.account_id else self._by_name.get(row.name)

    def _remember(self, customer: Customer) -> None:
        if customer.account_id:
            self._by_account[customer.account_id] = customer
        else:
            self._by_name[customer.name] = customer
        self._names.add(customer.name)

    def _customer(self, row: CustomerRow, known: Customer | None) -> Customer:
        values: dict[str, Any] = {
            "account_id": row.account_id, "services": self._service_ids(row), "zone": row.timezone,
            "data_centre": self._centre(row), "region_lock": row.region_lock, "language": row.language,
            "email": row.email, "active": row.active,
        }  # fmt: skip
        if known is None:
            return Customer(id=self.office.new_id(), name=row.name, **values)
        columns = {"zone": "timezone", "active": "status"}
        given = {name: value for name, value in values.items() if columns.get(name, name) in row.given}
        return replace(known, name=row.name, **given)

    def _service_ids(self, row: CustomerRow) -> tuple[str, ...]:
        """The ids of what a row names; "all services" is kept as none, so that it is told of every change."""
        by_name = {one.name.get("en", ""): one for one in self._services.values()}
        ids: list[str] = []
        for name in row.services:
            service = self._services.get(name) or by_name.get(name)
            if service is not None and service.code == ALL_SERVICES:
                return ()
            if service is None:
                service = Service(id=self.office.new_id(), code=name, name={"en": name})
                self._services[name] = service
                self.new.append(service)
                self.new_services.append(name)
            ids.append(service.id)
        return tuple(ids)

    def _centre(self, row: CustomerRow) -> str:
        if row.data_centre and row.data_centre not in self._centres:
            self._centres.add(row.data_centre)
            self.new_centres.append(row.data_centre)
            self.new.append(
                DataCentre(id=self.office.new_id(), code=row.data_centre, name={"en": row.data_centre})
            )
        return row.data_centre

    def _take_terms(self, row: CustomerRow, customer: Customer) -> list[str]:
        """New terms bind from today; those of before stay for what was sent under them (domain.md 9.13).

        A row that says nothing of terms makes none, so that our standard terms count as assumed (5.2).
        """
        if not row.states_terms:
            return []
        today, own = self.office.clock.today(), self._terms[customer.id]
        known = max(
            (one for one in own.values() if covers(one, today)),
            key=lambda one: one.valid_from or date.min, default=None,
        )  # fmt: skip
        wanted = {name: getattr(row, name) for name in TERMS if known is None or name in row.given}
        if known is None:
            fresh = Terms(id=self.office.new_id(), customer_id=customer.id, **wanted)
            fresh = replace(fresh, valid_from=today) if own else fresh
        else:
            fresh = replace(known, **wanted)
            if fresh == known:
                return []
            if known.valid_from != today:
                fresh = replace(fresh, id=self.office.new_id(), valid_from=today)
        written = begin_version(own.values(), fresh)
        own |= {one.id: one for one in written}
        self.new += written
        return [name for name in TERMS if known and getattr(fresh, name) != getattr(known, name)]

    def _holidays_known(self, row: CustomerRow) -> bool:
        place, year = row.holidays, self.office.clock.today().year
        if not place or place in self._places:
            return True
        try:
            fill_on(self.desk, self.office, place, range(year - 1, year + YEARS_AHEAD + 1))
        except UserError as error:
            self.problems.append(Problem(row.where, error.what, error.remedy))
            return False
        self._places.add(place)
        return True

    def _warn_of_likeness(self, row: CustomerRow) -> None:
        for other in self._names.near(row.name):
            facts = {"name": row.name, "other": other}
            what, remedy = msg("customers.like", **facts), msg("customers.like.remedy", **facts)
            self.problems.append(Problem(row.where, what, remedy, Level.WARNING))


def _facts(customer: Customer) -> dict[str, Any]:
    return {one.name: getattr(customer, one.name) for one in fields(customer) if one.name != "id"}
