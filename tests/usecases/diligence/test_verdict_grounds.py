"""What a good verdict rests on, and what finishing a review leaves open."""

from __future__ import annotations

import pytest

from tests.support.assessed import SOC2, answered
from tests.support.questionnaires import SMALL
from vendorrisk.domain.diligence.records import Answer, Verdict
from vendorrisk.domain.message import Refused
from vendorrisk.usecases.diligence import answer_review
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.diligence.verdict_grounds import left_open


def verdict(office, made, question):
    with office.book.reading() as reader:
        return reader.find(Answer, assessment_id=made.id, question=question)[0].verdict


def refused(office, made, question, comment=""):
    with pytest.raises(Refused) as caught:
        answer_review.review(office, made.id, question, Verdict.MEETS, comment=comment)
    return caught.value.what.key


def test_a_blank_meets_nothing_unless_a_document_answers_it(office, engagement):
    made = answered(office, engagement, SEC_05="")
    assert refused(office, made, "SEC-05", "They told us.") == "review.blank_met"
    add_document(office, engagement.vendor_id, None, SOC2)
    answer_review.review(office, made.id, "SEC-05", Verdict.MEETS)
    assert verdict(office, made, "SEC-05") is Verdict.MEETS


def test_an_answer_that_falls_short_is_met_only_with_a_reason(office, engagement):
    made = answered(office, engagement, PRV_07="NO")
    assert refused(office, made, "PRV-07", " ") == "review.bad_met"
    answer_review.review(office, made.id, "PRV-07", Verdict.MEETS, comment="Bound by the penal code.")
    assert verdict(office, made, "PRV-07") is Verdict.MEETS
    with pytest.raises(Refused):
        answer_review.comment_on(office, made.id, "PRV-07", " ")
    answer_review.comment_on(office, made.id, "PRV-07", "By law.")


def test_no_review_ends_with_a_blank_that_counts_as_met(office, engagement):
    made = answered(office, engagement, PRV_10="")
    answer_review.review_many(office, made.id, dict.fromkeys(SMALL.by_id, Verdict.MEETS))
    with pytest.raises(Refused) as caught:
        answer_review.finish(office, made.id)
    assert caught.value.what.key == "review.blanks_met"
    answer_review.review(office, made.id, "PRV-10", Verdict.FAILS)
    answer_review.finish(office, made.id)


def test_a_blank_that_a_document_answers_may_count_as_met(office, engagement):
    made = answered(office, engagement, SEC_05="")
    add_document(office, engagement.vendor_id, None, SOC2)
    answer_review.review_many(office, made.id, dict.fromkeys(SMALL.by_id, Verdict.MEETS))
    answer_review.finish(office, made.id)


def test_what_a_review_leaves_open_is_named(office, engagement):
    made = answered(office, engagement, PRV_10="", TRF_01="DE;PH")
    answer_review.review(office, made.id, "PRV-07", Verdict.FAILS)
    with office.book.reading() as reader:
        keys = [one.what.key for one in left_open(office, reader, made)]
    assert keys[:2] == ["review.blanks", "finding.none.FAILS"]
    assert len(keys) > 2
