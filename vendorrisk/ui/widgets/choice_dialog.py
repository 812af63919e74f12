"""Choosing one of many: a list to filter instead of a column of radio buttons that outgrows the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from vendorrisk.ui.widgets.columns import Column
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.filter_field import FilterField
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Query
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

TABLE_HEIGHT: Final = 330


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its key, and its words in each column."""

    id: str
    cells: tuple[str, ...]


class ChoiceDialog(Dialog):
    """A list under a filter; Enter takes the row in force, from the filter as from the list."""

    def __init__(
        self,
        parent: QWidget | None,
        question: str,
        options: Sequence[tuple[str, ...]],
        *,
        yes: str,
        titles: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, question, width=MIDDLE)
        columns = [_column(number, title) for number, title in enumerate(titles or ("",))]
        rows = [Option(key, tuple(cells)) for key, *cells in options]
        self.model = PagedModel(ListSource(rows, columns), columns)
        self.table = Table(self.model, name=question)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.head.setVisible(bool(titles))
        self.filter = _ChoiceFilter(keys="")
        self.filter.setAccessibleName(tr("Filter the list"))
        self.body.addWidget(self.filter)
        self.hold_table(TableFrame(self.table, None, tr("Nothing in the list matches.")), TABLE_HEIGHT)
        self.verb = self.offer(yes)
        self._connect()
        self._ask("")

    def chosen(self) -> str:
        """Returns the key of the row in force; empty where the filter leaves none."""
        ids = self.table.selected_ids()
        return ids[0] if ids else ""

    def _connect(self) -> None:
        self.filter.filtered.connect(self._ask)
        self.filter.left.connect(self.table.setFocus)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self.accept)
        self.table.escaped.connect(self.reject)
        self.model.modelReset.connect(self._choose_first)

    def _ask(self, text: str) -> None:
        self.model.set_query(Query(text=text))

    def _choose_first(self) -> None:
        """Has always one row in force, so that a name typed and Enter are enough."""
        first = self.model.id_at(0)
        if not self.table.selected_ids() and first:
            self.table.go_to(first)
        self._on_selected(self.table.selected_ids())

    def _on_selected(self, ids: list[str]) -> None:
        self.verb.disable_because("" if ids else tr("Nothing is chosen."))


class _ChoiceFilter(FilterField):
    """Leaves Enter, and Esc once it is empty, to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Adds to filtering: the first row that matches is in force by the time Enter takes it."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.filter_now()
            event.ignore()
        elif key == Qt.Key.Key_Escape and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


def _column(number: int, title: str) -> Column:
    def words(row: Option) -> str:
        return row.cells[number]

    return Column(key=str(number), title=title, value=words, strong=number == 0)


def pick_one(
    parent: QWidget | None,
    question: str,
    options: Sequence[tuple[str, ...]],
    *,
    yes: str,
    titles: Sequence[str] = (),
) -> str | None:
    """Asks for one of many and returns its key, or None if the person leaves."""
    dialog = ChoiceDialog(parent, question, options, yes=yes, titles=titles)
    dialog.filter.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog.chosen() if dialog.ask() else None
