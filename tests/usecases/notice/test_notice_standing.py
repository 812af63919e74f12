"""What notices and their dates permit: sending, being ready, resuming; and what a cancelled change is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.gate import TO_CONTRACTING, a_gate, assessed
from tests.support.offices import put
from vendorrisk.domain.decision.dossier import NoticeStanding
from vendorrisk.domain.decision.guards import evaluate
from vendorrisk.domain.message import Refused
from vendorrisk.domain.notice.records import ChangeKind, ChangeState, DataCentre, Notice, ObjectionState
from vendorrisk.domain.register.records import Engagement, Origin, Stage
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision.dossiers import dossier_of
from vendorrisk.usecases.notice import changes, notices, objections


@pytest.fixture
def gate():
    """Under contract, next to be announced; the office's date is 23 November 2026."""
    gate = assessed(a_gate())
    gate.move(*TO_CONTRACTING, Stage.NOTICE_PENDING)
    return gate


def dossier(gate, **changed):
    engagement = replace(gate.engagement, **changed)
    with gate.office.book.reading() as reader:
        return dossier_of(gate.office, reader, engagement)


def facts(gate, *guards):
    return [one.fact.key for result in evaluate(dossier(gate), guards) for one in result.facts]


def refusal(gate, stage):
    with pytest.raises(Refused) as refused:
        gate.move(stage)
    return [one.fact for one in refused.value.blocked]


def told(gate, change, customer, *, proof="Mail log"):
    """The notice as if its letter had gone out now."""
    with gate.office.book.act(notices.MARK_SENT, change=change.id) as desk:
        desk.put(
            Notice(
                id=gate.office.new_id(), change_id=change.id, customer_id=customer.id,
                sent_at=gate.office.clock.now(), proof=proof, content_sha256="a",
            )
        )  # fmt: skip


def test_notices_are_not_sent_for_a_day_before_the_first_that_terms_permit(gate):
    gate.customer()
    gate.change(date(2026, 12, 23))
    (fact,) = refusal(gate, Stage.NOTICE_RUNNING)
    assert fact.key == "need.go_live_later"
    assert fact.params == {"on": date(2026, 12, 23), "earliest": date(2026, 12, 24)}


def test_notices_are_sent_for_the_first_day_that_terms_permit(gate):
    gate.customer()
    gate.change(date(2026, 12, 24))
    assert gate.move(Stage.NOTICE_RUNNING).engagement.stage is Stage.NOTICE_RUNNING


def test_a_date_that_would_do_is_no_notice(gate):
    customer = gate.customer()
    change = gate.change(date(2026, 12, 24))
    assert facts(gate, "G8") == ["guard.G8.not_sent"]
    told(gate, change, customer, proof="")
    assert facts(gate, "G8") == ["guard.G8.no_proof"]
    told(gate, change, customer)
    assert facts(gate, "G8") == []


def test_a_customer_whose_approval_is_missing_does_not_keep_letters_back(gate):
    gate.customer(authorisation="SPECIFIC")
    gate.change(gate.clock.day)
    gate.move(Stage.NOTICE_RUNNING)
    assert facts(gate, "G8", "G9") == ["guard.G8.not_sent", "guard.G9.no_approval"]


def test_recipients_that_were_never_computed_are_not_nobody(gate):
    assert dossier(gate).notice is None
    assert facts(gate, "G8", "G9") == ["guard.G8.not_computed", "guard.G9.not_computed"]


def test_of_what_was_in_use_before_the_register_nobody_is_told_anew(gate):
    assert dossier(gate, origin=Origin.IN_USE_BEFORE).notice == NoticeStanding()


def test_a_cancelled_change_stands_in_the_way_until_there_is_another(gate):
    first = gate.change(date(2026, 12, 24))
    notices.cancel(gate.office, first.id)
    editing.edit(gate.office, Engagement, gate.engagement_id, {"planned_live": "2027-02-01"})
    assert facts(gate, "G8", "G9") == ["guard.G9.cancelled"]
    assert dossier(gate).go_live == date(2027, 2, 1)
    gate.change(date(2027, 3, 1))
    assert facts(gate, "G8", "G9") == []
    assert dossier(gate).go_live == date(2027, 3, 1)


def test_a_change_that_an_objection_ended_is_cancelled_too(gate):
    customer = gate.customer()
    change = gate.change(date(2026, 12, 24))
    objection = objections.object_to(gate.office, change.id, customer.id, gate.office.clock.now())
    objections.resolve(gate.office, objection.id, ObjectionState.CHANGE_CANCELLED)
    assert "guard.G9.cancelled" in facts(gate, "G9")


def test_a_second_change_lifts_nothing_that_the_first_says(gate):
    customer = gate.customer()
    gate.customer("Southwind", authorisation="SPECIFIC")
    first = gate.change(date(2026, 12, 24))
    told(gate, first, customer)
    objections.object_to(gate.office, first.id, customer.id, gate.office.clock.now())
    before = facts(gate, "G8", "G9")
    assert before == ["guard.G8.not_sent", "guard.G9.no_approval", "guard.G9.objection"]
    put(gate, DataCentre(id="dc", code="NONE"))
    changes.new_change(gate.office, ChangeKind.ADD, gate.engagement_id, date(2026, 12, 1), regions=["NONE"])
    assert facts(gate, "G8", "G9") == before
    assert dossier(gate).go_live == date(2026, 12, 24)
    assert not dossier(gate).notice.text_approved
    assert "Northwind (2026-01)" in {one.customer for one in dossier(gate).notice.customers}


def test_what_was_objected_to_a_live_change_stays_when_another_is_started(gate):
    customer = gate.customer()
    change = gate.change(date(2026, 12, 24))
    told(gate, change, customer)
    with gate.office.book.act(notices.GO_LIVE, change=change.id) as desk:
        desk.put(replace(change, state=ChangeState.LIVE, live_on=gate.clock.day))
    objections.object_to(gate.office, change.id, customer.id, gate.office.clock.now())
    gate.change(date(2027, 3, 1))
    assert "guard.G9.objection" in facts(gate, "G9")


def test_a_removal_says_nothing_of_going_live(gate):
    gate.change(date(2027, 3, 1), ChangeKind.REMOVE)
    assert (dossier(gate).notice, dossier(gate).go_live) == (None, None)


def test_resuming_needs_no_notice_to_those_who_came_after_it_was_live(gate):
    customer = gate.customer()
    change = gate.change(date(2026, 12, 24))
    gate.move(Stage.NOTICE_RUNNING)
    told(gate, change, customer)
    gate.later(31)
    gate.move(Stage.READY, Stage.LIVE)
    notices.go_live(gate.office, change.id)
    gate.customer("Southwind")
    gate.move(Stage.SUSPENDED)
    gate.later(7)
    assert gate.clock.day == date(2026, 12, 24) + timedelta(days=7)
    assert gate.move(Stage.LIVE).engagement.stage is Stage.LIVE
