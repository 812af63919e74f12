"""The whole window over the sample workspace, and a walk through every place, tab and step of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.contexts import SmallTexts
from tests.support.programs import an_outside, no_keyring
from vendorrisk.app.custody import VaultCustody
from vendorrisk.app.outside import Outside
from vendorrisk.app.sample.build import build_sample
from vendorrisk.app.window_workspace import WindowWorkspace
from vendorrisk.app.wiring import OpenWorkspace
from vendorrisk.domain.diligence.records import Assessment, AssessmentState
from vendorrisk.domain.notice.records import Change, ChangeState
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.shell.doors import Doors
from vendorrisk.ui.shell.places import SPOTS
from vendorrisk.ui.shell.session import WindowSession
from vendorrisk.ui.shell.window import Window
from vendorrisk.ui.widgets.stepper import Stepper
from vendorrisk.ui.widgets.tabs import TabBar

SCREEN = (1366, 768)
PATIENCE_MS = 10_000
WAITING = (AssessmentState.ANSWERED, AssessmentState.IN_REVIEW)


@dataclass
class Sample:
    """The sample workspace, open once for many windows."""

    workspace: OpenWorkspace
    outside: Outside
    sessions: list[WindowSession] = field(default_factory=list)

    def window(self, store: Any = None) -> Window:
        """A window on it, as large as a small screen; `store` is what it remembers by."""
        custody = VaultCustody(self.workspace, self.outside, no_keyring())
        session = WindowSession(
            WindowWorkspace(self.workspace, custody), self.outside.words, store or SmallTexts(), _doors()
        )
        self.sessions.append(session)
        session.window.resize(*SCREEN)
        session.window.show()
        return session.window

    def item(self, key: str) -> Any:
        """What a page about one thing shows: the one that has most to tell."""
        with self.workspace.office.book.reading() as reader:
            match key:
                case "vendor":
                    return next(one.id for one in reader.find(Vendor) if one.name.startswith("Norte"))
                case "answer_review":
                    return next(one.id for one in reversed(reader.find(Assessment)) if one.state in WAITING)
                case "change":
                    return next(one.id for one in reader.find(Change) if one.state is ChangeState.RUNNING)
                case _:
                    return None

    def go(self, window: Window, key: str) -> QWidget:
        """Goes to a place and waits until it has read what it shows."""
        window.go(key, self.item(key))
        rest(window)
        return window.page(key)

    def walk(self, window: Window) -> Iterator[str]:
        """Goes to every place, and there to every tab and step; yields the name of each sight."""
        for spot in SPOTS:
            page = self.go(window, spot.key)
            yield spot.key
            yield from _inside(window, page, spot.key)

    def close(self) -> None:
        """Locks it."""
        for session in self.sessions:
            session.jobs.stop()
            session.window.deleteLater()
        self.workspace.lock()


def rest(window: Window) -> None:
    """Waits until nothing is under way in a window."""
    jobs = window.context.jobs
    QApplication.processEvents()
    if jobs.running():
        waiting = QEventLoop()  # unlike `processEvents`, its `exec` lets other threads work
        jobs.ended.connect(lambda _job: None if jobs.running() else waiting.quit())
        QTimer.singleShot(PATIENCE_MS, waiting, waiting.quit)
        waiting.exec()
    for _ in range(3):
        QApplication.processEvents()


def _inside(window: Window, page: QWidget, key: str) -> Iterator[str]:
    for bar in page.findChildren(TabBar):
        for number in range(1, bar.count()) if bar.isVisible() else ():
            bar.setCurrentIndex(number)
            rest(window)
            yield f"{key}, {bar.tabText(number)}"
        bar.setCurrentIndex(0)
    for steps in page.findChildren(Stepper):
        for number in range(7) if steps.isVisible() else ():
            steps.step(number).click()
            rest(window)
            yield f"{key}, {steps.step(number).text()}"


def open_sample(folder: Path) -> Sample:
    """Builds the sample workspace in a folder and opens it."""
    outside = an_outside(no_keyring())
    return Sample(build_sample(folder / "sample.vendorrisk", outside), outside)


def _doors() -> Doors:
    def nowhere(*_: object) -> None:
        """Nobody leaves this window."""

    return Doors(
        new=nowhere, open=nowhere, open_recent=nowhere, restore=nowhere, sample=nowhere, lock=nowhere,
        recent=list, diagnostics=str, licences=list, guide=Path("guide.html"),
    )  # fmt: skip
