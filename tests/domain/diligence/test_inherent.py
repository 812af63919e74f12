"""Inherent risk and tier: the four worked examples, the borders, and what holds for every rating."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.inherent import (
    FACTORS,
    OVERRIDES,
    Band,
    Factors,
    Inherent,
    TierFacts,
    band,
    factors_of,
    inherent,
    tier,
    tier_facts,
    unrated,
)
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Engagement, Service


def rated(d: int, v: int, c: int, s: int, a: int, t: int, n: int, h: int) -> Factors:
    return Factors(
        data=d,
        volume=v,
        criticality=c,
        substitutability=s,
        access=a,
        territory=t,
        chain=n,
        history=h,
    )


EX1 = rated(4, 4, 3, 3, 4, 4, 3, 2)
EX2 = rated(2, 2, 2, 1, 2, 1, 1, 1)
EX3 = rated(5, 5, 5, 5, 5, 1, 2, 1)
EX4 = rated(4, 3, 3, 2, 3, 5, 1, 1)
ratings = st.integers(1, 5)
factors = st.builds(Factors, **dict.fromkeys(FACTORS, ratings))


@pytest.mark.parametrize(
    ("given_factors", "impact", "exposure", "score", "name"),
    [
        (EX1, 3.55, 3.65, 49.823, Band.HIGH),
        (EX2, 1.8, 1.4, 6.333, Band.LOW),
        (EX3, 5.0, 2.75, 53.125, Band.HIGH),
        (EX4, 3.2, 3.2, 38.5, Band.MEDIUM),
        (rated(*[5] * 8), 5.0, 5.0, 100.0, Band.CRITICAL),
        (rated(*[1] * 8), 1.0, 1.0, 0.0, Band.LOW),
    ],
)
def test_worked_examples(given_factors: Factors, impact: float, exposure: float, score: float, name: Band):
    risk = inherent(given_factors)
    assert (risk.impact, risk.exposure) == (impact, exposure)
    assert risk.score == pytest.approx(score, abs=5e-4)
    assert risk.band is name


def test_the_arithmetic_can_be_read():
    assert [(step.what.key, step.formula, step.result) for step in inherent(EX1).steps] == [
        ("risk.step.impact", "0.4×4 + 0.15×4 + 0.25×3 + 0.2×3", 3.55),
        ("risk.step.exposure", "0.4×4 + 0.35×4 + 0.15×3 + 0.1×2", 3.65),
        ("risk.step.inherent", "100×(3.55×3.65 - 1) / 24", 49.822917),
    ]


def test_special_data_lift_the_impact_to_four():
    risk = inherent(rated(5, 1, 1, 1, 1, 1, 1, 1))
    assert risk.impact == 4.0
    assert [step.formula for step in risk.steps[:2]] == ["0.4×5 + 0.15×1 + 0.25×1 + 0.2×1", "max(2.6, 4)"]


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_rating_outside_one_to_five_is_refused(value: int):
    with pytest.raises(ValueError, match="chain must be 1 to 5"):
        replace(EX1, chain=value)


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (60.0, Band.CRITICAL),
        (59.999, Band.HIGH),
        (40.0, Band.HIGH),
        (39.999, Band.MEDIUM),
        (20.0, Band.MEDIUM),
        (19.999, Band.LOW),
        (59.9999999999, Band.CRITICAL),
        (0.0, Band.LOW),
        (100.0, Band.CRITICAL),
    ],
)
def test_borders_of_the_bands(score: float, name: Band):
    assert band(score) is name


def test_a_band_is_lifted_to_critical_at_most():
    assert Band.LOW.up() is Band.MEDIUM
    assert Band.HIGH.up(2) is Band.CRITICAL


@given(factors)
def test_inherent_risk_stays_between_0_and_100(some: Factors):
    assert 0.0 <= inherent(some).score <= 100.0


@given(factors, st.sampled_from(FACTORS))
def test_inherent_risk_grows_with_each_factor(some: Factors, name: str):
    scores = [inherent(replace(some, **{name: rating})).score for rating in range(1, 6)]
    assert all(low <= high for low, high in pairwise(scores))


def tier_of(some: Factors, **facts: bool) -> tuple[int, int, list[str]]:
    result = tier(inherent(some), TierFacts(**facts))
    return result.computed, result.final, [reason.key for reason in result.reasons]


def test_tiers_of_the_worked_examples():
    assert tier_of(EX1) == (2, 2, [])
    assert tier_of(EX2) == (4, 4, [])
    assert tier_of(EX3) == (2, 1, ["tier.override.core_platform", "tier.override.sole_supplier"])
    assert tier_of(EX4, region_lock_exception=True) == (3, 1, ["tier.override.exception"])
    assert tier_of(rated(*[5] * 8)) == (1, 1, [])


@pytest.mark.parametrize(
    ("some", "facts", "expected"),
    [
        (rated(5, 1, 1, 1, 1, 1, 1, 1), {}, (4, 2, ["tier.override.data"])),
        (rated(1, 1, 4, 5, 1, 1, 1, 1), {}, (4, 1, ["tier.override.sole_supplier"])),
        (rated(1, 1, 3, 5, 1, 1, 1, 1), {}, (4, 4, [])),
        (EX2, {"region_locked": True}, (4, 2, ["tier.override.region_locked"])),
        (EX2, {"dora_critical": True}, (4, 1, ["tier.override.dora"])),
        (EX2, {"phi": True}, (4, 1, ["tier.override.phi"])),
    ],
)
def test_each_override_raises_the_tier(
    some: Factors, facts: dict[str, bool], expected: tuple[int, int, list[str]]
):
    assert tier_of(some, **facts) == expected


def test_the_analyst_may_raise_the_tier_with_a_reason():
    result = tier(inherent(EX2), TierFacts(), by_hand=2, reason="New in the market")
    assert (result.computed, result.final) == (4, 2)
    assert result.reasons == (msg("tier.override.by_hand", tier=2, reason="New in the market"),)


def test_the_analyst_cannot_lower_the_tier():
    result = tier(inherent(EX2), TierFacts(phi=True), by_hand=3, reason="Known for years")
    assert result.final == 1
    assert [reason.key for reason in result.reasons] == ["tier.override.phi", "tier.override.not_lowered"]


def test_the_same_tier_by_hand_changes_nothing():
    result = tier(inherent(EX2), TierFacts(), by_hand=4, reason="As computed")
    assert (result.final, result.reasons) == (4, ())


@given(factors, st.builds(TierFacts), st.sampled_from([None, 1, 2, 3, 4]))
def test_a_tier_is_never_lowered(some: Factors, facts: TierFacts, by_hand: int | None):
    result = tier(inherent(some), facts, by_hand=by_hand)
    assert 1 <= result.final <= result.computed


def engagement(**fields: object) -> Engagement:
    return Engagement(id="e", vendor_id="v", service_id="s", **fields)  # type: ignore[arg-type]


def test_ratings_are_read_from_the_engagement_once_all_are_there():
    complete = engagement(**{f"factor_{name}": getattr(EX1, name) for name in FACTORS})
    assert factors_of(complete) == EX1
    assert unrated(complete) == ()
    partly = replace(complete, factor_volume=None, factor_history=None)
    assert factors_of(partly) is None
    assert unrated(partly) == ("volume", "history")


@pytest.mark.parametrize(
    ("fields", "locked", "expected"),
    [
        ({}, None, TierFacts()),
        ({"reaches_locked": True}, None, TierFacts(region_locked=True)),
        ({"reaches_locked": False}, None, TierFacts()),
        ({}, True, TierFacts(region_locked=True)),
        ({}, False, TierFacts()),
        ({"locked_exception": "Voice troubleshooting"}, None, TierFacts(region_lock_exception=True)),
        ({"critical_function": True}, None, TierFacts(dora_critical=True)),
        ({"data_flags": ("CHILDREN", "PHI")}, None, TierFacts(phi=True)),
    ],
)
def test_facts_for_the_tier_come_from_the_register(
    fields: dict[str, object], locked: bool | None, expected: TierFacts
):
    service = None if locked is None else Service(id="s", code="VOICE", region_locked=locked)
    assert tier_facts(engagement(**fields), service) == expected


def test_every_override_has_its_own_sentence():
    assert len({override.key for override in OVERRIDES}) == len(OVERRIDES)


def test_the_result_keeps_what_it_was_computed_from():
    risk = inherent(EX2)
    assert isinstance(risk, Inherent)
    assert risk.factors == EX2
