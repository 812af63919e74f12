"""Findings: raised, told to the vendor with a due date, moved along their life, accepted under rules."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest

from tests.support.offices import TODAY
from vendorrisk.domain.diligence.acceptance import Acceptance, Approver, DpoOpinion
from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.message import BadInput, NotFound, Refused, WrongArgument
from vendorrisk.usecases.diligence import findings

S = FindingState


@pytest.fixture
def raised(office, engagement):
    return findings.raise_finding(office, engagement.id, Severity.H, "No second factor", source="SEC-05")


def stored(office, finding):
    with office.book.reading() as reader:
        return reader.get(Finding, finding.id)


def a_wish(**changes):
    quiet = {
        "until": TODAY + timedelta(days=90), "reason": "Replaced in March.",
        "approvers": frozenset(Approver), "dpo_opinion": DpoOpinion.FAVOURABLE,
        "dpo_text": "No objection.", "dpo_on": TODAY - timedelta(days=1),
        "compensating": "Log-ins are watched.",
    }  # fmt: skip
    return Acceptance(**quiet | changes)


def test_a_finding_is_raised_today_by_who_sits_here_and_runs_no_clock_yet(office, raised):
    assert stored(office, raised) == raised
    assert (raised.owner, raised.raised_on, raised.state) == ("Ana Novak", TODAY, S.OPEN)
    assert (raised.communicated_on, raised.due_on) == (None, None)


def test_a_finding_needs_an_engagement_that_exists(office):
    with pytest.raises(NotFound):
        findings.raise_finding(office, "nothing", Severity.H, "x")


@pytest.mark.parametrize(
    ("severity", "due"),
    [
        (Severity.C, date(2026, 12, 15)), (Severity.H, date(2026, 12, 31)), (Severity.M, date(2027, 3, 1)),
        (Severity.L, date(2027, 5, 30)),
    ],
)  # fmt: skip
def test_the_due_date_counts_from_the_day_the_vendor_was_told(office, engagement, severity, due):
    made = findings.raise_finding(office, engagement.id, severity, "Gap")
    office.clock.day = date(2026, 12, 1)
    told = findings.communicate(office, made.id, date(2026, 12, 1))
    assert (told.communicated_on, told.due_on) == (date(2026, 12, 1), due)


def test_a_vendor_cannot_have_been_told_on_a_day_that_has_not_come(office, raised):
    with pytest.raises(BadInput) as refused:
        findings.communicate(office, raised.id, TODAY + timedelta(days=1))
    (problem,) = refused.value.problems
    assert (problem.where, problem.what.key) == ("on", "answer.future")
    assert stored(office, raised) == raised
    assert findings.communicate(office, raised.id, TODAY).communicated_on == TODAY


def test_a_finding_goes_its_way_and_the_day_of_proof_is_kept(office, raised):
    for state in (S.PLAN_AGREED, S.FIX_CLAIMED):
        assert findings.move(office, raised.id, state).verified_on is None
    assert findings.move(office, raised.id, S.VERIFIED, note="Seen in the report.").verified_on == TODAY
    assert stored(office, raised).state is S.VERIFIED


@pytest.mark.parametrize(("before", "to"), [([S.FIX_CLAIMED], S.VERIFIED), ([], S.DISMISSED)])
def test_nothing_closes_a_finding_without_a_word_of_what_was_checked(office, raised, before, to):
    for state in before:
        findings.move(office, raised.id, state)
    known = stored(office, raised)
    with pytest.raises(Refused) as refused:
        findings.move(office, raised.id, to, note=" ")
    assert (refused.value.what.key, stored(office, raised)) == (f"finding.no_note.{to}", known)
    closed = findings.move(office, raised.id, to, note="Seen in\nthe report.")
    assert closed.detail.splitlines()[-1] == f"{TODAY.isoformat()}, {office.actor}: Seen in the report."


def test_a_note_hides_nothing_in_the_detail(office, raised):
    with pytest.raises(WrongArgument):
        findings.move(office, raised.id, S.DISMISSED, note="A mis\u200btake")
    assert stored(office, raised) == raised


@pytest.mark.parametrize("to", [S.VERIFIED, S.REOPENED, S.OPEN])
def test_a_step_that_the_table_does_not_know_is_refused(office, raised, to):
    with pytest.raises(Refused):
        findings.move(office, raised.id, to)
    assert stored(office, raised) == raised


def test_no_move_accepts_a_risk(office, raised):
    with pytest.raises(Refused) as refused:
        findings.move(office, raised.id, S.ACCEPTED)
    assert refused.value.what.key == "finding.move.accept"


KEPT_AS = {
    "until": "accepted_until", "reason": "accepted_why", "approvers": "accepted_by",
    "dpo_opinion": "dpo_opinion", "dpo_text": "dpo_text", "dpo_on": "dpo_on", "compensating": "compensating",
}  # fmt: skip
"""Everything that is asked for with an acceptance, and the field of the finding that keeps it."""


def test_an_acceptance_keeps_everything_that_was_asked_for(office, raised):
    wish = a_wish()
    accepted = findings.accept(office, raised.id, wish)
    asked = {one.name: getattr(wish, one.name) for one in fields(wish)}
    kept = {name: getattr(accepted, field) for name, field in KEPT_AS.items()}
    assert kept == asked | {"approvers": "CISO, HEAD_OF_PRIVACY"}
    assert (accepted.state, accepted.accepted_on, accepted.acceptances) == (S.ACCEPTED, TODAY, 1)
    assert stored(office, raised) == accepted


def test_an_opinion_without_a_day_is_of_today(office, raised):
    assert findings.accept(office, raised.id, a_wish(dpo_on=None)).dpo_on == TODAY


def test_an_acceptance_is_renewed_once_and_no_more(office, raised):
    for count in (1, 2):
        assert findings.accept(office, raised.id, a_wish()).acceptances == count
        findings.move(office, raised.id, S.REOPENED)
    with pytest.raises(BadInput) as refused:
        findings.accept(office, raised.id, a_wish())
    assert [one.what.key for one in refused.value.problems] == ["acceptance.renewed_too_often"]


def test_an_acceptance_that_was_taken_back_does_not_count(office, raised):
    findings.accept(office, raised.id, a_wish())
    office.book.undo()
    assert stored(office, raised) == raised


def test_a_gap_that_gdpr_28_forbids_is_not_accepted_whoever_asks(office, engagement):
    statutory = findings.raise_finding(office, engagement.id, Severity.H, "No end", source="D-07")
    with pytest.raises(BadInput) as refused:
        findings.accept(office, statutory.id, a_wish())
    assert [one.what.key for one in refused.value.problems] == ["acceptance.statutory"]


def test_everything_that_stands_against_an_acceptance_is_named_at_once(office, raised):
    wish = a_wish(until=date(2028, 1, 1), reason=" ", approvers=frozenset())
    with pytest.raises(BadInput) as refused:
        findings.accept(office, raised.id, wish)
    assert [one.where for one in refused.value.problems] == ["until", "reason", "approvers"]
    assert stored(office, raised) == raised
