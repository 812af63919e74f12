"""The table of customers as data: its source, columns, supplied views and filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from vendorrisk.ui.notice.customer_words import centre_name, language_name
from vendorrisk.ui.widgets.columns import Cell, Column, Status, check_column
from vendorrisk.ui.widgets.filterbar import Choice, FilterChoices
from vendorrisk.ui.widgets.handfuls import Handle, handles, of_row
from vendorrisk.ui.widgets.query import Sort
from vendorrisk.ui.widgets.saved_views import ViewState
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.listings import SortKey
from vendorrisk.usecases.notice.customer_listings import (
    CustomerFilter,
    CustomerOrder,
    CustomerText,
)
from vendorrisk.usecases.notice.customer_rows import service_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vendorrisk.domain.message import Message
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.query import Query
    from vendorrisk.usecases.notice.customer_listings import CustomerQuery
    from vendorrisk.usecases.notice.customer_rows import CustomerRow, CustomerRows

STATE, SERVICE, CENTRE, LANGUAGE = "state", "service", "centre", "language"
EVERYBODY: Final = "all"
SCOPES: Final[dict[str, frozenset[CustomerFilter]]] = {
    "active": frozenset({CustomerFilter.ACTIVE}),
    "no_contact": frozenset({CustomerFilter.ACTIVE, CustomerFilter.NO_CONTACT}),
    "specific": frozenset({CustomerFilter.ACTIVE, CustomerFilter.SPECIFIC}),
    "assumed": frozenset({CustomerFilter.ACTIVE, CustomerFilter.ASSUMED}),
    "locked": frozenset({CustomerFilter.ACTIVE, CustomerFilter.REGION_LOCKED}),
    "objecting": frozenset({CustomerFilter.ACTIVE, CustomerFilter.OPEN_OBJECTION}),
    "ended": frozenset({CustomerFilter.ENDED}),
    EVERYBODY: frozenset(),
}
"""What each supplied view lists."""
VIEWS: Final = (
    ("active", mark("All active")),
    ("no_contact", mark("No contact")),
    ("specific", mark("Written approval")),
    ("assumed", mark("Terms assumed")),
    ("locked", mark("Region-locked")),
    ("objecting", mark("Open objection")),
    ("ended", mark("Former")),
    (EVERYBODY, mark("All, former ones too")),
)
STATES: Final = (
    (CustomerFilter.NO_CONTACT, mark("No contact")),
    (CustomerFilter.NO_SERVICES, mark("No services")),
    (CustomerFilter.NO_DATA_CENTRE, mark("No data centre")),
    (CustomerFilter.ASSUMED, mark("Terms assumed")),
    (CustomerFilter.GENERAL, mark("General authorisation")),
    (CustomerFilter.SPECIFIC, mark("Specific authorisation")),
    (CustomerFilter.REGION_LOCKED, mark("Region-locked")),
    (CustomerFilter.OPEN_OBJECTION, mark("Open objection")),
)
SOUGHT: Final = {
    "customer": CustomerText.NAME, "account": CustomerText.NAME, "services": CustomerText.SERVICES,
    "centre": CustomerText.DATA_CENTRE, "contact": CustomerText.CONTACT, "language": CustomerText.LANGUAGE,
}  # fmt: skip
"""In which columns text can be sought; the others hold what follows from the terms."""


class CustomerSource:
    """Behind the protocol `IndexedSource`: turns what the table asks into a question to the register."""

    def __init__(self, rows: CustomerRows) -> None:
        self._rows = rows

    def count(self, query: Query) -> int:
        """Returns how many customers the query shows."""
        return self._rows.count(self.asked(query))

    def rows(self, query: Query, offset: int, limit: int) -> Sequence[Handle[CustomerRow]]:
        """Returns one page of customers."""
        return self.by_ids(self._rows.ids(self.asked(query), offset=offset, limit=limit))

    def ids(self, query: Query) -> Sequence[str]:
        """Returns the ids of all customers of the query, in order."""
        return self._rows.ids(self.asked(query))

    def by_ids(self, ids: Sequence[str]) -> Sequence[Handle[CustomerRow]]:
        """Returns these customers, whether or not any query shows them."""
        return handles(ids, self._rows.by_ids)

    def asked(self, query: Query) -> CustomerQuery:
        """Returns the question to the register for what a table shows."""
        chosen: dict[str, set[str]] = {field: set() for field in (STATE, SERVICE, CENTRE, LANGUAGE)}
        for part in query.filters:
            chosen[part.field].add(part.value)
        return self._rows.query(
            text=query.text,
            searched=_sought(query.columns),
            filters=SCOPES.get(query.scope, SCOPES["active"])
            | {CustomerFilter(one) for one in chosen[STATE]},
            services=frozenset(chosen[SERVICE]),
            centres=frozenset(chosen[CENTRE]),
            languages=frozenset(chosen[LANGUAGE]),
            sort=tuple(SortKey(CustomerOrder(part.key), part.descending) for part in query.sort),
        )


def _sought(columns: Iterable[str]) -> frozenset[CustomerText]:
    return frozenset(SOUGHT[key] for key in columns if key in SOUGHT) or frozenset({CustomerText.NAME})


def supplied_views() -> list[ViewState]:
    """Returns the views every person has."""
    by_name = (Sort(CustomerOrder.NAME),)
    return [ViewState(name=tr(name), scope=scope, sort=by_name) for scope, name in VIEWS]


def columns(context: Context) -> list[Column]:
    """Returns the columns in their order; those not shown can be brought in."""
    said = partial(_said, context)
    return [
        check_column(tr("Select")),
        Column(key="customer", title=tr("Customer"), value=of_row(lambda row: row.customer.name), width=148,
               strong=True, sort_key=CustomerOrder.NAME),
        Column(key="account", title=tr("Account"), value=of_row(lambda row: row.customer.account_id),
               width=84, fold=2, sort_key=CustomerOrder.ACCOUNT),
        Column(key="services", title=tr("Services"), value=of_row(lambda row: ", ".join(row.services)),
               width=120, fold=3, sort_key=CustomerOrder.SERVICES),
        Column(key="centre", title=tr("Data centre"), value=of_row(centre_of), width=100, fold=1,
               sort_key=CustomerOrder.DATA_CENTRE,
               tip=tr("Where its data is stored; locked: it must stay there")),
        Column(key="authorisation", title=tr("Authorisation"), width=108, fold=5,
               value=of_row(lambda row: said(row.authorisation)), sort_key=CustomerOrder.AUTHORISATION,
               tip=tr("General: notified of changes. Specific: approves each one.")),
        Column(key="notice", title=tr("Notice"), value=of_row(lambda row: said(row.notice)), width=190,
               sort_key=CustomerOrder.NOTICE),
        Column(key="objection", title=tr("Objections"), value=of_row(lambda row: said(row.objection)),
               width=142, fold=4, sort_key=CustomerOrder.OBJECTION, tip=tr("How long it may object")),
        Column(key="language", title=tr("Language"), width=88, fold=6, sort_key=CustomerOrder.LANGUAGE,
               value=of_row(lambda row: language_name(row.customer.language))),
        Column(key="contact", title=tr("Contact"), value=of_row(contact_of), width=196, kind=Cell.STATUS,
               sort_key=CustomerOrder.CONTACT, tip=tr("Where notices go")),
        Column(key="status", title=tr("Status"), value=of_row(status_of), width=118, kind=Cell.STATUS,
               sort_key=CustomerOrder.STATUS),
        Column(key="zone", title=tr("Time zone"), value=of_row(lambda row: row.customer.zone), width=140,
               shown=False, sort_key=CustomerOrder.ZONE),
        Column(key="clause", title=tr("Clause"), width=110, shown=False,
               value=of_row(lambda row: row.terms.clause if row.terms else "")),
        Column(key="since", title=tr("Terms since"), kind=Cell.DATE, width=120, shown=False,
               value=of_row(lambda row: row.terms.valid_from if row.terms else None)),
    ]  # fmt: skip


def _said(context: Context, message: Message | None) -> str:
    return context.say(message) if message is not None else ""


def centre_of(row: CustomerRow) -> str:
    """Where a customer's data is kept, and whether it must stay there."""
    centre = row.customer.data_centre
    if not row.customer.region_lock:
        return centre
    return tr("{centre}, locked", centre=centre) if centre else tr("Locked")


