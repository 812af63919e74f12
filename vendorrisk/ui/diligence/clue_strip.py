"""What a file suggests about its document: nothing is filled in before its button is pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vendorrisk.domain.diligence.clues import DayRole
from vendorrisk.domain.message import msg
from vendorrisk.ui.widgets.buttons import Button, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.flow_layout import FlowLayout
from vendorrisk.ui.widgets.labels import Label, tip, wrapping
from vendorrisk.ui.widgets.layouts import let_go
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL_SMALL, SPACE_2
from vendorrisk.ui.widgets.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vendorrisk.domain.diligence.clues import Clues, FoundDay, FoundKind, UnclearDay
    from vendorrisk.domain.message import Message, UserError

KIND: Final = "kind"
_WORDS: Final = {
    DayRole.START: mark("From {day}"),
    DayRole.END: mark("To {day}"),
    DayRole.ISSUED: mark("Issued {day}"),
    DayRole.UNSAID: mark("{day}"),
}


class ClueStrip(QWidget):
    """One line of suggestions, or why there are none."""

    kind_chosen = Signal(str, str)
    """A kind, and the edition that the text names with it; empty where it names none."""
    day_chosen = Signal(object, str)
    """A day and the DayRole that the text gives it."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__()
        self._say = say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._offers = QWidget()
        self._row = FlowLayout(self._offers, gap=SPACE_2)
        lead = Label(tr("Found in the file:"), tone="text2")
        current_theme().keep_height(lead, CONTROL_SMALL)
        self._row.addWidget(lead)
        self._told = wrapping("")
        column.addWidget(self._offers)
        column.addWidget(self._told)
        self.buttons: list[Button] = []
        self.hide()

    def show_clues(self, clues: Clues) -> None:
        """Offers what was found, and names the dates with several readings; else nothing at all is shown."""
        self._clear()
        for kind in clues.kinds:
            self._offer(self._kind_words(kind), partial(self.kind_chosen.emit, kind.code, kind.edition))
        for found in clues.days:
            button = self._offer(_words(found.day, found.role), self._choosing(found))
            button.setToolTip(tip(tr("“{words}”", words=found.words)))
        self._told.setText("\n".join(map(_unclear_words, clues.unclear)))
        self._told.setVisible(bool(clues.unclear))
        self._offers.setVisible(bool(self.buttons))
        self.setVisible(bool(self.buttons or clues.unclear))

    def say_why_not(self, error: UserError) -> None:
        """Says why the file suggests nothing."""
        self._clear()
        self._told.setText(f"{self._say(error.what)} {self._say(error.remedy)}")
        self._told.show()
        self._offers.hide()
        self.show()

    def _kind_words(self, kind: FoundKind) -> str:
        name = self._say(msg(f"DocumentKind.{kind.code}"))
        return tr("{kind}, edition {edition}", kind=name, edition=kind.edition) if kind.edition else name

    def _choosing(self, found: FoundDay) -> Callable[[], None]:
        return lambda: self.day_chosen.emit(found.day, found.role.value)

    def _offer(self, text: str, run: Callable[[], None]) -> Button:
        button = secondary(text, small=True)
        button.clicked.connect(lambda _checked: run())
        button.setAutoDefault(False)
        self._row.addWidget(button)
        self.buttons.append(button)
        return button

    def _clear(self) -> None:
        for button in self.buttons:
            let_go(self._row, button)
        self.buttons = []


def _unclear_words(unclear: UnclearDay) -> str:
    readings = tr("{one} or {other}", one=day(unclear.readings[0]), other=day(unclear.readings[-1]))
    return tr(
        "“{written}” can be {readings}: enter the date yourself.", written=unclear.written, readings=readings
    )


def _words(found: date, role: DayRole) -> str:
    return tr(_WORDS[role], day=day(found))
