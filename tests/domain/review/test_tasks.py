"""Each stage's open work becomes a task with its own day, and what is settled becomes none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from vendorrisk.domain.decision.records import Decision, Outcome
from vendorrisk.domain.diligence.records import (
    Assessment,
    AssessmentState,
    Document,
    Finding,
    FindingState,
    Severity,
)
from vendorrisk.domain.diligence.validity import Archive, ArtefactStatus, Standing, status
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.days import WEEKENDS_ONLY, Calendar
from vendorrisk.domain.notice.go_live import GlobalDate
from vendorrisk.domain.notice.records import (
    Change,
    ChangeKind,
    ChangeState,
    HolidayYear,
    Objection,
    ObjectionState,
    Terms,
)
from vendorrisk.domain.register.records import ENDED_STAGES, Engagement, Flow, LocationKind, Stage
from vendorrisk.domain.review.due import Group, TaskKind
from vendorrisk.domain.review.task_facts import RunningChange, TaskFacts
from vendorrisk.domain.review.tasks import tasks

D = date
TODAY = D(2026, 11, 23)
NAMES = {"e-1": "Norte Cloud, SMS", "v-1": "Norte Cloud", "c-1": "Meridova"}


def found(**facts: Any):
    return tasks(TaskFacts(today=TODAY, names=NAMES, **{"calendar": WEEKENDS_ONLY, **facts}))


def kinds(**facts: Any):
    return [(one.kind.value, one.due) for one in found(**facts)]


def engagement(**facts: Any) -> Engagement:
    return Engagement(**{"id": "e-1", "vendor_id": "v-1", "service_id": "s-1", "stage": Stage.LIVE, **facts})


def test_an_engagement_in_use_is_reassessed_by_its_day():
    one, lacking = found(engagements=[engagement(anchor=D(2025, 11, 10), cycles=1, owner="ana")])
    assert lacking.kind is TaskKind.NO_AGREEMENT
    assert (one.kind, one.due, one.days, one.group) == (
        TaskKind.REASSESS,
        D(2026, 11, 10),
        -13,
        Group.OVERDUE,
    )
    assert one.subject_ids == ("e-1", "v-1")
    assert one.label == msg("task.REASSESS", name="Norte Cloud, SMS")
    assert one.owner == "ana"


def test_an_engagement_never_assessed_waits_and_one_not_in_use_does_not():
    assert kinds(engagements=[engagement()]) == [("FIRST_ASSESSMENT", None)]
    assert kinds(engagements=[engagement(stage=Stage.DRAFT)]) == []


@pytest.mark.parametrize(
    ("state", "due_on", "expected"),
    [
        (AssessmentState.DRAFT, None, [("SEND_QUESTIONS", None)]),
        (AssessmentState.SENT, D(2026, 11, 20), [("CHASE_ANSWERS", D(2026, 11, 20))]),
        (AssessmentState.SENT, None, []),
        (AssessmentState.ANSWERED, D(2026, 11, 20), [("REVIEW_ANSWERS", None)]),
        (AssessmentState.IN_REVIEW, None, [("REVIEW_ANSWERS", None)]),
        (AssessmentState.FINISHED, None, []),
        (AssessmentState.CANCELLED, None, []),
    ],
)
def test_assessments_by_how_far_they_are(state, due_on, expected):
    one = Assessment(
        id="a", engagement_id="e-1", questionnaire="privacy", version="1", state=state, due_on=due_on
    )
    assert kinds(assessments=[one]) == expected


def document(id_: str = "d-1", **facts: Any) -> Document:
    return Document(**{"id": id_, "vendor_id": "v-1", "kind": "ISO27001", "edition": "2022", **facts})


def with_documents(*documents: Document, **facts: Any):
    held = {one.id: one for one in documents}
    standings = {one.id: status(one, TODAY, Archive(documents=held)) for one in documents}
    return kinds(documents=documents, standings=standings, **facts)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"valid_to": D(2026, 11, 23)}, [("RENEW_DOCUMENT", D(2026, 11, 23))]),
        ({"valid_to": D(2027, 5, 13)}, [("RENEW_DOCUMENT", D(2027, 5, 13))]),
        ({"valid_to": D(2026, 11, 22)}, [("RENEW_DOCUMENT", D(2026, 11, 22))]),
        ({}, [("JUDGE_DOCUMENT", None)]),
        ({"kind": "OTHER"}, []),
        ({"kind": "SOC2_II", "period_end": D(2025, 10, 31)}, [("RENEW_DOCUMENT", D(2026, 10, 31))]),
        ({"kind": "SOC2_II", "period_end": D(2025, 11, 30)}, [("RENEW_DOCUMENT", D(2026, 11, 30))]),
        ({"kind": "SOC2_II", "period_end": D(2025, 5, 31)}, [("RENEW_DOCUMENT", D(2026, 5, 31))]),
        (
            {"valid_to": D(2027, 5, 13), "recorded_status": "SUSPENDED"},
            [("RENEW_DOCUMENT", None)],
        ),
        ({"valid_from": D(2026, 12, 1), "valid_to": D(2029, 12, 1)}, []),
    ],
    ids=[
        "last good day", "later", "ended", "no end known", "no age", "stale", "current", "lapsed",
        "suspended", "not yet valid",
    ],
)  # fmt: skip
def test_documents_by_their_last_good_day(facts, expected):
    assert with_documents(document(**facts)) == expected


def test_a_document_with_a_longer_successor_needs_nothing():
    old, new = document(valid_to=D(2026, 11, 1)), document("d-2", valid_to=D(2029, 11, 1))
    assert with_documents(old, new) == [("RENEW_DOCUMENT", D(2029, 11, 1))]
    other = document("d-2", kind="ISO22301", valid_to=D(2029, 11, 1))
    assert ("RENEW_DOCUMENT", D(2026, 11, 1)) in with_documents(old, other)


def test_a_successor_without_an_end_is_the_longest():
    contract = document(kind="DPA", valid_to=D(2026, 11, 1))
    endless = document("d-2", kind="DPA", valid_from=D(2026, 11, 2))
    assert with_documents(contract, endless) == []


def test_a_document_without_a_standing_is_left_aside():
    assert kinds(documents=[document()]) == []
    lapsed = Standing(status=ArtefactStatus.EXPIRED, why=msg("x"), ended=D(2026, 1, 1))
    judged = kinds(documents=[document(valid_to=D(2027, 1, 1)), document("d-2")], standings={"d-1": lapsed})
    assert judged == [("RENEW_DOCUMENT", D(2026, 1, 1))]


def finding(**facts: Any) -> Finding:
    quiet = {
        "id": "x", "engagement_id": "e-1", "severity": Severity.M, "title": "No test",
        "due_on": D(2026, 11, 20),
        "communicated_on": D(2026, 10, 1), "accepted_until": D(2026, 12, 1),
    }  # fmt: skip
    return Finding(**{**quiet, **facts})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, [("FIX_FINDING", D(2026, 11, 20))]),
        ({"state": FindingState.PLAN_AGREED}, [("FIX_FINDING", D(2026, 11, 20))]),
        ({"state": FindingState.REOPENED}, [("FIX_FINDING", D(2026, 11, 20))]),
        ({"communicated_on": None}, [("TELL_FINDING", None)]),
        ({"state": FindingState.FIX_CLAIMED}, [("VERIFY_FIX", None)]),
        ({"state": FindingState.ACCEPTED}, [("ACCEPTANCE_ENDS", D(2026, 12, 1))]),
        ({"state": FindingState.VERIFIED}, []),
        ({"state": FindingState.DISMISSED}, []),
    ],
)
def test_findings_by_their_state(facts, expected):
    assert kinds(findings=[finding(**facts)]) == expected


def decision(id_: str, decided_on: date, confirmed_on: date | None = None) -> Decision:
    return Decision(
        id=id_, engagement_id="e-1", outcome=Outcome.APPROVED, decided_on=decided_on, decided_by="ana",
        confirmed_on=confirmed_on,
    )  # fmt: skip


def test_the_newest_decision_waits_for_the_second_person_where_one_is_asked_for():
    old, new = decision("old", D(2026, 1, 1)), decision("new", D(2026, 11, 1))
    (one,) = found(decisions=[new, old], second_person=True)
    assert (one.kind, one.subject_ids) == (TaskKind.CONFIRM_DECISION, ("new", "e-1"))
    assert found(decisions=[new, old]) == ()
    confirmed = decision("new", D(2026, 11, 1), D(2026, 11, 2))
    assert found(decisions=[old, confirmed], second_person=True) == ()


def running(state: ChangeState, overall: GlobalDate | None = None, **facts: Any) -> RunningChange:
    change = Change(
        id="ch",
        number="2026-07",
        kind=ChangeKind.ADD,
        engagement_id="e-1",
        planned_on=D(2027, 2, 2),
        state=state,
    )
    return RunningChange(change=change, overall=overall or GlobalDate(earliest=None), **facts)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (running(ChangeState.DRAFT, send_by=D(2026, 12, 3)), [("SEND_NOTICES", D(2026, 12, 3))]),
        (running(ChangeState.LETTERS_READY), [("SEND_NOTICES", D(2027, 2, 2))]),
        (
            running(ChangeState.RUNNING, GlobalDate(earliest=D(2027, 2, 5))),
            [("GO_LIVE", D(2027, 2, 5))],
        ),
        (
            running(ChangeState.RUNNING, GlobalDate(earliest=D(2027, 1, 5))),
            [("GO_LIVE", D(2027, 2, 2))],
        ),
        (
            running(ChangeState.RUNNING, GlobalDate(earliest=None, blocked_by=("c-1", "c-2"))),
            [("GET_APPROVAL", None)],
        ),
        (
            running(ChangeState.DRAFT, send_by=D(2026, 12, 3), uncertain=2),
            [("ANSWER_REACH", D(2026, 12, 3)), ("SEND_NOTICES", D(2026, 12, 3))],
        ),
        (
            running(ChangeState.RUNNING, uncertain=2),
            [("ANSWER_REACH", None)],
        ),
        (running(ChangeState.LIVE, uncertain=2), []),
        (running(ChangeState.CANCELLED, uncertain=2), []),
    ],
)
def test_changes_by_how_far_they_are(change, expected):
    assert kinds(changes=[change]) == expected


def test_a_blocked_change_says_how_many_hold_it():
    (one,) = found(
        changes=[running(ChangeState.RUNNING, GlobalDate(earliest=None, blocked_by=("c-1", "c-2")))]
    )
    assert one.label.params["count"] == "2"


def test_new_customers_are_recorded_by_the_first_day_of_the_first_of_them():
    waiting = GlobalDate(earliest=D(2027, 2, 2))
    change = running(ChangeState.RUNNING, waiting, joined=(D(2026, 12, 9), D(2026, 11, 20)))
    onboarding, _ = found(changes=[change])
    assert (onboarding.kind, onboarding.due, onboarding.group) == (
        TaskKind.RECORD_ONBOARDING, D(2026, 11, 20), Group.OVERDUE,
    )  # fmt: skip
    assert (onboarding.subject_ids, onboarding.label.params["count"]) == (("ch", "e-1"), 2)


@pytest.mark.parametrize(
    ("state", "overall", "why"),
    [
        (ChangeState.DRAFT, GlobalDate(earliest=D(2027, 2, 2)), msg("task.early.untold")),
        (ChangeState.LETTERS_READY, GlobalDate(earliest=TODAY), msg("task.early.untold")),
        (ChangeState.RUNNING, GlobalDate(earliest=D(2026, 11, 24)),
         msg("task.early.window", day=D(2026, 11, 24))),
        (ChangeState.RUNNING, GlobalDate(earliest=None, blocked_by=("c-1",), undecided=("c-2",)),
         msg("task.early.undated", count=2)),
        (ChangeState.RUNNING, GlobalDate(earliest=TODAY), None),
        (ChangeState.RUNNING, GlobalDate(earliest=None), None),
        (ChangeState.DRAFT, GlobalDate(earliest=None), None),
        (ChangeState.CANCELLED, GlobalDate(earliest=D(2027, 2, 2)), None),
    ],
)  # fmt: skip
def test_what_is_in_use_before_its_own_change_allows_it_is_overdue_with_the_reason(state, overall, why):
    live = [engagement(anchor=D(2026, 6, 1), cycles=1)]
    early = [one for one in found(engagements=live, changes=[running(state, overall)])
             if one.kind is TaskKind.LIVE_TOO_EARLY]  # fmt: skip
    assert [(one.due, one.group, one.label.params["why"]) for one in early] == (
        [(None, Group.OVERDUE, why)] if why else []
    )


@pytest.mark.parametrize(
    ("stage", "kind", "early"),
    [
        (Stage.LIVE, ChangeKind.ADD, True), (Stage.REASSESSMENT, ChangeKind.REPLACE, True),
        (Stage.LIVE_RESTRICTED, ChangeKind.ADD, True), (Stage.LIVE, ChangeKind.LOCATION, False),
        (Stage.LIVE, ChangeKind.REMOVE, False), (Stage.EMERGENCY_LIVE, ChangeKind.ADD, False),
        (Stage.NOTICE_RUNNING, ChangeKind.ADD, False),
    ],
)  # fmt: skip
def test_only_first_use_outside_an_emergency_can_be_too_early(stage, kind, early):
    one = running(ChangeState.RUNNING, GlobalDate(earliest=D(2027, 2, 2)))
    changed = replace(one, change=replace(one.change, kind=kind))
    told = {task.kind for task in found(engagements=[engagement(stage=stage)], changes=[changed])}
    assert (TaskKind.LIVE_TOO_EARLY in told) is early


def objection(state: ObjectionState = ObjectionState.RECEIVED) -> Objection:
    received = datetime(2026, 11, 13, 12, tzinfo=UTC)
    return Objection(id="o", change_id="ch", customer_id="c-1", received_at=received, state=state)


def test_an_open_objection_is_answered_in_five_business_days():
    change = running(ChangeState.LIVE, objections=(objection(), objection(ObjectionState.WITHDRAWN)))
    (one,) = found(changes=[change])
    assert (one.kind, one.due) == (TaskKind.ANSWER_OBJECTION, D(2026, 11, 20))
    assert one.subject_ids == ("o", "ch", "c-1")
    assert one.label == msg("task.ANSWER_OBJECTION", name="Meridova", number="2026-07")


def test_an_objection_waits_without_a_day_where_our_own_holidays_are_unknown():
    change = running(ChangeState.LIVE, objections=(objection(),))
    assert kinds(changes=[change], calendar=Calendar(place="HR")) == [("ANSWER_OBJECTION", None)]


def test_places_of_terms_need_this_years_and_next_years_holidays():
    terms = [Terms(id="t", customer_id="c-1", holidays="HR"), Terms(id="u", customer_id="c-2")]
    assert kinds(terms=terms) == [("FILL_HOLIDAYS", TODAY), ("FILL_HOLIDAYS", D(2026, 12, 31))]
    known = [HolidayYear(id="h", place="HR", year=2026)]
    (one,) = found(terms=terms, holiday_years=known)
    assert (one.due, one.label) == (D(2026, 12, 31), msg("task.FILL_HOLIDAYS", place="HR", year=2027))


@pytest.mark.parametrize("stage", sorted(ENDED_STAGES))
def test_what_is_over_needs_nobody(stage):
    everything = found(
        engagements=[engagement(stage=stage)],
        assessments=[Assessment(id="a", engagement_id="e-1", questionnaire="p", version="1")],
        findings=[finding()],
        decisions=[decision("d", D(2026, 11, 1))],
        flows=[Flow(id="f", engagement_id="e-1", kind=LocationKind.STORAGE, next_due=D(2026, 11, 1))],
        second_person=True,
    )
    assert everything == ()
