"""An answer that came another way is taken as the questionnaire takes it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.questionnaires import DATA
from vendorrisk.ui.diligence.answer_dialog import AnswerDialog


@pytest.fixture
def dialog(qtbot, context):
    """The dialog for a question with several answers, of which none is ticked yet."""
    made = AnswerDialog(
        None, DATA, None, say=context.say, today=date(2026, 11, 23), find_country=lambda _written: ""
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_ticks_that_exclude_each_other_are_named_and_the_dialog_stays(dialog):
    boxes = dialog.form.field("value").boxes
    boxes["CONTENT"].click()
    boxes["NA"].click()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problem_text("value").startswith("“Not applicable” excludes every other answer")
    boxes["NA"].click()
    dialog.accept()
    assert (dialog.isVisible(), dialog.values()["value"]) == (False, "CONTENT")


def test_no_tick_at_all_is_a_blank_answer(dialog):
    dialog.accept()
    assert (dialog.isVisible(), dialog.values()["value"]) == (False, "")
