"""One open workspace with its window: from the first page to the lock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vendorrisk.domain.message import UserError, msg
from vendorrisk.ui.shell.careful_drafts import CarefulDrafts
from vendorrisk.ui.shell.context import Context
from vendorrisk.ui.shell.own_memory import OwnMemory
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.jobs import Jobs
from vendorrisk.ui.widgets.messages import WindowMessages
from vendorrisk.usecases.searching import Finder

if TYPE_CHECKING:
    from vendorrisk.ui.shell.doors import Doors
    from vendorrisk.ui.widgets.frame import WindowStore
    from vendorrisk.usecases.ports import Words
    from vendorrisk.usecases.workspace.front import OpenedWorkspace

IMPORT_LIST = "list.import"
"""The command of the Vendors page that imports a published list."""


class WindowSession(QObject):
    """Builds the window of an open workspace, and locks the workspace when the window closes."""

    leaving = Signal()
    """The window closes; the workspace is open for one more moment."""
    left = Signal()
    """The window is closed and the workspace is locked."""

    def __init__(self, workspace: OpenedWorkspace, words: Words, store: WindowStore, doors: Doors) -> None:
        super().__init__()
        self.workspace = workspace
        self._is_open = True
        finder = Finder(workspace.names, workspace.guesses)
        self.jobs = Jobs(expected=UserError)
        messages = WindowMessages()
        office = replace(workspace.office, drafts=CarefulDrafts(workspace.office.drafts, self._tell_trouble))
        self.context = Context(
            office=office, listings=workspace.listings, words=words, messages=messages,
            jobs=self.jobs, store=OwnMemory(store, workspace.folder), activity=workspace.activity,
            custody=workspace.custody, finder=finder, doors=doors,
        )  # fmt: skip
        self.window = Window(self.context)
        messages.speak_above(self.window)
        for part in (self.jobs, self.context.changes):
            part.setParent(self.window)  # whoever listens to them is let go with the window
        self.window.closing.connect(self._leave)

    def show(self, first: str = "") -> None:
        """Shows the window, at the place where it was left, and begins what was asked for."""
        self.window.open_first()
        self.window.show()
        if first == "import":
            self.window.go("vendors")
            self.window.commands.run(IMPORT_LIST)

    def can_leave(self) -> bool:
        """Whether nothing is under way that locking would cut off; says what is, if so."""
        running = self.jobs.running()
        if running:
            self.context.messages.explain(
                self.context.say(msg("opening.still_working", connections=len(running))),
                self.context.say(msg("opening.still_working.remedy")),
            )
        return not running

    def close(self) -> None:
        """Closes the window, which locks the workspace."""
        self.window.close()

    def _leave(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        self.window.hide()
        for timer in self.window.findChildren(QTimer):
            timer.stop()  # an open dialog delays the end of the window, and what it would read is locked
        try:
            self.leaving.emit()
            self._back_up_on_closing()
        finally:  # whatever happens to the backup: nothing stays open behind a closed window
            self.workspace.lock()
            self.left.emit()

    def _tell_trouble(self, error: UserError) -> None:
        self.context.tell(f"{self.context.say(error.what)} {self.context.say(error.remedy)}")

    def _back_up_on_closing(self) -> None:
        try:
            self.workspace.custody.back_up_quickly()
        except UserError as error:
            self.context.explain(error)
