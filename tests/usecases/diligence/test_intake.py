"""A returned workbook: what of it is taken in, what is not, and what it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.assessed import SOC2, an_engagement, answers_to, filled, sent_kit
from tests.support.questionnaires import GOOD, SMALL
from vendorrisk.domain.diligence.records import Document, Verdict
from vendorrisk.domain.message import Refused
from vendorrisk.usecases import editing
from vendorrisk.usecases.diligence import answer_review, assessments, intake
from vendorrisk.usecases.diligence.documents import add_document


def test_a_returned_workbook_is_held_against_the_questions_it_was_made_with(office, vendor, engagement):
    report = add_document(office, vendor.id, None, SOC2)
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    office.clock.day = date(2028, 3, 1)
    with office.book.reading() as reader:
        assert reader.get(Document, report.id).period_end == date(2026, 9, 30)
    received = intake.take_in(office, seen, "sha-1")
    assert (received.answered, received.blank, received.problems) == (len(SMALL.by_id) - 1, 0, ())


def test_an_answer_is_taken_although_its_question_was_left_out_elsewhere(office, vendor, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    add_document(office, vendor.id, None, SOC2)
    assert intake.take_in(office, seen, "sha-1").answered == len(SMALL.by_id)


def test_the_same_file_again_changes_nothing_and_says_so(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    first = intake.take_in(office, seen, "sha-1")
    answer_review.review(office, made.id, "PRV-07", Verdict.MEETS)
    again = intake.take_in(office, seen, "sha-1")
    assert (first.seen_before, first.changed) == (False, len(SMALL.by_id))
    assert (again.seen_before, again.changed) == (True, 0)
    assert answers_to(office, made)["PRV-07"].verdict is Verdict.MEETS


def test_a_changed_answer_loses_its_verdict_and_the_others_keep_theirs(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    kit = sent_kit(office, made)
    intake.take_in(office, filled(kit, GOOD), "sha-1")
    answer_review.review_many(office, made.id, {"PRV-07": Verdict.MEETS, "SEC-05": Verdict.MEETS})
    done = intake.take_in(office, filled(kit, GOOD | {"SEC-05": "NO"}), "sha-2")
    found = answers_to(office, made)
    assert done.changed == 1
    assert (found["PRV-07"].verdict, found["SEC-05"].verdict) == (Verdict.MEETS, None)


def test_a_workbook_of_another_vendor_is_refused_with_its_name_and_nothing_is_stored(office, engagement):
    other, _ = an_engagement(office, "Northgate Identity")
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    with pytest.raises(Refused) as refused:
        intake.take_in(office, seen, "sha-1", other.id)
    assert refused.value.what.params == {"vendor": "Eastline Voice"}
    assert answers_to(office, made) == {}


def test_looking_through_a_workbook_tells_what_taking_it_in_does_and_changes_nothing(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD | {"PRV-18": "soon", "PRV-10": ""})
    head = office.book.head()
    told = intake.look_through(office, seen, "sha-1")
    assert (office.book.head(), answers_to(office, made)) == (head, {})
    assert (told.answered, told.blank, told.invalid) == (7, 1, 1)
    assert [one.where for one in told.problems] == ["Questions!E5"]
    done = intake.take_in(office, seen, "sha-1")
    assert replace(done, assessment=told.assessment) == told


def test_an_ended_assessment_takes_no_more_answers(office, engagement):
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    assessments.cancel(office, made.id)
    with pytest.raises(Refused):
        intake.take_in(office, seen, "sha-1")


def test_editing_a_report_after_sending_does_not_ask_anew(office, vendor, engagement):
    report = add_document(office, vendor.id, None, SOC2)
    made = assessments.start(office, engagement.id, "small")
    seen = filled(sent_kit(office, made), GOOD)
    editing.edit(office, Document, report.id, {"title": "SOC 2 report of Deloitte"})
    assert intake.take_in(office, seen, "sha-1").problems == ()
