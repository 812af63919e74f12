"""What a quarterly review says has left: taken out of use in the quarter; a last day typed comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.gate import a_gate
from tests.support.sendable import in_use
from vendorrisk.domain.decision.records import StageMove
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.domain.review.portfolio import movement
from vendorrisk.domain.review.quarters import quarter_of
from vendorrisk.usecases.editing import EDIT, edit
from vendorrisk.usecases.review.quarterly import review_input


@pytest.fixture
def gate():
    made = a_gate()
    in_use(made.office, made.engagement_id)
    return made


def left(gate, day):
    return movement(review_input(gate.office, quarter_of(day)).facts).left


def test_what_is_wound_down_has_left_on_the_day_of_the_move(gate):
    day = gate.clock.day
    assert left(gate, day) == ()
    gate.move(Stage.EXITING, reason="The service ends.")
    gate.later(100)
    assert left(gate, day) == (gate.engagement_id,)
    assert left(gate, gate.clock.day) == ()


def test_the_last_day_that_was_typed_counts_before_the_day_of_the_move(gate):
    gate.move(Stage.EXITING, reason="The service ends.")
    last = gate.later(100)
    edit(gate.office, Engagement, gate.engagement_id, {"valid_to": last.isoformat()})
    assert left(gate, last) == (gate.engagement_id,)


def test_what_came_back_has_left_on_the_day_it_was_taken_out_of_use_for_good(gate):
    gate.move(Stage.EXITING, reason="The service ends.")
    second = gate.later(100)
    with gate.office.book.act(EDIT[Engagement]) as desk:
        (known,) = desk.find(StageMove)
        desk.put(replace(known, id=gate.office.new_id(), moved_on=second))
    assert left(gate, second) == (gate.engagement_id,)
