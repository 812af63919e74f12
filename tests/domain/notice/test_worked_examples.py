"""The worked examples of domain.md 5.4 and 9, as worked.py asserts them, through the real engine."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.customers import CROATIA, NEW_YORK, SENT, US, ZAGREB, a_customer, dates_for, some_terms
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.clock import CustomerDates, customer_dates
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import WEEKENDS_ONLY
from vendorrisk.domain.notice.go_live import earliest_global
from vendorrisk.domain.notice.records import Authorisation, CountRule, DayUnit, ObjectionBlocks

D = date
CUSTOMERS = {"A": (NEW_YORK, 30), "B": (ZAGREB, 14), "C": (NEW_YORK, 10), "D": (NEW_YORK, 90),
             "E": (NEW_YORK, 60), "F": (NEW_YORK, 45)}  # fmt: skip


def table(our_zone: str, *, holidays: bool) -> dict[str, CustomerDates]:
    found = {}
    for name, (zone, days) in CUSTOMERS.items():
        calendar = (CROATIA if zone == ZAGREB else US) if holidays else WEEKENDS_ONLY
        found[name] = customer_dates(
            a_customer(name, zone=zone),
            some_terms(notice_days=days),
            Events(sent_at=SENT),
            calendar=calendar,
            our_zone=our_zone,
        )
    return found


TEST_1 = {
    "A": (D(2026, 12, 1), D(2026, 12, 31), D(2026, 12, 31), D(2027, 1, 1)),
    "B": (D(2026, 12, 2), D(2026, 12, 16), D(2026, 12, 16), D(2026, 12, 17)),
    "C": (D(2026, 12, 1), D(2026, 12, 11), D(2026, 12, 11), D(2026, 12, 12)),
    "D": (D(2026, 12, 1), D(2027, 3, 1), D(2027, 3, 1), D(2027, 3, 2)),
    "E": (D(2026, 12, 1), D(2027, 1, 30), D(2027, 2, 1), D(2027, 2, 2)),
    "F": (D(2026, 12, 1), D(2027, 1, 15), D(2027, 1, 15), D(2027, 1, 16)),
}


@pytest.mark.parametrize("holidays", [False, True], ids=["weekends only", "holidays change nothing"])
def test_one_with_our_zone_utc(holidays):
    found = table("UTC", holidays=holidays)
    assert {
        name: (one.clock_date, one.last_notice_day, one.last_objection_day, one.earliest)
        for name, one in found.items()
    } == TEST_1
    together = earliest_global(list(found.values()))
    assert together.earliest == D(2027, 3, 2)
    assert together.decided_by == ("D",)
    assert together.without_them == D(2027, 2, 2)


def test_one_without_d_is_decided_by_e():
    rest = [one for name, one in table("UTC", holidays=False).items() if name != "D"]
    assert earliest_global(rest).earliest == D(2027, 2, 2)
    assert earliest_global(rest).decided_by == ("E",)


def test_two_with_our_zone_zagreb_and_holidays():
    found = table(ZAGREB, holidays=True)
    assert {one.clock_date for one in found.values()} == {D(2026, 12, 2)}
    assert {name: one.earliest for name, one in found.items()} == {
        "A": D(2027, 1, 5), "B": D(2026, 12, 17), "C": D(2026, 12, 15), "D": D(2027, 3, 3),
        "E": D(2027, 2, 2), "F": D(2027, 1, 20),
    }  # fmt: skip
    together = earliest_global(list(found.values()))
    assert (together.earliest, together.without_them) == (D(2027, 3, 3), D(2027, 2, 2))


def test_two_names_the_day_from_which_each_window_was_rolled():
    found = table(ZAGREB, holidays=True)
    assert msg("notice.step.rolled", rule="R2", day=D(2027, 1, 1), to=D(2027, 1, 4)) in found["A"].steps
    assert msg("notice.step.rolled", rule="R2", day=D(2026, 12, 12), to=D(2026, 12, 14)) in found["C"].steps
    assert msg("notice.step.rolled", rule="R2", day=D(2027, 1, 31), to=D(2027, 2, 1)) in found["E"].steps
    assert msg("notice.step.rolled", rule="R2", day=D(2027, 1, 16), to=D(2027, 1, 19)) in found["F"].steps


def specific(**events):
    return dates_for(
        events=Events(**events), authorisation=Authorisation.SPECIFIC, notice_days=0, request_lead_days=None
    )


def test_g_specific_with_approval_on_a_day_starts_the_day_after():
    g = specific(approved_on=D(2027, 1, 20))
    assert (g.clock_date, g.last_notice_day, g.last_objection_day) == (None, None, None)
    assert g.earliest == D(2027, 1, 21)


def test_g_specific_with_a_stored_time_starts_the_same_day():
    assert specific(approved_on=D(2027, 1, 20), approved_timed=True).earliest == D(2027, 1, 20)


def test_g_specific_with_a_request_lead_time_waits_for_it():
    g = dates_for(
        events=Events(sent_at=SENT, approved_on=D(2027, 1, 20)),
        authorisation=Authorisation.SPECIFIC,
        request_lead_days=61,
    )
    assert g.last_notice_day == D(2027, 1, 31)
    assert g.earliest == D(2027, 2, 1)


def test_g_specific_with_a_request_lead_time_that_has_run_waits_for_the_approval():
    g = dates_for(
        events=Events(sent_at=SENT, approved_on=D(2027, 1, 20)),
        authorisation=Authorisation.SPECIFIC,
        request_lead_days=30,
    )
    assert g.earliest == D(2027, 1, 21)


@pytest.mark.parametrize(
    ("terms", "earliest"),
    [
        ({"notice_days": 60, "objection_blocks": ObjectionBlocks.ONLY_IF_RAISED}, D(2027, 1, 31)),
        ({"notice_days": 30, "objection_blocks": ObjectionBlocks.NEVER}, D(2027, 1, 1)),
        (
            {
                "notice_days": 30,
                "count_rule": CountRule.INCLUDE_START_DAY,
                "objection_blocks": ObjectionBlocks.NEVER,
            },
            D(2026, 12, 31),
        ),
        ({"notice_days": 60, "objection_days": 90, "commission_clauses": True}, D(2027, 2, 2)),
    ],
    ids=["E with ONLY_IF_RAISED", "clear days", "start day included", "Commission clauses"],
)
def test_variants(terms, earliest):
    assert dates_for(**terms).earliest == earliest


def test_ten_calendar_days_of_notice_with_ten_business_days_to_object():
    found = dates_for(calendar=US, notice_days=10, objection_days=10, objection_unit=DayUnit.BUSINESS)
    assert found.last_notice_day == D(2026, 12, 11)
    assert found.last_objection_day == D(2026, 12, 15)
    assert found.earliest == D(2026, 12, 16)


def test_thirty_days_before_is_day_thirty_one_and_neither_day_beside_it():
    """Domain.md 9.3: sent 1 December, the last day is the 31st, use may begin on 1 January."""
    found = dates_for(notice_days=30, objection_blocks=ObjectionBlocks.NEVER)
    assert (found.last_notice_day, found.earliest) == (D(2026, 12, 31), D(2027, 1, 1))
