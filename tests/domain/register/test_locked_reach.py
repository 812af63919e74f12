"""Only a "no" that somebody gave keeps a region-locked customer uninformed; silence is read by purpose."""

from __future__ import annotations

import pytest

from vendorrisk.domain.message import Level, msg
from vendorrisk.domain.register.locked_reach import (
    FIELD,
    SILENCE,
    STATEMENTS,
    Purpose,
    reaches,
    unanswered,
)
from vendorrisk.domain.register.records import Engagement


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("answer", [True, False])
def test_an_answer_counts_whatever_it_is_needed_for(purpose, answer):
    assert reaches(answer, purpose) is answer


def test_silence_leaves_nobody_out_of_notice_and_list_and_claims_nothing_else():
    assert {purpose for purpose in Purpose if reaches(None, purpose)} == {Purpose.NOTICE, Purpose.LIST}
    assert set(SILENCE) == set(Purpose)


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
