"""The sample's history holds for any day on which it is built; built once, its figures are not trivial."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from vendorrisk.app import paths
from vendorrisk.app.sample import flaws
from vendorrisk.app.sample.build import HISTORY_DAYS
from vendorrisk.app.sample.past import Past
from vendorrisk.app.sample.recipe import vendors
from vendorrisk.app.sample.whole_way import WholeWay
from vendorrisk.domain.diligence.findings import TERMS
from vendorrisk.domain.review.quarters import quarter_of

RECIPE = vendors(paths.resources() / "sample" / "vendors.csv")
TODAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(0, 1100, 7)]
CLIFFS = [date(2026, 1, 5), date(2026, 2, 28), date(2026, 4, 1), date(2027, 12, 31), date(2028, 2, 29)]


def past(today):
    return Past(SimpleNamespace(), today, RECIPE, Path(), Path())


def days_of(today):
    """How many days ago each kind of step happened, with what it was about."""
    made = past(today)
    found = defaultdict(list)
    steps = [*made.steps(WholeWay(SimpleNamespace(), SimpleNamespace(), Path(), made)),
             *flaws.steps(made, today)]  # fmt: skip
    for days, work in steps:
        name = getattr(work, "func", work).__name__
        found[name].append((days, getattr(work, "args", ())))
    return found


@pytest.mark.parametrize("today", CLIFFS)
def test_everything_happened_in_the_two_years_before_today(today):
    assert all(0 <= days <= HISTORY_DAYS for some in days_of(today).values() for days, _ in some)


def test_on_any_day_quarters_are_frozen_after_their_end_and_the_newest_is_among_them():
    for today in TODAYS + CLIFFS:
        frozen = days_of(today)["_freeze"]
        assert all(today - timedelta(days=days) > quarter.last for days, (quarter,) in frozen)
        assert quarter_of(today).previous in {quarter for _, (quarter,) in frozen}


def test_on_any_day_the_last_quarter_has_a_change_gone_live_and_a_finding_fixed_too_late():
    for today in TODAYS + CLIFFS:
        found, last = days_of(today), quarter_of(today).previous
        live = [today - timedelta(days=days) for days, _ in found["go_live"]]
        assert [last.holds(one) for one in live] == [False, True]
        for way in ("engage", "approve", "announce", "answered"):
            assert [days for days, _ in found[way]] > [days for days, _ in found["go_live"]]
        told = {args[1].title: days for days, args in found["_raise"]}
        late = [
            flaw for days, (_, flaw) in found["_close"]
            if told[flaw.title] - days > TERMS[flaw.severity].fix
        ]  # fmt: skip
        assert [last.holds(today - timedelta(days=days)) for days, _ in found["_close"]].count(True) == 4
        assert [flaw.vendor for flaw in late] == ["Lumora Support"]
