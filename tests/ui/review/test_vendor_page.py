"""A vendor's page: facts edited in place, tabs, neighbours, and what needs somebody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.assessed import answered
from tests.support.edited import edit_values
from tests.support.gate import TO_CONTRACTING, assessed
from tests.support.offices import put
from vendorrisk.domain.decision.records import Decision, StageMove
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Engagement, Location, Role, Service, Stage, Vendor
from vendorrisk.domain.review.due import TaskKind
from vendorrisk.ui.diligence.document_dialog import DocumentForm
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.visits import VendorVisit
from vendorrisk.ui.review.vendor_page import ASSESSMENTS, DOCUMENTS, FINDINGS, LOG, OVERVIEW, PLACES, TABS
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.usecases import editing
from vendorrisk.usecases.register import new_vendors
from vendorrisk.usecases.review.vendor_attention import Cause
from vendorrisk.usecases.workspace import settings

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def press(qtbot, vendor_page):
    def pressed(key, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QGuiApplication.focusObject() or vendor_page, key, modifiers)

    return pressed


@pytest.fixture
def facts(vendor_page):
    return vendor_page.overview.facts.facts


def causes(page):
    return [one.cause for one in page.sheet.attention]


def test_the_head_says_who_it_is_and_where_it_stands(vendor_page):
    assert vendor_page.head.title.text() == "Eastline Voice"
    assert [one.accessibleName() for one in vendor_page.head.findChildren(Chip)][-1] == "Draft"
    assert not vendor_page.vendor_head.up.isVisible()


def test_questions_are_sent_only_where_the_stage_allows_it(vendor_page, vendor_context):
    button, (engagement,) = vendor_page.vendor_head.send_button, vendor_page.sheet.facts.engagements
    assert not button.isEnabled()
    assert button.accessibleDescription().startswith("Its stage is “Draft”; questionnaires go to")
    edit_values(vendor_context.office, Engagement, engagement.id, stage=Stage.IN_DUE_DILIGENCE)
    vendor_context.changes.happened.emit()
    assert (button.isEnabled(), button.accessibleDescription()) == (True, "")
    edit_values(vendor_context.office, Engagement, engagement.id, role=Role.INDEPENDENT_CONTROLLER)
    vendor_context.changes.happened.emit()
    assert button.accessibleDescription().startswith("It is not a sub-processor")


def test_one_reason_for_several_moves_of_a_day_stands_in_the_timeline_once(vendor_page, gate):
    put(gate, *(
        StageMove(id=f"m{number}", engagement_id=gate.engagement_id, step="", from_stage="",
                  to_stage=stage, moved_on=gate.clock.day, moved_by="Ana", reason="Looked over.")
        for number, stage in enumerate((Stage.TRIAGED, Stage.IN_DUE_DILIGENCE, Stage.IN_REVIEW))
    ))  # fmt: skip
    vendor_page.show_item(gate.vendor_id)
    rows = vendor_page.overview.timeline.data().rows
    assert [row.cells[2] for row in rows[:3]] == ["By Ana: Looked over.", "", ""]


def test_a_vendor_that_needs_nobody_says_so_with_what_comes_next(vendor_page, qtbot):
    panel = vendor_page.overview.attention
    panel.show_attention((), msg("ahead", what="reassessment", when="2 Dec 2026, in 9 days"))
    QApplication.processEvents()
    assert panel.buttons == []
    assert {"Nothing is open.", "Next: reassessment, 2 Dec 2026, in 9 days"} <= {
        one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel)
    }


def test_no_comma_follows_the_full_stop_of_a_purpose(vendor_page, facts, vendor_context):
    (engagement,) = vendor_page.sheet.facts.engagements
    edit_values(vendor_context.office, Engagement, engagement.id, purpose={"en": "Carrying calls."})
    vendor_context.changes.happened.emit()
    assert facts.row("purpose").text.text().startswith("Carrying calls, used by")
    assert "Carrying calls, " in vendor_page.head._line.text()


@pytest.mark.parametrize(
    ("stage", "told"),
    [(Stage.SUSPENDED, "Suspended, no new data"), (Stage.EXITING, "Exiting, read-only, for the exit")],
)
def test_a_stage_that_leaves_it_open_says_whether_customer_data_may_be_processed(
    vendor_page, facts, vendor_context, stage, told
):
    (engagement,) = vendor_page.sheet.facts.engagements
    edit_values(vendor_context.office, Engagement, engagement.id, stage=stage)
    vendor_context.changes.happened.emit()
    assert facts.row("stage").text.text() == told


def test_why_an_engagement_was_stopped_stands_among_its_facts(vendor_page, facts, vendor_context):
    (engagement,) = vendor_page.sheet.facts.engagements
    assert not facts.row("closed_reason").isVisibleTo(facts)
    edit_values(
        vendor_context.office, Engagement, engagement.id, stage=Stage.SUSPENDED, closed_reason="A breach"
    )
    vendor_context.changes.happened.emit()
    assert facts.row("closed_reason").isVisibleTo(facts)
    assert facts.row("closed_reason").text.text() == "A breach"


def test_a_vendor_that_is_gone_is_said_to_be_gone(vendor_page):
    vendor_page.show_item("nobody")
    assert vendor_page.gone.isVisible()
    assert not vendor_page.tabs.isVisible()
    assert vendor_page.doings.promise([]) == ""
    head = vendor_page.vendor_head
    head.more.aboutToShow.emit()
    offered = [head.finding_button, head.change_button, head.send_button, *head.more.actions()]
    assert not [one.text() for one in offered if one.isEnabled() and one.text()]


def test_every_tab_opens_on_a_vendor_with_everything_and_on_one_with_nothing(
    vendor_page, gate, vendor_context
):
    gate.customer()
    gate.change(gate.clock.day)
    answered(gate.office, gate.engagement)
    bare = new_vendors.take_in(vendor_context.office, {"name": "Bare Ltd"}, {})
    for vendor_id in (gate.vendor_id, bare.id):
        vendor_page.show_item(vendor_id)
        for number in range(len(TABS)):
            vendor_page.tabs.setCurrentIndex(number)
            assert vendor_page.stack.currentIndex() == number
    assert not vendor_page.vendor_head.finding_button.isEnabled()
    assert vendor_page.vendor_head.finding_button.toolTip() == "<qt>It has no engagement yet.</qt>"


def test_ctrl_tab_turns_the_tabs_and_takes_the_keyboard_along(vendor_page, press):
    press(Qt.Key.Key_Tab, CTRL)
    assert vendor_page.tabs.currentIndex() == ASSESSMENTS
    assert QApplication.focusWidget() is vendor_page.assessments.rounds.add_link_button
    vendor_page.turn(1)
    assert QApplication.focusWidget() is vendor_page.documents.papers.table
    vendor_page.tabs.setCurrentIndex(OVERVIEW)
    vendor_page.turn(-1)
    assert vendor_page.tabs.currentIndex() == len(TABS) - 1


def test_the_neighbours_of_the_list_are_one_key_away_and_the_tab_stays(vendor_page, vendor_context, press):
    other = new_vendors.take_in(vendor_context.office, {"name": "Northgate"}, {})
    here = vendor_page.sheet.facts.vendor.id
    visit = VendorVisit(vendor_id=here, neighbours=(here, other.id), list_name="Outside EEA")
    vendor_page.show_item(visit)
    assert vendor_page.vendor_head.position.text() == "1 of 2, Outside EEA"
    assert not vendor_page.vendor_head.up.isEnabled()
    vendor_page.tabs.setCurrentIndex(FINDINGS)
    vendor_page.findings.take_focus()
    press(Qt.Key.Key_Down, ALT)
    ((page, gone_to),) = vendor_context.frame.gone
    assert (page, gone_to.vendor_id, gone_to.neighbours) == ("vendor", other.id, visit.neighbours)
    assert vendor_page.tabs.currentIndex() == FINDINGS
    vendor_page.step(-1)
    assert len(vendor_context.frame.gone) == 1


def test_f2_edits_a_fact_enter_keeps_it_as_one_step_and_undo_takes_it_back(
    vendor_page, vendor_context, facts, press, qtbot, stored
):
    head = vendor_context.office.book.head()[0]
    facts.row("owner").setFocus()
    press(Qt.Key.Key_F2)
    qtbot.keyClicks(QGuiApplication.focusObject(), "M. Horvat")
    press(Qt.Key.Key_Return)
    assert stored(Vendor)[0].owner == "M. Horvat"
    assert facts.row("owner").text.text() == "M. Horvat"
    assert vendor_context.office.book.head()[0] == head + 1
    assert facts.row("owner").hasFocus()
    vendor_context.undo()
    assert stored(Vendor)[0].owner == ""
    assert facts.row("owner").text.text() == "-"


def test_f2_edits_the_first_fact_wherever_the_keyboard_is_on_the_page(vendor_page, facts, press):
    vendor_page.vendor_head.finding_button.setFocus()
    press(Qt.Key.Key_F2)
    assert facts.row("legal_name").field is not None
    press(Qt.Key.Key_F2)
    assert [row.field is not None for row in facts._rows.values()].count(True) == 1
    press(Qt.Key.Key_Escape)
    assert facts.row("legal_name").field is None


@pytest.mark.parametrize(
    ("number", "form"), [(OVERVIEW, FormDialog), (DOCUMENTS, DocumentForm), (PLACES, FormDialog)]
)
def test_f2_on_a_row_opens_its_form(vendor_page, press, opened, number, form):
    vendor_page.tabs.setCurrentIndex(number)
    panel = {OVERVIEW: vendor_page.overview.places, DOCUMENTS: vendor_page.documents.papers}
    panel.get(number, vendor_page.places.places).take_focus()
    press(Qt.Key.Key_F2)
    opened(form).reject()


def test_esc_leaves_a_fact_as_it_was(facts, press, qtbot, stored):
    facts.row("purpose").setFocus()
    press(Qt.Key.Key_Return)
    qtbot.keyClicks(QGuiApplication.focusObject(), " and more")
    press(Qt.Key.Key_Escape)
    assert stored(Engagement)[0].purpose == {"en": "Carrying calls"}
    assert facts.row("purpose").text.text().startswith("Carrying calls, used by")


def test_a_fact_that_cannot_be_kept_says_why_under_it(vendor_page, facts, stored):
    vendor_page.overview.facts.keep("purpose", "")
    assert facts._errors["purpose"].isVisible()
    assert facts._errors["purpose"].text()
    assert stored(Engagement)[0].purpose == {"en": "Carrying calls"}


def test_the_data_of_an_engagement_is_edited_in_place(vendor_page, facts, stored):
    vendor_page.overview.facts.keep("data_categories", ("PHONE_NUMBER", "MESSAGE_BODY"))
    assert stored(Engagement)[0].data_categories == ("PHONE_NUMBER", "MESSAGE_BODY")


def test_the_filled_button_settles_what_is_most_urgent(vendor_page, gate, vendor_context, opened, qtbot):
    bare = new_vendors.take_in(vendor_context.office, {"name": "Bare"}, {"purpose": "Storing logs"})
    vendor_page.show_item(bare.id)
    first = vendor_page.overview.attention.buttons[0]
    assert [one.kind for one in vendor_page.overview.attention.buttons].count("primary") == 1
    assert causes(vendor_page)[0] is Cause.AGREEMENT
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    dialog = opened(DocumentForm)
    assert dialog.form.field("kind").value() == "DPA"
    assert dialog.form.field("vendor").value() == bare.id
    dialog.reject()


def test_tab_goes_through_the_page_as_it_is_read(vendor_page, vendor_context):
    page = vendor_page
    bare = new_vendors.take_in(vendor_context.office, {"name": "Bare"}, {"purpose": "Storing logs"})
    page.show_item(bare.id)
    over = page.overview
    read = [
        page.vendor_head.finding_button, page.tabs, *over.attention.buttons,
        over.facts.facts.row("legal_name"), over.places.add_link_button, over.risk.how, over.full_log,
    ]  # fmt: skip
    chain, here = [], page
    while here.nextInFocusChain() is not page:
        here = here.nextInFocusChain()
        chain.append(here)
    assert [one for one in chain if one in read] == read


def test_a_vendor_without_an_engagement_asks_for_its_first_one(vendor_page, vendor_context, opened, stored):
    page = vendor_page
    bare = new_vendors.take_in(vendor_context.office, {"name": "Bare"}, {})
    page.show_item(bare.id)
    assert page.overview.empty.isVisible()
    page.tabs.setCurrentIndex(ASSESSMENTS)
    assert not page.assessments.decisions.add_link_button.isEnabled()
    page.tabs.setCurrentIndex(OVERVIEW)
    page.overview.begin.click()
    form = opened(FormDialog)
    form.accept()
    assert form.form.problem_text("purpose")
    form.form.field("purpose").show_value("Storing logs")
    form.accept()
    (made,) = stored(Engagement, vendor_id=bare.id)
    assert [one.code for one in stored(Service, id=made.service_id)] == ["ALL"]
    assert not page.overview.empty.isVisible()
    vendor_context.undo()
    assert page.overview.empty.isVisible()


def test_the_log_says_in_words_when_what_was_done(vendor_page, vendor_context):
    vendor_page.overview.facts.keep("owner", "M. Horvat")
    vendor_page.tabs.setCurrentIndex(LOG)
    model = vendor_page.log.steps.model
    newest = [model.index(0, place).data() for place in range(model.columnCount())]
    assert newest[0].startswith("23 Nov 2026, ")
    assert newest[1:4] == ["Ana Novak", "Edit a vendor", "Eastline Voice"]


def test_another_engagement_of_the_vendor_can_be_looked_at(vendor_page, gate, opened, stored, qtbot):
    page, switch = vendor_page, vendor_page.overview.facts.switch
    assert not switch.isVisible()
    page.doings.add_engagement()
    form = opened(FormDialog)
    form.form.field("purpose").show_value("Storing recordings")
    form.form.field("service").show_value("VOICE")
    form.form.field("storage").show_value("FR")
    form.accept()
    (first, new) = stored(Engagement, vendor_id=gate.vendor_id)
    assert (new.service_id, new.requested_by) == (first.service_id, "Ana Novak")
    assert [one.country for one in stored(Location, engagement_id=new.id)] == ["FR"]
    assert switch.isVisible()
    assert page.overview.facts.facts.row("purpose").text.text().startswith("Storing recordings")
    page.overview.facts.engagement_chosen.emit(first.id)
    assert page.overview.facts.facts.row("purpose").text.text().startswith("Carrying calls")
    page.overview.facts.engagement_chosen.emit(new.id)
    assert page.overview.facts.facts.row("purpose").text.text().startswith("Storing recordings")
    page.doings._context.undo()
    assert not switch.isVisible()


def test_a_decision_waits_for_a_second_person_only_where_the_workspace_asks_for_one(
    vendor_page, gate, vendor_context, stored
):
    assessed(gate)
    editing.edit(gate.office, Engagement, gate.engagement_id, {"requested_by": "Bo Business"})
    gate.move(*TO_CONTRACTING[:4])
    vendor_page.tabs.setCurrentIndex(ASSESSMENTS)
    vendor_page.reload()
    assert not vendor_page.assessments.confirm.isVisible()
    settings.change_setting(gate.office, "second_person", "yes")
    vendor_page.reload()
    assert TaskKind.CONFIRM_DECISION in causes(vendor_page)
    vendor_page.assessments.confirm.click()
    assert stored(Decision)[0].confirmed_by == gate.office.actor
    assert TaskKind.CONFIRM_DECISION not in causes(vendor_page)
    vendor_context.undo()
    assert stored(Decision)[0].confirmed_by == ""
    assert stored(Engagement)[0].stage is Stage.APPROVED_WITH_CONDITIONS


def test_a_visit_for_the_decision_lands_where_decisions_are_with_the_keyboard_on_the_move(vendor_page):
    (engagement,) = vendor_page.sheet.facts.engagements
    visit = VendorVisit(vendor_id=vendor_page.sheet.row.id, decision_on=engagement.id)
    vendor_page.show_item(visit)
    assert vendor_page.tabs.currentIndex() == ASSESSMENTS
    assert vendor_page.doings.engagement == engagement
    vendor_page.setFocus()
    assert vendor_page.focusWidget() is vendor_page.assessments.decisions.add_link_button
