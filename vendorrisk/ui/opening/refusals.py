"""Each way in which opening can end, with the verbs that lead on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, assert_never

from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.opening_outcomes import (
    Damaged,
    FolderTaken,
    InUse,
    NeedsKey,
    NeedsMigration,
    NetworkFolder,
    NewerFile,
    NoCipher,
    NotAWorkspace,
    ReadOnlyFolder,
    WrongKey,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.usecases.workspace.opening_outcomes import Refusal

    Verbs = list[tuple[str, Callable[[], None]]]


class LeadsOn(Protocol):
    """What can be done after a refusal; each verb of a pane is one of these."""

    def again(self) -> None:
        """Tries the same once more."""

    def take_over(self) -> None:
        """Opens although another computer noted that it has it open."""

    def migrate(self) -> None:
        """Brings the workspace to this version."""

    def restore(self) -> None:
        """Restores a backup into another folder."""

    def elsewhere(self) -> None:
        """Chooses another folder."""

    def make_there(self) -> None:
        """Makes a new workspace in the folder."""

    def show_other(self) -> None:
        """Brings the window to the front that has it open."""


def verbs_for(outcome: Refusal, ways: LeadsOn) -> Verbs:
    """The verbs of an ending, the one that most people want first."""
    again, elsewhere = (tr("Try again"), ways.again), (tr("Choose another folder…"), ways.elsewhere)
    match outcome:
        case NeedsKey() | WrongKey():
            return [again]
        case InUse(elsewhere=True):
            return [again, (tr("Take it over…"), ways.take_over)]
        case InUse():
            return [(tr("Show that window"), ways.show_other), again]
        case NeedsMigration():
            return [(tr("Bring it up to date"), ways.migrate)]
        case Damaged(backups=backups):
            return [(tr("Restore this backup…"), ways.restore)] if backups else [again]
        case NotAWorkspace():
            return [elsewhere, (tr("Make a new workspace there"), ways.make_there)]
        case ReadOnlyFolder():
            return [again, (tr("Restore a backup…"), ways.restore)]
        case FolderTaken() | NetworkFolder():
            return [elsewhere]
        case NewerFile() | NoCipher():
            return []
    assert_never(outcome)
