"""Each figure counts what its definition says, at both sides of each date; nothing of nothing is n/a."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.reviews import (
    END,
    artefact,
    engagement,
    facts,
    finding,
    flow,
    reassessment,
    with_engagement,
)
from tests.support.words import english
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.message import msg
from vendorrisk.domain.register.records import Role, Stage
from vendorrisk.domain.report import Tone
from vendorrisk.domain.review.facts import ReassessmentFacts
from vendorrisk.domain.review.figure import Part
from vendorrisk.domain.review.figures import FIGURES, figures
from vendorrisk.domain.review.report_figures import made_of

D = date
DAY = timedelta(days=1)
IN_USE = {Stage.LIVE, Stage.LIVE_RESTRICTED, Stage.EMERGENCY_LIVE, Stage.SUSPENDED, Stage.REASSESSMENT}


def figure(id_: str, **of):
    counted = with_engagement(**of) if {"flows", "artefacts"} & set(of) else facts(**of)
    (found,) = [one for one in figures(counted) if one.id == id_]
    return found


def shown(id_: str, **of):
    found = figure(id_, **of)
    return found.n, found.d, found.tone


def parts(id_: str, **of) -> dict[str, int]:
    return {one.label.key.removeprefix("figure.part."): one.n for one in figure(id_, **of).parts}


def told(id_: str, **of) -> list[str]:
    """What a figure is made of, in words, the parts that are none left out."""
    made = made_of(figure(id_, **of))
    return [english().value(one, "en") for one in made.params["text"]] if made else []


def test_the_table_has_these_figures_in_this_order():
    assert [one.id for one in FIGURES] == [
        "K-01", "K-02", "K-03", "K-04", "K-06", "K-07", "K-10", "K-11", "K-15", "K-16", "K-17", "K-32",
    ]  # fmt: skip
    assert [one.id for one in figures(facts())] == [one.id for one in FIGURES]


def test_an_empty_register_has_no_percentage_at_all():
    for found in figures(facts()):
        assert found.percent is None
        assert found.tone in {Tone.NEUTRAL, Tone.GOOD}
        assert found.members == found.others == ()


def test_shares_carry_their_numbers_and_the_ids_behind_them():
    late = engagement("late", next_due=END - DAY)
    found = figure("K-02", engagements=(engagement("fine"), late))
    assert (found.n, found.d, found.percent, found.is_share) == (1, 2, 50.0, True)
    assert (found.members, found.others) == (("fine",), ("late",))


@pytest.mark.parametrize(
    ("stage", "counted"),
    [(stage, stage in IN_USE) for stage in Stage],
)
def test_k01_counts_sub_processors_in_use(stage, counted):
    assert figure("K-01", engagements=(engagement(stage=stage),)).n == int(counted)


def test_k01_leaves_other_roles_out_and_breaks_down():
    found = {
        "engagements": (
            engagement("a", vendor_id="v-1", tier=1, affiliate=True, fourth_parties=("aws", "sul")),
            engagement("b", vendor_id="v-1", tier=None, region_locked=True, fourth_parties=("aws",)),
            engagement("c", role=Role.INDEPENDENT_CONTROLLER, fourth_parties=("other",)),
        )
    }
    assert shown("K-01", **found) == (2, None, Tone.NEUTRAL)
    assert figure("K-01", **found).is_share is False
    assert told("K-01", **found) == [
        "tier 1: 1", "without a tier: 1", "group companies: 1", "third parties: 1",
        "in region-locked services: 1", "in other services: 1", "vendors: 1", "fourth parties: 2",
    ]  # fmt: skip


def test_k01_counts_each_tier_for_itself():
    some = (1, 2, 2, 3, 3, 3, 4, 4, 4, 4)
    found = figure("K-01", engagements=tuple(engagement(f"e{at}", tier=one) for at, one in enumerate(some)))
    tiers = [(one.label.params["tier"], one.n) for one in found.parts if one.label.key == "figure.part.tier"]
    assert tiers == [(1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("due", "current"),
    [(END, 1), (END + DAY, 1), (END - DAY, 0), (None, 0)],
    ids=["on the day", "after", "late", "never"],
)
def test_k02_is_current_through_the_due_day(due, current):
    assert figure("K-02", engagements=(engagement(next_due=due),)).n == current


@pytest.mark.parametrize(
    ("late", "of", "tone"), [(0, 20, Tone.GOOD), (1, 20, Tone.WARNING), (1, 19, Tone.BAD)]
)
def test_k02_is_green_at_all_amber_from_95_percent(late, of, tone):
    everybody = [engagement(f"e-{n}", next_due=END - DAY if n < late else END) for n in range(of)]
    assert figure("K-02", engagements=tuple(everybody)).tone is tone


def test_k02_stands_by_tier():
    late = END - DAY
    population = (
        engagement("a", tier=1), engagement("b", tier=1, next_due=late), engagement("c", tier=3),
        engagement("d", tier=4, next_due=None), engagement("e", tier=None, next_due=late),
    )  # fmt: skip
    assert shown("K-02", engagements=population) == (2, 5, Tone.BAD)
    by_tier = ["tier 1: 1 of 2", "tier 3: 1 of 1", "tier 4: 0 of 1", "without a tier: 0 of 1"]
    assert told("K-02", engagements=population) == by_tier


@pytest.mark.parametrize(
    ("days", "bucket", "tone"),
    [
        (0, None, Tone.GOOD),
        (1, "UP_TO_30", Tone.WARNING),
        (30, "UP_TO_30", Tone.WARNING),
        (31, "UP_TO_90", Tone.BAD),
        (90, "UP_TO_90", Tone.BAD),
        (91, "OVER_90", Tone.BAD),
    ],
)
def test_k03_puts_late_ones_into_buckets(days, bucket, tone):
    found = {
        "engagements": (engagement(next_due=END - timedelta(days=days)), engagement("never", next_due=None))
    }
    assert shown("K-03", **found) == (int(bucket is not None), None, tone)
    assert [name for name, count in parts("K-03", **found).items() if count] == ([bucket] if bucket else [])


@pytest.mark.parametrize(
    ("due", "completed", "expected"),
    [
        (D(2026, 10, 1), D(2026, 10, 1), (1, 1)),
        (D(2026, 12, 31), D(2026, 12, 31), (1, 1)),
        (D(2026, 10, 5), D(2026, 10, 1), (1, 1)),
        (D(2026, 10, 5), D(2026, 9, 30), (0, 0)),
        (D(2026, 10, 5), D(2026, 10, 6), (0, 1)),
        (D(2026, 10, 5), None, (0, 1)),
        (D(2026, 9, 30), D(2026, 10, 2), (0, 0)),
        (D(2027, 1, 1), D(2026, 12, 1), (0, 0)),
    ],
    ids=["first day", "last day", "early", "quarter before", "late", "open", "due before", "due after"],
)
def test_k04_asks_of_those_due_in_the_quarter_which_were_in_time(due, completed, expected):
    found = figure(
        "K-04", reassessments=(reassessment("r", due, completed),), engagements=(engagement("e-1"),)
    )
    assert (found.n, found.d) == expected


def test_k04_by_hand_for_a_whole_quarter():
    """Due: seven, of which one was done before, one ended before its day, one is no sub-processor's."""
    day = D(2026, 11, 10)
    ended = {"stage": Stage.TERMINATED}
    engagements = (
        engagement("in-time"), engagement("late"), engagement("open"), engagement("early"),
        engagement("left-before", **ended, ended_on=day - DAY), engagement("left-on", **ended, ended_on=day),
        engagement("left-once", **ended), engagement("carrier", role=Role.INDEPENDENT_CONTROLLER),
    )  # fmt: skip
    done = {"in-time": day, "late": day + DAY, "early": D(2026, 9, 30)}
    due = tuple(
        ReassessmentFacts(id=one.id, engagement_id=one.id, due=day, completed=done.get(one.id))
        for one in engagements
    )
    found = figure("K-04", engagements=engagements, reassessments=due)
    assert (found.members, found.others) == (("in-time",), ("late", "open", "left-on"))
    assert (found.n, found.d, found.percent, found.tone) == (1, 4, 25.0, Tone.BAD)


