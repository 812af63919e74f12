"""Who may accept which risk, for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.diligence import TODAY, finding
from vendorrisk.domain.diligence.acceptance import (
    APPROVERS,
    Acceptance,
    Approver,
    DpoOpinion,
    acceptance_problems,
    last_day,
)
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import msg

BOTH = frozenset({Approver.HEAD_OF_PRIVACY, Approver.CISO})
WISH = Acceptance(
    until=date(2027, 1, 31),
    approvers=BOTH,
    reason="Replaced in spring",
    dpo_opinion=DpoOpinion.FAVOURABLE,
    dpo_text="No objection.",
)


def problems(
    severity: Severity, *, source: str = "", acceptances: int = 0, **changes: object
) -> list[tuple[str, str]]:
    about = replace(finding(severity), source=source, acceptances=acceptances)
    found = acceptance_problems(about, replace(WISH, **changes), TODAY)  # type: ignore[arg-type]
    return [(problem.where, problem.what.key) for problem in found]


@pytest.mark.parametrize(
    ("severity", "last"),
    [
        (Severity.C, date(2026, 12, 5)),
        (Severity.H, date(2027, 5, 21)),
        (Severity.M, date(2027, 11, 21)),
        (Severity.L, date(2028, 11, 21)),
    ],
)
def test_longest_acceptance_by_severity(severity: Severity, last: date):
    assert last_day(severity, TODAY) == last
    assert problems(severity, until=last) == []
    too_long = problems(severity, until=last + timedelta(days=1))
    assert too_long == [("until", f"acceptance.too_long.{severity}")]


def test_a_high_finding_needs_head_of_privacy_and_ciso():
    found = acceptance_problems(
        finding(Severity.H),
        replace(WISH, approvers=frozenset({Approver.HEAD_OF_PRIVACY})),
        TODAY,
    )
    assert [problem.what for problem in found] == [
        msg("acceptance.approver_missing", missing=[Approver.CISO])
    ]


def test_the_head_of_privacy_alone_suffices_for_the_lesser_ones():
    assert problems(Severity.M, approvers=frozenset({Approver.HEAD_OF_PRIVACY})) == []


def test_a_statutory_gap_is_never_accepted():
    assert problems(Severity.H, source="D-07") == [("source", "acceptance.statutory")]
    assert problems(Severity.H, source="D-20") == []


def test_all_problems_are_told_at_once():
    assert problems(
        Severity.H,
        acceptances=2,
        until=TODAY - timedelta(days=1),
        reason=" ",
        approvers=frozenset(),
        dpo_text=" ",
        dpo_on=TODAY + timedelta(days=1),
    ) == [
        ("until", "acceptance.ends_before_start"),
        ("reason", "acceptance.no_reason"),
        ("approvers", "acceptance.approver_missing"),
        ("dpo_text", "acceptance.no_dpo_text"),
        ("dpo_on", "acceptance.dpo_later"),
        ("until", "acceptance.renewed_too_often"),
    ]


def test_one_renewal_is_allowed():
    assert problems(Severity.H, acceptances=1) == []


def test_the_data_protection_officer_never_decides():
    assert {approver for needed in APPROVERS.values() for approver in needed} == set(Approver)
    assert "DPO" not in {approver.value for approver in Approver}
