"""A moment falls on a date only in a zone, and never in the machine's own."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.support.customers import SENT
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.zones import UnknownZone, earlier_date, later_date, local_date, zone


@pytest.mark.parametrize(
    ("name", "day"),
    [("UTC", 1), ("Europe/Zagreb", 2), ("America/New_York", 1), ("Asia/Kolkata", 2), ("Asia/Jakarta", 2)],
)
def test_worked_example_of_local_dates(name, day):
    assert local_date(SENT, name) == date(2026, 12, day)


def test_the_later_date_starts_a_period_and_the_earlier_one_receives():
    assert later_date(SENT, "UTC", "Europe/Zagreb") == date(2026, 12, 2)
    assert earlier_date(SENT, "UTC", "Europe/Zagreb") == date(2026, 12, 1)


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Atlantis", "", "/etc/passwd", "../UTC", "Europe", "localtime", "right/UTC", "posix/UTC",
        "posixrules", "Factory", "Europe/Zürich",
    ],
)  # fmt: skip
def test_a_name_that_is_no_place_is_refused(name):
    with pytest.raises(UnknownZone) as refusal:
        zone(name)
    assert refusal.value.what == msg("notice.unknown_zone", zone=name)
    assert refusal.value.name == name


def test_a_moment_without_a_zone_is_a_bug():
    with pytest.raises(ValueError, match="zone"):
        local_date(datetime(2026, 12, 1, 23, 30), "UTC")  # noqa: DTZ001  (the point of the test)
