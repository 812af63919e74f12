"""The map, the movement and the months ahead show each engagement and artefact once, in the right place."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.reviews import artefact, engagement, facts, with_engagement
from vendorrisk.domain.diligence.inherent import Band
from vendorrisk.domain.register.records import Stage
from vendorrisk.domain.review.portfolio import (
    Assurance,
    assurance,
    expiries,
    impact_level,
    movement,
    risk_map,
    unrated,
)

D = date


@pytest.mark.parametrize(
    ("control", "step"),
    [
        (None, Assurance.NOTHING), (0.0, Assurance.WEAK), (0.499, Assurance.WEAK), (0.5, Assurance.FAIR),
        (0.699, Assurance.FAIR), (0.70, Assurance.GOOD), (0.849, Assurance.GOOD), (0.85, Assurance.STRONG),
        (1.0, Assurance.STRONG),
    ],
)  # fmt: skip
def test_steps_of_assurance(control, step):
    assert assurance(control) is step


@pytest.mark.parametrize(
    ("impact", "level"), [(1.0, 1), (1.49, 1), (1.5, 2), (3.55, 4), (4.5, 5), (5.0, 5), (0.2, 1), (9.0, 5)]
)
def test_levels_of_impact_round_up_at_the_half(impact, level):
    assert impact_level(impact) == level


def test_the_map_has_five_rows_from_the_top_and_every_rated_engagement_once():
    population = [
        engagement("a", impact=5.0, control=0.9), engagement("b", impact=4.6, control=None),
        engagement("c", impact=1.0, control=0.1), engagement("d", impact=None),
        engagement("e", impact=5.0, control=0.9),
    ]  # fmt: skip
    cells = risk_map(population)
    assert [[len(cell.engagements) for cell in row] for row in cells] == [
        [2, 0, 0, 0, 1], [0] * 5, [0] * 5, [0] * 5, [0, 0, 0, 1, 0],
    ]  # fmt: skip
    assert cells[0][0].engagements == ("a", "e")
    assert [row[0].impact for row in cells] == [5, 4, 3, 2, 1]
    assert unrated(population) == ("d",)
    assert [[cell.level for cell in row] for row in cells] == [
        [2, 2, 3, 3, 4], [1, 2, 2, 3, 3], [1, 1, 2, 2, 3], [0, 1, 1, 2, 2], [0, 0, 1, 1, 2],
    ]  # fmt: skip


def test_movement_tells_who_came_left_rose_and_fell():
    found = movement(
        facts(
            engagements=(
                engagement("new", live_since=D(2026, 10, 1), band_before=None),
                engagement("old", live_since=D(2026, 9, 30)),
                engagement("gone", stage=Stage.TERMINATED, ended_on=D(2026, 12, 31)),
                engagement("up", band=Band.HIGH),
                engagement("down", band=Band.LOW),
                engagement("unscored", band=None),
            )
        )
    )
    assert (found.new, found.left, found.up, found.down) == (("new",), ("gone",), ("up",), ("down",))


def test_months_ahead_start_with_the_day_of_the_review_and_end_after_eighteen():
    held = (
        artefact("past", valid_through=D(2026, 11, 22)), artefact("today", valid_through=D(2026, 11, 23)),
        artefact("end", valid_through=D(2026, 11, 30)), artefact("dec", valid_through=D(2026, 12, 1)),
        artefact("last", valid_through=D(2028, 4, 30)), artefact("beyond", valid_through=D(2028, 5, 1)),
        artefact("open", valid_through=None),
    )  # fmt: skip
    months = expiries(with_engagement(artefacts=held, as_at=D(2026, 11, 23)))
    assert len(months) == 18
    assert (months[0].first, months[-1].first) == (D(2026, 11, 1), D(2028, 4, 1))
    assert [month.artefacts for month in months if month.artefacts] == [("today", "end"), ("dec",), ("last",)]
    assert [month.soon for month in months if month.soon] == [("today", "end"), ("dec",)]


def test_what_ends_within_ninety_days_is_soon_and_what_ends_a_day_later_is_not():
    held = (
        artefact("within", valid_through=D(2027, 2, 21)), artefact("after", valid_through=D(2027, 2, 22)),
    )  # fmt: skip
    months = expiries(with_engagement(artefacts=held, as_at=D(2026, 11, 23)))
    assert [(month.artefacts, month.soon) for month in months if month.artefacts] == [
        (("within", "after"), ("within",))
    ]


def test_a_document_that_two_engagements_need_ends_once():
    held = tuple(artefact(f"d1/{who}", valid_through=D(2026, 12, 1)) for who in ("e1", "e2"))
    months = expiries(with_engagement(artefacts=held, as_at=D(2026, 11, 23)))
    assert [month.artefacts for month in months if month.artefacts] == [("d1/e1",)]
