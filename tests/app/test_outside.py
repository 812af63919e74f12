"""The world outside: ids that only grow, the date on a wall, and the report of a bug."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.calls import Desk
from vendorrisk.app.clock import WorkClock
from vendorrisk.app.crash_report import keep_report, report_text
from vendorrisk.app.outside import Ids


@pytest.fixture
def outside():
    return Desk({}).outside()


@given(st.lists(st.tuples(st.integers(0, 2**47), st.binary(min_size=10, max_size=10)), max_size=30))
def test_ids_are_version_7_and_only_grow_whatever_the_clock_does(looks):
    ids = Ids()
    made = [ids.fresh(milliseconds, noise) for milliseconds, noise in looks]
    assert made == sorted(set(made))
    for one in made:
        assert (uuid.UUID(one).version, uuid.UUID(one).variant) == (7, uuid.RFC_4122)


def test_an_id_begins_with_its_moment():
    assert uuid.UUID(Ids().fresh(1_790_000_000_000, bytes(10))).int >> 80 == 1_790_000_000_000


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 12, 1)),
        ("Europe/Zagreb", date(2026, 12, 2)),
        ("America/New_York", date(2026, 12, 1)),
    ],
)
def test_today_is_the_date_on_the_wall_of_a_zone(outside, zone, day):
    late = replace(outside, now=lambda: datetime(2026, 12, 1, 23, 30, tzinfo=UTC))
    assert late.today_in(zone) == day


def test_a_given_date_moves_rules_and_never_the_journal(outside):
    clock = WorkClock(outside, lambda: "UTC", date(2030, 1, 1))
    assert clock.today() == date(2030, 1, 1)
    assert abs(clock.now() - datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) < timedelta(minutes=1)


def raised():
    try:
        try:
            raise ValueError("Luísa Prado")
        except ValueError as inner:
            raise RuntimeError("Meridova") from inner
    except RuntimeError as bug:
        return bug


def test_a_report_names_kind_and_place_and_no_data(outside):
    text = keep_report(raised(), outside).read_text(encoding="utf-8")
    assert text == report_text(raised())
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_outside.py" in text
    assert "Meridova" not in text
    assert "Luísa" not in text


def test_two_reports_do_not_overwrite_each_other(outside):
    assert keep_report(raised(), outside) != keep_report(raised(), outside)
