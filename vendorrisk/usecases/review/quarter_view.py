"""A quarter on screen: its figures with their way over six quarters, the map, what moved, what expires."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.review.frozen import Comparison, comparison
from vendorrisk.domain.review.portfolio import Cell, Month, Movement, expiries, movement, risk_map
from vendorrisk.domain.review.report import EVERYTHING, Section
from vendorrisk.usecases.review.quarterly import figures_of, report_from, review_input

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vendorrisk.domain.review.figure import Figure
    from vendorrisk.domain.review.quarters import Quarter
    from vendorrisk.domain.review.review_input import ReviewInput
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import PaperPages

SHOWN = 6
"""How many quarters a trend shows, the chosen one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterView:
    """One quarter. `past` holds the figures of the quarters up to it, the oldest first, itself last.

    `vendor_of` leads from what is counted in figures, map and movement to the vendor's page.
    """

    quarter: Quarter
    given: ReviewInput
    past: tuple[tuple[Quarter, tuple[Figure, ...]], ...]
    cells: tuple[tuple[Cell, ...], ...]
    moved: Movement
    months: tuple[Month, ...]
    vendor_of: dict[str, str]
    pages: PaperPages

    @property
    def is_empty(self) -> bool:
        """Whether nobody was in use, and nothing came or went: there is nothing to review."""
        counted = (*self.given.facts.population, *self.moved.left)
        return not counted and not self.figure("K-15").n

    def figure(self, id: str) -> Figure:  # noqa: A002  (the figure's own word)
        """One figure of the quarter by its number."""
        return next(one for one in self.given.figures if one.id == id)

    def since(self, figure: Figure) -> Comparison | None:
        """How a figure moved since the quarter before, frozen or as it was known then."""
        before = self.past[-2][1] if len(self.past) > 1 else ()
        return comparison(figure, next((one for one in before if one.id == figure.id), None))

    def trend(self, id: str) -> list[tuple[Quarter, Figure]]:  # noqa: A002  (the figure's own word)
        """The quarters in which a share could be counted, the oldest first."""
        found = ((quarter, one) for quarter, figures in self.past for one in figures if one.id == id)
        return [(quarter, one) for quarter, one in found if one.percent is not None]


def quarter_view(
    office: Office,
    quarter: Quarter,
    *,
    comment: str = "",
    as_at: date | None = None,
    sections: frozenset[Section] = EVERYTHING,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> QuarterView:
    """Counts a quarter and the five before it; `step(done, all)` may raise to cancel.

    `as_at` is a day of the quarter at whose end it is looked at, `sections` stand in the printed report.
    """
    quarters = [quarter]
    while len(quarters) < SHOWN:
        quarters.insert(0, quarters[0].previous)
    past = []
    for done, one in enumerate(quarters[:-1]):
        step(done, SHOWN)
        past.append((one, figures_of(office, one)))
    step(SHOWN - 1, SHOWN)
    given = review_input(office, quarter, as_at=as_at)
    past.append((quarter, given.figures))
    return QuarterView(
        quarter=quarter, given=given, past=tuple(past), cells=risk_map(given.facts.population),
        moved=movement(given.facts), months=expiries(given.facts), vendor_of=_vendors(given),
        pages=office.papers.report_pages(report_from(given, comment=comment, sections=sections)),
    )  # fmt: skip


def _vendors(given: ReviewInput) -> dict[str, str]:
    facts = given.facts
    found = {one.id: one.vendor_id for one in facts.engagements}
    parts = [(one.id, one.engagement_id) for one in facts.reassessments]
    parts += [(one.id, one.engagement_id) for one in facts.flows]
    parts += [(one.id, one.engagement_id) for one in facts.artefacts]
    parts += [(one.id, one.engagement_id) for one in facts.findings]
    return found | {key: found.get(engagement, "") for key, engagement in parts}
