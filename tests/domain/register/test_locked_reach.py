"""Whether the locked environment is reached may be unanswered; nobody is then said to reach it."""

from __future__ import annotations

import pytest

from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.register.locked_reach import (
    FIELD,
    STATEMENTS,
    reaches,
    unanswered,
)
from vendorrisk.domain.register.records import Engagement


@pytest.mark.parametrize(("answer", "reached"), [(True, True), (False, False), (None, False)])
def test_a_locked_environment_is_reached_only_where_somebody_said_so(answer, reached):
    assert reaches(answer) is reached


def test_an_engagement_begins_without_an_answer_and_a_letter_states_only_an_answer():
    begun = getattr(Engagement(id="e", vendor_id="v", service_id="s"), FIELD)
    assert begun is None
    assert {answer: bool(said) for answer, said in STATEMENTS.items()} == {
        True: True,
        False: True,
        None: False,
    }


def test_a_missing_answer_is_a_problem_that_names_the_field():
    problem = unanswered("Norte Cloud", msg("publish.lock_unanswered", name="Norte Cloud"))
    assert (problem.level, problem.remedy.params) == (Level.WARNING, {"field": "reaches_locked"})
