"""A button that shows what is chosen behind a small label, and unfolds the choices: "View  All active"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from vendorrisk.ui.widgets.buttons import Button
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon
from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.painting import baseline, draw_text, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL, ICON_SMALL, SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QMenu

GAP: Final = 6


class ChoiceButton(Button):
    """Looks like a field, behaves like a menu."""

    def __init__(self, label: str, menu: QMenu, *, width: int = 0) -> None:
        super().__init__("")
        self._label = label
        self._value = ""
        self._width = width
        self.setProperty("kind", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        menu.setParent(self, menu.windowFlags())
        self.setMenu(menu)

    @property
    def value(self) -> str:
        """What is shown as chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Shows what is chosen."""
        self._value = value
        words = f"{self._label} {value}".strip()
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Fits label and value, and has at least the width asked for."""
        theme = current_theme()
        texts = text_width(self._label, FontRole.BODY) + GAP + text_width(self._value, FontRole.BODY)
        wanted = 2 * SPACE_3 + texts + SPACE_2 + theme.px(ICON_SMALL)
        return QSize(max(theme.px(self._width), wanted), theme.px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Lets the value be shortened."""
        theme = current_theme()
        least = 2 * SPACE_3 + text_width(self._label, FontRole.BODY) + GAP + theme.px(ICON_SMALL + CONTROL)
        return QSize(least, theme.px(CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the frame, then label and value on one line and the arrow."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        centre = self.height() // 2
        base = baseline(centre)
        side = theme.px(ICON_SMALL)
        arrow = QRect(self.width() - SPACE_2 - SPACE_1 // 2 - side, centre - side // 2, side, side)
        off = "" if self.isEnabled() else theme.tokens.disabled
        left = SPACE_3
        if self._label:
            left += draw_text(painter, left, base, self._label, colour=off or theme.tokens.text3) + GAP
        draw_text(painter, left, base, self._value, colour=off, width=arrow.left() - SPACE_1 - left)
        draw_icon(painter, arrow, Icon.CHEVRON_DOWN, off or theme.tokens.text2)
        painter.end()
