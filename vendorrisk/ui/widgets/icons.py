"""The one set of icons: strokes of 1.5 on a grid of 20, coloured by what they stand on."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from shiboken6 import isValid

from vendorrisk.ui.widgets.theme import current_theme

if TYPE_CHECKING:
    from pathlib import Path


class Icon(StrEnum):
    """The drawings, each named after its file."""

    ACTIVITY = "activity"
    ARCHIVE = "archive"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ASSESSMENTS = "assessments"
    CALENDAR = "calendar"
    CHANGES = "changes"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    COLUMNS = "columns"
    COPY = "copy"
    CROSS = "cross"
    CUSTOMERS = "customers"
    DOCUMENT = "document"
    DOWNLOAD = "download"
    EDIT = "edit"
    FLAG = "flag"
    HELP = "help"
    HOME = "home"
    LINK = "link"
    LOCK = "lock"
    MAIL = "mail"
    MORE = "more"
    PLUS = "plus"
    PRINT = "print"
    REDO = "redo"
    REPORTS = "reports"
    SEARCH = "search"
    SETTINGS = "settings"
    UNDO = "undo"
    UPLOAD = "upload"
    VENDORS = "vendors"


@lru_cache(maxsize=128)
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _pixmap(icon: Icon, colour: str, side: int, dpr: float) -> QPixmap:
    key = f"{icon}|{colour}|{side}|{dpr}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(current_theme().icons_folder / f"{icon}.svg", colour, side, dpr)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(path: Path, colour: str, side: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  (slow import)

    drawing = QSvgRenderer(_source(path).replace("currentColor", colour).encode())
    pixmap = QPixmap(QSize(side, side) * dpr)
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def draw_icon(painter: QPainter, box: QRect, icon: Icon, colour: str) -> None:
    """Draws an icon in the middle of a box, as large as the box allows, sharp at any screen scale."""
    side = min(box.width(), box.height())
    dpr = painter.device().devicePixelRatioF()
    corner = QPoint(box.left() + (box.width() - side) // 2, box.top() + (box.height() - side) // 2)
    painter.drawPixmap(corner, _pixmap(icon, colour, side, dpr))


_copies: list[QIconEngine] = []
"""Qt owns a copy, but the binding would delete it with its last Python name; this list is that name."""


class _Engine(QIconEngine):
    """Asks for the colour only when it paints, so that a change of scheme needs no new icon."""

    def __init__(self, icon: Icon, tone: str) -> None:
        super().__init__()
        self._icon = icon
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, rect, self._icon, self._colour(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802  (Qt's name)
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())  # in logical pixels
        return _pixmap(self._icon, self._colour(mode, state), side, scale)

    def clone(self) -> QIconEngine:
        copy = _Engine(self._icon, self._tone)
        _copies[:] = [*filter(isValid, _copies), copy]
        return copy

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tokens = current_theme().tokens
        if mode is QIcon.Mode.Disabled:
            return tokens.disabled
        if state is QIcon.State.On:
            return tokens.accent
        return str(getattr(tokens, self._tone))


def icon(name: Icon, *, tone: str = "text2") -> QIcon:
    """Returns an icon for buttons and menus.

    Args:
        name: which drawing.
        tone: the colour role of `Tokens` it has while enabled and off.
    """
    return QIcon(_Engine(name, tone))
