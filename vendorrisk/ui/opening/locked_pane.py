"""A workspace that was locked: its name, and the way back in."""

from __future__ import annotations

from PySide6.QtCore import Signal

from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.words import tr


class LockedPane(Pane):
    """Says that the workspace is locked and that nothing of it is in memory any more."""

    unlocked = Signal()
    """The person wants back in."""

    def __init__(self, company: str) -> None:
        super().__init__(tr("{company} is locked", company=company))
        self.say(tr("Its key is no longer in memory. What you were typing is kept inside the workspace."))
        self.unlock = self.offer(tr("Unlock"))
        self.unlock.clicked.connect(self.unlocked)
        self.offer_leaving(tr("Other workspaces"))
        self.start_at(self.unlock)
