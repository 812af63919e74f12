"""What every page is given: the open office, a way to speak, a way to work, and one place that refreshes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from vendorrisk.domain.message import BadInput, Refused, UserError, msg
from vendorrisk.ui.widgets.columns import time_of_day
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.settings import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Blocked, Message
    from vendorrisk.ui.shell.doors import Doors
    from vendorrisk.ui.widgets.frame import WindowStore
    from vendorrisk.ui.widgets.jobs import Job, Jobs, Progress
    from vendorrisk.ui.widgets.messages import Messages
    from vendorrisk.usecases.journal.activity import ActivityLog
    from vendorrisk.usecases.listings import Listings
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Words
    from vendorrisk.usecases.searching import Finder
    from vendorrisk.usecases.workspace.custody import Custody

T = TypeVar("T")


class Goes(Protocol):
    """Whatever can bring another page into sight."""

    def go(self, key: str, item: Any = None) -> None:
        """Goes to a page, and to the thing on it where it shows one of many."""
        ...


class Changes(QObject):
    """The one refresh point: whoever changed something says so here, and open pages read again."""

    happened = Signal()
    told = Signal(str)
    """A remark for the status line about something that changed nothing in the register."""
    backed_up = Signal()
    """There is another backup."""


@dataclass
class Context:
    """The open workspace as pages see it. Pages talk to use cases only, through `office`.

    `frame` is set once the window is built. The last four are what the shell itself shows: the journal,
    backups and keys, what the palette finds, and the ways to other workspaces.
    """

    office: Office
    listings: Listings
    words: Words
    messages: Messages
    jobs: Jobs
    store: WindowStore
    frame: Goes | None = None
    changes: Changes = field(default_factory=Changes)
    activity: ActivityLog | None = None
    custody: Custody | None = None
    finder: Finder | None = None
    doors: Doors | None = None

    def country_of(self, typed: str) -> str:
        """The two-letter code of a country typed by name in any language, or by code; empty for neither."""
        return self.office.foreign.country(typed)

    def say(self, message: Message) -> str:
        """A sentence of the catalogue."""
        return self.words.say(message)

    def go(self, key: str, item: Any = None) -> None:
        """Goes to a page."""
        if self.frame is not None:
            self.frame.go(key, item)

    def do(self, work: Callable[[], T]) -> T | None:
        """Does one short action of the person; what they can mend is explained, then pages read again.

        Returns None where the action was refused.
        """
        try:
            result = work()
        except UserError as error:
            self.explain(error)
            return None
        self.changes.happened.emit()
        return result

    def run(
        self,
        label: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        *,
        refresh: bool = True,
    ) -> Job:
        """Does long work in another thread, with progress and cancel; `done` is called in this one."""

        def finished(result: T) -> None:
            if refresh:
                self.changes.happened.emit()
            if done is not None:
                done(result)

        return self.jobs.run(label, work, done=finished, failed=self._explain_any)

    def gather(self, label: str, read: Callable[[], T], show: Callable[[T], None]) -> Job:
        """Reads what takes the whole register, one such reading after the other, in another thread."""
        return self.jobs.run(
            label, lambda _progress: read(), done=show, failed=self._explain_any, in_turn=True
        )

    def tell(self, remark: str) -> None:
        """Says something quietly, in the status line."""
        self.changes.told.emit(remark)

    def explain(self, error: UserError) -> None:
        """Shows what happened and what to do; every guard or wrong field is named at once."""
        where = f"{error.where}: " if error.where else ""
        self.messages.explain(
            where + self.say(error.what), self.say(error.remedy), "\n".join(self._details(error))
        )

    def _explain_any(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.explain(error)

    def _details(self, error: UserError) -> list[str]:
        match error:
            case Refused():
                return [self._in_the_way(one) for one in error.blocked]
            case BadInput():
                return [f"{one.where}: {self.say(one.what)} {self.say(one.remedy)}" for one in error.problems]
            case _:
                return []

    def _in_the_way(self, blocked: Blocked) -> str:
        """Fact and remedy behind the number of the guard; the needs of a step itself have none."""
        guard = f"{blocked.guard}: " if blocked.guard[1:].isdecimal() else ""
        return f"{guard}{self.say(blocked.fact)} {self.say(blocked.remedy)}"

    def undo_label(self) -> str:
        """The step that an undo would take back, in words; empty where nothing can be undone."""
        steps = self.office.book.next_steps()
        return self._in_words(steps.undo, steps.undo_setting)

    def why_no_undo(self) -> str:
        """Why nothing can be undone, such as a list that was published last; empty where something can."""
        steps = self.office.book.next_steps()
        if steps.undo:
            return ""
        if not steps.barred:
            return tr("There is nothing to undo.")
        facts = {"action": msg(f"action.{steps.barred}"), "wall": msg(f"wall.{steps.wall}")}
        return self.say(msg("undo.wall", **facts))

    def redo_label(self) -> str:
        """The step that a redo would do again, in words; empty where there is none."""
        steps = self.office.book.next_steps()
        return self._in_words(steps.redo, steps.redo_setting)

    def _in_words(self, action: str, setting: str) -> str:
        label = self.say(msg(f"action.{action}")) if action else ""
        step = label[:1].lower() + label[1:]
        name = self.say(msg(f"field.setting.{setting}")) if setting in NAMES else ""
        return tr("{step} ({name})", step=step, name=name) if name else step

    def undo(self) -> None:
        """Takes the newest step back."""
        self.do(self.office.book.undo)

    def redo(self) -> None:
        """Does again what was taken back last."""
        self.do(self.office.book.redo)

    def saved_text(self) -> str:
        """What the status line says after a change, such as "Saved 14:02 UTC+1" (this computer's time)."""
        return tr("Saved {time}", time=time_of_day(self.office.clock.now()))
