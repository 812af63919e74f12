"""What is late and what comes: reassessments, evidence that ends, findings past their day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.rhythm import overdue_days
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.report import (
    Align,
    Bar,
    Bars,
    Block,
    Column,
    Grid,
    Heading,
    MonthBar,
    Months,
    Paragraph,
    Tone,
)
from vendorrisk.domain.review.portfolio import SOON, expiries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from vendorrisk.domain.review.facts import EngagementFacts, FindingFacts
    from vendorrisk.domain.review.review_input import ReviewInput


def reassessments(given: ReviewInput) -> Iterator[Block]:
    """Engagements past their day, and those whose day is still to come until the end of the next quarter.

    What is due on the last counted day itself is not late yet, and comes first of the latter.
    """
    end = given.facts.end
    until = given.facts.quarter.following.last
    late = sorted(
        (one for one in given.facts.population if overdue_days(one.next_due, end) > 0),
        key=lambda one: (one.next_due or end, one.name),
    )
    coming = sorted(
        (one for one in given.facts.population if one.next_due is not None and end <= one.next_due <= until),
        key=lambda one: (one.next_due or end, one.name),
    )
    yield Heading(text=msg("review.reassessments"))
    yield _due_grid(late, end, empty=msg("review.reassessments.none_late"))
    yield Heading(text=msg("review.reassessments.coming", until=until), level=2)
    yield _due_grid(coming, end, empty=msg("review.reassessments.none_coming"))


def _due_grid(found: Sequence[EngagementFacts], end: date, *, empty: Message) -> Grid:
    """Engagements with their day; how late they are stands there only where one is."""
    days = [overdue_days(one.next_due, end) for one in found]
    columns = (
        Column(title=msg("review.column.engagement"), share=3.0),
        Column(title=msg("review.column.tier"), share=0.6, align=Align.RIGHT),
        Column(title=msg("review.column.due"), share=1.4),
        Column(title=msg("review.column.days_late"), share=0.8, align=Align.RIGHT),
    )
    shown = len(columns) if any(days) else len(columns) - 1
    rows = [(one.name, one.tier, one.next_due, late or None) for one, late in zip(found, days, strict=True)]
    return Grid(
        columns=columns[:shown],
        rows=tuple(row[:shown] for row in rows),
        tones=tuple(_late_tone(late) for late in days),
        empty=empty,
    )


def _late_tone(days: int) -> Tone:
    if days == 0:
        return Tone.NEUTRAL
    return Tone.WARNING if days <= 30 else Tone.BAD


def evidence(given: ReviewInput) -> Iterator[Block]:
    """What expires in the coming 18 months, and by name what ends within 90 days."""
    months = expiries(given.facts)
    total = sum(len(month.artefacts) for month in months)
    yield Heading(text=msg("review.evidence"))
    if not total:
        yield Paragraph(text=msg("review.evidence.nothing", day=given.facts.end))
        return
    yield Months(
        months=tuple(
            MonthBar(
                first=month.first,
                count=len(month.artefacts),
                tone=Tone.WARNING if month.soon else Tone.NEUTRAL,
            )
            for month in months
        ),
        caption=msg("review.evidence.caption", total=total, day=given.facts.end),
    )
    end = given.facts.end
    soon = sorted(
        (one.valid_through, one.name, one.engagement_id)
        for one in given.facts.artefacts_in_use
        if one.valid_through is not None and end <= one.valid_through <= end + SOON
    )
    yield Grid(
        columns=(
            Column(title=msg("review.column.evidence"), share=2.0),
            Column(title=msg("review.column.engagement"), share=3.0),
            Column(title=msg("review.column.last_day"), share=1.2),
        ),
        rows=tuple((name, given.name(owner), last) for last, name, owner in soon),
        caption=msg("review.evidence.soon") if soon else "",
        empty=msg("review.evidence.none"),
    )


def findings(given: ReviewInput) -> Iterator[Block]:
    """Open findings by gravity, and by name those past their day."""
    found = {figure.id: figure for figure in given.figures}
    open_ids, late_ids = found["K-15"].members, found["K-16"].members
    by_id = {one.id: one for one in given.facts.findings}
    counts = [(severity, sum(by_id[one].severity is severity for one in open_ids)) for severity in Severity]
    yield Heading(text=msg("review.findings"))
    if not open_ids:
        yield Paragraph(text=msg("review.findings.nothing"))
        return
    yield Bars(
        bars=tuple(
            Bar(
                label=msg(f"figure.part.severity.{severity}"),
                value=count,
                words=str(count),
                tone=_GRAVITY[severity],
            )
            for severity, count in counts
        ),
        maximum=max(1, *(count for _, count in counts)),
        caption=msg("review.findings.caption", count=len(open_ids)),
    )
    if late_ids:
        yield Heading(text=msg("review.findings.late"), level=2)
    yield _finding_grid([by_id[one] for one in late_ids], given)


_GRAVITY = {Severity.C: Tone.BAD, Severity.H: Tone.BAD, Severity.M: Tone.WARNING, Severity.L: Tone.NEUTRAL}


def _finding_grid(late: Sequence[FindingFacts], given: ReviewInput) -> Grid:
    end = given.facts.end
    dated = sorted(((one.due_on or end), one.id, one) for one in late)
    return Grid(
        columns=(
            Column(title=msg("review.column.finding"), share=3.0),
            Column(title=msg("review.column.engagement"), share=2.4),
            Column(title=msg("review.column.severity"), share=0.9),
            Column(title=msg("review.column.due"), share=1.6),
            Column(title=msg("review.column.days_late"), share=1.0, align=Align.RIGHT),
        ),
        rows=tuple(
            (
                one.title or given.name(one.id),
                given.name(one.engagement_id),
                msg(f"figure.part.severity.{one.severity}"),
                due,
                (end - due).days,
            )
            for due, _, one in dated
        ),
        tones=tuple(_GRAVITY[one.severity] for _, _, one in dated),
        empty=msg("review.findings.none_late"),
    )
