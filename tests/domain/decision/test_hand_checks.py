"""Guards that the program does not check yet: never passed, never silently, but confirmed by hand."""

import pytest

from tests.support.dossier import (
    an_ask,
    at_stage,
    keys,
)
from tests.support.sentences import say
from vendorrisk.domain.decision.blocking import GuardState
from vendorrisk.domain.decision.dossier import Ask
from vendorrisk.domain.decision.move import Confirmation, plan_move, says_how
from vendorrisk.domain.register.records import Stage

S = Stage


@pytest.mark.parametrize(
    "ask",
    [
        Ask(by="Dora"),
        an_ask(unchecked_confirmed_by=""),
        an_ask(unchecked_why=" "),
        an_ask(unchecked_confirmed_by=" "),
    ],
)
def test_without_name_and_reason_unchecked_guards_block(ask):
    plan = plan_move(at_stage(S.NOTICE_RUNNING), S.READY, ask)
    assert [one.guard for one in plan.blocked] == ["G7", "G10", "G11", "G12"]
    assert plan.confirmation is None
    assert not plan.may_go
    first = plan.blocked[0]
    about = "Sub-processors of the vendor (fourth parties)"
    assert say(first.fact) == f"The program does not check this yet: {about}."
    assert "confirm with your name and how you checked it" in say(first.remedy)


@pytest.mark.parametrize("why", ["x", "ok", "OK.", "n/a", "Looked at", "a b c d", "- - - - - - -", "checked"])
def test_a_reason_that_says_nothing_lifts_no_guard(why):
    plan = plan_move(at_stage(S.NOTICE_RUNNING), S.READY, an_ask(unchecked_why=why))
    assert [one.guard for one in plan.blocked] == ["G7", "G10", "G11", "G12"]
    assert f"“{why}” does not say how it was checked" in say(plan.blocked[0].fact)
    assert plan.confirmation is None


@pytest.mark.parametrize(
    ("why", "enough"),
    [
        ("read the list", False),
        ("read the annex", True),
        ("rang Ana; fine.", True),
        ("- - confirmed - -", False),
    ],
)
def test_a_reason_has_three_words_and_twelve_letters_at_least(why, enough):
    assert says_how(why) is enough


def test_a_confirmation_by_hand_is_carried_to_be_recorded_and_the_guard_stays_unchecked():
    plan = plan_move(at_stage(S.NOTICE_RUNNING), S.READY, an_ask())
    assert plan.may_go
    assert plan.confirmation == Confirmation(
        by="Ana Analyst", why="compared the annexes line by line", guards=("G7", "G10", "G11", "G12")
    )
    states = {one.guard: one.state for one in plan.results}
    assert {guard for guard, state in states.items() if state is GuardState.NOT_CHECKED} == {
        "G7",
        "G10",
        "G11",
        "G12",
    }


def test_a_confirmation_lifts_no_fact_of_a_guard_in_force():
    spoiled = at_stage(S.NOTICE_RUNNING, agreement=None, flows=())
    assert keys(spoiled, S.READY) == ["guard.G4.none", "guard.G5.none", "guard.G6.no_flow"]


def test_steps_without_unchecked_guards_carry_no_confirmation():
    assert plan_move(at_stage(S.DRAFT), S.TRIAGED, an_ask()).confirmation is None
