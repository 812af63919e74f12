"""A workbook that a vendor filled in comes back: nothing is lost, nothing is mixed up."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.kits import ANSWER, COMMENT, EVIDENCE, QUESTIONS, fill, rows_by_id, seen, written
from tests.support.questionnaires import ALL_IDS, GOOD, SMALL
from vendorrisk.documents.child.plain import from_plain, to_plain
from vendorrisk.documents.workbook_in import parse, read_workbook
from vendorrisk.domain.diligence.questionnaire import Questionnaire
from vendorrisk.domain.diligence.returned import Returned, SeenWorkbook, judge
from vendorrisk.domain.message import Refused, UserError


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
    assert [one.what.key for one in result.problems] == ["workbook.altered"]
    assert values(result) == GOOD


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
    assert refused.value.what.key in {"files.zip_damaged", "workbook.other_format"}


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


@pytest.mark.parametrize("content", [b"Question;Answer\nx;y\n", b"%PDF-1.7"])
def test_another_format_is_refused_without_the_advice_to_save_it_as_csv(filled: Path, content: bytes):
    filled.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_workbook(filled)
    assert (refused.value.what.key, refused.value.where) == ("workbook.other_format", "kit.xlsx")


def test_an_answer_in_a_row_that_lost_its_id_is_seen_and_the_headings_are_not(filled: Path):
    def change(book: Any) -> None:
        sheet = book[QUESTIONS]
        sheet.cell(rows_by_id(sheet)["PRV-07"], 1).value = None

    problems = judged(changed(filled, change)).problems
    assert [one.what.key for one in problems] == ["workbook.no_id", "workbook.row_missing"]


def test_lines_put_in_above_the_headings_leave_them_headings(filled: Path):
    def change(book: Any) -> None:
        sheet = book[QUESTIONS]
        sheet.insert_rows(2, 2)
        sheet["C2"] = "Filled in by the security team"

    result = judged(changed(filled, change))
    assert (values(result), result.problems) == (GOOD, ())
