"""How the notices of an engagement's changes stand, as the guards and the step of sending see it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.dossier import CustomerStanding, NoticeStanding
from vendorrisk.domain.notice.affected import uncertain
from vendorrisk.domain.notice.announced import labels
from vendorrisk.domain.notice.objections import Effect, effects_of
from vendorrisk.domain.notice.records import (
    OPEN_CHANGES,
    Authorisation,
    Change,
    ChangeKind,
    ChangeState,
    Notice,
    Objection,
    Terms,
)
from vendorrisk.domain.notice.terms import locked_terms
from vendorrisk.domain.register.records import Origin
from vendorrisk.usecases.notice.announced import differs_from_told
from vendorrisk.usecases.notice.changes import affected, dates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from vendorrisk.domain.notice.clock import CustomerDates
    from vendorrisk.domain.notice.records import Customer
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


def standing_changes(reader: Reader, engagement_id: str) -> tuple[Change, ...]:
    """Every change on which using an engagement rests, oldest first: none lifts what another one says.

    A change that was cancelled, or ended by an objection, counts only where there is no other. A removal
    leads out of use and says nothing about going live or resuming.
    """
    found = [
        one for one in reader.find(Change, engagement_id=engagement_id) if one.kind is not ChangeKind.REMOVE
    ]
    standing = tuple(one for one in found if not _is_cancelled(reader, one))
    return standing or tuple(found[-1:])


def _is_cancelled(reader: Reader, change: Change) -> bool:
    if change.state is ChangeState.CANCELLED:
        return True
    return Effect.CANCELS in effects_of(reader.find(Objection, change_id=change.id))


def intended_go_live(reader: Reader, engagement: Engagement, standing: Sequence[Change]) -> date | None:
    """The first day of use: the last one that an open change plans, else that of the newest change."""
    alive = [one for one in standing if not _is_cancelled(reader, one)]
    if not alive:
        return engagement.planned_live
    still_open = [one.planned_on for one in alive if one.state in OPEN_CHANGES]
    return max(still_open, default=alive[-1].planned_on)


def notice_standing(
    office: Office, reader: Reader, engagement: Engagement, standing: Sequence[Change]
) -> NoticeStanding | None:
    """How the notices of all standing changes stand together; None = recipients were never computed.

    Nobody is to be told anew of what was in use before the register began. Once a change is live, those count
    who were told of it: whoever became a customer later learned of it at the start (rule N-9).
    """
    if not standing:
        return NoticeStanding() if engagement.origin is Origin.IN_USE_BEFORE else None
    told = {
        one.number: customers_of(reader, engagement, one, dates(office, reader, one).dates)
        for one in standing
    }
    return NoticeStanding(
        customers=tuple(one for number in told for one in _numbered(told, number)),
        text_approved=all(bool(one.text_approved_by) for one in standing),
        cancelled=all(_is_cancelled(reader, one) for one in standing),
        left_out=sum(_left_out(reader, one) for one in standing if one.state in OPEN_CHANGES),
        told_otherwise=tuple(labels([name for one in standing for name in differs_from_told(reader, one)])),
    )


def _left_out(reader: Reader, change: Change) -> int:
    return len(uncertain(reach for _, reach in affected(reader, change).not_affected))


def _numbered(told: Mapping[str, tuple[CustomerStanding, ...]], number: str) -> tuple[CustomerStanding, ...]:
    """The customers of one change; where there are several, each with the number of what it waits for."""
    if len(told) == 1:
        return told[number]
    return tuple(replace(one, customer=f"{one.customer} ({number})") for one in told[number])


def customers_of(
    reader: Reader,
    engagement: Engagement,
    change: Change,
    counted: tuple[tuple[Customer, CustomerDates], ...],
) -> tuple[CustomerStanding, ...]:
    """How each customer stands towards one change, by dates that were counted already."""
    gathering = _Gathering(reader, change, engagement)
    return tuple(gathering.standing(*one) for one in gathering.told(counted))


class _Gathering:
    """The notices, objections and terms of one change, each table read once."""

    def __init__(self, reader: Reader, change: Change, engagement: Engagement) -> None:
        self._is_live = change.state is ChangeState.LIVE
        self._critical = engagement.critical_function
        self._objections = reader.find(Objection, change_id=change.id)
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
            channel_proven=found.joined or bool(customer.email or customer.address),
            joined=found.joined,
            pack_due=found.pack_due,
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
