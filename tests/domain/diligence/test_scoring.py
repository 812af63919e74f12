"""Control strength: the worked numbers of the method, and what may never happen whatever the answers are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.domain.diligence.scoring import (
    TOPIC_WEIGHTS,
    ScoredAnswer,
    Topic,
    confidence,
    control_score,
    coverage,
    points_of,
    shares,
    strength,
    topic_score,
)

verdicts = st.sampled_from([*Verdict, None])
answers = st.builds(
    ScoredAnswer,
    question=st.sampled_from(["PRV-01", "SEC-05"]),
    topic=st.sampled_from(Topic),
    weight=st.integers(1, 3),
    verdict=verdicts,
    confidence=st.sampled_from([0.55, 0.7, 0.85, 0.9, 1.0]),
)


def answer(
    verdict: Verdict | None, weight: int = 2, k: float = 1.0, topic: Topic = Topic.SEC
) -> ScoredAnswer:
    return ScoredAnswer(question="Q", topic=topic, weight=weight, verdict=verdict, confidence=k)


def test_worked_example_of_the_method():
    scores = {Topic.PRIV: 0.78, Topic.SEC: 0.86, Topic.BCM: 0.70, Topic.TRANSFER: 0.65}
    total, effect, steps = strength(scores)
    assert total == pytest.approx(0.77)
    assert effect == pytest.approx(0.6545)
    assert [step.formula for step in steps] == ["0.3×0.78 + 0.35×0.86 + 0.15×0.7 + 0.2×0.65", "0.85×0.77"]
    assert [step.result for step in steps] == [total, effect]


def test_a_topic_is_the_weighted_mean_of_score_and_confidence():
    score = topic_score(
        Topic.SEC,
        [
            answer(Verdict.MEETS, 3, 1.0),
            answer(Verdict.PARTLY, 2, 0.55),
            answer(Verdict.FAILS, 1, 0.7),
            answer(Verdict.NA, 3, 1.0),
            answer(None, 3, 1.0),
            answer(Verdict.MEETS, 3, 1.0, Topic.BCM),
        ],
    )
    assert score.score == pytest.approx((3 + 0.55) / 6)
    assert (score.counted, score.asked) == (3, 5)
    assert score.formula == "3.55 / 6"


def test_weights_are_renormalised_without_a_topic():
    parts = shares({Topic.PRIV: 1.0, Topic.SEC: 0.5, Topic.BCM: 0.0, Topic.TRANSFER: None})
    assert parts == pytest.approx({Topic.PRIV: 0.375, Topic.SEC: 0.4375, Topic.BCM: 0.1875})


def test_nothing_reviewed_is_no_control():
    score = control_score([answer(None), answer(Verdict.NA)])
    assert (score.strength, score.effect) == (0.0, 0.0)
    assert score.coverage == 0.5
    assert [topic.score for topic in score.topics] == [None, None, None, None]
    assert score.steps[0].formula == "0"


def test_no_questions_have_no_coverage():
    assert coverage([]) == 0.0


def test_coverage_counts_by_weight_and_not_applicable_as_decided():
    assert coverage([answer(Verdict.NA, 3), answer(None, 1)]) == 0.75


def test_confidence_takes_the_best_evidence_there_is():
    assert confidence(has_evidence=False) == 0.55
    assert confidence(has_evidence=True) == 0.70
    assert confidence(has_evidence=True, credited=0.9) == 0.9
    assert confidence(has_evidence=False, credited=0.45) == 0.55


def test_shares_of_the_topics_in_the_result_add_up():
    score = control_score([answer(Verdict.MEETS), answer(Verdict.PARTLY, topic=Topic.PRIV)])
    assert [topic.share for topic in score.topics] == pytest.approx([30 / 65, 35 / 65, 0.0, 0.0])
    assert score.strength == pytest.approx(30 / 65 * 0.5 + 35 / 65)


@given(st.lists(answers, max_size=12))
def test_strength_stays_between_nothing_and_everything(some: list[ScoredAnswer]):
    score = control_score(some)
    assert 0.0 <= score.strength <= 1.0
    assert 0.0 <= score.effect <= 0.85
    assert 0.0 <= score.coverage <= 1.0


@given(st.lists(answers, min_size=1, max_size=12), st.integers(0, 11))
def test_a_better_verdict_never_lowers_the_strength(some: list[ScoredAnswer], place: int):
    place %= len(some)
    order = [Verdict.FAILS, Verdict.PARTLY, Verdict.MEETS]
    results = []
    for verdict in order:
        changed = list(some)
        old = some[place]
        changed[place] = ScoredAnswer(
            question=old.question,
            topic=old.topic,
            weight=old.weight,
            verdict=verdict,
            confidence=old.confidence,
        )
        results.append(control_score(changed).strength)
    assert results == sorted(results)


def test_everything_met_with_full_confidence_is_full_strength():
    score = control_score([answer(Verdict.MEETS, topic=topic) for topic in Topic])
    assert (score.strength, score.effect) == (1.0, 0.85)


def test_topic_weights_add_up():
    assert sum(TOPIC_WEIGHTS.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(("share", "points"), [(0.0, 0), (0.774, 77), (0.775, 78), (1.0, 100)])
def test_a_strength_is_told_in_whole_points(share, points):
    assert points_of(share) == points
