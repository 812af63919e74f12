"""The field that narrows a table while it is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon, draw_icon, icon
from vendorrisk.ui.widgets.painting import RIGHT, baseline, draw_text
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL, ICON_SMALL, SPACE_2
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

REST_MS: Final = 40
"""Milliseconds between the last key and the filter: several keys of a fast typist are one reading."""
TEXT_LEFT: Final = 20
WIDTH: Final = 216
LEAST: Final = 120


class FilterField(QLineEdit):
    """Filters as one types; Esc clears it, and once empty lets the keyboard go back to the table."""

    filtered = Signal(str)
    """The text to filter by, a moment after it was typed."""
    left = Signal()
    """The person is done here: the keyboard belongs to the table."""
    chip_removal = Signal()
    """Backspace in the empty field: the last chip goes."""

    def __init__(self, *, keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setPlaceholderText(tr("Filter"))
        self.setAccessibleName(tr("Filter the visible columns"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._clear = QAction(icon(Icon.CROSS), tr("Clear filter"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.filter_now)
        self.textChanged.connect(self._on_text)
        self._told = ""
        current_theme().changed.connect(self._use_theme)
        self._use_theme()

    def load(self, text: str) -> None:
        """Shows the text of a view without announcing it."""
        self._told = text
        self.setText(text)
        self._rest.stop()

    def filter_now(self) -> None:
        """Announces what was typed without waiting for the next key."""
        self._rest.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.filtered.emit(self._told)

    def sizeHint(self) -> QSize:
        """Has the usual width of a filter field."""
        return QSize(current_theme().px(WIDTH), current_theme().px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        """May give way to chips."""
        return QSize(current_theme().px(LEAST), current_theme().px(CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Adds to typing: Esc, Backspace in the empty field, and the ways down to the rows."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.filter_now()
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.chip_removal.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the magnifying glass and, while empty, the keys that lead here."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        centre = self.height() // 2
        side = theme.px(ICON_SMALL)
        draw_icon(painter, QRect(SPACE_2, centre - side // 2, side, side), Icon.SEARCH, theme.tokens.text2)
        if not self.text():
            room = self.width() - 2 * SPACE_2 - 2
            draw_text(
                painter,
                SPACE_2,
                baseline(centre),
                self._keys,
                role=FontRole.CAPTION,
                colour=theme.tokens.text3,
                width=room,
                align=RIGHT,
            )
        painter.end()

    def _use_theme(self) -> None:
        self.setTextMargins(current_theme().px(TEXT_LEFT), 0, 0, 0)
        self.updateGeometry()

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._rest.start()
