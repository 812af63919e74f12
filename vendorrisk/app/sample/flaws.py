"""The sample's findings of the last two quarters that are over: fixed in time, and one too late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.diligence import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.app.sample.build import Step
    from vendorrisk.app.sample.past import Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One finding: in which quarter before today's it was fixed, on which day of it, after how many days."""

    vendor: str
    severity: Severity
    title: str
    quarters_back: int
    day: int
    after: int


FLAWS: Final = (
    Flaw(vendor="Heidelmar GmbH", severity=Severity.M, title="Restore test older than a year",
         quarters_back=2, day=30, after=60),
    Flaw(vendor="Greyheron Cloud", severity=Severity.H, title="Standing access of two administrators",
         quarters_back=2, day=45, after=28),
    Flaw(vendor="Corvid Monitoring Ltd", severity=Severity.M, title="Its list of further processors was old",
         quarters_back=1, day=20, after=45),
    Flaw(vendor="Amberline SMS", severity=Severity.H, title="No time limit for reporting breaches",
         quarters_back=1, day=34, after=21),
    Flaw(vendor="Umbria Lookup", severity=Severity.M, title="Support staff not trained this year",
         quarters_back=1, day=50, after=75),
    Flaw(vendor="Lumora Support", severity=Severity.M, title="Access rights not reviewed",
         quarters_back=1, day=60, after=110),
)  # fmt: skip
"""All but the last are fixed within the term of their severity: 30 days for high, 90 for medium."""


def steps(past: Past, today: date) -> Iterator[Step]:
    """Each step with how many days ago it happened."""
    for flaw in FLAWS:
        quarter = quarter_of(today)
        for _ in range(flaw.quarters_back):
            quarter = quarter.previous
        fixed = (today - quarter.first - timedelta(days=flaw.day)).days
        yield fixed + flaw.after, partial(_raise, past, flaw)
        yield fixed, partial(_close, past, flaw)


def _raise(past: Past, flaw: Flaw) -> None:
    _, engagement = past.found_by_name(flaw.vendor)
    raised = findings.raise_finding(past.office, engagement.id, flaw.severity, flaw.title)
    findings.communicate(past.office, raised.id, past.office.clock.today())


def _close(past: Past, flaw: Flaw) -> None:
    _, engagement = past.found_by_name(flaw.vendor)
    with past.office.book.reading() as reader:
        (raised,) = reader.find(Finding, engagement_id=engagement.id, title=flaw.title)
    findings.move(past.office, raised.id, FindingState.FIX_CLAIMED)
    findings.move(past.office, raised.id, FindingState.VERIFIED, note="Seen in the vendor's evidence.")
