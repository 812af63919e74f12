"""The three panes of an answer review: beside each other, or the verdict under its question in large text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PAGE_MARGIN, PANEL_GAP

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LIST: Final = 292
VERDICT: Final = 256
PANE: Final = 640 + 2 * PAGE_MARGIN
"""Lines of an answer are 640 long at most: what a wide window has to spare goes to the panes beside it."""
FIRST: Final = 100
"""The share with which the question takes all room up to that width."""
LEAST: Final = 200
"""Where less is left for the question, at a text size of 100 %, the verdict goes under it."""


class ReviewPanes(QWidget):
    """Shares out the width between the list, the question and its verdict."""

    def __init__(self, questions: QWidget, question: QWidget, verdict: QWidget) -> None:
        super().__init__()
        self._verdict = verdict
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(PANEL_GAP)
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(PANEL_GAP)
        self._middle.addWidget(question, 1)
        theme = current_theme()
        theme.keep_width(questions, LIST, may_grow=True)
        theme.keep_narrow(middle, PANE)
        theme.keep_width(verdict, VERDICT, may_grow=True)
        self._row.addWidget(questions, 1)
        self._row.addWidget(middle, FIRST)
        self._row.addWidget(verdict, 1)
        theme.changed.connect(self._arrange)

    @property
    def is_stacked(self) -> bool:
        """Whether the verdict stands under its question."""
        return self._middle.indexOf(self._verdict) >= 0

    def minimumSizeHint(self) -> QSize:
        """Can be as narrow as two panes."""
        px = current_theme().px
        return QSize(px(LIST) + PANEL_GAP + px(VERDICT), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks again whether all three have room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = current_theme().px
        stacked = self.width() < px(LIST) + px(VERDICT) + px(LEAST) + 2 * PANEL_GAP
        if stacked == self.is_stacked:
            return
        old, new = (self._row, self._middle) if stacked else (self._middle, self._row)
        old.removeWidget(self._verdict)
        new.addWidget(self._verdict, 1)
