"""One question of a review: answers in words, what is new in them, evidence on file, and the register."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.assessed import answered, reviewed
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.register_check import Difference, PlaceDifference
from vendorrisk.domain.diligence.text_changes import Stretch
from vendorrisk.domain.message import msg
from vendorrisk.usecases.diligence import answer_review
from vendorrisk.usecases.diligence.documents import add_document
from vendorrisk.usecases.diligence.review_sheet import AgedBy, blanks_text, question_sheet
from vendorrisk.usecases.diligence.review_view import read_review


def sheet_of(office, assessment, question):
    with office.book.reading() as reader:
        review = read_review(office, reader, assessment.id)
    return question_sheet(office, review, question)


def text(stretches):
    return "".join(one.text for one in stretches)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("PRV-07", "Yes"),
        ("PRV-03", "Message or call content; Extra safeguards for them"),
        ("PRV-18", "24 hours"),
        ("PRV-10", "Dr. Đuro Šarić, dpo@vendor.example"),
        ("SEC-09", "TLS 1.3"),
        ("SEC-13", "99.5 %"),
        ("BCM-03", "30 June 2026"),
        ("TRF-01", "Germany, Ireland"),
    ],
)
def test_answers_are_shown_in_words(office, engagement, question, words):
    assert text(sheet_of(office, answered(office, engagement), question).now) == words


@pytest.mark.parametrize(("value", "words"), [("NONE", "No fixed time"), ("NA", "Not applicable"), ("", "")])
def test_special_answers_too(office, engagement, value, words):
    question = "SEC-05" if value == "NA" else "PRV-18"
    made = answered(office, engagement, **{question.replace("-", "_"): value})
    assert text(sheet_of(office, made, question).now) == words


def test_a_comment_follows_its_answer(office, engagement):
    made = answered(office, engagement)
    for question, comment, whole in (
        ("PRV-07", "By contract.", "Yes. By contract."),
        ("PRV-10", "Function only.", "Dr. Đuro Šarić, dpo@vendor.example\nFunction only."),
    ):
        value = {"PRV-07": "YES", "PRV-10": "Dr. Đuro Šarić, dpo@vendor.example"}[question]
        answer_review.save_answer(office, made.id, question, value, comment=comment)
        assert text(sheet_of(office, made, question).now) == whole


def test_the_first_time_nothing_is_marked_as_new(office, engagement):
    sheet = sheet_of(office, answered(office, engagement), "PRV-07")
    assert (sheet.now, sheet.before, sheet.received_before) == ((Stretch("Yes", is_new=False),), "", None)


def test_the_second_time_new_words_are_marked(office, engagement):
    office.clock.day = date(2025, 11, 3)
    reviewed(office, engagement, PRV_18="24")
    office.clock.day = date(2026, 11, 20)
    sheet = sheet_of(office, answered(office, engagement, PRV_18="48"), "PRV-18")
    assert sheet.now == (Stretch("48", is_new=True), Stretch(" hours", is_new=False))
    assert (sheet.before, sheet.received_before, sheet.received) == (
        "24 hours",
        date(2025, 11, 3),
        date(2026, 11, 20),
    )


def test_evidence_names_documents_on_file_with_what_they_are_worth(office, engagement):
    report = add_document(
        office, engagement.vendor_id, None,
        {"kind": "SOC2_II", "title": "SOC 2 2026", "period_start": "2025-10-01", "period_end": "2026-09-30"},
    )  # fmt: skip
    made = answered(office, engagement)
    answer_review.save_answer(office, made.id, "SEC-05", "YES", evidence="SOC 2 2026, p. 31; our wiki")
    on_file, elsewhere = sheet_of(office, made, "SEC-05").evidence
    assert (on_file.credit.document, on_file.line.page) == (report, 31)
    assert on_file.aged == (AgedBy.PERIOD, date(2026, 9, 30))
    assert (elsewhere.line.text, elsewhere.credit, elsewhere.aged) == ("our wiki", None, None)


def test_countries_are_held_against_the_register(office, engagement):
    made = answered(office, engagement, TRF_01="DE;PH")
    sheet = sheet_of(office, made, "TRF-01")
    assert sheet.differences == (
        PlaceDifference(difference=Difference.NOT_ON_FILE, kind="STORAGE", country="PH"),
    )
    assert (sheet.proposal.severity, sheet.proposal.title) == (Severity.H, "Country unknown to us")


def test_most_questions_have_nothing_in_the_register_to_compare(office, engagement):
    sheet = sheet_of(office, answered(office, engagement), "PRV-07")
    assert (sheet.differences, sheet.proposal) == (None, None)
    assert sheet.references == (
        msg("review.reference", framework=msg("framework.gdpr"), places=["28(3)(b)"]),
    )


def test_a_question_of_another_questionnaire_has_no_sheet(office, engagement):
    assert sheet_of(office, answered(office, engagement), "ANN-01") is None


def test_the_text_about_blanks_names_each_with_its_number(office, engagement):
    made = answered(office, engagement, PRV_10="", SEC_13="")
    with office.book.reading() as reader:
        review = read_review(office, reader, made.id)
    lines = blanks_text(office, review).splitlines()
    assert lines[2:4] == ["1.4  Question PRV-10?", "2.3  Question SEC-13?"]
    assert "A small questionnaire" in lines[0]
    assert "These questions" in lines[0]


def test_one_blank_is_asked_about_in_the_singular(office, engagement):
    made = answered(office, engagement, PRV_10="")
    with office.book.reading() as reader:
        assert "This question" in blanks_text(office, read_review(office, reader, made.id))
