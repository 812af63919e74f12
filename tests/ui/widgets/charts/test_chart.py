"""What all charts do: walk, open, say, and show themselves as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.support.chart_examples import expiry, heat, lanes, line, reasons, shares, timeline, windows
from vendorrisk.ui.widgets.charts.chart import Spot, step
from vendorrisk.ui.widgets.charts.sparkline import Sparkline
from vendorrisk.ui.widgets.charts.trend import TrendLine
from vendorrisk.ui.widgets.theme import Scheme

pytestmark = pytest.mark.usefixtures("theme")


ALL = {
    "lanes": lanes,
    "windows": windows,
    "heat": heat,
    "expiry": expiry,
    "timeline": timeline,
    "sparkline": lambda: line(Sparkline),
    "trend": lambda: line(TrendLine),
    "reasons": reasons,
    "shares": shares,
}


@pytest.fixture(params=ALL)
def chart(request, qtbot):
    return shown(qtbot, ALL[request.param]())


def shown(qtbot, chart):
    qtbot.addWidget(chart)
    hint = chart.sizeHint()
    chart.resize(max(hint.width(), 400 if hint.height() > 60 else hint.width()), hint.height())
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    chart.setFocus()
    return chart


def test_every_chart_has_a_name_and_says_where_the_keyboard_is(chart):
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.text(QAccessible.Text.Name)
    assert chart.current() is not None
    assert interface.text(QAccessible.Text.Description) == chart.current().words


def test_every_spot_lies_in_the_chart_has_words_and_a_key_of_its_own(chart):
    spots = chart.spots()
    assert spots
    assert len({spot.key for spot in spots}) == len(spots)
    for spot in spots:
        assert spot.words
        assert chart.rect().adjusted(-8, -8, 8, 8).contains(spot.box)


def test_every_spot_can_be_reached_by_arrow_keys(chart, qtbot):
    reached = {chart.current().key}
    wanted = {spot.key for spot in chart.spots()}
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    lanes_left = len({spot.lane for spot in chart.spots()})
    for _ in range(lanes_left):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            for _ in range(len(wanted)):
                reached.add(chart.current().key)
                qtbot.keyClick(chart, key)
        reached.add(chart.current().key)
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert reached == wanted


def test_enter_opens_the_spot_the_keyboard_is_on(chart, qtbot):
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == [chart.current().key]


def test_a_click_opens_what_is_under_the_pointer(chart, qtbot):
    spot = chart.spots()[-1]
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot.box.center())
    assert told.args == [chart.spot_at(spot.box.center()).key]


def test_t_shows_the_same_data_as_a_table_and_t_brings_the_drawing_back(chart, qtbot):
    with qtbot.waitSignal(chart.table_shown):
        qtbot.keyClick(chart, Qt.Key.Key_T)
    table = chart.table
    assert table.isVisible()
    assert table.hasFocus()
    assert table.geometry() == chart.rect()
    data = chart.data()
    assert table.rows.rowCount() == len(data.rows)
    assert [table.rows.index(0, n).data() for n in range(len(data.titles))] == list(data.rows[0].cells)
    with qtbot.waitSignal(chart.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [data.rows[0].key]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert data.rows[0].cells[-1].lstrip("+-") in QGuiApplication.clipboard().text()
    qtbot.keyClick(table, Qt.Key.Key_T)
    assert not table.isVisible()
    assert chart.hasFocus()


def test_lines_of_the_table_are_as_wide_as_their_titles(chart):
    data = chart.data()
    assert all(len(row.cells) == len(data.titles) for row in data.rows)
    assert len({row.key for row in data.rows}) == len(data.rows)


def test_the_ring_is_there_only_while_the_keyboard_is(chart):
    with_ring = chart.grab().toImage()
    chart.clearFocus()
    without = chart.grab().toImage()
    assert with_ring != without


def test_every_chart_draws_in_dark_at_twice_the_text_size_and_while_empty(chart, theme, qapp):
    theme.apply(qapp, Scheme.DARK)
    theme.set_text_size(200)
    chart.resize(chart.sizeHint())
    chart.grab()
    type(chart)(**{"name": "x", "what": "y"} if hasattr(chart, "points") else {"name": "x"}).grab()


def test_the_pointer_is_told_what_is_under_it(qtbot):
    chart = shown(qtbot, heat())
    at = chart.spots()[7].box.center()
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, at, chart.mapToGlobal(at)))
    assert "High" in QToolTip.text()
    QToolTip.hideText()


def spot(key: str, x: int, lane: int) -> Spot:
    return Spot(
        key=key, words=key, box=QRect(QPoint(x, lane * 20), QPoint(x + 10, lane * 20 + 10)), lane=lane
    )


GRID = [spot("a", 0, 0), spot("b", 50, 0), spot("c", 100, 0), spot("d", 60, 2), spot("e", 5, 3)]


@pytest.mark.parametrize(
    ("here", "key", "there"),
    [
        ("a", Qt.Key.Key_Right, "b"),
        ("c", Qt.Key.Key_Right, None),
        ("b", Qt.Key.Key_Left, "a"),
        ("a", Qt.Key.Key_Left, None),
        ("c", Qt.Key.Key_Down, "d"),
        ("d", Qt.Key.Key_Up, "b"),
        ("d", Qt.Key.Key_Down, "e"),
        ("e", Qt.Key.Key_Down, None),
        ("c", Qt.Key.Key_Home, "a"),
        ("a", Qt.Key.Key_End, "e"),
        ("a", Qt.Key.Key_X, None),
    ],
)
def test_arrows_step_along_a_lane_and_across_to_the_nearest(here, key, there):
    start = next(part for part in GRID if part.key == here)
    found = step(GRID, start, key)
    assert (found.key if found else None) == there


def test_the_first_arrow_goes_to_the_first_spot():
    assert step(GRID, None, Qt.Key.Key_Down).key == "a"
    assert step(GRID, None, Qt.Key.Key_X) is None
