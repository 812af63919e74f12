"""A plain table over rows in memory, as the panes of a change use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Query
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import LEAST_ROWS, Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import SPACE_2

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.widgets.columns import Column
    from vendorrisk.ui.widgets.query import Sort


class ListTable(TableFrame):
    """A framed table; its head sorts, Ctrl+C copies, Enter opens.

    It starts in the order `sort`; columns whose keys are `optional` are shown as soon as a row has a value.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        empty: QWidget | None = None,
        sort: tuple[Sort, ...] = (),
        optional: Collection[str] = (),
    ) -> None:
        self._optional = [column for column in columns if column.key in optional]
        self.source = ListSource((), columns)
        self.model = PagedModel(self.source, columns, query=Query(sort=sort))
        super().__init__(Table(self.model, name=name), None, "")
        self.table.order_asked.connect(self._on_order)
        if empty is not None:
            self.set_empty(empty)

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Shows other rows; selection and order stay."""
        rows = list(rows)
        for column in self._optional:
            self.table.arrangement.show(column.key, visible=any(column.words(row) for row in rows))
        self.source.replace(rows)
        self.model.reread()
        self.show_state()

    def keep_short(self, most: int) -> None:
        """Takes the height of its rows, at least of a few and at most of so many, and no more."""
        table = self.table
        rows = min(max(self.model.rowCount(), LEAST_ROWS), most)
        height = table.head.sizeHint().height() + rows * table.verticalHeader().defaultSectionSize()
        self.setMaximumHeight(height + 2 * self.frameWidth() + SPACE_2)

    def current(self) -> Any | None:
        """The row that the keyboard is on."""
        found = self.source.by_ids([self.table.current_id()])
        return found[0] if found else None

    def _on_order(self, sort: tuple[Sort, ...]) -> None:
        self.model.set_sort(sort)
