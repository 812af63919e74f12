"""The adequacy decisions of a workspace are looked at, added to and ended in the settings."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.support.contexts import make_context
from tests.support.offices import NoLaw, put
from vendorrisk.domain.register.law import Law
from vendorrisk.domain.register.records import LawEntry
from vendorrisk.ui.register.law_tab import LawTab


@pytest.fixture
def context():
    return make_context()


@pytest.fixture
def tab(qtbot, theme, context):
    put(
        context.office,
        LawEntry(
            id="us", regime="EU", code="US", name="United States", coverage="CERTIFIED_ONLY", condition="DPF"
        ),
        LawEntry(id="ch", regime="EU", code="CH", name="Switzerland"),
    )
    made = LawTab(context)
    qtbot.addWidget(made)
    context.changes.happened.connect(made.reload)
    made.resize(1100, 600)
    made.reload()
    made.show()
    return made


def stored(context):
    with context.office.book.reading() as reader:
        return {one.code: one for one in reader.find(LawEntry)}


def test_a_decision_that_ends_gets_its_last_day_and_undo_takes_it_back(tab, context):
    tab.table.selectRow(1)
    dialog = tab.ask_change()
    dialog.form.field("valid_to").load(None)
    dialog.form.field("valid_to").show_value(date(2027, 2, 28))
    dialog.accept()
    assert stored(context)["US"].valid_to == date(2027, 2, 28)
    context.office.book.undo()
    assert stored(context)["US"].valid_to is None


def test_a_new_decision_begins_with_the_general_coverage_of_the_union(tab, context):
    dialog = tab.ask_new()
    dialog.form.field("code").show_value("KE")
    dialog.form.field("name").show_value("Kenya")
    dialog.accept()
    added = stored(context)["KE"]
    assert (added.regime, added.coverage, added.name) == ("EU", "GENERAL", "Kenya")


def test_exporters_are_named_one_after_the_other(tab, context):
    tab.table.selectRow(0)
    dialog = tab.ask_change()
    dialog.form.field("exporters_excluded").show_value("NO; IS; LI")
    dialog.accept()
    assert stored(context)["CH"].exporters_excluded == ("NO", "IS", "LI")


def test_without_a_choice_nothing_is_changed_or_removed(tab, context):
    tab.table.clearSelection()
    tab.table.setCurrentIndex(tab.table.model().index(-1, -1))
    assert not tab.remove.isEnabled()
    assert tab.ask_change() is None
    tab.table.selectRow(0)
    tab.remove.click()
    assert set(stored(context)) == {"US"}


def test_enter_opens_a_decision_and_delete_removes_it(tab, context, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(tab, "ask_change", lambda: opened.append(tab.table.current_id()))
    tab.table.selectRow(0)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert opened == ["ch"]
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert set(stored(context)) == {"US"}


def test_it_says_how_the_law_stood_when_it_was_shipped(qtbot, theme):
    shipped = make_context(law=NoLaw(transfers=Law(as_of=date(2026, 11, 21))))
    tab = LawTab(shipped)
    qtbot.addWidget(tab)
    assert tab.as_of.text() == "Shipped as the law stood on 21 Nov 2026."
