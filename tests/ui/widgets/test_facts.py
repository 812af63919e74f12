"""Facts are edited where they stand: Enter keeps, Esc leaves, nothing is lost in between."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.facts import FactList
from vendorrisk.ui.widgets.fields import TextField


@pytest.fixture
def facts(theme, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    facts = FactList()
    facts.add("service", "Service", TextField)
    facts.add("since", "Engaged", DateField)
    facts.add("score", "Score")
    facts.set_fact("service", "SMS", "SMS")
    facts.set_fact("since", date(2021, 5, 2), "2 May 2021")
    facts.set_fact("score", 72, "72")
    facts.elsewhere = QLineEdit()
    column.addWidget(facts)
    column.addWidget(facts.elsewhere)
    qtbot.addWidget(window)
    facts.window_kept = window
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    facts.heard = []
    facts.committed.connect(lambda key, value: facts.heard.append((key, value)))
    return facts


def opened(facts, qtbot, key="service"):
    row = facts.row(key)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: row.field is not None and row.field.control.hasFocus())
    return row


def test_enter_keeps_what_was_typed(facts, qtbot):
    row = opened(facts, qtbot)
    qtbot.keyClicks(row.field.line, "!")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert facts.heard == [("service", "SMS!")]
    assert row.field is None
    assert row.hasFocus()


def test_esc_leaves_everything_as_it_was(facts, qtbot):
    row = opened(facts, qtbot)
    qtbot.keyClicks(row.field.line, "!")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Escape)
    assert facts.heard == []
    assert row.text.text() == "SMS"
    assert row.hasFocus()


def test_leaving_the_field_keeps_too_and_gives_the_focus_where_it_went(facts, qtbot):
    row = opened(facts, qtbot)
    qtbot.keyClicks(row.field.line, "!")
    facts.elsewhere.setFocus()
    assert facts.heard == [("service", "SMS!")]
    assert facts.elsewhere.hasFocus()


def test_a_fact_that_was_not_changed_is_not_announced(facts, qtbot):
    row = opened(facts, qtbot)
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert facts.heard == []


def test_a_date_that_cannot_be_read_stays_open(facts, qtbot):
    row = opened(facts, qtbot, "since")
    row.field.line.setText("03/04/2026")
    qtbot.keyClick(row.field.line, Qt.Key.Key_Return)
    assert facts.heard == []
    assert row.field is not None
    assert row.field.line.accessibleDescription().startswith("03/04/2026 can be")


def test_going_to_the_month_does_not_close_the_field(facts, qtbot):
    row = opened(facts, qtbot, "since")
    row.field.button.setFocus()
    assert row.field is not None


def test_a_click_opens_the_field(facts, qtbot):
    row = facts.row("service")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.field is not None


def test_a_fact_without_a_field_is_only_read(facts, qtbot):
    row = facts.row("score")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.field is None
    assert row.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_arrow_keys_go_from_fact_to_fact(facts, qtbot):
    facts.row("service").setFocus()
    qtbot.keyClick(facts.row("service"), Qt.Key.Key_Down)
    assert facts.row("since").hasFocus()
    qtbot.keyClick(facts.row("since"), Qt.Key.Key_Down)
    assert facts.row("since").hasFocus()
    qtbot.keyClick(facts.row("since"), Qt.Key.Key_Up)
    assert facts.row("service").hasFocus()


def test_a_fact_is_read_out_with_its_label_and_missing_ones_say_so(facts):
    assert facts.row("since").accessibleName() == "Engaged: 2 May 2021"
    facts.set_fact("service", None, "")
    assert facts.row("service").accessibleName() == "Service: not known"
    assert facts.row("service").text.text() == "-"


def test_a_refusal_stands_under_the_fact_until_it_is_set_again(facts):
    facts.show_problem("service", "A service of this name is there already.")
    assert facts._errors["service"].isVisible()
    facts.set_fact("service", "Voice", "Voice")
    assert not facts._errors["service"].isVisible()


def test_opening_the_field_moves_nothing(facts, qtbot):
    before = facts.row("since").y(), facts.row("service").height()
    opened(facts, qtbot)
    facts.window_kept.layout().activate()
    assert (facts.row("since").y(), facts.row("service").height()) == before
