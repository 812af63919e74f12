"""Moving an engagement in the window: every guard is said, what is brought counts at once, undo goes back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt

from tests.support.edited import edit_values
from tests.support.gate import BY_HAND, DECIDER, TO_CONTRACTING
from vendorrisk.domain.decision.dossier import Attested
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.decision.lifecycle import APPROVED_STAGES, allowed
from vendorrisk.domain.decision.records import Decision, HandCheck, Outcome
from vendorrisk.domain.diligence.acceptance import DpoOpinion
from vendorrisk.domain.diligence.inherent import FACTORS
from vendorrisk.domain.diligence.records import ClauseCheck, ClauseResult, Document
from vendorrisk.domain.notice.records import Change, ChangeKind, ChangeState, Notice
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.ui.decision.move_dialog import DPO_TEXT, LABELS, TO
from vendorrisk.usecases.decision.move_view import Bring
from vendorrisk.usecases.editing import EDIT, edit, remove

STOPS = {Stage.REJECTED, Stage.WITHDRAWN, Stage.SUSPENDED, Stage.EXITING, None}


def stand_at(gate, stage, **facts):
    edit_values(gate.office, Engagement, gate.engagement_id, stage=stage, **facts)


def found(gate, kind):
    with gate.office.book.reading() as reader:
        return reader.find(kind)


def choose(dialog, key, value):
    """Picks an entry of a list as a person does."""
    combo = dialog.form.field(key).combo
    place = combo.findData(str(value))
    assert place >= 0, f"{value} is not offered"
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def write(dialog, **texts):
    for name, text in texts.items():
        key = DPO_TEXT if name == DPO_TEXT else Bring[name]
        assert dialog.form.is_row_shown(key), name
        dialog.form.field(key).show_value(text)
    dialog.show_plan()


def tick(dialog, *facts):
    for fact in facts:
        dialog.form.field(fact).show_value(True)
    dialog.show_plan()


def shown(dialog):
    return {bring for bring in LABELS if dialog.form.is_row_shown(bring)}


@pytest.mark.parametrize("stage", list(Stage))
def test_every_step_of_a_stage_can_be_looked_at_and_the_way_on_comes_first(dialog, gate, stage):
    stand_at(gate, stage)
    made = dialog()
    targets = [one.target for one in allowed(stage)]
    combo = made.form.field(TO).combo
    assert {combo.itemData(place) for place in range(combo.count())} == set(targets)
    if not targets:
        assert made.consequences.text() == "No step leads out of this stage."
        assert not made.verb.isEnabled()
        assert shown(made) == set()
    assert made.target in STOPS or not set(targets) <= STOPS
    for target in targets:
        choose(made, TO, target)
        blocked = [one for one in made.guards.titles() if not one.endswith("Passed")]
        assert made.verb.isEnabled() is (not blocked), target


@pytest.mark.parametrize("stage", APPROVED_STAGES)
def test_after_an_approval_the_way_on_is_the_contract_and_not_back(dialog, gate, stage):
    stand_at(gate, stage)
    assert dialog().target is Stage.CONTRACTING


def test_a_step_that_needs_nothing_is_one_click_and_undo_takes_it_back(dialog, gate, context, qtbot):
    made = dialog()
    assert (made.target, made.verb.text()) == (Stage.TRIAGED, "Move to Triaged")
    assert (made.duties.text(), made.remains.isHidden()) == ("", True), "its ratings are complete"
    assert not made.follows.isVisibleTo(made)
    qtbot.mouseClick(made.verb, Qt.MouseButton.LeftButton)
    assert gate.engagement.stage is Stage.TRIAGED
    context.undo()
    assert gate.engagement.stage is Stage.DRAFT


def test_rejecting_needs_a_reason_which_is_kept(dialog, gate, qtbot):
    made = dialog(Stage.REJECTED)
    assert shown(made) == {Bring.REASON}
    assert made.verb.toolTip() == "<qt>1 point blocks this step.</qt>"
    field = made.form.field(Bring.REASON)
    qtbot.keyClicks(field.control, "Too far from what we need.")
    qtbot.waitUntil(made.verb.isEnabled)
    made.verb.click()
    assert (gate.engagement.stage, gate.engagement.closed_reason) == (
        Stage.REJECTED, "Too far from what we need.",
    )  # fmt: skip
    (decision,) = found(gate, Decision)
    assert (decision.outcome, decision.reason) == (Outcome.REJECTED, "Too far from what we need.")


def test_an_approval_under_conditions_is_decided_with_names_opinion_and_conditions(dialog, gate, context):
    gate.move(*TO_CONTRACTING[:3])
    edit(gate.office, Engagement, gate.engagement_id, {"requested_by": "Bo Business"})
    made = dialog(Stage.APPROVED_WITH_CONDITIONS)
    assert made.guards.titles()[0].startswith("A conditional approval needs at least one condition.")
    write(made, CONDITIONS="Logs are erased after 30 days.")
    assert made.verb.isEnabled()
    made.accept()
    (decision,) = found(gate, Decision)
    assert (decision.outcome, decision.decided_by) == (Outcome.APPROVED_WITH_CONDITIONS, "Ana Novak")
    assert decision.conditions == "Logs are erased after 30 days."
    context.undo()
    assert found(gate, Decision) == []
    assert gate.engagement.stage is Stage.IN_REVIEW


def test_who_asked_for_a_vendor_does_not_decide_on_it(dialog, gate):
    gate.move(*TO_CONTRACTING[:3])
    made = dialog(Stage.APPROVED_WITH_CONDITIONS)
    assert Bring.DECIDER in shown(made)
    write(made, CONDITIONS="None.")
    assert not made.verb.isEnabled()
    write(made, DECIDER=DECIDER)
    made.accept()
    assert found(gate, Decision)[0].decided_by == DECIDER


def test_a_high_risk_is_approved_by_name_and_with_the_opinion_of_the_dpo(dialog, gate):
    ratings = {f"factor_{one}": "5" for one in FACTORS}
    edit(gate.office, Engagement, gate.engagement_id, ratings | {"requested_by": "Bo Business"})
    gate.move(*TO_CONTRACTING[:3])
    made = dialog(Stage.APPROVED_WITH_CONDITIONS)
    assert shown(made) >= {Bring.HEAD_OF_PRIVACY, Bring.DPO_OPINION}
    assert made.form.is_row_shown(DPO_TEXT)
    write(made, CONDITIONS="None.", REASON="No other carrier reaches Norway.", HEAD_OF_PRIVACY="Horst Head")
    if Bring.CISO in shown(made):
        write(made, CISO="Cora Ciso")
    choose(made, Bring.DPO_OPINION, DpoOpinion.FAVOURABLE)
    write(made, DPO_TEXT="No objection.")
    made.accept()
    (decision,) = found(gate, Decision)
    assert (decision.dpo_opinion, decision.dpo_text) == ("FAVOURABLE", "No objection.")


def test_guards_that_nothing_checks_yet_are_confirmed_in_words_and_never_count_as_passed(dialog, gate):
    gate.move(*TO_CONTRACTING)
    made = dialog(Stage.NOTICE_PENDING)
    states = {line.split()[0]: line for line in made.guards.titles() if line.startswith("G")}
    assert set(states) == {"G4", "G5", "G6", "G7"}
    assert all(states[one].endswith(": Passed") for one in ("G4", "G5", "G6"))
    assert "Not checked yet" in states["G7"]
    assert not made.verb.isEnabled()
    write(made, UNCHECKED=BY_HAND)
    made.accept()
    assert gate.engagement.stage is Stage.NOTICE_PENDING
    (kept,) = found(gate, HandCheck)
    assert (kept.guards, kept.why, kept.confirmed_by) == (("G7",), BY_HAND, "Ana Novak")


def test_what_is_missing_comes_first_and_passed_guards_are_folded(dialog, gate, qtbot):
    gate.move(*TO_CONTRACTING)
    made = dialog(Stage.NOTICE_PENDING)
    missing, field = made.guards.missing, made.form.field(Bring.UNCHECKED)
    assert missing.isVisibleTo(made)
    assert (
        missing.mapTo(made, missing.rect().bottomLeft()).y() < field.mapTo(made, field.rect().topLeft()).y()
    )
    assert made.guards.titles()[0].startswith("G7")
    assert (made.guards.fold.text(), made.guards.passed.isHidden()) == ("3 guards passed: show them", True)
    qtbot.mouseClick(made.guards.fold, Qt.MouseButton.LeftButton)
    assert (made.guards.fold.text(), made.guards.passed.isHidden()) == ("3 guards passed: hide them", False)
    assert made.why_not.text() == "1 point blocks this step."
    write(made, UNCHECKED=BY_HAND)
    assert not missing.isVisibleTo(made)
    assert made.why_not.text() == ""


def test_a_blocked_guard_names_fact_and_remedy(dialog, gate):
    gate.move(*TO_CONTRACTING)
    remove(gate.office, Document, found(gate, Document)[0].id)
    made = dialog(Stage.NOTICE_PENDING)
    write(made, UNCHECKED=BY_HAND)
    (line,) = (one for one in made.guards.titles() if one.startswith("G4"))
    assert line.startswith("G4 Agreement with all items of GDPR 28(3): Blocked No agreement")
    assert "Add the signed or accepted agreement" in line
    assert "No acceptance of risk" not in line
    assert not made.verb.isEnabled()


def test_a_fact_that_no_acceptance_of_risk_can_lift_says_so(dialog, gate):
    gate.move(*TO_CONTRACTING)
    statutory = next(one for one in found(gate, ClauseCheck) if one.item == "D-01")
    edit_values(gate.office, ClauseCheck, statutory.id, result=ClauseResult.MISSING)
    (line,) = (one for one in dialog(Stage.NOTICE_PENDING).guards.titles() if one.startswith("G4"))
    assert line.endswith("This cannot be accepted as a risk.")


def test_a_reassessment_before_its_time_needs_an_event_that_calls_for_it(dialog, gate):
    stand_at(gate, Stage.LIVE, live_since=gate.clock.day)
    made = dialog(Stage.REASSESSMENT)
    assert shown(made) == {Bring.TRIGGER}
    assert not made.verb.isEnabled()
    choose(made, Bring.TRIGGER, next(iter(Trigger)))
    made.accept()
    assert gate.engagement.stage is Stage.REASSESSMENT


def test_an_order_of_an_authority_suspends_without_the_opinion_of_the_dpo(dialog, gate):
    stand_at(gate, Stage.LIVE, live_since=gate.clock.day)
    made = dialog(Stage.SUSPENDED)
    assert shown(made) == {Bring.REASON, Bring.DPO_OPINION, Bring.AUTHORITY_ORDER}
    write(made, REASON="The authority ordered it.")
    assert not made.verb.isEnabled()
    tick(made, Bring.AUTHORITY_ORDER)
    made.accept()
    assert gate.engagement.stage is Stage.SUSPENDED


def test_an_end_is_reached_only_once_each_fact_is_confirmed(dialog, gate):
    stand_at(gate, Stage.DELETION_PENDING)
    made = dialog(Stage.TERMINATED)
    asked = [fact for fact in Attested if made.form.is_row_shown(fact)]
    assert len(asked) == 4
    tick(made, *asked[:3])
    assert not made.verb.isEnabled()
    tick(made, asked[3])
    made.accept()
    assert gate.engagement.stage is Stage.TERMINATED


def test_an_emergency_says_for_whom_until_when_and_who_must_agree(dialog, gate):
    stand_at(gate, Stage.APPROVED)
    made = dialog(Stage.EMERGENCY_LIVE)
    assert shown(made) >= {Bring.HEAD_OF_PRIVACY, Bring.CISO, Bring.DPO_OPINION}
    lines = made.guards.titles()
    write(made, HEAD_OF_PRIVACY="Horst Head", CISO="Cora Ciso")
    assert len(made.guards.titles()) == len(lines) - 2
    assert any(line.startswith("No customers are recorded") for line in lines)
    assert not made.verb.isEnabled()


def test_what_came_in_the_way_meanwhile_is_said_and_nothing_moves(dialog, gate, context):
    gate.move(*TO_CONTRACTING)
    made = dialog(Stage.NOTICE_PENDING)
    write(made, UNCHECKED=BY_HAND)
    remove(gate.office, Document, found(gate, Document)[0].id)
    made.accept()
    assert gate.engagement.stage is Stage.CONTRACTING
    assert len(context.messages.told) == 1
    assert made.isVisible()
    assert not made.verb.isEnabled()
    made.reject()


@pytest.mark.parametrize(
    ("stage", "to", "offered", "left"),
    [
        (Stage.NOTICE_PENDING, Stage.NOTICE_RUNNING, "Record that the notices were sent: Notice running",
         "The notices of change 2026-07 were sent"),
        (Stage.READY, Stage.LIVE, "Go live: Live", "Record on the page of change 2026-07"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sent", [True, False])
def test_where_a_change_runs_already_the_step_leads_to_it(dialog, gate, stage, to, offered, left, sent):
    change = Change(
        id="ch", number="2026-07", kind=ChangeKind.ADD, engagement_id=gate.engagement_id,
        planned_on=date(2027, 2, 1), state=ChangeState.RUNNING,
    )  # fmt: skip
    told = datetime(2026, 11, 23, tzinfo=UTC) if sent else None
    with gate.office.book.act(EDIT[Change]) as desk:
        desk.put(change, Notice(id="n", change_id="ch", customer_id="c", sent_at=told))
    stand_at(gate, stage)
    shows = dialog(to)
    combo = shows.form.field(TO).combo
    titles = [combo.itemText(at) for at in range(combo.count())]
    assert (offered in titles) is (sent or to is Stage.LIVE)
    assert (left in shows.duties.text()) is sent


def test_the_dialog_is_no_higher_than_its_step_and_then_only_grows_within_it(dialog, qtbot):
    made = dialog()
    qtbot.waitUntil(lambda: made._steady)
    inside = made._inside.layout().totalHeightForWidth(made._area.viewport().width())
    assert made._area.height() == inside
    made.form.hide()
    made._take_height()
    assert made._area.height() == inside, "the verb stays where it is aimed at"
