"""What a step leaves to the person: only what is not done yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.support.edited import edit_values
from tests.support.gate import a_gate, assessed
from vendorrisk.domain.decision import lifecycle
from vendorrisk.domain.diligence.records import Document
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision.move_view import MoveDraft
from vendorrisk.usecases.workspace.settings import change_setting


def left(gate, source, target):
    (step,) = {one for one in lifecycle.allowed(source) if one.target is target}
    return [one.key for one in MoveDraft(gate.office, gate.engagement_id).left_to_do(step)]


def test_ratings_are_left_until_the_tier_is_known():
    gate = a_gate()
    assert left(gate, Stage.DRAFT, Stage.TRIAGED) == []
    edit_values(gate.office, Engagement, gate.engagement_id, factor_data=None)
    assert left(gate, Stage.DRAFT, Stage.TRIAGED) == ["duty.rate"]


def test_a_second_person_is_left_only_where_the_workspace_asks_for_one():
    gate = assessed(a_gate())
    assert left(gate, Stage.IN_REVIEW, Stage.APPROVED) == []
    change_setting(gate.office, "second_person", "yes")
    assert left(gate, Stage.IN_REVIEW, Stage.APPROVED) == ["duty.second_person"]


def test_a_change_that_was_started_is_not_left():
    gate = assessed(a_gate())
    assert left(gate, Stage.CONTRACTING, Stage.NOTICE_PENDING) == ["duty.start_change"]
    gate.change(date(2027, 2, 2))
    assert left(gate, Stage.CONTRACTING, Stage.NOTICE_PENDING) == []


def test_the_full_notice_of_an_emergency_is_left_until_its_change_is_started():
    gate = assessed(a_gate())
    duties = ["duty.immediate_notice", "duty.full_notice_run"]
    assert left(gate, Stage.APPROVED, Stage.EMERGENCY_LIVE) == duties
    gate.change(date(2027, 2, 2))
    assert left(gate, Stage.APPROVED, Stage.EMERGENCY_LIVE) == duties[:1]


def test_the_way_onward_comes_first_then_the_way_back_and_what_ends_it_last():
    gate = assessed(a_gate())
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.APPROVED)
    assert [one.target for one in MoveDraft(gate.office, gate.engagement_id).steps()] == [
        Stage.CONTRACTING, Stage.EMERGENCY_LIVE, Stage.IN_REVIEW, Stage.REJECTED, Stage.WITHDRAWN,
    ]  # fmt: skip


def test_an_agreement_is_left_until_it_is_complete_and_accepted():
    gate = assessed(a_gate())
    assert left(gate, Stage.APPROVED, Stage.CONTRACTING) == []
    with gate.office.book.act(editing.EDIT[Document]) as desk:
        desk.put(*(replace(one, acceptance="") for one in desk.find(Document)))
    assert left(gate, Stage.APPROVED, Stage.CONTRACTING) == ["duty.agreement"]
