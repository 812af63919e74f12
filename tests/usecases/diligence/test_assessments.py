"""Assessments: what the vendor is asked, what is shown of last year, and what a returned workbook changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.support.assessed import (
    SOC2,
    an_engagement,
    an_office,
    answered,
    reviewed,
    sent_kit,
    stored,
)
from tests.support.questionnaires import GOOD, MFA, SECRECY, SMALL, en, with_question
from vendorrisk.domain.diligence.records import AssessmentState
from vendorrisk.usecases.diligence import assessments
from vendorrisk.usecases.diligence.documents import add_document


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


def test_last_years_answers_are_shown_where_the_question_kept_its_wording(engagement):
    office = an_office(SMALL)
    _, own = an_engagement(office)
    reviewed(office, own)
    reworded = replace(SECRECY, text=en("Are people bound to secrecy?"))
    office.questionnaires.known = (SMALL, replace(with_question(reworded), version="2"))
    kit = sent_kit(office, assessments.start(office, own.id, "small"))
    assert kit.questionnaire.version == "2"
    assert kit.previous == {question: value for question, value in GOOD.items() if question != SECRECY.id}


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
