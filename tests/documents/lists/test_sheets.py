"""Workbooks as people make them: titles over the header, several tables, several sheets."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font

from tests.documents.lists.reading import names, read, told

HEADER = ["Name", "Purpose", "Country"]


def workbook(folder, merged=(), **sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    book.save(folder / "made.xlsx")
    return read(folder, (folder / "made.xlsx").read_bytes(), "list.xlsx")


def of(found):
    return [(row.name, row.locations, row.affiliate) for row in found.rows]


def test_what_stands_over_the_header_is_no_row_and_may_hold_the_date(tmp_path):
    rows = [
        ["Acme: list of sub-processors"],
        ["Version 3", "As of 1 October 2026"],
        [],
        HEADER,
        ["Alpha", "Host", "DE"],
    ]
    found = workbook(tmp_path, List=rows)
    assert (of(found), found.updated, told(found)) == ([("Alpha", ("DE",), False)], date(2026, 10, 1), [])


def test_every_table_of_a_sheet_is_read(tmp_path):
    rows = [
        ["Affiliates"], ["Entity", "Country", "Role"], ["Acme UK Ltd", "UK", "Support"], [],
        ["Third parties"], ["Vendor", "Service", "Location", "Transfer mechanism"],
        ["Alpha Inc", "Hosting", "US", "SCC"],
    ]  # fmt: skip
    found = workbook(tmp_path, List=rows)
    assert of(found) == [("Acme UK Ltd", ("GB",), True), ("Alpha Inc", ("US",), False)]
    assert (found.rows[0].purpose, found.rows[1].mechanism) == ("Support", ("SCC_2021_914",))


def test_tables_side_by_side_are_two_tables(tmp_path):
    rows = [[*HEADER, None, *HEADER], ["Alpha", "Host", "DE", None, "Beta", "Mail", "Narnia"]]
    found = workbook(tmp_path, List=rows)
    assert of(found) == [("Alpha", ("DE",), False), ("Beta", (), False)]
    assert told(found) == [("List!G2", "place_unknown")]


def test_sheets_are_groups_and_those_of_other_things_are_named(tmp_path):
    found = workbook(
        tmp_path,
        Read_me=[["This workbook says who works for us"], ["Updated 2026-10-01"]],
        Affiliates=[HEADER, ["Acme UK Ltd", "Support", "UK"]],
        EU_locked=[["Name", "Purpose", "Storage location"], ["Alpha", "Host", "Germany"]],
        Contacts=[["Channel", "Details"], ["Mail", "privacy@acme.example"]],
    )
    assert of(found) == [("Acme UK Ltd", ("GB",), True), ("Alpha", (), False)]
    assert (found.rows[1].group, found.rows[1].storage) == ("EU locked", ("DE",))
    assert told(found) == [("Read me", "sheet_beside"), ("Contacts!1", "table_other")]


def test_a_name_merged_over_several_rows_stands_in_each(tmp_path):
    rows = [HEADER, ["Alpha", "Host", "DE"], [None, "Backup", "IE"], ["Beta", "Mail", "FR"]]
    assert names(workbook(tmp_path, ["A2:A3"], List=rows)) == ["Alpha", "Alpha", "Beta"]


def test_rows_that_were_only_numbered_are_empty(tmp_path):
    rows = [["No.", *HEADER], [1, "Alpha", "Host", "DE"], [2], [3]]
    found = workbook(tmp_path, List=rows)
    assert (names(found), told(found)) == (["Alpha"], [])


def test_notes_below_a_table_are_named_and_their_signs_taken_off(tmp_path):
    rows = [HEADER, ["Alpha Ltd*", "Host", "DE"], ["*until spring"], ["Contact: privacy@acme.example"]]
    found = workbook(tmp_path, List=rows)
    assert names(found) == ["Alpha Ltd"]
    assert told(found) == [("List!3", "row_beside"), ("List!4", "row_beside"), ("List!2", "row_footnote")]


def test_a_title_over_a_delimited_table_is_no_row(tmp_path):
    text = "Acme sub-processors;;\nStand: 2026-10-01;;\n;;\nName;Zweck;Land\nAlpha;Host;DE\n"
    found = read(tmp_path, text, "list.csv")
    assert (of(found), found.updated) == ([("Alpha", ("DE",), False)], date(2026, 10, 1))


def test_the_link_behind_a_name_is_its_website_and_struck_rows_are_left_out(tmp_path):
    book = Workbook()
    for row in (HEADER, ["Alpha Ltd", "Host", "DE"], ["Gone Ltd", "Host", "DE"]):
        book.active.append(row)
    book.active["A2"].hyperlink = "https://alpha.example/"
    book.active["A3"].font = Font(strike=True)
    book.save(tmp_path / "made.xlsx")
    found = read(tmp_path, (tmp_path / "made.xlsx").read_bytes(), "list.xlsx")
    assert [(row.name, row.website) for row in found.rows] == [("Alpha Ltd", "https://alpha.example/")]
    assert told(found) == [("Sheet!3", "row_former")]


VENDORS = [["Ref", "Name", "Country"], ["V-1", "Alpha Ltd", "DE"], ["V-2", "Beta GmbH", "AT"]]


def test_what_vendors_supply_is_no_vendor(tmp_path):
    products = [["Ref", "Name", "Description", "Vendor Ref"], ["P-1", "Alpha Mail", "Mail", "V-1"]]
    found = workbook(tmp_path, Vendors=VENDORS, Products=products)
    assert names(found) == ["Alpha Ltd", "Beta GmbH"]
    assert ("Products!1", "table_other") in told(found)


def test_vendors_that_refer_to_nothing_above_are_read(tmp_path):
    def with_another(heading, *codes):
        more = [
            ["Ref", "Name", "Purpose", heading],
            *([f"S-{code}", f"Gamma {code}", "Mail", code] for code in codes),
        ]
        return names(workbook(tmp_path, Vendors=VENDORS, More=more))

    assert with_another("Vendor Ref", "V-1", "V-9") == ["Alpha Ltd", "Beta GmbH", "Gamma V-1", "Gamma V-9"]
    assert with_another("Product Ref", "V-1") == ["Alpha Ltd", "Beta GmbH", "Gamma V-1"]
    assert with_another("Sub-processor Ref", "V-1") == ["Alpha Ltd", "Beta GmbH", "Gamma V-1"]
