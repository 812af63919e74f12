"""The recovery code, shown once: large enough to be written down, and ways to keep it on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.buttons import secondary
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, SPACE_4, SPACE_5
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

    from vendorrisk.ui.widgets.messages import Messages

IN_A_ROW = 4
CLIPBOARD_MS = 60_000
"""Milliseconds after which the code is taken off the clipboard again."""


class CodeView(QWidget):
    """The eight groups with their numbers, and Copy, Save and Print."""

    def __init__(self, code: str, company: str, messages: Messages) -> None:
        super().__init__()
        self._code, self._company, self._messages = code, company, messages
        self.setAccessibleName(tr("Recovery code"))
        self.told = Label("", role=FontRole.CAPTION, tone="text2")
        self.copy = secondary(tr("Copy"), drawing=Icon.COPY)
        self.save = secondary(tr("Save…"), drawing=Icon.DOWNLOAD)
        self.print = secondary(tr("Print…"), drawing=Icon.PRINT)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for button in (self.copy, self.save, self.print):
            row.addWidget(button)
        row.addWidget(self.told)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(self._groups())
        column.addLayout(row)

    def text(self) -> str:
        """Returns what is saved and printed: the code with what it is for."""
        lines = (
            tr("Recovery code of the vendorrisk workspace of {company}", company=self._company),
            self._code,
            tr("Keep it on paper, away from the computer. It opens the workspace when nothing else does."),
        )
        return "\n\n".join(lines) + "\n"

    def _groups(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_5)
        grid.setVerticalSpacing(SPACE_1)
        for place, group in enumerate(self._code.split("-")):
            row, column = divmod(place, IN_A_ROW)
            number = Label(str(place + 1), role=FontRole.CAPTION, tone="text3")
            letters = Label(group, role=FontRole.FIGURE)
            letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(number, 2 * row, column)
            grid.addWidget(letters, 2 * row + 1, column)
        grid.setColumnStretch(IN_A_ROW, 1)
        return grid

    def _copy(self) -> None:
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(self._code)
        QTimer.singleShot(CLIPBOARD_MS, clipboard, partial(_clear, clipboard, self._code))
        self.told.setText(tr("On the clipboard for one minute"))

    def _save(self) -> None:
        path = self._messages.pick_target(tr("Save the recovery code"), kinds=tr("Text (*.txt)"))
        if path is None:
            return
        with replace_file(path) as file:
            file.write(self.text().encode())
        self.told.setText(tr("Saved. Print it, then delete the file"))

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument  # noqa: PLC0415  (slow import)
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  (slow import)

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setPlainText(self.text())
            document.print_(printer)
            self.told.setText(tr("Sent to the printer"))


def _clear(clipboard: QClipboard, code: str) -> None:
    if clipboard.text() == code:
        clipboard.clear()
