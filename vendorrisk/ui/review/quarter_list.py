"""What stands behind a number of the quarterly review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from vendorrisk.ui.notice.lists import ListTable
from vendorrisk.ui.widgets.columns import Cell, Column, Status
from vendorrisk.ui.widgets.dialogs import LARGE, MIDDLE, Dialog
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

HIGH = 320
ABOUT = 72
"""Pixels for what the chosen figure counts and is made of: up to four lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One thing that was counted, or was not although it belongs to the whole."""

    id: str
    name: str
    counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure in words."""

    id: str
    name: str
    amount: str
    percent: str
    standing: Status
    made_of: str
    definition: str


class BehindDialog(Dialog):
    """The names behind a number; Enter opens the vendor. `chosen` is the id that was opened."""

    def __init__(
        self, parent: QWidget | None, title: str, rows: Sequence[Behind], *, about: str = ""
    ) -> None:
        super().__init__(parent, title, width=MIDDLE)
        self.chosen = ""
        if about:
            self.body.addWidget(wrapping(about))
        self.list = ListTable(_columns(rows), name=title, empty=wrapping(tr("None.")))
        self.list.show_rows(rows)
        current_theme().keep_height(self.list, HIGH)
        self.list.table.opened.connect(self._choose)
        self.body.addWidget(self.list)
        self.offer_close()

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.accept()


class FiguresDialog(Dialog):
    """All figures of a quarter, below them what the chosen one is made of; Enter opens the list behind it."""

    def __init__(self, parent: QWidget | None, title: str, rows: Sequence[Line]) -> None:
        super().__init__(parent, title, width=LARGE)
        self.chosen = ""
        self.list = ListTable(_figure_columns(), name=title)
        self.list.show_rows(rows)
        current_theme().keep_height(self.list, HIGH + 120)
        self.list.table.opened.connect(self._choose)
        self.list.table.current.connect(self._tell)
        self.body.addWidget(self.list)
        self.about = wrapping("")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        current_theme().keep_height(self.about, ABOUT)
        self.body.addWidget(self.about)
        self.list.table.selectRow(0)
        self.offer_close()

    def _tell(self) -> None:
        one = self.list.current()
        self.about.setText(said_of(one.definition, one.made_of) if one else "")

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.accept()


def said_of(definition: str, made_of: str) -> str:
    """What a figure counts, and below it what it is made of."""
    return "\n".join((definition, tr("Of which: {parts}.", parts=made_of))) if made_of else definition


def _columns(rows: Sequence[Behind]) -> list[Column]:
    columns = [Column(key="name", title=tr("Name"), value=lambda one: one.name, strong=True, sort_key="name")]
    if not all(one.counted for one in rows):
        columns.append(
            Column(key="counted", title=tr("Counted"), value=_counted, kind=Cell.STATUS, sort_key="counted")
        )
    return columns


def _counted(one: Behind) -> Status:
    if one.counted:
        return Status(Kind.GOOD, tr("Yes"), chip=False)
    return Status(Kind.WARN, tr("No"))


def _figure_columns() -> list[Column]:
    return [
        Column(key="name", title=tr("Figure"), value=lambda one: one.name, strong=True, sort_key="name"),
        Column(key="amount", title=tr("Count"), value=lambda one: one.amount, align_right=True),
        Column(key="percent", title=tr("Percent"), value=lambda one: one.percent, align_right=True),
        Column(key="standing", title=tr("Standing"), value=lambda one: one.standing, kind=Cell.STATUS,
               sort_key="standing"),
    ]  # fmt: skip
