"""The finding on which the keyboard is, in full: detail, deadlines, and who accepted its risk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vendorrisk.domain.diligence.finding_words import finding_facts
from vendorrisk.domain.message import Message
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_4
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.records import Finding
    from vendorrisk.domain.report import Cell
    from vendorrisk.ui.shell.context import Context


class FindingPanel(Panel):
    """Tells all that is known of one finding; nothing is shown while none is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Chosen finding"))
        self._context = context
        self._inside = QVBoxLayout()
        self.add_layout(self._inside)
        self.facts: tuple[tuple[str, str], ...] = ()
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Shows another finding."""
        today = self._context.office.clock.today()
        told = finding_facts(finding, today) if finding is not None else ()
        self.facts = tuple((self._words(one.label), self._words(one.value)) for one in told)
        self.setVisible(bool(self.facts))
        empty(self._inside)
        self._inside.addWidget(self._grid())

    def _words(self, value: Cell) -> str:
        if isinstance(value, Message):
            return self._context.say(value)
        return day(value) if isinstance(value, date) else str(value)

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_4)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(1, 1)
        for number, (label, text) in enumerate(self.facts):
            grid.addWidget(Label(label, tone="text2"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapping(text, tone="text"), number, 1)
        return holder
