"""Widgets that draw themselves and take a size from the height of their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object  # two widget classes cannot be mixed


class Measured(_Widget):
    """Mixed into a widget, before its Qt class: measures again in another text size."""

    def changeEvent(self, event: QEvent) -> None:
        """Asks for the room of the new size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
