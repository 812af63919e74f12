"""An emergency: only who agreed beforehand, for thirty days at most, under guards that name the others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.gate import TO_CONTRACTING, a_gate, assessed
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.records import EmergencyBasis
from vendorrisk.domain.register.records import Stage
from vendorrisk.usecases.decision.emergency import declare_emergency, record_authorisation
from vendorrisk.usecases.notice import changes, notices, objections

UNTIL = date(2026, 12, 10)
BURNT = "The data centre burnt down."
APPROVED = TO_CONTRACTING[:-1]


@pytest.fixture
def gate():
    """An approved engagement with a change that is announced to nobody yet."""
    gate = assessed(a_gate())
    gate.move(*APPROVED)
    return gate


@pytest.fixture
def change(gate):
    return gate.change(date(2027, 3, 1))


def authorise(gate, change, customer, basis=EmergencyBasis.CLAUSE, **facts):
    given = {"on": date(2026, 5, 4), "source": "Contract 12, clause 9"} | facts
    return record_authorisation(gate.office, change.id, customer.id, basis, **given)


def go(gate):
    return gate.move(Stage.EMERGENCY_LIVE)


def blocked(gate):
    with pytest.raises(Refused) as refused:
        go(gate)
    return {one.fact.key for one in refused.value.blocked if one.guard == "emergency_live"}


@pytest.mark.parametrize("basis", list(EmergencyBasis))
def test_who_agreed_beforehand_is_served_until_the_last_day(gate, change, basis):
    authorise(gate, change, gate.customer(), basis)
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    assert go(gate).engagement.stage is Stage.EMERGENCY_LIVE


def test_without_a_declared_emergency_there_is_none(gate, change):
    authorise(gate, change, gate.customer())
    assert blocked(gate) == {"emergency.nobody", "emergency.end"}


def test_with_nobody_who_agreed_there_is_none_either(gate, change):
    gate.customer()
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    assert blocked(gate) == {"emergency.nobody"}


@pytest.mark.parametrize(
    ("terms", "key"),
    [
        ({"authorisation": "SPECIFIC"}, "emergency.specific"),
        ({"commission_clauses": True}, "emergency.commission_clauses"),
        ({"dora": True, "critical_function": True}, "emergency.dora"),
    ],
)
def test_terms_that_allow_no_emergency_stop_it_by_name(gate, change, terms, key):
    authorise(gate, change, gate.customer(**terms))
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    assert blocked(gate) == {key}


def test_terms_that_are_no_longer_in_force_forbid_nothing(gate, change):
    authorise(gate, change, gate.customer(commission_clauses=True, valid_to=date(2026, 1, 31)))
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    assert go(gate).engagement.stage is Stage.EMERGENCY_LIVE


def test_an_open_objection_stops_it(gate, change):
    customer = gate.customer()
    authorise(gate, change, customer)
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    objections.object_to(gate.office, change.id, customer.id, gate.clock.at)
    assert blocked(gate) == {"emergency.objection"}


def test_who_is_left_out_again_stops_nobody(gate, change):
    bank, shop = gate.customer("Bank", dora=True, critical_function=True), gate.customer("Shop")
    authorise(gate, change, bank)
    authorise(gate, change, shop)
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    assert blocked(gate) == {"emergency.dora"}
    left = record_authorisation(gate.office, change.id, bank.id, None)
    assert (left.emergency_on, left.emergency_source) == (None, "")
    assert go(gate).engagement.stage is Stage.EMERGENCY_LIVE


def test_a_last_day_that_has_passed_ends_it(gate, change):
    authorise(gate, change, gate.customer())
    declare_emergency(gate.office, change.id, gate.clock.day, BURNT)
    gate.later(1)
    assert blocked(gate) == {"emergency.end"}


@pytest.mark.parametrize(
    ("days", "why", "key"),
    [(31, BURNT, "emergency.end"), (-1, BURNT, "emergency.end"), (3, " ", "emergency.why")],
)
def test_an_emergency_is_declared_for_thirty_days_at_most_and_with_a_reason(gate, change, days, why, key):
    with pytest.raises(UserError) as refused:
        declare_emergency(gate.office, change.id, gate.clock.day + timedelta(days=days), why)
    assert refused.value.what.key == key


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"on": None}, "emergency.authorised.day"),
        ({"on": date(2026, 11, 24)}, "emergency.authorised.day"),
        ({"source": " "}, "emergency.authorised.source"),
    ],
)
def test_an_authorisation_has_its_day_and_its_source(gate, change, facts, key):
    customer = gate.customer()
    with pytest.raises(UserError) as refused:
        authorise(gate, change, customer, **facts)
    assert refused.value.what.key == key


def test_a_change_that_is_over_begins_no_emergency(gate, change):
    customer = gate.customer()
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    notices.cancel(gate.office, change.id)
    for late in (
        lambda: authorise(gate, change, customer),
        lambda: declare_emergency(gate.office, change.id, UNTIL, BURNT),
    ):
        with pytest.raises(Refused):
            late()
    assert "emergency.nobody" in blocked(gate)


def test_dates_of_the_full_notice_run_all_the_same(gate, change):
    customer = gate.customer()
    authorise(gate, change, customer)
    declare_emergency(gate.office, change.id, UNTIL, BURNT)
    with gate.office.book.reading() as reader:
        ((_, found),) = changes.dates(gate.office, reader, change).dates
    assert found.earliest == date(2026, 12, 24)
