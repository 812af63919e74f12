"""What happens when the program itself is at fault: a report on disk, and a last dialog that says where."""

from __future__ import annotations

import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from vendorrisk.app.crash_report import keep_report, report_text
from vendorrisk.domain.message import UserError
from vendorrisk.ui.widgets.messages import WindowMessages
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from vendorrisk.app.outside import Outside

WIDTH = 560


class CrashHook(QObject):
    """Takes every exception that nothing else handles, from whatever thread."""

    def __init__(self, outside: Callable[[], Outside]) -> None:
        super().__init__()
        self._outside = outside
        self._dialog: LastDialog | None = None
        self._explains = False

    def install(self) -> None:
        """Takes over from Python's own hooks."""
        sys.excepthook = self.caught
        threading.excepthook = lambda told: self.caught(told.exc_type, told.exc_value, told.exc_traceback)

    def caught(
        self, kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keeps a report of a bug and shows the last dialog; Ctrl+C in a terminal ends the program.

        What a person can mend, such as a disk that is full, is no bug wherever it was met: it is explained.
        """
        if isinstance(bug, UserError):
            QTimer.singleShot(0, self, partial(self._explain, bug))
            return
        if issubclass(kind, KeyboardInterrupt) or bug is None:
            sys.__excepthook__(kind, bug or kind(), trace)
            return
        try:
            report = keep_report(bug, self._outside())
        except OSError:
            sys.__excepthook__(kind, bug, trace)
            return
        sys.stderr.write(tr("vendorrisk met a fault of its own. Report: {path}", path=report) + "\n")
        if QApplication.instance() is not None:
            QTimer.singleShot(0, self, partial(self._show, report, report_text(bug)))

    def _explain(self, error: UserError) -> None:
        if self._explains:
            return  # a timer may meet the same trouble again before the person has read of it
        self._explains = True
        try:
            say = self._outside().words.say
            where = f"{error.where}: " if error.where else ""
            window = QApplication.activeWindow()
            WindowMessages(window).explain(where + say(error.what), say(error.remedy))
        finally:
            self._explains = False

    def _show(self, report: Path, text: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return  # one is enough: the others are in the folder
        self._dialog = LastDialog(report, text)
        self._dialog.show()


class LastDialog(QDialog):
    """Says that the program is at fault, and where the report lies; made of plain parts only."""

    def __init__(self, report: Path, text: str) -> None:
        super().__init__()
        self.setWindowTitle(tr("vendorrisk"))
        self.setMinimumWidth(WIDTH)
        self._report = report
        self._text = text
        words = QLabel(
            tr(
                "This is a fault of vendorrisk, not of yours. What was shown as saved is saved. The report"
                " names places in the program and nothing of your data; nothing was sent to anybody."
            )
        )
        words.setWordWrap(True)
        told = QPlainTextEdit(text)
        told.setReadOnly(True)
        told.setAccessibleName(tr("Report"))
        buttons = QHBoxLayout()
        self.copy = self._button(tr("Copy"), self._copy)
        self.folder = self._button(tr("Open folder"), self._open_folder)
        close = self._button(tr("Close"), self.accept)
        close.setDefault(True)
        for button in (self.copy, self.folder, close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        for part in (words, told):
            column.addWidget(part)
        column.addLayout(buttons)

    def _button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(run)
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.parent)))
