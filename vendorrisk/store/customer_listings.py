"""The SQL behind the table of customers: terms in force, filters, text and order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, false, func, or_, select

from vendorrisk.domain.notice.objections import OPEN_STATES
from vendorrisk.domain.notice.records import Authorisation, Customer, DayUnit, Objection, Terms
from vendorrisk.store.folding import folded
from vendorrisk.store.pages import column_of, counted, directed, values_in
from vendorrisk.store.tables import FOLDED, SORT_KEY, TABLES
from vendorrisk.usecases.notice.changes import STANDARD
from vendorrisk.usecases.notice.customer_listings import CustomerFilter, CustomerOrder, CustomerText

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine, Select

    from vendorrisk.usecases.notice.customer_listings import CustomerQuery

_CUSTOMER, _TERMS, _OBJECTION = TABLES[Customer], TABLES[Terms], TABLES[Objection]
NONE = "[]"
"""How the register writes a list without entries."""
FIRST_ID, ID_LENGTH = 3, 36
"""Where the first id of a list of ids stands in its text, and how long an id is."""
BY_CONSENT = 1_000_000
"""Sorts customers who must agree behind every period."""
WORKING_WEEK, WEEK = 5, 7


def _in_force(query: CustomerQuery, wanted: ColumnElement[Any], whose: Any) -> Select[Any]:
    """The newest version of the terms of `whose` id that binds today (domain.md 5.2, 9.13)."""
    column, today = _TERMS.c, query.today.isoformat()
    return (
        select(wanted)
        .where(
            column.customer_id == whose,
            or_(column.valid_from.is_(None), column.valid_from <= today),
            or_(column.valid_to.is_(None), column.valid_to >= today),
        )
        .order_by(func.coalesce(column.valid_from, "").desc(), column.id.desc())
        .limit(1)
    )


def _own(query: CustomerQuery, wanted: ColumnElement[Any]) -> Select[Any]:
    """A field of a customer's own terms."""
    return _in_force(query, wanted, _CUSTOMER.c.id).correlate(_CUSTOMER)


def _term(query: CustomerQuery, wanted: ColumnElement[Any]) -> ColumnElement[Any]:
    """A field of the terms that bind today, own or our standard ones, which stand in for unknown ones.

    `wanted` is never null where terms are.
    """
    standard = _in_force(query, wanted, STANDARD)
    return func.coalesce(_own(query, wanted).scalar_subquery(), standard.scalar_subquery())


def _objects(_query: CustomerQuery) -> ColumnElement[bool]:
    open_ones = select(_OBJECTION.c.customer_id).where(_OBJECTION.c.state.in_(sorted(OPEN_STATES)))
    return _CUSTOMER.c.id.in_(open_ones)


_FILTERS: dict[CustomerFilter, Callable[[CustomerQuery], ColumnElement[bool]]] = {
    CustomerFilter.ACTIVE: lambda _: _CUSTOMER.c.active.is_(True),
    CustomerFilter.ENDED: lambda _: _CUSTOMER.c.active.is_(False),
    CustomerFilter.NO_CONTACT: lambda _: and_(_CUSTOMER.c.email == "", _CUSTOMER.c.address == ""),
    CustomerFilter.NO_SERVICES: lambda _: _CUSTOMER.c.services == NONE,
    CustomerFilter.NO_DATA_CENTRE: lambda _: _CUSTOMER.c.data_centre == "",
    CustomerFilter.REGION_LOCKED: lambda _: _CUSTOMER.c.region_lock.is_(True),
    CustomerFilter.GENERAL: lambda query: _authorisation(query) == Authorisation.GENERAL.value,
    CustomerFilter.SPECIFIC: lambda query: _authorisation(query) == Authorisation.SPECIFIC.value,
    CustomerFilter.ASSUMED: lambda query: ~_own(query, _TERMS.c.id).exists(),
    CustomerFilter.OPEN_OBJECTION: _objects,
}


def _authorisation(query: CustomerQuery) -> ColumnElement[Any]:
    return _term(query, _TERMS.c.authorisation)


def _in_days(days: Any, unit: Any) -> ColumnElement[Any]:
    """A period as calendar days, for putting periods in their order only."""
    return case((unit == DayUnit.BUSINESS.value, days * WEEK * 1.0 / WORKING_WEEK), else_=days * 1.0)


def _notice(query: CustomerQuery) -> ColumnElement[Any]:
    period = _in_days(_TERMS.c.notice_days, _TERMS.c.notice_unit)
    agreed = _TERMS.c.authorisation == Authorisation.SPECIFIC.value
    return _term(query, case((agreed, BY_CONSENT), else_=period))


