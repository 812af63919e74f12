"""The box in the menu bar that opens the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.measured import Measured
from vendorrisk.ui.widgets.painting import RIGHT, draw_text, fill, outline
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import RADIUS
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDTH: Final = 280
_HEIGHT: Final = 24
_TEXT_LEFT: Final = 37
_GLASS: Final = 14


class SearchBox(Measured, QAbstractButton):
    """Looks like a field and is a button: typing happens in the palette it opens."""

    def __init__(self, *, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setText(tr("Search or go to"))
        self.setAccessibleName(tr("Search or go to, {keys}", keys=keys))
        self.setToolTip(tr("Commands, vendors, customers and documents"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Takes a fixed width, and the height of its text."""
        return QSize(_WIDTH, current_theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws frame, glass, invitation and keys."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        fill(painter, self.rect(), tokens.surface, radius=RADIUS)
        outline(painter, self.rect(), tokens.control_border, radius=RADIUS)
        glass = QRect(8, (self.height() - _GLASS) // 2, _GLASS, _GLASS)
        draw_icon(painter, glass, Icon.SEARCH, tokens.text3)
        base, room = self.height() // 2 + theme.px(5), self.width() - _TEXT_LEFT - 6
        kept = draw_text(
            painter, _TEXT_LEFT, base, self._keys,
            role=FontRole.CAPTION, colour=tokens.text3, width=room, align=RIGHT,
        )  # fmt: skip
        draw_text(painter, _TEXT_LEFT, base, self.text(), colour=tokens.text3, width=room - kept)
        painter.end()
