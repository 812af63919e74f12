"""Objections: when one may have come in, and which outcomes it may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.support.gate import a_writing_gate
from tests.support.offices import stored
from tests.support.sendable import sent, written
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.records import (
    Change,
    Objection,
    ObjectionState,
    Terms,
)
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases import editing
from vendorrisk.usecases.notice import objections

OVERRIDDEN = ObjectionState.OVERRIDDEN


@pytest.fixture
def gate():
    """On 23 November 2026, with a change for 1 March 2027."""
    return a_writing_gate()


@pytest.fixture
def change(gate):
    return gate.change(date(2027, 3, 1))


# Outcomes of objections.


def objection(gate, change, customer, on):
    at = datetime.combine(on, datetime.min.time(), tzinfo=UTC) + timedelta(hours=12)
    return objections.object_to(gate.office, change.id, customer.id, at)


def outcome(gate, raised, to=OVERRIDDEN):
    try:
        return objections.resolve(gate.office, raised.id, to).state
    except Refused:
        with gate.office.book.reading() as reader:
            assert reader.get(Objection, raised.id) == raised
        return None


@pytest.mark.parametrize(("on", "state"), [(date(2026, 12, 23), None), (date(2026, 12, 24), OVERRIDDEN)])
def test_only_an_objection_after_the_last_day_of_the_notice_can_be_overridden(
    gate, change, tmp_path, on, state
):
    customer = gate.customer()
    written(gate, change, tmp_path)
    sent(gate, change)
    gate.later(40)
    assert outcome(gate, objection(gate, change, customer, on)) is state


def test_the_terms_of_the_notice_decide_and_not_those_agreed_since(gate, change, tmp_path):
    customer = gate.customer()
    written(gate, change, tmp_path)
    sent(gate, change)
    with gate.office.book.act(editing.ADD[Terms]) as desk:
        (before,) = desk.find(Terms)
        newer = replace(before, id="newer", objection_blocks="NEVER", valid_from=date(2026, 12, 1))
        desk.put(replace(before, valid_to=date(2026, 11, 30)), newer)
    gate.later(11)
    assert outcome(gate, objection(gate, change, customer, date(2026, 12, 3))) is None


@pytest.mark.parametrize(("critical", "state"), [("no", OVERRIDDEN), ("yes", None)])
def test_nobody_overrides_a_bank_where_our_engagement_is_critical(gate, change, tmp_path, critical, state):
    customer = gate.customer(dora=True, objection_blocks="NEVER")
    editing.edit(gate.office, Engagement, gate.engagement_id, {"critical_function": critical})
    written(gate, change, tmp_path)
    sent(gate, change)
    gate.later(60)
    assert outcome(gate, objection(gate, change, customer, date(2027, 1, 15))) is state


def test_before_a_notice_is_sent_no_objection_is_late(gate, change):
    customer = gate.customer()
    gate.later(1)
    raised = objection(gate, change, customer, date(2026, 11, 23))
    assert outcome(gate, raised) is None
    assert outcome(gate, raised, ObjectionState.WITHDRAWN) is ObjectionState.WITHDRAWN


# When an objection may have come in.


def test_what_was_noted_in_discussion_stays_when_the_outcome_says_nothing(gate, change):
    customer = gate.customer()
    raised = objections.object_to(gate.office, change.id, customer.id, gate.office.clock.now())
    objections.resolve(gate.office, raised.id, ObjectionState.IN_DISCUSSION, note="Ms Keller asks for a call")
    settled = objections.resolve(gate.office, raised.id, ObjectionState.WITHDRAWN)
    assert (settled.state, settled.outcome_note) == (ObjectionState.WITHDRAWN, "Ms Keller asks for a call")


def test_an_objection_cannot_have_come_in_from_the_future(gate, change):
    customer = gate.customer()
    with pytest.raises(UserError) as refused:
        objections.object_to(gate.office, change.id, customer.id, gate.clock.at + timedelta(hours=1))
    assert (refused.value.what.key, stored(gate, Objection)) == ("objection.future", [])


def test_an_objection_from_before_the_sending_is_refused_with_the_day_of_sending(gate, change, tmp_path):
    customer = gate.customer()
    written(gate, change, tmp_path)
    (notice,) = sent(gate, change)
    minute = notice.sent_at.replace(second=0, microsecond=0)
    with pytest.raises(UserError) as refused:
        objections.object_to(gate.office, change.id, customer.id, minute - timedelta(minutes=1))
    assert refused.value.what.key == "objection.before_sent"
    assert refused.value.what.params["day"] == date(2026, 11, 23)
    assert stored(gate, Objection) == []
    assert objections.object_to(gate.office, change.id, customer.id, minute).received_at == minute


def test_who_was_told_by_publication_may_object_before_the_letter(gate, change, tmp_path):
    customer = gate.customer()
    written(gate, change, tmp_path)
    (notice,) = sent(gate, change)
    with gate.office.book.act(editing.EDIT[Change]) as desk:
        desk.put(replace(desk.get(Change, change.id), published_on=date(2026, 11, 22)))
    raised = objections.object_to(gate.office, change.id, customer.id, notice.sent_at - timedelta(hours=3))
    assert stored(gate, Objection) == [raised]


def test_a_customer_has_one_open_objection_to_a_change_at_a_time(gate, change):
    customer, other = gate.customer(), gate.customer("Southwind")
    first = objections.object_to(gate.office, change.id, customer.id, gate.clock.at)
    with pytest.raises(Refused) as refused:
        objections.object_to(gate.office, change.id, customer.id, gate.clock.at)
    assert refused.value.what.params == {"customer": "Northwind", "at": first.received_at}
    objections.object_to(gate.office, change.id, other.id, gate.clock.at)
    objections.resolve(gate.office, first.id, ObjectionState.WITHDRAWN)
    objections.object_to(gate.office, change.id, customer.id, gate.clock.at)
    assert len(stored(gate, Objection)) == 3
