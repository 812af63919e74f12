"""How long findings may stay open, and which states follow each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.diligence import TODAY, finding
from vendorrisk.domain.diligence.findings import (
    MOVES,
    TERMS,
    OpenCount,
    check_move,
    contain_by,
    count_open,
    fix_by,
    is_accepted,
    is_open,
    overdue_days,
    rank,
    state_on,
)
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.message import Refused, msg

TOLD = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("severity", "contained", "fixed"),
    [
        (Severity.C, date(2026, 11, 3), date(2026, 11, 15)),
        (Severity.H, date(2026, 11, 8), date(2026, 12, 1)),
        (Severity.M, date(2026, 12, 1), date(2027, 1, 30)),
        (Severity.L, None, date(2027, 4, 30)),
    ],
)
def test_terms_by_severity_from_the_day_of_communication(
    severity: Severity, contained: date | None, fixed: date
):
    assert fix_by(severity, TOLD) == fixed
    assert contain_by(finding(severity, communicated_on=TOLD)) == contained
    assert contain_by(finding(severity)) is None


@pytest.mark.parametrize(
    ("severity", "cycle", "fixed"),
    [
        (Severity.L, date(2027, 2, 1), date(2027, 2, 1)),
        (Severity.L, date(2027, 9, 1), date(2027, 4, 30)),
        (Severity.L, TOLD, date(2027, 4, 30)),  # a cycle that is already over gives no time at all
        (Severity.M, date(2026, 12, 1), date(2027, 1, 30)),
    ],
)
def test_only_a_low_finding_may_end_with_the_next_cycle(severity: Severity, cycle: date, fixed: date):
    assert fix_by(severity, TOLD, next_cycle=cycle) == fixed


def test_severities_are_ranked_gravest_first():
    assert sorted(Severity, key=rank) == [Severity.C, Severity.H, Severity.M, Severity.L]


def test_overdue_begins_the_day_after_the_due_date():
    late = finding(due_on=TODAY)
    assert overdue_days(late, TODAY) == 0
    assert overdue_days(late, TODAY + timedelta(days=1)) == 1


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"state": FindingState.VERIFIED}, 0),
        ({"state": FindingState.DISMISSED}, 0),
        ({"state": FindingState.FIX_CLAIMED}, 10),
        ({"state": FindingState.ACCEPTED, "accepted_until": TODAY}, 0),
        ({"state": FindingState.ACCEPTED, "accepted_until": TODAY - timedelta(days=1)}, 10),
    ],
)
def test_closed_and_accepted_findings_are_not_overdue(fields: dict[str, object], days: int):
    assert overdue_days(finding(due_on=TODAY - timedelta(days=10), **fields), TODAY) == days


def test_a_finding_without_due_date_is_not_overdue():
    assert overdue_days(finding(), TODAY) == 0


def test_an_acceptance_ends_after_its_last_day():
    accepted = finding(state=FindingState.ACCEPTED, accepted_until=TODAY)
    assert state_on(accepted, TODAY) is FindingState.ACCEPTED
    assert state_on(accepted, TODAY + timedelta(days=1)) is FindingState.REOPENED
    assert is_open(accepted, TODAY)
    assert is_accepted(accepted, TODAY)
    assert not is_accepted(accepted, TODAY + timedelta(days=1))


def test_an_acceptance_without_an_end_does_not_hold():
    assert state_on(finding(state=FindingState.ACCEPTED), TODAY) is FindingState.REOPENED


def test_every_state_has_a_row_in_the_table():
    assert set(MOVES) == set(FindingState)


@pytest.mark.parametrize("state", FindingState)
@pytest.mark.parametrize("to", FindingState)
def test_only_the_moves_of_the_table_are_let_through(state: FindingState, to: FindingState):
    some = finding(state=state, accepted_until=TODAY)
    if to in MOVES[state]:
        check_move(some, to, TODAY)
    else:
        with pytest.raises(Refused) as refused:
            check_move(some, to, TODAY)
        assert refused.value.what == msg(
            "finding.move.refused",
            state=state,
            to=to,
        )


def test_a_fix_is_verified_only_after_it_was_claimed():
    with pytest.raises(Refused) as refused:
        check_move(finding(), FindingState.VERIFIED, TODAY)
    assert refused.value.remedy.params["allowed"] == [
        FindingState.PLAN_AGREED,
        FindingState.FIX_CLAIMED,
        FindingState.ACCEPTED,
        FindingState.DISMISSED,
    ]


def test_a_run_out_acceptance_is_treated_as_reopened():
    check_move(finding(state=FindingState.ACCEPTED, accepted_until=TOLD), FindingState.PLAN_AGREED, TODAY)


def test_open_findings_are_counted_by_severity_with_the_accepted_apart():
    counted = count_open(
        [
            finding(Severity.C),
            finding(Severity.H, FindingState.ACCEPTED, accepted_until=TODAY),
            finding(Severity.H, FindingState.ACCEPTED, accepted_until=TOLD),
            finding(Severity.M, FindingState.VERIFIED),
        ],
        TODAY,
    )
    assert counted.of(Severity.C) == OpenCount(open=1)
    assert counted.of(Severity.H) == OpenCount(open=1, accepted=1)
    assert counted.of(Severity.M) == OpenCount()


def test_terms_exist_for_every_severity():
    assert set(TERMS) == set(Severity)
