import itertools

import pytest

from tests.support.sentences import say
from vendorrisk.domain.register.records import Role
from vendorrisk.domain.register.roles import FIRST, NEEDS, QUESTIONS, classify


@pytest.mark.parametrize(
    ("answers", "role"),
    [
        ("no", Role.SUPPLIER_NO_PD),
        ("yes yes no", Role.SUB_PROCESSOR),
        ("yes yes yes", Role.INDEPENDENT_CONTROLLER),
        ("yes no yes", Role.INDEPENDENT_CONTROLLER),
        ("yes no no yes", Role.JOINT_CONTROLLER),
    ],
)
def test_the_questions_in_order_lead_to_a_role(answers, role):
    given, found = {}, classify({})
    for answer in answers.split():
        assert found.role is None
        given[found.open_question] = answer == "yes"
        found = classify(given)
    assert found.role is role
    assert found.asked == tuple(given)
    assert found.open_question == ""
    assert found.needs == NEEDS[role]


def test_nobody_is_guessed_when_no_answer_fits():
    answers = {"reaches_personal_data": True, "only_on_instructions": False}
    answers |= {"own_duty_or_purposes": False, "decides_with_us": False}
    found = classify(answers)
    assert (found.role, found.open_question, found.needs) == (None, "", ())


def test_an_independent_controller_needs_rationale_citation_and_reviewer():
    assert NEEDS[Role.INDEPENDENT_CONTROLLER] == ("rationale", "citation", "reviewer")
    assert "escalation" in NEEDS[Role.JOINT_CONTROLLER]


def test_own_purposes_of_a_processor_are_decided_by_article_28_10():
    found = classify({"reaches_personal_data": True, "only_on_instructions": True, "sets_own_purposes": True})
    assert found.citation == "GDPR 28(10)"


def test_the_first_question_is_about_personal_data():
    assert classify({}).open_question == FIRST == "reaches_personal_data"


def test_every_question_can_be_asked_and_leads_on_or_to_an_end():
    for question in QUESTIONS.values():
        assert say(question.text).endswith(("?", "test."))
        for follows in (question.yes, question.no):
            assert follows is None or isinstance(follows, Role) or follows in QUESTIONS


def test_every_set_of_answers_ends():
    for answers in itertools.product([True, False], repeat=len(QUESTIONS)):
        assert classify(dict(zip(QUESTIONS, answers, strict=True))).open_question == ""
