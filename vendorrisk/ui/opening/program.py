"""The program's windows: Welcome, then the open workspace, and back when it is locked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from vendorrisk.ui.opening.welcome_window import WelcomeWindow
from vendorrisk.ui.shell.appearance import change_text_size

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from vendorrisk.ui.opening.ahead import Ahead
    from vendorrisk.ui.opening.doorway import Doorway
    from vendorrisk.ui.opening.hall import Hall
    from vendorrisk.ui.opening.single_instance import RunningProgram
    from vendorrisk.ui.shell.doors import Doors
    from vendorrisk.ui.shell.session import WindowSession
    from vendorrisk.ui.widgets.collector import Collector
    from vendorrisk.ui.widgets.frame import WindowStore
    from vendorrisk.usecases.workspace.front import Front, OpenedWorkspace

TEXT_STEP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the program knows of itself: for Help, and for meeting another start of it."""

    diagnostics: Callable[[], str]
    licences: Callable[[], Sequence[tuple[str, str]]]
    guide: Path
    meeting_folder: Path


class Program(QObject):
    """Holds the windows that are open, at most one of them with a workspace."""

    def __init__(self, front: Front, store: WindowStore, facts: Facts) -> None:
        super().__init__()
        self.front = front
        self.store = store
        self.facts = facts
        self.session: WindowSession | None = None
        self._welcome: WelcomeWindow | None = None
        self._running: RunningProgram | None = None
        self._collector: Collector | None = None
        self._ahead: Ahead | None = None

    def start(self, workspace: Path | None = None, typed: str | None = None) -> None:
        """Shows the Welcome page, and opens a workspace at once where one was named."""
        welcome = self.welcome()
        welcome.settled.connect(self._settle)
        welcome.show()
        if workspace is None:
            welcome.page.take_keyboard()
        else:
            self.doorway.open(workspace, typed=typed)

    def welcome(self) -> WelcomeWindow:
        """Returns the Welcome window, making it if it is not there."""
        if self._welcome is None:
            self._welcome = WelcomeWindow(self.store)
            page = self._welcome.page
            page.begun.connect(self._later("begin"))
            page.recent.opened.connect(self._later("open_recent"))
            page.recent.located.connect(self._later("locate"))
            page.recent.removed.connect(self._later("forget"))
            page.show_recent(self.front.recent())
        return self._welcome

    def _later(self, way: str) -> Callable[[object], None]:
        """A way of the doorway, which is loaded when it is first gone."""

        def go(what: object) -> None:
            getattr(self.doorway, way)(what)

        return go

    @property
    def is_loaded(self) -> bool:
        """Whether everything is there that opening a workspace needs."""
        return self._ahead is not None and self._ahead.is_done

    def lock(self) -> None:
        """Locks the open workspace and shows it on the Welcome page, ready to be unlocked."""
        session = self.session
        if session is None or not session.can_leave():
            return
        recent = self.front.recent()
        self._show_welcome()
        session.close()
        company = next((one.company for one in recent if one.folder == session.workspace.folder), "")
        self.doorway.unlock(session.workspace.folder, company or session.workspace.folder.stem)

    def come_to_front(self) -> None:
        """Brings the window that is in use in front of all others."""
        window: QMainWindow = self.session.window if self.session is not None else self.welcome()
        self.welcome().page.show_recent(self.front.recent())
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @cached_property
    def hall(self) -> Hall:
        """What all beginnings share; loaded when the first begins."""
        from vendorrisk.domain.message import UserError  # noqa: PLC0415  (not needed to start)
        from vendorrisk.ui.opening.hall import Hall  # noqa: PLC0415  (not needed to start)
        from vendorrisk.ui.widgets.jobs import Jobs  # noqa: PLC0415  (not needed to start)
        from vendorrisk.ui.widgets.messages import WindowMessages  # noqa: PLC0415  (not needed to start)

        welcome = self.welcome()
        jobs = Jobs(expected=UserError)
        welcome.closing.connect(jobs.stop)
        return Hall(
            page=welcome.page, front=self.front, messages=WindowMessages(welcome), jobs=jobs,
            enter=self.enter, raise_other=self._raise_other,
        )  # fmt: skip

    @cached_property
    def doorway(self) -> Doorway:
        """What the rows of the Welcome page lead to."""
        from vendorrisk.ui.opening.doorway import Doorway  # noqa: PLC0415  (not needed to start)

        return Doorway(self.hall)

    def enter(self, workspace: OpenedWorkspace, first: str = "") -> None:
        """Shows the window of a workspace that was just opened; the one before is locked."""
        from vendorrisk.ui.shell.session import WindowSession  # noqa: PLC0415  (not needed to start)

        if self.session is not None:
            self.session.close()
        self.front.remember(workspace)
        self.session = WindowSession(workspace, self.front.words, self.store, self._doors())
        self.session.leaving.connect(partial(self.front.remember, workspace))
        self.session.left.connect(self._left)
        self.session.show(first)
        self.doorway.let_go()
        self.welcome().page.show_list()
        self.welcome().hide()
        self._settle()

    def end(self) -> None:
        """Lets go of everything: the listening, the collector, the Welcome window."""
        if self._ahead is not None:
            self._ahead.stop()
        if self._running is not None:
            self._running.stop()
        if self._collector is not None:
            self._collector.give_back()
        if self._welcome is not None:
            self._welcome.close()

    def _left(self) -> None:
        session, self.session = self.session, None
        if session is not None:
            if self._collector is not None:
                session.window.destroyed.connect(self._collector.collect_soon)
            session.window.deleteLater()
        if self._running is not None:
            self._running.listen(None)

    def _doors(self) -> Doors:
        from vendorrisk.ui.shell.doors import Doors  # noqa: PLC0415  (not needed to start)

        return Doors(
            new=partial(self._begin, "new"), open=partial(self._begin, "open"),
            restore=partial(self._begin, "restore"), sample=partial(self._begin, "sample"),
            open_recent=self._open_recent, lock=self.lock, recent=self.front.recent,
            diagnostics=self.facts.diagnostics, licences=self.facts.licences, guide=self.facts.guide,
        )  # fmt: skip

    def _begin(self, key: str) -> None:
        """Begins something beside the open workspace, which stays open until another one is."""
        if self.session is None or self.session.can_leave():
            self._show_welcome()
            self.doorway.begin(key)

    def _open_recent(self, folder: Path) -> None:
        if self.session is None or self.session.can_leave():
            self._show_welcome()
            self.doorway.open(folder)

    def _show_welcome(self) -> None:
        welcome = self.welcome()
        welcome.page.show_recent(self.front.recent())
        welcome.show()
        welcome.raise_()
        welcome.activateWindow()

    def _raise_other(self, folder: Path) -> bool:
        from vendorrisk.ui.opening.single_instance import raise_running  # noqa: PLC0415  (not needed to start)

        return raise_running(self.facts.meeting_folder, folder)

    def _settle(self) -> None:
        """Loads what could wait for the first picture: listening for other starts, the collector, keys."""
        from vendorrisk.ui.opening.ahead import Ahead, window_modules  # noqa: PLC0415  (could wait)
        from vendorrisk.ui.opening.single_instance import RunningProgram  # noqa: PLC0415  (could wait)
        from vendorrisk.ui.widgets.collector import Collector  # noqa: PLC0415  (could wait)

        if self._ahead is None:
            self._ahead = Ahead(self.front.prepare, window_modules(self.store))
            self._ahead.start()
        if self._running is None:
            self._running = RunningProgram(self.facts.meeting_folder)
            self._running.called.connect(self.come_to_front)
            self._collector = Collector()
            self.welcome().add_keys(self._keys())
        self._running.listen(self.session.workspace.folder if self.session else None)

    def _keys(self) -> dict[str, Callable[[], None]]:
        resize = partial(change_text_size, self.store)
        return {
            "Ctrl+=": partial(resize, TEXT_STEP), "Ctrl++": partial(resize, TEXT_STEP),
            "Ctrl+-": partial(resize, -TEXT_STEP), "Ctrl+0": partial(resize, 0),
            "Ctrl+Q": QApplication.closeAllWindows, "Ctrl+N": partial(self._begin, "new"),
            "Ctrl+O": partial(self._begin, "open"),
        }  # fmt: skip
