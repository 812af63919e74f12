"""The six marks, each with a shape as well as a colour, and the chips that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, outline, smooth, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CHIP, CHIP_PADDING, MARK, RADIUS, SPACE_1, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from vendorrisk.ui.widgets.columns import Status

CHIP_ROLE: Final = FontRole.CAPTION_MEDIUM
PLAIN_ROLE: Final = FontRole.CAPTION
MARK_TO_TEXT: Final = SPACE_1
LEAST_CHIP: Final = 128
STROKE: Final = 1.6
"""A larger ring has the same line as a small one."""


def draw_mark(painter: QPainter, kind: Kind, centre: QPointF, *, colour: str = "", size: float = 0) -> None:
    """Draws the mark of a kind round a point.

    Args:
        painter: draws in logical pixels.
        kind: decides the shape and, where none is given, the colour.
        centre: the middle of the mark's box.
        colour: for a mark in another colour than its kind's.
        size: side of the mark's box; 0 is that of text, which follows the text size.
    """
    theme = current_theme()
    with smooth(painter):
        painter.translate(centre)
        usual = theme.px(MARK)
        scale = (size or usual) / MARK
        painter.scale(scale, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour or theme.tokens.chips[kind].fg))
        SHAPES[kind](painter, STROKE * usual / MARK / scale)


def _dash(painter: QPainter, _stroke: float) -> None:
    painter.drawRect(QRectF(-3.5, -1, 7, 2))


def _ring(painter: QPainter, stroke: float) -> None:
    painter.setPen(QPen(painter.brush(), stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 3.3, 3.3)


def _disc(painter: QPainter, _stroke: float) -> None:
    painter.drawEllipse(QPointF(0, 0), 3.57, 3.57)


def _diamond(painter: QPainter, _stroke: float) -> None:
    painter.drawPolygon(_points((0, -4.42), (4.42, 0), (0, 4.42), (-4.42, 0)))


def _triangle(painter: QPainter, _stroke: float) -> None:
    painter.drawPolygon(_points((0, -4), (4.2, 3.6), (-4.2, 3.6)))


def _alarm(painter: QPainter, _stroke: float) -> None:
    pen = QPen(painter.brush(), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolygon(_points((0, -5.6), (5.5, 4.4), (-5.5, 4.4)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_theme().tokens.surface))
    painter.drawRect(QRectF(-0.75, -2.2, 1.5, 3.3))
    painter.drawRect(QRectF(-0.75, 2, 1.5, 1.35))


def _points(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


SHAPES: Final[dict[Kind, Callable[[QPainter, float], None]]] = {
    Kind.NEUTRAL: _dash,
    Kind.INFO: _ring,
    Kind.GOOD: _disc,
    Kind.WARN: _diamond,
    Kind.SERIOUS: _triangle,
    Kind.CRITICAL: _alarm,
}


def text_offset() -> int:
    """Returns where the text of a chip begins, from its left edge: chips and plain states share it."""
    return CHIP_PADDING + current_theme().px(MARK + MARK_TO_TEXT)


def status_width(status: Status) -> int:
    """Returns how wide a state is drawn."""
    if status.chip:
        return text_offset() + text_width(status.text, CHIP_ROLE) + CHIP_PADDING
    return text_offset() + text_width(status.text, PLAIN_ROLE)


def draw_chip(
    painter: QPainter, left: int, centre: int, status: Status, *, limit: int, outlined: bool = False
) -> int:
    """Draws a chip round a row's centre, at most `limit` pixels wide, and returns its width.

    `outlined` adds a line in the text colour: on a selected row one kind has the row's own colour.
    """
    theme = current_theme()
    pair = theme.tokens.chips[status.kind]
    height = theme.px(CHIP)
    box = QRect(left, centre - height // 2, min(limit, status_width(status)), height)
    fill(painter, box, pair.bg, radius=RADIUS)
    if outlined:
        outline(painter, box, pair.fg, radius=RADIUS)
    middle = left + CHIP_PADDING + theme.px(MARK) / 2 - 0.5
    draw_mark(painter, status.kind, QPointF(middle, centre), colour=pair.fg)
    room = box.width() - text_offset() - CHIP_PADDING
    draw_text(
        painter,
        left + text_offset(),
        baseline(centre),
        status.text,
        role=CHIP_ROLE,
        colour=pair.fg,
        width=room,
    )
    return box.width()


def draw_plain(
    painter: QPainter, left: int, centre: int, status: Status, *, limit: int, colour: str = ""
) -> int:
    """Draws a mark and plain text, the mark under those of chips, and returns the width."""
    theme = current_theme()
    draw_mark(
        painter, status.kind, QPointF(left + CHIP_PADDING + theme.px(MARK) / 2 - 1, centre), colour=colour
    )
    drawn = draw_text(
        painter,
        left + text_offset(),
        baseline(centre),
        status.text,
        role=PLAIN_ROLE,
        colour=colour or theme.tokens.text2,
        width=limit - text_offset(),
    )
    return text_offset() + drawn


class Chip(QWidget):
    """A state as a chip beside other widgets, for heads of pages and panels."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_status(status)
        current_theme().changed.connect(self.updateGeometry)

    @property
    def status(self) -> Status:
        """The state shown."""
        return self._status

    def set_status(self, status: Status) -> None:
        """Shows another state."""
        self._status = status
        self.setAccessibleName(status.text)
        self.setToolTip(tip(status.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fits the whole text."""
        return QSize(status_width(self._status), current_theme().px(CHIP))

    def minimumSizeHint(self) -> QSize:
        """Lets a long text be shortened where space is short; what stands beside it gives way before that."""
        px = current_theme().px
        return QSize(min(status_width(self._status), px(LEAST_CHIP)), px(CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chip at its natural width."""
        del event
        painter = QPainter(self)
        if self._status.chip:
            draw_chip(painter, 0, self.height() // 2, self._status, limit=self.width())
        else:
            draw_plain(painter, 0, self.height() // 2, self._status, limit=self.width())
