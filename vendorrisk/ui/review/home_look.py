"""A quick look at one task of Home: what it is, by when, whose, and everything that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from vendorrisk.ui.review.home_words import distance_of, near, verb_of
from vendorrisk.ui.widgets.buttons import IconButton, link, primary, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.usecases.review.home_tasks import ToDo


class TaskPanel(Panel):
    """Stands in the right column while it is asked for; Esc gives the column back."""

    closed = Signal()
    verb = Signal(str)
    opened = Signal(str)
    snooze = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Quick look"))
        self._context = context
        self._id = ""
        close = IconButton(Icon.CROSS, tr("Close the quick look"), keys=tr("Space"), small=True, bare=True)
        close.clicked.connect(self.closed)
        self.add_beside_heading(close)
        self.name = wrapping("", role=FontRole.PANEL_TITLE, tone="text")
        self.sentence = wrapping("")
        self._facts = {
            key: (Label(title, role=FontRole.CAPTION, tone="text2"), wrapping("", tone="text"))
            for key, title in (("due", tr("Due")), ("owner", tr("Owner")), ("snoozed", tr("Snoozed")))
        }
        self.do_button, self.open_button = primary(""), secondary(tr("Open"))
        self.snooze_button = link(tr("Snooze…"))
        self.snooze_button.setProperty("starts", "true")
        self._lay_out()
        self.do_button.clicked.connect(lambda: self.verb.emit(self._id))
        self.open_button.clicked.connect(lambda: self.opened.emit(self._id))
        self.snooze_button.clicked.connect(lambda: self.snooze.emit(self._id))

    def show_task(self, one: ToDo | None, today: date) -> None:
        """Shows a task; for none, such as the recovery code, it says so."""
        self._id = one.id if one else ""
        for button in self._buttons():
            button.setVisible(one is not None)
        said = dict(_facts(one, today)) if one else {}
        for key, (title, value) in self._facts.items():
            value.setText(said.get(key, ""))
            for part in (title, value):
                part.setVisible(key in said)
        if one is None:
            self.name.setText(tr("No selection"))
            self.sentence.setText(tr("Choose a task about a vendor or a change."))
            return
        self.name.setText(self._context.say(one.name))
        self.sentence.setText(self._context.say(one.task.label))
        self.do_button.setText(verb_of(one))
        self.snooze_button.setVisible(not one.resting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.add_gap(SPACE_2)
        self.add(self.name)
        self.add_gap(SPACE_2)
        self.add(self.sentence)
        for title, value in self._facts.values():
            self.add_gap(SPACE_3)
            self.add(title)
            self.add(value)
        self.add_stretch()
        for button in self._buttons():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, button.sizePolicy().verticalPolicy())
            self.add_gap(SPACE_2)
            self.add(button)

    def _buttons(self) -> tuple[Button, ...]:
        return (self.do_button, self.open_button, self.snooze_button)


def _facts(one: ToDo, today: date) -> Iterator[tuple[str, str]]:
    due = one.task.due
    if due is not None:
        yield "due", tr("{day}, {distance}", day=day(due), distance=distance_of(one))
    yield "owner", one.task.owner or tr("Nobody")
    if one.snooze is not None:
        facts = {"day": near(one.snooze.until, today), "reason": one.snooze.reason}
        yield "snoozed", tr("Until {day}: {reason}", **facts)
