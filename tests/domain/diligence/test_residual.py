"""Residual risk: worked numbers, penalties, floors and who may approve."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.findings import OpenCount, OpenFindings
from vendorrisk.domain.diligence.inherent import Band, band
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.residual import Appetite, Approval, residual

NONE = OpenFindings()
counts = st.builds(OpenCount, open=st.integers(0, 4), accepted=st.integers(0, 4))
open_findings = st.builds(OpenFindings, by_severity=st.dictionaries(st.sampled_from(Severity), counts))
risks = st.floats(0, 100)
effects = st.floats(0, 0.85)


def opened(**counts_by_letter: int | tuple[int, int]) -> OpenFindings:
    pairs = {}
    for letter, count in counts_by_letter.items():
        still, accepted = count if isinstance(count, tuple) else (count, 0)
        pairs[Severity(letter)] = OpenCount(open=still, accepted=accepted)
    return OpenFindings(by_severity=pairs)


def test_worked_example_1():
    result = residual(49.822917, 0.6545, opened(H=1, M=1))
    assert result.base == pytest.approx(17.214, abs=5e-4)
    assert result.score == pytest.approx(28.214, abs=5e-4)
    assert (result.band, result.approval) == (Band.MEDIUM, Approval.HEAD_OF_PRIVACY)
    assert result.dpo_opinion_needed
    assert [(step.what.key, step.formula) for step in result.steps] == [
        ("risk.step.base", "49.8229×(1 - 0.6545)"),
        ("risk.step.penalty", "1×8 + 1×3"),
        ("risk.step.residual", "min(100, 17.2138 + 11)"),
    ]


def test_worked_example_2():
    result = residual(6.333333, 0.85 * 0.60, NONE)
    assert result.score == pytest.approx(3.103, abs=5e-4)
    assert (result.band, result.approval, result.dpo_opinion_needed) == (Band.LOW, Approval.ALONE, False)
    assert result.steps[1].formula == "0"


def test_accepted_findings_count_half():
    result = residual(0, 0, opened(H=(1, 1), L=(0, 2)))
    assert result.penalty == 8 + 4 + 1
    assert result.steps[1].formula == "1×8 + 1×4 + 2×0.5"


def test_the_penalty_is_capped():
    result = residual(10, 0, opened(C=2, H=1))
    assert result.penalty == 30
    assert result.score == 40
    assert [step.formula for step in result.steps[1:3]] == ["2×15 + 1×8", "min(30, 38)"]


def test_the_result_never_exceeds_a_hundred():
    assert residual(95, 0, opened(C=1)).score == 100


@pytest.mark.parametrize("count", [(1, 0), (0, 1)])
def test_a_critical_finding_makes_it_high_at_least_even_while_contained(count: tuple[int, int]):
    result = residual(1, 0.85, opened(C=count))
    assert (band(result.score), result.band) == (Band.LOW, Band.HIGH)
    assert [reason.key for reason in result.reasons] == ["risk.floor.critical_finding"]


@pytest.mark.parametrize(("inherent", "high"), [(25, Band.HIGH), (50, Band.CRITICAL)])
def test_a_critical_finding_changes_nothing_where_it_is_high_already(inherent: float, high: Band):
    result = residual(inherent, 0, opened(C=1))
    assert (band(result.score), result.band, result.reasons) == (high, high, ())


@pytest.mark.parametrize(
    ("days", "lapsed", "band", "reasons"),
    [
        (30, False, Band.LOW, []),
        (31, False, Band.MEDIUM, ["risk.floor.overdue"]),
        (0, True, Band.MEDIUM, ["risk.floor.lapsed"]),
        (31, True, Band.MEDIUM, ["risk.floor.overdue", "risk.floor.lapsed"]),
    ],
)
def test_late_reassessment_or_lapsed_key_artefact_lifts_one_band(
    days: int, lapsed: bool, band: Band, reasons: list[str]
):
    result = residual(10, 0, NONE, overdue_days=days, key_artefact_lapsed=lapsed)
    assert result.band is band
    assert [reason.key for reason in result.reasons] == reasons


def test_floors_add_up_in_their_order():
    result = residual(1, 0, opened(C=1), overdue_days=91)
    assert result.band is Band.CRITICAL
    assert result.approval is Approval.NOBODY


@pytest.mark.parametrize(
    ("score", "approval"),
    [
        (20.0, Approval.ALONE),
        (20.1, Approval.HEAD_OF_PRIVACY),
        (40.0, Approval.HEAD_OF_PRIVACY),
        (40.1, Approval.HEAD_OF_PRIVACY_AND_CISO),
        (60.0, Approval.HEAD_OF_PRIVACY_AND_CISO),
        (60.1, Approval.NOBODY),
    ],
)
def test_who_may_approve(score: float, approval: Approval):
    assert residual(score, 0, NONE).approval is approval


def test_a_lifted_band_asks_for_more_agreement():
    assert residual(10, 0, NONE, key_artefact_lapsed=True).approval is Approval.HEAD_OF_PRIVACY
    assert residual(10, 0, NONE, key_artefact_lapsed=True).dpo_opinion_needed


def test_a_company_may_set_its_own_appetite():
    strict = Appetite(alone=5, head_of_privacy=10, both=15)
    assert residual(10, 0, NONE, appetite=strict).approval is Approval.HEAD_OF_PRIVACY


@given(risks, effects, open_findings, st.integers(0, 400), st.booleans())
def test_always_between_0_and_100_and_never_below_its_own_band(
    risk: float, effect: float, findings: OpenFindings, days: int, lapsed: bool
):
    result = residual(risk, effect, findings, overdue_days=days, key_artefact_lapsed=lapsed)
    assert 0 <= result.score <= 100
    assert 0 <= result.penalty <= 30
    assert result.band.rank >= band(result.score).rank


@given(effects, open_findings, st.lists(risks, min_size=2, max_size=5))
def test_more_inherent_risk_never_leaves_less(effect: float, findings: OpenFindings, several: list[float]):
    scores = [residual(risk, effect, findings).score for risk in sorted(several)]
    assert all(low <= high for low, high in pairwise(scores))


@given(risks, open_findings, st.lists(effects, min_size=2, max_size=5))
def test_stronger_controls_never_leave_more(risk: float, findings: OpenFindings, several: list[float]):
    scores = [residual(risk, effect, findings).score for effect in sorted(several)]
    assert all(high >= low for high, low in pairwise(scores))
