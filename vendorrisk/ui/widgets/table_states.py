"""What lies over a table: nothing matches, still reading, round corners, and where a file would land."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.painting import fill
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_RADIUS, SPACE_2, SPACE_5
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

PATIENCE_MS: Final = 200
"""Milliseconds of reading during which nothing is drawn: most readings are over by then."""
STEP_MS: Final = 40
STEPS: Final = 40
BAR_HEIGHT: Final = 2


class NothingMatches(QWidget):
    """Says that the filter leaves nothing, and takes it away; not to be mistaken for an empty register."""

    cleared = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = Label(sentence, tone="text2")
        self.clear = link(tr("Clear filter (Esc)"))
        self.clear.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_5)
        column.setSpacing(SPACE_2)
        column.addStretch(1)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.hide()


class LoadingBar(QWidget):
    """One thin bar under the head while a reading takes longer than a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Loading"))
        self._step = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._clock = QTimer(self)
        self._clock.setInterval(STEP_MS)
        self._clock.timeout.connect(self._advance)
        self.hide()

    def set_loading(self, loading: bool) -> None:  # noqa: FBT001  (a signal's argument)
        """Waits a moment and then shows the bar, or takes it away at once."""
        if loading:
            self._patience.start()
        else:
            self._patience.stop()
            self._clock.stop()
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a piece of accent on its way from left to right."""
        del event
        painter = QPainter(self)
        tokens = current_theme().tokens
        fill(painter, self.rect(), tokens.track)
        piece = self.width() // 3
        left = (self.width() + piece) * self._step // STEPS - piece
        fill(painter, QRect(left, 0, piece, self.height()), tokens.accent)
        painter.end()

    def _appear(self) -> None:
        self._step = 0
        self._clock.start()
        self.show()
        self.raise_()

    def _advance(self) -> None:
        self._step = (self._step + 1) % STEPS
        self.update()


class RoundCorners(QWidget):
    """Gives a frame round corners over whatever square things lie in it."""

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the frame, and on top."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.Show}:
            self.setGeometry(self._frame.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Covers the corners with the page's colour and draws the line round the frame."""
        del event
        tokens = current_theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame, corners = QPainterPath(), QPainterPath()
        frame.addRoundedRect(inside, PANEL_RADIUS, PANEL_RADIUS)
        corners.addRect(QRectF(self.rect()))
        painter.fillPath(corners.subtracted(frame), QColor(tokens.window))
        painter.setPen(QPen(QColor(tokens.separator), 1))
        painter.drawPath(frame)
        painter.end()
