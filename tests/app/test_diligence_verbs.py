"""Verbs of due diligence: questionnaire, assess, document."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace

import openpyxl
import pytest

from tests.support.calls import Desk
from vendorrisk.app.sample.answers import good_answers
from vendorrisk.app.shipped import ShippedQuestionnaires
from vendorrisk.app.tour.workbook import fill_workbook
from vendorrisk.domain.diligence.records import Severity, Verdict
from vendorrisk.domain.diligence.register_check import place_kind
from vendorrisk.usecases.diligence import answer_review, findings

DPA = ("--kind", "DPA")


@pytest.fixture
def filled(stocked, tmp_path):
    """The questionnaire workbook of the assessment, answered in part as a vendor would."""
    desk, ids = stocked
    file = tmp_path / "questions.xlsx"
    desk.ok("assess", "kit", ids["assessment"], "--out", file)
    return file


def test_questionnaires_are_listed_without_a_workspace(bare):
    found = bare.ok("questionnaire", "list")["questionnaires"]
    assert [set(one) >= {"id", "title", "version", "language", "questions"} for one in found] == [True, True]
    assert all(25 <= one["questions"] <= 40 for one in found)


def test_start_gives_the_assessment(desk):
    added = desk.add_vendor()
    told = desk.ok("assess", "start", added["engagement"], "--questionnaire", "privacy-security")
    assert told["assessment"]


def test_a_second_assessment_on_the_same_questions_is_refused(stocked):
    desk, _ = stocked
    answer = desk("assess", "start", "Norte Cloud", "--questionnaire", "privacy-security", "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "assessment.open_already")


def test_kit_writes_the_workbook_and_counts_its_questions(stocked, tmp_path):
    desk, ids = stocked
    told = desk.ok("assess", "kit", ids["assessment"], "--out", tmp_path / "questions.xlsx")
    questionnaire = ShippedQuestionnaires().get("privacy-security")
    assert (told["file"], told["questions"]) == (str(tmp_path / "questions.xlsx"), len(questionnaire.by_id))
    assert openpyxl.load_workbook(tmp_path / "questions.xlsx").sheetnames


def test_a_workbook_with_answers_is_written_over_only_where_somebody_says_so(stocked, filled):
    desk, ids = stocked
    again = ("assess", "kit", ids["assessment"], "--out", filled)
    desk.ok(*again)
    fill_workbook(filled, filled, {"PRV-01": "Yes"})
    answered = filled.read_bytes()
    refused = desk(*again, "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (7, "assess.kit_answered")
    assert filled.read_bytes() == answered
    desk.ok(*again, "--yes")
    assert filled.read_bytes() != answered


def test_receive_counts_what_was_taken_in(stocked, filled):
    desk, ids = stocked
    fill_workbook(filled, filled, {"PRV-01": "Yes"})
    total = len(ShippedQuestionnaires().get("privacy-security").by_id)
    told = desk.ok("assess", "receive", filled)
    assert (told["assessment"], told["answered"], told["changed"], told["invalid"], told["unknown"]) == (
        ids["assessment"], 1, 1, 0, 0,
    )  # fmt: skip
    assert told["blank"] == total - 1


def test_receiving_the_same_file_again_changes_nothing(stocked, filled):
    desk, _ = stocked
    fill_workbook(filled, filled, {"PRV-01": "Yes"})
    desk.ok("assess", "receive", filled)
    head = desk.ok("workspace", "info")["journal"]
    again = desk.ok("assess", "receive", filled)
    assert (again["answered"], again["changed"]) == (1, 0)
    assert desk.ok("workspace", "info")["journal"] == head


def test_an_answer_that_is_none_is_left_out_and_named_by_its_cell(stocked, filled):
    desk, _ = stocked
    fill_workbook(filled, filled, {"PRV-02": "perhaps"})
    answer = desk("assess", "receive", filled, "--json")
    assert (answer.code, answer.json["answered"], answer.json["invalid"]) == (3, 0, 1)
    (problem,) = answer.json["problems"]
    assert "!" in problem["where"]


def test_an_answer_that_contradicts_the_register_is_a_warning_and_taken_in(stocked, filled):
    desk, _ = stocked
    questions = ShippedQuestionnaires().get("privacy-security").questions()
    asked = next(one.id for one in questions if place_kind(one))
    fill_workbook(filled, filled, {asked: "India"})
    answer = desk("assess", "receive", filled, "--json")
    assert (answer.code, answer.json["answered"]) == (0, 1)
    assert {(one["where"], one["level"]) for one in answer.json["problems"]} == {(asked, "warning")}
    assert "names India" in answer.json["problems"][0]["what"]


def test_a_workbook_of_another_workspace_is_refused_and_nothing_stored(stocked, filled, desk_of_others):
    fill_workbook(filled, filled, {"PRV-01": "Yes"})
    answer = desk_of_others("assess", "receive", filled, "--json")
    assert answer.code == 7
    assert desk_of_others.ok("workspace", "info")["counts"]["assessments"] == 0


@pytest.fixture
def desk_of_others(template, tmp_path):
    keyring, place = template
    shutil.copytree(place / "acme", tmp_path / "others")
    return Desk({"VENDORRISK_WORKSPACE": str(tmp_path / "others")}, keyring=replace(keyring, asked=[]))


def test_a_strange_workbook_is_refused(stocked, tmp_path):
    desk, _ = stocked
    book = openpyxl.Workbook()
    book.active["A1"] = "hello"
    book.save(tmp_path / "strange.xlsx")
    assert desk("assess", "receive", tmp_path / "strange.xlsx").code == 7
    assert desk("assess", "receive", tmp_path / "none.xlsx").code == 4


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half", b"not a workbook"])
def test_a_file_that_is_no_workbook_is_said_to_be_none(stocked, tmp_path, content):
    desk, _ = stocked
    (tmp_path / "x.xlsx").write_bytes(content)
    answer = desk("assess", "receive", tmp_path / "x.xlsx", "--json")
    assert answer.code in {1, 7}
    assert answer.json["error"]["remedy"]


def test_review_records_a_verdict_and_score_shows_its_arithmetic(stocked):
    desk, ids = stocked
    refused = desk(
        "assess", "review", ids["assessment"], "--question", "PRV-01", "--verdict", "meets", "--json"
    )
    assert (refused.code, refused.json["error"]["kind"]) == (7, "review.blank_met")
    told = desk.ok("assess", "review", ids["assessment"], "--question", "PRV-01", "--verdict", "fails")
    assert told["verdict"] == "FAILS"
    again = desk("assess", "review", ids["assessment"], "--question", "PRV-01", "--verdict", "fails")
    assert again.out.strip() == "PRV-01: Fails"
    score = desk.ok("assess", "score", ids["assessment"])
    assert set(score) >= {"score", "coverage", "topics", "inherent", "residual", "tier", "why"}
    assert (score["inherent"], score["tier"], score["band"]) == (
        pytest.approx(49.823, abs=5e-4),
        2,
        score["band"],
    )
    assert all(set(one) >= {"what"} for one in score["why"])
    assert "0.4×4 + 0.15×4 + 0.25×3 + 0.2×3" in [one.get("formula") for one in score["why"]]


def test_a_score_that_cannot_be_computed_is_null_and_says_why(desk):
    desk.add_vendor()
    desk.ok("assess", "start", "Norte Cloud", "--questionnaire", "privacy-security")
    score = desk.ok("assess", "score", "Norte Cloud")
    assert (score["inherent"], score["residual"], score["tier"]) == (None, None, None)
    assert (score["score"], score["coverage"]) == (None, 0)
    assert score["why"][0]["what"] == "No answer has a verdict yet, so there is no score."
    assert "no score" in desk("assess", "score", "Norte Cloud").out
    assert "no rating" in score["why"][-1]["what"]


def test_an_unknown_question_is_not_found(stocked):
    desk, ids = stocked
    assert desk("assess", "review", ids["assessment"], "--question", "XXX-99", "--verdict", "meets").code == 4
    assert desk("assess", "review", ids["assessment"], "--question", "PRV-01", "--verdict", "maybe").code == 2


def test_finishing_before_everything_is_judged_names_what_is_missing(stocked):
    desk, ids = stocked
    answer = desk("assess", "finish", ids["assessment"], "--json")
    assert (answer.code, answer.json["error"]["kind"]) == (7, "review.unfinished")
    assert "blocked" not in answer.json, "no guard is named where none is meant"
    told = answer.json["error"]["what"]
    assert "PRV-01 (" in told
    assert ".," not in told


@pytest.fixture
def judged(stocked):
    """Every answer of the assessment has its verdict: one fails, one is partly met, the others meet."""
    desk, ids = stocked
    asked = ShippedQuestionnaires().get("privacy-security")
    questions = list(asked.by_id)
    verdicts = dict.fromkeys(questions, Verdict.MEETS) | {"PRV-07": Verdict.FAILS, "PRV-18": Verdict.PARTLY}
    with desk.opened() as workspace:
        answers = good_answers(asked, workspace.office.clock.today(), ("BR",))
        answer_review.save_answers(workspace.office, ids["assessment"], answers)
        answer_review.review_many(workspace.office, ids["assessment"], verdicts)
    return desk, ids


def test_finishing_warns_of_what_falls_short_without_a_finding(judged):
    desk, ids = judged
    tried = desk.ok("assess", "finish", ids["assessment"], "--dry-run")
    told = desk.ok("assess", "finish", ids["assessment"])
    assert told | {"dry_run": True} == tried
    assert (told["assessment"], told["state"]) == (ids["assessment"], "FINISHED")
    assert [(one["where"], one["level"]) for one in told["problems"]] == [
        ("PRV-07", "warning"), ("PRV-18", "warning"),
    ]  # fmt: skip
    fails, partly = told["problems"]
    assert fails["what"].endswith(" does not meet the requirement and has no finding.")
    assert partly["what"].endswith(" meets the requirement only partly and has no finding.")
    assert all(one["remedy"].startswith("Raise a finding for it") for one in told["problems"])
    again = desk("assess", "finish", ids["assessment"], "--json")
    assert (again.code, again.json["error"]["kind"]) == (7, "assessment.ended")


def test_people_read_the_warnings_of_finishing_beside_the_answer_and_none_where_findings_stand(judged):
    desk, ids = judged
    with desk.opened() as workspace:
        findings.raise_finding(
            workspace.office, ids["engagement"], Severity.H, "No duty of secrecy", source="PRV-07",
            assessment_id=ids["assessment"],
        )  # fmt: skip
    answer = desk("assess", "finish", ids["assessment"])
    assert (answer.code, answer.out.strip()) == (0, "Finished")
    assert "PRV-18" in answer.err
    assert "PRV-07" not in answer.err


# document


def test_a_document_is_kept_with_the_digest_of_its_file(desk, tmp_path):
    desk.add_vendor()
    file = tmp_path / "iso.pdf"
    file.write_bytes(b"%PDF-1.7 a certificate")
    told = desk.ok("document", "add", "Norte Cloud", file, "--kind", "iso 27001", "--valid-to", "2027-05-13")
    assert told["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    (one,) = desk.ok("document", "list")["documents"]
    assert (one["document"], one["kind"], one["title"], one["file_name"], one["valid_to"]) == (
        told["document"], "ISO27001", "iso.pdf", "iso.pdf", "2027-05-13",
    )  # fmt: skip
    assert set(one) >= {"status", "why"}
    stored = b"".join(each.read_bytes() for each in (desk.workspace / "files").rglob("*") if each.is_file())
    assert stored
    assert b"a certificate" not in stored


def test_check_lists_only_what_does_not_count_today(stocked):
    desk, ids = stocked
    standing = lambda day, verb: [  # noqa: E731
        (one["document"], one["status"]) for one in desk.ok("document", verb, "--today", day)["documents"]
    ]
    assert standing("2027-05-13", "check") == []
    assert standing("2027-05-13", "list") == [(ids["document"], "VALID")]
    assert standing("2027-05-14", "check") == [(ids["document"], "EXPIRED")]


@pytest.mark.parametrize(
    "options",
    [
        ["--kind", "nonsense"],
        ["--kind", "DPA", "--valid-to", "13/05/2027"],
        ["--kind", "DPA", "--field", "sha256=00"],
        ["--kind", "DPA", "--field", "x"],
    ],
)
def test_a_document_with_a_wrong_field_is_refused_before_its_file_is_kept(desk, tmp_path, options):
    desk.add_vendor()
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    assert desk("document", "add", "Norte Cloud", tmp_path / "x.pdf", *options).code == 2
    assert [one for one in (desk.workspace / "files").rglob("*") if one.is_file()] == []


def test_a_document_may_be_about_one_engagement(desk, tmp_path):
    added = desk.add_vendor()
    (tmp_path / "dpa.pdf").write_bytes(b"%PDF-1.7")
    desk.ok(
        "document", "add", "Norte Cloud", tmp_path / "dpa.pdf", "--kind", "DPA", "--engagement", "Norte Cloud"
    )
    (one,) = desk.ok("document", "list", "--vendor", "Norte Cloud")["documents"]
    assert (one["engagement_id"], one["vendor"]) == (added["engagement"], added["vendor"])


def test_a_file_that_is_not_there_is_not_found(desk, tmp_path):
    desk.add_vendor()
    assert desk("document", "add", "Norte Cloud", tmp_path / "none.pdf", "--kind", "DPA").code == 4
