from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from vendorrisk.ui.widgets.clipboard import as_tsv
from vendorrisk.ui.widgets.columns import Cell, Column, check_column, chip, plain
from vendorrisk.ui.widgets.delegates import (
    DELEGATES,
    ChipDelegate,
    DateDelegate,
    LinkVerbDelegate,
    MarkTextDelegate,
    ProgressDelegate,
)
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import LIGHT, Kind

pytestmark = pytest.mark.usefixtures("theme")

DUE = Column(
    key="due",
    title="Due",
    value=lambda row: row.due,
    kind=Cell.DATE,
    beside=lambda row: f"in {(row.due - date(2026, 11, 23)).days} days",
    width=200,
)
DONE = Column(
    key="done",
    title="Answered",
    value=lambda row: row.done,
    text=lambda row: "61 of 64",
    kind=Cell.PROGRESS,
    width=200,
)
STATE = Column(key="state", title="State", value=lambda row: row.state, kind=Cell.STATUS, width=120)
MARK = Column(key="mark", title="Mark", value=lambda row: row.state, kind=Cell.MARK, width=120)
VERB = Column(key="verb", title="", value=lambda _row: "Open", kind=Cell.VERB, width=100)
ALL = (check_column("Select"), STATE, MARK, DUE, DONE, VERB)


def a_row(row_id="r", **parts):
    return SimpleNamespace(
        **{
            "id": row_id,
            "due": date(2026, 12, 14),
            "done": 0.5,
            "state": chip(Kind.WARN, "Soon"),
            **parts,
        }
    )


def a_table(qtbot, columns=ALL, rows=None) -> Table:
    table = Table(PagedModel(ListSource(rows or [a_row()], columns), columns), name="x")
    qtbot.addWidget(table)
    table.resize(1000, 200)
    table.rows.reread()
    table.show()
    return table


def cell(table: Table, key: str, row: int = 0) -> QImage:
    index = table.rows.index(row, table.rows.column_number(key))
    return table.viewport().grab(table.visualRect(index)).toImage()


def columns_with(image: QImage, colour: str) -> list[int]:
    wanted, rows = colour.lower(), range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y).name() == wanted for y in rows)]


def test_every_kind_of_cell_has_its_own_drawing(qtbot):
    table = a_table(qtbot)
    assert set(DELEGATES) == set(Cell)
    kinds = [type(table.delegate(number)) for number in range(1, 6)]
    assert kinds == [ChipDelegate, MarkTextDelegate, DateDelegate, ProgressDelegate, LinkVerbDelegate]


def test_a_date_is_followed_by_its_distance_which_is_said_but_not_copied(qtbot):
    table = a_table(qtbot, (DUE,))
    index = table.rows.index(0, 0)
    assert index.data() == "14 Dec 2026"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "14 Dec 2026"
    assert DUE.spoken(a_row()) == "14 Dec 2026, in 21 days"
    assert as_tsv([DUE], [a_row()], titles=False) == "2026-12-14"
    image = cell(table, "due")
    assert columns_with(image, LIGHT.text)
    assert columns_with(image, LIGHT.text2)[0] > columns_with(image, LIGHT.text)[-1]


def test_a_row_without_a_date_has_no_distance():
    no_date = Column(
        key="d", title="D", value=lambda _row: None, kind=Cell.DATE, beside=lambda _row: "in 3 days"
    )
    assert no_date.spoken(a_row()) == ""


def test_dates_alone_end_on_a_common_edge_and_with_a_distance_begin_on_one():
    alone = Column(key="d", title="D", value=lambda row: row.due, kind=Cell.DATE)
    assert alone.to_the_right
    assert not DUE.to_the_right


@pytest.mark.parametrize(("share", "filled"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (7.0, 1.0)])
def test_progress_fills_its_bar_from_zero_to_its_share(qtbot, share, filled):
    table = a_table(qtbot, (DONE,), [a_row(done=share)])
    image = cell(table, "done")
    done, track = columns_with(image, LIGHT.accent), columns_with(image, LIGHT.track)
    whole = len(set(done) | set(track))
    assert len(done) / whole == pytest.approx(filled, abs=0.03)


