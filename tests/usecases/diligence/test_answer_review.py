"""The answer review: verdicts, comments, evidence, last year's verdicts, and what is still missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.assessed import an_engagement, an_office, answered, reviewed, stored
from tests.support.questionnaires import SECRECY, SMALL, en, with_question
from tests.support.words import english
from vendorrisk.domain.diligence.records import Answer, AssessmentState, Severity, Verdict
from vendorrisk.domain.message import BadInput, Level, NotFound, Refused, msg
from vendorrisk.domain.register.records import Engagement
from vendorrisk.usecases.diligence import answer_review
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.diligence.finding_proposals import unraised
from vendorrisk.usecases.diligence.findings import raise_finding


def answer(office, assessment, question):
    with office.book.reading() as reader:
        return reader.find(Answer, assessment_id=assessment.id, question=question)[0]


def test_a_verdict_keeps_who_and_when_and_begins_the_review(office, engagement):
    made = answered(office, engagement)
    answer_review.review(office, made.id, "PRV-07", Verdict.PARTLY, comment="By contract only.")
    judged = answer(office, made, "PRV-07")
    assert (judged.verdict, judged.verdict_comment) == (Verdict.PARTLY, "By contract only.")
    assert (judged.reviewed_by, judged.reviewed_on) == ("Ana Novak", date(2026, 11, 23))
    assert stored(office, made).state is AssessmentState.IN_REVIEW


def test_a_verdict_is_one_step_that_can_be_taken_back(office, engagement):
    made = answered(office, engagement)
    before = answer(office, made, "PRV-07")
    answer_review.review(office, made.id, "PRV-07", Verdict.PARTLY)
    office.book.undo()
    assert (answer(office, made, "PRV-07"), stored(office, made)) == (before, made)


def test_a_comment_can_come_before_the_verdict(office, engagement):
    made = answered(office, engagement)
    answer_review.comment_on(office, made.id, "PRV-07", "To be asked.")
    judged = answer(office, made, "PRV-07")
    assert (judged.verdict, judged.verdict_comment) == (None, "To be asked.")


def test_a_blank_question_can_be_commented_and_judged(office, engagement):
    made = answered(office, engagement, PRV_10="")
    answer_review.comment_on(office, made.id, "PRV-10", "Nobody named.")
    answer_review.review(office, made.id, "PRV-10", Verdict.FAILS, comment="Nobody named.")
    judged = answer(office, made, "PRV-10")
    assert (judged.value, judged.verdict, judged.verdict_comment) == ("", Verdict.FAILS, "Nobody named.")


@pytest.mark.parametrize("act", [answer_review.comment_on, answer_review.review])
def test_a_question_of_another_questionnaire_is_refused(office, engagement, act):
    made = answered(office, engagement)
    with pytest.raises(NotFound):
        act(office, made.id, "ANN-01", Verdict.MEETS)


@pytest.mark.parametrize(
    "act",
    [
        lambda *given: answer_review.review_many(*given, {"PRV-07": Verdict.MEETS, "ANN-01": Verdict.MEETS}),
        lambda *given: answer_review.save_answers(*given, {"PRV-07": "NO", "ANN-01": "YES"}),
        lambda *given: answer_review.save_answer(*given, "ANN-01", "YES"),
    ],
)
def test_one_unknown_question_among_several_refuses_them_all(office, engagement, act):
    made = answered(office, engagement)
    before = answer(office, made, "PRV-07")
    with pytest.raises(NotFound) as refused:
        act(office, made.id)
    assert refused.value.what == msg("question.unknown", question="ANN-01")
    assert answer(office, made, "PRV-07") == before


def test_evidence_is_linked_by_name_and_page_and_the_verdict_stays(office, engagement):
    made = answered(office, engagement)
    report = add_document(office, engagement.vendor_id, None, {"kind": "SOC2_II", "title": "SOC 2 2026"})
    answer_review.review(office, made.id, "SEC-05", Verdict.MEETS)
    answer_review.link_evidence(office, made.id, "SEC-05", report.id, page=31)
    answer_review.link_evidence(office, made.id, "SEC-05", report.id)
    answer_review.link_evidence(office, made.id, "SEC-05", report.id)
    linked = answer(office, made, "SEC-05")
    assert (linked.evidence, linked.verdict) == ("SOC 2 2026, p. 31\nSOC 2 2026", Verdict.MEETS)


def test_a_document_of_another_vendor_is_no_evidence(office, engagement):
    made = answered(office, engagement)
    other, _ = an_engagement(office, "Northgate Identity")
    report = add_document(office, other.id, None, {"kind": "SOC2_II", "title": "SOC 2 2026"})
    with pytest.raises(Refused):
        answer_review.link_evidence(office, made.id, "SEC-05", report.id)
    assert answer(office, made, "SEC-05").evidence == ""


def test_unchanged_answers_take_last_years_verdict_and_comment_as_one_step(office, engagement):
    before = answered(office, engagement)
    answer_review.review_many(office, before.id, dict.fromkeys(SMALL.by_id, Verdict.MEETS))
    answer_review.review(office, before.id, "SEC-05", Verdict.PARTLY, comment="Not for all.")
    answer_review.finish(office, before.id)
    now = answered(office, engagement, PRV_07="NO", PRV_10="")
    answer_review.review(office, now.id, "SEC-09", Verdict.FAILS)
    assert answer_review.accept_unchanged(office, now.id) == len(SMALL.by_id) - 3
    taken = answer(office, now, "SEC-05")
    assert (taken.verdict, taken.verdict_comment) == (Verdict.PARTLY, "Not for all.")
    assert (answer(office, now, "PRV-07").verdict, answer(office, now, "SEC-09").verdict) == (
        None,
        Verdict.FAILS,
    )
    office.book.undo()
    assert answer(office, now, "SEC-05").verdict is None


def test_an_answer_to_a_reworded_question_is_not_accepted_unseen(engagement):
    office = an_office(SMALL)
    _, own = an_engagement(office)
    reviewed(office, own)
    reworded = replace(SECRECY, text=en("Are people bound to secrecy?"))
    office.questionnaires.known = (SMALL, replace(with_question(reworded), version="2"))
    now = answered(office, own)
    assert answer_review.accept_unchanged(office, now.id) == len(SMALL.by_id) - 1
    assert answer(office, now, SECRECY.id).verdict is None


def test_the_first_time_there_is_nothing_to_accept_and_no_step(office, engagement):
    made = answered(office, engagement)
    head = office.book.head()
    assert answer_review.accept_unchanged(office, made.id) == 0
    assert office.book.head() == head


def test_what_is_missing_names_the_questions_and_the_knock_outs_among_them(office, engagement):
    made = answered(office, engagement)
    verdicts = dict.fromkeys(set(SMALL.by_id) - {"PRV-07", "SEC-13"}, Verdict.MEETS)
    answer_review.review_many(office, made.id, verdicts)
    made = stored(office, made)
    with office.book.reading() as reader:
        found = answer_review.progress(office, reader, made)
    assert (found.asked, found.reviewed) == (9, 7)
    assert found.missing == (
        msg("review.unjudged", count=2, questions=["PRV-07", "SEC-13"]),
        msg("review.knock_outs", count=1, questions=["PRV-07"]),
    )
    with pytest.raises(Refused) as refused:
        answer_review.finish(office, made.id)
    names = {one: SMALL.by_id[one].short.get("en") for one in ("PRV-07", "SEC-13")}
    first, second = (f"{one} ({name})" if name else one for one, name in names.items())
    assert english().say(refused.value.what) == (
        f"The review cannot be finished. Without a verdict (2): {first}, {second}. "
        f"Knock-out questions among them (1): {first}."
    )


def test_finishing_makes_the_next_assessment_due_a_year_later(office, engagement):
    made = reviewed(office, engagement)
    with office.book.reading() as reader:
        found = reader.get(Engagement, engagement.id)
    assert (made.state, made.finished_on) == (AssessmentState.FINISHED, date(2026, 11, 23))
    assert (found.anchor, found.cycles) == (date(2026, 11, 23), 1)
    with pytest.raises(Refused):
        answer_review.comment_on(office, made.id, "PRV-07", "Too late.")


def test_after_finishing_answers_that_fall_short_without_a_finding_are_warnings(office, engagement):
    made = answered(office, engagement)
    verdicts = dict.fromkeys(SMALL.by_id, Verdict.MEETS) | {"PRV-07": Verdict.FAILS, "SEC-13": Verdict.PARTLY}
    answer_review.review_many(office, made.id, verdicts)
    finished = answer_review.finish(office, made.id)

    def warned():
        with office.book.reading() as reader:
            return [(one.where, one.what.key, one.level) for one in unraised(office, reader, finished)]

    short = [
        ("PRV-07", "finding.none.FAILS", Level.WARNING),
        ("SEC-13", "finding.none.PARTLY", Level.WARNING),
    ]
    assert warned() == short
    raise_finding(office, engagement.id, Severity.H, "No test", source="PRV-07", assessment_id=finished.id)
    assert warned() == short[1:]


@pytest.mark.parametrize(
    "act",
    [
        lambda *given: answer_review.save_answers(*given, {"PRV-03": "CONTENT;NA", "PRV-07": "NO"}),
        lambda *given: answer_review.save_answer(*given, "PRV-03", "CONTENT;NA"),
    ],
)
def test_answers_that_exclude_each_other_are_refused(office, engagement, act):
    made = answered(office, engagement)
    before = answer(office, made, "PRV-07")
    with pytest.raises(BadInput) as refused:
        act(office, made.id)
    assert [(one.where, one.what.key) for one in refused.value.problems] == [
        ("PRV-03", "answer.contradiction")
    ]
    assert answer(office, made, "PRV-07") == before


def test_an_answer_without_the_comment_it_needs_is_named_until_there_is_one(office, engagement):
    made = answered(office, engagement)

    def named():
        with office.book.reading() as reader:
            return [one.where for one in answer_review.uncommented(office, reader, made)]

    assert named() == []
    answer_review.save_answer(office, made.id, "PRV-07", "NO")
    assert named() == ["PRV-07"]
    answer_review.save_answer(office, made.id, "PRV-07", "NO", comment="From March on.")
    assert named() == []
