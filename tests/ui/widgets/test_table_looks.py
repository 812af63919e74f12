"""What a table looks like, read from its pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.support.table_rows import COLUMNS, CountingSource, vendors
from vendorrisk.ui.widgets.columns import Cell, Column, check_column, chip, plain
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.query import Filter, Query, Sort
from vendorrisk.ui.widgets.saved_views import Density
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.theme import Scheme, current_theme
from vendorrisk.ui.widgets.tokens import DARK, LIGHT, Kind

pytestmark = pytest.mark.usefixtures("theme")

REGISTER = (
    check_column("Select"),
    Column(
        key="name", title="Hvendor", value=lambda v: "H" + v.name, width=164, strong=True, sort_key="name"
    ),
    Column(key="service", title="Hservice", value=lambda _v: "H SMS carrier", width=116),
    Column(key="place", title="Hplace", value=lambda _v: "H Brazil", width=112),
    Column(
        key="risk", title="Risk", value=lambda _v: chip(Kind.SERIOUS, "High"), kind=Cell.STATUS, width=112
    ),
    Column(
        key="done",
        title="Assessed",
        value=lambda _v: plain(Kind.GOOD, "Mar 2026"),
        kind=Cell.STATUS,
        width=140,
    ),
    Column(
        key="docs", title="Documents", value=lambda _v: chip(Kind.WARN, "Soon"), kind=Cell.STATUS, width=126
    ),
    Column(key="transfer", title="Transfer", value=lambda _v: "SCC", width=120, fold=2),
    Column(key="owner", title="Owner", value=lambda _v: "M. Horvat", width=100, fold=1),
)


def a_table(qtbot, columns=REGISTER, *, count=40, size=(820, 545)) -> Table:
    table = Table(PagedModel(CountingSource(vendors(count), columns), columns), name="Vendors")
    qtbot.addWidget(table)
    table.resize(*size)
    table.rows.set_query(Query(sort=(Sort("name"),)))
    table.show()
    qtbot.waitExposed(table)
    return table


def picture(table: Table) -> QImage:
    return table.grab().toImage()


def first_ink(image: QImage, area: QRect, ground: str) -> int:
    """Returns the leftmost x in an area where anything differs clearly from the ground."""
    wanted = QColor(ground)
    for x in range(area.left(), area.right() + 1):
        for y in range(area.top(), area.bottom() + 1):
            if abs(image.pixelColor(x, y).lightness() - wanted.lightness()) > 60:
                return x
    raise AssertionError("nothing is drawn there")


def cell_area(table: Table, row: int, key: str) -> QRect:
    """Returns a cell in the table's coordinates, without its hair line."""
    rect = table.visualRect(table.rows.index(row, table.rows.column_number(key)))
    return rect.translated(table.viewport().pos()).adjusted(0, 0, 0, -1)


def title_area(table: Table, key: str) -> QRect:
    number = table.rows.column_number(key)
    head = table.head
    return QRect(
        head.x() + head.sectionViewportPosition(number), head.y(), head.sectionSize(number), head.height() - 1
    )


def is_ink(image: QImage, x: int, y: int, colour: str) -> bool:
    return image.pixelColor(x, y).name() == colour.lower()


@pytest.mark.parametrize("key", ["name", "service", "place"])
def test_titles_and_texts_begin_on_the_same_x(qtbot, key):
    table = a_table(qtbot)
    image = picture(table)
    title = first_ink(image, title_area(table, key), LIGHT.surface)
    text = first_ink(image, cell_area(table, 3, key), LIGHT.surface)
    assert abs(title - text) <= 1


def test_chips_begin_where_their_title_begins(qtbot):
    table = a_table(qtbot)
    image = picture(table)
    cell = cell_area(table, 3, "risk")
    chip_left = next(
        x
        for x in range(cell.left(), cell.right())
        if is_ink(image, x, cell.center().y(), LIGHT.chips[Kind.SERIOUS].bg)
    )
    assert abs(chip_left - first_ink(image, title_area(table, "risk"), LIGHT.surface)) <= 1


