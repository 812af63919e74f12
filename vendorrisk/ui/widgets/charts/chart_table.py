"""The table alternative of a chart: the same data as rows to read, walk and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from vendorrisk.ui.widgets.columns import Column
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from vendorrisk.ui.widgets.charts.chart import Chart, ChartData


class ChartTable(Table):
    """Lies over its chart while shown; T or Esc brings the drawing back."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        titles = chart.data().titles
        self._columns = tuple(_column(place, title) for place, title in enumerate(titles))
        self._source = ListSource((), self._columns, row_id=_key)
        model = PagedModel(self._source, self._columns, row_id=_key)
        name = tr("{chart}, as a table", chart=chart.accessibleName())
        super().__init__(model, name=name, parent=chart)
        model.setParent(self)
        self.opened.connect(chart.opened)
        self.hide()

    def show_data(self, data: ChartData | None) -> None:
        """Shows the data over the chart, or goes away."""
        if data is None:
            self.hide()
            return
        self._source.replace(data.rows)
        self.rows.reread()
        self.setGeometry(self._chart.rect())
        self.show()
        self.raise_()
        if data.rows and not self.currentIndex().isValid():
            self.selection.put_current(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes back to the drawing; other keys are those of a table."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in {Qt.Key.Key_T, Qt.Key.Key_Escape}:
            self._chart.show_table(visible=False)
        else:
            super().keyPressEvent(event)


def _column(place: int, title: str) -> Column:
    return Column(key=str(place), title=title, value=lambda row: row.cells[place], strong=place == 0)


def _key(row: Any) -> str:
    return str(row.key)
