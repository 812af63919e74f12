"""What a list says in another way than its rows: whether they hold, whom else it names, what lies across."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read, table, told


@pytest.mark.parametrize(
    ("key", "ended", "in_use"),
    [
        ("active", "false", "true"),
        ("isActive", "no", "yes"),
        ("archived", "true", "false"),
        ("status", "retired", "live"),
    ],
)
def test_an_answer_to_whether_it_is_in_use_is_a_status(tmp_path, key, ended, in_use):
    text = "".join(
        f"- {{name: {name}, purpose: x, {key}: {said}}}\n"
        for name, said in [("Alder", in_use), ("Birch", ended)]
    )
    found = read(tmp_path, text, "list.yaml")
    assert (names(found), told(found)) == (["Alder"], [("list.yaml:2", "row_former")])


def test_a_file_of_customers_is_no_list_of_vendors(tmp_path):
    found = read(tmp_path, "name,account_id,region_lock,notice_days\nNorthwind,A-1,no,30\n", "list.csv")
    assert (found.rows, told(found)[0]) == ((), ("list.csv:1", "table_of_customers"))
    vendors = read(tmp_path, "name,purpose,authorisation\nAlder,Mail,general\n", "vendors.csv")
    assert names(vendors) == ["Alder"]


def test_a_cell_over_columns_of_different_meaning_is_pointed_out(tmp_path):
    head = "<table><tr><th>Name</th><th>Purpose</th><th>Country</th></tr>"
    rows = (
        "<tr><td>Alder</td><td>Mail</td><td>France</td></tr><tr><td>Birch</td><td colspan=2>Spain</td></tr>"
    )
    found = read(tmp_path, f"{head}{rows}</table>", "list.html")
    assert [key for _, key in told(found)] == ["cell_merged"]
    assert found.problems[0].what.params == {"text": "Spain", "headings": "Purpose, Country"}


def test_a_cell_over_columns_of_one_meaning_is_read_and_nothing_said(tmp_path):
    head = "<table><tr><th>Name</th><th>Purpose</th><th>Country</th><th>Country</th></tr>"
    row = "<tr><td>Alder</td><td>Mail</td><td colspan=2>Spain</td></tr>"
    found = read(tmp_path, f"{head}{row}{row.replace('Alder', 'Birch')}</table>", "list.html")
    assert (names(found), told(found)) == (["Alder", "Birch"], [])


def test_bullets_beside_a_table_are_not_dropped_without_a_word(tmp_path):
    bullets = (
        "\n## Delivery\n\n- Birch CDN, Inc.: content, United States\n\n## See also\n\n- Terms\n- Privacy\n"
    )
    found = read(tmp_path, table("| Alpha | Mail | US |") + bullets)
    assert (names(found), told(found)) == (["Alpha"], [("list.md:9", "bullets_beside")])


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Standard Contractual Clauses (2010/87/EU)", ("OLD_SCC",)),
        ("SCC decision of 5 February 2010", ("OLD_SCC",)),
        ("Standard contractual clauses under Directive 95/46/EC", ("OLD_SCC",)),
        ("SCC (EU) 2021/914, which replaced 2010/87/EU", ("SCC_2021_914", "OLD_SCC")),
        ("Standard contractual clauses", ("SCC_2021_914",)),
    ],
)
def test_old_clauses_are_not_taken_for_those_of_2021(tmp_path, written, codes):
    found = read(tmp_path, f'Name,Purpose,Country,Mechanism\nAlder,Mail,US,"{written}"\n', "list.csv")
    assert found.rows[0].mechanism == codes


def test_a_bare_name_among_records_is_not_lost(tmp_path):
    found = read(tmp_path, "- name: Alder\n  purpose: Mail\n- Birch\n", "list.yaml")
    assert (names(found), told(found)) == (["Alder", "Birch"], [])


def test_yes_and_no_are_no_categories_of_data(tmp_path):
    head = "Name,Purpose,Personal data transferred outside the EEA?,Country\n"
    found = read(tmp_path, f"{head}Alder,Mail,No,DE\nBirch,Chat,Yes - SCC,US\n", "list.csv")
    assert [row.data for row in found.rows] == ["", ""]
    assert ("list.csv:1", "columns_unknown") in told(found)


@pytest.mark.parametrize("behind", ["sunset 2025-12-31", "until 31 December 2025", "removed in 2025"])
def test_a_day_behind_a_name_is_no_address_that_nobody_looks_at(tmp_path, behind):
    found = read(tmp_path, table(f"| Dogwood – {behind} | Chat | FR |"))
    assert told(found)[:1] == [("list.md:5", "name_dated")]
    assert found.problems[0].what.params == {"name": f"Dogwood – {behind}"}
