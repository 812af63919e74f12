"""What stays open with a vendor: answers that fall short or contradict the register, and an answer we owe."""

from __future__ import annotations

import pytest

from tests.support.assessed import an_engagement, an_office, answered
from tests.support.edited import edit_values
from tests.support.questionnaires import MFA, SMALL
from tests.support.vendors import known, said
from vendorrisk.domain.diligence.records import Severity, Verdict
from vendorrisk.domain.diligence.register_check import place_kind
from vendorrisk.domain.notice.records import Customer
from vendorrisk.domain.register.records import Engagement, Location, Role, Service, Stage
from vendorrisk.usecases.diligence import answer_review, findings
from vendorrisk.usecases.editing import ADD
from vendorrisk.usecases.review.unsettled import unsettled
from vendorrisk.usecases.review.vendor_attention import Cause, attention
from vendorrisk.usecases.signals import Signal

PLACE = next(one for one in SMALL.questions() if place_kind(one))
FIRST, SECOND = list(SMALL.by_id)[:2]


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def engagement(office):
    return an_engagement(office)[1]


def open_points(office, engagement):
    facts = known(office, engagement.vendor_id)
    with office.book.reading() as reader:
        return unsettled(office, reader, facts)


def shown(office, engagement, cause):
    found = attention(known(office, engagement.vendor_id), unsettled=open_points(office, engagement))
    return [(one.signal, said(one.title), one.record_id, one.question) for one in found if one.cause is cause]


def judged(office, engagement, **verdicts):
    made = answered(office, engagement)
    told = dict.fromkeys(SMALL.by_id, Verdict.MEETS)
    answer_review.review_many(office, made.id, told | verdicts)
    return made


def test_answers_that_fail_are_shown_until_each_has_its_finding(office, engagement):
    made = judged(office, engagement, **dict.fromkeys((FIRST, SECOND), Verdict.FAILS))
    both = (Signal.WARN, "2 answers fall short, without a finding", made.id, FIRST)
    assert shown(office, engagement, Cause.SHORT_ANSWERS) == [both]
    findings.raise_finding(office, engagement.id, Severity.M, "A gap", source=FIRST, assessment_id=made.id)
    one = (Signal.WARN, "1 answer falls short, without a finding", made.id, SECOND)
    assert shown(office, engagement, Cause.SHORT_ANSWERS) == [one]
    answer_review.review(office, made.id, SECOND, Verdict.MEETS)
    assert shown(office, engagement, Cause.SHORT_ANSWERS) == []


@pytest.mark.parametrize(("answer", "shown_there"), [("YES", False), ("PARTLY", True)])
def test_one_that_is_partly_met_is_shown_where_its_question_calls_the_answer_bad(
    office, engagement, answer, shown_there
):
    made = judged(office, engagement, **{MFA.id: Verdict.PARTLY})
    answer_review.save_answer(office, made.id, MFA.id, answer)
    answer_review.review(office, made.id, MFA.id, Verdict.PARTLY)
    found = [one[3] for one in shown(office, engagement, Cause.SHORT_ANSWERS)]
    assert found == ([MFA.id] if shown_there else [])


def test_what_the_newest_review_settled_is_not_shown_for_an_older_one(office, engagement):
    judged(office, engagement, **{FIRST: Verdict.FAILS})
    answer_review.finish(office, open_points(office, engagement).short[0].assessment.id)
    assert len(open_points(office, engagement).short) == 1
    judged(office, engagement)
    assert open_points(office, engagement).short == ()


def test_a_country_that_only_an_answer_names_is_shown_until_both_agree(office, engagement):
    made = answered(office, engagement)
    answer_review.save_answer(office, made.id, PLACE.id, "IN")
    (told,) = shown(office, engagement, Cause.CONTRADICTIONS)
    assert (told[0], told[2:]) == (Signal.WARN, (made.id, PLACE.id))
    with office.book.act(ADD[Location]) as desk:
        for old in desk.find(Location, engagement_id=engagement.id):
            desk.remove(old)
        desk.put(Location(id="x", engagement_id=engagement.id, kind=place_kind(PLACE), country="IN"))
    left = [one for one in shown(office, engagement, Cause.CONTRADICTIONS) if one[3] == PLACE.id]
    assert left == []


@pytest.fixture
def locked(office, engagement):
    """A region-locked customer of the engagement's service, one of another service, and one that left."""
    with office.book.act(ADD[Customer]) as desk:
        desk.put(Service(id="other", code="FAX"))
        for id_, service, active in (
            ("c1", engagement.service_id, True), ("c2", "other", True), ("c3", engagement.service_id, False),
        ):  # fmt: skip
            desk.put(Customer(id=id_, name=id_, services=(service,), region_lock=True, active=active))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, {1}),
        ({"reaches_locked": True}, set()),
        ({"reaches_locked": False}, set()),
        ({"role": Role.INDEPENDENT_CONTROLLER}, set()),
        ({"stage": Stage.TERMINATED}, set()),
    ],
)
def test_an_answer_on_the_locked_environment_is_owed_while_a_customer_waits_for_it(
    office, engagement, locked, facts, expected
):
    edit_values(office, Engagement, engagement.id, **facts)
    assert set(open_points(office, engagement).reach.values()) == expected


def test_the_answer_that_is_owed_is_asked_for_with_what_hangs_on_it(office, engagement, locked):
    facts = known(office, engagement.vendor_id)
    found = attention(facts, unsettled=open_points(office, engagement))
    (one,) = [one for one in found if one.cause is Cause.REACH]
    assert (said(one.title), said(one.detail), one.engagement_id) == (
        "Can it access the region-locked environment?",
        "Not answered: 1 region-locked customer gets no letter until this is answered",
        engagement.id,
    )


def test_without_a_region_lock_nobody_is_asked(office, engagement):
    assert open_points(office, engagement).reach == {}
