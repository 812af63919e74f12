"""What is done with findings: raise one, say when the vendor was told, accept its risk for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.acceptance import Acceptance, Approver, DpoOpinion, last_day
from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.diligence import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context

APPROVERS = "approvers"


def raise_finding(context: Context, parent: QWidget, engagements: Sequence[tuple[str, str]]) -> FormDialog:
    """Opens the form for a new finding; `engagements` are those of the vendor, by id and name."""
    say = context.say
    severities = [(one.value, say(label(one))) for one in Severity]
    which = Entry(key="engagement", label=tr("Engagement"), ask=entries.choice(engagements), required=True)
    rows = [
        *([which] if len(engagements) > 1 else []),
        Entry(key="severity", label=tr("Severity"), ask=entries.choice(severities), required=True),
        Entry(key="title", label=tr("Finding"), ask=entries.line(), required=True),
        Entry(key="detail", label=tr("Detail"), ask=entries.paragraphs(4)),
        Entry(key="source", label=tr("Found in"), ask=entries.line(tr("Question, clause or document"))),
    ]

    def work(typed: dict[str, str]) -> Finding:
        return findings.raise_finding(
            context.office, typed.get("engagement") or engagements[0][0], Severity(typed["severity"]),
            typed["title"], detail=typed["detail"], source=typed["source"],
        )  # fmt: skip

    return FormDialog(
        context, parent, tr("Raise a finding"), rows, verb=tr("Raise finding"), work=work,
        values={"severity": Severity.M, "engagement": engagements[0][0]},
        draft=f"form/finding/new/{engagements[0][0]}",
    ).unfold()  # fmt: skip


def tell_finding(context: Context, parent: QWidget, finding: Finding) -> FormDialog:
    """Asks for the day on which the vendor was told in writing: its time to mend it starts then."""

    def work(_typed: dict[str, str]) -> Finding:
        told = dialog.form.field("on").value()
        return findings.communicate(context.office, finding.id, told)

    row = Entry(key="on", label=tr("Informed in writing on"), ask=entries.day(), required=True,
                hint=tr("The due date of the fix follows from this day."))  # fmt: skip
    dialog = FormDialog(
        context, parent, finding.title, [row], verb=tr("Save"), work=work,
        values={"on": finding.communicated_on or context.office.clock.today()},
    )  # fmt: skip
    return dialog.unfold()


def close_finding(context: Context, parent: QWidget, finding: Finding, to: FindingState) -> FormDialog:
    """Asks what was checked, or why a finding is dismissed, before it is closed."""

    def work(typed: dict[str, str]) -> Finding:
        return findings.move(context.office, finding.id, to, note=typed["note"])

    asked = tr("What was checked") if to is FindingState.VERIFIED else tr("Why it is dismissed")
    row = Entry(key="note", label=asked, ask=entries.paragraphs(), required=True,
                hint=tr("It is kept under the detail, with the day and your name."))  # fmt: skip
    dialog = FormDialog(
        context, parent, finding.title, [row], verb=context.say(label(to)), work=work, values={}
    )
    return dialog.unfold()


def accept_finding(context: Context, parent: QWidget, finding: Finding) -> FormDialog:
    """Asks for what accepting a risk takes: until when, why, who agreed, the DPO's opinion."""
    say, today = context.say, context.office.clock.today()
    opinions = [(one.value, say(label(one))) for one in DpoOpinion]
    latest = last_day(finding.severity, today)
    rows = [
        Entry(key="reason", label=tr("Reason"), ask=entries.paragraphs(), required=True),
        Entry(key="compensating", label=tr("Mitigation until then"), ask=entries.paragraphs(2)),
        Entry(key=APPROVERS, label=tr("Agreed by"), ask=entries.words(context, Approver)),
        Entry(key="dpo_opinion", label=tr("DPO’s opinion"), ask=entries.choice(opinions), required=True),
        Entry(key="dpo_text", label=tr("In the DPO’s words"), ask=entries.paragraphs(2), required=True),
        Entry(key="dpo_on", label=tr("Day of the opinion"), ask=entries.day()),
        Entry(key="until", label=tr("Accepted until"), ask=entries.day(), required=True,
              hint=tr("At the latest {day}.", day=day(latest))),
    ]  # fmt: skip

    def work(typed: dict[str, str]) -> Finding:
        wish = Acceptance(
            until=dialog.form.field("until").value(), reason=typed["reason"],
            approvers=frozenset(Approver(one) for one in dialog.form.field(APPROVERS).value()),
            dpo_opinion=DpoOpinion(typed["dpo_opinion"]), dpo_text=typed["dpo_text"],
            dpo_on=dialog.form.field("dpo_on").value(), compensating=typed["compensating"],
        )  # fmt: skip
        return findings.accept(context.office, finding.id, wish)

    dialog = FormDialog(
        context, parent, tr("Accept the risk of “{title}”", title=finding.title), rows,
        verb=tr("Accept risk"), work=work,
        values={"until": latest, "dpo_opinion": DpoOpinion.NONE, "dpo_on": today},
        draft=f"form/acceptance/{finding.id}",
    )  # fmt: skip
    return dialog.unfold()
