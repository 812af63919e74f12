"""A field for a folder or a file: typed, or picked in the system's own dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.ui.opening.recent_list import shortened
from vendorrisk.ui.widgets.buttons import secondary
from vendorrisk.ui.widgets.dates import Unreadable
from vendorrisk.ui.widgets.fields import TextField
from vendorrisk.ui.widgets.labels import tip
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable


class PathField(TextField):
    """A path that must be absolute; `pick` asks for one, starting from what is typed."""

    def __init__(self, pick: Callable[[Path | None], Path | None]) -> None:
        super().__init__()
        self._pick = pick
        self.choose = secondary(tr("Choose…"))
        self.choose.clicked.connect(self._ask)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.choose)

    def path(self) -> Path | None:
        """Returns the path, none while the field is empty."""
        typed = self.value()
        return Path(typed).expanduser() if typed else None

    def show_value(self, value: str | None) -> None:
        """Shows the end of a path, where the name is, with one's own folder as ~; the tip has it whole."""
        self.line.setText(shortened(Path(value)) if value else "")
        self.line.setCursorPosition(len(self.line.text()))
        self.line.setToolTip(tip(value or ""))

    def show_path(self, path: Path | None) -> None:
        """Shows a path as it is."""
        self.load(str(path) if path else "")

    def problem(self) -> Unreadable | None:
        """Returns a sentence if the path does not say where it begins."""
        path = self.path()
        if path is None or path.is_absolute():
            return None
        return Unreadable(
            what=tr("This path is not complete."),
            remedy=tr("Enter it from the root of the disk, or choose it."),
        )

    def _ask(self) -> None:
        picked = self._pick(self.path())
        if picked is not None:
            self.line.setText(str(picked))
            self.edited.emit()
            self.commit()
