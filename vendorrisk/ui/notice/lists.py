"""A plain table over rows in memory, as the panes of a change use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Query, Sort
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.widgets.columns import Column


class ListTable(TableFrame):
    """A framed table; its head sorts, Ctrl+C copies, Enter opens."""

    def __init__(self, columns: Sequence[Column], *, name: str, empty: QWidget | None = None) -> None:
        self.source = ListSource((), columns)
        self.model = PagedModel(self.source, columns, query=Query())
        super().__init__(Table(self.model, name=name), None, "")
        self.table.order_asked.connect(self._on_order)
        if empty is not None:
            self.set_empty(empty)

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Shows other rows; selection and order stay."""
        self.source.replace(rows)
        self.model.reread()
        self.show_state()

    def current(self) -> Any | None:
        """The row that the keyboard is on."""
        found = self.source.by_ids([self.table.current_id()])
        return found[0] if found else None

    def _on_order(self, sort: tuple[Sort, ...]) -> None:
        self.model.set_sort(sort)
