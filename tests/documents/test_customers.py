from __future__ import annotations

import pytest

from tests.documents.child.children import a_reader
from tests.documents.words import keys, say
from tests.documents.workbooks import a_workbook
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.child.plain import from_plain
from vendorrisk.documents.customers import read_customers
from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.customer_file import COLUMNS, CustomersRead
from vendorrisk.usecases.notice.customer_template import template


def read(folder, text, name="customers.csv"):
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_customers(folder / name, Limits())


def places(found):
    return [problem.where for problem in found.problems]


def test_good_rows_wait_beside_the_bad_ones(tmp_path):
    found = read(tmp_path, "name;notice_days;timezone\nAcme;14;UTC\nBeta;soon;Nowhere\nGamma;;\n")
    assert [(row.name, row.notice_days, row.where) for row in found.rows] == [
        ("Acme", 14, "customers.csv:2"),
        ("Gamma", 30, "customers.csv:4"),
    ]
    assert places(found) == ["customers.csv:3, column notice_days", "customers.csv:3, column timezone"]


def test_a_last_row_that_is_cut_off_is_left_out_with_its_half_number(tmp_path):
    found = read(
        tmp_path, "name,authorisation,notice_days,email\nAcme,GENERAL,30,a@x.example\nBeta,GENERAL,3"
    )
    assert [(row.name, row.notice_days) for row in found.rows] == [("Acme", 30)]
    assert [(one.where, one.what.key, one.level.value) for one in found.problems] == [
        ("customers.csv:3", "files.row_torn", "error")
    ]


def test_a_workbook_is_read_under_its_title_with_cell_addresses(tmp_path):
    rows = [
        ["Customers of Example Ltd"],
        [],
        ["Name", "Notice days", "Region lock"],
        ["Acme", 14, True],
        ["Beta", "x", 0],
    ]
    found = read_customers(a_workbook(tmp_path / "c.xlsx", {"EU": rows}), Limits())
    assert [(row.name, row.notice_days, row.region_lock) for row in found.rows] == [("Acme", 14, True)]
    assert places(found)[0] == "EU!B5, column Notice days"


def test_unknown_and_doubled_columns_are_said(tmp_path):
    found = read(
        tmp_path, "name,shoe size,e-mail,mail\nAcme,42,a@x.example,a@x.example\nBeta,43,,b@x.example\n"
    )
    assert [row.email for row in found.rows] == ["a@x.example", "b@x.example"]
    assert keys(found.problems) == [
        "customers_column_unknown", "customers_column_twice", "customers_column_twice",
    ]  # fmt: skip
    assert say(found.problems[0].what) == "The column “shoe size” is not known and was not read."


def test_a_row_in_which_two_columns_contradict_each_other_is_left_out(tmp_path):
    found = read(tmp_path, "Name,Company,notice_days\nAnn Lee,Acme,30\nBeta,Beta,30\n")
    assert [row.name for row in found.rows] == ["Beta"]
    (problem,) = [one for one in found.problems if one.level == "error"]
    assert (problem.where, say(problem.what)) == (
        "customers.csv:2, column Company",
        (
            "“Acme” stands here and “Ann Lee” at customers.csv:2, column Name, and both mean the same field; "
            "the row was left out."
        ),
    )


def test_a_row_with_shifted_cells_is_left_out(tmp_path):
    found = read(tmp_path, "name,email\nAcme, Inc.,a@x.example\nBeta,b@x.example\n")
    assert [row.name for row in found.rows] == ["Beta"]
    assert keys(found.problems) == ["row_too_long"]


def test_one_account_in_two_rows_that_differ_is_left_out_and_said(tmp_path):
    found = read(tmp_path, "name,account_id,notice_days\nAcme,1,30\nAcme,1,60\nAcme,2,30\nAcme,2,30\n")
    assert [(row.account_id, row.where) for row in found.rows] == [("2", "customers.csv:4")]
    assert [(problem.where, problem.level, say(problem.what)) for problem in found.problems] == [
        (
            "customers.csv:3", "error",
            (
                "1 stands in this file twice, first at customers.csv:2, with different values (notice_days); "
                "neither was taken."
            ),
        ),
        (
            "customers.csv:5", "warning",
            "2 stands in this file twice, first at customers.csv:4; both rows say the same.",
        ),
    ]  # fmt: skip


def test_a_name_without_a_number_beside_the_same_name_with_one_is_left_out(tmp_path):
    found = read(tmp_path, "name,account_id\nAcme,1\nAcme,\n")
    assert [row.account_id for row in found.rows] == ["1"]
    assert keys(found.problems) == ["customers_no_account"]


def test_a_file_without_names_says_which_headings_are_known(tmp_path):
    found = read(tmp_path, "email\na@x.example\n")
    assert found.rows == ()
    assert keys(found.problems) == ["customers_no_name_column"]
    assert "account_id" in say(found.problems[0].remedy)


def test_a_guarded_formula_is_a_name_again(tmp_path):
    assert [row.name for row in read(tmp_path, "name\n'+Plus Ltd\n").rows] == ["+Plus Ltd"]


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\x89PNG\r\n"])
def test_another_format_is_refused(tmp_path, content):
    with pytest.raises(UserError):
        read(tmp_path, content)


def test_the_template_can_be_read_back_and_names_every_column(tmp_path):
    found = read(tmp_path, template())
    assert (len(found.rows), found.problems) == (1, ())
    assert set(COLUMNS) - set(found.rows[0].given) == {"deemed_days", "request_lead_days"}


def test_thousands_of_customers_come_through_the_child_in_time(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text("name,timezone\n" + "".join(f"Customer {n},Europe/Zagreb\n" for n in range(3000)))
    answer = a_reader(Limits(wall_seconds=20)).read("customers", path)
    assert len(from_plain(CustomersRead, answer.data).rows) == 3000


def test_headings_over_two_rows_are_read_from_both(tmp_path):
    rows = [
        ["Customer overview"],
        ["Customer", None, "Region lock", "Status", None],
        ["Name", "Notice days", None, None, None],
        ["Acme", 14, True, "Ended", "kept"],
        ["Note: checked by sales"],
    ]
    found = read_customers(a_workbook(tmp_path / "c.xlsx", {"EU": rows}), Limits())
    assert [(row.name, row.region_lock, row.active) for row in found.rows] == [("Acme", True, False)]
    assert keys(found.problems) == ["customers_column_nameless", "customers_beside"]


def test_headings_over_two_lines_of_a_csv_are_read_from_both_and_a_title_from_none(tmp_path):
    two = read(tmp_path, "Customer,,Region lock\nName,Notice days,\nAcme,14,yes\n")
    assert [(row.notice_days, row.region_lock) for row in two.rows] == [(14, True)]
    titled = read(tmp_path, "Overview,,\nName,Notice days,\nAcme,14,yes\n")
    assert [(row.notice_days, row.region_lock) for row in titled.rows] == [(14, False)]
    assert keys(titled.problems) == ["customers_column_nameless"]
