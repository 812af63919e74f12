"""Notices: marked as sent with proof, answered by customers, objected to, and at last live."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Refused, UserError, msg
from vendorrisk.domain.notice.objections import next_states
from vendorrisk.domain.notice.records import (
    Change,
    ChangeState,
    Customer,
    Notice,
    Objection,
    ObjectionState,
    Terms,
)
from vendorrisk.domain.notice.terms import locked_terms
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.changes import STANDARD, affected, dates

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

APPROVE_TEXT = action("change.approve_text")
MARK_SENT = action("notice.sent", wall=Wall.SENT)
ANSWERED = action("notice.answered")
EXCLUDE = action("notice.exclude")
OBJECTED = action("objection.add")
OBJECTION_MOVED = action("objection.move")
CANCEL_CHANGE = action("change.cancel")
GO_LIVE = action("change.live")

CLOSED = frozenset(ObjectionState) - {ObjectionState.RECEIVED, ObjectionState.IN_DISCUSSION}


def approve_text(office: Office, change_id: str) -> Change:
    """Releases the text of the letters, which is needed before they count as ready to send."""
    with office.book.act(APPROVE_TEXT, change=change_id) as desk:
        change = replace(
            desk.get(Change, change_id), text_approved_by=office.actor,
            text_approved_on=office.clock.today(),
        )  # fmt: skip
        desk.put(change)
    return change


def mark_sent(
    office: Office,
    change_id: str,
    sent_at: datetime,
    *,
    proof: str,
    customer_ids: Collection[str] = (),
) -> list[Notice]:
    """Records that letters went out: when (UTC), and by which proof; starts the clocks, and cannot be undone.

    Without `customer_ids` all affected customers. Raises UserError for a moment in the future or without a
    zone, for a missing proof, and for customers who have no letter yet.
    """
    if sent_at.tzinfo is None or sent_at > office.clock.now():
        raise UserError(msg("notice.sent.future"), msg("notice.sent.future.remedy"))
    if not proof.strip():
        raise UserError(msg("notice.sent.proof"), msg("notice.sent.proof.remedy"))
    with office.book.act(MARK_SENT, change=change_id, at=sent_at.astimezone(UTC).isoformat()) as desk:
        change = desk.get(Change, change_id)
        wanted = _wanted(desk, change, customer_ids)
        known = {one.customer_id: one for one in desk.find(Notice, change_id=change_id)}
        missing = [one.name for one in wanted if one.id not in known or not known[one.id].content_sha256]
        if missing:
            raise UserError(
                msg("notice.sent.no_letter", customers=missing), msg("notice.sent.no_letter.remedy")
            )
        sent = [
            replace(known[one.id], sent_at=sent_at.astimezone(UTC), proof=proof)
            for one in wanted
            if known[one.id].sent_at is None
        ]
        desk.put(*sent)
        desk.put(replace(change, state=ChangeState.RUNNING))
    return sent


def _wanted(reader: Reader, change: Change, customer_ids: Collection[str]) -> list[Customer]:
    told = [customer for customer, _ in affected(reader, change).affected]
    return [one for one in told if not customer_ids or one.id in customer_ids]


def record_answer(
    office: Office,
    change_id: str,
    customer_id: str,
    *,
    acknowledged_on: date | None = None,
    approved_on: date | None = None,
    approved_timed: bool = False,
) -> Notice:
    """Records a customer's acknowledgement or written approval with its day.

    `approved_timed`: the hour of approval is on file too, so that the same day may count (domain.md 5.4).
    """
    with office.book.act(ANSWERED, change=change_id, customer=customer_id) as desk:
        known = _notice(office, desk, change_id, customer_id)
        notice = replace(
            known, approved_timed=approved_timed,
            acknowledged_on=acknowledged_on or known.acknowledged_on,
            approved_on=approved_on or known.approved_on,
        )  # fmt: skip
        desk.put(notice)
    return notice


def exclude(office: Office, change_id: str, customer_id: str, why: str) -> Notice:
    """Keeps a customer off the change, with the reason; it holds nobody back and must be routed elsewhere."""
    if not why.strip():
        raise UserError(msg("notice.exclude.why"), msg("notice.exclude.why.remedy"))
    with office.book.act(EXCLUDE, change=change_id, customer=customer_id) as desk:
        notice = replace(_notice(office, desk, change_id, customer_id), excluded=True, excluded_why=why)
        desk.put(notice)
    return notice


def _notice(office: Office, desk: Desk, change_id: str, customer_id: str) -> Notice:
    known = desk.find(Notice, change_id=change_id, customer_id=customer_id)
    return known[0] if known else Notice(id=office.new_id(), change_id=change_id, customer_id=customer_id)


def object_to(
    office: Office,
    change_id: str,
    customer_id: str,
    received_at: datetime,
    *,
    text: str = "",
    ground: str = "",
) -> Objection:
    """Records an objection with the moment it was received (UTC); it blocks until it is resolved."""
    with office.book.act(OBJECTED, change=change_id, customer=customer_id) as desk:
        desk.get(Change, change_id)
        desk.get(Customer, customer_id)
        objection = Objection(
            id=office.new_id(), change_id=change_id, customer_id=customer_id,
            received_at=received_at.astimezone(UTC), text=text, ground=ground,
        )  # fmt: skip
        desk.put(objection)
    return objection


def resolve(
    office: Office, objection_id: str, to: ObjectionState, *, note: str = "", late: bool = False
) -> Objection:
    """Moves an objection on; an outcome that the customer's terms forbid is refused (domain.md 5.5)."""
    with office.book.act(OBJECTION_MOVED, objection=objection_id, to=to.value) as desk:
        objection = desk.get(Objection, objection_id)
        terms, _ = locked_terms(_terms(desk, objection.customer_id))
        if to not in next_states(objection.state, terms, late=late):
            raise Refused(msg("objection.move", state=objection.state, to=to), msg("objection.move.remedy"))
        closed = office.clock.today() if to in CLOSED else None
        moved = replace(objection, state=to, outcome_note=note, closed_on=closed)
        desk.put(moved)
    return moved


