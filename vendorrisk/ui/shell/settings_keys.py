"""Settings, Keys: how the workspace opens. No key is ever shown but a new recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.shell import key_dialogs
from vendorrisk.ui.widgets.buttons import Button, secondary
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.panels import Banner, Mark, Panel
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3, SPACE_4, Kind
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind
from vendorrisk.usecases.workspace.secret_keeper import KeeperState
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.workspace.custody import Custody, Ways


class KeysTab(QWidget):
    """Three ways to open, each with its state in words and what can be done about it."""

    def __init__(self, context: Context, custody: Custody) -> None:
        super().__init__()
        self.context = context
        self.custody = custody
        alarm = tr("Nothing but the recovery code opens this workspace. Set a passphrase.")
        self.only_recovery = Banner(Kind.SERIOUS, alarm, closable=False)
        self.keyring = Way()
        self.passphrase = Way()
        self.recovery = Way()
        self.keep = self.keyring.add(tr("Keep the key here"), self._keep)
        self.forget = self.keyring.add(tr("Forget it here"), self._forget)
        self.change = self.passphrase.add(tr("Set passphrase…"), self._set_passphrase)
        self.confirm = self.recovery.add(tr("Confirm…"), self.confirm_code)
        self.test = self.recovery.add(tr("Test…"), self._test_code)
        self.renew = self.recovery.add(tr("New code…"), self._new_code)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.only_recovery)
        for title, way in (
            (tr("This computer’s keyring"), self.keyring),
            (tr("Passphrase"), self.passphrase),
            (tr("Recovery code"), self.recovery),
        ):
            panel = Panel(title)
            panel.add(way)
            column.addWidget(panel)
        column.addStretch(1)
        self.only_recovery.hide()

    def reload(self) -> None:
        """Asks in another thread how the workspace opens, and shows it."""
        self.context.run(
            tr("Asking the keyring"), lambda _progress: self.custody.ways(), self._show, refresh=False
        )

    def confirm_code(self) -> None:
        """Lets the person prove that she has the recovery code."""
        key_dialogs.confirm_code(self, self.context, self.custody, done=self._changed)

    def _show(self, ways: Ways) -> None:
        with self.context.office.book.reading() as reader:
            confirmed = settings_of(reader).recovery_confirmed
        self.only_recovery.setVisible(ways.only_recovery)
        self._show_keyring(ways)
        has_one = SlotKind.PASSPHRASE in ways.slots
        self.passphrase.tell(
            Kind.GOOD if has_one else Kind.NEUTRAL,
            tr("Opens the workspace on any computer.") if has_one else tr("None is set."),
        )
        self.change.setText(tr("Change passphrase…") if has_one else tr("Set passphrase…"))
        self.recovery.tell(
            Kind.GOOD if confirmed else Kind.WARN,
            tr("You have confirmed that you keep it.") if confirmed else tr("Not confirmed yet."),
        )

    def _show_keyring(self, ways: Ways) -> None:
        if ways.here:
            self.keyring.tell(Kind.GOOD, tr("Opens the workspace here without typing."))
        elif ways.keyring_there:
            self.keyring.tell(Kind.NEUTRAL, tr("Does not know this workspace."))
        else:
            self.keyring.tell(Kind.NEUTRAL, tr("There is no keyring here that could keep a key safely."))
        self.keep.setVisible(ways.keyring_there and not ways.here)
        self.forget.setVisible(ways.here)

    def _keep(self) -> None:
        self._work(tr("Telling the keyring"), self.custody.remember_here, self._kept)

    def _kept(self, state: KeeperState) -> None:
        if state is not KeeperState.STORED:
            self.context.messages.explain(
                tr("The keyring did not take the key."),
                tr("Unlock it and try again. The other ways to open the workspace still work."),
            )
        self._changed()

    def _forget(self) -> None:
        self._work(tr("Telling the keyring"), self.custody.forget_here, lambda _count: self._changed())

    def _set_passphrase(self) -> None:
        typed = key_dialogs.ask_passphrase(self)
        if typed is not None:
            self._work(
                tr("Setting the passphrase"), lambda: self.custody.set_passphrase(typed),
                lambda _nothing: self._changed(tr("The passphrase is set")),
            )  # fmt: skip

    def _test_code(self) -> None:
        key_dialogs.test_code(self, self.context, self.custody)

    def _new_code(self) -> None:
        self._work(tr("Making a recovery code"), self.custody.new_recovery_code, self._show_code)

    def _show_code(self, code: str) -> None:
        key_dialogs.show_code(self, self.context, code)
        self.confirm_code()

    def _work(self, label: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self.context.run(label, lambda _progress: work(), done, refresh=False)

    def _changed(self, remark: str = "") -> None:
        if remark:
            self.context.tell(remark)
        self.reload()


class Way(QWidget):
    """One way to open: its state, and its verbs."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Mark(Kind.NEUTRAL)
        self._state = wrapping("", tone="text2")
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(SPACE_2)
        self._verbs.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        line.addWidget(self._mark)
        line.addWidget(self._state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addLayout(line)
        column.addLayout(self._verbs)

    def add(self, text: str, run: Callable[[], None]) -> Button:
        """Adds a verb."""
        button = secondary(text)
        button.clicked.connect(run)
        self._verbs.insertWidget(self._verbs.count() - 1, button)
        return button

    def tell(self, kind: Kind, text: str) -> None:
        """Says how it stands."""
        self._mark.set_kind(kind)
        self._state.setText(text)

    def told(self) -> str:
        """Returns what is said about it."""
        return self._state.text()
