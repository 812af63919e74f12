"""What single charts draw where, read from geometry and pixels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QColor

from tests.support.chart_examples import TODAY, expiry, heat, lanes, line, reasons, timeline, windows
from vendorrisk.ui.widgets.charts.bars import Reason, Share, ShareBars
from vendorrisk.ui.widgets.charts.calendar import Calendar, Window
from vendorrisk.ui.widgets.charts.lanes import LanesChart
from vendorrisk.ui.widgets.charts.sparkline import Sparkline
from vendorrisk.ui.widgets.charts.trend import TrendLine
from vendorrisk.ui.widgets.charts.windows import NoticeRow
from vendorrisk.ui.widgets.tokens import LIGHT, Kind

pytestmark = pytest.mark.usefixtures("theme")


def a_window(key: str, begins: int, ends: int, title: str = "Change") -> Window:
    return Window(
        key=key,
        begins=TODAY + timedelta(days=begins),
        ends=TODAY + timedelta(days=ends),
        title=title,
        end="Live",
        beside=f"{title} live",
        words=title,
    )


def colour(widget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


# Lanes.


def test_days_lie_evenly_from_today_to_the_last():
    chart = lanes()
    chart.resize(1132, 170)
    assert chart.at(TODAY) == 111
    assert chart.at(TODAY + timedelta(days=90)) == 1132 - 15
    assert chart.at(TODAY + timedelta(days=45)) == pytest.approx((111 + 1117) / 2)


def test_closed_days_are_shaded_from_the_first_to_the_last_included():
    chart = lanes()
    chart.resize(1132, 170)
    image = chart.grab().toImage()
    y = 52
    shaded = [x for x in range(1132) if image.pixelColor(x, y).name().upper() == LIGHT.closed_day]
    assert abs(shaded[0] - chart.at(date(2026, 12, 24))) <= 1
    assert abs(shaded[-1] + 1 - chart.at(date(2027, 1, 2))) <= 1


def test_today_is_an_accent_line_of_two_pixels():
    chart = lanes()
    chart.resize(1132, 170)
    image = chart.grab().toImage()
    row = [image.pixelColor(x, 60).name().upper() for x in range(105, 120)]
    assert row.count(LIGHT.accent) == 2
    assert row[6:8] == [LIGHT.accent, LIGHT.accent]


def test_windows_of_like_terms_that_end_apart_name_the_first_and_the_last_day():
    row = NoticeRow(key="30", terms="30 days", sent_by="E-mail", customers=2, ends=date(2026, 12, 24))
    assert row.end_words() == "24 Dec 2026"
    apart = replace(row, ends_first=date(2026, 12, 22))
    assert apart.end_words() == "22 Dec 2026 to 24 Dec 2026"
    assert apart.words == "30 days, E-mail, 2 customers, ending 22 Dec 2026 to 24 Dec 2026"


def test_two_windows_at_the_same_time_get_two_rows():
    chart = LanesChart(name="x")
    chart.resize(1132, 170)
    parts = (a_window("a", -5, 60), a_window("b", 8, 71), a_window("c", 75, 85))
    chart.show_calendar(Calendar(today=TODAY, windows_title="Notices", windows=parts))
    lane_of = {spot.key: spot.lane for spot in chart.spots()}
    assert lane_of["a"] != lane_of["b"]
    assert lane_of["c"] in {lane_of["a"], lane_of["b"]}


def test_a_third_window_at_the_same_time_makes_the_chart_higher():
    chart = LanesChart(name="x")
    chart.resize(1132, 170)
    two = (a_window("a", 0, 60), a_window("b", 1, 61))
    calendar = Calendar(today=TODAY, windows_title="Notices", windows=two)
    chart.show_calendar(calendar)
    height = chart.sizeHint().height()
    chart.show_calendar(replace(calendar, windows=(*two, a_window("c", 2, 62))))
    assert chart.sizeHint().height() == height + 22
    boxes = [spot.box for spot in chart.spots()]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_what_lies_beyond_the_last_day_is_in_the_table_but_not_in_the_drawing():
    chart = lanes()
    chart.resize(1132, 170)
    assert "gone" not in {spot.key for spot in chart.spots()}
    assert "gone" in {row.key for row in chart.data().rows}


def test_the_table_is_in_order_of_time_with_closed_days_and_lengths():
    rows = [row.cells for row in lanes().data().rows]
    assert rows[0] == ("27 Nov 2026", "Assessments", "1 assessment due")
    assert ("24 Dec 2026 to 1 Jan 2027", "Office closed", "9 days") in rows


# Windows.


def test_bars_end_on_their_day_and_the_live_line_stands_after_the_longest():
    chart = windows()
    chart.resize(692, chart.sizeHint().height())
    assert chart.at(date(2026, 12, 1)) == 291
    assert chart.at(date(2027, 2, 2)) == 692 - 15 - 85
    image = chart.grab().toImage()
    row = 33 + 20
    bar = [x for x in range(291, 680) if image.pixelColor(x, row).name().upper() == LIGHT.accent]
    assert abs(bar[-1] + 1 - chart.at(date(2026, 12, 15))) <= 1


def test_the_row_that_holds_the_date_back_is_tinted_from_edge_to_edge():
    chart = windows()
    chart.resize(692, chart.sizeHint().height())
    serious = LIGHT.chips[Kind.SERIOUS]
    y = 33 + 36 + 4
    assert colour(chart, 0, y) == colour(chart, 691, y) == serious.bg
    assert colour(chart, 400, 33 + 36 + 18) == serious.fg
    assert colour(chart, 0, 33 + 4) != serious.bg


def test_written_consent_has_no_bar_and_says_how_many_have_agreed():
    chart = windows()
    assert chart.spots()[-1].words == "Written consent, E-mail, 6 customers, 2 of 6 have agreed"
    assert chart.data().rows[-1].cells[-1] == "2 of 6 have agreed"
    assert chart.spots()[0].words == "14 days, E-mail, 58 customers, until 15 Dec 2026"


def test_no_date_label_is_crossed_by_the_live_line():
    chart = windows()
    chart.resize(692, chart.sizeHint().height())
    live = round(chart.at(date(2027, 2, 2)))
    image = chart.grab().toImage()
    serious = QColor(LIGHT.chips[Kind.SERIOUS].fg)
    row = range(33 + 40 + 14, 33 + 40 + 26)
    inked = {x for x in range(live - 3, live + 40) for y in row if image.pixelColor(x, y) == serious}
    assert min(inked) > live + 5


def test_a_change_without_a_date_has_no_live_line():
    chart = windows()
    chart.show_windows(replace(chart._windows, live=None))
    chart.resize(692, chart.sizeHint().height())
    chart.grab()
    assert chart.at(date(2027, 2, 1)) == 692 - 15 - 85


# Heat map, expiry, timeline, lines, bars.


def test_cells_are_64_by_32_and_an_empty_one_has_no_colour():
    chart = heat()
    chart.resize(410, chart.sizeHint().height())
    boxes = {spot.key: spot.box for spot in chart.spots()}
    assert (boxes["00"].width(), boxes["00"].height(), boxes["00"].topLeft().toTuple()) == (64, 32, (82, 32))
    assert boxes["01"].left() - boxes["00"].right() - 1 == 2
    image = chart.grab().toImage()

    def ground(key: str) -> str:
        return image.pixelColor(boxes[key].left() + 8, boxes[key].top() + 8).name().upper()

    assert ground("30") == LIGHT.alt
    assert ground("13") == LIGHT.heat[3].bg
    assert chart.spots()[13].words == "Impact Medium, assurance Weak: 6 vendors"


def test_heat_cells_can_be_told_apart_without_colour():
    chart = heat()
    chart.resize(410, chart.sizeHint().height())
    image = chart.grab().toImage()
    greys = {
        image.pixelColor(spot.box.left() + 8, spot.box.top() + 8).lightness()
        for spot in chart.spots()
        if spot.key.startswith("4")
    }
    assert len(greys) == 5


def test_columns_stand_on_zero_and_the_next_ones_have_the_colour_of_warning():
    chart = expiry()
    chart.resize(300, chart.sizeHint().height())
    first, none, most = (chart._bar_box(number) for number in range(3))
    assert (first.bottom(), most.bottom()) == (86, 86)
    assert most.height() == 4 * first.height() == 62
    assert none.height() == 0
    assert colour(chart, round(first.center().x()), 80) == LIGHT.chips[Kind.WARN].fg
    assert colour(chart, round(most.center().x()), 80) == LIGHT.accent
    assert chart.spots()[0].words == "November 2026: 1 expires"


def test_the_timeline_is_interrupted_round_its_marks():
    chart = timeline()
    chart.resize(368, chart.sizeHint().height())
    image = chart.grab().toImage()
    line_at = [y for y in range(image.height()) if image.pixelColor(112, y).name().upper() == LIGHT.separator]
    first, second = chart._centre(0), chart._centre(1)
    assert line_at[0] >= first + 7
    assert line_at[-1] <= second - 7


@pytest.mark.parametrize("kind", [Sparkline, TrendLine])
def test_the_least_value_lies_lowest_and_the_last_is_a_dot(kind):
    chart = line(kind)
    chart.resize(chart.sizeHint())
    places = chart.places()
    assert places[0].y() == places[1].y() == chart.plot().bottom()
    assert places[2].y() == pytest.approx(chart.plot().top())
    assert colour(chart, int(places[2].x()), int(places[2].y())) == LIGHT.accent
    assert chart.data().rows[2].cells == ("2026", "72 of 100")


@pytest.mark.parametrize("kind", [Sparkline, TrendLine])
def test_values_that_never_change_are_a_level_line(kind):
    chart = line(kind)
    chart.resize(chart.sizeHint())
    chart.show_points([replace(point, value=5) for point in chart.points])
    assert {place.y() for place in chart.places()} == {chart.plot().center().y()}
    chart.show_points(chart.points[:1])
    chart.grab()
    assert len(chart.places()) == 1


def test_the_avoidable_reason_has_the_serious_colour_and_bars_share_one_scale():
    chart = reasons()
    chart.resize(368, chart.sizeHint().height())
    assert colour(chart, 170, 14) == LIGHT.accent
    assert colour(chart, 170, 42) == LIGHT.chips[Kind.SERIOUS].fg
    assert colour(chart, 306, 14) == LIGHT.accent
    assert colour(chart, 306, 42) == LIGHT.track
    assert chart.spots()[1].words == "No signed DPA, +22 points, avoidable"


def test_reasons_that_take_points_away_or_none_are_said_so():
    chart = reasons()
    chart.show_reasons(
        [Reason(key="a", label="Certificate", points=-10), Reason(key="b", label="None", points=0)]
    )
    assert [row.cells[1] for row in chart.data().rows] == ["-10", "0"]
    chart.grab()


def test_a_share_is_a_bar_of_four_pixels_from_zero_on():
    chart = ShareBars(name="Register")
    chart.show_shares([Share(key="a", label="Valid agreement", part=31, whole=62)])
    chart.resize(200, 40)
    image = chart.grab().toImage()
    column = [y for y in range(40) if image.pixelColor(50, y).name().upper() == LIGHT.accent]
    assert column == [25, 26, 27, 28]
    assert image.pixelColor(150, 26).name().upper() == LIGHT.track
    assert chart.spots()[0].words == "Valid agreement: 31 of 62"
