"""The panel beside a table: emptied for each row, its parts in order, its verbs at hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from vendorrisk.ui.widgets.buttons import link, primary
from vendorrisk.ui.widgets.columns import chip
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.side_panel import SidePanel
from vendorrisk.ui.widgets.tokens import Kind


@pytest.fixture
def panel(qtbot, theme):
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.resize(312, 600)
    panel.show()
    return panel


def said(panel):
    QApplication.processEvents()
    return [one.text() for one in panel.body.findChildren(QLabel) if not one.isHidden() and one.text()]


def test_parts_stand_in_the_order_in_which_they_were_added(panel):
    panel.begin("Alder", "A-1")
    panel.add_heading("Facts")
    panel.add_facts((("Owner", "Ana"), ("Language", "")))
    panel.add_heading("Terms", verb=link("Correct"))
    panel.add_text("Notice is given.", gap=8)
    panel.add_concern(Kind.WARN, "No services", "Record them.", verb=link("Enter"))
    panel.end()
    assert said(panel) == [
        "Facts", "Owner", "Ana", "Language", "-", "Terms", "Notice is given.", "No services", "Record them.",
    ]  # fmt: skip
    assert (panel.name.text(), panel.about.text()) == ("Alder", "A-1")


def test_a_row_is_in_sight_at_once_but_for_what_was_folded_away(panel):
    folded = QLabel("The sum.")
    folded.hide()
    panel.begin("Alder", "")
    panel.show_chips([chip(Kind.WARN, "Assumed")])
    panel.add_text("Notice is given.")
    panel.add_widget(folded)
    panel.end()
    assert [one.text() for one in panel.body.findChildren(QLabel) if one.isVisible()] == ["Notice is given."]
    assert [one.isVisible() for one in panel.findChildren(Chip)] == [True]


def test_another_row_takes_everything_of_the_last_one_away(panel):
    panel.begin("Alder", "")
    panel.show_chips([chip(Kind.WARN, "Assumed")])
    panel.add_text("Notice is given.")
    panel.begin("Birch", "")
    panel.add_text("Approval is needed.")
    QApplication.processEvents()
    assert said(panel) == ["Approval is needed."]
    assert [one for one in panel.findChildren(Chip) if one.isVisible()] == []


def test_a_fact_is_read_out_with_its_label(panel):
    panel.begin("Alder", "")
    panel.add_facts((("Owner", "Ana"), ("Language", "")))
    named = {
        one.accessibleName() for one in panel.body.findChildren(type(panel.body)) if one.accessibleName()
    }
    assert {"Owner: Ana", "Language: not known"} <= named


def test_buttons_are_as_wide_as_the_panel_and_the_cross_closes(panel, qtbot):
    button = primary("Open")
    panel.add_button(button)
    QApplication.processEvents()
    assert button.width() == panel.width() - 19 - 24
    with qtbot.waitSignal(panel.closed):
        panel.close_button.click()
