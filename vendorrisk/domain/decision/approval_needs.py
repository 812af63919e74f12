"""What an approval needs: no open critical finding, the right people, the DPO's opinion (4.2, 6.5, 6.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.decision.blocking import block
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.findings import CLOSED, is_accepted, state_on
from vendorrisk.domain.diligence.records import Finding, Severity
from vendorrisk.domain.diligence.residual import DEFAULT_APPETITE, Approval
from vendorrisk.domain.register.names import same_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.decision.dossier import Dossier, Step
    from vendorrisk.domain.message import Blocked

MUST_AGREE: dict[Approval, tuple[Approver, ...]] = {
    Approval.ALONE: (),
    Approval.HEAD_OF_PRIVACY: (Approver.HEAD_OF_PRIVACY,),
    Approval.HEAD_OF_PRIVACY_AND_CISO: (Approver.HEAD_OF_PRIVACY, Approver.CISO),
}
"""Who must agree besides the person who decides; above the last level nobody can (domain.md 6.5)."""


def open_findings(dossier: Dossier, severity: Severity) -> list[Finding]:
    """The findings of one severity that are not closed today; an accepted one is not closed."""
    return [
        one
        for one in dossier.findings
        if one.severity is severity and state_on(one, dossier.today) not in CLOSED
    ]


def is_dpo(person: str, dossier: Dossier) -> bool:
    """Whether a person is the data protection officer, who advises and never decides."""
    return bool(dossier.policy.dpo.strip()) and same_name(person, dossier.policy.dpo)


def scored(step: Step) -> Iterator[Blocked]:
    """The residual risk has been computed, so there is something to decide on."""
    if step.dossier.residual is None:
        yield block(step.name, "need.scored")


def no_open_critical(step: Step) -> Iterator[Blocked]:
    """No finding of severity C is open; accepting one does not close it (domain.md 6.8)."""
    for finding in open_findings(step.dossier, Severity.C):
        yield block(step.name, "need.critical", title=finding.title)


def within_appetite(step: Step) -> Iterator[Blocked]:
    """The residual risk is one that a reviewer may approve alone (domain.md 6.5)."""
    found = step.dossier.residual
    if found is not None and found.approval is not Approval.ALONE:
        limit, highest = DEFAULT_APPETITE.alone, DEFAULT_APPETITE.both
        yield block(step.name, "need.appetite", residual=found.score, limit=limit, highest=highest)


def high_findings_planned(step: Step) -> Iterator[Blocked]:
    """Each open finding of severity H has an owner and a due date, or is accepted."""
    for finding in open_findings(step.dossier, Severity.H):
        planned = finding.owner.strip() and finding.due_on is not None
        if not planned and not is_accepted(finding, step.dossier.today):
            yield block(step.name, "need.high_plan", title=finding.title)


def approvers(step: Step) -> Iterator[Blocked]:
    """Those who must agree to this residual risk have agreed, by name; above the limit nobody can."""
    found = step.dossier.residual
    if found is None:
        return
    if found.approval is Approval.NOBODY:
        yield block(step.name, "need.too_high", residual=found.score, highest=DEFAULT_APPETITE.both)
        return
    for function in MUST_AGREE[found.approval]:
        person = step.ask.approvers.get(function, "").strip()
        if not person:
            yield block(step.name, "need.approver", function=function, residual=found.score)
        elif is_dpo(person, step.dossier):
            yield block(step.name, "need.dpo_decides", person=person)


def opinion_heard(step: Step) -> Iterator[Blocked]:
    """The DPO's opinion is on record wherever the reviewer may not approve alone (domain.md 6.5, 6.8)."""
    found = step.dossier.residual
    if found is not None and found.dpo_opinion_needed:
        yield from dpo_opinion(step)


def dpo_opinion(step: Step) -> Iterator[Blocked]:
    """An opinion with its text is on record, given by today; deciding against it needs a reason."""
    given_on = step.ask.dpo_on
    if step.ask.dpo_opinion is None or not step.ask.dpo_text.strip():
        yield block(step.name, "need.dpo_opinion")
    elif given_on is not None and given_on > step.dossier.today:
        yield block(step.name, "need.dpo_later", on=given_on)
    elif step.ask.dpo_opinion is DpoOpinion.UNFAVOURABLE and not step.ask.reason.strip():
        yield block(step.name, "need.against_dpo")


def conditions_said(step: Step) -> Iterator[Blocked]:
    """A conditional approval says its conditions; they become guards on the way to go-live."""
    if not step.ask.conditions.strip():
        yield block(step.name, "need.conditions")


def decider(step: Step) -> Iterator[Blocked]:
    """The decider is named, is not the person who asked for the vendor, and is not the DPO.

    Whoever decides on purposes and means cannot also monitor them: GDPR 38(6), CJEU C-453/21.
    """
    by, requester = step.ask.by, step.dossier.engagement.requested_by
    if not by.strip():
        yield block(step.name, "need.decider")
        return
    if not requester.strip():
        yield block(step.name, "need.requester")
    elif same_name(by, requester):
        yield block(step.name, "need.other_person", person=by)
    if is_dpo(by, step.dossier):
        yield block(step.name, "need.dpo_decides", person=by)


REASSESSED = (scored, no_open_critical, decider, high_findings_planned, approvers, opinion_heard)
PLAIN = (scored, no_open_critical, decider, within_appetite)
CONDITIONAL = (*REASSESSED, conditions_said)
