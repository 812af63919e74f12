"""Which answers propose which finding."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.questionnaires import (
    DATA,
    HOURS,
    MFA,
    OFFICER,
    SECRECY,
    SHARE,
    STORAGE,
    TEST,
    TLS,
)
from vendorrisk.domain.diligence.bad_answers import AnswerFacts, needs_comment, propose, undeclared
from vendorrisk.domain.diligence.findings import Proposal
from vendorrisk.domain.diligence.questionnaire import Question
from vendorrisk.domain.diligence.records import Severity

TODAY = date(2026, 11, 21)
FACTS = AnswerFacts(today=TODAY, declared={"STORAGE": frozenset({"DE", "IE"})})


@pytest.mark.parametrize(
    ("question", "value", "expected"),
    [
        (SECRECY, "YES", None),
        (SECRECY, "NO", (Severity.H, "No duty of secrecy")),
        (MFA, "PARTLY", (Severity.H, "Second factor missing in places")),
        (MFA, "NO", (Severity.C, "No second factor")),
        (MFA, "NA", None),
        (TLS, "OLDER", (Severity.H, "Old transport encryption")),
        (DATA, "CONTENT;SAFEGUARDS", None),
        (DATA, "CONTENT", (Severity.M, "No safeguards")),
        (DATA, "SPECIAL;SAFEGUARDS", (Severity.H, "Special data")),
        (DATA, "SPECIAL", (Severity.H, "Special data")),
        (DATA, "NA", None),
        (HOURS, "24", None),
        (HOURS, "24.5", (Severity.M, "Over a day")),
        (HOURS, "48", (Severity.M, "Over a day")),
        (HOURS, "49", (Severity.H, "Over two days or no time at all")),
        (HOURS, "NONE", (Severity.H, "Over two days or no time at all")),
        (SHARE, "95", None),
        (SHARE, "94.9", (Severity.M, "Below 95 %")),
        (TEST, "2025-11-21", None),
        (TEST, "2025-11-20", (Severity.M, "Older than a year")),
        (TEST, "NONE", (Severity.H, "Never tested")),
        (STORAGE, "DE;IE", None),
        (STORAGE, "DE;US", (Severity.H, "Country unknown to us")),
        (OFFICER, "Nobody", None),
    ],
)
def test_the_gravest_rule_that_holds_is_proposed(
    question: Question, value: str, expected: tuple[Severity, str] | None
):
    found = propose(question, value, FACTS)
    assert found == (
        Proposal(source=question.id, severity=expected[0], title=expected[1]) if expected else None
    )


@pytest.mark.parametrize("question", [SECRECY, MFA, TLS, DATA, HOURS, TEST, STORAGE])
def test_a_blank_answer_proposes_nothing(question: Question):
    assert propose(question, "", FACTS) is None


def test_countries_are_not_checked_against_a_register_that_says_nothing():
    assert propose(STORAGE, "US", AnswerFacts(today=TODAY)) is None
    assert propose(STORAGE, "US", AnswerFacts(today=TODAY, declared={"STORAGE": frozenset()})) is not None


def test_undeclared_countries_are_named():
    assert undeclared("DE;SG;US", frozenset({"DE"})) == ("SG", "US")
    assert undeclared("NA", frozenset()) == ()


def test_some_answers_need_a_comment():
    assert needs_comment(SECRECY, "NO")
    assert not needs_comment(SECRECY, "YES")
    assert not needs_comment(OFFICER, "anything")
