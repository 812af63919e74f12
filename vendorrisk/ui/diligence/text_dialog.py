"""A text to take along: shown, corrected if need be, and put on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fields import MultiLineField
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LINES = 14


class TextDialog(Dialog):
    """Copying closes it; nothing is sent from here."""

    def __init__(self, parent: QWidget, title: str, about: str, text: str) -> None:
        super().__init__(parent, title, width=MIDDLE)
        self.body.addWidget(wrapping(about))
        self.text = MultiLineField(lines=LINES)
        self.text.control.setAccessibleName(title)
        self.text.load(text)
        self.body.addWidget(self.text)
        self.verb = self.offer(tr("Copy"), no=tr("Close"))

    def accept(self) -> None:
        """Copies the text and closes."""
        QGuiApplication.clipboard().setText(self.text.value())
        super().accept()
