"""One customer: what is open, its terms read out and worked through from today, the changes it is told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.domain.notice.clock import CustomerDates, customer_dates, strictest
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import Calendar, calendar_of
from vendorrisk.domain.notice.records import (
    Authorisation,
    ClockStart,
    Customer,
    Holiday,
    HolidayYear,
    Terms,
)
from vendorrisk.domain.notice.terms import covers
from vendorrisk.domain.notice.terms_check import problems_of, version_problems
from vendorrisk.domain.register.records import Contact
from vendorrisk.usecases.notice.changes import STANDARD, this_moment
from vendorrisk.usecases.notice.customer_changes import (
    CustomerChange,
    LockException,
    changes_of,
    lock_exceptions,
)
from vendorrisk.usecases.notice.customer_rows import CustomerRow, binding_terms, rows_of
from vendorrisk.usecases.notice.customer_terms import YEARS_AHEAD, YEARS_BACK, versions_of
from vendorrisk.usecases.notice.customer_words import reading
from vendorrisk.usecases.notice.holiday_table import years_of
from vendorrisk.usecases.signals import Signal, counted
from vendorrisk.usecases.typed import read_fields
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


TERMS = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Something about a customer that somebody should look at, with what helps.

    `field` names the fact that would settle it; TERMS its terms; empty: nothing that can be typed.
    """

    signal: Signal
    title: Message
    detail: Message
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What the terms come to if the clock were started today: one sentence, and the sum behind it."""

    sentence: Message
    steps: tuple[Message, ...]
    earliest: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSheet:
    """Everything about one customer. `versions` are all its own terms, the newest first.

    `reading` are the terms that bind today in sentences, empty where none do.
    """

    today: date
    row: CustomerRow
    contacts: tuple[Contact, ...]
    versions: tuple[Terms, ...]
    reading: tuple[Message, ...]
    meaning: Meaning | None
    concerns: tuple[Concern, ...]
    changes: tuple[CustomerChange, ...]
    exceptions: tuple[LockException, ...]

    @property
    def customer(self) -> Customer:
        """The customer."""
        return self.row.customer

    @property
    def own(self) -> Terms | None:
        """The version of its own that binds today, to be corrected."""
        return next((one for one in self.versions if covers(one, self.today)), None)


def customer_sheet(office: Office, customer_id: str) -> CustomerSheet:
    """A customer's sheet; raises NotFound where it is gone."""
    today = office.clock.today()
    with office.book.reading() as reader:
        (row,) = rows_of(reader, [reader.get(Customer, customer_id)], today)
        versions = versions_of(reader, customer_id)
        binding = binding_terms(customer_id, versions, today, reader.find(Terms, customer_id=STANDARD))
        meaning = worked(office, reader, row.customer, binding) if binding else None
        changes = changes_of(office, reader, row.customer)
        return CustomerSheet(
            today=today, row=row, versions=versions, meaning=meaning, changes=changes,
            contacts=tuple(reader.find(Contact, customer_id=customer_id)),
            reading=reading(row.terms) if row.terms else (),
            concerns=tuple(_concerns(row, versions, meaning)),
            exceptions=lock_exceptions(reader, row.customer),
        )  # fmt: skip


def worked(
    office: Office,
    reader: Reader,
    customer: Customer,
    binding: Sequence[Terms],
    *,
    look_up: bool = False,
) -> Meaning:
    """What would follow if today the letter went out, or whatever else starts this customer's clock.

    With `look_up`, holidays that are not recorded yet are taken from the library.
    """
    zone, today = settings_of(reader).zone, office.clock.today()
    calendars = {one.holidays: _calendar(office, reader, one.holidays, look_up) for one in binding}
    events = Events(sent_at=this_moment(office), published_on=today, acknowledged_on=today, approved_on=today)
    found = strictest(
        [
            customer_dates(customer, one, events, calendar=calendars[one.holidays], our_zone=zone)
            for one in binding
        ]
    )
    terms = next((one for one in binding if one.id == found.terms_id), binding[0])
    return Meaning(sentence=_sentence(terms, found), steps=found.steps, earliest=found.earliest)


