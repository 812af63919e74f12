from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from tests.documents.words import keys, say
from tests.documents.workbooks import a_workbook, altered
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.tabular.reading import parse, read_tabular
from vendorrisk.domain.message import UserError

LIMITS = Limits()


def of_text(tmp_path, text, encoding="utf-8", **options):
    path = tmp_path / "customers.csv"
    path.write_bytes(text.encode(encoding))
    return parse(path, options, LIMITS)


def of_sheets(tmp_path, limits=LIMITS, **sheets):
    return read_tabular(a_workbook(tmp_path / "book.xlsx", sheets), limits)


def test_a_csv_becomes_rows_with_addresses(tmp_path):
    read = of_text(tmp_path, "name;email\nAcme;a@acme.example\n\nBeta;b@beta.example\n")
    (table,) = read.tables
    assert table.header == ("name", "email")
    assert [row.cells for row in table.rows] == [("Acme", "a@acme.example"), ("Beta", "b@beta.example")]
    assert table.address(table.rows[1], 1) == "customers.csv:4, column email"
    assert table.row_address(table.rows[1]) == "customers.csv:4"
    assert read.problems == ()


def test_the_header_is_found_under_titles_and_remarks(tmp_path):
    text = "Customers of Example Ltd,,\nexported 2026-11-21,,\nname,services,region_lock\nAcme,SMS,no\n"
    (table,) = of_text(tmp_path, text, headings=["name", "services"]).tables
    assert (table.header, table.header_number) == (("name", "services", "region_lock"), 3)
    (table,) = of_text(tmp_path, text).tables
    assert table.header_number == 3


def test_ragged_rows_are_kept_apart(tmp_path):
    read = of_text(tmp_path, "name,city\nAcme, Inc.,Berlin\nBeta\n")
    (table,) = read.tables
    assert [(row.cells, row.sound) for row in table.rows] == [(("Acme", "Inc."), False), (("Beta", ""), True)]
    assert keys(read.problems) == ["row_too_long", "row_too_short"]


@pytest.mark.parametrize(
    ("text", "sound", "told"),
    [
        ("name,terms,days\nAcme,GENERAL,30\nBeta,GENERAL", [True, False], ["row_torn"]),
        ("name,terms,days\nAcme,GENERAL,30\nBe", [True, False], ["row_torn"]),
        ("name,terms,days\nAcme,GENERAL\nBeta,GENERAL,30", [True, True], ["row_too_short"]),
        ("name,terms,days\nAcme,GENERAL,30\nBeta,GENERAL\n", [True, True], ["row_too_short"]),
        ("name,terms,,\nAcme,GENERAL,,\nBeta,GENERAL", [True, True], ["row_too_short"]),
    ],
)
def test_a_last_row_that_the_end_of_the_file_cuts_is_not_trusted(tmp_path, text, sound, told):
    read = of_text(tmp_path, text)
    assert [row.sound for row in read.tables[0].rows] == sound
    assert keys(read.problems) == told


def test_a_column_without_heading_is_a_column_all_the_same(tmp_path):
    (table,) = of_text(tmp_path, "name,,\nAcme,note,\n", headings=["name"]).tables
    assert table.header == ("name", "")
    assert table.rows[0].cells == ("Acme", "note")
    assert table.address(table.rows[0], 1) == "customers.csv:2, column 2"


def test_invisible_characters_are_removed_and_named_with_their_cell(tmp_path):
    read = of_text(tmp_path, "name,city\nAc\u202eme,Ber\u200blin\n")
    assert read.tables[0].rows[0].cells == ("Acme", "Berlin")
    assert [(problem.where, say(problem.what)) for problem in read.problems] == [
        ("customers.csv:2, column name", "Invisible characters were taken out: U+202E."),
        ("customers.csv:2, column city", "Invisible characters were taken out: U+200B."),
    ]


def test_a_western_file_is_read_with_a_warning(tmp_path):
    read = of_text(tmp_path, "name,city\nMüller,Zürich\n", encoding="cp1252")
    assert read.tables[0].rows[0].cells == ("Müller", "Zürich")
    assert keys(read.problems) == ["encoding_guessed"]


