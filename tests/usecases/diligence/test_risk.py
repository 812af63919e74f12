"""The risk of an engagement from its records: example 1 of domain.md 6.5, and what each record changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.assessed import an_engagement, an_office
from tests.support.edited import edit_values
from tests.support.questionnaires import SMALL, en, question
from tests.support.stocked import FACTORS
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.questionnaire import AnswerType, Section
from vendorrisk.domain.diligence.records import FindingState, Severity, Verdict
from vendorrisk.domain.diligence.residual import Approval
from vendorrisk.domain.diligence.scoring import Topic
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, assessments, documents, findings, risk

HUNDREDTHS = {Topic.PRIV: 78, Topic.SEC: 86, Topic.BCM: 70, Topic.TRANSFER: 65}
"""What each topic of the example is worth: so much of its weight meets, the rest fails."""


def _questions():
    for topic, share in HUNDREDTHS.items():
        for verdict, weight in ((Verdict.MEETS, share), (Verdict.FAILS, 100 - share)):
            yield question(f"{topic}-{verdict}", AnswerType.TEXT, topic=topic, weight=weight)


EXAMPLE = replace(
    SMALL, id="example", sections=(Section(id="all", title=en("All"), questions=tuple(_questions())),)
)


@pytest.fixture
def certain(monkeypatch):
    """Every answer is fully proved: the example gives the topics' scores and not their evidence."""
    monkeypatch.setattr(risk, "confidence", lambda **_: 1.0)


@pytest.fixture
def office():
    return an_office(EXAMPLE)


@pytest.fixture
def engagement(office):
    _, engagement = an_engagement(office)
    typed = {f"factor_{name}": str(rate) for name, rate in FACTORS.items()}
    return editing.edit(office, Engagement, engagement.id, typed)


@pytest.fixture
def judged(office, engagement):
    made = assessments.start(office, engagement.id, EXAMPLE.id)
    verdicts = {one.id: Verdict(one.id.split("-")[1]) for one in EXAMPLE.questions()}
    answer_review.review_many(office, made.id, verdicts)
    return made


def sheet(office, engagement):
    with office.book.reading() as reader:
        return risk.risk_of(office, reader, reader.get(Engagement, engagement.id))


def raised(office, engagement, severity):
    return findings.raise_finding(office, engagement.id, severity, "Gap")


def test_example_1(office, engagement, judged, certain):
    raised(office, engagement, Severity.H)
    raised(office, engagement, Severity.M)
    found = sheet(office, engagement)
    assert (found.inherent.impact, found.inherent.exposure) == (3.55, 3.65)
    assert found.inherent.score == pytest.approx(49.823, abs=5e-4)
    assert (found.inherent.band, found.tier.final) == (Band.HIGH, 2)
    assert {one.topic: one.score for one in found.controls.topics} == {
        topic: share / 100 for topic, share in HUNDREDTHS.items()
    }
    assert (found.controls.strength, found.controls.effect) == (pytest.approx(0.77), pytest.approx(0.6545))
    assert found.residual.base == pytest.approx(17.214, abs=5e-4)
    assert found.residual.score == pytest.approx(28.214, abs=5e-4)
    assert (found.residual.band, found.residual.approval) == (Band.MEDIUM, Approval.HEAD_OF_PRIVACY)
    assert (found.unrated, found.assessment.id) == ((), judged.id)


def test_a_finding_that_is_closed_costs_nothing_any_more(office, engagement, judged, certain):
    finding = raised(office, engagement, Severity.H)
    assert sheet(office, engagement).residual.penalty == 8
    findings.move(office, finding.id, FindingState.FIX_CLAIMED)
    findings.move(office, finding.id, FindingState.VERIFIED, note="Seen.")
    assert sheet(office, engagement).residual.penalty == 0


def test_without_ratings_nothing_is_computed_and_the_missing_ones_are_named(office, engagement):
    editing.edit(office, Engagement, engagement.id, {"factor_chain": "", "factor_data": ""})
    found = sheet(office, engagement)
    assert (found.inherent, found.tier, found.residual) == (None, None, None)
    assert found.unrated == ("data", "chain")


def test_before_anything_was_judged_there_is_no_residual_risk(office, engagement):
    assessments.start(office, engagement.id, EXAMPLE.id)
    found = sheet(office, engagement)
    assert found.inherent.score == pytest.approx(49.823, abs=5e-4)
    assert (found.controls, found.residual, found.assessment) == (None, None, None)


def test_answers_without_evidence_are_trusted_less(office, engagement, judged):
    assert sheet(office, engagement).controls.strength == pytest.approx(0.77 * 0.55)


def test_the_newest_assessment_with_verdicts_counts(office, engagement, judged):
    assessments.cancel(office, judged.id)
    again = assessments.start(office, engagement.id, EXAMPLE.id)
    assert sheet(office, engagement).assessment is None
    answer_review.review(office, again.id, "PRIV-MEETS", Verdict.FAILS)
    assert sheet(office, engagement).assessment.id == again.id


def test_a_certificate_that_lapsed_without_successor_lifts_the_band(office, engagement, judged, certain):
    typed = {"kind": "ISO27001", "valid_to": "2026-11-22"}
    assert sheet(office, engagement).residual.band is Band.LOW
    documents.add_document(office, engagement.vendor_id, None, typed)
    lapsed = sheet(office, engagement).residual
    assert lapsed.band is Band.MEDIUM
    documents.add_document(office, engagement.vendor_id, None, typed | {"valid_to": "2029-11-22"})
    assert sheet(office, engagement).residual.band is Band.LOW


def test_a_reassessment_more_than_30_days_late_lifts_the_band(office, engagement, judged, certain):
    edit_values(office, Engagement, engagement.id, anchor=date(2025, 10, 24), cycles=1)
    assert sheet(office, engagement).residual.band is Band.LOW
    office.clock.day = date(2026, 11, 24)
    assert sheet(office, engagement).residual.band is Band.MEDIUM


def test_a_tier_set_by_hand_keeps_its_reason(office, engagement):
    editing.edit(office, Engagement, engagement.id, {"tier_override": "1", "tier_reason": "The board asked."})
    assert sheet(office, engagement).tier.final == 1
