"""A whole quarterly review as blocks: figures, picture, movement, what is late, what comes, definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.report import Block, Note, Report, Tone
from vendorrisk.domain.review import report_figures, report_late, report_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.domain.review.review_input import ReviewInput


def quarterly_review(given: ReviewInput) -> Report:
    """The whole review of a quarter; every figure stands with its numbers and the names behind it."""
    quarter = given.facts.quarter
    running = given.facts.end < quarter.last
    return Report(
        title=msg("review.title", quarter=str(quarter)),
        subtitle=msg(
            "review.subtitle_running" if running else "review.subtitle",
            first=quarter.first, last=quarter.last, as_at=given.facts.end,
        ),
        company=given.company,
        on=given.facts.end,
        blocks=tuple(_blocks(given, running=running)),
    )  # fmt: skip


def _blocks(given: ReviewInput, *, running: bool) -> Iterator[Block]:
    if running:
        yield Note(text=msg("review.running", last=given.facts.quarter.last), tone=Tone.WARNING)
    yield from report_figures.summary(given)
    yield from report_figures.comment(given)
    yield from report_picture.risk(given)
    yield from report_picture.moved(given)
    yield from report_late.reassessments(given)
    yield from report_late.evidence(given)
    yield from report_late.findings(given)
    yield from report_figures.behind(given)
    yield from report_figures.definitions(given)
