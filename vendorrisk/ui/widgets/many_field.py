"""A field for several of a list: one box each, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from vendorrisk.ui.widgets.fields import Field
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_4

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent

COLUMNS: Final = 2
LONG: Final = 32
"""Letters beyond which a text needs the whole width of a form."""


class _Boxes(QWidget):
    """Hands the focus to its first box."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.boxes:
            next(iter(self.boxes.values())).setFocus(event.reason())


class ManyField(Field):
    """Any number of (key, text) options; its value holds the keys that are ticked, in their order."""

    def __init__(self, options: Sequence[tuple[str, str]], *, columns: int = COLUMNS) -> None:
        """Takes the options; where one of them is long, all stand in one column."""
        if any(len(text) > LONG for _key, text in options):
            columns = 1
        self._grid = _Boxes()
        super().__init__(self._grid)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 5, 0, 5)
        grid.setHorizontalSpacing(SPACE_4)
        grid.setVerticalSpacing(SPACE_2)
        rows = -(-len(options) // columns)
        for place, (key, text) in enumerate(options):
            box = QCheckBox(text)
            box.clicked.connect(self._on_click)
            self._grid.boxes[key] = box
            grid.addWidget(box, place % rows, place // rows)
        if self._grid.boxes:
            self.setFocusProxy(next(iter(self._grid.boxes.values())))

    def box(self, key: str) -> QCheckBox:
        """Returns the box of one option."""
        return self._grid.boxes[key]

    def value(self) -> tuple[str, ...]:
        """Returns the keys of what is ticked."""
        return tuple(key for key, box in self._grid.boxes.items() if box.isChecked())

    def show_value(self, value: Iterable[str] | None) -> None:
        """Ticks these and no others."""
        wanted = set(value or ())
        for key, box in self._grid.boxes.items():
            box.setChecked(key in wanted)

    def _on_click(self) -> None:
        self.edited.emit()
        self.commit()
