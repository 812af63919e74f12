"""Credit of an artefact, and which questions it may answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.diligence import TODAY, covering, document
from vendorrisk.domain.diligence.assurance import (
    Ask,
    Credit,
    CreditAmount,
    QuestionCredit,
    credit,
    lost_artefacts,
    question_credit,
)
from vendorrisk.domain.diligence.credits import Area, Grade
from vendorrisk.domain.diligence.records import Document, Severity
from vendorrisk.domain.diligence.validity import Archive, ArtefactStatus
from vendorrisk.domain.message import msg

ARCHIVE = Archive()
ISO = covering(valid_to=date(2028, 1, 1))
SOC2 = covering("SOC2_II", "soc", period_end=date(2026, 6, 30), criteria=("CC",))
STALE = replace(SOC2, period_end=date(2025, 9, 30))
MFA = Ask(
    question="SEC-05",
    area=Area.ACCESS,
    replaced_by=frozenset({"SOC2_II", "CE_PLUS"}),
    partly_by=frozenset({"CE"}),
)


def given(some: Document) -> Credit:
    return credit(some, TODAY, ARCHIVE)


@pytest.mark.parametrize(
    ("some", "amount", "why"),
    [
        (ISO, CreditAmount.FULL, "credit.full"),
        (replace(ISO, covers_sites=None), CreditAmount.HALF, "credit.scope_unknown"),
        (replace(ISO, covers_sites=False), CreditAmount.NONE, "credit.out_of_scope"),
        (replace(ISO, valid_to=date(2026, 1, 1)), CreditAmount.NONE, "credit.not_valid"),
        (replace(SOC2, opinion="Adverse"), CreditAmount.NONE, "credit.opinion"),
        (replace(SOC2, opinion="qualified"), CreditAmount.FULL, "credit.full"),
        (STALE, CreditAmount.NONE, "credit.stale"),
        (replace(STALE, next_report_confirmed=True), CreditAmount.HALF, "credit.stale_confirmed"),
        (replace(STALE, next_report_confirmed=True, covers_service=None), CreditAmount.NONE, "credit.stale"),
        (covering("DPA"), CreditAmount.NONE, "credit.not_evidence"),
    ],
)
def test_amount_of_credit(some: Document, amount: CreditAmount, why: str):
    result = given(some)
    assert (result.amount, result.why) == (amount, msg(why, why=result.standing.why))


def test_a_stale_report_in_use_is_a_low_finding():
    result = given(replace(STALE, next_report_confirmed=True))
    assert result.proposal is not None
    assert (result.proposal.severity, result.proposal.source) == (Severity.L, "soc")
    assert given(ISO).proposal is None


def test_a_valid_report_with_full_credit_replaces_the_question():
    result = question_credit(MFA, [given(SOC2)])
    assert result == QuestionCredit(
        question="SEC-05",
        grade=Grade.FULL,
        confidence=1.0,
        why=msg("credit.question.full", kind=msg("DocumentKind.SOC2_II"), why=given(SOC2).why),
    )


@pytest.mark.parametrize(
    ("some", "confidence"),
    [
        (replace(SOC2, covers_sites=None), 0.5),  # half credit
        (covering("CE_PLUS", valid_to=date(2027, 1, 1)), 0.75),  # proves a part of the area only
        (covering("CE", valid_to=date(2027, 1, 1)), 0.55),  # named as a partial stand-in
    ],
)
def test_anything_less_leaves_the_question_asked(some: Document, confidence: float):
    result = question_credit(MFA, [given(some)])
    assert (result.grade, result.confidence) == (Grade.PARTIAL, pytest.approx(confidence))


@pytest.mark.parametrize(
    "some",
    [
        ISO,  # proves the area, but the question does not name it
        replace(SOC2, criteria=()),  # named, but the report's criteria are not known
        STALE,
        covering("DPA"),
    ],
)
def test_what_is_not_named_not_proven_or_not_valid_gives_nothing(some: Document):
    result = question_credit(MFA, [given(some)])
    assert (result.grade, result.confidence, result.why) == (
        Grade.NONE,
        0.0,
        msg("credit.question.none"),
    )


def test_the_best_artefact_counts():
    cyber = given(covering("CE_PLUS", "ce", valid_to=date(2027, 1, 1)))
    best = msg("credit.question.full", kind=msg("DocumentKind.SOC2_II"), why=given(SOC2).why)
    assert question_credit(MFA, [cyber, given(SOC2)]).why == best
    assert question_credit(MFA, [given(SOC2), cyber]).why == best


def test_contract_and_fact_questions_are_asked_whatever_the_questionnaire_says():
    careless = Ask(
        question="PRV-18",
        area=Area.ACCESS,
        replaced_by=frozenset({"SOC2_II"}),
        partly_by=frozenset(),
    )
    assert question_credit(careless, [given(SOC2)]).why == msg("credit.question.always")


def test_a_question_without_area_is_never_credited():
    assert question_credit(replace(MFA, area=None), [given(SOC2)]).grade is Grade.NONE


def test_card_certificates_answer_nothing_while_nobody_records_their_environment():
    card = given(covering("PCI", issued_on=date(2026, 6, 1)))
    ask = replace(MFA, replaced_by=frozenset({"PCI"}))
    assert question_credit(ask, [card]).grade is Grade.NONE


def test_lost_artefacts_are_those_without_a_successor():
    expired = covering(id="old", valid_to=date(2026, 1, 1))
    lapsed = covering("SOC2_II", "soc", period_end=date(2024, 1, 1))
    contract = covering("DPA", "dpa", valid_to=date(2026, 1, 1))
    unknown = covering("ISO22301", "bcm")
    everything = [expired, lapsed, contract, unknown]
    lost = lost_artefacts(everything, TODAY, ARCHIVE)
    assert [(entry.document.id, entry.standing.status) for entry in lost] == [
        ("old", ArtefactStatus.EXPIRED),
        ("soc", ArtefactStatus.LAPSED),
    ]
    assert [entry.document.id for entry in lost_artefacts([*everything, ISO], TODAY, ARCHIVE)] == ["soc"]
    elsewhere = replace(ISO, vendor_id="w")
    assert len(lost_artefacts([*everything, elsewhere], TODAY, ARCHIVE)) == 2


def test_a_document_is_judged_by_its_kind():
    assert given(document("POLICY")).amount is CreditAmount.NONE
