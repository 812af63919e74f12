"""Moving an engagement: what a person says with a step, and what of it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.gate import BY_HAND, DECIDER, TO_CONTRACTING, a_gate, an_ask, assessed
from vendorrisk.domain.decision.dossier import Attested
from vendorrisk.domain.decision.records import Decision, HandCheck, Outcome, StageMove
from vendorrisk.domain.diligence.acceptance import Approver
from vendorrisk.domain.message import Refused
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.editing import edit
from vendorrisk.usecases.workspace import settings


@pytest.fixture
def gate():
    return assessed(a_gate())


def hand_checks(gate):
    with gate.office.book.reading() as reader:
        return reader.find(HandCheck)


def test_a_reason_confirms_no_guard(gate):
    gate.move(*TO_CONTRACTING)
    with pytest.raises(Refused) as refused:
        moving.move(gate.office, gate.engagement_id, Stage.NOTICE_PENDING, reason="The customer waits.")
    assert {one.guard for one in refused.value.blocked} == {"G7"}
    assert hand_checks(gate) == []


def test_who_confirms_unchecked_guards_is_kept_with_the_words_and_the_guards(gate):
    gate.move(*TO_CONTRACTING)
    ask = replace(an_ask(), by="", unchecked_why=BY_HAND)
    moved = moving.move(gate.office, gate.engagement_id, Stage.NOTICE_PENDING, ask=ask)
    (kept,) = hand_checks(gate)
    assert moved.not_checked == kept.guards == ("G7",)
    assert (kept.confirmed_by, kept.why) == (gate.office.actor, BY_HAND)


def test_the_one_who_decides_stands_for_the_guards_unless_somebody_else_is_named(gate):
    gate.change(gate.clock.day)
    gate.move(*TO_CONTRACTING, Stage.NOTICE_PENDING)
    gate.move(Stage.READY, unchecked_confirmed_by="Ana Analyst")
    assert [one.confirmed_by for one in hand_checks(gate)] == [DECIDER, "Ana Analyst"]


def test_an_opinion_is_kept_with_its_words_and_its_day(gate):
    decided = gate.move(*TO_CONTRACTING[:4], dpo_on=date(2026, 11, 20)).decision
    assert decided is not None
    assert (decided.dpo_opinion, decided.dpo_text, decided.dpo_on) == (
        "FAVOURABLE", "No objection.", date(2026, 11, 20),
    )  # fmt: skip


def test_an_opinion_without_a_day_is_of_today_and_none_is_no_opinion(gate):
    gate.move(*TO_CONTRACTING[:3])
    assert gate.move(Stage.APPROVED_WITH_CONDITIONS).decision.dpo_on == gate.clock.day
    other = assessed(a_gate())
    other.move(*TO_CONTRACTING[:2])
    rejected = other.move(Stage.REJECTED, dpo_opinion=None, dpo_text=" ").decision
    assert (rejected.dpo_opinion, rejected.dpo_text, rejected.dpo_on) == ("", "", None)


def test_words_of_the_officer_are_kept_although_nobody_chose_what_they_come_to(gate):
    gate.move(*TO_CONTRACTING[:2])
    rejected = gate.move(Stage.REJECTED, dpo_opinion=None, dpo_text="Too much data.").decision
    assert (rejected.dpo_opinion, rejected.dpo_text, rejected.dpo_on) == (
        "", "Too much data.", gate.clock.day,
    )  # fmt: skip


@pytest.mark.parametrize("written", ["Dora Decider", " dora  decider "])
def test_the_data_protection_officer_of_the_settings_does_not_decide(gate, written):
    settings.change_setting(gate.office, "dpo_name", written)
    gate.move(*TO_CONTRACTING[:3])
    with pytest.raises(Refused) as refused:
        gate.move(Stage.APPROVED_WITH_CONDITIONS)
    assert [one.fact.key for one in refused.value.blocked] == ["need.dpo_decides"]


def moves(gate):
    with gate.office.book.reading() as reader:
        return reader.find(StageMove)


def test_what_was_said_for_a_move_is_kept_with_it(gate):
    gate.move(*TO_CONTRACTING[:4], reason="Needed in spring", dpo_on=date(2026, 11, 20))
    kept = moves(gate)[-1]
    asked = an_ask()
    assert (kept.from_stage, kept.to_stage, kept.moved_by) == ("IN_REVIEW", TO_CONTRACTING[3], DECIDER)
    assert (kept.reason, kept.dpo_text) == ("Needed in spring", "No objection.")
    assert kept.dpo_on == date(2026, 11, 20)
    assert [kept.head_of_privacy, kept.ciso] == [asked.approvers.get(one, "") for one in Approver]


def test_what_a_person_attested_is_kept(gate):
    gate.move(Stage.WITHDRAWN, reason="Too late", confirmed=frozenset(Attested))
    assert moves(gate)[-1].attested == tuple(sorted(Attested))


def test_an_approval_that_ran_out_while_notices_ran_is_renewed_where_the_engagement_stands(gate):
    gate.move(*TO_CONTRACTING)
    gate.clock.at += timedelta(days=200)
    renewed = gate.move(Stage.APPROVED)
    assert renewed.engagement.stage is Stage.CONTRACTING
    assert (renewed.decision.outcome, renewed.decision.decided_on) == (Outcome.APPROVED, gate.clock.today())
    assert moves(gate)[-1].step == "renew_approval"


def test_naming_another_requester_afterwards_makes_nobody_the_second_person(gate):
    settings.change_setting(gate.office, "second_person", "yes")
    assessed(gate)
    gate.move(*TO_CONTRACTING[:-1])
    with gate.office.book.reading() as reader:
        (decision,) = reader.find(Decision)
    edit(gate.office, Engagement, gate.engagement_id, {"requested_by": "Somebody Else"})
    with pytest.raises(Refused) as refused:
        moving.confirm(gate.office, decision.id)
    assert [one.fact.key for one in refused.value.blocked] == ["confirm.requester"]
    second = replace(gate.office, actor="Sven Second")
    assert moving.confirm(second, decision.id).confirmed_by == "Sven Second"