def test_an_unknown_share_has_words_but_no_bar(qtbot):
    table = a_table(qtbot, (DONE,), [a_row(done=None)])
    image = cell(table, "done")
    assert columns_with(image, LIGHT.track) == []
    assert columns_with(image, LIGHT.text)


def test_what_is_in_order_has_no_chip_and_a_mark_column_never_has_one(qtbot):
    rows = [a_row("a"), a_row("b", state=plain(Kind.GOOD, "Valid"))]
    table = a_table(qtbot, (STATE, MARK), rows)
    ground = LIGHT.chips[Kind.WARN].bg
    assert columns_with(cell(table, "state", 0), ground)
    assert not columns_with(cell(table, "state", 1), LIGHT.chips[Kind.GOOD].bg)
    assert not columns_with(cell(table, "mark", 0), ground)


def test_a_cell_without_a_state_stays_empty(qtbot):
    table = a_table(qtbot, (STATE, MARK), [a_row(state=None)])
    ink = columns_with(cell(table, "state"), LIGHT.text2) + columns_with(cell(table, "mark"), LIGHT.text2)
    assert ink == []


def test_words_that_are_no_state_are_plain_text(qtbot):
    table = a_table(qtbot, (STATE, MARK), [a_row(state="dpo@alder.example")])
    for key in ("state", "mark"):
        image = cell(table, key)
        assert columns_with(image, LIGHT.text)
        assert not columns_with(image, LIGHT.chips[Kind.GOOD].fg)


def test_verbs_have_the_colour_of_links(qtbot):
    table = a_table(qtbot, (STATE, VERB))
    assert columns_with(cell(table, "verb"), LIGHT.link)


def test_a_cell_asks_for_the_room_of_its_content(qtbot):
    table = a_table(qtbot)
    option = QStyleOptionViewItem()
    for number in range(len(ALL)):
        delegate, index = table.delegate(number), table.rows.index(0, number)
        assert delegate.sizeHint(option, index).width() == delegate.content_width(a_row())


def test_a_narrow_cell_shows_everything_in_a_tip(qtbot):
    table = a_table(qtbot, (DUE, STATE))
    table.head.resizeSection(0, 60)
    index = table.rows.index(0, 0)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    at = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
    assert table.delegate(0).helpEvent(event, table, option, index)
    assert "14 Dec 2026, in 21 days" in QToolTip.text()
    QToolTip.hideText()


def test_selected_rows_can_be_told_apart_in_the_desktops_own_colours(qtbot, theme, qapp):
    theme.apply(qapp, Scheme.SYSTEM_COLOURS)
    table = a_table(qtbot, (STATE, MARK), [a_row("a"), a_row("b")])
    table.select_ids(["b"])
    image = table.viewport().grab().toImage()
    accent = theme.tokens.accent
    rows = [table.row_rect(number).center().y() for number in (0, 1)]
    assert [image.pixelColor(1, y).name() == accent.lower() for y in rows] == [False, True]


def test_yes_is_a_disc_in_the_accent_colour_and_no_a_quieter_dash(qtbot):
    column = Column(
        key="held", title="Storage", value=lambda row: row.done, kind=Cell.TRUTH, width=120,
        text=lambda row: "Yes" if row.done else "No",
    )  # fmt: skip
    table = a_table(qtbot, [column], [a_row("yes", done=True), a_row("no", done=False)])
    image = table.viewport().grab().toImage()
    places = [table.visualRect(table.model().index(row, 0)) for row in (0, 1)]
    yes, no = ({image.pixelColor(x, at.center().y()).name() for x in range(8, 24)} for at in places)
    assert LIGHT.accent.lower() in yes
    assert LIGHT.accent.lower() not in no
    assert [table.model().index(row, 0).data() for row in (0, 1)] == ["Yes", "No"]
    assert DELEGATES[Cell.TRUTH](column).content_width(a_row(done=True)) > 30
