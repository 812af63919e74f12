"""The rules N-1 to N-9, each at both sides of its edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support.customers import NEW_YORK, SENT, a_customer, some_terms
from tests.support.letters import CHANGE
from vendorrisk.domain.message import Level
from vendorrisk.domain.notice import checks
from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.records import ChangeKind, ClockStart, DayUnit, Notice

D = date
CUSTOMER = a_customer()
NOTICE = Notice(
    id="n", change_id="c", customer_id="Northwind", sent_at=SENT, channel="EMAIL",
    address="privacy@northwind.example", proof="message-id", content_sha256="ab",
)  # fmt: skip


def key(problem):
    return problem.what.key.removeprefix("notice.check.") if problem else None


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ({}, None),
        ({"channel": "WEB_LIST"}, "N-1"),
        ({"channel": "WEB_LIST", "clock_starts": ClockStart.PUBLISHED}, None),
    ],
)
def test_n1_a_page_alone_is_no_notice(terms, found):
    assert key(checks.silent_page(CUSTOMER, some_terms(**terms))) == found


@pytest.mark.parametrize(
    ("kind", "replaces", "found"),
    [
        (ChangeKind.ADD, "", None),
        (ChangeKind.REPLACE, "", "N-3"),
        (ChangeKind.REPLACE, "e-1", "N-3"),
        (ChangeKind.REPLACE, "e-9", None),
    ],
)
def test_n3_a_replacement_names_another_engagement(kind, replaces, found):
    assert key(checks.half_a_replacement(replace(CHANGE, kind=kind, replaces_id=replaces))) == found


def test_n4_a_notice_counts_with_address_channel_and_proof():
    assert checks.unproven(CUSTOMER, some_terms(), NOTICE) == ()
    bare = replace(NOTICE, address="", channel="PORTAL", proof="")
    found = checks.unproven(CUSTOMER, some_terms(), bare)
    assert [key(problem) for problem in found] == ["N-4.address", "N-4.channel", "N-4.proof"]
    assert all(problem.level is Level.ERROR for problem in found)


@pytest.mark.parametrize(
    ("stated", "actual", "found"),
    [
        (D(2027, 1, 4), D(2027, 1, 5), "N-4.deadline"),
        (D(2027, 1, 4), D(2027, 1, 4), None),
        (D(2027, 1, 4), D(2027, 1, 3), None),
        (None, D(2027, 1, 4), None),
        (D(2027, 1, 4), None, None),
    ],
)
def test_n4_a_letter_sent_later_than_written_must_not_cut_the_window_short(stated, actual, found):
    said = CustomerDates(customer_id="Northwind", last_objection_day=stated)
    counted = CustomerDates(customer_id="Northwind", last_objection_day=actual)
    assert key(checks.stated_too_early(CUSTOMER, said, counted)) == found


@pytest.mark.parametrize(
    ("written", "found"), [(None, None), (D(2026, 12, 1), None), (D(2099, 1, 1), "N-4.written")]
)
def test_n4_a_letter_goes_out_on_its_day_or_later(written, found):
    notice = replace(NOTICE, written_on=written)
    assert key(checks.sent_before_written(CUSTOMER, notice, "UTC")) == found
    assert checks.sent_before_written(CUSTOMER, replace(notice, sent_at=None), "UTC") is None


@pytest.mark.parametrize(
    ("sub_days", "found"), [(None, "N-6"), (104, "N-6"), (105, None)], ids=["none agreed", "short", "enough"]
)
def test_n6_the_longest_customer_period_and_our_own_days_must_fit(sub_days, found):
    periods = [some_terms(notice_days=30), some_terms(notice_days=90)]
    assert key(checks.upstream_lead("Norte", sub_days, periods, 15)) == found


def test_n6_business_days_are_taken_as_seven_for_five_and_lead_times_count():
    business = [some_terms(notice_days=11, notice_unit=DayUnit.BUSINESS)]
    assert checks.upstream_lead("Norte", 31, business, 15) is None
    assert key(checks.upstream_lead("Norte", 30, business, 15)) == "N-6"
    assert key(checks.upstream_lead("Norte", 60, [some_terms(request_lead_days=60)], 1)) == "N-6"
    assert checks.upstream_lead("Norte", 15, [], 15) is None


@pytest.mark.parametrize(
    ("sub_hours", "customer", "from_sub", "found"),
    [
        (24, 48, True, None),
        (25, 48, True, "N-7"),
        (None, 48, True, "N-7.no_hours"),
        (None, 24, False, None),
        (99, 23, False, "N-7"),
    ],
)
def test_n7_the_hours_of_the_chain_must_fit(sub_hours, customer, from_sub, found):
    assert key(checks.breach_chain("Norte", sub_hours, 24, customer, from_sub=from_sub)) == found


@pytest.mark.parametrize(
    ("address", "tested_on", "found"),
    [
        ("privacy@us.example", D(2026, 11, 1), None),
        ("privacy@us.example", D(2026, 10, 31), "N-8"),
        ("privacy@us.example", None, "N-8"),
        ("", D(2026, 11, 30), "N-8"),
    ],
)
def test_n8_the_mailbox_for_objections_was_tried_in_the_last_thirty_days(address, tested_on, found):
    assert key(checks.untested_mailbox(address, tested_on, D(2026, 12, 1))) == found


@pytest.mark.parametrize(
    ("starts", "found"),
    [
        ([D(2026, 12, 1)], None),
        ([D(2026, 12, 2)], "N-9"),
        ([D(2026, 12, 2), D(2025, 1, 1)], None),
        ([D(2026, 12, 2), None], None),
        ([], None),
    ],
)
def test_n9_whoever_joins_after_sending_is_told_at_the_start(starts, found):
    versions = [some_terms(valid_from=day) for day in starts]
    sent = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
    assert key(checks.joined_meanwhile(a_customer(zone=NEW_YORK), versions, sent, "UTC")) == found
