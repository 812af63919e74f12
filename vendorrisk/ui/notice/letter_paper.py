"""A letter on its paper: read as the customer will read it, paged through with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import LINE, SPACE_4

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from vendorrisk.usecases.notice.letters import LetterText

MARGIN: Final = 28
TOP: Final = 18
BETWEEN: Final = 10
WIDEST: Final = 520
FACT_COLUMN: Final = 120
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL: Final = 100_000


class LetterPaper(QWidget):
    """Draws the words of one letter on white paper, as high as it needs. Left and Right ask for others."""

    turned = Signal(int)
    """-1 for the letter before, 1 for the one after."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._name = name
        self._letter: LetterText | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "edge")
        self.setAccessibleName(name)
        current_theme().changed.connect(self._measure)

    def show_letter(self, letter: LetterText | None) -> None:
        """Shows another letter, or an empty sheet."""
        self._letter = letter
        words = [text.replace("\t", ": ") for _, text in letter.paragraphs] if letter else []
        self.setAccessibleDescription("\n".join([letter.subject, *words]) if letter else "")
        self._measure()

    def letter(self) -> LetterText | None:
        """Returns the letter that is shown."""
        return self._letter

    def sizeHint(self) -> QSize:
        """Returns the height of the whole letter at the present width."""
        return QSize(WIDEST, self._drawn(None) + 2 * SPACE_4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turns to another letter."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws sheet and words."""
        tokens = current_theme().tokens
        painter = QPainter(self)
        sheet = self._sheet()
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.fillRect(sheet, QColor(tokens.paper))
        painter.setPen(QColor(tokens.separator))
        painter.drawRect(sheet.adjusted(0, 0, -LINE, -LINE))
        self._drawn(painter)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Measures again in another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()

    def resizeEvent(self, _event: QEvent) -> None:
        """Wraps the words again."""
        self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(self._drawn(None) + 2 * SPACE_4)
        self.update()

    def _sheet(self) -> QRect:
        width = min(self.width() - 2 * SPACE_4 - 16, current_theme().px(WIDEST))
        left = (self.width() - width) // 2
        return QRect(left, SPACE_4, width, max(0, self.height() - 2 * SPACE_4))

    def _drawn(self, painter: QPainter | None) -> int:
        """Draws the words, or only measures them; returns how far down they reach on the sheet."""
        letter, pen = self._letter, _Pen(painter, self._sheet())
        if letter is None:
            return 0
        pen.line(letter.company, FontRole.STRONG, beside=letter.date)
        pen.gap()
        for line in letter.address:
            pen.block(line)
        pen.gap(SPACE_4)
        pen.block(letter.subject, FontRole.STRONG)
        for manner, text in letter.paragraphs:
            pen.paragraph(manner, text)
        pen.gap(SPACE_4)
        pen.line(letter.reference, FontRole.CAPTION, beside="")
        return pen.bottom()


class _Pen:
    """Writes down the sheet; without a painter it only measures."""

    def __init__(self, painter: QPainter | None, sheet: QRect) -> None:
        px = current_theme().px
        self._painter = painter
        self._sheet = sheet
        self._left = sheet.left() + px(MARGIN)
        self._width = max(80, sheet.width() - 2 * px(MARGIN))
        self._y = sheet.top() + px(TOP)
        self._fact = False

    def gap(self, size: int = BETWEEN) -> None:
        self._y += current_theme().px(size)

    def bottom(self) -> int:
        return self._y - self._sheet.top() + current_theme().px(TOP)

    def line(self, text: str, role: FontRole, *, beside: str) -> None:
        """Writes a text at the left and one at the right; below each other where there is no room."""
        theme = current_theme()
        wide = QFontMetrics(theme.font(role)).horizontalAdvance(text)
        wide += QFontMetrics(theme.font(FontRole.CAPTION)).horizontalAdvance(beside)
        below = wide + theme.px(BETWEEN) > self._width
        height = self._text(beside, FontRole.CAPTION, self._left, self._width, right=True) if beside else 0
        self._y += height if below else 0
        self.block(text, role)

    def block(self, text: str, role: FontRole = FontRole.CAPTION) -> None:
        self._y += self._text(text, role, self._left, self._width)

    def paragraph(self, manner: str, text: str) -> None:
        if not (manner == "fact" and self._fact):
            self.gap()
        self._fact = manner == "fact"
        if manner != "fact":
            self.block(text, FontRole.CAPTION_STRONG if manner == "heading" else FontRole.CAPTION)
            return
        label, _, value = text.partition("\t")
        column = current_theme().px(FACT_COLUMN)
        heights = (
            self._text(label, FontRole.CAPTION, self._left, column - 8, quiet=True),
            self._text(value, FontRole.CAPTION, self._left + column, self._width - column),
        )
        self._y += max(heights) + 2

    def _text(
        self, text: str, role: FontRole, left: int, width: int, *, right: bool = False, quiet: bool = False
    ) -> int:
        theme = current_theme()
        font = theme.font(role)
        flags = _WRAP | (int(Qt.AlignmentFlag.AlignRight) if right else 0)
        room = QRect(QPoint(left, self._y), QSize(width, _TALL))
        metrics = QFontMetrics(font)
        box = metrics.boundingRect(room, flags & ~int(Qt.AlignmentFlag.AlignRight), text)
        if self._painter is not None:
            self._painter.setFont(font)
            self._painter.setPen(QColor(theme.tokens.ink2 if quiet or right else theme.tokens.ink))
            if right:
                flags &= ~int(Qt.AlignmentFlag.AlignLeft)
            self._painter.drawText(room, flags, text)
        return box.height()
