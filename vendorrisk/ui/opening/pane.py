"""What takes the place of the list while something begins: a heading, what is asked or told, and verbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import Button, primary, secondary
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, SPACE_5
from vendorrisk.ui.widgets.words import tr


class Pane(QFrame):
    """A panel with its verbs at the foot; Esc leads back to the list, Enter does what the pane is for."""

    left = Signal()
    """The person wants back to the list."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)  # for the desktop's own look; the sheet draws another
        self.setProperty("frame", "panel")
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_5, SPACE_5 - 4, SPACE_5, SPACE_5)
        self._column.setSpacing(SPACE_3)
        self.heading = wrapping(title, role=FontRole.PANEL_TITLE, tone="text")
        self._column.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_3)
        self._column.addLayout(self.body)
        self._column.addSpacing(SPACE_2)
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(SPACE_2)
        foot = QHBoxLayout()
        foot.addLayout(self._verbs)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self.verb: Button | None = None

    def say(self, text: str) -> None:
        """Adds a paragraph."""
        if text:
            self.body.addWidget(wrapping(text))

    def offer(self, text: str) -> Button:
        """Adds what the pane is for; Enter means this."""
        self.verb = primary(text)
        self._add(self.verb)
        return self.verb

    def offer_also(self, text: str) -> Button:
        """Adds another verb."""
        button = secondary(text)
        self._add(button)
        return button

    def offer_leaving(self, text: str = "") -> Button:
        """Adds the way back, as the last verb."""
        button = secondary(text or tr("Cancel"))
        button.clicked.connect(self.left)
        self._add(button)
        return button

    def add(self, widget: QWidget) -> None:
        """Adds a part between the texts and the verbs."""
        self.body.addWidget(widget)

    def start_at(self, widget: QWidget) -> None:
        """Says where the keyboard is when the pane comes into sight."""
        self.setFocusProxy(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter does the verb."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.verb is not None:
            self.verb.click()
        else:
            super().keyPressEvent(event)

    def _add(self, button: Button) -> None:
        self._verbs.addWidget(button)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a verb means that verb, whichever the pane is for."""
        if (
            isinstance(watched, Button)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)
