"""The sheet of keys, and what this program is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from vendorrisk import __version__
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, key_hint, wrapping
from vendorrisk.ui.widgets.shortcuts import plain
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, SPACE_4, SPACE_5
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.widgets.shortcuts import Commands

IN_TABLES = (
    ("Ctrl+F", mark("Filter")),
    ("Enter", mark("Open the row")),
    ("Space", mark("Quick look")),
    ("F2", mark("Edit")),
    ("Ctrl+C", mark("Copy for Excel")),
    ("Ctrl+Shift+C", mark("Copy with column names")),
    ("Ctrl+A", mark("Select all")),
    ("F9", mark("Panel at the right")),
    ("F5", mark("Reload")),
    ("Esc", mark("Clear the filter, or close")),
)
"""Keys that belong to whatever has the keyboard, so that no menu holds them."""

_LEAST_HEIGHT, _SHEET_HEIGHT = 120, 460
"""How high the list is where the screen is low or its text large, and where there is room."""


class KeysDialog(Dialog):
    """Every key of the program on one sheet, menu by menu."""

    def __init__(self, parent: QWidget | None, commands: Commands, hints: Sequence[str] = ()) -> None:
        super().__init__(parent, tr("Keyboard"), width=MIDDLE)
        self._sheet = QWidget()
        self._grid = QGridLayout(self._sheet)
        self._grid.setContentsMargins(0, 0, SPACE_4, 0)
        self._grid.setVerticalSpacing(SPACE_1)
        self._grid.setHorizontalSpacing(SPACE_5)
        self._grid.setColumnStretch(1, 1)
        self._fill(commands, hints)
        self.body.addWidget(_scrolled(self._sheet))
        self.offer_close()

    def rows(self) -> list[str]:
        """Returns what the sheet says, a text for each line."""
        return [label.text() for label in self._sheet.findChildren(Label)]

    def _fill(self, commands: Commands, hints: Sequence[str]) -> None:
        if hints:
            self._add_heading(tr("On this page"))
            for hint in hints:
                keys, _, what = hint.partition(": ")
                self._add_row(keys, what)
        menu = ""
        for command in commands:
            keys = commands.shortcut_text(command.key)
            if not keys:
                continue
            if command.menu != menu:
                menu = command.menu
                self._add_heading(plain(menu))
            self._add_row(keys, plain(command.text))
        self._add_heading(tr("In tables and lists"))
        for keys, what in IN_TABLES:
            self._add_row(keys, tr(what))

    def _add_heading(self, text: str) -> None:
        title = Label(text, role=FontRole.STRONG)
        title.setContentsMargins(0, SPACE_2 if self._grid.count() else 0, 0, 0)
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)

    def _add_row(self, keys: str, what: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(key_hint(keys), row, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(Label(what), row, 1)


class AboutDialog(Dialog):
    """Version, what the program never does, and the licences of what it is made of."""

    def __init__(self, parent: QWidget | None, licences: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, tr("vendorrisk {version}", version=__version__), width=MIDDLE)
        for text in (
            tr("Assesses, tracks and announces sub-processors, over one encrypted workspace."),
            tr("It opens no network connection, looks for no updates and reports nothing to anybody."),
            tr("Licence: Apache-2.0. It uses Qt and PySide under the LGPL 3.0: you may put other builds "
               "of them in their place. The parts below keep their own licences."),
        ):  # fmt: skip
            self.body.addWidget(wrapping(text))
        self.body.addSpacing(SPACE_2)
        self.body.addWidget(_scrolled(_licence_list(licences)))
        self.offer_close()


def _licence_list(licences: Sequence[tuple[str, str]]) -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, SPACE_4, 0)
    grid.setVerticalSpacing(SPACE_1)
    grid.setHorizontalSpacing(SPACE_5)
    grid.setColumnStretch(1, 1)
    for row, (component, licence) in enumerate(licences):
        grid.addWidget(Label(component), row, 0)
        grid.addWidget(wrapping(licence), row, 1)
    return sheet


def _scrolled(sheet: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(tr("List"))
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(sheet)
    column.addStretch(1)
    area.setWidget(holder)
    high = holder.sizeHint().height() + SPACE_2
    area.setMinimumHeight(min(_LEAST_HEIGHT, high))
    area.setMaximumHeight(min(_SHEET_HEIGHT, high))
    return area
