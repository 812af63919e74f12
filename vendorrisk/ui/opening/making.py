"""Making a workspace: two questions, the work, and the recovery code that is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.opening.code_pane import CodePane
from vendorrisk.ui.opening.new_pane import NewPane
from vendorrisk.ui.opening.refusal_pane import refuse
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.domain.message import UserError
    from vendorrisk.ui.opening.hall import Hall
    from vendorrisk.usecases.workspace.front import Made


class Making:
    """One new workspace, from the two questions to its recovery code; `first` is what to do in it first."""

    def __init__(self, hall: Hall, *, first: str = "", folder: Path | None = None) -> None:
        self._hall = hall
        self._first = first
        self._company = ""
        self._folder = folder
        self._secret: str | None = None

    def ask(self) -> NewPane:
        """Asks for company and folder, and finds out meanwhile whether a keyring can keep the key."""
        title = tr("New workspace for my list") if self._first == "import" else tr("New workspace")
        pane = NewPane(title, self._hall.front.default_folder, self._pick_folder)
        if self._folder is not None:
            pane.form.load({"company": self._company, "folder": str(self._folder)})
            pane.keep_folder()
        pane.wanted.connect(self._make)
        pane.left.connect(self._hall.back)
        self._hall.page.show_pane(pane)

        def told(there: bool) -> None:  # noqa: FBT001  (a result)
            if self._hall.page.pane() is pane:
                pane.ask_passphrase(not there)

        keyring = self._hall.front.has_keyring
        self._hall.jobs.run(tr("Looking for a keyring"), lambda _progress: keyring(), done=told)
        return pane

    def _make(self, company: str, folder: Path, secret: str | None) -> None:
        self._company, self._folder, self._secret = company, folder, secret
        front = self._hall.front
        title = tr("Making the workspace of {company}…", company=company)
        self._hall.work(
            title, lambda _progress: front.make(folder, company, secret), self._made, self._refused
        )

    def _made(self, made: Made) -> None:
        pane = CodePane(
            made.recovery_code, self._company, self._hall.messages,
            opens_alone=made.kept_in_keyring, has_passphrase=self._secret is not None,
        )  # fmt: skip
        pane.go_on.clicked.connect(lambda: self._hall.enter(made.workspace, self._first))
        self._hall.page.starts.setEnabled(False)
        self._hall.page.show_pane(pane)

    def _refused(self, error: UserError) -> None:
        refuse(self._hall, error, self.ask, tr("Change the answers"))

    def _pick_folder(self, start: Path | None) -> Path | None:
        return self._hall.messages.pick_folder(tr("Folder for the new workspace"), start=_existing(start))


def _existing(place: Path | None) -> Path | None:
    """The nearest folder above a path that exists, to start a dialog from."""
    if place is None:
        return None
    return next((one for one in (place, *place.parents) if one.is_dir()), None)
