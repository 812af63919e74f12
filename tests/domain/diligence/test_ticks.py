"""Answers that exclude each other are not ticked together."""

from __future__ import annotations

import pytest

from tests.support.questionnaires import DATA, SECRECY, TLS, en, question
from tests.support.words import english
from vendorrisk.domain.diligence.questionnaire import AnswerType, Option
from vendorrisk.domain.diligence.ticks import contradiction, lone_ticks

CHECKS = question(
    "SEC-16",
    AnswerType.MULTI,
    may_be_na=True,
    options=(
        Option(code="REVIEW", text=en("A second person")),
        Option(code="TESTS", text=en("Tests")),
        Option(code="NOTHING", text=en("None of these"), alone=True),
        Option(code="UNSURE", text=en("We cannot say"), alone=True),
    ),
)


@pytest.mark.parametrize(
    ("ticked", "lone"),
    [
        ((), ()), (("REVIEW", "TESTS"), ()), (("NOTHING",), ()), (("NA",), ()),
        (("REVIEW", "NOTHING"), ("NOTHING",)), (("TESTS", "NA"), ("NA",)),
        (("NOTHING", "UNSURE"), ("NOTHING", "UNSURE")),
    ],
)  # fmt: skip
def test_an_answer_that_excludes_the_others_stands_alone(ticked, lone):
    assert lone_ticks(CHECKS, ticked) == lone
    assert (contradiction(CHECKS, ticked) is not None) == bool(lone)


def test_it_is_said_which_answer_excludes_which():
    wrong = contradiction(CHECKS, ("REVIEW", "TESTS", "NOTHING"))
    said = english().say(wrong)
    assert said.startswith("“None of these” excludes every other answer")
    assert "A second person" in said
    assert "Not applicable" in english().say(contradiction(DATA, ("CONTENT", "NA")))


def test_only_where_several_can_be_chosen_can_they_exclude_each_other():
    assert contradiction(TLS, ("TLS12", "NA")) is None
    assert (SECRECY.alone, DATA.alone) == (frozenset(), {"NA"})