def _terms(reader: Reader, customer_id: str) -> Terms:
    own = reader.find(Terms, customer_id=customer_id) or reader.find(Terms, customer_id=STANDARD)
    return own[-1] if own else Terms(id="", customer_id=customer_id, assumed=True)


def cancel(office: Office, change_id: str) -> Change:
    """Ends a change that will not happen."""
    with office.book.act(CANCEL_CHANGE, change=change_id) as desk:
        change = desk.get(Change, change_id)
        _refuse_closed(change)
        cancelled = replace(change, state=ChangeState.CANCELLED)
        desk.put(cancelled)
    return cancelled


def go_live(office: Office, change_id: str) -> Change:
    """Records that the change is live today; refused before the first day that all terms permit."""
    today = office.clock.today()
    with office.book.act(GO_LIVE, change=change_id) as desk:
        change = desk.get(Change, change_id)
        _refuse_closed(change)
        _refuse_early(office, desk, change, today)
        live = replace(change, state=ChangeState.LIVE, live_on=today)
        desk.put(live)
    return live


def _refuse_closed(change: Change) -> None:
    if change.state in {ChangeState.LIVE, ChangeState.CANCELLED}:
        raise Refused(msg("change.closed", number=change.number), msg("change.closed.remedy"))


def _refuse_early(office: Office, desk: Desk, change: Change, today: date) -> None:
    notices = {one.customer_id: one for one in desk.find(Notice, change_id=change.id)}
    counted = dates(office, desk, change)
    held = [
        (customer, found)
        for customer, found in counted.dates
        if _holds(notices.get(customer.id), found, today)
    ]
    if held:
        customers = [customer.name for customer, _ in held]
        facts = {"customers": customers, "earliest": counted.overall.earliest or msg("change.no_date")}
        raise Refused(msg("change.too_early", **facts), msg("change.too_early.remedy", **facts))


def _holds(notice: Notice | None, found: CustomerDates, today: date) -> bool:
    """Whether a customer who goes along was not told, or may not be served yet."""
    if found.kept_off:
        return False
    told = notice is not None and notice.sent_at is not None and bool(notice.proof)
    return not told or found.earliest is None or found.earliest > today
