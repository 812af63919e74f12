"""Flowing text: rows of facts, and pages filled from top to bottom, their number known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from vendorrisk.documents.pdf.colours import HAIR
from vendorrisk.documents.pdf.text import short_text, without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

LABEL_WIDTH = 104.0
ROW_PADDING = 2.2


@lru_cache(maxsize=1)
def fact_row_class() -> type[Flowable]:
    """The class of one row of facts; made on first use, so that the PDF library is not loaded before."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Flowable

    hair = HexColor(HAIR)

    class FactRow(Flowable):  # type: ignore[misc]  # the PDF library has no types
        """A label on the left, its value on the right, a hairline below."""

        def __init__(self, label: Flowable, value: Flowable, sign: str | None) -> None:
            super().__init__()
            self._label, self._value, self._sign = label, value, sign

        def wrap(self, width: float, height: float) -> tuple[float, float]:
            """The room it needs; the higher of both texts decides."""
            self._width = width
            _, left = self._label.wrap(LABEL_WIDTH - 8, height)
            _, right = self._value.wrap(width - LABEL_WIDTH, height)
            self._tops = (left, right)
            self.height = max(left, right) + 2 * ROW_PADDING
            return width, self.height

        def split(self, width: float, height: float) -> list[Flowable]:
            """A value too long for the page goes on without its label; empty where no line fits."""
            room = height - 2 * ROW_PADDING
            pieces = self._value.split(width - LABEL_WIDTH, room)
            if len(pieces) < 2 or self._tops[0] > room:
                return []
            rest = FactRow(short_text("", "label"), pieces[1], self._sign)
            return [FactRow(self._label, pieces[0], self._sign), rest]

        def draw(self) -> None:
            """Draws both texts from the same top line."""
            top = self.height - ROW_PADDING
            self._label.drawOn(self.canv, 0, top - self._tops[0])
            self._value.drawOn(self.canv, LABEL_WIDTH, top - self._tops[1])
            if self._sign:
                self.canv.setFillColor(HexColor(self._sign))
                self.canv.rect(LABEL_WIDTH - 8, ROW_PADDING, 2.5, self.height - 2 * ROW_PADDING, 0, 1)
            self.canv.setStrokeColor(hair)
            self.canv.setLineWidth(0.4)
            self.canv.line(0, 0, self._width, 0)

    return FactRow


def fact_row(label: str, value: str, sign: str | None = None) -> Flowable:
    """One row of facts; `sign` is the colour of a mark before the value."""
    return fact_row_class()(short_text(label, "label"), short_text(value, "value"), sign)


@lru_cache(maxsize=1)
def _bookmark_class() -> type[Flowable]:
    from reportlab.platypus import Flowable

    class Bookmark(Flowable):  # type: ignore[misc]  # the PDF library has no types
        """An entry of the outline that leads to this place; it takes no room and stays with its heading."""

        def __init__(self, text: str, level: int) -> None:
            super().__init__()
            self.keepWithNext = 1
            self._text, self._level = without_controls(text), level

        def wrap(self, *_room: float) -> tuple[float, float]:
            """No room at all."""
            return 0.0, 0.0

        def draw(self) -> None:
            """Adds the entry; a level is never more than one below the entry before it."""
            canvas = self.canv
            entries = getattr(canvas, "outline_entries", [])
            level = min(self._level, entries[-1] + 1 if entries else 0)
            canvas.outline_entries = [*entries, level]
            key = f"heading-{len(entries) + 1}"
            canvas.bookmarkHorizontalAbsolute(key, canvas.absolutePosition(0, 0)[1] + 24)
            canvas.addOutlineEntry(self._text, key, level=level, closed=False)

    return Bookmark


def bookmark(text: str, level: int) -> Flowable:
    """An entry of the document's outline, level 0 or 1, for the heading that follows."""
    return _bookmark_class()(text, level)


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable at its place; `y` is its lower edge in points from the bottom of the page."""

    flowable: Flowable
    x: float
    y: float

    def draw(self, canvas: Canvas) -> None:
        """Puts it on the page."""
        self.flowable.drawOn(canvas, self.x, self.y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The part of a page that text may fill, in points from the lower left corner."""

    x: float
    bottom: float
    width: float
    top: float


def paginate(flowables: Iterable[tuple[Flowable, float]], first: Area, later: Area) -> list[list[Placed]]:
    """Places flowables below each other, each with the space before it, on as many pages as they need.

    What is too long for the rest of a page is split; what cannot be split moves on as a whole.
    """
    pages: list[list[Placed]] = [[]]
    area, y = first, first.top
    queue = list(flowables)
    while queue:
        flowable, space = queue.pop(0)
        _, height = flowable.wrap(area.width, y - area.bottom)
        gap = space if y < area.top else 0.0
        if y - gap - height >= area.bottom:
            y -= gap + height
            pages[-1].append(Placed(flowable, area.x, y))
            continue
        pieces = flowable.split(area.width, y - gap - area.bottom)
        if len(pieces) > 1:
            queue[:0] = [(pieces[0], space), *((piece, 0.0) for piece in pieces[1:])]
            continue
        if not pages[-1]:
            pages[-1].append(Placed(flowable, area.x, area.top - height))
        else:
            queue.insert(0, (flowable, 0.0))
        pages.append([])
        area, y = later, later.top
    return [page for page in pages if page] or [[]]


def draw_page(canvas: Any, page: Sequence[Placed]) -> None:
    """Draws everything that was placed on one page."""
    for placed in page:
        placed.draw(canvas)