def test_a_workbook_becomes_a_table_per_visible_sheet(tmp_path):
    read = of_sheets(
        tmp_path,
        EU=[["Vendors", None], [None, None], ["Name", "Country"], ["Acme", "DE"]],
        US=[["Name", "State"]],
    )
    assert [(table.sheet, table.header, table.header_number) for table in read.tables] == [
        ("EU", ("Name", "Country"), 3),
        ("US", ("Name", "State"), 1),
    ]
    table = read.tables[0]
    assert (table.address(table.rows[0], 1), table.row_address(table.rows[0])) == ("EU!B4", "EU!4")


def test_a_title_merged_over_all_columns_is_not_the_header(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "Sub-processors"
    sheet.merge_cells("A1:D1")
    sheet.append(["Name", "Purpose", "Country", "Since"])
    sheet.append(["Acme", "Hosting", "DE", datetime(2026, 1, 31)])  # noqa: DTZ001  (a cell has no zone)
    book.save(tmp_path / "merged.xlsx")
    (table,) = read_tabular(tmp_path / "merged.xlsx", LIMITS).tables
    assert table.header == ("Name", "Purpose", "Country", "Since")
    assert table.rows[0].cells == ("Acme", "Hosting", "DE", "2026-01-31")


def test_values_are_written_as_people_type_them(tmp_path):
    values = [30, 30.0, 2.5, True, date(2026, 2, 28), datetime(2026, 2, 28, 9, 30), 12345678901234, "00123"]  # noqa: DTZ001
    read = of_sheets(tmp_path, S=[["Name", "a", "b", "c", "d", "e", "f", "g"], values])
    assert read.tables[0].rows[0].cells == (
        "30", "30", "2.5", "TRUE", "2026-02-28", "2026-02-28 09:30", "12345678901234", "00123",
    )  # fmt: skip


def test_leading_zeros_of_a_number_format_are_kept(tmp_path):
    book = Workbook()
    book.active.append(["Name", "Account"])
    book.active.append(["Acme", 42])
    book.active["B2"].number_format = "00000"
    book.save(tmp_path / "book.xlsx")
    assert read_tabular(tmp_path / "book.xlsx", LIMITS).tables[0].rows[0].cells == ("Acme", "00042")


def test_formulas_count_by_their_stored_result_only(tmp_path):
    path = a_workbook(
        tmp_path / "book.xlsx", {"S": [["Name", "Days"], ["Acme", "=15+15"], ["Beta", "=NOW()"]]}
    )
    altered(
        path, lambda name, content: [(name, content.replace(b"<f>15+15</f><v />", b"<f>15+15</f><v>30</v>"))]
    )
    read = read_tabular(path, LIMITS)
    assert [row.cells for row in read.tables[0].rows] == [("Acme", "30"), ("Beta", "")]
    assert [(p.where, p.what.key) for p in read.problems] == [
        ("S!B3", "files.formula_empty"),
        ("S", "files.formulas"),
    ]


def test_an_error_cell_is_an_error_of_that_cell(tmp_path):
    path = a_workbook(tmp_path / "book.xlsx", {"S": [["Name", "Country"], ["Acme", "#N/A"]]})
    read = read_tabular(path, LIMITS)
    assert read.tables[0].rows[0].cells == ("Acme", "")
    assert [(problem.where, say(problem.what)) for problem in read.problems] == [
        ("S!B2", "The cell B2 shows an error (#N/A); it was read as empty.")
    ]


def test_hidden_sheets_are_named_and_left_alone(tmp_path):
    book = Workbook()
    book.active.append(["Name", "Country"])
    for title, state in (("Old", "hidden"), ("Secret", "veryHidden")):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "Country"])
        sheet.sheet_state = state
    book.save(tmp_path / "book.xlsx")
    read = read_tabular(tmp_path / "book.xlsx", LIMITS)
    assert [table.sheet for table in read.tables] == ["Sheet"]
    assert say(read.problems[0].what) == "Hidden sheets were not read: Old, Secret."


def test_a_sheet_that_claims_to_be_huge_is_read_only_where_it_is_filled(tmp_path):
    path = a_workbook(tmp_path / "book.xlsx", {"S": [["Name", "Country"], ["Acme", "DE"]]})
    altered(path, lambda name, content: [(name, content.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))])
    assert len(read_tabular(path, LIMITS).tables[0].rows) == 1


