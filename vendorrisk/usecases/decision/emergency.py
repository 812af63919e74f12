"""Going live in an emergency: who authorised it beforehand, until when, and why (domain.md 4.2, 5.1).

Nothing here lets anybody be served: the engagement is moved by its own step, under guards that name whoever
may not be served. The full notice runs all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.dossier import EmergencyCustomer, EmergencyStanding
from vendorrisk.domain.decision.emergency import ends_in_time, latest_end
from vendorrisk.domain.message import WrongArgument, msg
from vendorrisk.domain.notice.objections import Effect, effects_of
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    ChangeState,
    Customer,
    EmergencyBasis,
    Notice,
    Objection,
    Terms,
)
from vendorrisk.domain.notice.terms import covers, locked_terms
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.notice.changes import notice_to, refuse_closed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

AUTHORISED = action("emergency.authorised")
DECLARE = action("emergency.declare")


def record_authorisation(
    office: Office,
    change_id: str,
    customer_id: str,
    basis: EmergencyBasis | None,
    *,
    on: date | None = None,
    source: str = "",
) -> Notice:
    """Records that a customer authorised an emergency beforehand, or with None that it is left out again.

    `on` is the day of the authorisation, or of counsel's review of the clause. Raises UserError without a
    day, for one in the future, and without a source.
    """
    today = office.clock.today()
    if basis is not None and (on is None or on > today):
        raise WrongArgument(
            msg("emergency.authorised.day", today=today), msg("emergency.authorised.day.remedy")
        )
    if basis is not None and not source.strip():
        raise WrongArgument(msg("emergency.authorised.source"), msg("emergency.authorised.source.remedy"))
    with office.book.act(AUTHORISED, change=change_id, customer=customer_id) as desk:
        refuse_closed(desk.get(Change, change_id))
        desk.get(Customer, customer_id)
        known = notice_to(office, desk, change_id, customer_id)
        notice = replace(
            known, emergency_basis=basis, emergency_on=on if basis else None,
            emergency_source=source.strip() if basis else "",
        )  # fmt: skip
        desk.put(notice)
    return notice


def declare_emergency(office: Office, change_id: str, until: date, why: str) -> Change:
    """Declares an emergency until a day (inclusive), with its reason; the engagement is moved by itself.

    Raises UserError for a last day before today or more than thirty days away, and without a reason.
    """
    today = office.clock.today()
    if not ends_in_time(until, today):
        raise WrongArgument(msg("emergency.end", last=latest_end(today)), msg("emergency.end.remedy"))
    if not why.strip():
        raise WrongArgument(msg("emergency.why"), msg("emergency.why.remedy"))
    with office.book.act(DECLARE, change=change_id, until=until.isoformat()) as desk:
        change = desk.get(Change, change_id)
        refuse_closed(change)
        declared = replace(change, emergency_until=until, emergency_why=why.strip())
        desk.put(declared)
    return declared


def emergency_standing(
    reader: Reader, standing: Sequence[Change], engagement: Engagement, today: date
) -> EmergencyStanding | None:
    """The newest emergency of the standing changes as its guard sees it: who is to be served, until when.

    None without one. An objection to any of the changes counts.
    """
    declared = [one for one in standing if one.emergency_until and one.state is not ChangeState.CANCELLED]
    if not declared:
        return None
    change = declared[-1]
    gathered = _Gathering(reader, standing, engagement, today)
    served = [one for one in reader.find(Notice, change_id=change.id) if one.emergency_basis is not None]
    return EmergencyStanding(
        customers=tuple(gathered.customer(one) for one in served if not one.excluded),
        expires=change.emergency_until,
    )


class _Gathering:
    """Customers, terms and objections of the changes, each table read once."""

    def __init__(
        self, reader: Reader, standing: Sequence[Change], engagement: Engagement, today: date
    ) -> None:
        self._critical = engagement.critical_function
        self._names = {one.id: one.name for one in reader.find(Customer)}
        self._objections = reader.find(Objection, change_id=[one.id for one in standing])
        self._terms = [one for one in reader.find(Terms) if covers(one, today)]

    def customer(self, notice: Notice) -> EmergencyCustomer:
        """One customer; of several versions of its terms in force, whatever forbids an emergency counts."""
        bound = [
            locked_terms(one, critical_engagement=self._critical)[0]
            for one in self._terms
            if one.customer_id == notice.customer_id
        ]
        own = [one for one in self._objections if one.customer_id == notice.customer_id]
        is_clause = notice.emergency_basis is EmergencyBasis.CLAUSE
        return EmergencyCustomer(
            customer=self._names.get(notice.customer_id, notice.customer_id),
            standby_authorised=notice.emergency_basis is EmergencyBasis.STANDBY,
            clause_reviewed_on=notice.emergency_on if is_clause else None,
            specific=any(one.authorisation is Authorisation.SPECIFIC for one in bound),
            approved=notice.approved_on is not None,
            commission_clauses=any(one.commission_clauses for one in bound),
            dora_critical=any(one.dora and (one.critical_function or self._critical) for one in bound),
            open_objection=Effect.BLOCKS in effects_of(own),
        )
