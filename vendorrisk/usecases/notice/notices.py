"""Notices: marked as sent with proof, answered by customers, and at last live."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import listed
from vendorrisk.domain.message import BadInput, Refused, UserError, WrongArgument, msg
from vendorrisk.domain.notice.announced import needs_new_letters
from vendorrisk.domain.notice.answers import AnswerDays, days_of_answer
from vendorrisk.domain.notice.checks import sent_before_written, silent_page, stated_too_early, unproven
from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.records import (
    Change,
    ChangeState,
    Customer,
    Notice,
    Terms,
)
from vendorrisk.usecases.actions import Wall, action
from vendorrisk.usecases.decision.telling import against_sending, in_the_way_of_use
from vendorrisk.usecases.notice.announced import differs_from_letters
from vendorrisk.usecases.notice.changes import dates, notice_to, refuse_closed
from vendorrisk.usecases.notice.letters_to_send import lacking_to_send
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime

    from vendorrisk.domain.message import Blocked
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk, Reader

APPROVE_TEXT = action("change.approve_text")
MARK_SENT = action("notice.sent", wall=Wall.SENT)
ANSWERED = action("notice.answered")
EXCLUDE = action("notice.exclude")
CANCEL_CHANGE = action("change.cancel")
GO_LIVE = action("change.live")


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

    Without `customer_ids` all who go along. Raises UserError for a moment in the future or without a zone,
    for a missing proof, and for customers who have no letter yet; Refused names every guard of sending in the
    way; BadInput names every notice that would not count: without address, by another channel, or with a last
    day too early for this sending.
    """
    refused = not_sent_at(office, sent_at)
    if refused is not None:
        raise refused
    if not proof.strip():
        raise WrongArgument(msg("notice.sent.proof"), msg("notice.sent.proof.remedy"))
    with office.book.act(MARK_SENT, change=change_id, at=sent_at.astimezone(UTC).isoformat()) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        wanted = _wanted(office, desk, change, customer_ids)
        known = {one.customer_id: one for one in desk.find(Notice, change_id=change_id)}
        missing = [one.name for one in wanted if one.id not in known or not known[one.id].content_sha256]
        if missing:
            raise Refused(
                msg("notice.sent.no_letter", customers=missing), msg("notice.sent.no_letter.remedy")
            )
        waiting = {one.id: known[one.id] for one in wanted if known[one.id].sent_at is None}
        at = sent_at.astimezone(UTC)
        counted = dates(office, desk, change, sent_at=at).dates
        told = tuple(pair for pair in counted if pair[0].id in waiting)
        blocked = against_sending(office, desk, change, told)
        if blocked:
            raise Refused(msg("notice.sent.refused"), msg("notice.sent.refused.remedy"), blocked=blocked)
        _refuse_unfit(office, desk, change, waiting.values())
        sent = _counting(desk, told, waiting, at, proof)
        desk.put(*sent)
        desk.put(replace(change, state=ChangeState.RUNNING))
    return sent


def not_sent_at(office: Office, sent_at: datetime) -> UserError | None:
    """Why letters cannot have gone out at a moment; None where they can."""
    if sent_at.tzinfo is None or sent_at > office.clock.now():
        return WrongArgument(msg("notice.sent.future"), msg("notice.sent.future.remedy"))
    return None


def _refuse_unfit(office: Office, reader: Reader, change: Change, waiting: Collection[Notice]) -> None:
    """A letter that lacks a vital fact, or states other facts than the register does, is no notice (N-4)."""
    lacking = lacking_to_send(office, reader, change, waiting)
    if lacking:
        raise BadInput(msg("notice.sent.lacking"), msg("notice.sent.lacking.remedy"), problems=lacking)
    stale = needs_new_letters(change.number, differs_from_letters(reader, change, waiting))
    if stale:
        raise BadInput(msg("notice.sent.stale"), msg("notice.sent.stale.remedy"), problems=stale)


def _counting(
    reader: Reader,
    told: tuple[tuple[Customer, CustomerDates], ...],
    waiting: Mapping[str, Notice],
    sent_at: datetime,
    proof: str,
) -> list[Notice]:
    """The notices as sent, if each of them counts (rule N-4); a letter is true for the day it was written."""
    versions = {one.id: one for one in reader.find(Terms)}
    zone = settings_of(reader).zone
    sent, problems = [], []
    for customer, actual in told:
        written = waiting[customer.id]
        notice = replace(written, sent_at=sent_at, proof=proof, terms_id=actual.terms_id or written.terms_id)
        agreed = versions.get(notice.terms_id) or Terms(id="", customer_id=customer.id)
        stated = CustomerDates(customer_id=customer.id, last_objection_day=written.stated_end)
        problems += [
            silent_page(customer, agreed),
            *unproven(customer, agreed, notice),
            sent_before_written(customer, notice, zone),
            stated_too_early(customer, stated, actual),
        ]
        sent.append(notice)
    lacking = tuple(one for one in problems if one is not None)
    if lacking:
        facts = {"count": len({one.where for one in lacking})}
        raise BadInput(
            msg("notice.sent.incomplete", **facts), msg("notice.sent.incomplete.remedy"), problems=lacking
        )
    return sent


