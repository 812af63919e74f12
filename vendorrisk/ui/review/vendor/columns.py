"""The columns of the short tables on a vendor's page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.diligence.findings import overdue_days, state_on
from vendorrisk.domain.diligence.records import AssessmentState, Finding, FindingState, Severity
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.vocabulary import Mechanism, label
from vendorrisk.ui.register.vendor_words import status_of
from vendorrisk.ui.shell.activity_source import here, state_of, when
from vendorrisk.ui.widgets.columns import Cell, Column, Status, chip, plain
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import joined, tr, tr_count
from vendorrisk.usecases.journal.activity import words_of
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.transfer_view import TransferRow
    from vendorrisk.usecases.review.vendor_sheet import RoundRow

SEVERITIES: Final = {
    Severity.C: Kind.CRITICAL,
    Severity.H: Kind.SERIOUS,
    Severity.M: Kind.WARN,
    Severity.L: Kind.NEUTRAL,
}
FINDING_STATES: Final = {
    FindingState.VERIFIED: Kind.GOOD,
    FindingState.DISMISSED: Kind.NEUTRAL,
    FindingState.ACCEPTED: Kind.INFO,
    FindingState.FIX_CLAIMED: Kind.INFO,
}
ASSESSMENT_STATES: Final = {
    AssessmentState.FINISHED: Kind.GOOD,
    AssessmentState.CANCELLED: Kind.NEUTRAL,
}
_DONE: Final = frozenset({Kind.GOOD, Kind.NEUTRAL})


def assessment_columns(context: Context) -> list[Column]:
    """Returns the columns of assessments."""
    say = context.say

    def state(row: RoundRow) -> Status:
        kind = ASSESSMENT_STATES.get(row.assessment.state, Kind.INFO)
        return Status(kind, say(label(row.assessment.state)), chip=kind not in _DONE)

    return [
        Column(key="title", title=tr("Questionnaire"), value=lambda row: row.title, width=200, strong=True),
        Column(key="kind", title=tr("Kind"), value=lambda row: say(label(row.assessment.kind)), width=150),
        Column(key="state", title=tr("State"), value=state, kind=Cell.STATUS, width=130),
        Column(key="sent", title=tr("Written"), value=lambda row: row.assessment.sent_on, kind=Cell.DATE,
               width=110, tip=tr("The day on which the workbook was written; you send it yourself")),
        Column(key="due", title=tr("Due"), value=lambda row: row.assessment.due_on, kind=Cell.DATE,
               width=110),
        Column(key="answered", title=tr("Answered"), width=96, align_right=True,
               value=lambda row: tr("{part} of {whole}", part=row.answered, whole=row.asked)),
        Column(key="finished", title=tr("Finished"), value=lambda row: row.assessment.finished_on,
               kind=Cell.DATE, width=110),
        Column(key="reviewer", title=tr("Reviewer"), value=lambda row: row.assessment.reviewer, width=120),
    ]  # fmt: skip


def decision_columns(context: Context) -> list[Column]:
    """Returns the columns of decisions."""
    say = context.say
    return [
        Column(key="day", title=tr("Date"), value=lambda one: one.decided_on, kind=Cell.DATE, width=110,
               align_right=False),
        Column(key="outcome", title=tr("Decision"), value=lambda one: say(label(one.outcome)), width=190,
               strong=True),
        Column(key="by", title=tr("Decided by"), value=lambda one: one.decided_by, width=130),
        Column(key="confirmed", title=tr("Confirmed by"), value=lambda one: one.confirmed_by, width=130),
        Column(key="residual", title=tr("Risk then"), kind=Cell.NUMBER, width=84,
               value=lambda one: None if one.residual is None else round(one.residual)),
        Column(key="conditions", title=tr("Conditions and reason"), width=260,
               value=lambda one: joined(one.conditions, one.reason, by=" ")),
    ]  # fmt: skip


def finding_columns(context: Context, today: date) -> list[Column]:
    """Returns the columns of findings."""
    say = context.say

    def state(one: Finding) -> Status:
        now = state_on(one, today)
        late = overdue_days(one, today)
        if late:
            return chip(Kind.CRITICAL, tr_count("{count} day late", "{count} days late", late))
        kind = FINDING_STATES.get(now, Kind.WARN)
        return Status(kind, say(label(now)), chip=kind not in _DONE)

    return [
        Column(key="severity", title=tr("Severity"), width=100, kind=Cell.STATUS,
               value=lambda one: Status(SEVERITIES[one.severity], say(label(one.severity)))),
        Column(key="title", title=tr("Finding"), value=lambda one: one.title, width=260, strong=True),
        Column(key="state", title=tr("State"), value=state, kind=Cell.STATUS, width=140),
        Column(key="raised", title=tr("Raised"), value=lambda one: one.raised_on, kind=Cell.DATE, width=110),
        Column(key="told", title=tr("Informed on"), value=lambda one: one.communicated_on, kind=Cell.DATE,
               width=110),
        Column(key="due", title=tr("Due"), value=lambda one: one.due_on, kind=Cell.DATE, width=110),
        Column(key="accepted", title=tr("Accepted until"), value=lambda one: one.accepted_until,
               kind=Cell.DATE, width=116),
        Column(key="owner", title=tr("Owner"), value=lambda one: one.owner, width=110),
    ]  # fmt: skip


def transfer_columns(context: Context) -> list[Column]:
    """Returns the columns of transfers."""
    say, name = context.say, partial(place_name, context.office)

    def ways(row: TransferRow) -> str:
        flow = row.flow
        ends = (flow.exporter or tr("our company"), flow.importer or tr("the vendor"))
        return tr("{exporter} to {importer}", exporter=ends[0], importer=ends[1])

    return [
        Column(key="country", title=tr("To"), value=lambda row: name(row.flow.importer_country), width=130,
               strong=True),
        Column(key="kind", title=tr("For"), value=lambda row: say(label(row.flow.kind)), width=90),
        Column(key="ways", title=tr("From and to"), value=ways, width=210),
        Column(key="mechanism", title=tr("Mechanism"), value=lambda row: say(row.mechanism), width=130),
        Column(key="regimes", title=tr("Laws"), value=lambda row: ", ".join(row.flow.regimes), width=70),
        Column(key="state", title=tr("Today"), value=lambda row: status_of(row.sign, say), kind=Cell.STATUS,
               width=120),
        Column(key="why", title=tr("Why"), value=lambda row: " ".join(map(say, row.whys)), width=300),
    ]  # fmt: skip


def fourth_party_columns(context: Context) -> list[Column]:
    """Returns the columns of sub-processors of the vendor."""
    name = partial(place_name, context.office)

    def mechanism(one: Any) -> str:
        known = one.mechanism in set(Mechanism)
        return context.say(label(Mechanism(one.mechanism))) if known else one.mechanism

    return [
        Column(key="name", title=tr("Name"), value=lambda one: one.name, width=200, strong=True),
        Column(key="country", title=tr("Country"), value=lambda one: name(one.country) if one.country else "",
               width=140),
        Column(key="purpose", title=tr("Purpose"), value=lambda one: text_in(one.purpose, "en"), width=260),
        Column(key="mechanism", title=tr("Mechanism"), value=mechanism, width=220),
        Column(key="rank", title=tr("Rank"), value=lambda one: one.rank, kind=Cell.NUMBER, width=64),
    ]  # fmt: skip


def contact_columns() -> list[Column]:
    """Returns the columns of contacts."""
    return [
        Column(key="name", title=tr("Name"), value=lambda one: one.name, width=200, strong=True),
        Column(key="function", title=tr("Function"), value=lambda one: one.function, width=200),
        Column(key="email", title=tr("E-mail"), value=lambda one: one.email, width=260),
        Column(key="phone", title=tr("Telephone"), value=lambda one: one.phone, width=160),
    ]  # fmt: skip


def change_columns(context: Context) -> list[Column]:
    """Returns the columns of changes that customers are told of."""
    say = context.say
    return [
        Column(key="number", title=tr("Change"), value=lambda row: row.change.number, width=110, strong=True),
        Column(key="kind", title=tr("What changes"), value=lambda row: say(label(row.change.kind)),
               width=190),
        Column(key="state", title=tr("State"), kind=Cell.MARK, width=160,
               value=lambda row: plain(Kind.INFO, say(label(row.change.state)))),
        Column(key="planned", title=tr("First day of use"), value=lambda row: row.change.planned_on,
               kind=Cell.DATE, width=130),
        Column(key="told", title=tr("Customers notified"), value=lambda row: row.told, kind=Cell.NUMBER,
               width=120),
        Column(key="live", title=tr("Live since"), value=lambda row: row.change.live_on, kind=Cell.DATE,
               width=110),
    ]  # fmt: skip


def log_columns(context: Context) -> list[Column]:
    """Returns the columns of the journal."""
    return [
        Column(key="at", title=tr("When"), value=lambda step: here(step.at), text=lambda step: when(step.at),
               kind=Cell.DATE, width=186, align_right=False, tip=tr("In the time zone of this computer")),
        Column(key="who", title=tr("Who"), value=lambda step: step.actor, width=150),
        Column(key="what", title=tr("What"), value=lambda step: context.say(words_of(step)), width=320,
               strong=True),
        Column(key="about", title=tr("About"), value=lambda step: step.subject, width=240),
        Column(key="state", title=tr("State"), value=state_of, kind=Cell.STATUS, width=120),
    ]  # fmt: skip
