from __future__ import annotations

import pytest

from vendorrisk.ui.diligence.verdict_pane import VerdictPane
from vendorrisk.ui.diligence.verdict_rows import VerdictRow
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL

pytestmark = pytest.mark.usefixtures("theme")


def test_in_a_low_pane_the_verdicts_scroll_instead_of_being_squeezed_and_the_way_on_stays(qtbot):
    pane = VerdictPane()
    qtbot.addWidget(pane)
    pane.resize(256, 330)
    pane.show()
    assert {row.height() for row in pane.findChildren(VerdictRow)} == {current_theme().px(CONTROL)}
    assert pane.area.verticalScrollBar().maximum() > 0
    assert pane.rect().contains(pane.next.geometry())
