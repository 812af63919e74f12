"""The one who does the work in the stories: Ana Novak, privacy analyst."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from PySide6.QtCore import Qt

from tests.stories.hands import CTRL, Hands
from tests.support.offices import FixedClock
from tests.support.programs import Person
from vendorrisk.ui.opening.unlock_pane import UnlockPane
from vendorrisk.ui.widgets.stepper import Step

SCREEN = (1366, 768)
PASSPHRASE = "several words to remember"


@dataclass
class Analyst(Person):
    """A person at the program, with the verbs of the trade in the modules `steps_*`."""

    clock: FixedClock = field(default_factory=FixedClock)

    @cached_property
    def hands(self) -> Hands:
        """Mouse and keys."""
        return Hands(self.bot, lambda: self.window or self.program.welcome())

    @property
    def messages(self):
        """Where the system's own file dialogs are asked from."""
        return self.program.session.context.messages

    def picks(self, *paths) -> None:
        """Prepares what she picks in the system's own file dialogs."""
        self.hands.answers(self.messages, *paths)

    def comes_back_on(self, day) -> None:
        """Another morning at nine."""
        self.clock.at = datetime.combine(day, time(9), tzinfo=UTC)

    def lets_days_pass(self, days: int) -> None:
        """So many days later, at nine."""
        self.comes_back_on(self.clock.at.date() + timedelta(days=days))

    # The workspace.

    def waits_for_window(self) -> None:
        """Waits for the window of the open workspace, which fills her screen."""
        super().waits_for_window()
        self.window.resize(*SCREEN)

    def makes_a_new_workspace(self, company: str):
        """From the Welcome page into an empty register; returns the folder and the recovery code."""
        folder = self.makes_a_workspace(company, PASSPHRASE)
        code = next(line for line in self.pane.view.text().splitlines() if line.count("-") == 7)
        self.clicks(self.pane.go_on)
        self.waits_for_window()
        return folder, code

    def locks(self) -> None:
        """Ctrl+L: the key is gone, the Welcome page asks for it."""
        self.hands.waits_until(self.is_idle, "the end of the work")
        self.hands.presses(Qt.Key.Key_L, CTRL, on=self.window)
        self.bot.waitUntil(lambda: self.program.session is None, timeout=20_000)

    def unlocks(self, secret: str = PASSPHRASE) -> None:
        """Types a passphrase or recovery code where the Welcome page asks for it."""
        if not isinstance(self.pane, UnlockPane):
            self.clicks(self.pane.unlock)
            self.waits_for_pane(UnlockPane)
        self.types(secret, self.pane.key)
        self.presses(Qt.Key.Key_Return)
        self.waits_for_window()

    def opens_recent(self, secret: str = PASSPHRASE) -> None:
        """Opens the first workspace of the list and unlocks it."""
        self.clicks(self.page.recent.rows[0])
        self.waits_for_pane(UnlockPane)
        self.unlocks(secret)

    def closes_the_window(self) -> None:
        """Closes the window as its cross does, which locks the workspace."""
        self.window.close()
        self.bot.waitUntil(lambda: self.program.session is None, timeout=20_000)

    def goes_home(self) -> None:
        """The end of a story: nothing stays open."""
        if self.program.session is not None:
            self.program.session.close()
        self.program.hall.jobs.stop()
        self.program.end()

    def is_idle(self) -> bool:
        """Whether no job is under way in the window."""
        return not self.program.session.jobs.running()

    def goes_to(self, place: str) -> None:
        """Clicks a place of the navigation."""
        self.hands.clicks(place, within=self.window.nav)

    def opens_step(self, name: str) -> None:
        """Clicks a step of a change."""
        step = self.hands.sees(Step, lambda one: name in one.accessibleName())
        self.bot.mouseClick(step, Qt.MouseButton.LeftButton)

    @property
    def page_in_sight(self):
        """The page she looks at."""
        return self.window.page(self.window.where().page)

    def undoes(self) -> None:
        """Ctrl+Z."""
        self.hands.presses(Qt.Key.Key_Z, CTRL, on=self.window)
