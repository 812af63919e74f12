"""The rows of the table of customers: a page at a time, with the terms that bind today in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message  # noqa: TC001  (part of a result)
from vendorrisk.domain.notice.days import NoDate
from vendorrisk.domain.notice.objections import OPEN_STATES
from vendorrisk.domain.notice.records import Customer, Objection, Terms
from vendorrisk.domain.notice.terms import strictest_terms, terms_in_force
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Service
from vendorrisk.usecases.kept_rows import KeptRows
from vendorrisk.usecases.notice.changes import ALL_SERVICES, STANDARD
from vendorrisk.usecases.notice.customer_listings import CustomerFilter, CustomerQuery
from vendorrisk.usecases.notice.customer_words import authorisation_words, notice_words, objection_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """One customer as the table shows it. `services` are names, `terms` the version that binds today.

    `terms` None: neither terms of its own nor standard terms bind today. `versions` counts those that bind
    at once.
    """

    customer: Customer
    services: tuple[str, ...]
    terms: Terms | None
    versions: int
    objections: int

    @property
    def id(self) -> str:
        """The customer's id."""
        return self.customer.id

    @property
    def reachable(self) -> bool:
        """Whether a notice can reach it, by e-mail or by post."""
        return bool(self.customer.email or self.customer.address)

    @property
    def authorisation(self) -> Message | None:
        """How it agrees, in one word."""
        return authorisation_words(self.terms) if self.terms else None

    @property
    def notice(self) -> Message | None:
        """Its notice in a few words."""
        return notice_words(self.terms) if self.terms else None

    @property
    def objection(self) -> Message | None:
        """Its objection window in a few words."""
        return objection_words(self.terms) if self.terms else None

    @property
    def assumed(self) -> bool:
        """Whether our standard terms stand in for unknown ones."""
        return self.terms is not None and self.terms.assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCounts:
    """What stands beside the title of the table."""

    active: int
    without_contact: int
    assumed: int


class CustomerRows:
    """Pages of customers."""

    def __init__(self, office: Office, listings: Listings) -> None:
        self._office = office
        self._listings = listings.customers
        self._kept = KeptRows(office, self._read)

    def query(self, **wanted: object) -> CustomerQuery:
        """A query of today, with the names of our services."""
        with self._office.book.reading() as reader:
            names = {key: fold(name) for key, name in service_names(reader).items()}
        return CustomerQuery(
            today=self._office.clock.today(),
            service_names=names,
            **wanted,  # type: ignore[arg-type]  # the fields of CustomerQuery
        )

    def count(self, query: CustomerQuery) -> int:
        """How many customers a query shows."""
        return self._listings.count(query)

    def ids(self, query: CustomerQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the customers that a query shows, in order; all of them without a limit."""
        return self._listings.ids(query, offset=offset, limit=limit)

    def by_ids(self, ids: Sequence[str]) -> list[CustomerRow]:
        """The rows of these customers, in this order; those that are gone are left out."""
        return self._kept.by_ids(ids)

    def counts(self) -> CustomerCounts:
        """How many customers are active, cannot be reached, and have no terms of their own."""
        active = frozenset({CustomerFilter.ACTIVE})
        asked = [active, active | {CustomerFilter.NO_CONTACT}, active | {CustomerFilter.ASSUMED}]
        found = [self.count(self.query(filters=filters)) for filters in asked]
        return CustomerCounts(active=found[0], without_contact=found[1], assumed=found[2])

    def is_empty(self) -> bool:
        """Whether there is no customer at all, former ones included."""
        return self.count(self.query(filters=frozenset())) == 0

    def _read(self, ids: Sequence[str]) -> list[CustomerRow]:
        with self._office.book.reading() as reader:
            return rows_of(reader, reader.find(Customer, id=list(ids)), self._office.clock.today())


def service_names(reader: Reader) -> dict[str, str]:
    """What each of our services is called, by id; the one that stands for all of them is none to buy."""
    return {one.id: one.named() for one in reader.find(Service) if one.code != ALL_SERVICES}


def rows_of(reader: Reader, customers: Sequence[Customer], today: date) -> list[CustomerRow]:
    """The rows of some customers; each table is read once."""
    ids = [one.id for one in customers]
    names = service_names(reader)
    terms = reader.find(Terms, customer_id=[*ids, STANDARD])
    standard = [one for one in terms if one.customer_id == STANDARD]
    own: dict[str, list[Terms]] = defaultdict(list)
    for one in terms:
        own[one.customer_id].append(one)
    open_ones = _open_objections(reader)
    rows = []
    for customer in customers:
        binding = binding_terms(customer.id, own[customer.id], today, standard)
        rows.append(
            CustomerRow(
                customer=customer, services=tuple(names[one] for one in customer.services if one in names),
                terms=strictest_terms(binding), versions=len(binding), objections=open_ones[customer.id],
            )
        )  # fmt: skip
    return rows


def _open_objections(reader: Reader) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in reader.find(Objection, state=sorted(OPEN_STATES)):
        found[one.customer_id] += 1
    return found


def binding_terms(
    customer_id: str, own: Iterable[Terms], on: date, standard: Iterable[Terms]
) -> tuple[Terms, ...]:
    """The versions that bind a customer on a day, own or assumed; none where nothing is known."""
    try:
        return terms_in_force(customer_id, own, on, standard=standard)
    except NoDate:
        return ()
