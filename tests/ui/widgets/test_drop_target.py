from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.table_rows import COLUMNS, CountingSource, vendors
from vendorrisk.ui.widgets.drop_target import DropTarget, DropZone
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.tokens import LIGHT

pytestmark = pytest.mark.usefixtures("theme")

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def promise(row_id: str, paths: list[Path]) -> str:
    if any(path.suffix != ".pdf" for path in paths):
        return ""
    return f"Add {len(paths)} to {row_id}" if row_id else f"Add {len(paths)}, ask for the vendor"


@pytest.fixture
def table(qtbot):
    table = Table(PagedModel(CountingSource(vendors(5)), COLUMNS), name="Vendors")
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.rows.reread()
    table.show()
    qtbot.waitExposed(table)
    table.target = DropTarget(table, promise)
    return table


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}") for name in names])
    return data


def hold(table, at: QPoint, data: QMimeData) -> QDragMoveEvent:
    QApplication.sendEvent(table.viewport(), QDragEnterEvent(at, COPY, data, LEFT, NONE))
    event = QDragMoveEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(table.viewport(), event)
    return event


def let_go(table, at: QPoint, data: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(at), COPY, data, LEFT, NONE)
    QApplication.sendEvent(table.viewport(), event)
    return event


def on_row(table, row: int) -> QPoint:
    return table.row_rect(row).center()


def test_what_will_happen_is_said_before_files_are_let_go(table):
    event = hold(table, on_row(table, 2), files("soc2.pdf"))
    assert event.isAccepted()
    assert table.target.words == "Add 1 to v2"
    image = table.viewport().grab().toImage()
    row = table.row_rect(2)
    assert image.pixelColor(200, row.top() + 1).name() == LIGHT.accent.lower()
    assert image.pixelColor(row.right() - 16, row.center().y()).name() == LIGHT.accent.lower()


def test_files_let_go_on_a_row_come_with_its_id(table, qtbot):
    data = files("soc2.pdf", "iso.pdf")
    hold(table, on_row(table, 3), data)
    with qtbot.waitSignal(table.target.dropped) as told:
        let_go(table, on_row(table, 3), data)
    assert told.args == ["v3", [Path("/tmp/soc2.pdf"), Path("/tmp/iso.pdf")]]
    assert table.target.words == ""


def test_files_below_the_rows_belong_to_the_list(table, qtbot):
    below = QPoint(50, 350)
    data = files("soc2.pdf")
    hold(table, below, data)
    assert table.target.words == "Add 1, ask for the vendor"
    with qtbot.waitSignal(table.target.dropped) as told:
        let_go(table, below, data)
    assert told.args[0] == ""


def test_what_is_not_promised_is_not_taken(table, qtbot):
    data = files("macro.exe")
    assert not hold(table, on_row(table, 1), data).isAccepted()
    with qtbot.assertNotEmitted(table.target.dropped):
        assert not let_go(table, on_row(table, 1), data).isAccepted()
    assert table.target.words == ""


def test_text_and_web_addresses_are_not_files(table, qtbot):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.pdf")])
    assert not hold(table, on_row(table, 1), data).isAccepted()


def test_the_sign_goes_when_the_files_are_carried_away(table):
    hold(table, on_row(table, 1), files("a.pdf"))
    QApplication.sendEvent(table.viewport(), QDragLeaveEvent())
    assert table.target.words == ""


@pytest.fixture
def zone(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    page.zone = DropZone(page, lambda paths: promise("", paths))
    return page


def carry(page, kind, data: QMimeData):
    event = kind(QPointF(9, 9) if kind is QDropEvent else QPoint(9, 9), COPY, data, LEFT, NONE)
    QApplication.sendEvent(page, event)
    return event


def test_a_page_says_over_all_of_it_what_will_happen_and_takes_the_files(zone, qtbot):
    data = files("soc2.pdf")
    assert carry(zone, QDragEnterEvent, data).isAccepted()
    assert carry(zone, QDragMoveEvent, data).isAccepted()
    assert zone.zone.words == "Add 1, ask for the vendor"
    assert zone.grab().toImage().pixelColor(200, 1).name() == LIGHT.accent.lower()
    with qtbot.waitSignal(zone.zone.dropped) as told:
        assert carry(zone, QDropEvent, data).isAccepted()
    assert (told.args, zone.zone.words) == ([[Path("/tmp/soc2.pdf")]], "")


def test_a_page_takes_nothing_that_it_did_not_promise(zone, qtbot):
    assert not carry(zone, QDragEnterEvent, files("macro.exe")).isAccepted()
    assert not carry(zone, QDragMoveEvent, QMimeData()).isAccepted()
    with qtbot.assertNotEmitted(zone.zone.dropped):
        assert not carry(zone, QDropEvent, files("macro.exe")).isAccepted()


def test_the_sign_of_a_page_goes_when_the_files_are_carried_away(zone):
    carry(zone, QDragEnterEvent, files("a.pdf"))
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert zone.zone.words == ""
