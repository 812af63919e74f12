"""Asking one customer to be content with a shorter notice, for this change alone; its answer is recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Refused, WrongArgument, msg
from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.records import Change, Customer, Notice, Terms
from vendorrisk.domain.notice.shorter import may_be_asked
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import dates, notice_to, refuse_closed

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

ASK_SHORTER = action("notice.ask_shorter")
SHORTER_ANSWERED = action("notice.shorter_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A mail that asks a customer, as a draft: to which address, about what, and its words."""

    address: str
    subject: Message
    text: Message


def ask_shorter(office: Office, change_id: str, customer_id: str, days: int) -> Notice:
    """Records that a customer is asked today to be content with so many days of notice; no date moves.

    `days` are counted as the contract counts its own. Raises Refused where no shorter notice can help, and
    UserError for days that are not fewer than those of the contract.
    """
    with office.book.act(ASK_SHORTER, change=change_id, customer=customer_id, days=days) as desk:
        terms = _terms(office, desk, change_id, customer_id)
        if not 0 <= days < terms.notice_days:
            raise WrongArgument(
                msg("shorter.days", days=days, agreed=terms.notice_days), msg("shorter.days.remedy")
            )
        asked = replace(
            notice_to(office, desk, change_id, customer_id), shorter_days=days,
            shorter_asked_on=office.clock.today(), shorter_agreed_on=None, shorter_note="",
        )  # fmt: skip
        desk.put(asked)
    return asked


def record_shorter(
    office: Office, change_id: str, customer_id: str, *, agreed_on: date | None, note: str
) -> Notice:
    """Records the answer: the day of a written yes, from which the days asked for count, or None for a no.

    Raises UserError where nobody asked, for a day before the question or in the future, and for a yes without
    a word on where it is filed.
    """
    with office.book.act(SHORTER_ANSWERED, change=change_id, customer=customer_id) as desk:
        refuse_closed(desk.get(Change, change_id))
        known = notice_to(office, desk, change_id, customer_id)
        if known.shorter_asked_on is None:
            raise Refused(msg("shorter.not_asked"), msg("shorter.not_asked.remedy"))
        if agreed_on is not None and not known.shorter_asked_on <= agreed_on <= office.clock.today():
            facts = {"asked": known.shorter_asked_on, "today": office.clock.today()}
            raise WrongArgument(msg("shorter.day", **facts), msg("shorter.day.remedy", **facts))
        if agreed_on is not None and not note.strip():
            raise WrongArgument(msg("shorter.note"), msg("shorter.note.remedy"))
        answered = replace(known, shorter_agreed_on=agreed_on, shorter_note=note.strip())
        desk.put(answered)
    return answered


def shorter_draft(office: Office, change_id: str, customer_id: str, days: int) -> Question:
    """The mail that asks for it, ready for the person's own mail program.

    Raises UserError where the customer has no mail address.
    """
    with office.book.reading() as reader:
        change = reader.get(Change, change_id)
        customer = reader.get(Customer, customer_id)
        terms = _terms(office, reader, change_id, customer_id)
        engagement = reader.get(Engagement, change.engagement_id)
        vendor, company = reader.get(Vendor, engagement.vendor_id), office.company(reader)
    if not customer.email:
        raise Refused(msg("shorter.no_address", customer=customer.name), msg("shorter.no_address.remedy"))
    facts = {
        "customer": customer.name, "vendor": vendor.legal_name or vendor.name, "number": change.number,
        "purpose": text_in(change.text, "en") or text_in(engagement.purpose, "en"), "days": days,
        "agreed": terms.notice_days, "company": company, "signed": office.actor,
    }  # fmt: skip
    return Question(
        address=customer.email, subject=msg("shorter.mail.subject", **facts),
        text=msg("shorter.mail.text", **facts),
    )  # fmt: skip


def _terms(office: Office, reader: Reader, change_id: str, customer_id: str) -> Terms:
    """The terms by which the customer is counted; raises Refused where no shorter notice can help."""
    change = reader.get(Change, change_id)
    refuse_closed(change)
    counted = {one.id: found for one, found in dates(office, reader, change).dates}
    found = counted.get(customer_id, CustomerDates(customer_id=customer_id))
    versions = {one.id: one for one in reader.find(Terms)}
    terms = versions.get(found.terms_id)
    if terms is None or not may_be_asked(change, terms):
        raise Refused(msg("shorter.no_use"), msg("shorter.no_use.remedy"))
    return terms