@pytest.mark.parametrize("name", ["book.xlsx", "book.csv"])
def test_rows_beyond_the_cap_are_an_error_not_a_silence(tmp_path, name):
    rows = [["Name", "Country"], *[[f"Vendor {n}", "DE"] for n in range(30)]]
    path = tmp_path / name
    if name.endswith("xlsx"):
        a_workbook(path, {"S": rows})
    else:
        path.write_text("".join(",".join(row) + "\n" for row in rows))
    read = read_tabular(path, Limits(rows=10))
    assert "rows_many" in keys(read.problems)
    assert len(read.tables[0].rows) <= 10


@pytest.mark.parametrize(
    ("cell", "keys_said"),
    [
        (b'<c r="A99" s="0"/>', []),
        (b'<c r="A99" t="inlineStr"><is><t>Late</t></is></c>', ["rows_many"]),
        (b'<c r="A99"><v>7</v></c>', ["rows_many"]),
    ],
)
def test_rows_that_are_only_formatted_are_none_beyond_the_cap(tmp_path, cell, keys_said):
    path = a_workbook(tmp_path / "book.xlsx", {"S": [["Name", "Country"], ["Acme", "DE"]]})
    row = b'<row r="99">' + cell + b"</row></sheetData>"
    altered(path, lambda name, content: [(name, content.replace(b"</sheetData>", row))])
    read = read_tabular(path, Limits(rows=10))
    assert keys(read.problems) == keys_said
    assert [row.cells[0] for row in read.tables[0].rows] == ["Acme"]


@pytest.mark.parametrize("name", ["book.xlsx", "book.csv"])
def test_columns_beyond_the_cap_are_an_error_not_a_silence(tmp_path, name):
    headings = [f"c{n}" for n in range(12)]
    if name.endswith("csv"):
        (tmp_path / name).write_text(",".join(headings) + "\n" + ",".join("x" * 12) + "\n")
    else:
        a_workbook(tmp_path / name, {"S": [headings, list("x" * 12)]})
    read = read_tabular(tmp_path / name, Limits(columns=10))
    assert [len(table.header) for table in read.tables] == [10]
    assert "files.columns_many" in [problem.what.key for problem in read.problems]


def test_a_name_that_turns_text_round_is_spelt_out_where_it_is_shown(tmp_path):
    path = tmp_path / "list\u202excod.csv"
    path.write_text("Name,Country\nAcme,DE,FR\n")
    read = read_tabular(path, LIMITS)
    assert [problem.where for problem in read.problems] == ["list\\u202excod.csv:2"]
    assert read.tables[0].address(read.tables[0].rows[0], 0) == "list\\u202excod.csv:2, column Name"


def test_hundreds_of_equal_warnings_become_a_count(tmp_path):
    read = of_text(tmp_path, "a,b,c\n" + "x,y\n" * 100)
    assert keys(read.problems).count("row_too_short") == 20
    assert say(read.problems[-1].what) == "80 more warnings of the same kinds."


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\x89PNG\r\n", b"GIF89a"])
def test_another_format_is_refused_whatever_its_name(tmp_path, content):
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_tabular(tmp_path / "list.csv", LIMITS)
    assert caught.value.what.key == "files.not_tabular"


def test_a_workbook_named_csv_is_read_as_what_it_is(tmp_path):
    path = a_workbook(tmp_path / "list.csv", {"S": [["Name", "Country"], ["Acme", "DE"]]})
    assert read_tabular(path, LIMITS).tables[0].rows[0].cells == ("Acme", "DE")


def test_a_damaged_sheet_is_a_refusal_not_a_crash(tmp_path):
    path = a_workbook(tmp_path / "book.xlsx", {"S": [["Name", "Country"], ["Acme", "DE"]]})
    altered(path, lambda name, content: [(name, content[:-40] if "sheet1" in name else content)])
    with pytest.raises(UserError) as caught:
        read_tabular(path, LIMITS)
    assert caught.value.what.key == "files.workbook_damaged"


def test_an_empty_sheet_gives_no_table(tmp_path):
    assert of_sheets(tmp_path, S=[]).tables == ()