def _objection(query: CustomerQuery) -> ColumnElement[Any]:
    days = func.coalesce(_TERMS.c.objection_days, _TERMS.c.notice_days)
    unit = func.coalesce(_TERMS.c.objection_unit, _TERMS.c.notice_unit)
    agreed = _TERMS.c.authorisation == Authorisation.SPECIFIC.value
    return _term(query, case((agreed, BY_CONSENT), else_=_in_days(days, unit)))


def _first_service(query: CustomerQuery) -> ColumnElement[Any]:
    known = sorted(query.service_names, key=query.service_names.__getitem__)
    if not known:
        return func.nullif(_CUSTOMER.c.services, NONE)
    first = func.substr(_CUSTOMER.c.services, FIRST_ID, ID_LENGTH)
    return case({one: rank for rank, one in enumerate(known)}, value=first, else_=None)


_ORDERS: dict[CustomerOrder, Callable[[CustomerQuery], ColumnElement[Any]]] = {
    CustomerOrder.NAME: lambda _: _CUSTOMER.c[SORT_KEY],
    CustomerOrder.ACCOUNT: lambda _: func.nullif(_CUSTOMER.c.account_id, ""),
    CustomerOrder.SERVICES: _first_service,
    CustomerOrder.DATA_CENTRE: lambda _: func.nullif(_CUSTOMER.c.data_centre, ""),
    CustomerOrder.AUTHORISATION: _authorisation,
    CustomerOrder.NOTICE: _notice,
    CustomerOrder.OBJECTION: _objection,
    CustomerOrder.LANGUAGE: lambda _: func.nullif(_CUSTOMER.c.language, ""),
    CustomerOrder.CONTACT: lambda _: func.nullif(func.lower(_CUSTOMER.c.email), ""),
    CustomerOrder.ZONE: lambda _: func.nullif(_CUSTOMER.c.zone, ""),
    CustomerOrder.STATUS: lambda _: case((_CUSTOMER.c.active.is_(True), 0), else_=1),
}


def _sells(service_ids: list[str]) -> ColumnElement[bool]:
    """Whether one of these services is among the customer's; a list of ids is kept as a text."""
    named = (_CUSTOMER.c.services.contains(f'"{one}"', autoescape=True) for one in service_ids)
    return or_(false(), *named)


def _buys(query: CustomerQuery, word: str) -> ColumnElement[bool]:
    return _sells([one for one, name in query.service_names.items() if word in name])


def _has(column: Any, word: str) -> ColumnElement[bool]:
    return func.lower(column).contains(word, autoescape=True)


_SOUGHT: dict[CustomerText, Callable[[CustomerQuery, str], ColumnElement[bool]]] = {
    CustomerText.NAME: lambda _, word: _CUSTOMER.c[FOLDED].contains(word, autoescape=True),
    CustomerText.SERVICES: _buys,
    CustomerText.DATA_CENTRE: lambda _, word: _has(_CUSTOMER.c.data_centre, word),
    CustomerText.CONTACT: lambda _, word: _has(_CUSTOMER.c.email, word),
    CustomerText.LANGUAGE: lambda _, word: func.lower(_CUSTOMER.c.language) == word,
}


def _conditions(query: CustomerQuery) -> list[ColumnElement[bool]]:
    """Everything a customer must meet to be shown."""
    found = [_FILTERS[name](query) for name in sorted(query.filters)]
    found += [_sells(sorted(query.services))] if query.services else []
    found += [_CUSTOMER.c.data_centre.in_(sorted(query.centres))] if query.centres else []
    found += [_CUSTOMER.c.language.in_(sorted(query.languages))] if query.languages else []
    words = folded(query.text).split()
    return found + [or_(*(_SOUGHT[where](query, word) for where in sorted(query.searched))) for word in words]


def _order(query: CustomerQuery) -> list[ColumnElement[Any]]:
    """The keys of the order, missing values last; the name decides between equals."""
    keys = [directed(_ORDERS[part.by](query), descending=part.descending) for part in query.sort]
    return [*keys, _CUSTOMER.c[SORT_KEY], _CUSTOMER.c.id]


@dataclass(frozen=True, slots=True)
class SqlCustomers:
    """Pages of customers over the readers' engine."""

    reader: Engine

    def count(self, query: CustomerQuery) -> int:
        """How many customers the query shows."""
        return counted(self.reader, select(func.count()).select_from(_CUSTOMER).where(*_conditions(query)))

    def ids(self, query: CustomerQuery, *, offset: int = 0, limit: int | None = None) -> list[str]:
        """The ids of the customers the query shows, in order; all of them without a limit."""
        page = select(_CUSTOMER.c.id).where(*_conditions(query)).order_by(*_order(query))
        return column_of(self.reader, page.offset(offset).limit(limit))

    def centres(self) -> list[str]:
        """The codes of all data centres that a customer has, in order."""
        return values_in(self.reader, _CUSTOMER.c.data_centre)

    def languages(self) -> list[str]:
        """All languages that a customer is written to in, in order."""
        return values_in(self.reader, _CUSTOMER.c.language)
