"""What all beginnings share: the Welcome page, the front door, and work in another thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from vendorrisk.domain.message import BadInput, UserError
from vendorrisk.ui.opening.working_pane import WorkingPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.domain.message import Message
    from vendorrisk.ui.opening.welcome_page import WelcomePage
    from vendorrisk.ui.widgets.jobs import Job, Jobs, Progress
    from vendorrisk.ui.widgets.messages import Messages
    from vendorrisk.usecases.workspace.front import Front, OpenedWorkspace

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Hall:
    """Where a person stands before a workspace is open.

    `enter` is given an open workspace and what to do in it first ("" or "import"); `raise_other` brings the
    window of this program to the front that has a folder open, and says whether there was one.
    """

    page: WelcomePage
    front: Front
    messages: Messages
    jobs: Jobs
    enter: Callable[[OpenedWorkspace, str], None]
    raise_other: Callable[[Path], bool]

    def say(self, message: Message) -> str:
        """A sentence of the catalogue."""
        return self.front.words.say(message)

    def sentences(self, error: UserError) -> tuple[str, str]:
        """What happened, and what to do; every wrong field is named at once."""
        if isinstance(error, BadInput):
            told = [f"{self.say(one.what)} {self.say(one.remedy)}" for one in error.problems]
            return self.say(error.what), "\n".join([self.say(error.remedy), *told])
        return self.say(error.what), self.say(error.remedy)

    def work(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        refused: Callable[[UserError], None],
        *,
        note: str = "",
        can_stop: bool = False,
    ) -> Job:
        """Does something in another thread; meanwhile a pane says what, and nothing else can be begun."""
        pane = WorkingPane(title, note=note, can_stop=can_stop)
        self.page.show_pane(pane)
        self.page.starts.setEnabled(False)

        def finished(result: T) -> None:
            self.page.starts.setEnabled(True)
            done(result)

        def failed(error: Exception) -> None:
            self.page.starts.setEnabled(True)
            if isinstance(error, UserError):
                refused(error)

        job = self.jobs.run(title, work, done=finished, failed=failed)
        self._follow(job, pane)
        return job

    def back(self) -> None:
        """Brings the list back as it is now."""
        self.page.show_recent(self.front.recent())
        self.page.show_list()

    def _follow(self, job: Job, pane: WorkingPane) -> None:
        def progressed(which: Job, done: int, total: int, _what: str) -> None:
            if which is job and self.page.pane() is pane:
                pane.show_progress(done, total)

        def ended(which: Job) -> None:
            if which is job:
                self.jobs.progressed.disconnect(progressed)
                self.jobs.ended.disconnect(ended)
                if job.state == "cancelled":
                    self.back()

        self.jobs.progressed.connect(progressed)
        self.jobs.ended.connect(ended)
        pane.left.connect(job.cancel)
