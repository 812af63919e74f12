"""The program's windows over real encrypted workspaces, in folders of a test, with a keyring of the test."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.support.offices import FixedClock
from tests.support.vaults import KeyringDouble
from tests.support.words import shipped
from vendorrisk.app.front import ProgramFront
from vendorrisk.app.outside import Outside
from vendorrisk.app.preferences import Preferences
from vendorrisk.app.wiring import PLAIN, Manner
from vendorrisk.ui.opening.program import Facts, Program
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

LEAST_KEY_MEMORY = 32
"""KiB: a passphrase that is quick to try."""


def an_outside(keyring: KeyringDouble | None = None, **changes) -> Outside:
    """A world with a keyring of its own and real randomness; passphrases are quick to try."""
    clock = FixedClock()
    ring = keyring or KeyringDouble()
    given = {
        "environ": {},
        "words": shipped(),
        "now": clock.now,
        "entropy": os.urandom,
        "person": "Ana Novak",
        "key_memory_kib": LEAST_KEY_MEMORY,
        "keyring": lambda: ring,
    }
    return Outside(**given | changes)


def a_front(place: Path, outside: Outside, manner: Manner = PLAIN) -> ProgramFront:
    return ProgramFront(lambda: outside, Preferences(place / "preferences.json"), lambda: manner)


@dataclass
class Person:
    """Somebody at the program: acts by mouse and keys alone, and sees what is on the screen.

    `bot` is pytest-qt's. Nothing here calls a slot.
    """

    bot: object
    program: Program
    ring: KeyringDouble
    place: Path
    told: list[str] = field(default_factory=list)

    @property
    def page(self):
        return self.program.welcome().page

    @property
    def pane(self):
        return self.page.pane()

    @property
    def window(self):
        return self.program.session.window if self.program.session else None

    def begins(self, key: str) -> None:
        self.clicks(self.page.start_row(key))

    def clicks(self, widget) -> None:
        self.bot.waitUntil(widget.isVisible, timeout=2_000)  # nobody can click what is not in sight
        assert widget.isEnabled(), widget.toolTip()
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def types(self, text: str, into) -> None:
        line = into if isinstance(into, QLineEdit) else into.line
        self.bot.waitUntil(line.isVisible, timeout=2_000)
        line.setFocus()
        line.clear()
        self.bot.keyClicks(line, text)

    def presses(self, key, modifier=Qt.KeyboardModifier.NoModifier, *, on=None) -> None:
        self.bot.keyClick(on or QApplication.focusWidget() or self.page, key, modifier)

    def waits_for_pane(self, kind) -> None:
        self.bot.waitUntil(lambda: isinstance(self.pane, kind), timeout=20_000)

    def waits_for_window(self) -> None:
        self.bot.waitUntil(lambda: self.program.session is not None, timeout=20_000)
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow, timeout=2_000)

    def answers(self, *paths) -> None:
        """Prepares what is picked in the system's own dialogs."""
        prepared = [None if path is None else Path(path) for path in paths]
        messages = self.program.hall.messages
        for name in ("pick_folder", "pick_file", "pick_target"):
            setattr(messages, name, lambda *_words, **_more: prepared.pop(0))

    def makes_a_workspace(self, company="Acme Telecom", passphrase="", *, by="new") -> Path:
        """From Welcome to the recovery code, by one of its beginnings."""
        from vendorrisk.ui.opening.code_pane import CodePane
        from vendorrisk.ui.opening.new_pane import NewPane

        self.begins(by)
        self.waits_for_pane(NewPane)
        self.bot.waitUntil(self.pane.make.isEnabled, timeout=20_000)
        self.types(company, self.pane.company)
        if passphrase:
            self.types(passphrase, self.pane.passphrase)
            self.types(passphrase, self.pane.repeat)
        folder = self.pane.folder.path()
        self.clicks(self.pane.make)
        self.waits_for_pane(CodePane)
        return folder


def no_keyring() -> KeyringDouble:
    return KeyringDouble(state=KeeperState.ABSENT)


def facts_for(place: Path) -> Facts:
    return Facts(
        diagnostics=lambda: "vendorrisk, diagnosed\n",
        licences=lambda: [("Qt", "LGPL-3.0")],
        guide=place / "guide.html",
        meeting_folder=place / "meet",
    )
