"""Dates that were counted by hand with a calendar: zones, clock changes, leap days, weekends, holidays."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support.calls import Desk, TickingClock
from vendorrisk.domain.notice.customer_file import COLUMNS
from vendorrisk.domain.notice.records import Change, Customer
from vendorrisk.usecases.notice import changes
from vendorrisk.usecases.workspace import settings

BUSINESS = {"notice_days": 10, "notice_unit": "BUSINESS"}

# name: (our zone, sent, terms, clock date, last notice day, last objection day, earliest)
CASES = {
    "the night in which clocks change in California": (
        "UTC", "2027-03-14T09:30", {"notice_days": 30, "timezone": "America/Los_Angeles"},
        "2027-03-14", "2027-04-13", "2027-04-13", "2027-04-14",
    ),
    "the night in which clocks change in Croatia": (
        "UTC", "2026-10-24T22:30", {"notice_days": 14, "timezone": "Europe/Zagreb"},
        "2026-10-25", "2026-11-08", "2026-11-09", "2026-11-10",
    ),
    "New Year in Auckland, without holidays": (
        "UTC", "2026-12-30T11:30", {**BUSINESS, "timezone": "Pacific/Auckland"},
        "2026-12-31", "2027-01-14", "2027-01-14", "2027-01-15",
    ),
    "New Year in Auckland, 2 January on a Saturday": (
        "UTC", "2026-12-30T11:30", {**BUSINESS, "timezone": "Pacific/Auckland", "holidays": "NZ"},
        "2026-12-31", "2027-01-18", "2027-01-18", "2027-01-19",
    ),
    "thirty days onto 29 February": (
        "UTC", "2028-01-30T10:00", {"notice_days": 30},
        "2028-01-30", "2028-02-29", "2028-02-29", "2028-03-01",
    ),
    "a year of days from 29 February": (
        "UTC", "2028-02-29T12:00", {"notice_days": 365},
        "2028-02-29", "2029-02-28", "2029-02-28", "2029-03-01",
    ),
    "a window that ends on Boxing Day in England": (
        "UTC", "2026-12-12T08:00", {"notice_days": 14, "timezone": "Europe/London", "holidays": "GB-ENG"},
        "2026-12-12", "2026-12-26", "2026-12-29", "2026-12-30",
    ),
    "2 January is a holiday in Scotland": (
        "UTC", "2026-12-17T10:00", {**BUSINESS, "timezone": "Europe/London", "holidays": "GB-SCT"},
        "2026-12-17", "2027-01-06", "2027-01-06", "2027-01-07",
    ),
    "deemed received two business days later in Berlin": (
        "UTC", "2026-12-17T12:00",
        {**BUSINESS, "clock_starts": "DEEMED_RECEIVED", "deemed_days": 2, "holidays": "DE-BE"},
        "2026-12-21", "2027-01-06", "2027-01-06", "2027-01-07",
    ),
    "deemed received two days later, on a Saturday": (
        "UTC", "2026-12-17T12:00",
        {"notice_days": 14, "clock_starts": "DEEMED_RECEIVED", "deemed_days": 2, "holidays": "DE-BE"},
        "2026-12-19", "2027-01-02", "2027-01-04", "2027-01-05",
    ),
    "deemed received two business days later, then a notice of days": (
        "UTC", "2026-12-18T12:00",
        {
            "notice_days": 14, "clock_starts": "DEEMED_RECEIVED", "deemed_days": 2, "deemed_unit": "BUSINESS",
            "holidays": "DE-BE",
        },
        "2026-12-22", "2027-01-05", "2027-01-05", "2027-01-06",
    ),
    "a week from Sunday to Thursday": (
        "UTC", "2026-12-03T08:00",
        {"notice_days": 5, "notice_unit": "BUSINESS", "timezone": "Asia/Jerusalem", "holidays": "IL"},
        "2026-12-03", "2026-12-10", "2026-12-10", "2026-12-11",
    ),
    "already tomorrow in Tokyo": (
        "America/New_York", "2026-11-30T20:00", {"notice_days": 45, "timezone": "Asia/Tokyo"},
        "2026-12-01", "2027-01-15", "2027-01-15", "2027-01-16",
    ),
    "already tomorrow with us": (
        "Pacific/Auckland", "2026-12-01T12:00", {"notice_days": 1, "timezone": "America/Los_Angeles"},
        "2026-12-02", "2026-12-03", "2026-12-03", "2026-12-04",
    ),
    "a window in business days within the notice": (
        "UTC", "2026-12-15T10:00",
        {"notice_days": 30, "objection_days": 10, "objection_unit": "BUSINESS", "holidays": "HR"},
        "2026-12-15", "2027-01-14", "2026-12-30", "2027-01-15",
    ),
    "a window longer than the notice": (
        "UTC", "2026-12-01T10:00", {"notice_days": 10, "objection_days": 30, "holidays": "HR"},
        "2026-12-01", "2026-12-11", "2026-12-31", "2027-01-01",
    ),
    "such a window that holds nobody unless there is an objection": (
        "UTC", "2026-12-01T10:00",
        {"notice_days": 10, "objection_days": 30, "objection_blocks": "ONLY_IF_RAISED"},
        "2026-12-01", "2026-12-11", "2026-12-31", "2026-12-12",
    ),
    "no terms at all": (
        "UTC", "2026-12-01T10:00", {}, "2026-12-01", "2026-12-31", "2026-12-31", "2027-01-01",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def counted(stocked_template, template, tmp_path_factory):
    """The dates that the program counts for each case, by its name."""
    _, folder, at = stocked_template
    place = tmp_path_factory.mktemp("by_hand")
    shutil.copytree(folder / "acme", place / "acme")
    desk = Desk(
        {"VENDORRISK_WORKSPACE": str(place / "acme")}, keyring=replace(template[0], asked=[]),
        clock=TickingClock(at),
    )  # fmt: skip
    with (place / "c.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(COLUMNS), restval="")
        table.writeheader()
        for name, (_, _, terms, *_) in CASES.items():
            table.writerow({"name": name, "account_id": name, "services": "Voice", **terms})
    desk.ok("import", "customers", place / "c.csv", "--yes")
    found = {}
    with desk.opened() as workspace:
        office = workspace.office
        for name, (zone, sent, *_) in CASES.items():
            settings.change_setting(office, "zone", zone)
            with office.book.reading() as reader:
                (customer,) = reader.find(Customer, name=name)
                moment = datetime.fromisoformat(sent).replace(tzinfo=UTC)
                told = changes.dates(office, reader, reader.find(Change)[0], sent_at=moment).dates
            (found[name],) = [dates for one, dates in told if one.id == customer.id]
    return found


@pytest.mark.parametrize("name", CASES)
def test_what_the_program_counts_is_what_a_calendar_says(counted, name):
    dates = counted[name]
    assert (dates.clock_date, dates.last_notice_day, dates.last_objection_day, dates.earliest) == tuple(
        map(date.fromisoformat, CASES[name][3:])
    )
    assert dates.why is None
