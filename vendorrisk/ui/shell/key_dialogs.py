"""Dialogs about keys: a passphrase, a recovery code to write down, to confirm, or to test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from vendorrisk.domain.message import UserError
from vendorrisk.ui.shell.checked_dialog import CheckedDialog
from vendorrisk.ui.shell.code_view import CodeView
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fields import TextField
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.custody import confirm_recovery
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.workspace.custody import Custody

WHOLE = "code"


class PassphraseDialog(CheckedDialog):
    """A passphrase, typed twice."""

    def __init__(self, parent: QWidget) -> None:
        about = tr("Opens the workspace on any computer. Several words that you will remember are best.")
        super().__init__(parent, tr("Set a passphrase"), about=about)
        for key, label in (("first", tr("Passphrase")), ("again", tr("Passphrase again"))):
            field = TextField(longest=1000)
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
            self.form.add(key, label, field, required=True)
        self.offer(tr("Set passphrase"))

    def is_fine(self) -> bool:
        """Whether both are the same."""
        if self.typed("first") == self.typed("again"):
            return True
        self.form.show_problem("again", tr("The two are not the same."), tr("Type the passphrase once more."))
        return False

    def typed(self, key: str) -> str:
        """Returns what was typed, blanks included."""
        field = self.form.field(key)
        return field.line.text() if isinstance(field, TextField) else ""


def ask_passphrase(parent: QWidget) -> str | None:
    """Asks for a new passphrase; none if the person leaves."""
    dialog = PassphraseDialog(parent)
    return dialog.typed("first") if dialog.ask() else None


def show_code(parent: QWidget, context: Context, code: str) -> None:
    """Shows a new recovery code, once."""
    with context.office.book.reading() as reader:
        company = settings_of(reader).company
    dialog = Dialog(parent.window(), tr("Write down the new recovery code"), width=MIDDLE)
    about = tr("It is shown only now. The old code works until you confirm this one.")
    dialog.body.addWidget(wrapping(about))
    dialog.body.addWidget(CodeView(code, company, context.messages))
    dialog.offer_close(tr("I have written it down"))
    dialog.ask()


class CodeDialog(CheckedDialog):
    """A recovery code, whole or two groups of it; one that is wrong keeps the dialog open."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        about: str,
        verb: str,
        groups: tuple[int, ...],
        attempt: Callable[[str | Mapping[int, str]], None],
        say: Callable[[UserError], tuple[str, str]],
    ) -> None:
        super().__init__(parent, title, about=about, width=MIDDLE)
        self._groups, self._attempt, self._say = groups, attempt, say
        for number in groups:
            self.form.add(
                str(number), tr("Group {number}", number=number), TextField(longest=12), required=True
            )
        if not groups:
            self.form.add(WHOLE, tr("Recovery code"), TextField(longest=100), required=True)
        self.offer(verb)

    def is_fine(self) -> bool:
        """Tries what was typed, and says what is wrong with it."""
        values = self.form.values()
        typed = {number: values[str(number)] for number in self._groups} if self._groups else values[WHOLE]
        try:
            self._attempt(typed)
        except UserError as error:
            self.form.show_problem(str(self._groups[-1]) if self._groups else WHOLE, *self._say(error))
            return False
        return True


def confirm_code(parent: QWidget, context: Context, custody: Custody, *, done: Callable[[], None]) -> None:
    """Lets the person prove that she has the recovery code; older codes stop working then."""
    groups = custody.groups_to_confirm()
    about = (
        tr("Type these two groups from your paper.")
        if groups
        else tr("Type the whole code from your paper. Small and capital letters and hyphens do not matter.")
    )
    dialog = CodeDialog(
        parent, tr("Confirm the recovery code"), about, tr("Confirm"), groups,
        lambda typed: confirm_recovery(context.office, custody, typed), _sayer(context),
    )  # fmt: skip
    if dialog.ask():
        context.changes.happened.emit()
        context.tell(tr("The recovery code is confirmed"))
        done()


def test_code(parent: QWidget, context: Context, custody: Custody) -> None:
    """Tries a recovery code without changing anything."""
    dialog = CodeDialog(
        parent, tr("Test the recovery code"), tr("Nothing is changed by this."), tr("Test"), (),
        lambda typed: custody.try_recovery_code(str(typed)), _sayer(context),
    )  # fmt: skip
    if dialog.ask():
        context.tell(tr("This recovery code opens the workspace"))


def _sayer(context: Context) -> Callable[[UserError], tuple[str, str]]:
    return lambda error: (context.say(error.what), context.say(error.remedy))
