"""Tabs and steps: nothing moves when another is chosen, all of it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from vendorrisk.ui.widgets.stepper import Stepper, StepState
from vendorrisk.ui.widgets.tabs import TabBar
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.ui.widgets.tokens import DARK, LIGHT, Kind


@pytest.fixture
def tabs(theme, qtbot):
    bar = TabBar(name="Vendor")
    for text, count in (("Overview", None), ("Assessments", 6), ("Documents", 4)):
        bar.add(text, count=count)
    qtbot.addWidget(bar)
    bar.resize(700, bar.sizeHint().height())
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


@pytest.fixture
def steps(theme, qtbot):
    steps = Stepper(["What changes", "Who is affected", "Dates", "Live"], name="Steps")
    steps.set_states([StepState.DONE, StepState.CHECK, StepState.CURRENT, StepState.AHEAD])
    qtbot.addWidget(steps)
    steps.resize(900, 43)
    steps.show()
    steps.activateWindow()
    qtbot.waitUntil(steps.isActiveWindow)
    return steps


def test_tabs_stay_where_they_are_when_another_is_chosen(tabs):
    before = [tabs.tabRect(number) for number in range(3)]
    tabs.setCurrentIndex(2)
    assert [tabs.tabRect(number) for number in range(3)] == before
    assert before[0].x() == 0


def test_tabs_are_walked_with_the_arrow_keys(tabs, qtbot):
    tabs.setFocus()
    with qtbot.waitSignal(tabs.currentChanged):
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 1


def test_the_count_is_read_with_the_tab(tabs):
    face = QAccessible.queryAccessibleInterface(tabs)
    names = [face.child(number).text(QAccessible.Text.Name) for number in range(3)]
    assert names == ["Overview", "Assessments, 6", "Documents, 4"]
    tabs.set_count(1, 7)
    assert face.child(1).text(QAccessible.Text.Name) == "Assessments, 7"


@pytest.mark.parametrize(("scheme", "tokens"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_the_chosen_tab_is_underlined_in_the_accent(tabs, theme, qapp, scheme, tokens):
    theme.apply(qapp, scheme)
    image = tabs.grab().toImage()
    bottom = tabs.height() - 1
    assert image.pixelColor(4, bottom).name().upper() == tokens.separator
    assert image.pixelColor(4, bottom - 2).name().upper() == tokens.accent
    assert image.pixelColor(400, bottom - 2).name().upper() == tokens.window


def test_tabs_grow_with_the_text(tabs, theme):
    theme.set_text_size(200)
    assert tabs.tabSizeHint(1).height() == 66


def test_a_step_says_how_far_it_has_come(steps):
    assert [steps.step(number).accessibleName() for number in range(4)] == [
        "Step 1, What changes, done",
        "Step 2, Who is affected, to be checked again",
        "Step 3, Dates, current step, shown",
        "Step 4, Live, not yet reached",
    ]


def test_any_step_can_be_opened_by_click_or_keyboard(steps, qtbot):
    with qtbot.waitSignal(steps.opened) as heard:
        qtbot.mouseClick(steps.step(0), Qt.MouseButton.LeftButton)
    assert heard.args == [0]
    steps.step(2).setFocus()
    qtbot.keyClick(steps.step(2), Qt.Key.Key_Right)
    assert steps.step(3).hasFocus()
    with qtbot.waitSignal(steps.opened) as heard:
        qtbot.keyClick(steps.step(3), Qt.Key.Key_Return)
    assert heard.args == [3]
    qtbot.keyClick(steps.step(3), Qt.Key.Key_Home)
    assert steps.step(0).hasFocus()


def test_only_the_current_step_is_a_stop_of_the_tab_key(steps):
    stops = [steps.step(number).focusPolicy() is Qt.FocusPolicy.StrongFocus for number in range(4)]
    assert stops == [False, False, True, False]


def test_steps_stay_where_they_are_when_one_goes_on(steps):
    before = [steps.step(number).geometry() for number in range(4)]
    steps.set_states([StepState.DONE] * 3 + [StepState.CURRENT])
    steps.layout().activate()
    assert [steps.step(number).geometry() for number in range(4)] == before


def test_each_state_has_its_own_look(steps):
    grounds = [steps.step(number).grab().toImage().pixelColor(10, 31).name().upper() for number in range(4)]
    assert grounds == [LIGHT.chips[Kind.GOOD].bg, LIGHT.chips[Kind.WARN].bg, LIGHT.accent, LIGHT.surface]


def test_looking_back_at_a_step_leaves_the_mark_where_the_task_stands(steps):
    states = [StepState.DONE, StepState.CHECK, StepState.CURRENT, StepState.AHEAD]
    steps.set_states(states, shown=0)
    assert [steps.step(number).state for number in range(4)] == states
    assert [steps.step(number).shown for number in range(4)] == [True, False, False, False]
    assert steps.step(0).accessibleName() == "Step 1, What changes, done, shown"
    assert steps.step(2).accessibleName() == "Step 3, Dates, current step"
    under = [steps.step(number).grab().toImage().pixelColor(10, 42).name().upper() for number in range(4)]
    assert [colour == LIGHT.accent for colour in under] == [True, False, False, False]


def test_as_many_states_as_steps_are_wanted(steps):
    with pytest.raises(ValueError, match="zip"):
        steps.set_states([StepState.DONE])
