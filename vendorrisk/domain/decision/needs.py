"""What single steps need beside the twelve guards: filled fields, reasons, confirmations (domain.md 4.2)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from vendorrisk.domain.decision.approval import approval_blocks, latest
from vendorrisk.domain.decision.approval_needs import dpo_opinion, open_findings
from vendorrisk.domain.decision.blocking import block, listed
from vendorrisk.domain.decision.dossier import Attested, Dossier, Step
from vendorrisk.domain.decision.facts import flow_states, places_on
from vendorrisk.domain.decision.guards_notice import left_out
from vendorrisk.domain.decision.records import Outcome
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.register.records import LocationKind, Role
from vendorrisk.domain.register.transfers import TransferState
from vendorrisk.domain.register.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vendorrisk.domain.message import Blocked

    Need: TypeAlias = Callable[[Step], Iterator[Blocked]]


def _places(dossier: Dossier, kind: LocationKind) -> bool:
    return any(one.kind is kind for one in places_on(dossier))


def described(step: Step) -> Iterator[Blocked]:
    """Entity, service, role rationale, data categories, storage and access places are filled in."""
    dossier = step.dossier
    filled = {
        "entity": dossier.vendor is not None and bool(dossier.vendor.name.strip() and dossier.vendor.country),
        "service": dossier.service is not None,
        "rationale": bool(dossier.engagement.role_rationale.strip()),
        "data": bool(dossier.engagement.data_categories),
        "storage": _places(dossier, LocationKind.STORAGE),
        "access": _places(dossier, LocationKind.ACCESS),
    }
    for name, there in filled.items():
        if not there:
            yield block(step.name, f"need.described.{name}")


def sub_processor(step: Step) -> Iterator[Blocked]:
    """Only a sub-processor goes through due diligence under GDPR 28; other roles take a shorter path."""
    role = step.dossier.engagement.role
    if role is not Role.SUB_PROCESSOR:
        yield block(step.name, "need.sub_processor", role=label(role))


def tier_set(step: Step) -> Iterator[Blocked]:
    """The inherent tier is known: it decides how deep due diligence goes."""
    if step.dossier.tier is None:
        yield block(step.name, "need.tier")


def evidence_complete(step: Step) -> Iterator[Blocked]:
    """Every required question is answered or credited; for tier 1 the scope of each artefact is known."""
    standing = step.dossier.evidence
    if standing is None:
        yield block(step.name, "need.no_assessment")
        return
    if standing.open_questions:
        count = len(standing.open_questions)
        yield block(step.name, "need.open_questions", count=count, questions=listed(standing.open_questions))
    if step.dossier.tier == 1 and standing.unknown_scope:
        yield block(step.name, "need.unknown_scope", documents=listed(standing.unknown_scope))


def reason(step: Step) -> Iterator[Blocked]:
    """The step says why; the reason is kept with it."""
    if not step.ask.reason.strip():
        yield block(step.name, f"need.reason.{step.name}")


def approval_in_force(step: Step) -> Iterator[Blocked]:
    """There is an approval, confirmed where a second person is asked for, and it has not run out today."""
    yield from approval_blocks(step.dossier, step.dossier.today, step.name)


def conditions_met(step: Step) -> Iterator[Blocked]:
    """The conditions of a conditional approval are met; somebody who checked says so."""
    decision = latest(step.dossier)
    conditional = decision is not None and decision.outcome is Outcome.APPROVED_WITH_CONDITIONS
    if decision is not None and conditional and Attested.CONDITIONS_MET not in step.ask.confirmed:
        yield block(step.name, "need.conditions_met", conditions=decision.conditions.strip().rstrip("."))


def notices_sendable(step: Step) -> Iterator[Blocked]:
    """The text is approved, each affected customer has a proven channel, go-live is not before the dates."""
    dossier = step.dossier
    if dossier.notice is None:
        yield block(step.name, "need.recipients")
        return
    yield from left_out(dossier.notice, step.name)
    if not dossier.notice.text_approved:
        yield block(step.name, "need.notice_text")
    silent = [one.customer for one in dossier.notice.included if not one.channel_proven]
    if silent:
        yield block(step.name, "need.channel", count=len(silent), customers=listed(silent))
    days = [one.earliest for one in dossier.notice.included if one.earliest is not None]
    if dossier.go_live is None:
        yield block(step.name, "need.go_live_date")
    elif days and dossier.go_live < max(days):
        yield block(step.name, "need.go_live_later", on=dossier.go_live, earliest=max(days))


def go_live_reached(step: Step) -> Iterator[Blocked]:
    """The intended day of go-live is known and has come."""
    planned = step.dossier.go_live
    if planned is None:
        yield block(step.name, "need.go_live_date")
    elif step.dossier.today < planned:
        yield block(step.name, "need.go_live_reached", on=planned)


def nobody_kept_off(step: Step) -> Iterator[Blocked]:
    """Live without restriction means live for every affected customer."""
    notice = step.dossier.notice
    off = [one.customer for one in notice.customers if one.kept_off] if notice else []
    if off:
        yield block(step.name, "need.restricted", count=len(off), customers=listed(off))


def reassessment_opens(step: Step) -> Iterator[Blocked]:
    """The reassessment is due within 60 days, or an event of domain.md 4.4 calls for it."""
    due, dossier = step.dossier.next_due, step.dossier
    opens = due - timedelta(days=dossier.policy.reassessment_opens_days) if due else None
    if step.ask.trigger is None and opens is not None and dossier.today < opens:
        yield block(step.name, "need.reassessment_early", due=due, opens=opens)


def reassessed(step: Step) -> Iterator[Blocked]:
    """An assessment was finished since the reassessment began, and the next one is not due yet."""
    dossier = step.dossier
    due, since, assessed = dossier.next_due, dossier.reassessing_since, dossier.assessed_on
    if since is not None and (assessed is None or assessed < since):
        yield block(step.name, "need.reassessed_since", since=since)
    elif due is None or due < dossier.today:
        yield block(step.name, "need.reassessed")


def _stands_alone(dossier: Dossier) -> bool:
    """Whether the register shows a cause: open critical finding, invalid mechanism, lapsed agreement."""
    agreement = dossier.agreement
    lapsed = agreement is None or has_ended(agreement.document.valid_to, dossier.today)
    invalid = any(found.state is TransferState.INVALID for _, found in flow_states(dossier))
    return lapsed or invalid or bool(open_findings(dossier, Severity.C))


def suspension_cause(step: Step) -> Iterator[Blocked]:
    """A cause the register shows, an order, or a decision of those in charge with the DPO's opinion."""
    if not step.ask.authority_order and not _stands_alone(step.dossier):
        yield from dpo_opinion(step)


def attested(*facts: Attested) -> Need:
    """A need that somebody confirms each of these facts."""

    def need(step: Step) -> Iterator[Blocked]:
        for fact in facts:
            if fact not in step.ask.confirmed:
                yield block(step.name, f"need.attested.{fact.value}")

    return need
