"""The figures of a review as tables: how they stand, who is missing from them, how they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import msg
from vendorrisk.domain.report import Align, Block, Cell, Column, Grid, Heading, Note, Paragraph, Tone
from vendorrisk.domain.review.figures import FIGURES
from vendorrisk.domain.review.frozen import comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.review.figure import Figure, Part
    from vendorrisk.domain.review.review_input import ReviewInput


def summary(given: ReviewInput) -> Iterator[Block]:
    """Every figure with its numbers, its share, its way since the quarter before, and how it stands."""
    yield Heading(text=msg("review.figures"))
    yield Grid(
        columns=(
            Column(title=msg("review.column.figure"), share=3.0),
            Column(title=msg("review.column.count"), share=1.2, align=Align.RIGHT),
            Column(title=msg("review.column.percent"), share=1.0, align=Align.RIGHT),
            Column(title=msg("review.column.since", quarter=given.facts.quarter.previous.words), share=1.8),
            Column(title=msg("review.column.standing"), share=1.2),
        ),
        rows=tuple(_figure_row(figure, given) for figure in given.figures),
        tones=tuple(figure.tone for figure in given.figures),
    )
    if any(made_of(figure) for figure in given.figures):
        yield _parts(given.figures)


def _parts(figures: Iterable[Figure]) -> Grid:
    """What the figures are made of, where their definition breaks them down (domain.md 8.2)."""
    return Grid(
        columns=(
            Column(title=msg("review.column.figure"), share=3.0),
            Column(title=msg("review.column.part"), share=5.2),
        ),
        rows=tuple((msg(f"figure.{one.id}"), told) for one in figures if (told := made_of(one)) is not None),
    )


def made_of(figure: Figure) -> Message | None:
    """What a figure is made of, without the parts that are none; None where it has no parts."""
    parts = [_told(part) for part in figure.parts if part.says_something]
    return msg("plain", text=parts) if parts else None


def _told(part: Part) -> Message:
    if part.d is None:
        return msg("review.part", part=part.label, n=part.n)
    if part.mean:
        return msg("review.part_mean", part=part.label, mean=round(part.n / part.d, 2))
    return msg("review.part_of", part=part.label, n=part.n, d=part.d)


def _figure_row(figure: Figure, given: ReviewInput) -> tuple[Cell, ...]:
    return (
        msg(f"figure.{figure.id}"),
        msg("review.of", n=figure.n, d=figure.d) if figure.is_share else figure.n,
        _percent(figure),
        _since(figure, given.before.get(figure.id)),
        standing(figure),
    )


def standing(figure: Figure) -> Message:
    """How a figure stands in a word; late findings are never called in order, only none of them grave."""
    if figure.id == "K-16" and figure.n and figure.tone is Tone.GOOD:
        return msg("review.standing.none_grave")
    if figure.is_share and not figure.d:
        return msg("review.not_applicable")
    return msg(f"review.standing.{figure.tone.value}")


def _percent(figure: Figure) -> Cell:
    """A percentage only where something was divided; 99.9 % never rounds up to 100 %."""
    if not figure.is_share:
        return None
    if figure.percent is None:
        return msg("review.not_applicable")
    return msg("review.percent", percent=whole_percent(figure.n, figure.d or 1))


def whole_percent(n: int, d: int) -> int:
    """Whole percent, rounded to the nearest, but never up to 100 nor down to 0 while something differs."""
    nearest = (200 * n + d) // (2 * d)
    lowest, highest = (0 if n == 0 else 1), (100 if n == d else 99)
    return min(max(nearest, lowest), highest)


def _since(figure: Figure, before: Figure | None) -> Cell:
    moved = comparison(figure, before)
    if moved is None:
        return msg("review.since.unknown")
    if not moved.change:
        return msg("review.since.same")
    way = "up" if moved.change > 0 else "down"
    unit = "points" if figure.is_share else "pieces"
    return msg(f"review.since.{way}_{unit}", by=round(abs(moved.change), 1))


def comment(given: ReviewInput) -> Iterator[Block]:
    """What the people who answer for the review say about it, in their own words."""
    if given.comment:
        yield Heading(text=msg("review.comment"), level=2)
        for paragraph in given.comment.split("\n"):
            if paragraph.strip():
                yield Paragraph(text=paragraph)


def behind(given: ReviewInput) -> Iterator[Block]:
    """For each figure that is not as it should be, who makes it so."""
    found = [(figure, _at_fault(figure)) for figure in given.figures]
    yield Heading(text=msg("review.behind"))
    yield Grid(
        columns=(
            Column(title=msg("review.column.figure"), share=1.6),
            Column(title=msg("review.column.number"), share=0.6, align=Align.RIGHT),
            Column(title=msg("review.column.who"), share=4.0),
        ),
        rows=tuple((msg(f"figure.{figure.id}"), len(ids), given.listed(ids)) for figure, ids in found if ids),
        empty=msg("review.behind.none"),
    )
    missing = [one.id for one in given.facts.unrecorded_in_use]
    if missing:
        key = "review.unrecorded.one" if len(missing) == 1 else "review.unrecorded.many"
        yield Note(text=msg(key, count=len(missing), names=given.listed(missing)), tone=Tone.WARNING)


_HIGHER_IS_BETTER = {definition.id: definition.higher_is_better for definition in FIGURES}
_HAS_ITS_OWN_TABLE = frozenset({"K-03", "K-11", "K-15"})


def _at_fault(figure: Figure) -> tuple[str, ...]:
    """Who is missing from a share that should be whole, or was counted where nobody should be."""
    better = _HIGHER_IS_BETTER.get(figure.id)
    if better is None or figure.id in _HAS_ITS_OWN_TABLE:
        return ()
    return figure.others if better else figure.members


def definitions(given: ReviewInput) -> Iterator[Block]:
    """How each figure is made and when it is good, so that nobody has to look it up."""
    yield Heading(text=msg("review.definitions"))
    yield Paragraph(text=msg("review.definitions.frozen" if given.frozen else "review.definitions.text"))
    yield Grid(
        columns=(
            Column(title=msg("review.column.id"), share=0.6),
            Column(title=msg("review.column.figure"), share=1.8),
            Column(title=msg("review.column.definition"), share=4.0),
            Column(title=msg("review.column.limits"), share=2.6),
        ),
        rows=tuple(
            (
                one.id,
                msg(f"figure.{one.id}"),
                msg(f"figure.{one.id}.definition"),
                msg(f"figure.{one.id}.limits"),
            )
            for one in FIGURES
        ),
    )
