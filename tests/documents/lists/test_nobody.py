"""What looks like a vendor and is none, and names that stand with something else."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read, table, told


@pytest.mark.parametrize(
    "name", ["None", "(none)", "N/A", "TBD", "None currently", "Keine", "privacy@acme.example"]
)
def test_a_row_that_names_nobody_is_no_vendor(tmp_path, name):
    found = read(tmp_path, table("| Alpha | Hosting | DE |", f"| {name} | Mail | FR |"))
    assert (names(found), told(found)) == (["Alpha"], [("list.md:6", "row_nobody")])


@pytest.mark.parametrize("name", ["{{ vendor.name }}", r"\[hosting provider\]", "${name}"])
def test_a_placeholder_of_a_template_is_an_error(tmp_path, name):
    found = read(tmp_path, table("| Alpha | Hosting | DE |", f"| {name} | Mail | FR |"))
    assert (names(found), told(found)) == (["Alpha"], [("list.md:6", "row_placeholder")])


@pytest.mark.parametrize(
    "name", ["Twilly(Sender)", "포트원(주)", "monday.com", "fal.ai", "C.H.Robin", "iCloud.com"]
)
def test_a_name_with_points_or_brackets_is_no_placeholder(tmp_path, name):
    assert names(read(tmp_path, table(f"| {name} | Hosting | DE |"))) == [name]


@pytest.mark.parametrize("row", ["{s.name}", "{s.url ? <a>{s.name}</a> : s.name}", "{t('a.name')}"])
def test_a_page_that_makes_its_rows_elsewhere_says_so_and_names_no_program(tmp_path, row):
    rows = f"<tr><th>Provider</th><th>Purpose</th></tr>{{ALL.map((s) => (<tr><td>{row}</td></tr>))}}"
    page = f"export default () => (<main><h1>Subprocessors</h1><table>{rows}</table></main>)"
    found = read(tmp_path, page, "page.tsx")
    assert found.rows == ()
    assert {key for _, key in told(found)} <= {"list_in_program", "row_placeholder"}


def test_a_table_of_kinds_of_providers_is_said_to_be_one(tmp_path):
    rows = "| Category | Purpose | Region |\n|---|---|---|\n| Hosting provider | Servers | EU |\n"
    found = read(tmp_path, f"# Sub-processors\n\n{rows}")
    assert (found.rows, told(found)) == ((), [("list.md:3", "table_of_kinds")])


def test_no_names_are_picked_from_sentences_around_a_table_that_was_not_read(tmp_path):
    rows = "| Category | Region |\n|---|---|\n| Mail | EU |\n"
    found = read(tmp_path, f"# Sub-processors\n\nThis list is used **by reference**.\n\n{rows}")
    assert [key for _, key in told(found)] == ["table_of_kinds"]


LISTED = "- **Alpha Inc**: hosting (Germany)\n- **Beta Inc**: mail (France)\n"


@pytest.mark.parametrize(
    "beside",
    [
        "## Sub-processor change history\n\n- **May 31, 2026.** New: Alpha\n- **June 2, 2026.** End.\n",
        "## Security measures\n\n- **Encryption:** in transit\n- **Access Controls:** by role\n",
        "## 4. Légende et cadres\n\n- **UE** – traitement dans l'Union\n- **CCT** – clauses types\n",
        "## How we add or change a sub-processor\n\n- **Notify customers** by mail\n- **Wait**\n",
    ],
    ids=["history", "measures", "legend", "steps"],
)  # fmt: skip
def test_bullets_under_headings_of_other_things_are_no_vendors(tmp_path, beside):
    found = read(tmp_path, f"# Sub-processors\n\n## In use\n\n{LISTED}\n{beside}")
    assert (names(found), told(found)) == (["Alpha Inc", "Beta Inc"], [])


def test_bare_names_count_under_headings_beside_those_of_vendors(tmp_path):
    bare = "### Analytics\n\n- **Gamma Counts**\n- **Delta Console**\n"
    found = read(tmp_path, f"# Sub-processors\n\n### Hosting\n\n{LISTED}\n{bare}")
    assert names(found) == ["Alpha Inc", "Beta Inc", "Gamma Counts", "Delta Console"]


def test_brackets_of_a_purpose_stay_whole_and_those_of_a_place_are_one(tmp_path):
    bullets = "- **Alpha Inc.** Hosting (Germany) of all (names too)\n- **Beta LLC (Mail).** Letters.\n"
    found = read(tmp_path, f"# Sub-processors\n\n{bullets}")
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha Inc.", "Hosting of all (names too)", ("DE",)),
        ("Beta LLC (Mail)", "Letters", ()),
    ]


def in_cell(tmp_path, cell):
    head = "<tr><th>Sub-processor</th><th>Purpose</th><th>Country</th></tr>"
    html = f"<table>{head}<tr><td>{cell}</td><td>Hosting</td><td>DE</td></tr></table>"
    (row,) = read(tmp_path, html, "list.html").rows
    return row


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Alpha Cloud<br>Alpha Ireland Ltd", "Alpha Ireland Ltd – Alpha Cloud"),
        ("Slick<br><span>Forced, Inc.</span>", "Forced, Inc. – Slick"),
        ("Alpha<br>Alpha Inc.", "Alpha Inc."),
        ("Alpha, Inc.<small>alpha.example</small>", "Alpha, Inc."),
        ("Alpha GmbH<br><a href='https://a.example'>Privacy</a> · <a href='x'>DPA</a>", "Alpha GmbH"),
        ("Alpha, Inc.<br>United States (California)", "Alpha, Inc."),
        ("Alpha<br>for EU customers", "Alpha for EU customers"),
    ],
)  # fmt: skip
def test_the_lines_of_a_name_cell_are_told_apart(tmp_path, cell, name):
    assert in_cell(tmp_path, cell).name == name


def test_what_stands_below_a_name_is_kept_as_its_address(tmp_path):
    assert in_cell(tmp_path, "Alpha, Inc.<small>alpha.example</small>").website == "https://alpha.example"
    row = in_cell(tmp_path, "Alpha, Inc.<br>United States (California)")
    assert (row.address, row.seat) == ("United States (California)", "US")


def test_a_page_that_only_leads_on_says_where(tmp_path):
    text = '<meta http-equiv="refresh" content="0; url=/legal/subprocessors.html"><p>Moving…</p>'
    assert told(read(tmp_path, text, "subprocessors.html")) == [("subprocessors.html", "list_elsewhere")]
