"""An objection is in time until the end of its last day, and leads to what the contract and the law allow."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.support.customers import CROATIA, NEW_YORK, ZAGREB, an_objection, some_terms
from vendorrisk.domain.message import msg
from vendorrisk.domain.notice.objections import (
    EFFECTS,
    MOVES,
    OPEN_STATES,
    OUTCOMES,
    Effect,
    effects_of,
    may_be_overridden,
    next_states,
    reply_due,
    reply_needed,
    timeliness,
)
from vendorrisk.domain.notice.records import Authorisation, ObjectionBlocks, ObjectionState

D = date
S = ObjectionState
LAST = D(2026, 12, 31)
SPECIFIC = some_terms(authorisation=Authorisation.SPECIFIC)
COMMISSION = some_terms(commission_clauses=True, objection_blocks=ObjectionBlocks.NEVER)
CRITICAL = some_terms(dora=True, critical_function=True)


def at(day: date, hour: int = 12, *, terms=None, last=LAST, live_on=None, zone=NEW_YORK):
    return timeliness(
        an_objection(received_at=datetime(day.year, day.month, day.day, hour, tzinfo=UTC)),
        terms or some_terms(),
        last,
        our_zone="UTC",
        customer_zone=zone,
        live_on=live_on,
    )


def test_the_last_day_is_in_time_and_the_next_one_day_late():
    assert at(LAST).label == msg("notice.objection.last_day")
    late = at(D(2027, 1, 1))
    assert (late.in_time, late.days_late, late.label) == (False, 1, msg("notice.objection.late_one"))
    assert at(D(2027, 1, 2)).label == msg("notice.objection.late_many", days=2)


def test_days_left_are_told_inside_the_window():
    assert at(D(2026, 12, 29)).label == msg("notice.objection.in_window", days_left=2)
    assert at(D(2026, 12, 30)).label == msg("notice.objection.in_window_one")


def test_the_earlier_of_both_dates_of_receipt_protects_the_customer():
    assert at(D(2027, 1, 1), hour=3, zone=NEW_YORK).in_time
    assert not at(D(2027, 1, 1), hour=3, zone=ZAGREB).in_time


@pytest.mark.parametrize("terms", [COMMISSION, SPECIFIC], ids=["Commission clauses", "specific"])
def test_until_go_live_no_objection_is_late_under_these(terms):
    assert at(D(2027, 2, 1), terms=terms, live_on=D(2027, 2, 2)).in_time
    assert at(D(2027, 2, 2), terms=terms, live_on=D(2027, 2, 2)).days_late == 1
    assert at(D(2027, 6, 1), terms=terms).label == msg("notice.objection.no_last_day")


def test_without_a_last_day_nothing_is_late():
    found = at(D(2027, 6, 1), last=None)
    assert (found.in_time, found.days_late, found.label) == (True, 0, msg("notice.objection.no_last_day"))


def test_each_state_has_one_effect_and_each_open_one_blocks():
    assert set(EFFECTS) == set(S)
    assert {state for state, effect in EFFECTS.items() if effect is Effect.BLOCKS} == OPEN_STATES
    assert set(MOVES) == OPEN_STATES
    assert set(S) == OUTCOMES | OPEN_STATES


def test_effects_of_several_objections_are_gathered():
    assert effects_of([]) == frozenset()
    both = [an_objection(), an_objection(state=S.WITHDRAWN)]
    assert effects_of(both) == {Effect.BLOCKS, Effect.GOES_ALONG}


NEVER = {"objection_blocks": ObjectionBlocks.NEVER}


@pytest.mark.parametrize(
    ("terms", "late", "allowed"),
    [
        (some_terms(), False, False),
        (some_terms(), True, True),
        (some_terms(**NEVER), False, True),
        (some_terms(objection_blocks=ObjectionBlocks.ONLY_IF_RAISED), False, False),
        (COMMISSION, False, False),
        (COMMISSION, True, False),
        (CRITICAL, True, False),
        (some_terms(dora=True, **NEVER), False, True),
        (some_terms(authorisation=Authorisation.SPECIFIC, **NEVER), True, False),
    ],
)
def test_when_an_objection_may_be_overridden(terms, late, allowed):
    assert may_be_overridden(terms, late=late) is allowed
    assert (S.OVERRIDDEN in next_states(S.RECEIVED, terms, late=late)) is allowed


def test_an_objection_moves_forward_and_an_outcome_is_final():
    assert S.IN_DISCUSSION in next_states(S.RECEIVED, some_terms(), late=False)
    assert next_states(S.IN_DISCUSSION, some_terms(**NEVER), late=False) == OUTCOMES
    assert next_states(S.WITHDRAWN, some_terms(), late=False) == frozenset()


def test_five_business_days_to_answer():
    received = an_objection(received_at=datetime(2026, 12, 18, 23, 30, tzinfo=UTC))
    assert reply_due(received, CROATIA, "UTC") == D(2026, 12, 28)
    assert reply_due(received, CROATIA, ZAGREB) == D(2026, 12, 28)


def test_open_objections_wait_in_the_order_they_came():
    late = an_objection(id="late", received_at=datetime(2026, 12, 12, tzinfo=UTC), state=S.IN_DISCUSSION)
    settled = an_objection(id="settled", state=S.WITHDRAWN)
    early = an_objection(id="early")
    assert [one.id for one in reply_needed([late, settled, early])] == ["early", "late"]
