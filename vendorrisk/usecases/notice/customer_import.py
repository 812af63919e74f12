"""Importing customers: a preview of every row and what it does, then one undoable step; no removal."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Level, Problem, Refused, UserError, msg
from vendorrisk.domain.notice.customer_file import BESIDE_TERMS, TERMS
from vendorrisk.domain.notice.records import Authorisation, Customer, DataCentre, Terms
from vendorrisk.domain.notice.term_versions import begin_version
from vendorrisk.domain.notice.terms import covers
from vendorrisk.domain.notice.terms_check import problems_of
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Contact, Service
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import ALL_SERVICES
from vendorrisk.usecases.notice.holiday_table import fill_on

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """What an import does, with the services and data centres that it names for the first time.

    `new_holidays` are the places and years whose public holidays it records, so that days can be counted.
    """

    rows: tuple[PlannedCustomer, ...]
    problems: tuple[Problem, ...]
    new_services: tuple[str, ...]
    new_centres: tuple[str, ...]
    new_holidays: tuple[tuple[str, int], ...] = ()

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
        rows=rows, problems=(*read.problems, *plan.problems, *_assumed(rows)),
        new_services=tuple(plan.new_services), new_centres=tuple(plan.new_centres),
        new_holidays=tuple(plan.new_holidays),
    )  # fmt: skip


def _assumed(rows: Iterable[PlannedCustomer]) -> tuple[Problem, ...]:
    """One warning each for all new customers whose terms or kind of authorisation are assumed (5.2)."""
    new = [one.row for one in rows if one.action is CustomerAction.NEW]
    assumed = {
        "customers.no_terms": [row for row in new if not row.states_terms],
        "customers.authorisation_assumed": [
            row for row in new if row.states_terms and "authorisation" not in row.given
        ],
    }
    return tuple(
        Problem(silent[0].where, msg(key, count=len(silent)), msg(f"{key}.remedy"), Level.WARNING)
        for key, silent in assumed.items()
        if silent
    )


@dataclass
class _Plan:
    """The customers as they become row by row."""

    office: Office
    desk: Desk
    new: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new_services: list[str] = field(default_factory=list)
    new_centres: list[str] = field(default_factory=list)
    new_holidays: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.customers = self.desk.find(Customer)
        self._by_account = {one.account_id: one for one in self.customers if one.account_id}
        self._by_name = {one.name: one for one in self.customers if not one.account_id}
        self._all_names = Counter(one.name for one in self.customers)
        self._stored_alone = {one.name: one for one in self.customers if self._all_names[one.name] == 1}
        self._names = self.office.likeness.among(one.name for one in self.customers)
        self._terms: dict[str, dict[str, Terms]] = defaultdict(dict)
        for one in self.desk.find(Terms):
            self._terms[one.customer_id][one.id] = one
        self._reached = {(one.customer_id, one.email.casefold()) for one in self.desk.find(Contact)}
        self._services: dict[str, Service] = {}
        for service in self.desk.find(Service):
            self._learn(service)
        self._centres = {fold(one.code): one.code for one in self.desk.find(DataCentre)}
        self._places: set[str] = set()

    def take(self, row: CustomerRow) -> PlannedCustomer | None:
        """Works one row in; None where its holidays or services are not known, so that it waits beside."""
        if not self._holidays_known(row) or not self._services_known(row):
            return None
        known = self._known(row)
        customer = self._customer(row, known)
        changes = [
            name for name in _facts(customer) if known and _facts(customer)[name] != _facts(known)[name]
        ]
        changes += [*self._take_contacts(row, customer), *self._take_terms(row, customer)]
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
        """By account, else by exact name; where one of the two has an account, by a name stored only once."""
        alone = self._stored_alone.get(row.name)
        if row.account_id:
            unnumbered = alone if alone and not alone.account_id else None
            return self._by_account.get(row.account_id) or unnumbered
        return self._by_name.get(row.name) or alone

    def _remember(self, customer: Customer) -> None:
        if customer.account_id:
            self._by_account[customer.account_id] = customer
        else:
            self._by_name[customer.name] = customer
        self._names.add(customer.name)
        self._all_names[customer.name] += 1

    def _customer(self, row: CustomerRow, known: Customer | None) -> Customer:
        values: dict[str, Any] = {
            "account_id": row.account_id, "services": self._service_ids(row), "zone": row.timezone,
            "data_centre": self._centre(row), "region_lock": row.region_lock, "language": row.language,
            "email": row.email, "active": row.active, "address": row.address, "since": row.since,
        }  # fmt: skip
        if known is None:
            return Customer(id=self.office.new_id(), name=row.name, **values)
        columns = {"zone": "timezone", "active": "status", "since": "customer_since"}
        given = {name: value for name, value in values.items() if columns.get(name, name) in row.given}
        return replace(known, name=row.name, **given)

    def _learn(self, service: Service) -> None:
        """A service is found by its code or its English name, however they are written."""
        self._services |= {fold(name): service for name in (service.name.get("en", ""), service.code) if name}

    def _services_known(self, row: CustomerRow) -> bool:
        """False where a comma stands in a name that nobody knows: two services, or one of a longer name?"""
        unsure = [name for name in row.services if "," in name and fold(name) not in self._services]
        unsure = [name for name in unsure if not all(part in self._services for part in _parts(name))]
        self.problems += [_problem(row, "customers.comma", service=name) for name in unsure]
        return not unsure

    def _service_ids(self, row: CustomerRow) -> tuple[str, ...]:
        """The ids of what a row names; "all services" is kept as none, so that it is told of every change."""
        ids: list[str] = []
        for name in row.services:
            parts = [fold(name)] if fold(name) in self._services or "," not in name else _parts(name)
            for part in parts:
                service = self._services.get(part) or self._new_service(name)
                if service.code == ALL_SERVICES:
                    return ()
                ids.append(service.id)
        return tuple(dict.fromkeys(ids))

    def _new_service(self, name: str) -> Service:
        service = Service(id=self.office.new_id(), code=name, name={"en": name})
        self._learn(service)
        self.new.append(service)
        self.new_services.append(name)
        return service

    def _centre(self, row: CustomerRow) -> str:
        """The code of a data centre as it is known, however the row writes it; a new one is created."""
        code = row.data_centre
        if code and fold(code) not in self._centres:
            self._centres[fold(code)] = code
            self.new_centres.append(code)
            self.new.append(DataCentre(id=self.office.new_id(), code=code, name={"en": code}))
        return self._centres.get(fold(code), code)

    def _take_contacts(self, row: CustomerRow, customer: Customer) -> list[str]:
        """Adds the people whose address is not known yet; nobody is removed."""
        fresh = [one for one in row.contacts if (customer.id, one[1].casefold()) not in self._reached]
        self._reached |= {(customer.id, address.casefold()) for _, address in fresh}
        self.new += [
            Contact(id=self.office.new_id(), customer_id=customer.id, name=name, email=address)
            for name, address in fresh
        ]
        return ["contacts"] if fresh else []

    def _take_terms(self, row: CustomerRow, customer: Customer) -> list[str]:
        """New terms bind from today; those of before stay for what was sent under them (domain.md 9.13).

        A row that says nothing of terms makes none, so that our standard terms count as assumed (5.2); one
        that names a clause or a channel alone changes that in the terms there are.
        """
        beside = [name for name in BESIDE_TERMS if name in row.given]
        if not (row.states_terms or beside):
            return []
        today, own = self.office.clock.today(), self._terms[customer.id]
        known = max(
            (one for one in own.values() if covers(one, today)),
            key=lambda one: one.valid_from or date.min, default=None,
        )  # fmt: skip
        if known is None and not row.states_terms:
            self.problems.append(
                _doubt(row, "customers.beside_no_terms", name=row.name, columns=sorted(beside))
            )
            return []
        said = [name for name in TERMS if name in row.given] if row.states_terms else beside
        wanted = {name: getattr(row, name) for name in (TERMS if known is None else said)}
        if known is None:
            fresh = Terms(id=self.office.new_id(), customer_id=customer.id, **wanted)
            fresh = replace(fresh, valid_from=today) if own else fresh
            self._say_what_was_assumed(row)
            self._say_what_is_doubtful(row, fresh)
        else:
            fresh = replace(known, **wanted)
            if fresh == known:
                return []
            self._say_what_is_doubtful(row, fresh)
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
            added = fill_on(self.desk, self.office, place, range(year - 1, year + YEARS_AHEAD + 1))
        except UserError as error:
            self.problems.append(Problem(row.where, error.what, error.remedy))
            return False
        self._places.add(place)
        self.new_holidays += [(place, one.year) for one in added]
        return True

    def _say_what_was_assumed(self, row: CustomerRow) -> None:
        if row.authorisation is Authorisation.GENERAL and "notice_days" not in row.given:
            self.problems.append(_doubt(row, "customers.days_not_said", name=row.name, days=row.notice_days))

    def _say_what_is_doubtful(self, row: CustomerRow, terms: Terms) -> None:
        """Terms that set each other aside are taken as the file has them, and named by their column."""
        found = problems_of(terms)
        self.problems += [replace(one, where=f"{row.where}, column {one.where}") for one in found]
        waits = terms.authorisation is Authorisation.SPECIFIC and terms.request_lead_days is None
        if waits and "notice_days" in row.given:
            self.problems.append(_doubt(row, "customers.days_without_use", name=row.name))

    def _warn_of_likeness(self, row: CustomerRow) -> None:
        if self._all_names[row.name]:
            self.problems.append(_doubt(row, "customers.same_name", name=row.name))
        for other in self._names.near(row.name):
            self.problems.append(_doubt(row, "customers.like", name=row.name, other=other))


def _problem(row: CustomerRow, key: str, **facts: object) -> Problem:
    return Problem(row.where, msg(key, **facts), msg(f"{key}.remedy", **facts))


def _doubt(row: CustomerRow, key: str, **facts: object) -> Problem:
    return replace(_problem(row, key, **facts), level=Level.WARNING)


def _parts(name: str) -> list[str]:
    return [fold(part) for part in name.split(",") if part.strip()]


def _facts(customer: Customer) -> dict[str, Any]:
    return {one.name: getattr(customer, one.name) for one in fields(customer) if one.name != "id"}
