"""Going live in an emergency (domain.md 4.2, 5.1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.dossier import an_ask, at_stage
from tests.support.law import TODAY
from tests.support.sentences import say
from vendorrisk.domain.decision.dossier import EmergencyCustomer, EmergencyStanding, Policy
from vendorrisk.domain.decision.move import plan_move
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.register.records import Stage

STANDBY = EmergencyCustomer(customer="Northwind", standby_authorised=True)
CLAUSE = EmergencyCustomer(customer="Fabrikam", clause_reviewed_on=date(2026, 3, 1))
STANDING = EmergencyStanding(customers=(STANDBY, CLAUSE), expires=TODAY + timedelta(days=30))
BOTH = {Approver.HEAD_OF_PRIVACY: "Hana Head", Approver.CISO: "Ciro Ciso"}
ASK = an_ask(approvers=BOTH, dpo_opinion=DpoOpinion.FAVOURABLE, dpo_text="2026-11-21: agreed")


def keys(standing=STANDING, ask=ASK, **facts):
    dossier = at_stage(Stage.APPROVED, emergency=standing, notice=None, **facts)
    plan = plan_move(dossier, Stage.EMERGENCY_LIVE, ask)
    assert all(say(one.fact) and say(one.remedy) for one in plan.blocked)
    return [one.fact.key for one in plan.blocked]


def test_customers_who_authorised_it_beforehand_may_be_served():
    assert keys() == []


def test_it_stands_under_g1_to_g7_and_g10():
    plan = plan_move(at_stage(Stage.APPROVED, emergency=STANDING), Stage.EMERGENCY_LIVE, ASK)
    assert [one.guard for one in plan.results] == ["G1", "G2", "G3", "G4", "G5", "G6", "G7", "G10"]
    assert plan.transition.duties == ("immediate_notice", "full_notice_run")
    assert keys(flows=()) == ["guard.G6.no_flow"]


@pytest.mark.parametrize(
    ("spoiled", "key"),
    [
        ({"standby_authorised": False}, "not_authorised"),
        ({"specific": True}, "specific"),
        ({"commission_clauses": True}, "commission_clauses"),
        ({"dora_critical": True}, "dora"),
        ({"open_objection": True}, "objection"),
    ],
)
def test_each_ground_of_exclusion_stands_by_itself(spoiled, key):
    standing = replace(STANDING, customers=(replace(STANDBY, **spoiled), CLAUSE))
    assert keys(standing) == [f"emergency.{key}"]


def test_specific_customers_may_be_served_once_they_approved():
    assert keys(replace(STANDING, customers=(replace(STANDBY, specific=True, approved=True),))) == []


@pytest.mark.parametrize("standing", [None, EmergencyStanding(expires=TODAY)])
def test_an_emergency_for_nobody_is_none(standing):
    expected = ["emergency.nobody"] if standing else ["emergency.nobody", "emergency.end"]
    assert keys(standing) == expected


@pytest.mark.parametrize(
    ("expires", "expected"),
    [
        (TODAY, []),
        (TODAY + timedelta(days=30), []),
        (TODAY + timedelta(days=31), ["emergency.end"]),
        (TODAY - timedelta(days=1), ["emergency.end"]),
        (None, ["emergency.end"]),
    ],
)
def test_it_lasts_thirty_days_at_most(expires, expected):
    assert keys(replace(STANDING, expires=expires)) == expected


def test_head_of_privacy_and_ciso_approve_and_the_dpo_advises():
    assert keys(ask=replace(ASK, approvers={})) == ["emergency.approver", "emergency.approver"]
    assert keys(ask=replace(ASK, dpo_opinion=None)) == ["need.dpo_opinion"]
    assert keys(policy=Policy(dpo="ciro ciso")) == ["need.dpo_decides"]


def test_unchecked_guards_are_confirmed_by_hand_here_too():
    found = keys(ask=replace(ASK, unchecked_why=""))
    assert found == ["move.unchecked", "move.unchecked"]
