"""What a score is made of: whole points that always add up to it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.findings import OpenCount, OpenFindings
from vendorrisk.domain.diligence.inherent import FACTORS, Factors, inherent
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.residual import residual
from vendorrisk.domain.diligence.risk_shares import FINDINGS, OTHERS, Share, shares

RATINGS = st.fixed_dictionaries({name: st.integers(1, 5) for name in FACTORS})


def _findings(high: int) -> OpenFindings:
    return OpenFindings(by_severity={Severity.H: OpenCount(open=high)})


@given(ratings=RATINGS, effect=st.floats(0, 0.85), high=st.integers(0, 5))
def test_the_points_add_up_to_the_score(ratings, effect, high):
    risk = inherent(Factors(**ratings))
    remaining = residual(risk.score, effect, _findings(high))
    told = shares(risk, remaining)
    assert sum(one.points for one in told) == round(remaining.score)
    assert all(one.points > 0 for one in told)


@given(ratings=RATINGS)
def test_without_controls_they_add_up_to_the_inherent_risk(ratings):
    risk = inherent(Factors(**ratings))
    assert sum(one.points for one in shares(risk, None)) == round(risk.score)


def test_ratings_share_by_weight_and_their_joint_part_is_halved():
    risk = inherent(Factors(**dict.fromkeys(FACTORS, 1) | {"volume": 5, "history": 5}))
    # impact 1.6, exposure 1.4: 100/24 x (0.6 + 0.4 + 0.24) = 5.17, of which 0.72 and 0.52 parts
    assert shares(risk, None) == (Share(name="volume", points=3), Share(name="history", points=2))


def test_a_raised_impact_counts_for_the_data_that_raised_it():
    risk = inherent(Factors(**dict.fromkeys(FACTORS, 1) | {"data": 5}))
    assert shares(risk, None) == (Share(name="data", points=round(risk.score)),)


def test_a_floor_at_nothing_has_no_shares():
    assert shares(inherent(Factors(**dict.fromkeys(FACTORS, 1))), None) == ()


def test_the_six_largest_ratings_are_named_and_findings_come_last():
    low = {"history": 2, "territory": 2}
    risk = inherent(Factors(**dict.fromkeys(FACTORS, 5) | low))
    told = shares(risk, residual(risk.score, 0.5, _findings(2)))
    assert {one.name for one in told[:6]} == set(FACTORS) - set(low)
    assert [one.name for one in told[6:]] == [OTHERS, FINDINGS]
    assert [one.avoidable for one in told] == [*[False] * 7, True]
    assert told[-1].points == 16
