"""The rows of the Welcome page: a title over a line, one click or key press each; arrow keys go between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.layouts import let_go
from vendorrisk.ui.widgets.measured import Measured
from vendorrisk.ui.widgets.painting import RIGHT, draw_text, fill, ring, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

HEIGHT: Final = 52
PADDING: Final = 12
_TITLE_BASE: Final = 22
_LINE_BASE: Final = 40
_GAP: Final = 16
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Row(Measured, QAbstractButton):
    """One thing to choose: a title, a line under it, and up to two remarks at the right."""

    stepped = Signal(int)
    """The person wants the next row (1) or the one before (-1)."""
    removed = Signal()
    """Del was pressed on the row."""

    def __init__(self, title: str, line: str, *, beside: str = "", below: str = "") -> None:
        super().__init__()
        self._line, self._beside, self._below = line, beside, below
        self.missing = False
        """Whether what the row stands for is not there any more; it is greyed then, and not to be clicked."""
        self.room_at_right = 0
        """Pixels that the remarks leave free for buttons on the row."""
        self.setText(title)
        self.setAccessibleName(", ".join(text for text in (title, beside, below, line) if text))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Takes two lines of text."""
        return QSize(200, current_theme().px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, arrows go on, Del takes the row off its list."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows that a click would choose it."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, texts, and the ring while the keyboard is here."""
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_texts(painter)
        if self.hasFocus():
            ring(painter, self.rect(), radius=RADIUS)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = current_theme().tokens
        if self.hasFocus() or self.isDown():
            fill(painter, self.rect(), tokens.selection, radius=RADIUS)
        elif self.underMouse() and not self.missing:
            fill(painter, self.rect(), tokens.control_hover, radius=RADIUS)

    def _paint_texts(self, painter: QPainter) -> None:
        theme = current_theme()
        tokens = theme.tokens
        strong, weak = (tokens.text3, tokens.text3) if self.missing else (tokens.text, tokens.text2)
        left, room = PADDING, self.width() - 2 * PADDING - self.room_at_right
        lines = (
            (_TITLE_BASE, self.text(), FontRole.MEDIUM, strong, self._beside),
            (_LINE_BASE, self._line, FontRole.CAPTION, weak, self._below),
        )
        for base, text, role, colour, right in lines:
            kept = text_width(right, FontRole.CAPTION)
            if right:
                draw_text(
                    painter, left, theme.px(base), right,
                    role=FontRole.CAPTION, colour=weak, width=room, align=RIGHT,
                )  # fmt: skip
            width = room - (kept + _GAP if right else 0)
            draw_text(painter, left, theme.px(base), text, role=role, colour=colour, width=width)


class RowList(QWidget):
    """Rows under each other with hair lines between; the arrow keys walk them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(LINE)

    def add(self, row: Row) -> Row:
        """Adds a row at the end."""
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # at once, so that it can take the keyboard
        row.stepped.connect(lambda step: self._step(row, step))
        return row

    def clear(self) -> None:
        """Takes all rows away."""
        for row in self.rows:
            let_go(self._column, row)
        self.rows = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the lines between the rows."""
        painter = QPainter(self)
        for row in self.rows[:-1]:
            box = QRect(row.x() + PADDING, row.y() + row.height(), row.width() - 2 * PADDING, LINE)
            fill(painter, box, current_theme().tokens.hair)
        painter.end()

    def _step(self, row: Row, step: int) -> None:
        goal = self.rows.index(row) + step
        if 0 <= goal < len(self.rows):
            self.rows[goal].setFocus(Qt.FocusReason.TabFocusReason)
