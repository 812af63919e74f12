"""Words of single cells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from vendorrisk.ui.widgets.columns import time_of_day


@pytest.mark.parametrize(
    ("hours", "shown"),
    [(0, "11:57 UTC"), (1, "12:57 UTC+1"), (5.5, "17:27 UTC+5:30"), (-3.5, "08:27 UTC−3:30")],
)
def test_a_time_says_how_far_it_is_from_utc(hours, shown):
    at = datetime(2026, 11, 22, 11, 57, tzinfo=UTC)
    assert time_of_day(at, timezone(timedelta(hours=hours))) == shown
