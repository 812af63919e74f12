"""What is shown while a workspace opens, is made, restored or brought up to date."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr


class WorkingPane(Pane):
    """What is going on, how far it is where anybody knows, and the way to stop it where there is one."""

    def __init__(self, title: str, *, note: str = "", can_stop: bool = False) -> None:
        super().__init__(title)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.add(self.bar)
        self.note = wrapping(note, role=FontRole.CAPTION, tone="text2")
        self.add(self.note)
        self.cancel = self.offer_leaving(tr("Cancel")) if can_stop else None
        if self.cancel is not None:
            self.start_at(self.cancel)

    def show_progress(self, done: int, total: int) -> None:
        """Shows how far it is; a total of 0 means that nobody knows."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
