"""Objections of customers: recorded with the moment they came in, resolved as the customer's terms permit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Refused, UserError, WrongArgument, msg
from vendorrisk.domain.notice.answers import days_of_change
from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.objections import OPEN_STATES, OUTCOMES, next_states, timeliness
from vendorrisk.domain.notice.records import Change, Customer, Notice, Objection, ObjectionState, Terms
from vendorrisk.domain.notice.terms import locked_terms
from vendorrisk.domain.notice.zones import later_date, local_date
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import dates
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from datetime import datetime

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

OBJECTED = action("objection.add")
OBJECTION_MOVED = action("objection.move")


def object_to(
    office: Office,
    change_id: str,
    customer_id: str,
    received_at: datetime,
    *,
    text: str = "",
    ground: str = "",
) -> Objection:
    """Records an objection with the moment it was received (UTC); it blocks until it is resolved.

    Raises:
        UserError: the moment lies in the future, or before this customer was told or the change was opened.
        Refused: another objection of this customer to this change is still open.
    """
    with office.book.act(OBJECTED, change=change_id, customer=customer_id) as desk:
        change, customer = desk.get(Change, change_id), desk.get(Customer, customer_id)
        _refuse_moment(office, desk, change, customer, received_at)
        _refuse_second(desk, change, customer)
        objection = Objection(
            id=office.new_id(), change_id=change_id, customer_id=customer_id,
            received_at=received_at.astimezone(UTC), text=text, ground=ground,
        )  # fmt: skip
        desk.put(objection)
    return objection


def not_objected_at(
    office: Office, change_id: str, customer_id: str, received_at: datetime
) -> UserError | None:
    """Why an objection of a customer cannot have come in at a moment; None where it can."""
    with office.book.reading() as reader:
        change, customer = reader.get(Change, change_id), reader.get(Customer, customer_id)
        try:
            _refuse_moment(office, reader, change, customer, received_at)
        except UserError as refused:
            return refused
    return None


def _refuse_moment(
    office: Office, reader: Reader, change: Change, customer: Customer, received_at: datetime
) -> None:
    if received_at > office.clock.now():
        raise WrongArgument(msg("objection.future"), msg("objection.future.remedy", now=office.clock.now()))
    _refuse_untold(reader, change, customer, received_at)


def _refuse_untold(desk: Reader, change: Change, customer: Customer, received_at: datetime) -> None:
    """What came in before the notice cannot object to it, nor before the change was opened.

    Moments are typed to the minute, so the minute of sending counts as told, and so does the day on which the
    change was published.
    """
    sent = [one.sent_at for one in desk.find(Notice, change_id=change.id, customer_id=customer.id)]
    first = sent[0].replace(second=0, microsecond=0) if sent and sent[0] is not None else None
    zone = settings_of(desk).zone
    if first is None:
        day = later_date(received_at, zone, customer.zone)
        days_of_change(change, day).check(day)
        return
    if received_at >= first:
        return
    if change.published_on is not None and change.published_on <= local_date(received_at, zone):
        return
    facts = {"customer": customer.name, "sent": first, "day": local_date(first, zone)}
    raise WrongArgument(msg("objection.before_sent", **facts), msg("objection.before_sent.remedy", **facts))


def _refuse_second(desk: Desk, change: Change, customer: Customer) -> None:
    """One customer objects once at a time; what it adds belongs to the objection that is open."""
    known = desk.find(Objection, change_id=change.id, customer_id=customer.id)
    waiting = next((one for one in known if one.state in OPEN_STATES), None)
    if waiting is not None:
        facts = {"customer": customer.name, "at": waiting.received_at}
        raise Refused(msg("objection.second", **facts), msg("objection.second.remedy"))


def resolve(office: Office, objection_id: str, to: ObjectionState, *, note: str = "") -> Objection:
    """Moves an objection on; an outcome that the customer's terms forbid is refused (domain.md 5.5).

    The terms are those of the notice, and whether the objection came late follows from its dates. Without a
    `note` that of the step before stays.
    """
    with office.book.act(OBJECTION_MOVED, objection=objection_id, to=to.value) as desk:
        objection = desk.get(Objection, objection_id)
        if to not in open_outcomes(office, desk, objection):
            raise Refused(msg("objection.move", state=objection.state, to=to), msg("objection.move.remedy"))
        closed = office.clock.today() if to in OUTCOMES else None
        moved = replace(objection, state=to, outcome_note=note or objection.outcome_note, closed_on=closed)
        desk.put(moved)
    return moved


def open_outcomes(office: Office, reader: Reader, objection: Objection) -> frozenset[ObjectionState]:
    """Where an objection may go now, by the terms and the last day of its notice."""
    change = reader.get(Change, objection.change_id)
    customer = reader.get(Customer, objection.customer_id)
    counted = {one.id: found for one, found in dates(office, reader, change).dates}
    found = counted.get(customer.id, CustomerDates(customer_id=customer.id))
    critical = reader.get(Engagement, change.engagement_id).critical_function
    terms, _ = locked_terms(_terms_told(reader, change, customer, found), critical_engagement=critical)
    came = timeliness(
        objection, terms, found.last_objection_day, our_zone=settings_of(reader).zone,
        customer_zone=customer.zone, live_on=change.live_on,
    )  # fmt: skip
    return next_states(objection.state, terms, late=not came.in_time)


def _terms_told(reader: Reader, change: Change, customer: Customer, found: CustomerDates) -> Terms:
    """The version under which the customer was told, else the one that would be used now."""
    notices = reader.find(Notice, change_id=change.id, customer_id=customer.id)
    versions = {one.id: one for one in reader.find(Terms)}
    told = [one.terms_id for one in notices if one.sent_at is not None]
    for wanted in (*told, found.terms_id):
        if wanted in versions:
            return versions[wanted]
    return Terms(id="", customer_id=customer.id, assumed=True)
