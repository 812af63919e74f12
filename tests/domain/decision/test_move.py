"""Every step of domain.md 4.2 with what it needs; what is not checked never passes silently."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.dossier import (
    GO_LIVE,
    a_customer,
    a_decision,
    a_dossier,
    a_finding,
    a_paper,
    access,
    an_agreement,
    an_ask,
    an_engagement,
    at_stage,
    keys,
    risk,
    storage,
)
from tests.support.law import TODAY, a_flow
from tests.support.sentences import say
from vendorrisk.domain.decision.dossier import Attested, EvidenceStanding, NoticeStanding
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.decision.guards import ALL
from vendorrisk.domain.decision.move import plan_move
from vendorrisk.domain.decision.records import Outcome
from vendorrisk.domain.diligence.acceptance import DpoOpinion
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.register.records import Role, Stage, Vendor
from vendorrisk.domain.register.vocabulary import Mechanism

S = Stage
HEARD = {"dpo_opinion": DpoOpinion.FAVOURABLE, "dpo_text": "2026-11-20: agreed"}


# The way there.


def test_where_no_step_leads_the_ways_there_are_get_named():
    plan = plan_move(at_stage(S.DRAFT), S.LIVE)
    assert (plan.transition, plan.may_go) == (None, False)
    (blocked,) = plan.blocked
    assert blocked.guard == "lifecycle"
    assert say(blocked.fact) == "No step leads from “Draft” to “Live”."
    assert say(blocked.remedy) == "From here it can go to: “Triaged”, “Rejected”, “Withdrawn”."


def test_a_stage_is_not_moved_to_itself_and_an_end_is_an_end():
    assert keys(at_stage(S.LIVE), S.LIVE) == ["move.same"]
    assert keys(at_stage(S.TERMINATED), S.LIVE) == ["move.final"]


# submit: entity, service, role rationale, data categories, storage[], access[] filled.


@pytest.mark.parametrize(
    ("spoiled", "missing"),
    [
        ({"vendor": None}, "entity"),
        ({"vendor": Vendor(id="v", name="Vendor Ltd")}, "entity"),
        ({"service": None}, "service"),
        ({"locations": (access(),)}, "storage"),
        ({"locations": (storage(),)}, "access"),
        ({"locations": (storage(), access(valid_to=date(2026, 1, 1)))}, "access"),
    ],
)
def test_submit_names_what_is_not_filled_in(spoiled, missing):
    assert keys(at_stage(S.DRAFT, **spoiled), S.TRIAGED) == [f"described.{missing}"]


@pytest.mark.parametrize(
    ("field", "value", "missing"), [("role_rationale", " ", "rationale"), ("data_categories", (), "data")]
)
def test_submit_needs_rationale_and_data_categories(field, value, missing):
    bare = a_dossier(engagement=an_engagement(stage=S.DRAFT, **{field: value}))
    assert keys(bare, S.TRIAGED) == [f"described.{missing}"]


def test_submit_of_a_whole_draft():
    assert keys(at_stage(S.DRAFT), S.TRIAGED) == []
    assert plan_move(at_stage(S.DRAFT), S.TRIAGED).transition.duties == ("rate",)


# open_diligence, complete_evidence.


def test_due_diligence_is_for_sub_processors_with_a_tier():
    assert keys(at_stage(S.TRIAGED), S.IN_DUE_DILIGENCE) == []
    assert keys(at_stage(S.TRIAGED, tier=None), S.IN_DUE_DILIGENCE) == ["tier"]
    carrier = a_dossier(engagement=an_engagement(stage=S.TRIAGED, role=Role.INDEPENDENT_CONTROLLER))
    assert keys(carrier, S.IN_DUE_DILIGENCE) == ["sub_processor"]


@pytest.mark.parametrize(
    ("evidence", "tier", "expected"),
    [
        (None, 2, ["no_assessment"]),
        (EvidenceStanding(), 1, []),
        (EvidenceStanding(open_questions=("PRV-01", "SEC-02")), 2, ["open_questions"]),
        (EvidenceStanding(unknown_scope=("ISO 27001",)), 1, ["unknown_scope"]),
        (EvidenceStanding(unknown_scope=("ISO 27001",)), 2, []),
        (
            EvidenceStanding(open_questions=("A",), unknown_scope=("B",)),
            1,
            ["open_questions", "unknown_scope"],
        ),
    ],
)
def test_review_begins_when_every_topic_is_answered_or_credited(evidence, tier, expected):
    dossier = at_stage(S.IN_DUE_DILIGENCE, evidence=evidence, tier=tier)
    assert keys(dossier, S.IN_REVIEW) == expected


# reject, withdraw: a reason.


@pytest.mark.parametrize(("to", "key"), [(S.REJECTED, "reason.reject"), (S.WITHDRAWN, "reason.withdraw")])
def test_refusing_and_withdrawing_need_a_reason(to, key):
    assert keys(at_stage(S.IN_REVIEW), to) == [key]
    assert keys(at_stage(S.IN_REVIEW), to, an_ask(reason="no encryption")) == []


# contract_ready: G4..G7.


def test_contracting_ends_when_the_papers_hold():
    plan = plan_move(at_stage(S.CONTRACTING), S.NOTICE_PENDING, an_ask())
    assert [one.guard for one in plan.results] == ["G4", "G5", "G6", "G7"]
    assert plan.may_go
    assert keys(at_stage(S.CONTRACTING, agreement=None), S.NOTICE_PENDING) == [
        "guard.G4.none",
        "guard.G5.none",
    ]


# send_notices: text approved; proven channel for each; go_live >= earliest.


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        (None, ["recipients"]),
        (NoticeStanding(customers=(a_customer(),)), ["notice_text"]),
        (NoticeStanding(left_out=2, text_approved=True), ["guard.G8.left_out"]),
        (NoticeStanding(customers=(a_customer(channel_proven=False),), text_approved=True), ["channel"]),
        (
            NoticeStanding(customers=(a_customer(earliest=date(2027, 1, 16)),), text_approved=True),
            ["go_live_later"],
        ),
        (NoticeStanding(customers=(a_customer(earliest=None, specific=True),), text_approved=True), []),
        (NoticeStanding(customers=(a_customer(earliest=GO_LIVE),), text_approved=True), []),
    ],
)
def test_notices_go_out_approved_to_proven_channels_and_in_time(notice, expected):
    assert keys(at_stage(S.NOTICE_PENDING, notice=notice), S.NOTICE_RUNNING) == expected


def test_notices_name_a_day_of_go_live():
    assert keys(at_stage(S.NOTICE_PENDING, go_live=None), S.NOTICE_RUNNING) == ["go_live_date"]


# ready and go_live: G1..G12, evaluated anew.


@pytest.mark.parametrize("stage", [S.NOTICE_RUNNING, S.NOTICE_PENDING])
def test_ready_looks_at_all_twelve_guards(stage):
    plan = plan_move(at_stage(stage), S.READY, an_ask())
    assert tuple(one.guard for one in plan.results) == ALL
    assert plan.may_go


def test_ready_straight_from_pending_only_where_nobody_must_be_told():
    nobody = at_stage(S.NOTICE_PENDING, notice=NoticeStanding())
    assert keys(nobody, S.READY) == []
    unsent = NoticeStanding(
        customers=(a_customer(sent=False, proof=False, earliest=None),), text_approved=True
    )
    assert keys(at_stage(S.NOTICE_PENDING, notice=unsent), S.READY) == ["guard.G8.not_sent"]


def test_go_live_waits_for_its_day():
    early = at_stage(S.READY)
    assert keys(early, S.LIVE) == ["go_live_reached"]
    assert keys(replace(early, today=date(2027, 1, 14)), S.LIVE) == ["go_live_reached"]
    assert keys(replace(early, today=GO_LIVE), S.LIVE) == []
    assert keys(replace(early, go_live=None), S.LIVE) == [
        "go_live_date",
        "guard.G8.no_go_live",
        "guard.G8.too_early",
    ]


def test_go_live_evaluates_the_guards_of_today_and_not_those_of_ready():
    on_the_day = replace(at_stage(S.READY), today=GO_LIVE)
    assert keys(replace(on_the_day, today=date(2027, 7, 1)), S.LIVE) == ["approval.ended", "guard.G6.invalid"]
    assert keys(replace(on_the_day, findings=(a_finding(Severity.C),)), S.LIVE) == ["guard.G3.critical"]


def test_live_for_everybody_is_not_live_for_some():
    some = NoticeStanding(
        customers=(a_customer(), a_customer(customer="Bank", kept_off=True)), text_approved=True
    )
    dossier = replace(at_stage(S.READY, notice=some), today=GO_LIVE)
    assert keys(dossier, S.LIVE) == ["restricted"]
    assert keys(dossier, S.LIVE_RESTRICTED) == []


def test_a_restriction_falls_away_under_all_guards():
    dossier = at_stage(S.LIVE_RESTRICTED, next_due=date(2027, 10, 1), go_live=date(2026, 11, 1))
    early = NoticeStanding(customers=(a_customer(earliest=date(2027, 3, 2)),), text_approved=True)
    assert keys(replace(dossier, notice=early), S.LIVE) == ["guard.G8.too_early"]
    ready = NoticeStanding(customers=(a_customer(earliest=date(2026, 11, 20)),), text_approved=True)
    assert keys(replace(dossier, notice=ready), S.LIVE) == []


def test_conditions_of_the_approval_become_guards():
    conditional = (a_decision(outcome=Outcome.APPROVED_WITH_CONDITIONS, conditions="two-factor sign-in. "),)
    running = at_stage(S.NOTICE_RUNNING, decisions=conditional)
    assert keys(running, S.READY) == ["conditions_met"]
    met = an_ask(confirmed=frozenset({Attested.CONDITIONS_MET}))
    assert keys(running, S.READY, met) == []
    on_the_day = replace(at_stage(S.READY, decisions=conditional), today=GO_LIVE)
    assert keys(on_the_day, S.LIVE) == ["conditions_met"]
    assert keys(on_the_day, S.LIVE_RESTRICTED) == []
    (blocked,) = plan_move(on_the_day, S.LIVE, an_ask()).blocked
    assert say(blocked.fact).endswith("are met: “two-factor sign-in”.")


def test_without_any_decision_there_are_no_conditions_to_confirm():
    assert keys(at_stage(S.NOTICE_RUNNING, decisions=()), S.READY) == ["approval.none"]


# Reassessment.


@pytest.mark.parametrize(
    ("due", "trigger", "expected"),
    [
        (date(2027, 1, 20), None, []),
        (date(2027, 1, 21), None, ["reassessment_early"]),
        (date(2027, 6, 1), Trigger.BREACH, []),
        (date(2026, 1, 1), None, []),
        (None, None, []),
    ],
)
def test_a_reassessment_opens_60_days_before_it_is_due_or_on_an_event(due, trigger, expected):
    dossier = at_stage(S.LIVE, next_due=due)
    assert keys(dossier, S.REASSESSMENT, an_ask(trigger=trigger)) == expected


def reassessing(**facts):
    return at_stage(S.REASSESSMENT, **({"next_due": date(2027, 11, 21)} | facts))


@pytest.mark.parametrize(
    ("due", "expected"), [(TODAY, []), (date(2026, 11, 20), ["reassessed"]), (None, ["reassessed"])]
)
def test_a_reassessment_that_is_not_finished_is_not_passed(due, expected):
    assert keys(reassessing(next_due=due), S.LIVE) == expected


@pytest.mark.parametrize(
    ("assessed", "expected"),
    [(TODAY, []), (date(2026, 11, 20), ["reassessed_since"]), (None, ["reassessed_since"])],
)
def test_an_assessment_from_before_the_reassessment_does_not_pass_it(assessed, expected):
    assert keys(reassessing(reassessing_since=TODAY, assessed_on=assessed), S.LIVE) == expected


def test_a_reassessment_is_passed_under_the_rules_of_an_approval():
    assert keys(reassessing(), S.LIVE) == []
    assert keys(reassessing(residual=risk(28.2)), S.LIVE) == ["approver", "dpo_opinion"]
    assert keys(reassessing(findings=(a_finding(Severity.C),)), S.LIVE) == ["critical"]
    assert keys(reassessing(), S.LIVE, an_ask(by="Bo Business")) == ["other_person"]


# suspend: open C, mechanism invalid, agreement lapsed, order, or a decision with the DPO's opinion.


@pytest.mark.parametrize("stage", [S.LIVE, S.LIVE_RESTRICTED, S.EMERGENCY_LIVE, S.REASSESSMENT])
@pytest.mark.parametrize(
    "cause",
    [
        {"findings": (a_finding(Severity.C),)},
        {"flows": (a_flow(mechanism=Mechanism.PRIVACY_SHIELD),)},
        {"agreement": None},
        {"agreement": an_agreement(a_paper(valid_to=date(2026, 11, 20)))},
    ],
)
def test_a_cause_that_the_register_shows_is_enough_with_a_reason(stage, cause):
    assert keys(at_stage(stage, **cause), S.SUSPENDED, an_ask(reason="see the register")) == []


def test_otherwise_a_suspension_is_ordered_or_decided_with_the_opinion_of_the_dpo():
    live = at_stage(S.LIVE, agreement=an_agreement(a_paper(valid_to=TODAY)))
    assert keys(live, S.SUSPENDED, an_ask(reason="news")) == ["dpo_opinion"]
    assert keys(live, S.SUSPENDED, an_ask(reason="news", **HEARD)) == []
    assert keys(live, S.SUSPENDED, an_ask(reason="order of the authority", authority_order=True)) == []


def test_a_suspension_always_says_why():
    assert keys(at_stage(S.LIVE, agreement=None), S.SUSPENDED) == ["reason.suspend"]


# resume: cause closed, G1..G12.


def test_resuming_needs_all_guards_and_a_word_on_the_cause():
    dossier = at_stage(S.SUSPENDED)
    assert keys(dossier, S.LIVE) == ["reason.resume"]
    assert keys(dossier, S.LIVE, an_ask(reason="clauses signed on 2026-11-20")) == []
    assert tuple(one.guard for one in plan_move(dossier, S.LIVE).results) == ALL
    some = NoticeStanding(customers=(a_customer(customer="Bank", kept_off=True),))
    restricted = replace(dossier, notice=some)
    assert keys(restricted, S.LIVE, an_ask(reason="x")) == ["restricted"]
    assert keys(restricted, S.LIVE_RESTRICTED, an_ask(reason="x")) == []
    assert keys(restricted, S.LIVE_RESTRICTED) == ["reason.resume"]
    old = replace(dossier, decisions=(a_decision(decided_on=date(2026, 5, 20)),), go_live=date(2026, 6, 1))
    assert "approval.ended" in keys(old, S.LIVE, an_ask(reason="x"))


def test_facts_of_a_step_carry_its_name_and_those_of_a_guard_the_guard():
    plan = plan_move(at_stage(S.READY, agreement=None), S.LIVE, an_ask())
    assert [one.guard for one in plan.blocked] == ["go_live", "G4", "G5"]


def test_a_plan_names_its_step_and_none_where_none_leads():
    assert plan_move(at_stage(S.DRAFT), S.TRIAGED).step_name == "submit"
    assert plan_move(at_stage(S.DRAFT), S.LIVE).step_name == ""
