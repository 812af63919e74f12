"""Approvals, second persons and renewals (domain.md 4.1, 4.2, 6.5, 6.8)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.dossier import a_decision, a_dossier, a_finding, an_ask, an_engagement, at_stage, risk
from tests.support.law import TODAY
from tests.support.sentences import say
from vendorrisk.domain.decision.approval import (
    approval_blocks,
    confirmation_blocks,
    in_force,
    latest,
    valid_until,
)
from vendorrisk.domain.decision.dossier import Policy
from vendorrisk.domain.decision.lifecycle import RENEWABLE
from vendorrisk.domain.decision.move import plan_move
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.register.records import Stage

C, H = Severity.C, Severity.H
REVIEW = Stage.IN_REVIEW
HEAD = {Approver.HEAD_OF_PRIVACY: "Hana Head"}
BOTH = HEAD | {Approver.CISO: "Ciro Ciso"}
HEARD = {"dpo_opinion": DpoOpinion.FAVOURABLE, "dpo_text": "2026-11-20: no objection"}


def keys(blocked):
    assert all(say(one.fact) and say(one.remedy) for one in blocked)
    return [one.fact.key.removeprefix("need.") for one in blocked]


def approve(dossier=None, **ask):
    return keys(plan_move(dossier or at_stage(REVIEW), Stage.APPROVED, an_ask(**ask)).blocked)


def conditionally(dossier=None, **ask):
    quiet = {"conditions": "Two-factor sign-in by 2026-12-31 (Olga)"}
    dossier = dossier or at_stage(REVIEW, residual=risk(28.2))
    return keys(plan_move(dossier, Stage.APPROVED_WITH_CONDITIONS, an_ask(**(quiet | ask))).blocked)


# approve: no open C; residual <= appetite; reviewer != requester.


def test_a_sound_assessment_is_approved():
    assert approve() == []


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0.0, []), (20.0, []), (20.01, ["appetite"]), (60.0, ["appetite"]), (60.01, ["appetite"])],
)
def test_up_to_20_a_reviewer_approves_alone(score, expected):
    assert approve(at_stage(REVIEW, residual=risk(score))) == expected


def test_what_is_above_a_limit_is_told_with_the_limits():
    (found,) = plan_move(at_stage(REVIEW, residual=risk(27.48)), Stage.APPROVED, an_ask()).blocked
    assert found.fact.params == {"residual": 27.48, "limit": 20.0, "highest": 60.0}


def test_without_a_residual_there_is_nothing_to_decide_on():
    assert approve(at_stage(REVIEW, residual=None)) == ["scored"]
    assert conditionally(at_stage(REVIEW, residual=None)) == ["scored"]


@pytest.mark.parametrize("outcome", [Stage.APPROVED, Stage.APPROVED_WITH_CONDITIONS])
@pytest.mark.parametrize("state", [FindingState.OPEN, FindingState.ACCEPTED])
def test_an_open_critical_finding_stops_every_approval(outcome, state):
    finding = a_finding(C, state=state, accepted_until=date(2028, 1, 1))
    plan = plan_move(at_stage(REVIEW, findings=(finding,)), outcome, an_ask(conditions="x"))
    assert keys(plan.blocked) == ["critical"]


@pytest.mark.parametrize(
    ("by", "requester", "expected"),
    [
        ("Dora Decider", "Bo Business", []),
        ("Bo Business", "Bo Business", ["other_person"]),
        (" bo  BUSINESS ", "Bo Business", ["other_person"]),
        ("", "Bo Business", ["decider"]),
        ("Dora Decider", "", ["requester"]),
        ("Dan Dpo", "Bo Business", ["dpo_decides"]),
        ("Dan Dpo", "dan dpo", ["other_person", "dpo_decides"]),
    ],
)
def test_the_reviewer_is_another_person_than_the_requester_and_never_the_dpo(by, requester, expected):
    dossier = a_dossier(
        engagement=an_engagement(stage=REVIEW, requested_by=requester), policy=Policy(dpo="Dan Dpo")
    )
    assert approve(dossier, by=by) == expected


# approve_conditionally: no open C; each H has owner and due date, or a valid acceptance; people by risk.


@pytest.mark.parametrize(
    ("score", "people", "expected"),
    [
        (15.0, {}, []),
        (20.01, {}, ["approver"]),
        (20.01, HEAD, []),
        (40.0, HEAD, []),
        (40.01, HEAD, ["approver"]),
        (40.01, BOTH, []),
        (60.0, BOTH, []),
        (60.01, BOTH, ["too_high"]),
        (50.0, {Approver.CISO: " "}, ["approver", "approver"]),
    ],
)
def test_the_risk_decides_who_must_agree(score, people, expected):
    dossier = at_stage(REVIEW, residual=risk(score))
    assert conditionally(dossier, approvers=people, **HEARD) == expected


def test_the_worked_example_of_28_2_asks_for_head_of_privacy_and_the_dpo_opinion():
    assert conditionally() == ["approver", "dpo_opinion"]
    assert conditionally(approvers=HEAD, **HEARD) == []
    (blocked, _) = plan_move(
        at_stage(REVIEW, residual=risk(28.2)), Stage.APPROVED_WITH_CONDITIONS, an_ask(conditions="x")
    ).blocked
    assert say(blocked.fact).startswith("At a residual risk of 28.2 this function must agree: ")


def test_the_dpo_is_no_approver():
    dossier = at_stage(REVIEW, residual=risk(28.2), policy=Policy(dpo="Hana Head"))
    assert conditionally(dossier, approvers=HEAD, **HEARD) == ["dpo_decides"]


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ({}, ["dpo_opinion"]),
        ({"dpo_opinion": DpoOpinion.FAVOURABLE, "dpo_text": " "}, ["dpo_opinion"]),
        ({"dpo_opinion": DpoOpinion.NONE, "dpo_text": "asked on 2026-11-01, none given"}, []),
        ({"dpo_opinion": DpoOpinion.UNFAVOURABLE, "dpo_text": "too much data"}, ["against_dpo"]),
        (
            {"dpo_opinion": DpoOpinion.UNFAVOURABLE, "dpo_text": "too much data", "reason": "reduced since"},
            [],
        ),
        (HEARD | {"dpo_on": TODAY}, []),
        (HEARD | {"dpo_on": TODAY + timedelta(days=1)}, ["dpo_later"]),
    ],
)
def test_above_20_the_opinion_of_the_dpo_is_on_record_and_deciding_against_it_needs_a_reason(ask, expected):
    assert conditionally(approvers=HEAD, **ask) == expected


def test_up_to_20_no_opinion_is_asked_for():
    assert conditionally(at_stage(REVIEW, residual=risk(20.0))) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ["high_plan"]),
        ({"owner": "Olga"}, ["high_plan"]),
        ({"due_on": date(2027, 1, 1)}, ["high_plan"]),
        ({"owner": "Olga", "due_on": date(2027, 1, 1)}, []),
        ({"state": FindingState.ACCEPTED, "accepted_until": TODAY}, []),
        ({"state": FindingState.ACCEPTED, "accepted_until": date(2026, 11, 20)}, ["high_plan"]),
        ({"state": FindingState.VERIFIED}, []),
    ],
)
def test_each_high_finding_has_owner_and_due_date_or_a_valid_acceptance(facts, expected):
    dossier = at_stage(REVIEW, residual=risk(18.0), findings=(a_finding(H, **facts),))
    assert conditionally(dossier) == expected


def test_a_conditional_approval_says_its_conditions():
    assert conditionally(at_stage(REVIEW), conditions=" ") == ["conditions"]


# Validity: six calendar months, the end of a month clamped; in force once confirmed.


@pytest.mark.parametrize(
    ("decided", "until"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_an_approval_counts_through_the_same_day_six_months_later(decided, until):
    assert valid_until(a_decision(decided_on=decided), Policy()) == until


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2101, 1, 1)))
def test_an_approval_has_run_out_exactly_after_its_last_day(decided, on):
    decision = a_decision(decided_on=decided)
    dossier = a_dossier(decisions=(decision,))
    ended = "approval.ended" in [one.fact.key for one in approval_blocks(dossier, on, "G2")]
    assert ended is (on > valid_until(decision, Policy()))


def test_where_no_second_person_is_asked_for_a_decision_is_in_force_at_once():
    assert in_force(a_decision(), Policy())


@pytest.mark.parametrize(
    ("confirmed_by", "counts"), [("", False), (" ", False), ("Dora decider", False), ("Sam Second", True)]
)
def test_a_decision_is_in_force_once_another_person_confirmed(confirmed_by, counts):
    assert in_force(a_decision(confirmed_by=confirmed_by), Policy(second_person=True)) is counts


def test_contracting_starts_on_an_approval_in_force_only():
    waiting = at_stage(Stage.APPROVED, policy=Policy(second_person=True))
    assert keys(plan_move(waiting, Stage.CONTRACTING).blocked) == ["approval.unconfirmed"]
    confirmed = replace(waiting, decisions=(a_decision(confirmed_by="Sam Second"),))
    assert plan_move(confirmed, Stage.CONTRACTING).may_go
    old = at_stage(Stage.APPROVED, decisions=(a_decision(decided_on=date(2026, 5, 20)),))
    assert keys(plan_move(old, Stage.CONTRACTING).blocked) == ["approval.ended"]


def test_an_approval_that_ran_out_is_decided_anew():
    old = at_stage(Stage.APPROVED, decisions=(a_decision(decided_on=date(2026, 5, 20)),))
    assert plan_move(old, Stage.IN_REVIEW, an_ask()).may_go


# The second person.


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("Sam Second", []),
        ("Dora Decider", ["confirm.same"]),
        ("dora  decider", ["confirm.same"]),
        ("Bo Business", ["confirm.requester"]),
        ("Dan Dpo", ["dpo_decides"]),
        (" ", ["decider"]),
    ],
)
def test_the_second_person_is_really_another_one(by, expected):
    dossier = a_dossier(policy=Policy(second_person=True, dpo="Dan Dpo"))
    assert keys(confirmation_blocks(dossier, a_decision(), by, TODAY)) == expected


def test_a_decision_is_confirmed_once_and_not_before_it_was_made():
    dossier = a_dossier(policy=Policy(second_person=True))
    done = a_decision(confirmed_by="Sam Second")
    assert keys(confirmation_blocks(dossier, done, "Tom Third", TODAY)) == ["confirm.done"]
    for day, expected in ((date(2026, 9, 30), ["confirm.early"]), (date(2026, 10, 1), [])):
        assert keys(confirmation_blocks(dossier, a_decision(), "Tom Third", day)) == expected


# Renewal without a move.


@pytest.mark.parametrize("to", [Stage.APPROVED, Stage.APPROVED_WITH_CONDITIONS])
@pytest.mark.parametrize("stage", RENEWABLE)
def test_an_approval_can_be_renewed_while_contracts_and_notices_run_and_while_suspended(stage, to):
    plan = plan_move(at_stage(stage), to, an_ask(conditions="x", approvers=HEAD, **HEARD))
    assert (plan.may_go, plan.stays) == (True, True)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.LIVE, Stage.TERMINATED])
def test_elsewhere_it_cannot(stage):
    assert not plan_move(at_stage(stage), Stage.APPROVED, an_ask()).may_go


def test_a_renewal_follows_the_rules_of_a_first_approval():
    dossier = at_stage(Stage.NOTICE_RUNNING, residual=risk(28.2))
    assert approve(dossier) == ["appetite"]
    assert conditionally(dossier, conditions="x", approvers=HEAD, **HEARD) == []


def test_the_latest_decision_of_none_is_none():
    assert latest(a_dossier(decisions=())) is None
