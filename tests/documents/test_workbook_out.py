"""The questionnaire workbook as it is sent: locked, checked, and without a formula that is not ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.support.kits import ANSWER, COMMENT, EVIDENCE, QUESTIONS, a_kit, rows_by_id, seen, written
from tests.support.questionnaires import ALL_IDS, OFFICER, SMALL, en, with_question
from tests.support.words import english
from vendorrisk.documents.questionnaires import read_folder
from vendorrisk.documents.workbook_out import questionnaire_workbook
from vendorrisk.domain.diligence.questionnaire import Questionnaire
from vendorrisk.domain.diligence.returned import Returned, judge

SHIPPED, _ = read_folder(Path(__file__).parents[2] / "questionnaires")


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return written(tmp_path / "kit.xlsx")


def judged(path: Path, questionnaire: Questionnaire = SMALL) -> Returned:
    return judge(seen(path), questionnaire)


def test_the_same_kit_gives_the_same_bytes():
    assert questionnaire_workbook(a_kit(), english()) == questionnaire_workbook(a_kit(), english())
    assert questionnaire_workbook(a_kit(), english()) != questionnaire_workbook(a_kit(token="x"), english())


def test_only_answers_comments_and_evidence_can_be_filled_in(blank: Path):
    sheet = load_workbook(blank)[QUESTIONS]
    rows = rows_by_id(sheet)
    assert sheet.protection.sheet
    for id_, row in rows.items():
        multi = SMALL.by_id[id_.partition("/")[0]].type.value == "MULTI"
        letters = {letter for letter in "ABCDEFGJ" if not sheet[f"{letter}{row}"].protection.locked}
        assert letters == (
            {ANSWER} if "/" in id_ else {COMMENT, EVIDENCE} if multi else {ANSWER, COMMENT, EVIDENCE}
        )


def test_an_answer_that_needs_a_comment_is_told_beside_its_question(blank: Path):
    sheet = load_workbook(blank)[QUESTIONS]
    rows = rows_by_id(sheet)
    told = {
        id_ for id_, row in rows.items() if "Please explain in the comment" in str(sheet[f"D{row}"].value)
    }
    assert told == {"PRV-07"}
    assert str(sheet[f"D{rows['PRV-07']}"].value).endswith("if you answer: No.")


def test_marks_and_ids_are_out_of_sight(blank: Path):
    book = load_workbook(blank)
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == ["Start here", QUESTIONS]
    sheet = book[QUESTIONS]
    assert (sheet.row_dimensions[1].hidden, sheet.column_dimensions["A"].hidden) == (True, True)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("D3", "$2:$2")


def rules_of(path: Path) -> dict[str, Any]:
    sheet = load_workbook(path)[QUESTIONS]
    rows = {f"{ANSWER}{row}": id_ for id_, row in rows_by_id(sheet).items()}
    return {
        rows[str(cell)]: rule
        for rule in sheet.data_validations.dataValidation
        for cells in rule.sqref.ranges
        for cell in (f"{ANSWER}{number}" for number in range(cells.min_row, cells.max_row + 1))
    }


def test_every_answer_cell_checks_what_is_typed(blank: Path):
    rules = rules_of(blank)
    assert set(rules) == {
        *(set(ALL_IDS) - {"PRV-03"}),
        *(f"PRV-03/{code}" for code in ("CONTENT", "SPECIAL", "SAFEGUARDS", "NA")),
    }
    assert {id_: rule.type for id_, rule in rules.items() if "/" not in id_} == {
        "PRV-07": "list",
        "SEC-05": "list",
        "SEC-09": "list",
        "PRV-18": "custom",
        "SEC-13": "custom",
        "BCM-03": "custom",
        "PRV-10": "textLength",
        "TRF-01": "textLength",
    }
    assert "_lists" in rules["PRV-18"].formula1  # the words "No fixed time" pass as well
    assert "_lists" not in rules["SEC-13"].formula1


def listed(path: Path, id_: str) -> list[str]:
    lists = load_workbook(path)["_lists"]
    cells = rules_of(path)[id_].formula1.partition("!")[2].replace("$", "")
    return [cell.value for (cell,) in lists[cells]]


def test_lists_offer_the_answers_in_words(blank: Path):
    assert listed(blank, "PRV-07") == ["Yes", "No"]
    assert listed(blank, "SEC-05") == ["Yes", "Partly", "No", "Not applicable"]
    assert listed(blank, "SEC-09") == ["TLS 1.3", "TLS 1.2", "Anything older, or none"]
    assert listed(blank, "PRV-03/CONTENT") == ["Yes", "No"]


def formulas(path: Path) -> list[tuple[str, str, str]]:
    book = load_workbook(path)
    return [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_the_only_formulas_are_those_that_count(blank: Path):
    found = formulas(blank)
    assert [value for sheet, _, value in found if sheet == "Start here"] == [
        "=SUM('Questions'!$J$3:$J$19)&\" / 9\""
    ]
    assert len(found) == 1 + len(ALL_IDS)
    assert all(value.startswith("=IF(COUNTA(E") for sheet, _, value in found if sheet == QUESTIONS)


HOSTILE = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "\uff1d1", " =1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula(tmp_path: Path, text: str):
    hostile = with_question(replace(OFFICER, text=en(text), help=en(text)))
    kit = a_kit(
        replace(hostile, title=en(text), about=en(text)),
        company=text,
        vendor=text,
        purpose=text,
        contact=text,
        previous={"PRV-10": text},
        due_on=date(2026, 12, 1),
    )
    path = written(tmp_path / "kit.xlsx", kit)
    assert len(formulas(path)) == 1 + len(ALL_IDS)
    sheet = load_workbook(path)[QUESTIONS]
    assert sheet[f"C{rows_by_id(sheet)['PRV-10']}"].quotePrefix


@settings(max_examples=10, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_goes_in_and_keeps_the_workbook_readable(tmp_path_factory: Any, text: str):
    path = tmp_path_factory.mktemp("kit") / "kit.xlsx"
    questionnaire = with_question(replace(OFFICER, text=en(text or "?")))
    written(path, a_kit(questionnaire, company=text, vendor=text))
    result = judged(path, questionnaire)
    assert (result.blank, result.problems) == (ALL_IDS, ())


def test_questions_that_an_artefact_answers_are_left_out(tmp_path: Path):
    path = written(tmp_path / "kit.xlsx", a_kit(skipped=frozenset({"SEC-05", "TRF-01"})))
    sheet = load_workbook(path)[QUESTIONS]
    assert {"SEC-05", "TRF-01"}.isdisjoint(rows_by_id(sheet))
    assert [sheet.cell(row, 2).value for row in range(3, sheet.max_row + 1)][-4:] == [
        "2  Security",
        "2.1",
        "2.2",
        "2.3",
    ]
    result = judge(seen(path), SMALL, skipped=frozenset({"SEC-05", "TRF-01"}))
    assert result.problems == ()


def test_last_times_answers_stand_beside_the_questions(tmp_path: Path):
    previous = {"TRF-01": "DE;IE", "PRV-07": "YES", "BCM-03": "2025-06-30", "PRV-18": "24", "SEC-09": "TLS13"}
    path = written(tmp_path / "kit.xlsx", a_kit(previous=previous))
    sheet = load_workbook(path)[QUESTIONS]
    assert sheet["H2"].value == "Your answer last time"
    rows = rows_by_id(sheet)
    assert {id_: sheet[f"H{rows[id_]}"].value for id_ in (*previous, "PRV-10")} == {
        "TRF-01": "DE, IE",
        "PRV-07": "Yes",
        "BCM-03": "2025-06-30",
        "PRV-18": "24 hours",
        "SEC-09": "TLS 1.3",
        "PRV-10": None,
    }
    assert sheet[f"H{rows_by_id(sheet)['TRF-01']}"].protection.locked


def test_without_last_time_there_is_no_such_column(blank: Path):
    assert load_workbook(blank)[QUESTIONS]["H2"].value is None


@pytest.mark.parametrize("questionnaire", SHIPPED, ids=lambda one: one.id)
def test_the_shipped_questionnaires_make_workbooks(tmp_path: Path, questionnaire: Questionnaire):
    path = written(tmp_path / "kit.xlsx", a_kit(questionnaire))
    result = judged(path, questionnaire)
    assert (len(result.blank), result.problems) == (len(questionnaire.by_id), ())
