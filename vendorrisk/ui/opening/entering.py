"""Opening a workspace: by the keyring or by hand, and whatever stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError
from vendorrisk.ui.opening.refusal_pane import BackupChoice, RefusalPane
from vendorrisk.ui.opening.refusals import verbs_for
from vendorrisk.ui.opening.unlock_pane import UnlockPane
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    NeedsKey,
    OpeningRefused,
    SlotKind,
    WrongKey,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.ui.opening.hall import Hall
    from vendorrisk.usecases.workspace.front import OpenedWorkspace
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup


class Entering:
    """One attempt after another to open one folder, until it is open or the person leaves."""

    def __init__(
        self,
        hall: Hall,
        folder: Path,
        company: str,
        *,
        choose_another: Callable[[], None],
        make_there: Callable[[Path], None],
        restore: Callable[[KnownBackup | None, Path], None],
    ) -> None:
        self._hall = hall
        self.folder = folder
        self._company = company or folder.stem
        self._choose_another = choose_another
        self._make_there = make_there
        self._restore = restore
        self._typed: str | None = None
        self._take_over = False
        self._unlock: UnlockPane | None = None
        self._choice: BackupChoice | None = None

    def open(self, typed: str | None = None) -> None:
        """Opens it, by the keyring or by what was typed."""
        self._typed = typed
        self._attempt(self._opened, tr("Opening {company}…", company=self._company))

    def ask_key(self, why: str, *, passphrase: bool = True) -> None:
        """Asks for the passphrase or the recovery code."""
        pane = UnlockPane(self._company, why, passphrase=passphrase)
        pane.typed.connect(self._try_key)
        pane.left.connect(self._hall.back)
        self._unlock = pane
        self._hall.page.show_pane(pane)

    def show(self, error: UserError) -> None:
        """Says what stands in the way, and offers what leads on."""
        outcome = error.outcome if isinstance(error, OpeningRefused) else None
        what, remedy = self._hall.sentences(error)
        if isinstance(outcome, NeedsKey):
            self.ask_key(what, passphrase=SlotKind.PASSPHRASE in outcome.slots)
        elif isinstance(outcome, WrongKey) and self._unlock is not None:
            self._unlock.show_problem(what, remedy)
        elif isinstance(outcome, WrongKey):
            self.ask_key(f"{what} {remedy}")  # it came with the start, from a file: now it can be typed
        else:
            verbs = verbs_for(outcome, self) if outcome is not None else [(tr("Try again"), self.again)]
            pane = RefusalPane(what, remedy, verbs)
            self._add_backups(pane, outcome)
            pane.left.connect(self._hall.back)
            self._hall.page.show_pane(pane)

    # What leads on from a refusal.

    def again(self) -> None:
        """Tries the same once more."""
        self.open(self._typed)

    def take_over(self) -> None:
        """Opens although another computer noted that it has it open, once the person said so."""
        question = tr("Take this workspace over?")
        about = tr(
            "Only do this if nobody has it open on the other computer any more: two programs that write to it"
            " at once damage it."
        )
        if self._hall.messages.confirm(question, yes=tr("Take over"), about=about, destroys=True):
            self._take_over = True
            self.again()

    def migrate(self) -> None:
        """Brings the workspace to this version."""
        title = tr("Bringing {company} up to date…", company=self._company)
        note = tr("A backup is made and restored as a trial first.")
        self._attempt(self._migrated, title, note=note)

    def restore(self) -> None:
        """Restores a backup into another folder."""
        self._restore(self._choice.chosen() if self._choice else None, self.folder)

    def elsewhere(self) -> None:
        """Chooses another folder."""
        self._choose_another()

    def make_there(self) -> None:
        """Makes a new workspace in the folder."""
        self._make_there(self.folder)

    def show_other(self) -> None:
        """Brings the window to the front that has it open; tries to open it where there is none."""
        if self._hall.raise_other(self.folder):
            self._hall.back()
        else:
            self.again()

    # Work in the other thread, and what comes of it.

    def _attempt(self, work: Callable[[], OpenedWorkspace], title: str, *, note: str = "") -> None:
        if self._unlock is not None and self._hall.page.pane() is self._unlock:
            self._try_beside(self._unlock, work, title)
            return
        self._unlock = None
        self._hall.work(title, lambda _progress: work(), self._enter, self.show, note=note)

    def _try_beside(self, pane: UnlockPane, work: Callable[[], OpenedWorkspace], title: str) -> None:
        """Tries a key while the pane stays; what comes of it after the person has left it is put away."""

        def opened(workspace: OpenedWorkspace) -> None:
            if self._hall.page.pane() is pane:
                self._enter(workspace)
            else:
                workspace.lock()

        def refused(error: Exception) -> None:
            if self._hall.page.pane() is pane:
                self._refused(error)

        self._hall.jobs.run(title, lambda _progress: work(), done=opened, failed=refused)

    def _enter(self, workspace: OpenedWorkspace) -> None:
        self._hall.enter(workspace, "")

    def _opened(self) -> OpenedWorkspace:
        return self._hall.front.open(self.folder, self._typed, take_over=self._take_over)

    def _migrated(self) -> OpenedWorkspace:
        return self._hall.front.migrate(self.folder, self._typed).workspace

    def _try_key(self, typed: str) -> None:
        self.open(typed)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.show(error)

    def _add_backups(self, pane: RefusalPane, outcome: object) -> None:
        self._choice = None
        if isinstance(outcome, Damaged) and outcome.backups:
            self._choice = BackupChoice(outcome.backups)
            pane.add(self._choice)
