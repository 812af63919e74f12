"""The window before a workspace is open: the Welcome page, its size and place, and the text size keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from vendorrisk.ui.opening.welcome_page import WelcomePage
from vendorrisk.ui.widgets.tokens import WINDOW_DEFAULT, WINDOW_MINIMUM
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from vendorrisk.ui.widgets.frame import WindowStore

ROOM_FOR_TITLE = 40
"""Pixels that a desktop may need for the title bar of a window that fits its screen."""
SETTLE_MS = 200
_GEOMETRY = "welcome.geometry"


class WelcomeWindow(QMainWindow):
    """Shows the Welcome page and nothing that is not needed for it."""

    settled = Signal()
    """The window has been in sight for a moment; what can wait may be loaded now."""
    closing = Signal()

    def __init__(self, store: WindowStore) -> None:
        super().__init__()
        self.setWindowTitle(tr("vendorrisk"))
        self.setMinimumSize(*WINDOW_MINIMUM)
        self._store = store
        self._was_shown = False
        self.page = WelcomePage()
        self.setCentralWidget(self.page)
        self._restore_geometry()

    def add_keys(self, keys: dict[str, Callable[[], None]]) -> None:
        """Lets keys work in this window that no row stands for, such as those of the text size."""
        for sequence, run in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(run)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells, some time after the first picture is out, that loading may go on."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(SETTLE_MS, self, self.settled.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers size and place."""
        geometry = self.saveGeometry().toBase64().data().decode("ascii")  # type: ignore[union-attr]
        self._store.put(_GEOMETRY, geometry)
        self.closing.emit()
        super().closeEvent(event)

    def _restore_geometry(self) -> None:
        kept = self._store.get(_GEOMETRY)
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
            screen = QGuiApplication.primaryScreen().availableSize()
            width, height = WINDOW_DEFAULT
            self.resize(min(width, screen.width()), min(height, screen.height() - ROOM_FOR_TITLE))
