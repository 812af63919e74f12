"""A panel with a short table of records: to open, add, change and remove them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal

from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.saved_views import Density
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import ROW_HEIGHTS, Table
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import SPACE_2

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.widgets.buttons import Button
    from vendorrisk.ui.widgets.columns import Column

MOST_ROWS: Final = 14
"""Rows shown before the table scrolls within its panel."""


class RecordPanel(Panel):
    """Shows rows in memory. Enter opens one, Del removes it, a link in the heading adds one."""

    opened = Signal(str)
    removed = Signal(str)
    added = Signal()

    def __init__(
        self,
        title: str,
        columns: Sequence[Column],
        *,
        nothing: str,
        add: str = "",
        row_id: Callable[[Any], str] = lambda row: str(row.id),
    ) -> None:
        """Takes the heading, the columns, what is said while there are no rows, and what adds one."""
        super().__init__(title, foot=SPACE_2)
        self._title = title
        self._rows: dict[str, Any] = {}
        self._of_one_row: tuple[Button, ...] = ()
        self._choose_first = ""
        self._row_id = row_id
        self._source = ListSource([], columns, row_id=row_id)
        self.model = PagedModel(self._source, columns, row_id=row_id)
        self.table = Table(self.model, name=title)
        self.table.inset_lines(SPACE_2)
        self.nothing = wrapping(nothing)
        self.nothing.setContentsMargins(0, 0, 0, SPACE_2)
        self.add_link_button: Button | None = self.add_link(add) if add else None
        self.add(self.nothing)
        self.add(self.table, bleed=SPACE_2)
        self.add_stretch()
        self._connect()
        self.show_rows(())

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows other rows; selection and the row the keyboard is on stay where they can."""
        self._rows = {self._row_id(row): row for row in rows}
        self._source.replace(rows)
        self.model.refresh()
        self.set_heading(self._title, count=len(rows) or None)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._fit()
        self._judge()

    def row(self, row_id: str = "") -> Any | None:
        """Returns a row by its id; without one the row the keyboard is on."""
        return self._rows.get(row_id or self.table.current_id())

    def allow_adding(self, why_not: str) -> None:
        """Lets rows be added, or says why not."""
        if self.add_link_button is not None:
            self.add_link_button.disable_because(why_not)

    def need_row(self, choose_first: str, *buttons: Button) -> None:
        """Greys buttons, and says why, as long as the keyboard is on no row that they could be for."""
        self._choose_first, self._of_one_row = choose_first, buttons
        self._judge()

    def take_focus(self) -> None:
        """Puts the keyboard on the table, or while that is empty on what adds a row."""
        target = self.table if self._rows else self.add_link_button
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_current(self) -> None:
        """Opens the row the keyboard is on, while it is on the table."""
        if self.table.hasFocus() and self.row() is not None:
            self.opened.emit(self.table.current_id())

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.archive.connect(lambda ids: self.removed.emit(ids[0]))
        self.table.order_asked.connect(self.model.set_sort)
        self.table.current.connect(lambda _row_id: self._judge())
        if self.add_link_button is not None:
            self.add_link_button.clicked.connect(self.added)
        current_theme().changed.connect(self._fit)

    def _judge(self) -> None:
        for button in self._of_one_row:
            button.disable_because("" if self.row() is not None else self._choose_first)

    def _fit(self) -> None:
        rows = min(MOST_ROWS, max(1, self.model.rowCount()))
        height = current_theme().px(ROW_HEIGHTS[Density.NORMAL]) * rows
        self.table.setFixedHeight(self.table.head.sizeHint().height() + height + 2)