def test_marks_of_plain_states_lie_under_those_of_chips(qtbot):
    table = a_table(qtbot)
    image = picture(table)
    in_chip, alone = cell_area(table, 3, "docs"), cell_area(table, 3, "done")
    y = in_chip.top() + 16

    def mark_centre(area: QRect, colour: str) -> float:
        xs = [x for x in range(area.left(), area.left() + 26) if is_ink(image, x, y, colour)]
        return (xs[0] + xs[-1]) / 2 - area.left()

    chip_mark = mark_centre(in_chip, LIGHT.chips[Kind.WARN].fg)
    assert abs(chip_mark - mark_centre(alone, LIGHT.chips[Kind.GOOD].fg)) <= 1


def test_small_and_ordinary_texts_of_a_row_share_one_baseline(qtbot):
    columns = (
        Column(key="name", title="A", value=lambda _v: "HHH", width=100),
        Column(key="risk", title="B", value=lambda _v: plain(Kind.NEUTRAL, "HHH"), kind=Cell.MARK, width=100),
        Column(key="verb", title="C", value=lambda _v: "HHH", kind=Cell.VERB, width=100),
    )
    table = a_table(qtbot, columns, size=(330, 200))
    image = picture(table)

    def lowest_ink(key: str) -> int:
        area = cell_area(table, 1, key).adjusted(22 if key == "risk" else 0, 0, 0, 0)
        rows = [
            y
            for y in range(area.top(), area.bottom() + 1)
            if any(
                image.pixelColor(x, y).lightness() < LIGHT_ENOUGH for x in range(area.left(), area.right())
            )
        ]
        return rows[-1] - area.top()

    assert {lowest_ink("name"), lowest_ink("risk"), lowest_ink("verb")} == {16 + 5 - 1}


LIGHT_ENOUGH = 160


@pytest.mark.parametrize(
    ("density", "height"), [(Density.NORMAL, 32), (Density.COMPACT, 26), (Density.COMFORTABLE, 40)]
)
def test_rows_have_the_height_of_the_density_and_end_in_one_hair_line(qtbot, density, height):
    table = a_table(qtbot)
    table.set_density(density)
    assert table.rowHeight(5) == height
    image = picture(table)
    top = table.viewport().y()
    x = table.viewport().width() - 20
    hair = [y for y in range(top, top + 4 * height) if is_ink(image, x, y, LIGHT.hair)]
    assert hair == [top + (row + 1) * height - 1 for row in range(4)]


def test_the_register_fits_beside_the_detail_panel_at_1366_without_a_sideways_scroll_bar(qtbot):
    table = a_table(qtbot)
    assert [table.columnWidth(n) for n in range(7)] == [37, 164, 116, 112, 112, 140, 126]
    assert table.isColumnHidden(7)
    assert table.isColumnHidden(8)
    assert not table.horizontalScrollBar().isVisible()
    assert table.viewport().height() == 16 * 32
    assert all(table.columnWidth(n) >= table.head.least_width(n) for n in range(7))


def test_folded_columns_are_there_when_the_panel_is_closed(qtbot):
    table = a_table(qtbot, size=(1132, 545))
    assert not table.isColumnHidden(7)
    assert not table.isColumnHidden(8)
    assert not table.horizontalScrollBar().isVisible()


def test_the_current_row_has_a_ring_of_two_pixels_inside_and_only_with_the_keyboard_on_it(qtbot):
    table = a_table(qtbot)
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    table.selection.put_current(2)
    row = table.row_rect(2).translated(table.viewport().pos())
    image = picture(table)
    x = row.left() + 300
    edge = [is_ink(image, x, row.top() + n, LIGHT.accent) for n in range(3)]
    assert edge == [True, True, False]
    assert is_ink(image, x, row.bottom() - 1, LIGHT.accent)
    table.clearFocus()
    assert not is_ink(picture(table), x, row.top(), LIGHT.accent)


def test_selected_rows_reach_the_frame_and_their_chips_have_a_line(qtbot):
    table = a_table(qtbot)
    table.select_ids(["v2"])
    image = picture(table)
    row = table.row_rect(2).translated(table.viewport().pos())
    assert is_ink(image, row.left(), row.center().y(), LIGHT.selection)
    assert is_ink(image, row.right(), row.center().y(), LIGHT.selection)
    cell = cell_area(table, 2, "risk")
    fg = LIGHT.chips[Kind.SERIOUS].fg
    assert is_ink(image, cell.left() + 8, cell.top() + 16, fg)
    assert not is_ink(image, cell.left() + 8, cell_area(table, 3, "risk").top() + 16, fg)


