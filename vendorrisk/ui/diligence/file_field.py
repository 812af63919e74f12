"""A field for one file: its name, and the button that picks another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from vendorrisk.ui.register.entries import Ask
from vendorrisk.ui.widgets.buttons import secondary
from vendorrisk.ui.widgets.fields import Field
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.shell.context import Context


class FileField(Field):
    """Holds the path of a file that exists, or none."""

    def __init__(self, pick: Callable[[], Path | None]) -> None:
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(tr("No file yet"))
        super().__init__(self.line)
        self._pick = pick
        self._path: Path | None = None
        self.button = secondary(tr("Choose…"))
        self.button.clicked.connect(self._choose)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.button)

    def value(self) -> Path | None:
        """Returns the file."""
        return self._path

    def show_value(self, value: Path | None) -> None:
        """Shows a file by its name; the tip has its place."""
        self._path = value
        self.line.setText(value.name if value else "")
        self.line.setToolTip(str(value.parent) if value else "")

    def _choose(self) -> None:
        chosen = self._pick()
        if chosen is not None:
            self.show_value(chosen)
            self.edited.emit()
            self.commit()


def file(context: Context) -> Ask:
    """A file of this machine."""
    return Ask(
        make=lambda: FileField(lambda: context.messages.pick_file(tr("File"))),
        show=lambda value: value,
        text=lambda value: str(value) if value else "",
        back=lambda text: Path(text) if text else None,
    )
