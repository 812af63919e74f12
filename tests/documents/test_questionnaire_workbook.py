"""The questionnaire workbook goes out and comes back: nothing is lost, nothing is mixed up."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.support.kits import ANSWER, COMMENT, EVIDENCE, QUESTIONS, a_kit, fill, rows_by_id, seen, written
from tests.support.questionnaires import ALL_IDS, GOOD, OFFICER, SMALL, en, with_question
from tests.support.words import english
from vendorrisk.documents.child.plain import from_plain, to_plain
from vendorrisk.documents.questionnaires import read_folder
from vendorrisk.documents.workbook_in import parse, read_workbook
from vendorrisk.documents.workbook_out import questionnaire_workbook
from vendorrisk.domain.diligence.questionnaire import Questionnaire
from vendorrisk.domain.diligence.returned import Returned, SeenWorkbook, judge
from vendorrisk.domain.message import Refused, UserError

SHIPPED, _ = read_folder(Path(__file__).parents[2] / "questionnaires")


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return written(tmp_path / "kit.xlsx")


@pytest.fixture
def filled(blank: Path) -> Path:
    return fill(blank, GOOD)


def judged(path: Path, questionnaire: Questionnaire = SMALL) -> Returned:
    return judge(seen(path), questionnaire)


def values(result: Returned) -> dict[str, str]:
    return {one.question: one.value for one in result.answers}


def changed(path: Path, change: Any) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_answers_come_back_as_they_were_given(filled: Path):
    result = judged(filled)
    assert values(result) == GOOD
    assert (result.answered, result.blank, result.problems) == (ALL_IDS, (), ())


def test_an_untouched_workbook_is_blank(blank: Path):
    result = judged(blank)
    assert (result.answers, result.blank, result.problems) == ((), ALL_IDS, ())


def test_it_says_which_assessment_it_belongs_to(blank: Path):
    found = seen(blank)
    assert (found.assessment, found.token) == ("0192f3c4-assessment", "5ec2e7" * 8)
    assert (found.questionnaire, found.version, found.language) == ("small", "1", "en")


def test_what_the_child_returns_is_plain_data_of_the_declared_shape(filled: Path):
    data = json.loads(json.dumps(to_plain(read_workbook(filled))))
    assert from_plain(SeenWorkbook, data) == seen(filled)


def test_the_parser_of_the_child_reads_the_same(filled: Path):
    from vendorrisk.documents.child.limits import DEFAULT_LIMITS

    assert parse(filled, {}, DEFAULT_LIMITS) == read_workbook(filled)


def test_comments_and_evidence_come_back(filled: Path):
    def change(book: Any) -> None:
        row = rows_by_id(book[QUESTIONS])["PRV-10"]
        book[QUESTIONS][f"{COMMENT}{row}"] = "- first\n- second (see annex)"
        book[QUESTIONS][f"{EVIDENCE}{row}"] = "SOC2-2026.pdf p. 31"

    given_answer = next(one for one in judged(changed(filled, change)).answers if one.question == "PRV-10")
    assert (given_answer.comment, given_answer.evidence) == (
        "- first\n- second (see annex)",
        "SOC2-2026.pdf p. 31",
    )


@pytest.mark.parametrize(
    ("typed", "id_", "expected"),
    [
        (date(2026, 6, 30), "BCM-03", "2026-06-30"),
        (datetime(2026, 6, 30, 9, 30), "BCM-03", "2026-06-30"),  # noqa: DTZ001  (a cell has no zone)
        ("2026-06-30", "BCM-03", "2026-06-30"),
        (24, "PRV-18", "24"),
        (0.5, "PRV-18", "0.5"),
        ("24 hours", "PRV-18", "24"),
        (True, "PRV-07", "YES"),
        ("ja", "PRV-07", "YES"),
        (385912345678, "PRV-10", "385912345678"),
        ("00123", "PRV-10", "00123"),
        (time(9, 30), "PRV-10", "09:30:00"),
        ("1E5", "PRV-10", "1E5"),
        ("+385 1 234 567 (reception)", "PRV-10", "+385 1 234 567 (reception)"),
        ("- we have one | her name is Ana", "PRV-10", "- we have one | her name is Ana"),
        ("<b>bold</b>", "PRV-10", "<b>bold</b>"),
    ],
)
def test_what_a_vendor_types_is_taken_as_it_is_meant(blank: Path, typed: Any, id_: str, expected: str):
    assert values(judged(fill(blank, {id_: typed}))) == {id_: expected}


def test_a_percentage_cell_is_read_as_it_looks(blank: Path):
    def change(book: Any) -> None:
        cell = book[QUESTIONS][f"{ANSWER}{rows_by_id(book[QUESTIONS])['SEC-13']}"]
        cell.value, cell.number_format = 0.955, "0.0%"

    assert values(judged(changed(blank, change))) == {"SEC-13": "95.5"}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("=1+1", "workbook.formula"),
        ('=HYPERLINK("http://evil.example","click")', "workbook.formula"),
        ("=cmd|' /C calc'!A0", "workbook.formula"),
        ("+cmd|' /C calc'!A0", "workbook.command"),
        ("@SUM(1+1)", "workbook.command"),
        ("\uff1d1+1", "workbook.command"),
        ("#N/A", "workbook.error"),
    ],
)
def test_formulas_commands_and_errors_are_left_out_by_cell(blank: Path, typed: str, key: str):
    result = judged(fill(blank, {"PRV-10": typed}))
    row = rows_by_id(load_workbook(blank)[QUESTIONS])["PRV-10"]
    assert (result.answers, result.invalid) == ((), ("PRV-10",))
    assert [(one.where, one.what.key) for one in result.problems] == [(f"{QUESTIONS}!{ANSWER}{row}", key)]


def test_text_that_only_looks_like_a_formula_is_left_out_too(blank: Path):
    def change(book: Any) -> None:
        cell = book[QUESTIONS][f"{ANSWER}{rows_by_id(book[QUESTIONS])['PRV-10']}"]
        cell.value, cell.data_type = "=1+1", "s"

    assert [one.what.key for one in judged(changed(blank, change)).problems] == ["workbook.command"]


def test_an_address_that_a_spreadsheet_made_a_link_keeps_its_text(blank: Path):
    def change(book: Any) -> None:
        cell = book[QUESTIONS][f"{ANSWER}{rows_by_id(book[QUESTIONS])['PRV-10']}"]
        cell.value = "dpo@vendor.example"
        cell.hyperlink = "mailto:other@vendor.example"

    assert values(judged(changed(blank, change))) == {"PRV-10": "dpo@vendor.example"}


def test_an_answer_is_refused_by_its_cell(blank: Path):
    result = judged(fill(blank, {"BCM-03": "03/04/2026"}))
    row = rows_by_id(load_workbook(blank)[QUESTIONS])["BCM-03"]
    assert [(one.where, one.what.key) for one in result.problems] == [
        (f"{QUESTIONS}!{ANSWER}{row}", "answer.not_a_date")
    ]


def test_it_survives_new_sheets_names_rows_and_columns(filled: Path):
    def change(book: Any) -> None:
        sheet = book[QUESTIONS]
        sheet.insert_rows(5, 2)
        sheet.insert_cols(5)
        sheet["E8"] = "our note"
        sheet.insert_rows(1)
        sheet.title = "Fragen 2026"
        sheet.column_dimensions["F"].width = 90
        book.create_sheet("Internal notes", 0).append(["todo"])
        book["_vendorrisk"].title = "x"
        book.move_sheet("x", -3)

    result = judged(changed(filled, change))
    assert (values(result), result.problems) == (GOOD, ())


def test_it_survives_sorting(filled: Path):
    def change(book: Any) -> None:
        sheet = book[QUESTIONS]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for number, row in enumerate(reversed(rows), start=3):
            for at, value in enumerate(row, start=1):
                sheet.cell(number, at).value = value

    result = judged(changed(filled, change))
    assert (values(result), result.problems) == (GOOD, ())


def test_answers_sorted_apart_from_their_ids_are_noticed(filled: Path):
    def change(book: Any) -> None:
        sheet = book[QUESTIONS]
        rows = rows_by_id(sheet)
        one, two = rows["PRV-18"], rows["SEC-13"]
        for letter in "CDEFG":
            first, second = sheet[f"{letter}{one}"], sheet[f"{letter}{two}"]
            first.value, second.value = second.value, first.value

    result = judged(changed(filled, change))
    assert set(result.invalid) == {"PRV-18", "SEC-13"}
    assert {one.what.key for one in result.problems} == {"workbook.displaced"}


def test_a_changed_wording_is_listed(filled: Path):
    def change(book: Any) -> None:
        book[QUESTIONS][f"C{rows_by_id(book[QUESTIONS])['PRV-07']}"] = "Is nobody bound?"

    result = judged(changed(filled, change))
    assert (result.altered, values(result)) == (("PRV-07",), GOOD)


def test_rows_taken_out_and_put_in_are_named(filled: Path):
    def change(book: Any) -> None:
        sheet = book[QUESTIONS]
        sheet.delete_rows(rows_by_id(sheet)["PRV-07"])
        sheet.append(["NEW-01", "9.9", "Something else?", "", "Yes"])

    result = judged(changed(filled, change))
    assert (result.blank, result.unknown) == (("PRV-07",), ("NEW-01",))


def drop_marks(book: Any) -> None:
    book[QUESTIONS].delete_rows(1)


def drop_meta(book: Any) -> None:
    book.remove(book["_vendorrisk"])


def newer(book: Any) -> None:
    book["_vendorrisk"]["A1"] = "vendorrisk.workbook/2"


@pytest.mark.parametrize(
    ("change", "key"),
    [(drop_marks, "workbook.no_columns"), (drop_meta, "workbook.no_marks"), (newer, "workbook.newer_form")],
)
def test_a_workbook_without_its_marks_is_refused(filled: Path, change: Any, key: str):
    with pytest.raises(Refused) as refused:
        read_workbook(changed(filled, change))
    assert (refused.value.what.key, refused.value.where) == (key, "kit.xlsx")


def test_columns_of_comments_may_be_missing(filled: Path):
    def change(book: Any) -> None:
        book[QUESTIONS].delete_cols(6, 2)

    assert values(judged(changed(filled, change))) == GOOD


@pytest.mark.parametrize("length", [0, 10, 1000, 5000])
def test_half_a_file_is_named_as_damaged(filled: Path, length: int):
    filled.write_bytes(filled.read_bytes()[:length])
    with pytest.raises(UserError) as refused:
        read_workbook(filled)
    assert refused.value.what.key in {"files.zip_damaged", "files.not_a_workbook"}


def test_a_workbook_whose_parts_do_not_fit_is_named_as_damaged(filled: Path):
    with zipfile.ZipFile(filled) as source:
        members = {name: source.read(name) for name in source.namelist()}
    members["xl/worksheets/sheet2.xml"] = b"<worksheet><sheetData><row"
    with zipfile.ZipFile(filled, "w") as target:
        for name, body in members.items():
            target.writestr(name, body)
    with pytest.raises(UserError) as refused:
        read_workbook(filled)
    assert refused.value.what.key == "files.workbook_damaged"


def test_without_its_guard_nothing_is_parsed(filled: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("openpyxl.DEFUSEDXML", False)
    with pytest.raises(RuntimeError, match="defusedxml"):
        read_workbook(filled)


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
    path = written(tmp_path / "kit.xlsx", a_kit(previous={"TRF-01": "DE; IE"}))
    sheet = load_workbook(path)[QUESTIONS]
    assert sheet["H2"].value == "Your answer last time"
    assert sheet[f"H{rows_by_id(sheet)['TRF-01']}"].value == "DE; IE"
    assert sheet[f"H{rows_by_id(sheet)['TRF-01']}"].protection.locked


def test_without_last_time_there_is_no_such_column(blank: Path):
    assert load_workbook(blank)[QUESTIONS]["H2"].value is None


@pytest.mark.parametrize("questionnaire", SHIPPED, ids=lambda one: one.id)
def test_the_shipped_questionnaires_make_workbooks(tmp_path: Path, questionnaire: Questionnaire):
    path = written(tmp_path / "kit.xlsx", a_kit(questionnaire))
    result = judged(path, questionnaire)
    assert (len(result.blank), result.problems) == (len(questionnaire.by_id), ())


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_it_survives_saving_by_libreoffice(filled: Path, tmp_path: Path):
    out = tmp_path / "out"
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            str(filled),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    resaved = out / "kit.xlsx"
    result = judged(resaved)
    assert (values(result), result.problems) == (GOOD, ())
    progress = [cell.value for row in load_workbook(resaved, data_only=True)["Start here"] for cell in row]
    assert "9 / 9" in progress
