"""The dialog of a move over the gate: an engagement that is rated and under contract."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.support.assessed import Desk, FewQuestionnaires
from tests.support.contexts import make_context
from tests.support.gate import a_gate_in, assessed
from tests.support.law import the_law
from tests.support.offices import NoLaw
from vendorrisk.ui.decision.move_dialog import MoveDialog


@pytest.fixture
def context(theme):
    desk = Desk()
    parts = {"questionnaires": FewQuestionnaires(), "foreign": desk, "papers": desk}
    return make_context(law=NoLaw(transfers=the_law()), **parts)


@pytest.fixture
def gate(context):
    """Assessed, and still a draft."""
    return assessed(a_gate_in(context.office))


@pytest.fixture
def dialog(context, gate, qtbot):
    """Opens the dialog at the stage where the engagement is now."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def opened(to=None):
        made = MoveDialog(context, window, gate.engagement_id, to=to)
        made.open()
        qtbot.waitExposed(made)
        return made

    yield opened
    window.close()
