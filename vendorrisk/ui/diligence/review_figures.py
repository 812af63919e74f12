"""The figures at the top of an answer review: how far it is, and the score so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from vendorrisk.domain.diligence.scoring import points_of
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.labels import figure, figure_pieces
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_4
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.usecases.diligence.review_view import Review

PROGRESS: Final = 220
SCORE: Final = 176
LINE: Final = 16
BAR: Final = 6
OUT: Final = 4
"""A link has this much room round its words; the words, not the room, stand on the line and at the edge."""


class ReviewFigures(QWidget):
    """Two rows for the two lines of a page head: figures above, a bar and a link below."""

    why = Signal()
    """The person asks for the arithmetic of the score."""

    def __init__(self) -> None:
        super().__init__()
        self.reviewed = figure("")
        self.score = figure("")
        current_theme().keep_width(self.reviewed, PROGRESS)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Reviewed"))
        current_theme().keep_width(self.bar, PROGRESS)
        self.verb = link(tr("Why this score"))
        self.verb.setProperty("ends", "true")
        self.verb.clicked.connect(self.why)
        _row(self, self.reviewed, self.score)
        self.below = _Below(self.bar, self.verb)

    def show_figures(self, review: Review) -> None:
        """Shows other figures."""
        done, asked = review.progress.reviewed, review.progress.asked
        self.reviewed.set_pieces(figure_pieces(str(done), tr("of {asked} reviewed", asked=asked)))
        self.bar.setRange(0, max(1, asked))
        self.bar.setValue(done)
        counted = any(topic.counted for topic in review.score.topics)
        value = str(points_of(review.score.strength)) if counted else "–"
        over = tr("of 100") if review.is_over else tr("of 100 so far")
        self.score.set_pieces(figure_pieces(value, over))
        self.verb.disable_because("" if counted else tr("No verdict counts towards the score yet."))


class _Below(QWidget):
    """Places bar and link by hand: no layout lets a link's room stand out over a line of text."""

    def __init__(self, bar: QProgressBar, verb: Button) -> None:
        super().__init__()
        self._bar, self._verb = bar, verb
        for part in (bar, verb):
            part.setParent(self)
        current_theme().keep_height(self, LINE)
        current_theme().keep_width(self, PROGRESS + SPACE_4 + SCORE)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Puts both on the middle line, the words of the link at the right edge."""
        verb = self._verb.sizeHint()
        self._bar.setGeometry(0, (self.height() - BAR) // 2, self._bar.minimumWidth(), BAR)
        corner = QPoint(self.width() - verb.width() + OUT, (self.height() - verb.height()) // 2)
        self._verb.setGeometry(QRect(corner, verb))


def _row(holder: QWidget, left: QWidget, right: QWidget) -> None:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_4)
    row.addWidget(left, 0, Qt.AlignmentFlag.AlignVCenter)
    frame = QWidget()
    current_theme().keep_width(frame, SCORE)
    inner = QHBoxLayout(frame)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addStretch(1)
    inner.addWidget(right)
    row.addWidget(frame)
