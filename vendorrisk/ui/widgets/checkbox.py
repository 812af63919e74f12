"""The check box of tables, drawn like the one of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from vendorrisk.ui.widgets.painting import fill, outline, smooth
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import BAR_RADIUS

if TYPE_CHECKING:
    from collections.abc import Sequence

GRID = 16
TICK: Sequence[tuple[float, float]] = ((4.1, 8.3), (6.6, 10.8), (11.75, 5.3))


def draw_check_box(painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
    """Draws a check box as empty, ticked, or with the dash that says "some of them"."""
    tokens = current_theme().tokens
    if state == Qt.CheckState.Checked:
        fill(painter, box, tokens.accent, radius=BAR_RADIUS)
        _tick(painter, box, tokens.on_accent)
        return
    fill(painter, box, tokens.surface, radius=BAR_RADIUS)
    outline(painter, box, tokens.control_border, radius=BAR_RADIUS)
    if state == Qt.CheckState.PartiallyChecked:
        inner = box.width() // 2
        dash = QRectF(box.left() + (box.width() - inner) / 2, box.center().y(), inner, 2)
        fill(painter, dash, tokens.accent)


def _tick(painter: QPainter, box: QRect, colour: str) -> None:
    with smooth(painter):
        painter.translate(box.topLeft())
        scale = box.width() / GRID
        painter.scale(scale, scale)
        pen = QPen(QColor(colour), 1.1)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in TICK]))
