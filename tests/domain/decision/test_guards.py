"""The guards of domain.md 4.3, sentence by sentence: G1 to G3 and the table itself."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.dossier import GO_LIVE, a_decision, a_dossier, a_finding, an_engagement, at_stage
from tests.support.law import TODAY
from tests.support.sentences import say
from vendorrisk.domain.decision.blocking import GuardState
from vendorrisk.domain.decision.dossier import Policy
from vendorrisk.domain.decision.guards import ALL, GUARDS, HARD, evaluate
from vendorrisk.domain.decision.records import Outcome
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.register.records import Role, Stage

IN_FORCE = ("G1", "G2", "G3", "G4", "G5", "G6", "G8", "G9")
C, H, M, L = Severity.C, Severity.H, Severity.M, Severity.L
ACCEPTED = FindingState.ACCEPTED


def facts(dossier, guard):
    """The keys of a guard's facts, after fact and remedy could be said."""
    (result,) = evaluate(dossier, (guard,))
    assert result.guard == guard
    assert all(one.guard == guard and say(one.fact) and say(one.remedy) for one in result.facts)
    assert (result.state is GuardState.BLOCKED) is bool(result.facts)
    return [one.fact.key.removeprefix(f"guard.{guard}.") for one in result.facts]


def sentences(dossier, guard):
    (result,) = evaluate(dossier, (guard,))
    return [say(one.fact) for one in result.facts], [say(one.remedy) for one in result.facts]


def test_the_sound_dossier_passes_every_guard_in_force():
    for result in evaluate(a_dossier()):
        expected = GuardState.PASSED if result.guard in IN_FORCE else GuardState.NOT_CHECKED
        assert (result.state, result.facts) == (expected, ())


def test_the_others_say_that_they_are_not_checked_and_never_that_they_passed():
    open_ones = [one for one in ALL if GUARDS[one].predicate is None]
    assert open_ones == ["G7", "G10", "G11", "G12"]
    assert all(one.state is GuardState.NOT_CHECKED for one in evaluate(a_dossier(), open_ones))


def test_every_guard_has_a_title():
    assert [say(one.title) for one in evaluate(a_dossier())][3] == "Agreement with all items of GDPR 28(3)"


# G1: role = SUB_PROCESSOR and rationale reviewed.


@pytest.mark.parametrize("role", [Role.INDEPENDENT_CONTROLLER, Role.JOINT_CONTROLLER, Role.SUPPLIER_NO_PD])
def test_g1_other_roles_have_their_own_path(role):
    assert facts(a_dossier(engagement=an_engagement(role=role)), "G1") == ["role"]


def test_g1_names_what_is_missing_of_the_rationale():
    bare = an_engagement(role_rationale=" ", role_reviewed_by="")
    assert facts(a_dossier(engagement=bare), "G1") == ["rationale", "review"]


# G2: assessment APPROVED*, of this engagement; six months before first go-live; while live next_due >= today.


def test_g2_without_a_decision_there_is_no_approval():
    assert facts(a_dossier(decisions=()), "G2") == ["approval.none"]


def test_g2_an_approval_of_another_engagement_does_not_count():
    other = a_decision(engagement_id="engagement-2")
    assert facts(a_dossier(decisions=(other,)), "G2") == ["approval.none"]


def test_g2_the_newest_decision_counts():
    refusal = a_decision(id="decision-2", outcome=Outcome.REJECTED, decided_on=date(2026, 11, 1))
    assert facts(a_dossier(decisions=(refusal, a_decision())), "G2") == ["approval.refused"]
    later = replace(refusal, decided_on=date(2026, 9, 1))
    assert facts(a_dossier(decisions=(later, a_decision())), "G2") == []
    same_day = replace(refusal, decided_on=date(2026, 10, 1))
    assert facts(a_dossier(decisions=(same_day, a_decision())), "G2") == ["approval.refused"]


