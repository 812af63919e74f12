"""All figures of an engagement, from its records alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.diligence import TODAY, covering, finding
from tests.support.questionnaires import ALL_IDS, SMALL, answer, answers
from vendorrisk.domain.diligence.assessing import Figures, figures, proposals, replaced, score, topic_plan
from vendorrisk.domain.diligence.assurance import credit
from vendorrisk.domain.diligence.bad_answers import AnswerFacts
from vendorrisk.domain.diligence.credits import Grade
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.diligence.records import Severity, Verdict
from vendorrisk.domain.diligence.residual import Approval
from vendorrisk.domain.diligence.validity import Archive
from vendorrisk.domain.register.records import Engagement, Service

SOC2 = covering("SOC2_II", "soc", period_end=date(2026, 6, 30), criteria=("CC",))
RATED = Engagement(
    id="e",
    vendor_id="v",
    service_id="s",
    factor_data=4,
    factor_volume=4,
    factor_criticality=3,
    factor_substitutability=3,
    factor_access=4,
    factor_territory=4,
    factor_chain=3,
    factor_history=2,
)


def computed(engagement: Engagement = RATED, **given: Any) -> Figures:
    defaults: dict[str, Any] = {"documents": (), "findings": ()}
    return figures(engagement, today=TODAY, archive=Archive(), **(defaults | given))


def test_a_report_answers_the_questions_that_name_it():
    plan = topic_plan(SMALL, [credit(SOC2, TODAY, Archive())])
    assert [given.question for given in plan] == list(ALL_IDS)
    assert {given.question: given.grade for given in plan if given.grade is not Grade.NONE} == {
        "SEC-05": Grade.FULL
    }
    assert replaced(plan) == {"SEC-05"}
    assert replaced(topic_plan(SMALL, [])) == frozenset()


@pytest.mark.parametrize(
    ("evidence", "documents", "k"), [("", [], 0.55), ("policy.pdf", [], 0.70), ("", [SOC2], 1.00)]
)
def test_an_answer_counts_with_its_best_evidence(evidence: str, documents: list[Any], k: float):
    given = [credit(document, TODAY, Archive()) for document in documents]
    result = score(SMALL, [answer("SEC-05", "YES", Verdict.MEETS, evidence=evidence)], given)
    assert result.strength == pytest.approx(k)
    assert result.coverage == pytest.approx(3 / 18, abs=1e-6)


def test_findings_are_proposed_in_the_order_of_asking():
    facts = AnswerFacts(today=TODAY, declared={"STORAGE": frozenset({"DE", "IE"})})
    assert proposals(SMALL, answers(), facts) == ()
    bad = answers(PRV_18="NONE", TRF_01="US", PRV_07="NO", SEC_05="")
    assert [(one.source, one.severity) for one in proposals(SMALL, bad, facts)] == [
        ("PRV-07", Severity.H),
        ("PRV-18", Severity.H),
        ("TRF-01", Severity.H),
    ]


def test_without_all_ratings_there_is_no_risk_figure():
    result = computed(replace(RATED, factor_chain=None))
    assert (result.risk, result.tier, result.remains) == (None, None, None)


def test_what_was_never_assessed_has_no_control_and_no_due_date():
    result = computed()
    assert (result.control, result.due) == (None, None)
    assert result.remains is not None
    assert result.remains.score == pytest.approx(49.822917)


def test_the_worked_example_from_records():
    reviewed = [replace(one, verdict=Verdict.MEETS, evidence="x.pdf") for one in answers()]
    result = computed(
        questionnaire=SMALL, answers=reviewed, findings=(finding(Severity.H), finding(Severity.M))
    )
    assert result.control is not None
    assert result.remains is not None
    assert result.control.effect == pytest.approx(0.85 * 0.7)
    assert result.remains.score == pytest.approx(49.822917 * (1 - 0.595) + 11, abs=1e-4)
    assert (result.remains.band, result.remains.approval) == (Band.MEDIUM, Approval.HEAD_OF_PRIVACY)


def test_a_lost_artefact_and_a_late_reassessment_lift_the_band():
    lapsed = computed(documents=(covering(valid_to=date(2026, 1, 1)),))
    assert [lost.document.id for lost in lapsed.lost] == ["d"]
    late = computed(replace(RATED, anchor=date(2025, 6, 30), cycles=1))
    assert late.due == date(2026, 6, 30)
    for result in (lapsed, late):
        assert result.remains is not None
        assert (result.remains.band_by_score, result.remains.band) == (Band.HIGH, Band.CRITICAL)


def test_the_tier_follows_the_register_and_the_analyst():
    assert computed().tier.final == 2  # type: ignore[union-attr]
    assert computed(service=Service(id="s", code="V", region_locked=True)).tier.final == 2  # type: ignore[union-attr]
    by_hand = replace(RATED, tier_override=1, tier_reason="Board wish")
    assert computed(by_hand).tier.final == 1  # type: ignore[union-attr]


def test_every_document_is_judged():
    result = computed(documents=(SOC2, covering("DPA", "dpa")))
    assert [given.document.id for given in result.credits] == ["soc", "dpa"]
