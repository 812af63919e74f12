"""The rules of notice, each at both sides of its edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.customers import SENT, a_customer, some_terms
from tests.support.letters import CHANGE
from vendorrisk.domain.message import Level
from vendorrisk.domain.notice import checks
from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.records import ChangeKind, ChangeState, ClockStart, Notice
from vendorrisk.domain.register.records import Stage

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
    ("state", "today", "found"),
    [
        (ChangeState.DRAFT, D(2027, 2, 2), None),
        (ChangeState.DRAFT, D(2027, 2, 3), "planned_past"),
        (ChangeState.LIVE, D(2027, 2, 3), None),
    ],
)
def test_a_planned_day_that_has_passed_is_named_until_customers_were_told(state, today, found):
    assert key(checks.planned_past(replace(CHANGE, state=state), today)) == found


@pytest.mark.parametrize(
    ("kind", "stage", "state", "found"),
    [
        (ChangeKind.LOCATION, Stage.DRAFT, ChangeState.DRAFT, "not_in_use"),
        (ChangeKind.PURPOSE, Stage.READY, ChangeState.LETTERS_READY, "not_in_use"),
        (ChangeKind.PURPOSE, Stage.SUSPENDED, ChangeState.DRAFT, None),
        (ChangeKind.LOCATION, Stage.DRAFT, ChangeState.CANCELLED, None),
        (ChangeKind.ADD, Stage.DRAFT, ChangeState.DRAFT, None),
    ],
)
def test_a_new_location_or_purpose_of_what_is_not_in_use_is_named(kind, stage, state, found):
    assert key(checks.not_in_use(replace(CHANGE, kind=kind, state=state), stage)) == found
