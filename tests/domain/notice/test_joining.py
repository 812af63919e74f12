"""Customers who join while a notice runs: onboarding documents instead of a clock, if the contract allows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.support.customers import a_customer
from vendorrisk.domain.notice.clock import customer_dates
from vendorrisk.domain.notice.clock_start import Events
from vendorrisk.domain.notice.days import WEEKENDS_ONLY
from vendorrisk.domain.notice.go_live import earliest_global
from vendorrisk.domain.notice.joining import (
    Joining,
    Late,
    first_told,
    joining_of,
    late_problems,
    late_standing,
    told_before,
)
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    ChangeKind,
    Notice,
    Objection,
    ObjectionState,
    Onboarding,
    Terms,
)

SENT = datetime(2026, 12, 1, 23, 30, tzinfo=UTC)
CHANGE = Change(id="x", number="2026-01", kind=ChangeKind.ADD, engagement_id="e", planned_on=date(2027, 2, 1))
GENERAL = Terms(id="t", customer_id="c")
JOINED = Joining(since=date(2026, 12, 5), told_on=date(2026, 12, 2))


def a_notice(**facts):
    return Notice(id="n", change_id="x", customer_id="c", **facts)


def day_told(since, *, zone="UTC", notice=None, first=SENT):
    customer = a_customer(zone=zone, since=since)
    return told_before(customer, notice, first, our_zone="UTC")


@pytest.mark.parametrize(
    ("zone", "since", "told"),
    [
        ("UTC", date(2026, 12, 1), None),
        ("UTC", date(2026, 12, 2), date(2026, 12, 1)),
        ("Europe/Zagreb", date(2026, 12, 2), None),
        ("Europe/Zagreb", date(2026, 12, 3), date(2026, 12, 2)),
        ("America/New_York", date(2026, 12, 2), date(2026, 12, 1)),
    ],
)
def test_only_a_first_day_after_the_later_date_of_sending_is_joining(zone, since, told):
    assert day_told(since, zone=zone) == told


def test_without_a_recorded_first_day_or_a_notice_that_went_out_nobody_joined():
    assert day_told(None) is None
    assert day_told(date(2026, 12, 5), first=None) is None


def test_whoever_was_sent_a_notice_has_its_clock():
    assert day_told(date(2026, 12, 5), notice=a_notice(sent_at=SENT)) is None


def test_the_first_of_all_sendings_counts_also_one_before_a_customer_was_taken_in_again():
    later = datetime(2026, 12, 9, tzinfo=UTC)
    assert first_told([]) is None
    assert first_told([a_notice(sent_at=later), a_notice(earlier_sent_at=SENT)]) == SENT


def joined(notice=None, versions=(GENERAL,), change=CHANGE, **facts):
    return joining_of(JOINED.since, JOINED.told_on, change, notice, versions, **facts)


@pytest.mark.parametrize(
    ("versions", "critical", "why"),
    [
        ([GENERAL], False, None),
        ([], False, "notice.joined.no_terms"),
        ([GENERAL, Terms(id="s", customer_id="c", authorisation=Authorisation.SPECIFIC)], False,
         "notice.joined.specific"),
        ([Terms(id="d", customer_id="c", dora=True)], False, None),
        ([Terms(id="d", customer_id="c", dora=True)], True, "notice.joined.dora"),
        ([Terms(id="d", customer_id="c", dora=True, critical_function=True)], False, "notice.joined.dora"),
    ],
)  # fmt: skip
def test_documents_replace_a_clock_but_no_approval_and_no_agreed_wait(versions, critical, why):
    found = joined(versions=versions, critical_engagement=critical).in_full
    assert (found.key if found else None) == why


def test_what_was_recorded_of_the_documents_decides():
    given = a_notice(onboarding=Onboarding.GIVEN, onboarding_on=date(2026, 12, 4))
    assert joined().given_on is None
    assert joined(given).given_on == date(2026, 12, 4)
    assert joined(a_notice(onboarding=Onboarding.NOT_GIVEN)).in_full.key == "notice.joined.not_given"


def test_whoever_joins_a_live_change_has_nothing_to_wait_for():
    live = Change(
        id="x", number="2026-01", kind=ChangeKind.ADD, engagement_id="e", planned_on=date(2026, 12, 4),
        live_on=date(2026, 12, 5),
    )  # fmt: skip
    found = joined(change=live, versions=())
    assert (found.in_full, found.live_on) == (None, date(2026, 12, 5))
    assert dates(found).earliest == date(2026, 12, 5)
    assert found.ground.key == "notice.affected.joined_live"


@pytest.mark.parametrize(
    ("joining", "key"),
    [
        (JOINED, "notice.affected.joined"),
        (joined(versions=()), "notice.affected.joined_in_full"),
    ],
)
def test_that_it_joined_is_one_of_the_reasons(joining, key):
    assert joining.ground.key == key


def dates(joining, *, terms=GENERAL, kind=ChangeKind.ADD, **facts):
    events = Events(sent_at=SENT, joining=joining, **facts)
    return customer_dates(a_customer(), terms, events, calendar=WEEKENDS_ONLY, our_zone="UTC", kind=kind)


@pytest.mark.parametrize("kind", [ChangeKind.ADD, ChangeKind.REMOVE])
def test_no_clock_runs_for_whoever_joined(kind):
    found = dates(JOINED, kind=kind)
    assert (found.joined, found.pack_due, found.earliest) == (True, True, None)
    assert (found.clock_date, found.last_notice_day, found.last_objection_day) == (None, None, None)
    assert found.why.key == "notice.why.not_onboarded"
    assert [one.key for one in found.steps] == ["notice.step.joined"]


def test_documents_count_from_the_day_after_they_were_given():
    found = dates(joined(a_notice(onboarding=Onboarding.GIVEN, onboarding_on=date(2026, 12, 4))))
    assert (found.earliest, found.pack_due, found.why) == (date(2026, 12, 5), False, None)


def test_documents_that_are_due_hold_no_date_back():
    others = customer_dates(
        a_customer("Southwind"), GENERAL, Events(sent_at=SENT), calendar=WEEKENDS_ONLY, our_zone="UTC"
    )
    overall = earliest_global([others, dates(JOINED)])
    assert (overall.earliest, overall.blocked_by) == (date(2027, 1, 1), ())


def test_an_open_objection_of_whoever_joined_blocks_and_an_exclusion_goes_before_all():
    objection = Objection(id="o", change_id="x", customer_id="c", received_at=SENT)
    found = dates(JOINED, objections=(objection,))
    assert (found.why.key, found.pack_due) == ("notice.why.open_objection", False)
    assert earliest_global([found]).blocked_by == (found.customer_id,)
    off = dates(JOINED, excluded=True)
    assert (off.kept_off, off.pack_due, off.earliest) == (True, False, None)
    assert objection.state is ObjectionState.RECEIVED


def test_terms_that_cannot_be_right_block_also_for_whoever_joined():
    wrong = Terms(id="t", customer_id="c", notice_days=-1)
    found = dates(JOINED, terms=wrong)
    assert (found.why.key, found.pack_due) == ("notice.terms.negative", False)


KNOWN = a_customer("Acme", since=date(2025, 1, 1))
NEW = a_customer("Hexa", since=date(2026, 12, 5))
UNKNOWN = a_customer("Contoso")


@pytest.mark.parametrize(
    ("customer", "joining", "notice", "standing"),
    [
        (NEW, JOINED, None, Late.PACK_DUE),
        (NEW, joined(a_notice(onboarding=Onboarding.GIVEN, onboarding_on=date(2026, 12, 4))), None,
         Late.ONBOARDED),
        (NEW, joined(versions=()), None, Late.IN_FULL),
        (NEW, joined(versions=()), a_notice(content_sha256="a"), None),
        (KNOWN, None, None, Late.IN_FULL),
        (KNOWN, None, a_notice(sent_at=SENT), None),
        (UNKNOWN, None, None, Late.SINCE_UNKNOWN),
        (UNKNOWN, None, a_notice(content_sha256="a"), None),
    ],
)  # fmt: skip
def test_each_who_was_not_told_stands_somehow(customer, joining, notice, standing):
    assert late_standing(customer, joining, notice) is standing


def test_customers_who_stand_alike_are_named_together():
    found = late_problems(
        CHANGE,
        [(NEW, Late.PACK_DUE), (KNOWN, Late.IN_FULL), (UNKNOWN, Late.SINCE_UNKNOWN), (KNOWN, Late.IN_FULL)],
    )
    told = [(one.where, one.what.key, one.what.params["count"]) for one in found]
    assert told == [
        ("change 2026-01", "notice.check.N-9.pack_due", 1),
        ("change 2026-01", "notice.check.N-9.in_full", 2),
        ("change 2026-01", "notice.check.N-9.since_unknown", 1),
    ]
    assert late_problems(CHANGE, [(NEW, Late.ONBOARDED), (KNOWN, None)]) == ()
