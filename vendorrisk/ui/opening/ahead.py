"""Loads what an opening needs while somebody looks at the Welcome page: no click waits for it."""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vendorrisk.ui.widgets.frame import WindowStore

FOR_OPENING = (
    "vendorrisk.ui.opening.hall", "vendorrisk.ui.opening.doorway", "vendorrisk.ui.opening.entering",
    "vendorrisk.ui.opening.working_pane", "vendorrisk.ui.shell.doors", "vendorrisk.ui.shell.session",
    "vendorrisk.ui.diligence.drops", "PySide6.QtSvg",
)  # fmt: skip
TURN_MS = 15
"""Milliseconds between two modules, for keys and the mouse."""


class Ahead(QObject):
    """Loads the office in a thread of its own, then the window's modules one by one between two events."""

    def __init__(self, office: Callable[[], None], modules: Iterator[str]) -> None:
        super().__init__()
        self._office = Thread(target=office, name="loading-ahead")
        self._modules = modules
        self.is_done = False
        self._turn = QTimer(self)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._load_next)

    def start(self) -> None:
        """Begins; what is wanted before its turn is simply loaded by whoever wants it."""
        self._office.start()
        self._turn.start()

    def stop(self) -> None:
        """Loads nothing more: it is wanted now, by whoever opens a workspace, or not at all."""
        self._turn.stop()

    def _load_next(self) -> None:
        if self._office.is_alive():
            return
        name = next(self._modules, None)
        if name is None:
            self.is_done = True
            self._turn.stop()
        else:
            import_module(name)


def window_modules(store: WindowStore) -> Iterator[str]:
    """The modules that show an open workspace at the place where it was left, each as it is asked for."""
    yield from FOR_OPENING
    from vendorrisk.ui.shell.commands import stage_modules  # noqa: PLC0415  (not needed to start)
    from vendorrisk.ui.shell.places import LAST_PLACE, first_spot  # noqa: PLC0415  (not needed to start)

    yield from stage_modules()
    yield first_spot(store.get(LAST_PLACE)).whole_module
