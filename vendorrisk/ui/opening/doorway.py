"""From a choice on the Welcome page to an open workspace; each way is loaded when it is first gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.ui.opening.hall import Hall
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup
    from vendorrisk.usecases.workspace.recent import RecentWorkspace


class Doorway:
    """What the rows of the Welcome page lead to."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._under_way: object = None
        """What is being begun: its panes hold it by their signals only, and those hold nothing alive."""

    def let_go(self) -> None:
        """Forgets what was begun, and with it what was typed: it has led to an open workspace."""
        self._under_way = None

    def begin(self, key: str) -> None:
        """Begins what a row of the Welcome page stands for."""
        ways = {
            "new": self.make, "open": self.choose, "sample": self.sample, "import": self.make_for_list,
            "restore": self.restore,
        }  # fmt: skip
        ways[key]()

    def open(self, folder: Path, company: str = "", typed: str | None = None) -> None:
        """Opens a folder."""
        from vendorrisk.ui.opening.entering import Entering  # noqa: PLC0415  (not needed to start)

        entering = Entering(
            self._hall, folder, company,
            choose_another=self.choose, make_there=self.make_in, restore=self.restore_near,
        )  # fmt: skip
        self._under_way = entering
        entering.open(typed)

    def unlock(self, folder: Path, company: str) -> None:
        """Shows a workspace that was locked, with the verb that unlocks it."""
        from vendorrisk.ui.opening.locked_pane import LockedPane  # noqa: PLC0415  (not needed to start)

        pane = LockedPane(company)
        pane.unlocked.connect(lambda: self.open(folder, company))
        pane.left.connect(self._hall.back)
        self._hall.page.show_pane(pane)

    def open_recent(self, one: RecentWorkspace) -> None:
        """Opens a workspace of the list."""
        self.open(one.folder, one.company)

    def choose(self) -> None:
        """Asks for a folder and opens it."""
        folder = self._hall.messages.pick_folder(tr("Open a workspace"))
        if folder is not None:
            self.open(folder)

    def locate(self, one: RecentWorkspace) -> None:
        """Asks where a moved workspace is now, and opens it there."""
        title = tr("Where is the workspace of {company} now?", company=one.company)
        folder = self._hall.messages.pick_folder(title)
        if folder is not None:
            self._hall.front.relocate(one.folder, folder)
            self.open(folder, one.company)

    def forget(self, one: RecentWorkspace) -> None:
        """Takes a workspace off the list; its files stay."""
        self._hall.front.forget(one.folder)
        self._hall.back()

    def make(self) -> None:
        """Makes a workspace."""
        self._make()

    def make_in(self, folder: Path) -> None:
        """Makes a workspace in a folder that was chosen already."""
        self._make(folder=folder)

    def make_for_list(self) -> None:
        """Makes a workspace and goes on to the import of a list."""
        self._make(first="import")

    def restore(self) -> None:
        """Restores a backup."""
        self._restore(None, None)

    def restore_near(self, backup: KnownBackup | None, folder: Path) -> None:
        """Restores a backup of a workspace that did not open, beside it."""
        self._restore(backup, folder)

    def sample(self) -> None:
        """Builds the sample workspace and opens it."""
        front = self._hall.front
        self._hall.work(
            tr("Building the sample workspace…"),
            lambda progress: front.sample(progress.step),
            lambda workspace: self._hall.enter(workspace, ""),
            self._refused,
            note=tr("A fictional communications company with two years of invented history."),
            can_stop=True,
        )

    def _make(self, *, first: str = "", folder: Path | None = None) -> None:
        from vendorrisk.ui.opening.making import Making  # noqa: PLC0415  (not needed to start)

        making = Making(self._hall, first=first, folder=folder)
        self._under_way = making
        making.ask()

    def _restore(self, backup: KnownBackup | None, near: Path | None) -> None:
        from vendorrisk.ui.opening.restoring import Restoring  # noqa: PLC0415  (not needed to start)

        path = backup.path if backup else None
        restoring = Restoring(self._hall, self.open, backup=path, near=near)
        self._under_way = restoring
        restoring.ask()

    def _refused(self, error: Exception) -> None:
        from vendorrisk.domain.message import UserError  # noqa: PLC0415  (not needed to start)
        from vendorrisk.ui.opening.refusal_pane import RefusalPane  # noqa: PLC0415  (not needed to start)

        if isinstance(error, UserError):
            what, remedy = self._hall.sentences(error)
            pane = RefusalPane(what, remedy, [(tr("Try again"), self.sample)])
            pane.left.connect(self._hall.back)
            self._hall.page.show_pane(pane)