def test_g2_a_conditional_approval_is_an_approval():
    conditional = a_decision(outcome=Outcome.APPROVED_WITH_CONDITIONS)
    assert facts(a_dossier(decisions=(conditional,)), "G2") == []


def test_g2_an_approval_rests_on_an_assessment():
    assert facts(a_dossier(decisions=(a_decision(assessment_id=""),)), "G2") == ["approval.no_assessment"]


@pytest.mark.parametrize(
    ("decided", "go_live", "expected"),
    [
        (date(2026, 7, 15), date(2027, 1, 15), []),
        (date(2026, 7, 14), date(2027, 1, 15), ["approval.ended"]),
        (date(2026, 8, 31), date(2027, 2, 28), []),
        (date(2026, 8, 31), date(2027, 3, 1), ["approval.ended"]),
        (date(2026, 5, 21), None, []),
        (date(2026, 5, 20), None, ["approval.ended"]),
        (date(2026, 5, 20), date(2026, 5, 30), ["approval.ended"]),
    ],
)
def test_g2_an_approval_counts_six_calendar_months_until_go_live(decided, go_live, expected):
    dossier = a_dossier(decisions=(a_decision(decided_on=decided),), go_live=go_live)
    assert facts(dossier, "G2") == expected


def test_g2_the_sentence_names_both_dates():
    (what,), (remedy,) = sentences(a_dossier(decisions=(a_decision(decided_on=date(2026, 7, 14)),)), "G2")
    assert what == (
        "The approval of 14 July 2026 is valid for 6 months, until 14 January 2027, and not on 15 "
        "January 2027."
    )
    told = "Review the evidence again and renew the approval; before contracting, go back to review."
    assert remedy == told


def test_g2_the_months_are_a_setting():
    dossier = a_dossier(policy=Policy(approval_months=3))
    assert facts(dossier, "G2") == ["approval.ended"]


@pytest.mark.parametrize("stage", [Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.REASSESSMENT])
def test_g2_while_live_the_yearly_rhythm_counts_and_not_the_age_of_the_approval(stage):
    old = (a_decision(decided_on=date(2024, 1, 1)),)
    live = at_stage(stage, decisions=old, go_live=date(2024, 3, 1), next_due=TODAY)
    assert facts(live, "G2") == []
    assert facts(replace(live, next_due=date(2026, 11, 20)), "G2") == ["overdue"]
    assert facts(replace(live, next_due=None), "G2") == ["never"]


@pytest.mark.parametrize("stage", [Stage.SUSPENDED, Stage.EMERGENCY_LIVE])
def test_g2_before_resuming_and_after_an_emergency_the_age_counts(stage):
    dossier = at_stage(stage, decisions=(a_decision(decided_on=date(2026, 5, 20)),), go_live=date(2026, 6, 1))
    assert facts(dossier, "G2") == ["approval.ended"]


def test_g2_where_a_second_person_is_asked_for_the_approval_waits_for_it():
    waiting = a_dossier(policy=Policy(second_person=True))
    assert facts(waiting, "G2") == ["approval.unconfirmed"]
    same = (a_decision(confirmed_by=" dora  DECIDER"),)
    assert facts(replace(waiting, decisions=same), "G2") == ["approval.unconfirmed"]
    other = (a_decision(confirmed_by="Sam Second"),)
    assert facts(replace(waiting, decisions=other), "G2") == []


# G3: no open C; every H closed, or accepted with expiry > go_live_date.


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (FindingState.OPEN, ["critical"]),
        (FindingState.PLAN_AGREED, ["critical"]),
        (FindingState.FIX_CLAIMED, ["critical"]),
        (FindingState.REOPENED, ["critical"]),
        (FindingState.VERIFIED, []),
        (FindingState.DISMISSED, []),
    ],
)
def test_g3_a_critical_finding_blocks_until_its_fix_is_verified(state, expected):
    assert facts(a_dossier(findings=(a_finding(C, state=state),)), "G3") == expected


