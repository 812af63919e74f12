"""The picture of a review: impact against assurance, and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.report import Align, Block, Column, Grid, Heading, HeatCell, HeatMap, Note
from vendorrisk.domain.review.portfolio import Assurance, movement, risk_map, unrated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.review.review_input import ReviewInput


def risk(given: ReviewInput) -> Iterator[Block]:
    """How many engagements stand where impact and assurance meet, and who stands in the gravest cells."""
    cells = risk_map(given.facts.population)
    yield Heading(text=msg("review.map"))
    yield HeatMap(
        rows_title=msg("review.map.impact"),
        rows=tuple(msg(f"review.impact.{row[0].impact}") for row in cells),
        columns=tuple(msg(f"Assurance.{step.value}") for step in Assurance),
        cells=tuple(
            tuple(HeatCell(count=len(cell.engagements), level=cell.level) for cell in row) for row in cells
        ),
        caption=msg("review.map.caption"),
    )
    missing = unrated(given.facts.population)
    if missing:
        yield Note(text=msg("review.map.unrated", count=len(missing), names=given.listed(missing)))
    gravest = [cell for row in cells for cell in row if cell.level >= 3 and cell.engagements]
    yield Grid(
        columns=(
            Column(title=msg("review.map.impact")),
            Column(title=msg("review.map.assurance")),
            Column(title=msg("review.column.who"), share=4.0),
        ),
        rows=tuple(
            (
                msg(f"review.impact.{cell.impact}"),
                msg(f"Assurance.{cell.assurance.value}"),
                given.listed(cell.engagements),
            )
            for cell in gravest
        ),
        caption=msg("review.map.gravest") if gravest else "",
        empty=msg("review.map.none_grave"),
    )


def moved(given: ReviewInput) -> Iterator[Block]:
    """Who came, who left, whose remaining risk rose or fell since the quarter before."""
    found = movement(given.facts)
    rows = (("new", found.new), ("left", found.left), ("up", found.up), ("down", found.down))
    yield Heading(text=msg("review.moved"))
    yield Grid(
        columns=(
            Column(title=msg("review.column.what"), share=1.2),
            Column(title=msg("review.column.number"), share=0.6, align=Align.RIGHT),
            Column(title=msg("review.column.who"), share=4.0),
        ),
        rows=tuple(
            (msg(f"review.moved.{key}"), len(ids), given.listed(ids) if ids else msg("review.nobody"))
            for key, ids in rows
        ),
    )
