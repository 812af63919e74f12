"""Assessments: what the vendor is asked, what is shown of last year, and what a returned workbook changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.assessed import an_engagement, an_office, answered, filled, reviewed, stored
from tests.support.questionnaires import GOOD, MFA, SECRECY, SMALL, en, with_question
from vendorrisk.domain.diligence.records import Answer, AssessmentState, Document, Verdict
from vendorrisk.domain.message import Refused
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, assessments
from vendorrisk.usecases.diligence.documents import add_document

SOC2 = {
    "kind": "SOC2_II", "title": "SOC 2", "criteria": "CC", "period_start": "2025-10-01",
    "period_end": "2026-09-30", "opinion": "UNQUALIFIED", "covers_vendor": "yes", "covers_service": "yes",
    "covers_sites": "yes",
}  # fmt: skip


@pytest.fixture
def office():
    return an_office()


@pytest.fixture
def vendor_and_engagement(office):
    return an_engagement(office)


@pytest.fixture
def vendor(vendor_and_engagement):
    return vendor_and_engagement[0]


@pytest.fixture
def engagement(vendor_and_engagement):
    return vendor_and_engagement[1]


def answers(office, assessment):
    with office.book.reading() as reader:
        return {one.question: one for one in reader.find(Answer, assessment_id=assessment.id)}


def sent_kit(office, assessment):
    assessments.write_workbook(office, assessment.id, Path("kit.xlsx"))
    return office.papers.kits[-1]


def test_the_first_workbook_asks_everything_and_shows_nothing_of_before(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    kit = sent_kit(office, made)
    assert (kit.skipped, kit.previous) == (frozenset(), {})
    assert stored(office, made).state is AssessmentState.SENT


def test_a_workbook_leaves_out_what_a_valid_report_answers(office, vendor, engagement):
    add_document(office, vendor.id, None, SOC2)
    made = assessments.start(office, engagement.id, "small")
    assert assessments.write_workbook(office, made.id, Path("kit.xlsx")) == len(SMALL.by_id) - 1
    assert office.papers.kits[-1].skipped == {MFA.id}


def test_a_report_that_does_not_cover_the_service_leaves_nothing_out(office, vendor, engagement):
    add_document(office, vendor.id, None, SOC2 | {"covers_service": "no"})
    kit = sent_kit(office, assessments.start(office, engagement.id, "small"))
    assert kit.skipped == frozenset()


def test_a_returned_workbook_is_held_against_the_questions_it_was_made_with(office, vendor, engagement):
    report = add_document(office, vendor.id, None, SOC2)
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    office.clock.day = date(2028, 3, 1)
    with office.book.reading() as reader:
        assert reader.get(Document, report.id).period_end == date(2026, 9, 30)
    received = assessments.take_in(office, seen, "sha-1")
    assert (received.answered, received.blank, received.problems) == (len(SMALL.by_id) - 1, 0, ())


def test_an_answer_is_taken_although_its_question_was_left_out_elsewhere(office, vendor, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    add_document(office, vendor.id, None, SOC2)
    assert assessments.take_in(office, seen, "sha-1").answered == len(SMALL.by_id)


def test_last_years_answers_are_shown_where_the_question_kept_its_wording(engagement):
    office = an_office(SMALL)
    _, own = an_engagement(office)
    reviewed(office, own)
    reworded = replace(SECRECY, text=en("Are people bound to secrecy?"))
    office.questionnaires.known = (SMALL, replace(with_question(reworded), version="2"))
    kit = sent_kit(office, assessments.start(office, own.id, "small"))
    assert kit.questionnaire.version == "2"
    assert kit.previous == {question: value for question, value in GOOD.items() if question != SECRECY.id}


def test_the_same_file_again_changes_nothing_and_says_so(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    first = assessments.take_in(office, seen, "sha-1")
    answer_review.review(office, made.id, "PRV-07", Verdict.MEETS)
    again = assessments.take_in(office, seen, "sha-1")
    assert (first.seen_before, first.changed) == (False, len(SMALL.by_id))
    assert (again.seen_before, again.changed) == (True, 0)
    assert answers(office, made)["PRV-07"].verdict is Verdict.MEETS


def test_a_changed_answer_loses_its_verdict_and_the_others_keep_theirs(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    kit = sent_kit(office, made)
    assessments.take_in(office, filled(kit, GOOD), "sha-1")
    answer_review.review_many(office, made.id, {"PRV-07": Verdict.MEETS, "SEC-05": Verdict.MEETS})
    done = assessments.take_in(office, filled(kit, GOOD | {"SEC-05": "NO"}), "sha-2")
    found = answers(office, made)
    assert done.changed == 1
    assert (found["PRV-07"].verdict, found["SEC-05"].verdict) == (Verdict.MEETS, None)


def test_a_workbook_of_another_vendor_is_refused_with_its_name_and_nothing_is_stored(office, engagement):
    other, _ = an_engagement(office, "Northgate Identity")
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    with pytest.raises(Refused) as refused:
        assessments.take_in(office, seen, "sha-1", expected_vendor=other.id)
    assert refused.value.what.params == {"vendor": "Eastline Voice"}
    assert answers(office, made) == {}


def test_looking_through_a_workbook_tells_what_taking_it_in_does_and_changes_nothing(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD | {"PRV-18": "soon", "PRV-10": ""})
    head = office.book.head()
    told = assessments.look_through(office, seen, "sha-1")
    assert (office.book.head(), answers(office, made)) == (head, {})
    assert (told.answered, told.blank, told.invalid) == (7, 1, 1)
    assert [one.where for one in told.problems] == ["Questions!E5"]
    done = assessments.take_in(office, seen, "sha-1")
    assert replace(done, assessment=told.assessment) == told


def test_an_ended_assessment_takes_no_more_answers(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    assessments.cancel(office, made.id)
    with pytest.raises(Refused):
        assessments.take_in(office, seen, "sha-1")


def test_there_is_no_last_time_before_the_first_one_is_finished(office, engagement):
    made = answered(office, engagement)
    with office.book.reading() as reader:
        assert assessments.last_time(office, reader, made) is None


def test_last_time_is_the_newest_finished_one_with_its_answers(office, engagement):
    reviewed(office, engagement, PRV_18="48")
    latest = reviewed(office, engagement)
    made = assessments.start(office, engagement.id, "small")
    with office.book.reading() as reader:
        found = assessments.last_time(office, reader, made)
    assert found.assessment == latest
    assert {question: one.value for question, one in found.answers.items()} == GOOD


def test_editing_a_report_after_sending_does_not_ask_anew(office, vendor, engagement):
    report = add_document(office, vendor.id, None, SOC2)
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    editing.edit(office, Document, report.id, {"title": "SOC 2 report of Deloitte"})
    assert assessments.take_in(office, seen, "sha-1").problems == ()
