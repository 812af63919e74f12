"""The one door to the person: whatever is told, asked or picked in a dialog goes through here."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QPlainTextEdit, QRadioButton, QWidget

from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.dialogs import MIDDLE, SMALL, Dialog
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


class Messages(Protocol):
    """What a page may say to the person or ask of her."""

    def explain(self, what: str, remedy: str = "", details: str = "") -> None:
        """Tells what happened and what can be done about it."""
        ...

    def confirm(self, question: str, *, yes: str, about: str = "", destroys: bool = False) -> bool:
        """Asks before something that cannot be undone; the button says the verb `yes`."""
        ...

    def choose(self, question: str, options: Sequence[tuple[str, str]], *, yes: str) -> str | None:
        """Asks for one of (key, text) and returns its key, or None if the person leaves."""
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

    def speak_above(self, window: QWidget) -> None:
        """Speaks above this window from now on."""
        self._window = window

    def explain(self, what: str, remedy: str = "", details: str = "") -> None:
        """Tells what happened and what can be done about it; details unfold on demand."""
        dialog = Dialog(self._window, what)
        if remedy:
            dialog.body.addWidget(wrapping(remedy))
        if details:
            _add_details(dialog, details)
        dialog.offer_close()
        dialog.ask()

    def confirm(self, question: str, *, yes: str, about: str = "", destroys: bool = False) -> bool:
        """Asks before something that cannot be undone."""
        dialog = Dialog(self._window, question)
        if about:
            dialog.body.addWidget(wrapping(about))
        dialog.offer(yes, destroys=destroys)
        return dialog.ask()

    def choose(self, question: str, options: Sequence[tuple[str, str]], *, yes: str) -> str | None:
        """Asks for one of several, the first being chosen to begin with."""
        dialog = Dialog(self._window, question, width=SMALL if len(options) < 6 else MIDDLE)
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
        return _path(QFileDialog.getOpenFileName(self._window, title, str(start or ""), kinds)[0])

    def pick_target(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Asks where to write a file."""
        return _path(QFileDialog.getSaveFileName(self._window, title, str(start or ""), kinds)[0])

    def pick_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Asks for a folder."""
        return _path(QFileDialog.getExistingDirectory(self._window, title, str(start or "")))


def _path(picked: str) -> Path | None:
    return Path(picked) if picked else None


def _add_details(dialog: Dialog, details: str) -> None:
    text = QPlainTextEdit(details)
    text.setReadOnly(True)
    text.setAccessibleName(tr("Details"))
    text.setFixedHeight(160)
    text.hide()
    unfold = link(tr("Show details"))

    def toggle() -> None:
        text.setVisible(text.isHidden())
        unfold.setText(tr("Show details") if text.isHidden() else tr("Hide details"))
        dialog.adjustSize()

    unfold.clicked.connect(toggle)
    dialog.body.addWidget(unfold)
    dialog.body.addWidget(text)


@dataclass
class Recorder:
    """Stands in for the dialogs in tests: remembers what was said and gives prepared answers.

    An answer that was not prepared is an error, so that no test passes on a question it did not expect.
    """

    answers: list[Any] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def explain(self, what: str, remedy: str = "", details: str = "") -> None:
        """Remembers what was told."""
        del details
        self.told.append((what, remedy))

    def confirm(self, question: str, *, yes: str, about: str = "", destroys: bool = False) -> bool:
        """Gives the next prepared answer."""
        del yes, about, destroys
        return bool(self._answer(question))

    def choose(self, question: str, options: Sequence[tuple[str, str]], *, yes: str) -> str | None:
        """Gives the next prepared answer, which must be one of the options or None."""
        del yes
        answer = self._answer(question)
        if answer is not None and answer not in {key for key, _text in options}:
            raise AssertionError(f"{answer!r} was not offered for {question!r}")
        return None if answer is None else str(answer)

    def pick_file(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Gives the next prepared path."""
        del kinds, start
        return self._picked(title)

    def pick_target(self, title: str, *, kinds: str = "", start: Path | None = None) -> Path | None:
        """Gives the next prepared path."""
        del kinds, start
        return self._picked(title)

    def pick_folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """Gives the next prepared path."""
        del start
        return self._picked(title)

    def _picked(self, title: str) -> Path | None:
        answer = self._answer(title)
        return None if answer is None else Path(answer)

    def _answer(self, question: str) -> Any:
        self.asked.append(question)
        if not self.answers:
            raise AssertionError(f"Nothing was prepared for {question!r}")
        return self.answers.pop(0)
