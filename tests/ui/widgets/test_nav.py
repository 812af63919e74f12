"""The places: found by eye, by keyboard and by ear, in wide windows and narrow ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.sights import places
from vendorrisk.ui.widgets.nav import Navigation
from vendorrisk.ui.widgets.tokens import LIGHT


@pytest.fixture
def nav(theme, qtbot):
    nav = Navigation(places())
    nav.set_counts({"home": 9, "changes": 1})
    nav.set_foot("Example Telecom", "Ana Novak, analyst")
    nav.select("home")
    qtbot.addWidget(nav)
    nav.resize(184, 700)
    nav.show()
    nav.activateWindow()
    qtbot.waitUntil(nav.isActiveWindow)
    return nav


def test_places_lie_in_four_groups_of_rows_of_32(nav):
    tops = [nav.item(key).y() for key in nav.keys()]  # noqa: SIM118  (not a dict)
    assert tops == [12, 56, 88, 120, 152, 196, 228, 272, 304, 336]
    assert {nav.item(key).height() for key in nav.keys()} == {32}  # noqa: SIM118


def test_a_place_is_read_with_what_waits_there(nav):
    assert nav.item("home").accessibleName() == "Home, 9 need attention"
    assert nav.item("changes").accessibleName() == "Changes, 1 needs attention"
    assert nav.item("vendors").accessibleName() == "Vendors"


def test_arrow_keys_walk_and_enter_goes(nav, qtbot):
    nav.item("home").setFocus()
    heard = []
    nav.chosen.connect(heard.append)
    qtbot.keyClick(nav.item("home"), Qt.Key.Key_Down)
    assert nav.item("vendors").hasFocus()
    qtbot.keyClick(nav.item("vendors"), Qt.Key.Key_End)
    assert nav.item("activity").hasFocus()
    qtbot.keyClick(nav.item("activity"), Qt.Key.Key_Down)
    qtbot.keyClick(nav.item("activity"), Qt.Key.Key_Up)
    assert nav.item("reports").hasFocus()
    assert heard == []
    qtbot.keyClick(nav.item("reports"), Qt.Key.Key_Return)
    assert heard == ["reports"]


def test_a_click_goes(nav, qtbot):
    with qtbot.waitSignal(nav.chosen) as heard:
        qtbot.mouseClick(nav.item("documents"), Qt.MouseButton.LeftButton)
    assert heard.args == ["documents"]


def test_only_the_chosen_place_is_a_stop_of_the_tab_key(nav):
    nav.select("customers")
    stops = [key for key in nav.keys() if nav.item(key).focusPolicy() is Qt.FocusPolicy.StrongFocus]  # noqa: SIM118
    assert stops == ["customers"]
    assert [key for key in nav.keys() if nav.item(key).isChecked()] == ["customers"]  # noqa: SIM118


def test_the_chosen_place_has_a_bar_of_three_pixels(nav):
    nav.item("home").clearFocus()
    image = nav.item("home").grab().toImage()
    assert [image.pixelColor(x, 16).name().upper() for x in (0, 2, 4)] == [
        LIGHT.accent,
        LIGHT.accent,
        LIGHT.selection,
    ]


def test_a_folded_navigation_shows_icons_with_their_names_as_tooltips(nav):
    nav.fold(True)
    assert nav.width() == 48
    assert "Home, 9 need attention" in nav.item("home").toolTip()
    nav.fold(False)
    assert nav.width() == 184
    assert nav.item("home").toolTip() == ""
