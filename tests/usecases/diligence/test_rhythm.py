"""The yearly rhythm from the first assessment to the third, by the steps that a person takes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.assessed import answered, reviewed
from tests.support.gate import TO_CONTRACTING, TO_LIVE, a_gate, assessed
from tests.support.questionnaires import SMALL
from vendorrisk.domain.decision.guards import GuardState, evaluate
from vendorrisk.domain.diligence.records import Verdict
from vendorrisk.domain.diligence.rhythm import due_date
from vendorrisk.domain.message import Refused
from vendorrisk.domain.register.records import Stage
from vendorrisk.usecases.decision.dossiers import dossier_of
from vendorrisk.usecases.diligence import answer_review


def due(gate):
    return due_date(gate.engagement.anchor, gate.engagement.cycles)


def on(gate, day):
    gate.later((day - gate.clock.day).days)


def g2(gate):
    engagement = gate.engagement
    with gate.office.book.reading() as reader:
        (found,) = evaluate(dossier_of(gate.office, reader, engagement), ("G2",))
    return found.state


@pytest.fixture
def live():
    """Assessed on 23 November 2026, live since 1 March 2027; nobody has to be told."""
    gate = assessed(a_gate())
    gate.move(*TO_CONTRACTING)
    on(gate, date(2027, 3, 1))
    gate.change(gate.clock.day)
    gate.move(*TO_LIVE[len(TO_CONTRACTING) :])
    return gate


def test_going_live_leaves_the_date_that_the_first_assessment_set(live):
    assert live.engagement.live_since == date(2027, 3, 1)
    assert due(live) == date(2027, 11, 23)
    assert g2(live) is GuardState.PASSED


def test_late_gains_nothing_early_moves_the_rhythm_and_passing_moves_it_once(live):
    on(live, date(2027, 12, 10))
    assert g2(live) is GuardState.BLOCKED
    live.move(Stage.REASSESSMENT)
    with pytest.raises(Refused) as refused:
        live.move(Stage.LIVE)
    assert [one.fact.key for one in refused.value.blocked] == ["need.reassessed_since"]
    reviewed(live.office, live.engagement)
    assert due(live) == date(2028, 11, 23)
    live.move(Stage.LIVE)
    assert (due(live), g2(live)) == (date(2028, 11, 23), GuardState.PASSED)
    on(live, date(2028, 9, 30))
    live.move(Stage.REASSESSMENT)
    reviewed(live.office, live.engagement)
    live.move(Stage.LIVE)
    assert (due(live), g2(live)) == (date(2029, 9, 30), GuardState.PASSED)


def test_more_than_a_year_late_starts_anew_from_the_completion(live):
    on(live, date(2028, 11, 23))
    reviewed(live.office, live.engagement)
    assert due(live) == date(2029, 11, 23)


def test_resuming_keeps_the_date(live):
    live.move(Stage.SUSPENDED)
    on(live, date(2027, 4, 1))
    live.move(Stage.LIVE)
    assert (due(live), live.engagement.live_since) == (date(2027, 11, 23), date(2027, 3, 1))


def test_what_was_judged_but_never_finished_is_due_a_year_after_its_approval():
    gate = a_gate()
    made = answered(gate.office, gate.engagement)
    answer_review.review_many(gate.office, made.id, dict.fromkeys(SMALL.by_id, Verdict.MEETS))
    gate.later(7)
    gate.move(*TO_CONTRACTING)
    gate.later(30)
    gate.change(gate.clock.day)
    gate.move(*TO_LIVE[len(TO_CONTRACTING) :])
    assert (due(gate), g2(gate)) == (date(2027, 11, 30), GuardState.PASSED)
    answer_review.finish(gate.office, made.id)
    assert due(gate) == date(2027, 12, 30)
