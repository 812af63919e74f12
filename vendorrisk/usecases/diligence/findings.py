"""Findings: raised, told to the vendor, mended and verified, or accepted for a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.acceptance import Acceptance, acceptance_problems
from vendorrisk.domain.diligence.findings import CLOSED, check_move, fix_by
from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.message import Problem, Refused, msg
from vendorrisk.domain.register import text
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.actions import action
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.typed import refuse

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.usecases.office import Office

COMMUNICATE_FINDING = action("finding.communicate")
MOVE_FINDING = action("finding.move")
ACCEPT_FINDING = action("finding.accept")


def raise_finding(
    office: Office,
    engagement_id: str,
    severity: Severity,
    title: str,
    *,
    detail: str = "",
    source: str = "",
    assessment_id: str = "",
) -> Finding:
    """Records a gap; its clock starts when it is communicated to the vendor in writing."""
    finding = Finding(
        id=office.new_id(), engagement_id=engagement_id, severity=severity, title=title, detail=detail,
        source=source, assessment_id=assessment_id, owner=office.actor, raised_on=office.clock.today(),
    )  # fmt: skip
    with office.book.act(ADD[Finding], id=finding.id, engagement=engagement_id) as desk:
        desk.get(Engagement, engagement_id)
        desk.put(finding)
    return finding


def communicate(office: Office, finding_id: str, on: date) -> Finding:
    """Records the day on which the vendor was told in writing; the due date follows (domain.md 6.7).

    Raises BadInput for a day that has not come.
    """
    today = office.clock.today()
    if on > today:
        refuse((Problem("on", msg("answer.future", day=on), msg("answer.future.remedy", today=today)),))
    with office.book.act(COMMUNICATE_FINDING, id=finding_id, on=on.isoformat()) as desk:
        finding = desk.get(Finding, finding_id)
        engagement = desk.get(Engagement, finding.engagement_id)
        next_cycle = due_date(engagement.anchor, engagement.cycles)
        due = fix_by(finding.severity, on, next_cycle=next_cycle)
        told = replace(finding, communicated_on=on, due_on=due)
        desk.put(told)
    return told


def move(office: Office, finding_id: str, to: FindingState, *, note: str = "") -> Finding:
    """Moves a finding along its life; refused where the table of states does not allow it.

    What closes it needs a `note`: what was checked, or why it is dismissed (domain.md 6.7). It is kept under
    the detail with the day and who wrote it. Accepting a risk has rules of its own: see `accept`.
    """
    if to is FindingState.ACCEPTED:
        raise Refused(msg("finding.move.accept"), msg("finding.move.accept.remedy"))
    today, said = office.clock.today(), " ".join(text.paragraphs(note).split())
    with office.book.act(MOVE_FINDING, id=finding_id, to=to.value) as desk:
        finding = desk.get(Finding, finding_id)
        check_move(finding, to, today)
        if to in CLOSED and not said:
            raise Refused(msg(f"finding.no_note.{to}"), msg("finding.no_note.remedy"))
        verified = today if to is FindingState.VERIFIED else finding.verified_on
        line = f"{today.isoformat()}, {office.actor}: {said}" if said else ""
        detail = "\n".join(filter(None, (finding.detail, line)))
        moved = replace(finding, state=to, verified_on=verified, detail=detail)
        desk.put(moved)
    return moved


def accept(office: Office, finding_id: str, wish: Acceptance) -> Finding:
    """Accepts the risk of a finding for a time; all that stands against it is named (domain.md 6.8)."""
    today = office.clock.today()
    with office.book.act(ACCEPT_FINDING, id=finding_id, until=wish.until.isoformat()) as desk:
        finding = desk.get(Finding, finding_id)
        check_move(finding, FindingState.ACCEPTED, today)
        refuse(acceptance_problems(finding, wish, today))
        accepted = replace(
            finding, state=FindingState.ACCEPTED, accepted_on=today, accepted_until=wish.until,
            accepted_why=wish.reason, accepted_by=", ".join(sorted(wish.approvers)),
            compensating=wish.compensating, dpo_opinion=wish.dpo_opinion.value, dpo_text=wish.dpo_text,
            dpo_on=wish.dpo_on or today, acceptances=finding.acceptances + 1,
        )  # fmt: skip
        desk.put(accepted)
    return accepted
