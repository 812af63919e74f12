"""A new workspace: our company and a folder; a passphrase only where no keyring keeps the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from vendorrisk.ui.opening.folder_field import PathField
from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.fields import TextField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class NewPane(Pane):
    """Two questions. Whether a passphrase is needed is known a moment after the pane is in sight."""

    wanted = Signal(str, object, object)
    """Company, folder and passphrase (None where the keyring keeps the key)."""

    def __init__(
        self,
        title: str,
        default_folder: Callable[[str], Path],
        pick: Callable[[Path | None], Path | None],
    ) -> None:
        super().__init__(title)
        self._default_folder = default_folder
        self._follows = True
        self._needs_passphrase: bool | None = None
        self.form = Form()
        self.company = self.form.add("company", tr("Our company"), TextField(longest=200), required=True)
        self.folder = PathField(pick)
        self.form.add("folder", tr("Folder"), self.folder, required=True)
        self._secret = Form()
        self.passphrase = _hidden(self._secret, "passphrase", tr("Passphrase"))
        self.repeat = _hidden(self._secret, "repeat", tr("Passphrase again"))
        self._why = wrapping(
            tr(
                "This computer has no keyring that can keep the key: the workspace opens with a passphrase."
                " Several words that you will remember are best."
            ),
            tone="text2",
        )
        for part in (self.form, self._why, self._secret):
            self.add(part)
        self._why.hide()
        self._secret.hide()
        self.make = self.offer(tr("Create workspace"))
        self.offer_leaving()
        self.start_at(self.company)
        self.form.edited.connect(self._on_edited)
        self.make.clicked.connect(self._on_create)
        self.make.disable_because(tr("Looking whether this computer can keep the key…"))
        self.folder.show_path(default_folder(""))

    def ask_passphrase(self, needed: bool) -> None:  # noqa: FBT001  (the answer itself)
        """Takes the answer whether a passphrase is needed; until then nothing can be created."""
        self._needs_passphrase = needed
        self._why.setVisible(needed)
        self._secret.setVisible(needed)
        self.make.disable_because("")

    def keep_folder(self) -> None:
        """Leaves the folder as it is from now on, whatever the company is called."""
        self._follows = False

    def show_problem(self, field: str, what: str, remedy: str) -> None:
        """Writes under a field why it was refused."""
        self.form.show_problem(field, what, remedy)
        self.form.field(field).setFocus()

    def _on_edited(self, key: str) -> None:
        if key == "folder":
            self._follows = False
        elif self._follows:
            self.folder.show_path(self._default_folder(self.company.value()))

    def _on_create(self) -> None:
        passphrase_is_fine = self._passphrase_is_fine()  # both are said at once; the upper gets the focus
        if not (self.form.check() and passphrase_is_fine):
            return
        secret = self.passphrase.line.text() if self._needs_passphrase else None
        self.wanted.emit(self.company.value(), self.folder.path(), secret)

    def _passphrase_is_fine(self) -> bool:
        if not self._needs_passphrase:
            return True
        if not self._secret.check():
            return False
        if self.passphrase.line.text() == self.repeat.line.text():
            return True
        self._secret.show_problem(
            "repeat", tr("The two are not the same."), tr("Type the passphrase once more.")
        )
        self.repeat.setFocus()
        return False


def _hidden(form: Form, key: str, label: str) -> TextField:
    field = TextField(longest=1000)
    field.line.setEchoMode(QLineEdit.EchoMode.Password)
    form.add(key, label, field, required=True)
    return field