def test_k04_is_amber_from_90_percent():
    done = [reassessment(f"r{n}", END, END if n else None) for n in range(10)]
    mine = (engagement("e-1"),)
    assert figure("K-04", reassessments=tuple(done), engagements=mine).tone is Tone.WARNING
    assert figure("K-04", reassessments=tuple(done[:9]), engagements=mine).tone is Tone.BAD


def test_k06_is_red_below_all():
    both = (engagement("a"), engagement("b", agreement_complete=False))
    assert shown("K-06", engagements=both) == (1, 2, Tone.BAD)
    assert shown("K-06", engagements=both[:1]) == (1, 1, Tone.GOOD)


def test_k07_counts_flows_across_borders_and_keeps_carriers_apart():
    flows = (
        flow("valid"), flow("invalid", valid=False), flow("inside", crosses_border=False, valid=False),
        flow("carrier", carrier=True, position_since=D(2026, 3, 1), engagement_id="c-1"),
        flow("carrier-2", carrier=True, position_since=D(2025, 3, 1), engagement_id="c-1"),
    )  # fmt: skip
    carrier = engagement("c-1", role=Role.INDEPENDENT_CONTROLLER)
    found = figure("K-07", flows=flows, engagements=(engagement(), carrier))
    assert (found.n, found.d, found.tone, found.others) == (1, 2, Tone.BAD, ("invalid",))
    assert found.parts == (Part(label=msg("figure.part.positions_since", oldest=D(2025, 3, 1)), n=2),)
    undated = (flow(carrier=True, engagement_id="c-1"),)
    apart = (Part(label=msg("figure.part.positions"), n=1),)
    assert figure("K-07", flows=undated, engagements=(carrier,)).parts == apart
    in_order = figure("K-07", flows=(flow(),))
    assert (in_order.tone, in_order.parts) == (Tone.GOOD, ())


