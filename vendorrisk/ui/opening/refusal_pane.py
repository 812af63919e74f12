"""Why a workspace did not open, in one sentence, and what can be done about it, one verb each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.workspace.opening_outcomes import (
    FolderTaken,
    NetworkFolder,
    OpeningRefused,
    ReadOnlyFolder,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.message import UserError
    from vendorrisk.ui.opening.hall import Hall
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup

SHOWN_BACKUPS = 6


class RefusalPane(Pane):
    """What happened and what to do; the first verb is the one that Enter means."""

    def __init__(self, what: str, remedy: str, verbs: Sequence[tuple[str, Callable[[], object]]]) -> None:
        super().__init__(what)
        self.say(remedy)
        self._verb_texts: list[str] = []
        for text_of_verb, run in verbs:
            button = self.offer_also(text_of_verb) if self._verb_texts else self.offer(text_of_verb)
            button.clicked.connect(run)
            self._verb_texts.append(text_of_verb)
        leave = self.offer_leaving(tr("Back"))
        self.start_at(self.verb or leave)


class AsksForFolder(Protocol):
    """A pane on which a person names a folder."""

    def show_problem(self, field: str, what: str, remedy: str) -> None:
        """Says under a field what is wrong with what was typed, and what to do."""


def refuse(hall: Hall, error: UserError, ask: Callable[[], AsksForFolder], verb: str) -> None:
    """Asks again where the folder is the trouble, and says so under it; else says why and offers to ask."""
    what, remedy = hall.sentences(error)
    outcome = error.outcome if isinstance(error, OpeningRefused) else None
    if isinstance(outcome, FolderTaken | NetworkFolder | ReadOnlyFolder):
        ask().show_problem("folder", what, remedy)
        return
    pane = RefusalPane(what, remedy, [(verb, ask)])
    pane.left.connect(hall.back)
    hall.page.show_pane(pane)


class BackupChoice(QWidget):
    """The backups of a damaged workspace, the newest first; the best one is chosen to begin with."""

    def __init__(self, backups: Sequence[KnownBackup]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Backups"))
        self._backups = list(backups)[:SHOWN_BACKUPS]
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for number, backup in enumerate(self._backups):
            button = QRadioButton(described(backup))
            self._group.addButton(button, number)
            column.addWidget(button)
        best = next((n for n, one in enumerate(self._backups) if one.verified_at is not None), 0)
        self._group.button(best).setChecked(True)

    def chosen(self) -> KnownBackup:
        """Returns the backup that is chosen."""
        return self._backups[self._group.checkedId()]


def described(backup: KnownBackup) -> str:
    """A backup for choosing: when it was made (the computer's zone), and whether a trial proved it."""
    made = backup.created_at.astimezone()
    when = tr("{day}, {time}", day=day(made.date()), time=f"{made:%H:%M}")
    proved = tr("restored as a trial") if backup.verified_at else tr("never restored as a trial")
    return tr("{when}, {proved}", when=when, proved=proved)
