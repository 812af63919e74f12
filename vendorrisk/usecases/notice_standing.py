"""How the notices of an engagement's change stand, as the guards and the step of sending see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.dossier import CustomerStanding, NoticeStanding
from vendorrisk.domain.notice.objections import Effect, effects_of
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    ChangeKind,
    ChangeState,
    Notice,
    Objection,
    Terms,
)
from vendorrisk.domain.notice.terms import locked_terms
from vendorrisk.domain.register.records import Engagement, Origin
from vendorrisk.usecases.changes import dates

if TYPE_CHECKING:
    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Customer
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def standing_change(reader: Reader, engagement_id: str) -> Change | None:
    """The change on which using an engagement rests: the newest one, a cancelled one only if no other is.

    A removal leads out of use and says nothing about going live or resuming.
    """
    found = [
        one for one in reader.find(Change, engagement_id=engagement_id) if one.kind is not ChangeKind.REMOVE
    ]
    going_on = [one for one in found if one.state is not ChangeState.CANCELLED]
    newest_last = going_on or found
    return newest_last[-1] if newest_last else None


def notice_standing(office: Office, reader: Reader, engagement: Engagement) -> NoticeStanding | None:
    """How the notices stand; None = recipients were never computed.

    Nobody is to be told anew of what was in use before the register began. Once a change is live, those count
    who were told of it: whoever became a customer later learned of it at the start (rule N-9).
    """
    change = standing_change(reader, engagement.id)
    if change is None:
        return NoticeStanding() if engagement.origin is Origin.IN_USE_BEFORE else None
    objections = reader.find(Objection, change_id=change.id)
    cancelled = change.state is ChangeState.CANCELLED or Effect.CANCELS in effects_of(objections)
    gathering = _Gathering(reader, change, engagement, objections)
    counted = dates(office, reader, change).dates
    return NoticeStanding(
        customers=tuple(gathering.standing(customer, found) for customer, found in gathering.told(counted)),
        text_approved=bool(change.text_approved_by),
        cancelled=cancelled,
    )


class _Gathering:
    """The notices, objections and terms of one change, each table read once."""

    def __init__(
        self, reader: Reader, change: Change, engagement: Engagement, objections: list[Objection]
    ) -> None:
        self._is_live = change.state is ChangeState.LIVE
        self._critical = engagement.critical_function
        self._objections = objections
        self._notices = {one.customer_id: one for one in reader.find(Notice, change_id=change.id)}
        self._terms = {one.id: one for one in reader.find(Terms)}

    def told(
        self, counted: tuple[tuple[Customer, CustomerDates], ...]
    ) -> tuple[tuple[Customer, CustomerDates], ...]:
        """Everybody affected; of a change that is live, those who got a notice."""
        if not self._is_live:
            return counted
        return tuple(pair for pair in counted if pair[0].id in self._notices)

    def standing(self, customer: Customer, found: CustomerDates) -> CustomerStanding:
        """One customer; the first day is what was counted, or would be if the notice went out now."""
        notice = self._notices.get(customer.id)
        terms = self._terms.get(found.terms_id)
        own = [one for one in self._objections if one.customer_id == customer.id]
        return CustomerStanding(
            customer=customer.name,
            kept_off=found.kept_off,
            channel_proven=bool(customer.email or customer.address),
            sent=notice is not None and notice.sent_at is not None,
            proof=notice is not None and bool(notice.proof),
            earliest=found.earliest,
            why=found.why,
            remedy=found.remedy,
            specific=terms is not None and terms.authorisation is Authorisation.SPECIFIC,
            approved_on=notice.approved_on if notice else None,
            open_objection=Effect.BLOCKS in effects_of(own),
            binding=self._is_binding(terms),
        )

    def _is_binding(self, terms: Terms | None) -> bool:
        if terms is None:
            return False
        binding, _ = locked_terms(terms, critical_engagement=self._critical)
        return binding.commission_clauses or (binding.dora and binding.critical_function)
