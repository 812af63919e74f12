"""What refusals carry with them, beside what happened and what to do."""

from __future__ import annotations

from vendorrisk.domain.message import Ambiguous, BadInput, Blocked, Problem, Refused, msg

WHAT, REMEDY = msg("what"), msg("remedy")


def test_a_refusal_carries_everything_that_the_person_has_to_see():
    problem = Problem("B2", WHAT, REMEDY)
    guard = Blocked("G8", WHAT, REMEDY)
    assert Ambiguous(WHAT, REMEDY, candidates=[("v-1", "Acme")]).candidates == [("v-1", "Acme")]
    assert BadInput(WHAT, REMEDY, problems=(problem,)).problems == (problem,)
    assert Refused(WHAT, REMEDY, blocked=(guard,)).blocked == (guard,)