def test_k10_counts_required_artefacts_only():
    held = (artefact("a"), artefact("b", valid=False), artefact("c", required=False, valid=False))
    assert shown("K-10", artefacts=held) == (1, 2, Tone.BAD)


def test_k10_stands_by_tier():
    held = (
        artefact("a", tier=1), artefact("b", tier=1, valid=False), artefact("c", tier=2),
        artefact("d", tier=2, required=False, valid=False), artefact("e"),
    )  # fmt: skip
    assert shown("K-10", artefacts=held) == (3, 4, Tone.BAD)
    assert told("K-10", artefacts=held) == ["tier 1: 1 of 2", "tier 2: 1 of 1", "without a tier: 1 of 1"]


def test_k11_counts_a_document_that_two_engagements_need_once():
    soon = tuple(artefact(f"d1/{who}", valid_through=END + DAY) for who in ("e1", "e2"))
    gone = tuple(artefact(f"d2/{who}", lapsed_on=END, succeeded=who == "e1") for who in ("e1", "e2"))
    assert parts("K-11", artefacts=soon + gone) == {"expiring": 1, "lapsed": 1}


@pytest.mark.parametrize(
    ("last", "counted"),
    [(END, 0), (END + DAY, 1), (END + timedelta(days=90), 1), (END + timedelta(days=91), 0)],
)
def test_k11_looks_ninety_days_ahead(last, counted):
    tone = Tone.WARNING if counted else Tone.GOOD
    assert shown("K-11", artefacts=(artefact(valid_through=last),)) == (counted, None, tone)


def test_flows_and_artefacts_of_engagements_not_in_use_are_not_counted():
    before_use = {
        "engagements": (engagement(stage=Stage.CONTRACTING),),
        "flows": (flow(valid=False),),
        "artefacts": (artefact(valid=False, valid_through=END + DAY),),
    }
    assert [figure(one, **before_use).d for one in ("K-07", "K-10")] == [0, 0]
    assert figure("K-11", **before_use).n == 0


def test_k11_is_red_where_something_lapsed_without_a_successor():
    lapsed = artefact(valid=False, valid_through=D(2026, 11, 1), lapsed_on=D(2026, 11, 1))
    assert shown("K-11", artefacts=(lapsed,)) == (1, None, Tone.BAD)
    assert parts("K-11", artefacts=(lapsed,)) == {"expiring": 0, "lapsed": 1}
    before = artefact(valid_through=None, lapsed_on=D(2026, 9, 30))
    replaced = artefact(valid_through=None, lapsed_on=D(2026, 11, 1), succeeded=True)
    assert shown("K-11", artefacts=(before, replaced)) == (0, None, Tone.GOOD)


@pytest.mark.parametrize(
    ("state", "days", "is_open"),
    [
        (FindingState.OPEN, {}, True),
        (FindingState.REOPENED, {"verified_on": D(2026, 11, 5)}, True),
        (FindingState.FIX_CLAIMED, {}, True),
        (FindingState.VERIFIED, {"verified_on": END}, False),
        (FindingState.VERIFIED, {"verified_on": END + DAY}, True),
        (FindingState.VERIFIED, {}, False),
        (FindingState.DISMISSED, {}, False),
        (FindingState.ACCEPTED, {}, False),
        (FindingState.OPEN, {"raised_on": END + DAY}, False),
        (FindingState.OPEN, {"raised_on": END}, True),
        (FindingState.OPEN, {"raised_on": None}, True),
    ],
)
def test_k15_counts_what_is_open_at_the_quarters_end(state, days, is_open):
    found = {"findings": (finding(state=state, **days),)}
    assert figure("K-15", **found).n == int(is_open)
    assert parts("K-15", **found)["severity.M"] == int(is_open)


