"""Notices: what counts as sent, when answers may have come, and when a change is live."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.edited import edit_values
from tests.support.gate import a_writing_gate
from tests.support.sendable import in_use, sent, written
from vendorrisk.domain.message import BadInput, Refused, UserError
from vendorrisk.domain.notice.records import (
    Change,
    ChangeKind,
    Customer,
    Notice,
    Terms,
)
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice import notices, objections
from vendorrisk.usecases.notice.changes import dates, plan_for
from vendorrisk.usecases.notice.publication import record_published


@pytest.fixture
def gate():
    """On 23 November 2026, with a change for 1 March 2027."""
    return a_writing_gate()


@pytest.fixture
def change(gate):
    return gate.change(date(2027, 3, 1))


def lacks(gate, change):
    with pytest.raises(BadInput) as refused:
        sent(gate, change)
    with gate.office.book.reading() as reader:
        assert [one.sent_at for one in reader.find(Notice)] == [None] * len(reader.find(Notice))
    return [(one.where, one.what.key.removeprefix("notice.check.")) for one in refused.value.problems]


def test_a_letter_of_today_counts_when_it_is_sent_today(gate, change, tmp_path):
    gate.customer()
    written(gate, change, tmp_path)
    (notice,) = sent(gate, change)
    assert (notice.stated_end, notice.proof) == (date(2026, 12, 23), "mail log")


def test_a_letter_sent_later_than_its_day_names_too_early_an_end_and_is_written_again(gate, change, tmp_path):
    gate.customer("Northwind")
    gate.customer("Southwind", clock_starts="ACKNOWLEDGED")
    written(gate, change, tmp_path)
    gate.later(1)
    assert lacks(gate, change) == [("Northwind", "N-4.deadline")]
    written(gate, change, tmp_path)
    assert {one.stated_end for one in sent(gate, change)} == {date(2026, 12, 24), None}


def test_a_letter_cannot_have_gone_out_before_it_was_written(gate, change, tmp_path):
    gate.customer()
    written(gate, change, tmp_path)
    twelve_days_ago = gate.clock.at - timedelta(days=12)
    with pytest.raises(BadInput) as refusal:
        notices.mark_sent(gate.office, change.id, twelve_days_ago, proof="mail log")
    assert [one.what.key for one in refusal.value.problems] == ["notice.check.N-4.written"]


def test_what_the_letter_promises_is_kept_where_terms_ask_for_less(gate, change, tmp_path):
    customer = gate.customer()
    written(gate, change, tmp_path)
    (notice,) = sent(gate, change)
    with gate.office.book.act(editing.EDIT[Terms]) as desk:
        (terms,) = desk.find(Terms)
        desk.put(replace(terms, notice_days=10))
    with gate.office.book.reading() as reader:
        ((_, found),) = dates(gate.office, reader, change).dates
    assert (found.last_objection_day, found.earliest) == (notice.stated_end, date(2026, 12, 24))
    assert customer.id == found.customer_id


# On which days an answer can have come.


def answered(gate, change, customer, **days):
    with pytest.raises(UserError) as refusal:
        notices.record_answer(gate.office, change.id, customer.id, **days)
    return refusal.value.what.key


@pytest.mark.parametrize("kind", ["approved_on", "acknowledged_on"])
def test_an_answer_comes_after_its_question_and_not_from_the_future(gate, change, tmp_path, kind):
    customer = gate.customer(authorisation="SPECIFIC")
    assert answered(gate, change, customer, **{kind: date(2020, 1, 1)}) == "answer.before_change"
    assert answered(gate, change, customer, **{kind: date(2030, 1, 1)}) == "answer.future"
    gate.later(3)
    written(gate, change, tmp_path)
    sent(gate, change)
    assert answered(gate, change, customer, **{kind: date(2026, 11, 25)}) == "answer.before_sent"
    day = date(2026, 11, 26)
    kept = notices.record_answer(gate.office, change.id, customer.id, **{kind: day})
    assert getattr(kept, kind) == day


def test_where_an_answer_is_filed_stays_until_another_place_is_given(gate, change):
    customer = gate.customer(authorisation="SPECIFIC")

    def filed(proof):
        day = date(2026, 11, 23)
        return notices.record_answer(
            gate.office, change.id, customer.id, approved_on=day, proof=proof
        ).answer_proof

    assert [filed(one) for one in ("", " Mail 7 ", "", "Letter 8")] == ["", "Mail 7", "Mail 7", "Letter 8"]


def test_the_hour_of_an_approval_stays_with_it_until_the_approval_is_of_another_day(gate, change):
    customer = gate.customer(authorisation="SPECIFIC")

    def timed(**given):
        return notices.record_answer(gate.office, change.id, customer.id, **given).approved_timed

    opened = date(2026, 11, 23)
    assert timed(approved_on=opened, approved_timed=True)
    assert timed(acknowledged_on=opened)
    assert timed(approved_on=opened)
    assert not timed(approved_on=opened, approved_timed=False)
    assert timed(approved_on=opened, approved_timed=True)
    gate.later(1)
    assert not timed(approved_on=date(2026, 11, 24))


def test_nothing_of_a_change_is_published_or_objected_to_before_it_was_opened(gate, change):
    customer = gate.customer()
    with pytest.raises(UserError) as refusal:
        record_published(gate.office, change.id, date(2026, 11, 22), proof="Archive")
    assert refusal.value.what.key == "answer.before_change"
    with pytest.raises(UserError) as refusal:
        objections.object_to(gate.office, change.id, customer.id, gate.clock.at - timedelta(days=1))
    assert refusal.value.what.key == "answer.before_change"


def test_what_was_sent_before_it_is_recorded_counts_from_that_day(gate, change, tmp_path):
    gate.customer()
    written(gate, change, tmp_path)
    day = gate.office.clock.now()
    gate.later(3)
    (notice,) = notices.mark_sent(gate.office, change.id, day, proof="mail log")
    assert notice.sent_at == day


def refused(gate, doing):
    with pytest.raises(Refused) as refusal:
        doing()
    return [(one.guard, one.fact.key) for one in refusal.value.blocked]


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.APPROVED, Stage.CONTRACTING, Stage.TERMINATED])
def test_nobody_is_told_before_contract_and_transfers_are_settled(gate, change, tmp_path, stage):
    gate.customer()
    written(gate, change, tmp_path)
    edit_values(gate.office, Engagement, gate.engagement_id, stage=stage)
    assert refused(gate, lambda: sent(gate, change)) == [("send_notices", "need.stage_to_tell")]


def test_a_text_that_nobody_released_is_not_sent(gate, change, tmp_path):
    gate.customer()
    written(gate, change, tmp_path)
    with gate.office.book.act(editing.EDIT[Change]) as desk:
        desk.put(replace(desk.get(Change, change.id), text_approved_by="", text_approved_on=None))
    assert refused(gate, lambda: sent(gate, change)) == [("send_notices", "need.notice_text")]


def test_a_planned_day_before_the_first_that_terms_permit_is_not_sent(gate, change, tmp_path):
    gate.customer()
    plan_for(gate.office, change.id, date(2026, 12, 23))
    written(gate, change, tmp_path)
    assert refused(gate, lambda: sent(gate, change)) == [("send_notices", "need.go_live_later")]


def test_what_is_over_is_not_sent(gate, change, tmp_path):
    gate.customer()
    written(gate, change, tmp_path)
    notices.cancel(gate.office, change.id)
    assert refused(gate, lambda: sent(gate, change)) == []


def test_a_removal_is_told_of_what_was_in_use(gate, tmp_path):
    gate.customer()
    removal = gate.change(date(2027, 3, 1), ChangeKind.REMOVE)
    written(gate, removal, tmp_path)
    assert refused(gate, lambda: sent(gate, removal)) == [("send_notices", "need.stage_to_remove")]
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.EXITING)
    assert [one.proof for one in sent(gate, removal)] == ["mail log"]
    gate.later(98)
    assert notices.go_live(gate.office, removal.id).live_on == date(2027, 3, 1)


def test_a_change_goes_live_after_its_engagement_and_under_its_guards(gate, change, tmp_path):
    gate.customer()
    written(gate, change, tmp_path)
    sent(gate, change)
    gate.later(98)
    going = lambda: notices.go_live(gate.office, change.id)  # noqa: E731
    found = refused(gate, going)
    assert found[0] == ("go_live", "need.stage_to_be_live")
    assert {guard for guard, _ in found} >= {"G2"}
    in_use(gate.office, gate.engagement_id)
    assert going().live_on == date(2027, 3, 1)


def test_a_notice_without_an_address_or_by_another_channel_does_not_count(gate, change, tmp_path):
    customer = gate.customer()
    gate.customer("Southwind")
    written(gate, change, tmp_path)
    with gate.office.book.act(editing.EDIT[Customer]) as desk:
        desk.put(replace(customer, email=""))
    assert refused(gate, lambda: sent(gate, change)) == [("send_notices", "need.channel")]
    with gate.office.book.act(editing.EDIT[Customer], id="again") as desk:
        desk.put(replace(desk.get(Customer, customer.id), email="privacy@customer.example"))
    with gate.office.book.act(editing.EDIT[Terms]) as desk:
        desk.put(
            *(replace(one, channel="PORTAL") for one in desk.find(Terms) if one.customer_id != customer.id)
        )
    assert lacks(gate, change) == [("Southwind", "N-4.channel")]


def test_going_live_too_early_counts_whom_it_waits_for_and_names_the_first(gate, change):
    for number in range(9):
        gate.customer(f"Customer {number}")
    with pytest.raises(Refused) as refused:
        notices.go_live(gate.office, change.id)
    told = gate.office.words.say(refused.value.what)
    assert told.startswith("The change cannot go live yet. It waits for 9 of its customers: Customer 0, ")
    assert "Customer 8" not in told
    assert "4 more" in told
