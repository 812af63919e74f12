"""What is open, and how this time's answers stand to last time's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.questionnaires import (
    ALL_IDS,
    DATA,
    HOURS,
    SMALL,
    TLS,
    answer,
    answers,
    en,
    with_question,
)
from vendorrisk.domain.diligence.carrying import AnswerChange, carried_over, completeness, deltas
from vendorrisk.domain.diligence.questionnaire import AnswerType
from vendorrisk.domain.diligence.records import Verdict


def test_nothing_answered():
    state = completeness(SMALL, [])
    assert (state.answered, state.blank, state.asked) == ((), ALL_IDS, 9)
    assert state.knock_outs_open == ("PRV-07",)


def test_everything_answered_and_reviewed():
    reviewed = [replace(one, verdict=Verdict.MEETS) for one in answers()]
    state = completeness(SMALL, reviewed)
    assert (state.answered, state.blank, state.unreviewed) == (ALL_IDS, (), ())
    assert (state.comment_missing, state.knock_outs_open) == ((), ())


def test_credited_questions_are_neither_answered_nor_blank():
    state = completeness(SMALL, [answer("PRV-07", "YES")], credited=frozenset({"SEC-05", "PRV-07"}))
    assert state.credited == ("SEC-05",)
    assert state.answered == ("PRV-07",)
    assert "SEC-05" not in state.blank
    assert state.asked == 8


def test_an_answer_that_needs_a_comment_is_not_complete_without():
    state = completeness(SMALL, answers(PRV_07="NO"))
    assert state.comment_missing == ("PRV-07",)
    explained = [replace(one, comment="Under way") for one in answers(PRV_07="NO")]
    assert completeness(SMALL, explained).comment_missing == ()


def test_answers_to_unknown_questions_do_not_count():
    assert completeness(SMALL, [answer("OLD-01", "YES")]).answered == ()


def test_last_times_answers_are_shown_where_the_question_is_the_same():
    assert set(carried_over(SMALL, SMALL, answers())) == set(ALL_IDS)
    assert carried_over(SMALL, SMALL, [answer("OLD-01", "YES"), answer("PRV-07", "")]) == {}


@pytest.mark.parametrize(
    "changed",
    [
        replace(TLS, text=en("Which version is the lowest?")),
        replace(TLS, type=AnswerType.TEXT, options=()),
        replace(TLS, options=TLS.options[1:]),
    ],
)
def test_a_changed_question_starts_afresh(changed: object):
    fresh = carried_over(with_question(changed), SMALL, answers())  # type: ignore[arg-type]
    assert set(fresh) == set(ALL_IDS) - {"SEC-09"}


def test_a_question_that_was_not_asked_before_has_no_old_answer():
    older = replace(SMALL, sections=SMALL.sections[:2])
    assert "TRF-01" not in carried_over(SMALL, older, answers())


def test_answers_no_longer_offered_are_not_shown():
    no_none = with_question(replace(HOURS, none_word={}))
    assert "PRV-18" not in carried_over(no_none, SMALL, answers(PRV_18="NONE"))
    fewer = with_question(replace(DATA, options=DATA.options[:1]))
    assert "PRV-03" not in carried_over(fewer, SMALL, answers())
    assert carried_over(fewer, SMALL, answers(PRV_03="CONTENT"))["PRV-03"].value == "CONTENT"


def test_each_question_beside_last_times_answer():
    before = [replace(one, verdict=Verdict.MEETS) for one in answers(TRF_01="")]
    now = [replace(one, comment="new") if one.question == "PRV-10" else one for one in answers(PRV_18="48")]
    now = [one for one in now if one.question != "SEC-05"]
    found = {delta.question: delta for delta in deltas(SMALL, now, SMALL, before)}
    assert {name: delta.change for name, delta in found.items()} == {
        "PRV-07": AnswerChange.UNCHANGED,
        "PRV-03": AnswerChange.UNCHANGED,
        "PRV-18": AnswerChange.CHANGED,
        "PRV-10": AnswerChange.CHANGED,
        "SEC-05": AnswerChange.GONE,
        "SEC-09": AnswerChange.UNCHANGED,
        "SEC-13": AnswerChange.UNCHANGED,
        "BCM-03": AnswerChange.UNCHANGED,
        "TRF-01": AnswerChange.FIRST,
    }
    assert (found["PRV-18"].before, found["PRV-18"].verdict_before) == ("24", Verdict.MEETS)
    assert (found["TRF-01"].before, found["TRF-01"].verdict_before) == ("", None)


def test_blank_before_and_now_is_blank():
    assert {delta.change for delta in deltas(SMALL, [], SMALL, [])} == {AnswerChange.BLANK}


def test_the_same_answer_to_another_wording_is_a_change():
    reworded = with_question(replace(TLS, text=en("Which version is the lowest?")))
    found = {delta.question: delta for delta in deltas(reworded, answers(), SMALL, answers())}
    assert (found["SEC-09"].change, found["SEC-09"].same_question) == (AnswerChange.CHANGED, False)


def test_spaces_in_a_comment_change_nothing():
    now = [answer("PRV-07", "YES", comment="As  before\n")]
    before = [answer("PRV-07", "YES", comment="As before")]
    assert deltas(SMALL, now, SMALL, before)[0].change is AnswerChange.UNCHANGED
