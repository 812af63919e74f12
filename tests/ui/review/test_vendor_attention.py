"""What a vendor's answers leave open, and what we owe an answer to, lead to where each is settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout

from tests.support.assessed import answered
from tests.support.offices import put
from tests.support.questionnaires import SMALL
from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Engagement
from vendorrisk.ui.diligence.review_places import ReviewVisit
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.usecases.diligence import answer_review
from vendorrisk.usecases.review.vendor_attention import Cause

FAILING = "SEC-13"
WHERE_STORED = "TRF-01"


@pytest.fixture
def settle(vendor_page, vendor_context, qtbot):
    """Clicks the verb of the only line with a cause."""

    def click(cause):
        vendor_context.changes.happened.emit()
        causes = [one.cause for one in vendor_page.sheet.attention]
        assert causes.count(cause) == 1
        qtbot.mouseClick(
            vendor_page.overview.attention.buttons[causes.index(cause)], Qt.MouseButton.LeftButton
        )

    return click


@pytest.fixture
def judged(gate):
    """Answers of which one fails, and one names a country that the register does not have."""
    made = answered(gate.office, gate.engagement)
    answer_review.save_answer(gate.office, made.id, WHERE_STORED, "DE;IN")
    verdicts = dict.fromkeys(SMALL.by_id, Verdict.MEETS) | {FAILING: Verdict.FAILS}
    answer_review.review_many(gate.office, made.id, verdicts)
    return made


@pytest.mark.parametrize(
    ("cause", "question"), [(Cause.SHORT_ANSWERS, FAILING), (Cause.CONTRADICTIONS, WHERE_STORED)]
)
def test_an_open_answer_is_opened_in_its_review(settle, judged, vendor_context, cause, question):
    settle(cause)
    assert vendor_context.frame.gone == [("answer_review", ReviewVisit(judged.id, question))]


def test_the_answer_on_the_locked_environment_is_given_in_the_engagements_form(
    settle, gate, vendor_page, opened, stored
):
    put(gate, Customer(id="c1", name="Alder", region_lock=True))
    settle(Cause.REACH)
    dialog = opened(FormDialog)
    field = dialog.form.field("reaches_locked")
    assert field.value() == ""
    assert field.isAncestorOf(dialog.focusWidget()) or dialog.focusWidget() is field
    field.show_value("no")
    dialog.accept()
    assert stored(Engagement)[0].reaches_locked is False
    assert Cause.REACH not in [one.cause for one in vendor_page.sheet.attention]


@pytest.mark.parametrize(("answer", "kept"), [("", None), ("no", False), ("yes", True)])
def test_a_further_engagement_begins_unanswered_unless_somebody_says(
    vendor_page, opened, stored, answer, kept
):
    vendor_page.doings.add_engagement()
    dialog = opened(FormDialog)
    dialog.form.field("purpose").show_value("Storing logs")
    if answer:
        dialog.form.field("reaches_locked").show_value(answer)
    dialog.accept()
    (added,) = [one for one in stored(Engagement) if one.purpose == {"en": "Storing logs"}]
    assert added.reaches_locked is kept


def test_lines_that_have_gone_leave_no_empty_places_behind(vendor_page, judged, vendor_context):
    vendor_context.changes.happened.emit()
    panel, lines = vendor_page.overview.attention, vendor_page.sheet.attention

    def layouts_after(found):
        panel.show_attention(found)
        return sum(one.parentWidget() is panel for one in panel.findChildren(QLayout))

    assert len(lines) > 1
    assert [layouts_after(found) for found in (lines, (), lines, ())] == [layouts_after(())] * 4
