"""One customer's dates: each clock start, each lock, each missing fact, both sides of each edge."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.support.customers import (
    CROATIA,
    NEW_YORK,
    SENT,
    ZAGREB,
    a_customer,
    an_objection,
    dates_for,
    some_terms,
)
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.clock import customer_dates, strictest
from vendorrisk.domain.notice.clock_start import Events, events_of
from vendorrisk.domain.notice.days import WEEKENDS_ONLY
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    ChangeKind,
    ClockStart,
    CountRule,
    DayUnit,
    Notice,
    ObjectionBlocks,
    ObjectionState,
)

D = date


def why(dates) -> str:
    assert dates.earliest is None
    assert dates.remedy is not None
    return dates.why.key


def test_a_second_before_midnight_counts_for_the_day_and_midnight_for_the_next():
    before = Events(sent_at=datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC))
    after = Events(sent_at=datetime(2026, 12, 1, 23, 0, 0, tzinfo=UTC))
    assert dates_for(ZAGREB, events=before).clock_date == D(2026, 12, 1)
    assert dates_for(ZAGREB, events=after).clock_date == D(2026, 12, 2)


def test_our_own_later_date_counts_as_much_as_the_customers():
    assert dates_for(NEW_YORK, our_zone=ZAGREB).clock_date == D(2026, 12, 2)


def test_the_words_name_the_later_date_only_where_the_dates_differ():
    facts = {"rule": "R1", "at": SENT, "ours": "UTC"}
    assert dates_for(ZAGREB).steps[0] == msg(
        "notice.step.sent_later_date", **facts, theirs=ZAGREB, day=D(2026, 12, 2)
    )
    assert dates_for().steps[0] == msg("notice.step.sent", **facts, theirs=NEW_YORK, day=D(2026, 12, 1))


def test_deemed_receipt_moves_the_clock_in_calendar_days():
    found = dates_for(clock_starts=ClockStart.DEEMED_RECEIVED, deemed_days=2, notice_days=60)
    assert (found.clock_date, found.last_notice_day) == (D(2026, 12, 3), D(2027, 2, 1))
    assert found.earliest == D(2027, 2, 2)


def test_deemed_receipt_moves_the_clock_in_business_days_where_the_notice_has_them():
    friday = Events(sent_at=datetime(2026, 12, 4, 12, 0, tzinfo=UTC))
    found = dates_for(
        events=friday,
        clock_starts=ClockStart.DEEMED_RECEIVED,
        deemed_days=1,
        notice_days=5,
        notice_unit=DayUnit.BUSINESS,
    )
    assert (found.clock_date, found.last_notice_day, found.earliest) == (
        D(2026, 12, 7), D(2026, 12, 14), D(2026, 12, 15),
    )  # fmt: skip


def test_receipt_on_the_second_business_day_starts_a_notice_of_calendar_days():
    """By hand: sent Fri 4 Dec 2026, received Tue 8 Dec, 30 days later is Thu 7 Jan 2027, use from 8 Jan."""
    friday = Events(sent_at=datetime(2026, 12, 4, 12, 0, tzinfo=UTC))
    found = dates_for(
        events=friday, clock_starts=ClockStart.DEEMED_RECEIVED, deemed_days=2, deemed_unit=DayUnit.BUSINESS,
        notice_days=30, notice_unit=DayUnit.CALENDAR,
    )  # fmt: skip
    assert (found.clock_date, found.last_notice_day, found.earliest) == (
        D(2026, 12, 8), D(2027, 1, 7), D(2027, 1, 8),
    )  # fmt: skip
    assert "notice.step.deemed_business" in [step.key for step in found.steps]


def test_business_days_without_a_place_say_that_no_public_holidays_are_counted():
    told = msg("notice.step.no_place")
    assert told in dates_for(notice_days=10, notice_unit=DayUnit.BUSINESS).steps
    assert told not in dates_for(notice_days=10, notice_unit=DayUnit.BUSINESS, holidays="HR").steps
    assert told not in dates_for(notice_days=10).steps


def test_publication_starts_the_clock_where_the_contract_names_it():
    events = Events(sent_at=SENT, published_on=D(2026, 12, 10))
    found = dates_for(events=events, clock_starts=ClockStart.PUBLISHED)
    assert (found.clock_date, found.earliest) == (D(2026, 12, 10), D(2027, 1, 12))
    assert found.last_objection_day == D(2027, 1, 11)


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        ("List 3", [msg("notice.step.proven", rule="R11", proof="List 3")]),
        ("", [msg("notice.step.unproven", rule="R11")]),
        (None, []),
    ],
)
def test_what_proves_a_publication_stands_in_the_sum_and_so_does_that_nothing_does(proof, said):
    events = Events(sent_at=SENT, published_on=D(2026, 12, 10), published_proof=proof)
    steps = dates_for(events=events, clock_starts=ClockStart.PUBLISHED).steps
    assert [one for one in steps if one.key in {"notice.step.proven", "notice.step.unproven"}] == said


@pytest.mark.parametrize(
    ("start", "key"),
    [
        (ClockStart.PUBLISHED, "notice.why.not_published"),
        (ClockStart.ACKNOWLEDGED, "notice.why.not_acknowledged"),
    ],
)
def test_without_its_own_event_no_clock_starts_although_the_notice_was_sent(start, key):
    found = dates_for(clock_starts=start)
    assert why(found) == key
    assert found.clock_date is None


@pytest.mark.parametrize("start", [ClockStart.SENT, ClockStart.DEEMED_RECEIVED])
def test_what_was_not_sent_has_no_date(start):
    assert why(dates_for(events=Events(), clock_starts=start)) == "notice.why.not_sent"


def acknowledged(day: date, *, sent=SENT, zone=NEW_YORK):
    return dates_for(
        zone, events=Events(sent_at=sent, acknowledged_on=day), clock_starts=ClockStart.ACKNOWLEDGED
    )


def test_an_acknowledgement_starts_the_clock_on_its_date():
    assert acknowledged(D(2026, 12, 7)).clock_date == D(2026, 12, 7)
    assert acknowledged(D(2026, 12, 7), sent=None).clock_date == D(2026, 12, 7)


def test_an_acknowledgement_never_counts_from_before_the_date_of_sending():
    assert acknowledged(D(2026, 12, 1), zone=ZAGREB).clock_date == D(2026, 12, 2)
    assert acknowledged(D(2026, 12, 1)).clock_date == D(2026, 12, 1)


def test_an_acknowledgement_before_the_sending_is_an_error_not_a_date():
    assert why(acknowledged(D(2026, 11, 30))) == "notice.why.acknowledged_before_sent"


def test_the_start_day_counts_where_the_contract_says_so_in_business_days_too():
    tuesday = dates_for(notice_days=5, notice_unit=DayUnit.BUSINESS, count_rule=CountRule.INCLUDE_START_DAY)
    assert (tuesday.clock_date, tuesday.last_notice_day) == (D(2026, 12, 1), D(2026, 12, 7))
    sunday = Events(sent_at=datetime(2026, 12, 6, 12, 0, tzinfo=UTC))
    found = dates_for(
        events=sunday, notice_days=1, notice_unit=DayUnit.BUSINESS, count_rule=CountRule.INCLUDE_START_DAY
    )
    assert (found.clock_date, found.last_notice_day) == (D(2026, 12, 6), D(2026, 12, 7))


@pytest.mark.parametrize("rule", list(CountRule))
def test_no_notice_period_still_ends_on_the_day_of_the_notice_itself(rule):
    found = dates_for(notice_days=0, count_rule=rule, objection_blocks=ObjectionBlocks.NEVER)
    assert (found.last_notice_day, found.earliest) == (D(2026, 12, 1), D(2026, 12, 2))


def test_an_objection_window_longer_than_the_notice_holds_the_date():
    found = dates_for(notice_days=10, objection_days=30)
    assert (found.last_notice_day, found.last_objection_day) == (D(2026, 12, 11), D(2026, 12, 31))
    assert found.earliest == D(2027, 1, 1)


def test_an_objection_window_shorter_than_the_notice_does_not_shorten_it():
    found = dates_for(notice_days=30, objection_days=5)
    assert (found.last_objection_day, found.earliest) == (D(2026, 12, 7), D(2027, 1, 1))


@pytest.mark.parametrize("blocks", [ObjectionBlocks.ONLY_IF_RAISED, ObjectionBlocks.NEVER])
def test_a_window_that_does_not_hold_is_still_named(blocks):
    found = dates_for(notice_days=10, objection_days=30, objection_blocks=blocks)
    assert (found.last_objection_day, found.earliest) == (D(2026, 12, 31), D(2026, 12, 12))
    assert msg("notice.step.window_does_not_hold", rule="R10", day=D(2026, 12, 31)) in found.steps


def test_that_use_begins_before_the_window_ends_is_said_only_where_it_does():
    found = dates_for(notice_days=30, objection_days=14, objection_blocks=ObjectionBlocks.NEVER)
    assert found.earliest > found.last_objection_day
    assert "notice.step.window_does_not_hold" not in {one.key for one in found.steps}
    found = dates_for(notice_days=14, objection_days=14, objection_blocks=ObjectionBlocks.NEVER)
    assert (found.earliest, found.last_objection_day) == (D(2026, 12, 16), D(2026, 12, 15))
    assert "notice.step.window_does_not_hold" not in {one.key for one in found.steps}


def test_commission_clauses_set_the_contracts_own_objection_term_aside():
    found = dates_for(notice_days=10, objection_days=30, commission_clauses=True)
    assert found.last_objection_day == D(2026, 12, 11)
    assert found.steps[0] == msg("notice.lock.commission", rule="R6", days=30)


def test_a_critical_function_under_dora_waits_for_the_window_whatever_the_contract_says():
    open_terms = {"notice_days": 10, "objection_days": 30, "objection_blocks": ObjectionBlocks.NEVER}
    assert dates_for(**open_terms, dora=True).earliest == D(2026, 12, 12)
    assert dates_for(**open_terms, critical_function=True).earliest == D(2026, 12, 12)
    assert dates_for(**open_terms, dora=True, critical_function=True).earliest == D(2027, 1, 1)


def test_our_own_engagement_can_be_what_makes_a_function_critical():
    found = customer_dates(
        a_customer(),
        some_terms(notice_days=10, objection_days=30, objection_blocks=ObjectionBlocks.NEVER, dora=True),
        Events(sent_at=SENT),
        calendar=WEEKENDS_ONLY,
        our_zone="UTC",
        critical_engagement=True,
    )
    assert found.earliest == D(2027, 1, 1)
    assert found.steps[0] == msg("notice.lock.dora", rule="R7")


def test_specific_authorisation_never_starts_by_silence():
    found = dates_for(authorisation=Authorisation.SPECIFIC)
    assert why(found) == "notice.why.no_approval"
    assert found.last_objection_day is None


def test_specific_authorisation_shows_the_lead_time_while_the_approval_is_missing():
    found = dates_for(authorisation=Authorisation.SPECIFIC, request_lead_days=10)
    assert why(found) == "notice.why.no_approval"
    assert (found.clock_date, found.last_notice_day) == (D(2026, 12, 1), D(2026, 12, 11))


def test_specific_authorisation_needs_the_request_sent_where_a_lead_time_is_agreed():
    found = dates_for(
        events=Events(approved_on=D(2026, 12, 5)),
        authorisation=Authorisation.SPECIFIC,
        request_lead_days=10,
    )
    assert why(found) == "notice.why.not_sent"


@pytest.mark.parametrize("state", [ObjectionState.RECEIVED, ObjectionState.IN_DISCUSSION])
@pytest.mark.parametrize("blocks", list(ObjectionBlocks))
def test_an_open_objection_blocks_but_the_windows_stay_visible(state, blocks):
    found = dates_for(
        events=Events(sent_at=SENT, objections=(an_objection(state=state),)), objection_blocks=blocks
    )
    assert why(found) == "notice.why.open_objection"
    assert found.last_notice_day == D(2026, 12, 31)
    assert not found.kept_off


@pytest.mark.parametrize(
    "state", [ObjectionState.WITHDRAWN, ObjectionState.CORRECTED, ObjectionState.OVERRIDDEN]
)
def test_a_settled_objection_leaves_the_date_as_it_was(state):
    found = dates_for(events=Events(sent_at=SENT, objections=(an_objection(state=state),)))
    assert found.earliest == D(2027, 1, 1)


@pytest.mark.parametrize(
    "state",
    [
        ObjectionState.CUSTOMER_EXCLUDED,
        ObjectionState.ACCEPTED_ALTERNATIVE,
        ObjectionState.TERMINATION_PARTIAL,
        ObjectionState.TERMINATION_FULL,
    ],
)
def test_whoever_leaves_or_gets_another_way_is_kept_off(state):
    found = dates_for(events=Events(sent_at=SENT, objections=(an_objection(state=state),)))
    assert why(found) == "notice.why.kept_off"
    assert found.kept_off
    noted = an_objection(state=state, outcome_note="Moves to the old cluster")
    because = dates_for(events=Events(sent_at=SENT, objections=(noted,))).why
    assert because == msg("notice.why.kept_off_because", reason="Moves to the old cluster")


def test_an_excluded_customer_is_kept_off_whatever_else_is_missing():
    found = dates_for(events=Events(excluded=True, excluded_why="Stays on the old set-up"))
    assert found.kept_off
    assert found.why == msg("notice.why.kept_off_because", reason="Stays on the old set-up")


def test_a_cancelled_change_has_no_date():
    settled = an_objection(state=ObjectionState.CHANGE_CANCELLED)
    assert why(dates_for(events=Events(sent_at=SENT, objections=(settled,)))) == "notice.why.cancelled"


def removal(**facts):
    return customer_dates(
        a_customer(),
        some_terms(authorisation=Authorisation.SPECIFIC),
        Events(**facts),
        calendar=WEEKENDS_ONLY,
        our_zone="UTC",
        kind=ChangeKind.REMOVE,
    )


def test_a_removal_is_told_and_starts_no_period():
    found = removal(sent_at=SENT, objections=(an_objection(),))
    assert (found.clock_date, found.earliest) == (D(2026, 12, 1), D(2026, 12, 1))
    assert (found.last_notice_day, found.last_objection_day) == (None, None)


def test_a_removal_that_nobody_was_told_of_has_no_date():
    assert why(removal()) == "notice.why.not_sent"


def test_a_year_outside_the_holiday_table_blocks_with_place_and_year():
    found = dates_for(ZAGREB, calendar=CROATIA, notice_days=396)
    assert why(found) == "notice.unknown_year"
    assert found.why.params == {"place": "HR", "year": 2028}
    assert found.last_notice_day == D(2028, 1, 2)


def test_the_last_year_of_the_table_still_counts():
    assert dates_for(ZAGREB, calendar=CROATIA, notice_days=393).earliest == D(2027, 12, 31)


@pytest.mark.parametrize("blocks", list(ObjectionBlocks))
def test_the_year_blocks_even_where_only_the_objection_day_needs_it(blocks):
    assert (
        why(dates_for(ZAGREB, calendar=CROATIA, notice_days=396, objection_blocks=blocks))
        == "notice.unknown_year"
    )


def test_an_unknown_zone_blocks():
    assert why(dates_for("Europe/Atlantis")) == "notice.unknown_zone"


def test_impossible_terms_block_instead_of_counting_backwards():
    assert why(dates_for(notice_days=-5)) == "notice.terms.negative"
    assert why(dates_for(notice_days=100000)) == "notice.terms.too_long"


def test_of_contradicting_versions_the_later_date_counts_and_no_date_is_later_still():
    ten = dates_for(id="annex", notice_days=10, notice_unit=DayUnit.BUSINESS)
    fourteen = dates_for(id="body", notice_days=13)
    unknown = dates_for(id="rider", clock_starts=ClockStart.ACKNOWLEDGED)
    assert strictest([fourteen, ten]).terms_id == "annex"
    assert strictest([ten, fourteen, unknown]).terms_id == "rider"


def test_the_sum_in_words_has_every_step_in_order():
    found = dates_for(
        ZAGREB,
        clock_starts=ClockStart.DEEMED_RECEIVED,
        deemed_days=2,
        notice_days=30,
        objection_days=32,
        count_rule=CountRule.INCLUDE_START_DAY,
    )
    assert [step.key for step in found.steps] == [
        "notice.step.sent_later_date",
        "notice.step.deemed_calendar",
        "notice.step.start_day_counts",
        "notice.step.notice_calendar",
        "notice.step.objection_calendar",
        "notice.step.day_after",
    ]
    assert found.steps[-1] == msg("notice.step.day_after", rule="R4", last=D(2027, 1, 4), day=D(2027, 1, 5))


CHANGE = Change(
    id="c-1", number="2026-07", kind=ChangeKind.ADD, engagement_id="e-1", planned_on=D(2027, 2, 2),
    published_on=D(2026, 12, 10), published_proof="List 3",
)  # fmt: skip


def test_events_come_from_the_change_the_notice_and_the_objections():
    notice = Notice(
        id="n-1", change_id="c-1", customer_id="Northwind", sent_at=SENT, acknowledged_on=D(2026, 12, 5),
        approved_on=D(2026, 12, 6), approved_timed=True, excluded=True,
    )  # fmt: skip
    assert events_of(CHANGE, notice, [an_objection()]) == Events(
        sent_at=SENT, published_on=D(2026, 12, 10), published_proof="List 3", acknowledged_on=D(2026, 12, 5),
        approved_on=D(2026, 12, 6), approved_timed=True, excluded=True, objections=(an_objection(),),
    )  # fmt: skip


def test_a_what_if_replaces_the_moment_of_sending_and_nothing_else():
    later = datetime(2027, 1, 1, tzinfo=UTC)
    notice = Notice(id="n-1", change_id="c-1", customer_id="Northwind", sent_at=SENT)
    assert events_of(CHANGE, notice, sent_at=later).sent_at == later
    published = {"published_on": D(2026, 12, 10), "published_proof": "List 3"}
    assert events_of(CHANGE, None, sent_at=later) == Events(sent_at=later, **published)