def _calendar(office: Office, reader: Reader, place: str, look_up: bool) -> Calendar:  # noqa: FBT001  (one caller)
    holidays, years = reader.find(Holiday, place=place), reader.find(HolidayYear, place=place)
    if place and look_up:
        this_year = office.clock.today().year
        wanted = range(this_year - YEARS_BACK, this_year + YEARS_AHEAD + 1)
        for year, days in years_of(office, place, set(wanted) - {one.year for one in years}):
            years.append(year)
            holidays += days
    return calendar_of(place, holidays, years)


def meaning_of(office: Office, customer_id: str, typed: Mapping[str, str]) -> Meaning | None:
    """What terms as they are being typed would come to; None while a field cannot be read.

    Holidays that are not recorded yet are looked up, as they are when the terms are kept.
    """
    with office.book.reading() as reader:
        known = reader.find(Customer, id=customer_id)
        customer = known[0] if known else Customer(id=customer_id, name="", zone=settings_of(reader).zone)
        try:
            terms = Terms(**{"id": "", "customer_id": customer_id, **read_fields(Terms, typed)})
            return worked(office, reader, customer, [terms], look_up=True)
        except UserError:
            return None


def _sentence(terms: Terms, found: CustomerDates) -> Message:
    if found.earliest is None:
        why, remedy = found.why, found.remedy
        return msg("customer.if.no_date", why=why, remedy=remedy)
    if terms.authorisation is Authorisation.SPECIFIC:
        return msg("customer.if.approved", earliest=found.earliest)
    starts = msg(f"customer.if.{terms.clock_starts.value}")
    if terms.clock_starts is ClockStart.DEEMED_RECEIVED:
        starts = msg("customer.if.DEEMED_RECEIVED", received=found.clock_date)
    if terms.commission_clauses:
        return msg("customer.if.commission", starts=starts, earliest=found.earliest)
    return msg("customer.if", starts=starts, objection=found.last_objection_day, earliest=found.earliest)


def _concerns(row: CustomerRow, versions: Sequence[Terms], meaning: Meaning | None) -> Iterator[Concern]:
    """What is missing or odd, the gravest first; a former customer concerns nobody."""
    if not row.customer.active:
        return
    for applies, signal, key, field in (
        (not row.reachable, Signal.CRITICAL, "customer.concern.no_contact", "email"),
        (row.terms is None, Signal.CRITICAL, "customer.concern.no_terms", TERMS),
        (row.assumed, Signal.WARN, "customer.concern.assumed", TERMS),
        (not row.customer.services, Signal.WARN, "customer.concern.no_services", "services"),
        (not row.customer.data_centre, Signal.WARN, "customer.concern.no_data_centre", "data_centre"),
    ):
        if applies:
            yield Concern(signal=signal, title=msg(key), detail=msg(f"{key}.detail"), field=field)
    if row.objections:
        yield Concern(
            signal=Signal.SERIOUS, title=counted("customer.concern.objection", row.objections),
            detail=msg("customer.concern.objection.detail"),
        )  # fmt: skip
    yield from _about_terms(row, versions, meaning)


def _about_terms(row: CustomerRow, versions: Sequence[Terms], meaning: Meaning | None) -> Iterator[Concern]:
    if row.terms is not None and not row.assumed:
        found = (*problems_of(row.terms), *version_problems(versions, where=row.customer.name))
        for problem in found:
            yield Concern(signal=Signal.WARN, title=problem.what, detail=problem.remedy)
    if meaning is not None and meaning.earliest is None:
        yield Concern(signal=Signal.SERIOUS, title=msg("customer.concern.no_date"), detail=meaning.sentence)
