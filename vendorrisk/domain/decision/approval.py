"""Approvals: which one counts, until when, and who may confirm it (domain.md 4.1 to 4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.approval_needs import is_dpo
from vendorrisk.domain.decision.blocking import block
from vendorrisk.domain.decision.dossier import REGULARLY_LIVE, Dossier, Policy
from vendorrisk.domain.decision.records import Decision, Outcome
from vendorrisk.domain.months import add_months
from vendorrisk.domain.register.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vendorrisk.domain.message import Blocked

APPROVED = frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_CONDITIONS})


def latest(dossier: Dossier) -> Decision | None:
    """The newest decision on this engagement; of one day, the one recorded last (ids rise with time)."""
    mine = (one for one in dossier.decisions if one.engagement_id == dossier.engagement.id)
    return max(mine, key=lambda one: (one.decided_on, one.id), default=None)


def valid_until(decision: Decision, policy: Policy) -> date:
    """The last day on which an approval counts before go-live: calendar months, clamped to a month's end."""
    return add_months(decision.decided_on, policy.approval_months)


def in_force(decision: Decision, policy: Policy) -> bool:
    """Whether a decision counts: where the workspace asks for a second person, once another one confirmed."""
    if not policy.second_person:
        return True
    return bool(decision.confirmed_by.strip()) and not same_name(decision.confirmed_by, decision.decided_by)


def approval_blocks(dossier: Dossier, on: date, guard: str) -> Iterator[Blocked]:
    """Why there is no approval to rest on, on a day: none, refused, unconfirmed, unfounded or run out.

    Once an engagement is regularly live its age no longer counts; the yearly reassessment does (guard G2).
    """
    decision = latest(dossier)
    if decision is None:
        yield block(guard, "approval.none")
        return
    facts = {"decided_on": decision.decided_on, "decided_by": decision.decided_by}
    if decision.outcome not in APPROVED:
        yield block(guard, "approval.refused", **facts)
        return
    if not in_force(decision, dossier.policy):
        yield block(guard, "approval.unconfirmed", **facts)
    if not decision.assessment_id:
        yield block(guard, "approval.no_assessment", **facts)
    until = valid_until(decision, dossier.policy)
    if dossier.engagement.stage not in REGULARLY_LIVE and until < on:
        months = dossier.policy.approval_months
        yield block(guard, "approval.ended", **facts, until=until, on=on, months=months)


def confirmation_blocks(dossier: Dossier, decision: Decision, by: str, on: date) -> tuple[Blocked, ...]:
    """Why a person may not confirm a decision as the second one; empty = may.

    The second person is neither the one who decided, nor the one who asked for the vendor, nor the DPO.
    """
    return tuple(_confirmation(dossier, decision, by, on))


def _confirmation(dossier: Dossier, decision: Decision, by: str, on: date) -> Iterator[Blocked]:
    name = "confirm"
    if decision.confirmed_by:
        yield block(name, "confirm.done", person=decision.confirmed_by)
    if on < decision.decided_on:
        yield block(name, "confirm.early", decided_on=decision.decided_on)
    if not by.strip():
        yield block(name, "need.decider")
    elif same_name(by, decision.decided_by):
        yield block(name, "confirm.same", person=by)
    elif same_name(by, dossier.engagement.requested_by):
        yield block(name, "confirm.requester", person=by)
    elif is_dpo(by, dossier):
        yield block(name, "need.dpo_decides", person=by)
