"""Buttons: verbs of one height, one voice, and with a reason when they are grey."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from vendorrisk.ui.widgets.buttons import (
    Button,
    IconButton,
    MenuButton,
    SegmentedControl,
    danger,
    link,
    more_button,
    primary,
    quiet,
    secondary,
)
from vendorrisk.ui.widgets.fields import ChoiceField, CountryField, NumberField
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import LIGHT


def menu_of_one() -> QMenu:
    menu = QMenu()
    menu.addAction("Archive")
    return menu


def in_a_row(qtbot, *widgets):
    row = QWidget()
    layout = QHBoxLayout(row)
    for widget in widgets:
        layout.addWidget(widget)
    qtbot.addWidget(row)
    row.show()
    return row


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [80, 100, 125, 200])
def test_all_controls_of_a_row_are_of_one_height(theme, qapp, qtbot, scheme, size):
    theme.apply(qapp, scheme)
    theme.set_text_size(size)
    controls = [
        primary("New vendor"), secondary("Export…"), quiet("Add filter"), danger("Erase"),
        MenuButton("More", menu_of_one()), IconButton(Icon.COLUMNS, "Columns"),
        more_button(menu_of_one(), "More"),
        SegmentedControl([("a", "Everybody"), ("b", "Only mine")], name="Whose"),
        QLineEdit(), ChoiceField([("a", "A")]), CountryField([("BR", "Brazil")]), NumberField(unit="days"),
    ]  # fmt: skip
    row = in_a_row(qtbot, *controls)
    assert row.isVisible()
    assert {type(one).__name__: one.height() for one in controls} == {
        type(one).__name__: theme.px(32) for one in controls
    }


def test_small_buttons_are_of_one_height_too(theme, qtbot):
    controls = [
        secondary("Set owner", small=True),
        MenuButton("More", menu_of_one(), small=True), IconButton(Icon.CROSS, "Clear", small=True),
    ]  # fmt: skip
    row = in_a_row(qtbot, *controls)
    assert row.isVisible()
    assert {one.height() for one in controls} == {28}


def test_no_target_is_smaller_than_24_pixels(theme, qtbot):
    controls = [
        link("Ask to renew"),
        link("Send reminder", small=True),
        IconButton(Icon.CROSS, "x", small=True),
    ]
    row = in_a_row(qtbot, *controls)
    assert row.isVisible()
    assert all(one.height() >= 24 and one.width() >= 24 for one in controls)


def test_a_field_keeps_its_height_when_the_keyboard_comes(theme, qtbot):
    field = QLineEdit()
    row = in_a_row(qtbot, field, secondary("Find"))
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    row.layout().activate()
    assert field.height() == 32


def test_a_grey_button_says_why(theme, qtbot):
    button = primary("Finish review")
    qtbot.addWidget(button)
    button.disable_because("37 questions have no <verdict>.")
    assert not button.isEnabled()
    assert "37 questions have no &lt;verdict&gt;." in button.toolTip()
    assert button.accessibleDescription() == "37 questions have no <verdict>."
    button.disable_because("")
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_button_without_words_needs_a_name(theme, qtbot):
    with pytest.raises(ValueError, match="name"):
        IconButton(Icon.CROSS, "")
    button = IconButton(Icon.CROSS, "Close the panel", keys="Esc")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Close the panel"
    assert "Close the panel (Esc)" in button.toolTip()
    assert (button.sizeHint().width(), button.sizeHint().height()) == (32, 32)


def test_a_button_can_become_the_filled_one(theme, qtbot):
    button = secondary("Send reminder")
    qtbot.addWidget(button)
    button.show()
    button.set_kind("primary")
    assert button.kind == "primary"
    assert button.grab().toImage().pixelColor(6, 16).name().upper() == LIGHT.accent


def test_segments_keep_their_place_when_another_is_chosen(theme, qtbot):
    control = SegmentedControl([("all", "Everybody"), ("mine", "Only mine")], name="Whose")
    qtbot.addWidget(control)
    control.show()
    before = [button.geometry() for button in control.findChildren(Button)]
    control.choose("mine")
    control.layout().activate()
    assert control.choice() == "mine"
    assert [button.geometry() for button in control.findChildren(Button)] == before


def test_a_click_on_a_segment_is_announced_and_choosing_by_code_is_not(theme, qtbot):
    control = SegmentedControl([("all", "Everybody"), ("mine", "Only mine")], name="Whose")
    qtbot.addWidget(control)
    control.show()
    with qtbot.assertNotEmitted(control.chosen):
        control.choose("mine")
    with qtbot.waitSignal(control.chosen) as heard:
        qtbot.mouseClick(control.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["all"]
    assert control.choice() == "all"


def test_the_segments_are_walked_with_the_arrow_keys(theme, qtbot):
    control = SegmentedControl([("all", "Everybody"), ("mine", "Only mine")], name="Whose")
    qtbot.addWidget(control)
    control.show()
    control.activateWindow()
    qtbot.waitUntil(control.isActiveWindow)
    first, second = control.findChildren(Button)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert control.choice() == "mine"
    assert second.hasFocus()


def test_the_menu_of_a_button_lives_as_long_as_the_button(theme, qtbot):
    button = MenuButton("More", menu_of_one())
    qtbot.addWidget(button)
    assert [action.text() for action in button.menu().actions()] == ["Archive"]
    assert button.menu().parent() is button
