from __future__ import annotations

import pytest

from tests.support.table_rows import COLUMNS, CountingSource, vendors
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.selectionbar import SelectionBar
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def framed(qtbot):
    def make(count: int) -> TableFrame:
        model = PagedModel(CountingSource(vendors(count), COLUMNS), COLUMNS)
        bar = SelectionBar(())
        frame = TableFrame(Table(model, name="Vendors"), bar, "No vendor matches.")
        frame.table.selected.connect(lambda ids: bar.set_count(len(ids)))
        qtbot.addWidget(frame)
        frame.resize(900, 500)
        frame.show()
        model.reread()
        return frame

    return make


def test_the_last_row_in_sight_is_never_cut(framed, qtbot):
    frame = framed(60)
    table = frame.table

    def ends_with_a_row() -> bool:
        return table.viewport().height() % table.rowHeight(0) == 0

    for height in (500, 507, 531):
        frame.resize(900, height)
        qtbot.waitUntil(ends_with_a_row)
    before = table.viewport().height()
    table.selectRow(0)
    qtbot.waitUntil(lambda: table.viewport().height() < before and ends_with_a_row())


def test_a_short_list_takes_all_the_room_there_is(framed, qtbot):
    frame = framed(2)
    frame.resize(900, 507)
    qtbot.waitUntil(lambda: frame.table.height() == frame.contentsRect().height())
