"""The risk of an engagement explained: the score over the years, its parts, and what would help."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date  # noqa: TC003  (part of a result)
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.arithmetic import Step  # noqa: TC001  (part of a result)
from vendorrisk.domain.diligence.findings import CLOSED
from vendorrisk.domain.diligence.inherent import Band, Tier
from vendorrisk.domain.diligence.inherent import band as bare_band
from vendorrisk.domain.diligence.records import Assessment, AssessmentState, Finding, FindingState
from vendorrisk.domain.diligence.risk_shares import Share, shares
from vendorrisk.domain.message import Message, msg
from vendorrisk.usecases.diligence.risk import RiskSheet, risk_by
from vendorrisk.usecases.gathered import Gathered, PinnedClock
from vendorrisk.usecases.review.vendor_signs import band_of

if TYPE_CHECKING:
    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader

YEARS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePoint:
    """The score on a day: of an assessment that was finished then, or today's."""

    day: date
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """All that the risk panel tells. `score` is 0 to 100, None while ratings are missing.

    `lifted` is by how many bands floors raised that of the bare score. `remarks` say what changed, what lifts
    the band, and what would bring the score down; `steps` are the whole arithmetic in its order.
    """

    score: float | None
    band: Band | None
    tier: Tier | None
    points: tuple[ScorePoint, ...]
    shares: tuple[Share, ...]
    remarks: tuple[Message, ...]
    steps: tuple[Step, ...]
    lifted: int = 0


def risk_view(office: Office, reader: Reader, engagement: Engagement, sheet: RiskSheet) -> RiskView:
    """The risk of one engagement, explained."""
    found = band_of(sheet)
    points = history(office, reader, engagement)
    if found is None or sheet.inherent is None:
        names = [msg(f"field.engagement.factor_{name}") for name in sheet.unrated]
        return RiskView(
            score=None, band=None, tier=None, points=(), shares=(),
            remarks=(msg("riskview.unrated", ratings=names),), steps=(),
        )  # fmt: skip
    band, score = found
    today = office.clock.today()
    return RiskView(
        score=score,
        band=band,
        tier=sheet.tier,
        points=_with_today(points, today, score),
        shares=shares(sheet.inherent, sheet.residual),
        remarks=tuple(_remarks(sheet, score, points)),
        steps=_steps(sheet),
        lifted=band.rank - bare_band(score).rank,
    )


def history(office: Office, reader: Reader, engagement: Engagement) -> list[ScorePoint]:
    """The score that each finished assessment showed on its day, the oldest first.

    It is computed with the ratings of today, and with the evidence and findings that counted on that day.
    """
    rounds = reader.find(Assessment, engagement_id=engagement.id, state=AssessmentState.FINISHED)
    found = []
    for one in rounds:
        if one.finished_on is None:
            continue
        sheet = _on_that_day(office, reader, engagement, one, one.finished_on)
        if sheet.residual is not None:
            found.append(ScorePoint(day=one.finished_on, score=sheet.residual.score))
    return sorted(found, key=lambda point: point.day)


def _on_that_day(
    office: Office, reader: Reader, engagement: Engagement, assessment: Assessment, day: date
) -> RiskSheet:
    then = Gathered(reader)
    raised = [
        _as_on(one, day)
        for one in reader.find(Finding, engagement_id=engagement.id)
        if one.raised_on is not None and one.raised_on <= day
    ]
    then.shelve(Finding, "engagement_id", [engagement.id], raised)
    pinned = replace(office, clock=PinnedClock(day, office.clock))
    fresh = replace(engagement, anchor=None, cycles=0)  # on the day it was finished nothing was overdue
    return risk_by(pinned, then, fresh, assessment)


def _as_on(finding: Finding, day: date) -> Finding:
    """A finding as it stood on a day: what was verified later was still open then."""
    still_open = finding.state in CLOSED and (finding.verified_on is None or finding.verified_on > day)
    return replace(finding, state=FindingState.OPEN) if still_open else finding


def _with_today(points: list[ScorePoint], today: date, score: float) -> tuple[ScorePoint, ...]:
    """One point a year, the last of each, and today's in place of this year's."""
    by_year = {point.day.year: point for point in points}
    by_year[today.year] = ScorePoint(day=today, score=score)
    ordered = [by_year[year] for year in sorted(by_year)]
    return tuple(ordered[-YEARS_SHOWN:])


def _remarks(sheet: RiskSheet, score: float, points: list[ScorePoint]) -> list[Message]:
    told = []
    if sheet.residual is None:
        told.append(msg("riskview.only_inherent"))
    elif points and round(points[-1].score) != round(score):
        last = points[-1]
        told.append(msg("riskview.was", score=str(round(last.score)), year=str(last.day.year)))
    if sheet.residual is not None:
        told += sheet.residual.reasons
        if sheet.residual.penalty:
            told.append(msg("riskview.without_findings", score=str(round(sheet.residual.base))))
    return told


def _steps(sheet: RiskSheet) -> tuple[Step, ...]:
    parts = (sheet.inherent, sheet.controls, sheet.residual)
    return tuple(step for part in parts if part is not None for step in part.steps)
