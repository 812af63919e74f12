"""The four verdicts as radio rows with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.ui.diligence.review_words import VERDICT_WORDS
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.painting import baseline, draw_text, fill, outline, ring, smooth, text_width
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL, RADIUS, SPACE_1, SPACE_2
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent

VERDICT_KEYS: Final = {
    Verdict.MEETS: "Alt+1",
    Verdict.PARTLY: "Alt+2",
    Verdict.FAILS: "Alt+3",
    Verdict.NA: "Alt+0",
}
GAP: Final = 2
CIRCLE: Final = 16
DOT: Final = 6
HINT: Final = 18


class VerdictRow(QRadioButton):
    """One verdict over the whole width. Arrow keys only move; Space or Enter chooses."""

    looked_at = Signal()
    """The keyboard or the pointer has come here."""
    left = Signal()

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(tr(VERDICT_WORDS[verdict]))
        self.verdict = verdict
        self.keys = VERDICT_KEYS[verdict]
        self.setAccessibleDescription(self.keys)
        self.setProperty("ring", "own")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().keep_height(self, CONTROL)

    def sizeHint(self) -> QSize:
        """Fits circle, words and keys."""
        words = text_width(self.text(), FontRole.BODY)
        return QSize(CIRCLE + 5 * SPACE_2 + words + self._hint_width(), current_theme().px(CONTROL))

    def hitButton(self, at: QPoint) -> bool:  # noqa: N802  (Qt's name)
        """Takes a click anywhere in the row."""
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves by arrows without choosing, chooses by Enter as by Space."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers():
            self._go(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that this verdict is being thought about."""
        super().focusInEvent(event)
        self.looked_at.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells that it is not any more."""
        super().focusOutEvent(event)
        self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tells that the pointer is here."""
        super().enterEvent(event)
        self.looked_at.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tells that the pointer has gone."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, circle, words and keys."""
        theme = current_theme()
        tokens = theme.tokens
        painter = QPainter(self)
        if self.isChecked():
            fill(painter, self.rect(), tokens.selection, radius=RADIUS)
        elif self.underMouse() and self.isEnabled():
            fill(painter, self.rect(), tokens.control_hover, radius=RADIUS)
        centre = self.height() // 2
        side = theme.px(CIRCLE)
        self._circle(painter, QRectF(SPACE_2, centre - side / 2, side, side))
        colour = tokens.text if self.isEnabled() else tokens.disabled
        left = 2 * SPACE_2 + side
        draw_text(painter, left, baseline(centre), self.text(), colour=colour)
        self._hint(painter, centre)
        if self.hasFocus():
            ring(painter, self.rect())
        painter.end()

    def _circle(self, painter: QPainter, box: QRectF) -> None:
        tokens = current_theme().tokens
        on = tokens.accent if self.isEnabled() else tokens.disabled
        with smooth(painter):
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(on))
                painter.drawEllipse(box)
                painter.setBrush(QColor(tokens.surface))
                dot = current_theme().px(DOT) / 2
                painter.drawEllipse(QPointF(box.center()), dot, dot)
            else:
                edge = tokens.control_border if self.isEnabled() else tokens.disabled_border
                painter.setPen(QPen(QColor(edge), 1))
                painter.setBrush(QColor(tokens.surface))
                painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _hint(self, painter: QPainter, centre: int) -> None:
        theme = current_theme()
        height, width = theme.px(HINT), self._hint_width()
        box = QRect(self.width() - SPACE_2 - width, centre - height // 2, width, height)
        fill(painter, box, theme.tokens.alt, radius=RADIUS)
        outline(painter, box, theme.tokens.separator, radius=RADIUS)
        colour = theme.tokens.text2 if self.isEnabled() else theme.tokens.disabled
        draw_text(
            painter, box.left() + SPACE_1, baseline(centre), self.keys, role=FontRole.CAPTION, colour=colour
        )  # fmt: skip

    def _hint_width(self) -> int:
        return text_width(self.keys, FontRole.CAPTION) + 2 * SPACE_1

    def _go(self, step: int) -> None:
        rows = self.group().buttons()
        place = (rows.index(self) + step) % len(rows)
        rows[place].setFocus(Qt.FocusReason.TabFocusReason)


class VerdictRows(QWidget):
    """The verdicts under each other; none is chosen as long as nobody has judged."""

    chosen = Signal(Verdict)
    """The person has chosen another verdict than the one in force."""
    thought_of = Signal(object)
    """The verdict the keyboard or the pointer is on; None once they have left."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Verdict"))
        self._group = QButtonGroup(self)
        self.rows = {verdict: VerdictRow(verdict) for verdict in Verdict}
        self._verdict: Verdict | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for row in self.rows.values():
            self._group.addButton(row)
            column.addWidget(row)
            row.clicked.connect(self._on_click)
            row.looked_at.connect(self._on_look)
            row.left.connect(self._on_leave)
        rows = len(self.rows)
        current_theme().keep_height(self, rows * CONTROL + (rows - 1) * GAP)

    def verdict(self) -> Verdict | None:
        """Returns the verdict in force."""
        return self._verdict

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Shows a verdict without announcing it."""
        self._verdict = verdict
        self._group.setExclusive(False)
        for one, row in self.rows.items():
            row.setChecked(one is verdict)
        self._group.setExclusive(True)

    def first(self) -> QWidget:
        """Returns the row on which judging begins: the one chosen, or else the first."""
        return self.rows[self._verdict or Verdict.MEETS]

    def _on_click(self) -> None:
        row = self._group.checkedButton()
        if isinstance(row, VerdictRow) and row.verdict is not self._verdict:
            self.chosen.emit(row.verdict)

    def _on_look(self) -> None:
        row = self.sender()
        self.thought_of.emit(row.verdict if isinstance(row, VerdictRow) else None)

    def _on_leave(self) -> None:
        self.thought_of.emit(None)
