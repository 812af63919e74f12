"""Every command of the window in one register: menu, shortcut and palette are three views of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence

from vendorrisk.ui.widgets.icons import Icon, icon
from vendorrisk.ui.widgets.labels import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Keys = str | QKeySequence.StandardKey


def _always() -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing the person can have done.

    `why_not` returns the reason why it cannot be done now, or nothing; the palette and the status
    line show it. The first of `keys` is the one that is shown.
    """

    key: str
    menu: str
    text: str
    run: Callable[[], None]
    keys: tuple[Keys, ...] = ()
    why_not: Callable[[], str] = _always
    drawing: Icon | None = None
    starts_group: bool = False


class Commands(QObject):
    """Holds the commands in their order and makes an action of each."""

    refused = Signal(str)
    """Why the command just asked for cannot be done now."""

    def __init__(self) -> None:
        super().__init__()
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._taken: dict[str, str] = {}

    def add(self, *commands: Command) -> None:
        """Registers commands.

        Raises:
            ValueError: The name or one of the shortcuts is taken, or the text is missing.
        """
        for command in commands:
            self._refuse_clash(command)
            self._commands[command.key] = command
            self._actions[command.key] = self._action_of(command)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def action(self, key: str) -> QAction:
        """Returns the action of a command, for buttons and context menus."""
        return self._actions[key]

    def run(self, key: str) -> None:
        """Does a command, or says why it cannot be done now."""
        command = self._commands[key]
        reason = command.why_not()
        if reason:
            self.refused.emit(reason)
        else:
            command.run()

    def shortcut_text(self, key: str) -> str:
        """Returns the keys of a command as people read them; nothing if it has none."""
        return self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def fill(self, bar: QMenuBar) -> None:
        """Builds the menus in the order in which they first appear."""
        menus: dict[str, QMenu] = {}
        for command in self:
            menu = menus.get(command.menu)
            if menu is None:
                menu = menus[command.menu] = bar.addMenu(command.menu)
                menu.setToolTipsVisible(True)
                menu.aboutToShow.connect(self._greying(command.menu))
                menu.aboutToHide.connect(self._enable_soon)
            if command.starts_group and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(self._actions[command.key])

    def attach(self, window: QWidget) -> None:
        """Makes the shortcuts work in a window, also of commands that stand in no open menu."""
        window.addActions(list(self._actions.values()))

    def _refuse_clash(self, command: Command) -> None:
        if not command.text or command.key in self._commands:
            raise ValueError(f"Command {command.key!r} has no text or is already there.")
        for sequence in _sequences(command):
            keys = sequence.toString()
            if keys in self._taken:
                raise ValueError(f"{keys} belongs to {self._taken[keys]!r}.")
            self._taken[keys] = command.key

    def _action_of(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setShortcuts(_sequences(command))
        if command.drawing is not None:
            action.setIcon(icon(command.drawing))
        action.triggered.connect(lambda: self.run(command.key))
        return action

    def _greying(self, menu: str) -> Callable[[], None]:
        def grey() -> None:
            for command in self:
                if command.menu == menu:
                    reason = command.why_not()
                    action = self._actions[command.key]
                    action.setEnabled(not reason)
                    action.setToolTip(tip(reason))

        return grey

    def _enable_soon(self) -> None:
        # Shortcuts stay alive while no menu is open: `run` asks again, and says why not.
        QTimer.singleShot(0, self, self._enable_all)

    def _enable_all(self) -> None:
        for action in self._actions.values():
            action.setEnabled(True)


def plain(text: str) -> str:
    """Returns a menu text without its marks: the key letter's & and the dots of a further question."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def _sequences(command: Command) -> list[QKeySequence]:
    found: list[QKeySequence] = []
    for keys in command.keys:
        found += [QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys)
    return found
