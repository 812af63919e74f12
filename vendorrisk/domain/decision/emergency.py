"""Going live in an emergency: for whom it is open at all, and who answers for it (domain.md 4.2, 5.1).

The GDPR knows no exception for emergencies. It works only for customers who authorised it beforehand: this
very sub-processor as stand-by, or an emergency clause that counsel has reviewed.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.approval_needs import dpo_opinion, is_dpo
from vendorrisk.domain.decision.blocking import block, listed
from vendorrisk.domain.diligence.acceptance import Approver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from vendorrisk.domain.decision.dossier import EmergencyCustomer, EmergencyStanding, Step
    from vendorrisk.domain.message import Blocked

LONGEST_DAYS = 30
"""Calendar days after today on which an emergency ends at the latest."""


def latest_end(today: date) -> date:
    """The last day (inclusive) that an emergency declared today may have."""
    return today + timedelta(days=LONGEST_DAYS)


def ends_in_time(last_day: date, today: date) -> bool:
    """Whether an emergency may last until this day (inclusive): from today to the latest end."""
    return today <= last_day <= latest_end(today)


def _authorised(one: EmergencyCustomer) -> bool:
    return one.standby_authorised or one.clause_reviewed_on is not None


EXCLUDED: tuple[tuple[str, Callable[[EmergencyCustomer], bool]], ...] = (
    ("emergency.not_authorised", lambda one: not _authorised(one)),
    ("emergency.specific", lambda one: one.specific and not one.approved),
    ("emergency.commission_clauses", lambda one: one.commission_clauses),
    ("emergency.dora", lambda one: one.dora_critical),
    ("emergency.objection", lambda one: one.open_objection),
)
"""Why a customer cannot be served so: each reason stands by itself."""


def emergency(step: Step) -> Iterator[Blocked]:
    """The emergency is recorded with customers who may be served, an end within 30 days, and approvals.

    Head of privacy and CISO approve by name, and the DPO's opinion is on record.
    """
    standing = step.dossier.emergency
    if standing is None or not standing.customers:
        yield block(step.name, "emergency.nobody")
    else:
        yield from _customers(step, standing)
    yield from _end(step, standing)
    for function in (Approver.HEAD_OF_PRIVACY, Approver.CISO):
        person = step.ask.approvers.get(function, "").strip()
        if not person:
            yield block(step.name, "emergency.approver", function=function)
        elif is_dpo(person, step.dossier):
            yield block(step.name, "need.dpo_decides", person=person)
    yield from dpo_opinion(step)


def _customers(step: Step, standing: EmergencyStanding) -> Iterator[Blocked]:
    for key, excluded in EXCLUDED:
        names = [one.customer for one in standing.customers if excluded(one)]
        if names:
            yield block(step.name, key, count=len(names), customers=listed(names))


def _end(step: Step, standing: EmergencyStanding | None) -> Iterator[Blocked]:
    today, expires = step.dossier.today, standing.expires if standing else None
    if expires is None or not ends_in_time(expires, today):
        yield block(step.name, "emergency.end", last=latest_end(today))
