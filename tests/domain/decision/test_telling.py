"""A change is told and goes live under the needs and guards of the engagement's own steps."""

from __future__ import annotations

import pytest

from tests.support.dossier import a_customer, a_dossier, at_stage
from vendorrisk.domain.decision import telling
from vendorrisk.domain.decision.dossier import NoticeStanding
from vendorrisk.domain.decision.guards import ALL
from vendorrisk.domain.register.records import Stage

S = Stage


def keys(doing, dossier):
    return [one.fact.key for one in telling.in_the_way(doing, dossier)]


@pytest.mark.parametrize("stage", S)
def test_customers_are_told_once_contract_and_transfers_are_settled(stage):
    may = {
        S.NOTICE_PENDING, S.NOTICE_RUNNING, S.READY, S.LIVE, S.LIVE_RESTRICTED, S.EMERGENCY_LIVE,
        S.REASSESSMENT, S.SUSPENDED,
    }  # fmt: skip
    found = keys(telling.SEND, at_stage(stage, notice=NoticeStanding(text_approved=True)))
    assert found == ([] if stage in may else ["need.stage_to_tell"])


@pytest.mark.parametrize("stage", S)
def test_a_removal_is_told_of_what_was_in_use(stage):
    before = {
        S.DRAFT, S.TRIAGED, S.IN_DUE_DILIGENCE, S.IN_REVIEW, S.APPROVED, S.APPROVED_WITH_CONDITIONS,
        S.REJECTED, S.WITHDRAWN, S.CONTRACTING, S.NOTICE_PENDING, S.NOTICE_RUNNING, S.READY,
    }  # fmt: skip
    found = keys(telling.SEND_REMOVAL, at_stage(stage, notice=NoticeStanding(text_approved=True)))
    assert found == (["need.stage_to_remove"] if stage in before else [])


@pytest.mark.parametrize("stage", S)
def test_a_new_location_or_purpose_is_told_of_what_is_in_use(stage):
    may = {S.LIVE, S.LIVE_RESTRICTED, S.EMERGENCY_LIVE, S.REASSESSMENT, S.SUSPENDED}
    found = keys(telling.SEND_CHANGED, at_stage(stage, notice=NoticeStanding(text_approved=True)))
    assert found == ([] if stage in may else ["need.stage_to_change"])


def test_sending_needs_a_released_text_and_a_way_to_each_customer():
    notice = NoticeStanding(customers=(a_customer(channel_proven=False),))
    assert keys(telling.SEND, at_stage(S.NOTICE_PENDING, notice=notice))[:2] == [
        "need.notice_text", "need.channel",
    ]  # fmt: skip


def test_going_live_asks_every_guard_of_the_engagements_own_step():
    assert telling.GO_LIVE.guards == ALL
    assert "need.stage_to_be_live" in keys(telling.GO_LIVE, a_dossier())
    found = keys(telling.GO_LIVE, at_stage(S.LIVE, agreement=None))
    assert "guard.G4.none" in found
    assert "need.stage_to_be_live" not in found


def test_a_removal_takes_effect_on_its_day():
    dossier = at_stage(S.EXITING)
    assert keys(telling.REMOVED, dossier) == ["need.go_live_reached"]


def test_guards_of_going_live_that_nothing_checks_are_named_by_their_titles():
    named = [one.key for one in telling.unchecked(telling.GO_LIVE)]
    assert "guard.G12.title" in named
    assert not {"guard.G3.title", "guard.G8.title", "guard.G9.title"} & set(named)