def test_a_row_that_no_longer_matches_is_grey_and_says_why(qtbot):
    source = CountingSource(vendors(9), COLUMNS)
    table = Table(PagedModel(source, COLUMNS), name="Vendors")
    qtbot.addWidget(table)
    table.resize(700, 300)
    in_brazil = Filter("country", "BR", "In Brazil")
    table.rows.set_query(Query(filters=(in_brazil,), sort=(Sort("name"),)))
    table.show()
    source.edit("v3", country="IN")
    table.rows.refresh(touched=["v3"])
    image = picture(table)
    cell = cell_area(table, 1, "name")
    inks = {
        image.pixelColor(x, y).name()
        for x in range(cell.left(), cell.right())
        for y in range(cell.top(), cell.bottom())
    }
    assert LIGHT.text3.lower() in inks
    assert LIGHT.text.lower() not in inks
    tip = table.rows.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "no longer matches" in tip


def test_everything_follows_a_change_of_scheme_and_text_size(qtbot, qapp):
    table = a_table(qtbot)
    current_theme().apply(qapp, Scheme.DARK)
    image = picture(table)
    assert is_ink(image, table.viewport().width() - 20, table.viewport().y() + 31, DARK.hair)
    assert not any(
        is_ink(image, x, y, "#ffffff")
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    current_theme().set_text_size(150)
    assert table.rowHeight(0) == 48


def test_a_text_that_is_cut_off_has_a_tip_with_all_of_it(qtbot):
    name = "A legal entity with a <b>very</b> long name that no column is wide enough for"
    columns = (Column(key="name", title="Vendor", value=lambda _v: name, width=100),)
    table = a_table(qtbot, columns, size=(200, 200))
    tip = table.delegate(0).tip_for(table.rows.index(0, 0), table.columnWidth(0))
    assert "&lt;b&gt;very&lt;/b&gt;" in tip
    assert table.delegate(0).tip_for(table.rows.index(0, 0), 1000) == ""


def test_a_text_that_leaves_something_out_has_a_tip_with_all_of_it_however_wide_its_column_is(qtbot):
    columns = (
        Column(key="name", title="Vendor", value=lambda _v: "Norte"),
        Column(key="places", title="Location", value=lambda _v: "Norway, Germany",
               text=lambda _v: "Norway +1", shortened=True),
    )  # fmt: skip
    table = a_table(qtbot, columns)
    index = table.rows.index(0, 1)
    assert index.data() == "Norway +1"
    assert table.delegate(1).tip_for(index, 1000) == "<qt>Norway, Germany</qt>"
    spoken = [table.rows.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 1)]
    assert spoken == ["Norte, Location: Norway, Germany", "Norway, Germany"]


def test_the_row_under_the_pointer_is_shown_from_edge_to_edge(qtbot):
    table = a_table(qtbot)
    row = table.row_rect(3)
    qtbot.mouseMove(table.viewport(), row.center())
    image = table.viewport().grab().toImage()
    assert is_ink(image, 0, row.center().y(), LIGHT.control_hover)
    assert is_ink(image, row.right(), row.center().y(), LIGHT.control_hover)
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert not is_ink(table.viewport().grab().toImage(), 0, row.center().y(), LIGHT.control_hover)


def test_inset_lines_end_where_the_texts_of_a_panel_end(qtbot):
    table = a_table(qtbot, count=3)
    table.inset_lines(8)
    image, width = picture(table), table.viewport().width()
    top = table.viewport().y()
    lines = ((top - 1, LIGHT.separator), (top + 31, LIGHT.hair), (top + 95, LIGHT.hair))
    for y, ink in lines:
        assert [is_ink(image, x, y, ink) for x in (0, 7, 8, width - 9, width - 8, width - 1)] == [
            False, False, True, True, False, False,
        ]  # fmt: skip
