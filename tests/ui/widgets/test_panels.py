"""Panels, figures, messages in the page, and pages that are empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QPushButton

from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.panels import Banner, EmptyState, Figure, FigureStrip, Mark, Panel
from vendorrisk.ui.widgets.tokens import LIGHT, Kind


def test_the_heading_stands_22_below_the_edge_and_texts_16_inside(theme, qtbot):
    panel = Panel("Facts", count=6)
    label = Label("Legal entity")
    panel.add(label)
    qtbot.addWidget(panel)
    panel.resize(400, 100)
    panel.show()
    assert panel.heading.geometry().center().y() + 1 == 22
    assert panel.heading.x() == 16
    assert label.mapTo(panel, QPoint(0, 0)).x() == 16
    assert panel.heading.text() == "Facts 6"
    panel.set_heading("Facts", count=7, note="of 9")
    assert panel.heading.text() == "Facts 7 of 9"


def test_a_part_may_stand_out_of_the_padding(theme, qtbot):
    panel = Panel("Facts")
    wide = Label("wide")
    panel.add(wide, bleed=8)
    panel.add_line(whole_width=True)
    qtbot.addWidget(panel)
    panel.resize(400, 100)
    panel.show()
    assert wide.mapTo(panel, QPoint(0, 0)).x() == 8


def test_the_link_of_a_heading_does_not_make_it_higher(theme, qtbot):
    plain, linked = Panel("Risk"), Panel("Risk")
    linked.add_link("How it is computed")
    for panel in (plain, linked):
        qtbot.addWidget(panel)
        panel.show()
    assert plain.sizeHint().height() == linked.sizeHint().height()


def test_a_panel_without_a_title_has_no_empty_heading(theme, qtbot):
    panel = Panel()
    panel.add(Label("Only this"))
    qtbot.addWidget(panel)
    panel.show()
    assert panel.heading.isHidden()
    assert panel.sizeHint().height() == 16 + 16 + 16


@pytest.mark.parametrize("kind", list(Kind))
def test_a_message_in_the_page_has_its_kinds_colours(theme, qtbot, kind):
    banner = Banner(kind, "2 customers have no privacy contact.")
    qtbot.addWidget(banner)
    banner.resize(500, 40)
    banner.show()
    image = banner.grab().toImage()
    assert image.pixelColor(300, 4).name().upper() == LIGHT.chips[kind].bg
    assert image.pixelColor(300, 0).name().upper() == LIGHT.chips[kind].fg


def test_a_message_can_be_put_away_and_another_one_shown(theme, qtbot):
    banner = Banner(Kind.INFO, "First.", action=secondary("Fix"))
    qtbot.addWidget(banner)
    banner.show()
    close = next(button for button in banner.findChildren(QPushButton) if button.accessibleName())
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    banner.say(Kind.WARN, "Second.")
    assert banner.isVisible()
    assert banner.text() == "Second."


def test_a_message_that_must_be_seen_cannot_be_put_away(theme, qtbot):
    banner = Banner(Kind.CRITICAL, "Sample data. Nothing here is real.", closable=False)
    qtbot.addWidget(banner)
    assert not banner.findChildren(QPushButton)


def test_an_empty_place_says_what_belongs_there(theme, qtbot):
    state = EmptyState("No vendors yet.", first=primary("New vendor"), second=secondary("Import…"))
    qtbot.addWidget(state)
    state.show()
    assert state.sentence.text() == "No vendors yet."
    assert [button.text() for button in state.findChildren(QPushButton)] == ["New vendor", "Import…"]


def test_figures_are_of_one_width_and_can_change(theme, qtbot):
    strip = FigureStrip(
        [Figure(value="148", unit="of 412", caption="customers affected"), Figure(value="1 Dec")]
    )
    qtbot.addWidget(strip)
    strip.resize(600, 68)
    strip.show()
    assert strip.sizeHint().height() == 68
    strip.set_figures([Figure(value="149", caption="customers"), Figure(value="2 Dec", unit="2026")])
    assert [phrase.text() for phrase, _caption in strip._cells] == ["149", "2 Dec 2026"]
    with pytest.raises(ValueError, match="zip"):
        strip.set_figures([Figure(value="1")])


def test_a_mark_has_room_for_its_shape_at_any_text_size(theme, qtbot):
    mark = Mark(Kind.CRITICAL)
    qtbot.addWidget(mark)
    assert mark.sizeHint() == QSize(16, 16)
    theme.set_text_size(200)
    assert mark.minimumSizeHint() == QSize(32, 32)
    theme.set_text_size(100)
