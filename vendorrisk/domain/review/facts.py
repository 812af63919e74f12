"""What a quarterly review counts: plain facts at the quarter's end, gathered from the register beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.inherent import Band  # noqa: TC001  (likewise)
from vendorrisk.domain.diligence.records import FindingState, Severity  # noqa: TC001  (likewise)
from vendorrisk.domain.register.records import Role, Stage
from vendorrisk.domain.review.quarters import Quarter  # noqa: TC001  (likewise)

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTED_STAGES = frozenset(
    {Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.EMERGENCY_LIVE, Stage.SUSPENDED, Stage.REASSESSMENT}
)
"""Stages of the population P(t) in domain.md 8.2; REASSESSMENT is an overlay on LIVE there (4.1)."""


def in_use(role: Role, stage: Stage) -> bool:
    """Whether an engagement belongs to the population P(t): a sub-processor in use (domain.md 8.2).

    Every figure of Home and of the quarterly review counts these and nothing else.
    """
    return role is Role.SUB_PROCESSOR and stage in COUNTED_STAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementFacts:
    """One engagement at the quarter's end. `next_due` None: never assessed.

    `impact` is that of domain.md 6.2 (1 to 5), `control` the control strength (0 to 1); None: not rated.
    `band_before` is its residual band at the end of the quarter before, None if it was not live then.
    `fourth_parties` are the keys of their names, so that one that serves several engagements counts once.
    """

    id: str
    vendor_id: str
    name: str
    role: Role = Role.SUB_PROCESSOR
    stage: Stage = Stage.LIVE
    tier: int | None = None
    affiliate: bool = False
    region_locked: bool = False
    next_due: date | None = None
    agreement_complete: bool = False
    fourth_parties: tuple[str, ...] = ()
    impact: float | None = None
    control: float | None = None
    band: Band | None = None
    band_before: Band | None = None
    live_since: date | None = None
    ended_on: date | None = None

    @property
    def is_counted(self) -> bool:
        """Whether it belongs to the population P of the figures."""
        return in_use(self.role, self.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReassessmentFacts:
    """One reassessment: when it was due, and when it was completed (None: not yet)."""

    id: str
    engagement_id: str
    due: date
    completed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowFacts:
    """One flow at the quarter's end. `valid`: a mechanism is VALID under each of its regimes.

    `carrier`: a disclosure to a carrier, a position recorded by counsel on `position_since`, never VALID.
    """

    id: str
    engagement_id: str
    crosses_border: bool
    valid: bool
    carrier: bool = False
    position_since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """One place of storage or access outside the EEA to which no flow is on record."""

    id: str
    engagement_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtefactFacts:
    """One artefact that an engagement needs. `valid_through` is its last good day, inclusive.

    `lapsed_on` is the day after which it stopped counting; `succeeded`: another one took its place.
    """

    id: str
    engagement_id: str
    name: str
    tier: int | None = None
    required: bool = True
    valid: bool = False
    valid_through: date | None = None
    lapsed_on: date | None = None
    succeeded: bool = False

    @property
    def document_id(self) -> str:
        """The document itself: the first part of an id that names the engagement after a stroke."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFacts:
    """One finding with the days that the figures need."""

    id: str
    engagement_id: str
    severity: Severity
    state: FindingState
    raised_on: date | None = None
    due_on: date | None = None
    verified_on: date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFacts:
    """Everything the figures of one quarter count, as it stood on `as_at`.

    None: at the quarter's end. While a quarter runs, nothing that lies ahead is counted as late.
    """

    quarter: Quarter
    as_at: date | None = None
    engagements: tuple[EngagementFacts, ...] = ()
    reassessments: tuple[ReassessmentFacts, ...] = ()
    flows: tuple[FlowFacts, ...] = ()
    artefacts: tuple[ArtefactFacts, ...] = ()
    findings: tuple[FindingFacts, ...] = ()
    unrecorded: tuple[PlaceFacts, ...] = ()

    @property
    def end(self) -> date:
        """The last day that is counted: the quarter's, or an earlier one while it runs."""
        return min(self.as_at or self.quarter.last, self.quarter.last)

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the part of the quarter that is over."""
        return self.quarter.holds(day) and day is not None and day <= self.end

    @property
    def population(self) -> tuple[EngagementFacts, ...]:
        """P(q1): the sub-processor engagements in use at the quarter's end."""
        return tuple(one for one in self.engagements if one.is_counted)

    @property
    def flows_in_use(self) -> tuple[FlowFacts, ...]:
        """The flows of the population; what an engagement was to use later, or used once, is not counted."""
        counted = {one.id for one in self.population}
        return tuple(one for one in self.flows if one.engagement_id in counted)

    @property
    def carriers_in_use(self) -> tuple[FlowFacts, ...]:
        """The disclosures to carriers in use: independent controllers, and never of the population (1.3)."""
        running = {one.id for one in self.engagements if one.stage in COUNTED_STAGES}
        return tuple(one for one in self.flows if one.carrier and one.engagement_id in running)

    @property
    def unrecorded_in_use(self) -> tuple[PlaceFacts, ...]:
        """The places of the population without a transfer on record; K-07 counts only what is on record."""
        counted = {one.id for one in self.population}
        return tuple(one for one in self.unrecorded if one.engagement_id in counted)

    @property
    def reassessments_due(self) -> tuple[ReassessmentFacts, ...]:
        """The reassessments of sub-processors that fell due in the quarter while they were in use.

        One completed before the quarter began was due no more: early work had moved its day (domain.md 6.6).
        While the quarter runs, one that is due today may still be completed in time.
        """
        today = self.end if self.end < self.quarter.last else None
        until = {
            one.id: date.max if one.is_counted else one.ended_on
            for one in self.engagements
            if one.is_counted or one.role is Role.SUB_PROCESSOR
        }
        return tuple(
            one
            for one in self.reassessments
            if self.holds(one.due)
            and one.due <= (until.get(one.engagement_id) or date.min)
            and (one.completed >= self.quarter.first if one.completed else one.due != today)
        )

    @property
    def artefacts_in_use(self) -> tuple[ArtefactFacts, ...]:
        """The artefacts that the population needs."""
        counted = {one.id for one in self.population}
        return tuple(one for one in self.artefacts if one.engagement_id in counted)


def each_document(found: Sequence[ArtefactFacts]) -> list[ArtefactFacts]:
    """Each document once, in order, also where several engagements need it."""
    once = {one.document_id: one for one in reversed(found)}
    return list(reversed(once.values()))
