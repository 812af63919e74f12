"""The picture of a quarter: impact against assurance, what came and went, and what expires in 18 months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.months import add_months
from vendorrisk.domain.review.facts import each_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vendorrisk.domain.review.facts import EngagementFacts, ReviewFacts

LEVELS: Final = 5
MONTHS_AHEAD: Final = 18
SOON: Final = timedelta(days=90)
"""What ends so soon is marked: by then a new certificate or report has to be there."""


class Assurance(StrEnum):
    """How much is known to hold at a vendor, by control strength (policy)."""

    STRONG = "STRONG"
    GOOD = "GOOD"
    FAIR = "FAIR"
    WEAK = "WEAK"
    NOTHING = "NOTHING"


FLOORS: Final = (
    (Assurance.STRONG, 0.85),
    (Assurance.GOOD, 0.70),
    (Assurance.FAIR, 0.50),
)
"""The least control strength (0 to 1, domain.md 6.4) of each step; below the last it is weak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field of the map: impact 1 to 5, assurance, and the engagements in it."""

    impact: int
    assurance: Assurance
    engagements: tuple[str, ...]

    @property
    def level(self) -> int:
        """How risky it is to be here: 0 (small impact, strong assurance) to 4 (the reverse)."""
        return (self.impact - 1 + list(Assurance).index(self.assurance)) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Ids of the engagements that came, left, rose or fell in the quarter, in the order of the register."""

    new: tuple[str, ...]
    left: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What expires in one month, and which of it `soon`: within 90 days."""

    first: date
    artefacts: tuple[str, ...]
    soon: tuple[str, ...] = ()


def assurance(control: float | None) -> Assurance:
    """The step of a control strength; never assessed counts as nothing."""
    if control is None:
        return Assurance.NOTHING
    return next((step for step, floor in FLOORS if control >= floor), Assurance.WEAK)


def impact_level(impact: float) -> int:
    """Impact as a whole number from 1 to 5; halves go up, because the graver reading is the safer one."""
    return min(LEVELS, max(1, int(impact + 0.5)))


def risk_map(population: Iterable[EngagementFacts]) -> tuple[tuple[Cell, ...], ...]:
    """The 5 x 5 map: rows from the highest impact down, columns from strong to nothing.

    Engagements without rated factors stand nowhere in it; `unrated` names them.
    """
    rated = [(one, impact_level(one.impact)) for one in population if one.impact is not None]
    return tuple(
        tuple(
            Cell(
                impact=level,
                assurance=step,
                engagements=tuple(
                    one.id for one, at in rated if at == level and assurance(one.control) is step
                ),
            )
            for step in Assurance
        )
        for level in range(LEVELS, 0, -1)
    )


def unrated(population: Iterable[EngagementFacts]) -> tuple[str, ...]:
    """Engagements whose factors nobody rated yet."""
    return tuple(one.id for one in population if one.impact is None)


def movement(facts: ReviewFacts) -> Movement:
    """What changed since the end of the quarter before."""
    moved = [
        (one.id, one.band.rank - one.band_before.rank)
        for one in facts.population
        if one.band is not None and one.band_before is not None
    ]
    return Movement(
        new=tuple(one.id for one in facts.population if facts.holds(one.live_since)),
        left=tuple(one.id for one in facts.engagements if facts.holds(one.ended_on)),
        up=tuple(id_ for id_, by in moved if by > 0),
        down=tuple(id_ for id_, by in moved if by < 0),
    )


def expiries(facts: ReviewFacts) -> tuple[Month, ...]:
    """What expires in the month of the last counted day and the 17 after it, from that day on.

    A document that several engagements need counts once.
    """
    ends = ((one.id, one.valid_through) for one in each_document(facts.artefacts_in_use))
    return tuple(ends_by_month(ends, facts.end))


def ends_by_month(ends: Iterable[tuple[str, date | None]], today: date) -> list[Month]:
    """The months from today's on, each with the ids of what ends in it.

    `ends` are ids with their last good days; what ended before today is in no month.
    """
    start = today.replace(day=1)
    months: dict[date, list[tuple[str, bool]]] = {add_months(start, at): [] for at in range(MONTHS_AHEAD)}
    for id_, last in ends:
        if last is not None and last >= today:
            months.get(last.replace(day=1), []).append((id_, last <= today + SOON))
    return [
        Month(
            first=first,
            artefacts=tuple(id_ for id_, _ in found),
            soon=tuple(id_ for id_, soon in found if soon),
        )
        for first, found in months.items()
    ]
