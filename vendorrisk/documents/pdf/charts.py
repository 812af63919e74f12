"""Charts on paper: the number of every bar and cell is printed with it, so that no colour speaks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorrisk.documents.pdf.colours import BARS, HAIR, HEAT, INK, QUIET, TRACK
from vendorrisk.documents.pdf.fonts import BOLD, REGULAR
from vendorrisk.documents.pdf.text import fitted, without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.graphics.shapes import Drawing

    from vendorrisk.domain.report import Bar, Bars, HeatCell, HeatMap, MonthBar, Months, Text

    Say = Callable[[Text], str]

LABELS: Final = 120.0
WORDS_LEAST: Final = 60.0
WORDS_GAP: Final = 8.0
"""Between the end of the track and the words behind it."""
ROW_LABELS: Final = 70.0
BAR_ROW: Final = 18.0
BAR_HEIGHT: Final = 9.0
CELL_HEIGHT: Final = 20.0
GAP: Final = 2.0
STRIP_HEIGHT: Final = 46.0
SMALL: Final = 7.5
PLAIN: Final = 8.5


def bars(chart: Bars, width: float, say: Say) -> Drawing:
    """Horizontal bars on one scale, each with its words at its end."""
    height = BAR_ROW * len(chart.bars)
    drawing = _drawing(width, height)
    words = _words_room(chart, width, say)
    room = width - LABELS - words
    for row, bar in enumerate(chart.bars, start=1):
        y = height - BAR_ROW * row
        _bar(drawing, bar, y, room, chart.maximum, say)
        said = fitted(say(bar.words), BOLD, PLAIN, words - WORDS_GAP)
        _text(drawing, LABELS + room + WORDS_GAP, y + 5.5, said, font=BOLD)
    return drawing


def _words_room(chart: Bars, width: float, say: Say) -> float:
    """The room that the longest words at the end of a bar need, up to half of what there is."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    longest = max((stringWidth(say(bar.words), BOLD, PLAIN) for bar in chart.bars), default=0.0)
    return float(min(max(WORDS_LEAST, longest + WORDS_GAP), width / 2))


def _bar(drawing: Drawing, bar: Bar, y: float, room: float, maximum: float, say: Say) -> None:
    share = min(1.0, max(0.0, bar.value / maximum)) if maximum > 0 else 0.0
    _text(drawing, 0, y + 5.5, fitted(say(bar.label), REGULAR, PLAIN, LABELS - 8))
    _box(drawing, LABELS, y + 4.5, room, BAR_HEIGHT, TRACK)
    if share:
        _box(drawing, LABELS, y + 4.5, room * share, BAR_HEIGHT, BARS[bar.tone])


def heat_map(chart: HeatMap, width: float, say: Say) -> Drawing:
    """A map of counts; an empty cell has no colour, because nobody is in danger there."""
    cell = min(80.0, (width - ROW_LABELS) / max(1, len(chart.columns)))
    height = CELL_HEIGHT * (len(chart.rows) + 1)
    drawing = _drawing(width, height)
    top = height - CELL_HEIGHT + 6
    _text(drawing, 0, top, say(chart.rows_title), font=BOLD)
    for number, title in enumerate(chart.columns):
        words = fitted(say(title), REGULAR, PLAIN, cell - 4)
        _text(drawing, ROW_LABELS + cell * (number + 0.5), top, words, colour=QUIET, anchor="middle")
    for row, (title, counts) in enumerate(zip(chart.rows, chart.cells, strict=True), start=2):
        y = height - CELL_HEIGHT * row
        _text(drawing, 0, y + 6, fitted(say(title), REGULAR, PLAIN, ROW_LABELS - 6))
        for number, one in enumerate(counts):
            _heat_cell(drawing, one, ROW_LABELS + cell * number, y, cell - GAP)
    return drawing


def _heat_cell(drawing: Drawing, cell: HeatCell, x: float, y: float, width: float) -> None:
    ink, ground = HEAT[min(cell.level, len(HEAT) - 1)] if cell.count else (QUIET, "#FFFFFF")
    _box(drawing, x, y, width, CELL_HEIGHT - GAP, ground, edge=None if cell.count else HAIR)
    weight = BOLD if cell.count else REGULAR
    _text(drawing, x + width / 2, y + 6, str(cell.count), font=weight, colour=ink, anchor="middle")


def months(chart: Months, width: float, name: Callable[[int], str]) -> Drawing:
    """A strip of months, each year below its first month. `name` gives a month's short name by number."""
    foot = 26.0
    drawing = _drawing(width, foot + STRIP_HEIGHT + 12)
    _line(drawing, 0, foot, width)
    step = width / max(1, len(chart.months))
    highest = max((month.count for month in chart.months), default=0)
    for number, month in enumerate(chart.months):
        _month(drawing, month, step * number, step, foot, highest)
        _text(drawing, step * (number + 0.5), foot - 10, name(month.first.month), size=SMALL, anchor="middle")
        if number == 0 or month.first.month == 1:
            year = str(month.first.year)
            _text(drawing, step * (number + 0.5), foot - 20, year, size=SMALL, font=BOLD, anchor="middle")
    return drawing


def _month(drawing: Drawing, month: MonthBar, x: float, step: float, foot: float, highest: int) -> None:
    if not month.count:
        return
    height = STRIP_HEIGHT * month.count / highest
    _box(drawing, x + 3, foot, step - 6, height, BARS[month.tone])
    _text(drawing, x + step / 2, foot + height + 3, str(month.count), font=BOLD, size=SMALL, anchor="middle")


def _drawing(width: float, height: float) -> Drawing:
    """An empty drawing; its library would else name a font that is not embedded."""
    from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing

    STATE_DEFAULTS["fontName"] = REGULAR
    return Drawing(width, height)


def _text(
    drawing: Drawing,
    x: float,
    y: float,
    text: str,
    *,
    font: str = REGULAR,
    size: float = PLAIN,
    colour: str = INK,
    anchor: str = "start",
) -> None:
    from reportlab.graphics.shapes import String
    from reportlab.lib.colors import HexColor

    drawing.add(
        String(
            x, y, without_controls(text),
            fontName=font, fontSize=size, fillColor=HexColor(colour), textAnchor=anchor,
        )
    )  # fmt: skip


def _box(
    drawing: Drawing, x: float, y: float, width: float, height: float, ground: str, *, edge: str | None = None
) -> None:
    from reportlab.graphics.shapes import Rect
    from reportlab.lib.colors import HexColor

    drawing.add(
        Rect(
            x, y, width, height, rx=1.5, ry=1.5, fillColor=HexColor(ground), strokeWidth=0.5,
            strokeColor=HexColor(edge) if edge else None,
        )
    )  # fmt: skip


def _line(drawing: Drawing, x: float, y: float, length: float) -> None:
    from reportlab.graphics.shapes import Line
    from reportlab.lib.colors import HexColor

    drawing.add(Line(x, y, x + length, y, strokeColor=HexColor(QUIET), strokeWidth=0.6))
