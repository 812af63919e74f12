"""The one door to the person: whatever is told, asked or picked in a dialog goes through here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPlainTextEdit, QRadioButton, QWidget

from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.choice_dialog import pick_one
from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW: Final = 6
"""How many options still stand below each other as radio buttons."""

SHOWN_AT_ONCE: Final = 8
"""Lines of details that are read without being asked for."""


class Messages(Protocol):
    """What a page may say to the person or ask of her."""

    def explain(self, what: str, remedy: str = "", details: str = "") -> None:
        """Tells what happened and what can be done about it."""
        ...

    def confirm(
        self, question: str, *, yes: str, no: str = "", about: str = "", destroys: bool = False
    ) -> bool:
        """Asks before something that cannot be undone; the buttons say the verb `yes`, and `no` or Cancel."""
        ...

    def choose(
        self, question: str, options: Sequence[tuple[str, ...]], *, yes: str, titles: Sequence[str] = ()
    ) -> str | None:
        """Asks for one of (key, text) and returns its key, or None if the person leaves.

        With `titles` every option has a text for each of these columns.
        """
        ...

    def pick_file(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Asks for a file that exists; `kinds` as in "Excel workbooks (*.xlsx)"."""
        ...

    def pick_target(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Asks where to write a file; replacing one is asked by the picker itself."""
        ...

    def pick_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Asks for a folder."""
        ...


class WindowMessages:
    """Speaks through dialogs above a window."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window
        self._folder: Path | None = None

    def speak_above(self, window: QWidget) -> None:
        """Speaks above this window from now on."""
        self._window = window

    def explain(self, what: str, remedy: str = "", details: str = "") -> None:
        """Tells what happened and what can be done about it; details of many lines unfold on demand."""
        dialog = Dialog(self._window, what)
        if remedy:
            dialog.body.addWidget(wrapping(remedy))
        if details:
            _add_details(dialog, details)
        dialog.offer_close()
        dialog.ask()

    def confirm(
        self, question: str, *, yes: str, no: str = "", about: str = "", destroys: bool = False
    ) -> bool:
        """Asks before something that cannot be undone."""
        dialog = Dialog(self._window, question)
        if about:
            dialog.body.addWidget(wrapping(about))
        dialog.offer(yes, no=no, destroys=destroys)
        return dialog.ask()

    def choose(
        self, question: str, options: Sequence[tuple[str, ...]], *, yes: str, titles: Sequence[str] = ()
    ) -> str | None:
        """Asks for one of several, the first being chosen to begin with: a few as buttons, more as a list."""
        if titles or len(options) > FEW:
            return pick_one(self._window, question, options, yes=yes, titles=titles)
        dialog = Dialog(self._window, question)
        group = QButtonGroup(dialog)
        for number, (_key, text) in enumerate(options):
            button = QRadioButton(text)
            button.setChecked(number == 0)
            group.addButton(button, number)
            dialog.body.addWidget(button)
        dialog.offer(yes)
        return options[group.checkedId()][0] if dialog.ask() else None

    def pick_file(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Asks for a file that exists."""
        return self._picked(QFileDialog.getOpenFileName(self._window, title, self._begin(start), kinds)[0])

    def pick_target(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Asks where to write a file."""
        return self._picked(QFileDialog.getSaveFileName(self._window, title, self._begin(start), kinds)[0])

    def pick_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Asks for a folder."""
        return self._picked(QFileDialog.getExistingDirectory(self._window, title, self._begin(start)))

    def _begin(self, start: Path | None) -> str:
        """Where a file dialog begins: in the folder of the last one, at first in the person's documents."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or Path(QStandardPaths.writableLocation(documents))
        return str(folder / (start or ""))

    def _picked(self, picked: str) -> Path | None:
        if not picked:
            return None
        path = Path(picked)
        self._folder = path if path.is_dir() else path.parent
        return path


def _add_details(dialog: Dialog, details: str) -> None:
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setAccessibleName(tr("Details"))
    text.setFixedHeight(160)
    text.setHidden(details.count("\n") >= SHOWN_AT_ONCE)
    unfold = link(tr("Show details") if text.isHidden() else tr("Hide details"))

    def toggle() -> None:
        text.setVisible(text.isHidden())
        unfold.setText(tr("Show details") if text.isHidden() else tr("Hide details"))
        dialog.adjustSize()

    unfold.clicked.connect(toggle)
    dialog.body.addWidget(unfold)
    dialog.body.addWidget(text)