def _wanted(office: Office, reader: Reader, change: Change, customer_ids: Collection[str]) -> list[Customer]:
    """Who was told: these customers, or all who are told by letter; nobody else can have been."""
    counted = dates(office, reader, change).dates
    told = [customer for customer, found in counted if not (found.kept_off or found.joined)]
    others = set(customer_ids) - {one.id for one in told}
    if others:
        facts = {"customers": [one.name for one in reader.find(Customer, id=sorted(others))]}
        raise Refused(msg("notice.sent.no_part", **facts), msg("notice.sent.no_part.remedy"))
    return [one for one in told if not customer_ids or one.id in customer_ids]


def record_answer(
    office: Office,
    change_id: str,
    customer_id: str,
    *,
    acknowledged_on: date | None = None,
    approved_on: date | None = None,
    approved_timed: bool | None = None,
    proof: str = "",
) -> Notice:
    """Records a customer's acknowledgement or written approval with its day and where it is filed (`proof`).

    `approved_timed`: the hour of approval is on file too, so that the same day may count (domain.md 5.4).
    None keeps what is stored, as for the days; an approval of another day has no hour until somebody says so.
    Raises UserError for a day that has not come, or is before the customer was asked or the change opened.
    """
    with office.book.act(ANSWERED, change=change_id, customer=customer_id) as desk:
        known = notice_to(office, desk, change_id, customer_id)
        kept = (None, known.acknowledged_on, known.approved_on)
        new = [one for one in (acknowledged_on, approved_on) if one is not None and one not in kept]
        _days(office, desk, change_id, customer_id).check(*new)
        approval = approved_on or known.approved_on
        kept_hour = known.approved_timed and approval == known.approved_on
        notice = replace(
            known, approved_on=approval, acknowledged_on=acknowledged_on or known.acknowledged_on,
            approved_timed=kept_hour if approved_timed is None else approved_timed,
            answer_proof=proof.strip() or known.answer_proof,
        )  # fmt: skip
        desk.put(notice)
    return notice


def answer_days(office: Office, change_id: str, customer_id: str) -> AnswerDays:
    """On which days an answer of a customer can have come."""
    with office.book.reading() as reader:
        return _days(office, reader, change_id, customer_id)


def _days(office: Office, reader: Reader, change_id: str, customer_id: str) -> AnswerDays:
    known = reader.find(Notice, change_id=change_id, customer_id=customer_id)
    return days_of_answer(
        reader.get(Change, change_id), known[0] if known else None, reader.get(Customer, customer_id),
        our_zone=settings_of(reader).zone, today=office.clock.today(),
    )  # fmt: skip


def exclude(office: Office, change_id: str, customer_id: str, why: str) -> Notice:
    """Keeps a customer off the change, with the reason; it holds nobody back and must be routed elsewhere."""
    if not why.strip():
        raise WrongArgument(msg("notice.exclude.why"), msg("notice.exclude.why.remedy"))
    with office.book.act(EXCLUDE, change=change_id, customer=customer_id) as desk:
        notice = replace(notice_to(office, desk, change_id, customer_id), excluded=True, excluded_why=why)
        desk.put(notice)
    return notice


def cancel(office: Office, change_id: str) -> Change:
    """Ends a change that will not happen."""
    with office.book.act(CANCEL_CHANGE, change=change_id) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        cancelled = replace(change, state=ChangeState.CANCELLED)
        desk.put(cancelled)
    return cancelled


def go_live(office: Office, change_id: str) -> Change:
    """Records that the change is live today.

    Raises Refused before the first day that all terms permit, and while a guard of going live stands in the
    way; each is named with its fact and remedy.
    """
    today = office.clock.today()
    with office.book.act(GO_LIVE, change=change_id) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        blocked = in_the_way_of_use(office, desk, change)
        _refuse_early(office, desk, change, today, blocked)
        if blocked:
            raise Refused(msg("change.not_live"), msg("change.not_live.remedy"), blocked=blocked)
        live = replace(change, state=ChangeState.LIVE, live_on=today)
        desk.put(live)
    return live


def _refuse_early(
    office: Office, desk: Desk, change: Change, today: date, blocked: tuple[Blocked, ...]
) -> None:
    notices = {one.customer_id: one for one in desk.find(Notice, change_id=change.id)}
    counted = dates(office, desk, change)
    held = [
        (customer, found)
        for customer, found in counted.dates
        if _holds(notices.get(customer.id), found, today)
    ]
    if held:
        customers = listed(customer.name for customer, _ in held)
        earliest = counted.overall.earliest or msg("change.no_date")
        facts = {"count": len(held), "customers": customers, "earliest": earliest}
        raise Refused(
            msg("change.too_early", **facts), msg("change.too_early.remedy", **facts), blocked=blocked
        )


def _holds(notice: Notice | None, found: CustomerDates, today: date) -> bool:
    """Whether a customer who goes along was not told, or may not be served yet.

    Of one who joined meanwhile, guard G8 asks for its onboarding documents.
    """
    if found.kept_off or found.pack_due:
        return False
    told = found.joined or (notice is not None and notice.sent_at is not None)
    return not told or found.earliest is None or found.earliest > today
