"""Why a workspace did not open, in one sentence, and what can be done about it, one verb each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup

SHOWN_BACKUPS = 6


class RefusalPane(Pane):
    """What happened and what to do; the first verb is the one that Enter means."""

    def __init__(self, what: str, remedy: str, verbs: Sequence[tuple[str, Callable[[], None]]]) -> None:
        super().__init__(what)
        self.say(remedy)
        self._verb_texts: list[str] = []
        for text_of_verb, run in verbs:
            button = self.offer_also(text_of_verb) if self._verb_texts else self.offer(text_of_verb)
            button.clicked.connect(run)
            self._verb_texts.append(text_of_verb)
        leave = self.offer_leaving(tr("Back"))
        self.start_at(self.verb or leave)


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