def test_g3_a_critical_risk_cannot_be_accepted():
    accepted = a_finding(C, state=ACCEPTED, accepted_until=date(2028, 1, 1))
    assert facts(a_dossier(findings=(accepted,)), "G3") == ["critical"]
    assert "accepting its risk does not lift this" in sentences(a_dossier(findings=(accepted,)), "G3")[1][0]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2027, 1, 16), []),
        (GO_LIVE, ["acceptance_ends"]),
        (date(2026, 11, 20), ["acceptance_ends"]),
        (None, ["acceptance_without_end"]),
    ],
)
def test_g3_an_accepted_high_finding_must_outlast_the_day_of_go_live(until, expected):
    accepted = a_finding(H, state=ACCEPTED, accepted_until=until)
    assert facts(a_dossier(findings=(accepted,)), "G3") == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [(TODAY, []), (date(2026, 11, 20), ["acceptance_ends"]), (None, ["acceptance_without_end"])],
)
def test_g3_once_live_an_acceptance_counts_through_its_last_day(until, expected):
    accepted = a_finding(H, state=ACCEPTED, accepted_until=until)
    live = at_stage(Stage.LIVE, findings=(accepted,), go_live=date(2026, 1, 15), next_due=date(2027, 1, 1))
    assert facts(live, "G3") == expected


@pytest.mark.parametrize("state", [FindingState.OPEN, FindingState.PLAN_AGREED, FindingState.FIX_CLAIMED])
def test_g3_a_plan_is_not_a_fix(state):
    planned = a_finding(H, state=state, owner="Olga", due_on=date(2027, 1, 1))
    assert facts(a_dossier(findings=(planned,)), "G3") == ["high"]


def test_g3_medium_and_low_findings_do_not_block():
    findings = (a_finding(M), a_finding(L))
    assert facts(a_dossier(findings=findings), "G3") == []


@pytest.mark.parametrize(("item", "expected"), [("D-15", ["statutory"]), ("D-16", []), ("PRV-03", [])])
def test_g3_a_finding_on_a_statutory_item_cannot_be_accepted(item, expected):
    accepted = a_finding(H, state=ACCEPTED, accepted_until=date(2027, 3, 1), source=item)
    assert facts(a_dossier(findings=(accepted,)), "G3") == expected


def test_g3_names_every_finding():
    findings = (
        a_finding(C, title="No agreement"),
        a_finding(H, id="2"),
        a_finding(H, id="3", title="Old keys"),
    )
    what, _ = sentences(a_dossier(findings=findings), "G3")
    assert what == [
        "The critical finding “No agreement” is open.",
        "The high finding “Standing access” is open and not accepted.",
        "The high finding “Old keys” is open and not accepted.",
    ]


# The day on which guards are asked, and what no acceptance lifts.


@pytest.mark.parametrize(
    ("go_live", "at"), [(GO_LIVE, GO_LIVE), (None, TODAY), (TODAY, TODAY), (date(2026, 1, 1), TODAY)]
)
def test_guards_are_asked_for_the_day_of_go_live_and_never_for_a_past_one(go_live, at):
    assert a_dossier(go_live=go_live).at == at


def test_the_hard_facts_are_those_of_the_reference():
    assert sorted(HARD) == [
        "guard.G4.statutory_missing",
        "guard.G6.invalid",
        "guard.G6.no_flow",
        "guard.G9.binding_objection",
        "guard.G9.no_approval",
    ]


def test_the_remedy_of_a_hard_fact_says_once_that_the_risk_cannot_be_accepted():
    blocked = [
        one for result in evaluate(a_dossier(flows=(), findings=(a_finding(),))) for one in result.facts
    ]
    assert {one.fact.key: say(one.remedy).count("accepted as a risk") for one in blocked} == {
        "guard.G3.high": 0,
        "guard.G6.no_flow": 1,
    }