def test_k15_stands_by_severity_with_the_average_of_engagements_in_use():
    """Four are open; three of them at the three engagements in use, one at a vendor not yet in use."""
    everybody = {
        "engagements": (
            engagement("a"), engagement("b"), engagement("c"), engagement("new", stage=Stage.CONTRACTING),
        ),
        "findings": (
            finding("1", engagement_id="a", severity=Severity.H), finding("2", engagement_id="a"),
            finding("3", engagement_id="c"), finding("4", engagement_id="new", severity=Severity.C),
            finding("5", engagement_id="b", state=FindingState.DISMISSED),
        ),
    }  # fmt: skip
    assert shown("K-15", **everybody) == (4, None, Tone.NEUTRAL)
    assert told("K-15", **everybody) == [
        "Critical: 1", "High: 1", "Medium: 2", "average per engagement in use: 1",
    ]  # fmt: skip
    fewer = everybody | {"findings": everybody["findings"][1:2]}
    assert told("K-15", **fewer) == ["Medium: 1", "average per engagement in use: 0.33"]
    assert told("K-15", findings=everybody["findings"][1:2]) == ["Medium: 1"]


@pytest.mark.parametrize(
    ("severity", "due", "n", "tone"),
    [
        (Severity.H, END - DAY, 1, Tone.BAD),
        (Severity.C, END - DAY, 1, Tone.BAD),
        (Severity.M, END - DAY, 1, Tone.GOOD),
        (Severity.H, END, 0, Tone.GOOD),
        (Severity.H, None, 0, Tone.GOOD),
    ],
)
def test_k16_is_red_for_grave_findings_past_their_day(severity, due, n, tone):
    assert shown("K-16", findings=(finding(severity=severity, due_on=due),)) == (n, 1, tone)


@pytest.mark.parametrize(
    ("verified", "due", "expected"),
    [
        (D(2026, 11, 1), D(2026, 11, 1), (1, 1)),
        (D(2026, 11, 2), D(2026, 11, 1), (0, 1)),
        (D(2026, 11, 2), None, (1, 1)),
        (D(2026, 9, 30), D(2026, 9, 1), (0, 0)),
    ],
)
def test_k17_asks_of_those_closed_in_the_quarter_which_were_in_time(verified, due, expected):
    found = figure("K-17", findings=(finding(state=FindingState.VERIFIED, verified_on=verified, due_on=due),))
    assert (found.n, found.d) == expected


def test_k17_stands_by_severity():
    day = D(2026, 11, 1)
    closed = [
        finding(f"{severity}{late}", severity=severity, state=FindingState.VERIFIED, due_on=day,
                verified_on=day + late * DAY)
        for severity, late in ((Severity.H, 0), (Severity.M, 0), (Severity.M, 1), (Severity.L, 1))
    ]  # fmt: skip
    assert shown("K-17", findings=tuple(closed)) == (2, 4, Tone.BAD)
    assert told("K-17", findings=tuple(closed)) == ["High: 1 of 1", "Medium: 1 of 2", "Low: 0 of 1"]


@pytest.mark.parametrize(("late", "of", "tone"), [(1, 20, Tone.GOOD), (1, 5, Tone.WARNING), (1, 4, Tone.BAD)])
def test_k17_is_green_from_95_and_amber_from_80_percent(late, of, tone):
    closed = tuple(
        finding(f"x{n}", state=FindingState.VERIFIED, verified_on=END, due_on=END - DAY if n < late else END)
        for n in range(of)
    )
    assert figure("K-17", findings=closed).tone is tone


def test_k17_leaves_reopened_findings_out():
    again = finding(state=FindingState.REOPENED, verified_on=D(2026, 11, 1))
    assert figure("K-17", findings=(again,)).d == 0


def test_while_a_quarter_runs_nothing_that_lies_ahead_is_late():
    today = D(2026, 11, 23)
    running = {
        "as_at": today,
        "engagements": (
            engagement("e-1", next_due=D(2026, 12, 10)),
            engagement("late", next_due=today - DAY),
        ),
        "reassessments": (
            reassessment("dec", D(2026, 12, 10), None),
            reassessment("nov", today, today),
            reassessment("now", today, None),
        ),
        "artefacts": (artefact(valid_through=today + timedelta(days=90)),),
        "findings": (finding(due_on=today), finding("x-2", due_on=today - DAY)),
    }
    assert figure("K-03", **running).members == ("late",)
    assert shown("K-04", **running) == (1, 1, Tone.GOOD)
    assert figure("K-11", **running).n == 1
    assert figure("K-16", **running).members == ("x-2",)


def test_a_day_after_the_quarter_counts_as_its_end():
    after = {"as_at": D(2027, 1, 20), "engagements": (engagement(next_due=END),)}
    assert figure("K-02", **after).n == 1


def test_k32_is_green_only_at_nought():
    assert shown("K-32", engagements=(engagement(next_due=None),)) == (1, None, Tone.BAD)
    assert shown("K-32", engagements=(engagement(),)) == (0, None, Tone.GOOD)
