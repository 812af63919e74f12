"""The line at the foot: what was saved, what can be undone, what is running, and the keys of this page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.labels import ElidingLabel
from vendorrisk.ui.widgets.panels import announce
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import STATUS_BAR
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

START: Final = 14
LINK_PADDING: Final = 4
_HINT_GAP = "    "


class StatusBar(QFrame):
    """Says quietly what a person would otherwise have to ask: is it saved, and can I take it back?"""

    undo = Signal()
    """The person wants the last step taken back."""
    cancel = Signal()
    """The person wants the running job stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setAccessibleName(tr("Status"))
        current_theme().keep_height(self, STATUS_BAR)
        self._saved = ElidingLabel(tone="text2")
        self._undo = link("")
        self._undo.clicked.connect(self.undo)
        self._undo.hide()
        self._job = _JobLine()
        self._job.cancel.connect(self.cancel)
        self._hints = ElidingLabel(tone="text2")
        row = self._row = QHBoxLayout(self)
        row.setSpacing(2)
        row.addWidget(self._saved)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._job)
        row.addSpacing(16)
        row.addWidget(self._hints)
        self._begin_with("")

    def say_saved(self, text: str) -> None:
        """Shows "Saved 14:02", or whatever is true about the last change."""
        self._saved.setText(text)
        self._begin_with(text)
        announce(self, text)

    def take_back(self, text: str) -> None:
        """Says it no longer, if it is what stands there."""
        if text and self._saved.text() == text:
            self._saved.setText("")
            self._begin_with("")

    def _begin_with(self, text: str) -> None:
        """Lets the first words start on one line, be they what was saved or, before that, the offer."""
        self._saved.setVisible(bool(text))
        self._row.setContentsMargins(START - (0 if text else LINK_PADDING), 0, 12, 0)

    def offer_undo(self, step: str) -> None:
        """Offers to take back a step, named in words; nothing to take back hides the offer."""
        self._undo.setText(tr("Undo: {step}", step=step) if step else "")
        self._undo.setVisible(bool(step))

    def undo_text(self) -> str:
        """Returns what the offer says."""
        return self._undo.text()

    def set_hints(self, hints: Sequence[str]) -> None:
        """Names the keys of this page, or another short remark about it."""
        self._hints.setText(_HINT_GAP.join(hints))

    def show_job(self, label: str, done: int, total: int) -> None:
        """Shows what is running and how far it is; a total of 0 means that nobody knows."""
        self._job.say(label, done, total)

    def end_job(self) -> None:
        """Shows that nothing is running any more."""
        self._job.hide()

    def job_text(self) -> str:
        """Returns what is said about the running job; nothing if there is none."""
        return self._job.text()


class _JobLine(QWidget):
    cancel = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidingLabel(tone="text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        stop = link(tr("Cancel"))
        stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(stop)
        self.hide()

    def say(self, label: str, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        share = f"{label} {100 * done // total} %" if total else label
        self._words.setText(share)
        self.setAccessibleName(share)
        self.show()

    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()
