"""Whether a customer who joined while a notice ran got the change in its onboarding documents (rule N-9)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Refused, UserError, WrongArgument, msg
from vendorrisk.domain.notice.answers import days_of_change
from vendorrisk.domain.notice.records import Change, Customer, Notice, Onboarding
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import joiners_of, notice_to, refuse_closed

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.domain.notice.joining import Joining
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

ONBOARDED = action("notice.onboarded")


def record_onboarding(
    office: Office, change_id: str, customer_id: str, *, given_on: date | None, note: str = ""
) -> Notice:
    """Records the day on which a new customer got the pending change with its onboarding documents.

    No clock runs for it then. `given_on` None: it did not get it by its first day, so that it is notified in
    full. Raises Refused for a customer who did not join while the notice ran or whose contract asks for more,
    and UserError for a day that cannot be: in the future, before the change, or after its first day.
    """
    with office.book.act(ONBOARDED, change=change_id, customer=customer_id) as desk:
        change, customer = desk.get(Change, change_id), desk.get(Customer, customer_id)
        refuse_closed(change)
        known = notice_to(office, desk, change_id, customer_id)
        joining = _joining(desk, change, customer, replace(known, onboarding=None))
        if given_on is not None:
            refused = not_given_on(change, joining.since, given_on, office.clock.today())
            if refused is not None:
                raise refused
        recorded = replace(
            known, onboarding=Onboarding.NOT_GIVEN if given_on is None else Onboarding.GIVEN,
            onboarding_on=given_on, onboarding_note=note.strip(),
        )  # fmt: skip
        desk.put(recorded)
    return recorded


def not_given_on(change: Change, since: date, on: date, today: date) -> UserError | None:
    """Why onboarding documents cannot have held a change on a day; None where they can.

    What is part of a contract is there when the contract begins; what comes later is a notice of its own.
    """
    if on > since:
        facts = {"day": on, "since": since}
        return WrongArgument(msg("onboarding.late", **facts), msg("onboarding.late.remedy", **facts))
    return days_of_change(change, today).refusal(on)


def _joining(reader: Reader, change: Change, customer: Customer, notice: Notice) -> Joining:
    joining = joiners_of(reader, change, {customer.id: notice}).of(customer)
    if joining is None or joining.live_on is not None:
        raise Refused(
            msg("onboarding.not_joined", customer=customer.name), msg("onboarding.not_joined.remedy")
        )
    if joining.in_full is not None:
        what = msg("onboarding.in_full", customer=customer.name, why=joining.in_full)
        raise Refused(what, msg("onboarding.in_full.remedy"))
    return joining
