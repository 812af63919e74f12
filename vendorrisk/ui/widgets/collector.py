"""Rubbish is collected in the window's thread only, and never in the middle of a painting."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 10_000


class Collector(QObject):
    """Takes the automatic collection over and does it between two events.

    Left to itself, Python collects wherever it happens to be: in a worker's thread, where deleting
    a widget ends the process, or inside the paint event of the very widget it deletes.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    def collect_if_due(self) -> None:
        """Collects the generations that Python itself would have collected by now."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def collect_soon(self) -> None:
        """Collects everything after this event: what was read from a workspace is not to outlive its lock."""
        QTimer.singleShot(0, self, gc.collect)

    def give_back(self) -> None:
        """Leaves the collection to Python again."""
        self._timer.stop()
        gc.enable()
