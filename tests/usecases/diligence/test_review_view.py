"""What an answer review shows: states, filters, what comes next, and what a verdict would do."""

from __future__ import annotations

import pytest

from tests.support.assessed import an_engagement, an_office, answered, reviewed
from tests.support.questionnaires import SMALL
from vendorrisk.domain.diligence.records import Severity, Verdict
from vendorrisk.usecases.diligence import answer_review, findings
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.diligence.review_view import (
    LineState,
    Review,
    ReviewFilter,
    effect_of,
    read_review,
    with_answer,
)


def review_of(office, assessment) -> Review:
    with office.book.reading() as reader:
        return read_review(office, reader, assessment.id)


def states(review):
    return {one.question.id: one.state for one in review.lines}


def shown(review, wanted):
    return [one.question.id for one in review.lines if one.is_shown(wanted)]


def test_the_first_time_answers_are_new_or_blank(office, engagement):
    review = review_of(office, answered(office, engagement, PRV_10=""))
    assert states(review)["PRV-07"] is LineState.NEW
    assert states(review)["PRV-10"] is LineState.BLANK
    assert (review.ground.before, review.acceptable, review.found.blank) == (None, 0, ("PRV-10",))


def test_the_second_time_answers_are_the_same_changed_or_gone(office, engagement):
    reviewed(office, engagement)
    review = review_of(office, answered(office, engagement, PRV_07="NO", PRV_10=""))
    assert states(review)["SEC-05"] is LineState.SAME
    assert states(review)["PRV-07"] is LineState.CHANGED
    assert states(review)["PRV-10"] is LineState.BLANK
    assert review.acceptable == len(SMALL.by_id) - 2


def test_a_verdict_is_the_state(office, engagement):
    made = answered(office, engagement)
    verdicts = dict(zip(("PRV-07", "PRV-03", "PRV-18", "PRV-10"), Verdict, strict=True))
    answer_review.review_many(office, made.id, verdicts)
    assert list(states(review_of(office, made)).values())[:5] == [
        LineState.MEETS, LineState.PARTLY, LineState.FAILS, LineState.NA, LineState.NEW,
    ]  # fmt: skip


def test_a_blank_that_a_report_answers_is_covered_and_still_wants_a_verdict(office, engagement):
    add_document(
        office, engagement.vendor_id, None,
        {"kind": "SOC2_II", "title": "SOC 2", "criteria": "CC", "period_start": "2025-10-01",
         "period_end": "2026-09-30", "opinion": "UNQUALIFIED", "covers_vendor": "yes",
         "covers_service": "yes", "covers_sites": "yes"},
    )  # fmt: skip
    review = review_of(office, answered(office, engagement, SEC_05=""))
    assert states(review)["SEC-05"] is LineState.CREDITED
    covered = {one.question.id: office.say(one.covered) for one in review.lines}
    assert covered["SEC-05"].startswith("Answered by SOC 2 type II.")
    assert covered["PRV-07"] == "No document covers this question."
    assert "SEC-05" in review.found.unreviewed
    assert review.progress.asked == len(SMALL.by_id)


def test_filters_keep_what_they_say(office, engagement):
    reviewed(office, engagement)
    made = answered(office, engagement, PRV_07="NO", PRV_10="")
    answer_review.review(office, made.id, "SEC-05", Verdict.MEETS)
    findings.raise_finding(
        office, engagement.id, Severity.H, "Gap", source="PRV-18", assessment_id=made.id
    )  # fmt: skip
    review = review_of(office, made)
    everything = list(SMALL.by_id)
    assert shown(review, ReviewFilter.ALL) == everything
    assert shown(review, ReviewFilter.UNREVIEWED) == [one for one in everything if one != "SEC-05"]
    assert shown(review, ReviewFilter.CHANGED) == ["PRV-07", "PRV-10"]
    assert shown(review, ReviewFilter.KNOCK_OUT) == ["PRV-07"]
    assert shown(review, ReviewFilter.BLANK) == ["PRV-10"]
    assert shown(review, ReviewFilter.WITH_FINDING) == ["PRV-18"]


def test_a_finding_of_another_assessment_belongs_to_that_one(office, engagement):
    before = reviewed(office, engagement)
    findings.raise_finding(
        office, engagement.id, Severity.H, "Gap", source="PRV-18", assessment_id=before.id
    )  # fmt: skip
    review = review_of(office, answered(office, engagement))
    assert shown(review, ReviewFilter.WITH_FINDING) == []


def test_the_next_one_without_a_verdict_is_found_from_the_top_again(office, engagement):
    made = answered(office, engagement)
    verdicts = dict.fromkeys(set(SMALL.by_id) - {"PRV-03", "SEC-05"}, Verdict.MEETS)
    answer_review.review_many(office, made.id, verdicts)
    review = review_of(office, made)
    assert review.next_unreviewed("PRV-03") == "SEC-05"
    assert review.next_unreviewed("SEC-05") == "PRV-03"
    assert review.next_unreviewed("TRF-01") == "PRV-03"
    assert review.next_unreviewed("gone") == "PRV-03"
    answer_review.review(office, made.id, "SEC-05", Verdict.MEETS)
    assert review_of(office, made).next_unreviewed("PRV-03") == ""


def test_what_a_verdict_would_do_is_what_it_does(office, engagement):
    made = answered(office, engagement)
    answer_review.review(office, made.id, "PRV-07", Verdict.MEETS)
    foretold = effect_of(review_of(office, made), "SEC-05", Verdict.PARTLY)
    assert (foretold.points, foretold.weight, foretold.counts) == (pytest.approx(3 * 0.5 * 0.55), 3, True)
    answer_review.review(office, made.id, "SEC-05", Verdict.PARTLY)
    assert review_of(office, made).score.strength == foretold.strength


def test_not_applicable_counts_for_nothing(office, engagement):
    review = review_of(office, answered(office, engagement))
    assert not effect_of(review, "SEC-05", Verdict.NA).counts
    assert effect_of(review, "SEC-05", Verdict.NA).points == 0


def test_a_verdict_given_to_what_was_read_shows_what_reading_again_shows(office, engagement):
    reviewed(office, engagement)
    made = answered(office, engagement, PRV_07="NO", PRV_10="")
    review = review_of(office, made)
    for act, more in (
        (answer_review.comment_on, ("SEC-05", "To be asked.")),
        (answer_review.review, ("PRV-07", Verdict.FAILS)),
        (answer_review.review, ("PRV-10", Verdict.NA)),
    ):
        review = with_answer(review, act(office, made.id, *more))
        assert review == review_of(office, made)


def test_a_gap_between_reports_is_suggested_until_it_is_raised(office, engagement):
    for start, end in (("2024-01-01", "2024-12-31"), ("2025-03-01", "2026-02-28")):
        add_document(
            office, engagement.vendor_id, None,
            {"kind": "SOC2_II", "title": f"SOC 2 {end}", "period_start": start, "period_end": end},
        )  # fmt: skip
    made = answered(office, engagement)
    (gap,) = review_of(office, made).ground.suggested
    assert (gap.severity, gap.title.params["days"]) == (Severity.M, 59)
    findings.raise_finding(
        office, engagement.id, gap.severity, "Gap", source=gap.source, assessment_id=made.id
    )
    assert review_of(office, made).ground.suggested == ()


def test_a_finished_review_is_over(office, engagement):
    assert not review_of(office, answered(office, engagement)).is_over
    office = an_office()
    assert review_of(office, reviewed(office, an_engagement(office)[1])).is_over
