"""Unlocking by hand: the passphrase or the recovery code, and why the keyring did not help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.fields import CheckField, TextField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.words import tr


class UnlockPane(Pane):
    """One field for either key. A key that does not fit is said under the field; what was typed stays."""

    typed = Signal(str)
    """The passphrase or recovery code that the person typed."""

    def __init__(self, company: str, why: str, *, passphrase: bool = True) -> None:
        """Takes the name of the workspace, why it is locked, and whether it has a passphrase at all."""
        super().__init__(tr("Unlock {company}", company=company))
        self.say(why)
        self.form = Form()
        label = tr("Passphrase or recovery code") if passphrase else tr("Recovery code")
        self.key = TextField(longest=1000)
        self.key.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.add("key", label, self.key, required=True)
        self.shown = CheckField(tr("Show what I type"))
        self.form.add("shown", "", self.shown)
        self.shown.edited.connect(self._show_or_hide)
        self.add(self.form)
        self.unlock = self.offer(tr("Unlock"))
        self.unlock.clicked.connect(self._on_unlock)
        self.offer_leaving()
        self.start_at(self.key)

    def show_problem(self, what: str, remedy: str) -> None:
        """Says that the key does not fit, and marks it for typing over."""
        self.set_busy(busy=False)
        self.form.show_problem("key", what, remedy)
        self.key.setFocus()
        self.key.line.selectAll()

    def set_busy(self, *, busy: bool) -> None:
        """Keeps the person from trying twice while a key is being tried."""
        self.unlock.disable_because(tr("Trying this key…") if busy else "")
        self.unlock.setText(tr("Trying…") if busy else tr("Unlock"))

    def _show_or_hide(self) -> None:
        mode = QLineEdit.EchoMode.Normal if self.shown.value() else QLineEdit.EchoMode.Password
        self.key.line.setEchoMode(mode)

    def _on_unlock(self) -> None:
        if self.form.check():
            self.set_busy(busy=True)
            self.typed.emit(self.key.line.text())