def contact_of(row: CustomerRow) -> Status | str:
    """Where notices go; a chip where nothing can reach the customer."""
    if row.reachable:
        return row.customer.email or tr("By post")
    return Status(Kind.CRITICAL, tr("No contact")) if row.customer.active else tr("No contact")


def status_of(row: CustomerRow) -> Status | str:
    """Whether it is a customer still; a chip where it objects, or where nobody knows its terms."""
    if not row.customer.active:
        return tr("Former")
    if row.objections:
        return Status(Kind.SERIOUS, tr_count("{count} objection", "{count} objections", row.objections))
    if row.terms is None:
        return Status(Kind.CRITICAL, tr("No terms"))
    if row.versions > 1:
        return Status(Kind.WARN, tr("Two terms"))
    return Status(Kind.WARN, tr("Assumed")) if row.assumed else tr("Active")


def filters(context: Context) -> list[FilterChoices]:
    """Returns what customers can be filtered by; the choices are read when the menu unfolds."""
    return [
        FilterChoices(key=STATE, title=tr("State"), choices=_states),
        FilterChoices(key=SERVICE, title=tr("Service"), choices=partial(_services, context)),
        FilterChoices(key=CENTRE, title=tr("Data centre"), choices=partial(_centres, context)),
        FilterChoices(key=LANGUAGE, title=tr("Language"), choices=partial(_languages, context)),
    ]


def _states() -> list[Choice]:
    return [Choice(value=value, title=tr(name), chip=tr(name)) for value, name in STATES]


def _services(context: Context) -> list[Choice]:
    with context.office.book.reading() as reader:
        named = sorted((name, key) for key, name in service_names(reader).items())
    return [_choice(key, name) for name, key in named]


def _centres(context: Context) -> list[Choice]:
    return [_choice(code, centre_name(context, code)) for code in context.listings.customers.centres()]


def _languages(context: Context) -> list[Choice]:
    named = sorted((language_name(tag), tag) for tag in context.listings.customers.languages())
    return [_choice(tag, name) for name, tag in named]


def _choice(value: str, name: str) -> Choice:
    return Choice(value=value, title=name.replace("&", "&&"), chip=name)
