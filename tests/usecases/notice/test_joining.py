"""Customers who join a notice under way, and excluded ones who come back into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.gate import a_writing_gate
from tests.support.sendable import in_use, sent, written
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.records import (
    Authorisation,
    Change,
    Customer,
    Notice,
    ObjectionState,
    Onboarding,
    Terms,
)
from vendorrisk.usecases.decision.telling import against_going_live
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import notices, objections
from vendorrisk.usecases.notice.change_view import change_view
from vendorrisk.usecases.notice.changes import dates, explained
from vendorrisk.usecases.notice.letters import drafts_of, write_letters
from vendorrisk.usecases.notice.onboarding import record_onboarding
from vendorrisk.usecases.notice.taking_in import take_in
from vendorrisk.usecases.notice.together import Pace

TOLD, JOINED = date(2026, 11, 23), date(2026, 11, 28)


@pytest.fixture
def gate(tmp_path):
    """One customer was told on 23 November 2026, with 30 days; today is 30 November."""
    gate = a_writing_gate()
    gate.customer()
    gate.announced = gate.change(date(2026, 12, 31))
    written(gate, gate.announced, tmp_path)
    sent(gate, gate.announced)
    gate.later(7)
    return gate


def a_newcomer(gate, name="Hexa", since=JOINED, **terms):
    customer = gate.customer(name, **terms)
    with gate.office.book.act(EDIT[Customer]) as desk:
        joined = replace(customer, since=since)
        desk.put(joined)
    return joined


def counted(gate):
    with gate.office.book.reading() as reader:
        found = dates(gate.office, reader, gate.announced)
    return {customer.name: one for customer, one in found.dates}, found


def keys(problems):
    return [one.what.key for one in problems]


def reasons(gate):
    with gate.office.book.reading() as reader:
        judged = explained(reader, gate.announced)
    return {one.name: gate.office.say(reach.reason) for one, reach in judged.affected}, judged


def blocking(gate):
    return [one.fact.key for one in against_going_live(gate.office, gate.announced.id) if one.guard == "G8"]


def test_whoever_joined_is_named_with_reason_and_remedy_and_holds_no_date_back(gate):
    a_newcomer(gate)
    by_name, found = counted(gate)
    hexa = by_name["Hexa"]
    assert (hexa.joined, hexa.pack_due, hexa.clock_date) == (True, True, None)
    assert (found.overall.earliest, found.overall.blocked_by) == (date(2026, 12, 24), ())
    assert keys(found.problems) == ["notice.check.N-9.pack_due"]
    told, judged = reasons(gate)
    joined = "became a customer on 28 November 2026, after the notice of 23 November 2026"
    assert told["Hexa"].endswith(joined)
    assert keys(judged.problems) == ["notice.check.N-9.pack_due"]
    assert [one.key for one in judged.affected[0][1].warnings] == ["notice.doubt.pack_due"]


def test_whoever_joined_gets_no_letter_and_is_not_waited_for(gate, tmp_path):
    a_newcomer(gate)
    with pytest.raises(Refused) as refused:
        write_letters(gate.office, gate.announced.id, tmp_path / "more")
    assert refused.value.what.key == "letters.all_sent"
    view = change_view(gate.office, gate.announced.id)
    assert [one.customer.name for one in view.pack_due] == ["Hexa"]
    assert (view.waiting, view.without_letter) == ((), ())
    assert [(one.pace, one.agreed) for one in view.groups] == [(Pace.NOTICE, 0), (Pace.JOINED, 0)]


def test_the_change_does_not_go_live_until_its_documents_are_recorded(gate):
    hexa = a_newcomer(gate)
    in_use(gate.office, gate.engagement_id)
    assert "guard.G8.pack_due" in blocking(gate)
    record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=JOINED, note="Pack 3.2")
    gate.later(31)
    assert blocking(gate) == []
    by_name, found = counted(gate)
    assert (by_name["Hexa"].earliest, found.overall.earliest) == (date(2026, 11, 29), date(2026, 12, 24))
    assert found.problems == ()
    assert notices.go_live(gate.office, gate.announced.id).live_on == date(2026, 12, 31)


def test_the_refusal_to_go_live_names_the_guard_of_whoever_joined(gate):
    a_newcomer(gate)
    in_use(gate.office, gate.engagement_id)
    gate.later(31)
    with pytest.raises(Refused) as refused:
        notices.go_live(gate.office, gate.announced.id)
    assert refused.value.what.key == "change.not_live"
    assert [one.fact.key for one in refused.value.blocked] == ["guard.G8.pack_due"]


def test_documents_given_on_the_day_of_going_live_count_from_the_next_day(gate):
    hexa = a_newcomer(gate, since=date(2027, 1, 8))
    in_use(gate.office, gate.engagement_id)
    gate.later(31)
    record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=gate.clock.day)
    with pytest.raises(Refused) as refused:
        notices.go_live(gate.office, gate.announced.id)
    assert refused.value.what.key == "change.too_early"
    gate.later(1)
    assert notices.go_live(gate.office, gate.announced.id).live_on == date(2027, 1, 1)


def test_a_customer_whose_first_day_nobody_recorded_is_notified_in_full(gate):
    gate.customer("Contoso")
    by_name, found = counted(gate)
    assert (by_name["Contoso"].joined, by_name["Contoso"].earliest) == (False, date(2026, 12, 31))
    assert keys(found.problems) == ["notice.check.N-9.since_unknown"]
    assert blocking(gate) == ["guard.G8.not_sent"]


def test_a_forgotten_customer_is_notified_in_full(gate):
    a_newcomer(gate, "Forgotten", since=TOLD)
    by_name, found = counted(gate)
    assert (by_name["Forgotten"].joined, found.overall.earliest) == (False, date(2026, 12, 31))
    assert keys(found.problems) == ["notice.check.N-9.in_full"]


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"authorisation": Authorisation.SPECIFIC}, "notice.joined.specific"),
        ({"dora": True, "critical_function": True}, "notice.joined.dora"),
    ],
)
def test_whose_contract_asks_for_more_is_notified_in_full_although_it_joined(gate, terms, why):
    hexa = a_newcomer(gate, **terms)
    by_name, found = counted(gate)
    assert (by_name["Hexa"].joined, by_name["Hexa"].steps[0].params["why"].key) == (False, why)
    assert keys(found.problems) == ["notice.check.N-9.in_full"]
    assert [one.customer.name for one in drafts_of(gate.office, gate.announced.id)] == ["Hexa", "Northwind"]
    with pytest.raises(Refused) as refused:
        record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=JOINED)
    assert refused.value.what.key == "onboarding.in_full"


def test_terms_that_begin_with_the_contract_are_the_ones_asked(gate):
    hexa = a_newcomer(gate, since=date(2026, 12, 10), authorisation=Authorisation.SPECIFIC)
    with gate.office.book.act(EDIT[Terms]) as desk:
        (own,) = desk.find(Terms, customer_id=hexa.id)
        desk.put(replace(own, valid_from=date(2026, 12, 10)))
    by_name, _ = counted(gate)
    assert (by_name["Hexa"].joined, by_name["Hexa"].why.key) == (False, "notice.why.no_approval")


def test_whoever_joined_and_got_no_documents_is_notified_in_full(gate, tmp_path):
    hexa = a_newcomer(gate)
    notice = record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=None)
    assert notice.onboarding is Onboarding.NOT_GIVEN
    by_name, _ = counted(gate)
    assert (by_name["Hexa"].joined, by_name["Hexa"].earliest) == (False, date(2026, 12, 31))
    write_letters(gate.office, gate.announced.id, tmp_path / "more")
    sent(gate, gate.announced)
    assert counted(gate)[1].problems == ()
    with pytest.raises(Refused):
        record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=JOINED)


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 11, 29), "onboarding.late"),
        (date(2026, 11, 22), "answer.before_change"),
    ],
)
def test_documents_are_given_between_the_change_and_the_first_day(gate, day, key):
    hexa = a_newcomer(gate)
    with pytest.raises(UserError) as refused:
        record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=day)
    assert refused.value.what.key == key


def test_documents_cannot_have_been_given_on_a_day_to_come(gate):
    hexa = a_newcomer(gate, since=date(2026, 12, 10))
    with pytest.raises(UserError) as refused:
        record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=date(2026, 12, 1))
    assert refused.value.what.key == "answer.future"


def test_a_letter_cannot_have_gone_to_whoever_gets_none(gate):
    hexa = a_newcomer(gate)
    with pytest.raises(UserError) as refused:
        sent(gate, gate.announced, customer_ids=[hexa.id])
    assert refused.value.what.key == "notice.sent.no_part"


def test_in_a_live_change_a_later_customer_has_nothing_to_wait_for(gate):
    in_use(gate.office, gate.engagement_id)
    gate.later(31)
    gate.announced = notices.go_live(gate.office, gate.announced.id)
    hexa = a_newcomer(gate, since=date(2027, 1, 4))
    by_name, found = counted(gate)
    assert (by_name["Hexa"].earliest, found.problems) == (date(2027, 1, 4), ())
    with pytest.raises(Refused):
        record_onboarding(gate.office, gate.announced.id, hexa.id, given_on=None)


def test_in_a_cancelled_change_nobody_joined(gate):
    a_newcomer(gate)
    notices.cancel(gate.office, gate.announced.id)
    with gate.office.book.reading() as reader:
        gate.announced = reader.get(Change, gate.announced.id)
    assert (counted(gate)[0]["Hexa"].joined, counted(gate)[1].problems) == (False, ())


def test_where_the_zone_is_unknown_nobody_joined_and_no_date_is_named(gate):
    hexa = a_newcomer(gate)
    with gate.office.book.act(EDIT[Customer]) as desk:
        desk.put(replace(hexa, zone="Moon/Base"))
    by_name, found = counted(gate)
    assert (by_name["Hexa"].joined, by_name["Hexa"].why.key) == (False, "notice.unknown_zone")
    assert keys(found.problems) == ["notice.check.N-9.in_full"]


def test_without_any_terms_whoever_joined_waits_for_them(gate):
    hexa = a_newcomer(gate)
    with gate.office.book.act(EDIT[Terms]) as desk:
        desk.remove(*desk.find(Terms, customer_id=hexa.id))
    assert counted(gate)[0]["Hexa"].why.key == "notice.no_terms"
    assert keys(counted(gate)[1].problems) == ["notice.check.N-9.in_full"]


def test_an_excluded_newcomer_is_excluded(gate):
    hexa = a_newcomer(gate)
    notices.exclude(gate.office, gate.announced.id, hexa.id, "Keeps the old set-up")
    by_name, found = counted(gate)
    assert (by_name["Hexa"].kept_off, found.problems, blocking(gate)) == (True, (), [])


def excluded(gate, why="Routed elsewhere"):
    with gate.office.book.reading() as reader:
        (customer,) = reader.find(Customer, name="Northwind")
    return notices.exclude(gate.office, gate.announced.id, customer.id, why)


def back(gate, **wanted):
    return take_in(gate.office, gate.announced.id, excluded(gate).customer_id, "Agreed after all", **wanted)


def test_whoever_is_taken_in_again_needs_a_new_notice_with_its_full_period(gate, tmp_path):
    before = excluded(gate)
    taken = take_in(gate.office, gate.announced.id, before.customer_id, "Agreed after all")
    assert (taken.excluded, taken.excluded_why, taken.sent_at, taken.content_sha256) == (False, "", None, "")
    assert (taken.earlier_sent_at, taken.earlier_proof) == (before.sent_at, "mail log")
    assert (taken.taken_in_on, taken.taken_in_why) == (date(2026, 11, 30), "Agreed after all")
    by_name, found = counted(gate)
    assert (by_name["Northwind"].earliest, found.overall.earliest) == (date(2026, 12, 31), date(2026, 12, 31))
    assert blocking(gate) == ["guard.G8.not_sent"]
    write_letters(gate.office, gate.announced.id, tmp_path / "again")
    (again,) = sent(gate, gate.announced)
    assert again.stated_end == date(2026, 12, 30)
    assert again.earlier_sent_at == before.sent_at


def test_a_second_return_keeps_the_first_moment_and_every_proof(gate, tmp_path):
    first = excluded(gate).sent_at
    back(gate)
    write_letters(gate.office, gate.announced.id, tmp_path / "again")
    sent(gate, gate.announced)
    taken = back(gate)
    assert (taken.earlier_sent_at, taken.earlier_proof) == (first, "mail log; mail log")


def test_a_notice_that_stands_keeps_its_clock(gate):
    before = excluded(gate)
    taken = take_in(
        gate.office, gate.announced.id, before.customer_id, "It was never told.", notice_stands=True
    )
    assert (taken.sent_at, taken.proof, taken.earlier_sent_at) == (before.sent_at, "mail log", None)
    assert counted(gate)[0]["Northwind"].earliest == date(2026, 12, 24)


def test_what_was_answered_to_the_first_notice_answers_none_of_the_second(gate):
    before = excluded(gate)
    day = date(2026, 11, 24)
    notices.record_answer(gate.office, gate.announced.id, before.customer_id, approved_on=day, proof="Mail")
    taken = take_in(gate.office, gate.announced.id, before.customer_id, "Agreed after all")
    assert (taken.approved_on, taken.answer_proof) == (None, "")


def test_whoever_was_never_told_comes_back_as_it_was(gate):
    contoso = gate.customer("Contoso")
    notices.exclude(gate.office, gate.announced.id, contoso.id, "Another vendor")
    with pytest.raises(UserError) as refused:
        take_in(gate.office, gate.announced.id, contoso.id, "By mistake", notice_stands=True)
    assert refused.value.what.key == "take_in.nothing_sent"
    taken = take_in(gate.office, gate.announced.id, contoso.id, "By mistake")
    assert (taken.earlier_sent_at, taken.earlier_proof) == (None, "")


@pytest.mark.parametrize(("why", "key"), [(" ", "take_in.why"), ("Twice", "take_in.not_excluded")])
def test_taking_in_takes_a_reason_and_an_exclusion(gate, why, key):
    taken = back(gate)
    with pytest.raises((UserError, Refused)) as refused:
        take_in(gate.office, gate.announced.id, taken.customer_id, why)
    assert refused.value.what.key == key


def test_what_became_of_an_objection_is_not_undone_by_taking_in(gate):
    customer_id = excluded(gate).customer_id
    raised = objections.object_to(gate.office, gate.announced.id, customer_id, gate.office.clock.now())
    objections.resolve(gate.office, raised.id, ObjectionState.ACCEPTED_ALTERNATIVE)
    with pytest.raises(Refused) as refused:
        take_in(gate.office, gate.announced.id, customer_id, "Agreed after all")
    assert refused.value.what.key == "take_in.outcome"


def test_both_can_be_undone(gate):
    before = excluded(gate)
    take_in(gate.office, gate.announced.id, before.customer_id, "Agreed after all")
    gate.office.book.undo()
    with gate.office.book.reading() as reader:
        assert reader.find(Notice) == [before]
