"""A whole quarterly review as blocks: figures, picture, movement, what is late, what comes, definitions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.message import msg
from vendorrisk.domain.report import Block, Note, Report, Tone
from vendorrisk.domain.review import report_figures, report_late, report_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vendorrisk.domain.review.review_input import ReviewInput


class Section(StrEnum):
    """A chapter of the review that may be left out; the comment always stands under the figures."""

    FIGURES = "FIGURES"
    MAP = "MAP"
    MOVED = "MOVED"
    REASSESSMENTS = "REASSESSMENTS"
    EVIDENCE = "EVIDENCE"
    FINDINGS = "FINDINGS"
    BEHIND = "BEHIND"
    DEFINITIONS = "DEFINITIONS"


EVERYTHING: Final = frozenset(Section)

_CHAPTERS: Final[dict[Section, Callable[[ReviewInput], Iterator[Block]]]] = {
    Section.FIGURES: report_figures.summary,
    Section.MAP: report_picture.risk,
    Section.MOVED: report_picture.moved,
    Section.REASSESSMENTS: report_late.reassessments,
    Section.EVIDENCE: report_late.evidence,
    Section.FINDINGS: report_late.findings,
    Section.BEHIND: report_figures.behind,
    Section.DEFINITIONS: report_figures.definitions,
}
"""How each chapter is written, in reading order."""


def quarterly_review(given: ReviewInput, sections: frozenset[Section] = EVERYTHING) -> Report:
    """The review of a quarter, whole unless chapters are left out, which its last line then says.

    Every figure stands with its numbers and the names behind it.
    """
    quarter = given.facts.quarter
    running = given.facts.end < quarter.last
    return Report(
        title=msg("review.title", quarter=quarter.words),
        subtitle=msg(
            "review.subtitle_running" if running else "review.subtitle",
            first=quarter.first, last=quarter.last, as_at=given.facts.end,
        ),
        company=given.company,
        on=given.facts.end,
        blocks=tuple(_blocks(given, sections, running=running)),
    )  # fmt: skip


def _blocks(given: ReviewInput, sections: frozenset[Section], *, running: bool) -> Iterator[Block]:
    if running:
        yield Note(text=msg("review.running", last=given.facts.quarter.last), tone=Tone.WARNING)
    for section, written in _CHAPTERS.items():
        if section in sections:
            yield from written(given)
        if section is Section.FIGURES:
            yield from report_figures.comment(given)
    left_out = [msg(f"review.section.{one}") for one in Section if one not in sections]
    if left_out:
        yield Note(text=msg("review.left_out", sections=left_out))
