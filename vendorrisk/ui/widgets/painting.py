"""What every painted thing shares: text on a common baseline, rounded fills, the focus ring."""

from __future__ import annotations

from contextlib import contextmanager
from math import floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QPainter, QPen

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import BASELINE_DROP, FOCUS_RING

if TYPE_CHECKING:
    from collections.abc import Iterator

RING_RADIUS: Final = 3
LEFT: Final = Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignRight
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


@contextmanager
def smooth(painter: QPainter) -> Iterator[QPainter]:
    """Lends the painter for shapes with soft edges and gives it back as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.restore()


def baseline(centre: int) -> int:
    """Returns where texts of 12 and 13 pixels stand in a row with this centre: all on one line."""
    return centre + current_theme().px(BASELINE_DROP)


def nearest(where: float) -> int:
    """Returns the nearest whole pixel, halves always to the right or down."""
    return floor(where + 0.5)


def text_width(text: str, role: FontRole) -> int:
    """Returns how wide a text is in the present size."""
    return QFontMetrics(current_theme().font(role)).horizontalAdvance(text)


def centred(x: float, text: str, role: FontRole) -> int:
    """Returns where a text begins that is to stand round an x."""
    return nearest(x - QFontMetricsF(current_theme().font(role)).horizontalAdvance(text) / 2)


def draw_text(
    painter: QPainter,
    left: int,
    base: int,
    text: str,
    *,
    role: FontRole = FontRole.BODY,
    colour: str = "",
    width: int | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Draws one line with its baseline at `base` and returns how wide it came out.

    With `width` the text is placed within that many pixels from `left` and shortened with "…" to fit.
    Line ends within the text become spaces: a cell is one line.
    """
    theme = current_theme()
    font = theme.font(role)
    metrics = QFontMetrics(font)
    text = " ".join(text.splitlines())
    if width is not None and metrics.horizontalAdvance(text) > width:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
    drawn = metrics.horizontalAdvance(text)
    if width is not None and align == RIGHT:
        left += width - drawn
    elif align == CENTRE:
        left = centred(left + (width or 0) / 2, text, role)
    painter.setFont(font)
    painter.setPen(QColor(colour or theme.tokens.text))
    painter.drawText(left, base, text)
    return drawn


def fill(painter: QPainter, box: QRect | QRectF, colour: str, *, radius: float = 0) -> None:
    """Fills a box, with round corners where a radius is given."""
    if not radius:
        painter.fillRect(box, QColor(colour))
        return
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(box), radius, radius)


def outline(painter: QPainter, box: QRect, colour: str, *, radius: float = 0, width: int = 1) -> None:
    """Draws a line of whole pixels just inside a box."""
    with smooth(painter):
        pen = QPen(QColor(colour), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        inner = QRectF(box).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def ring(painter: QPainter, box: QRect, *, radius: float = RING_RADIUS) -> None:
    """Draws the focus ring inside a box: rows and cells have no air around them for an outer one."""
    outline(painter, box, current_theme().tokens.accent, radius=radius, width=FOCUS_RING)
