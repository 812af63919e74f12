"""What a careful reader writes down: nobody who left, no carrier, nothing that is only hinted at."""

from __future__ import annotations

from datetime import date

import pytest

from tests.documents.lists.reading import names, read, table, told

HEAD = "| Company | Purpose | Location |\n|---|---|---|\n"


def titled(title):
    return (
        f"# Sub-processors\n\n## Current\n\n{HEAD}| Kept Ltd | Mail | DE |\n\n"
        f"## {title}\n\n{HEAD}| Probe Ltd | Mail | US |\n"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Telecom carriers",
        "Independent controllers (not sub-processors)",
        "Third parties that are not sub-processors",
        "Vendors that do not process customer data",
    ],
)
def test_who_is_said_to_be_no_sub_processor_is_left_out_and_named(tmp_path, title):
    found = read(tmp_path, titled(title))
    assert (names(found), told(found)) == (["Kept Ltd"], [("list.md:13", "row_apart")])


@pytest.mark.parametrize(
    "title",
    ["Historical sub-processors", "Antiguos subencargados", "Antigos suboperadores", "No longer used"],
)
def test_who_left_is_left_out_and_named(tmp_path, title):
    found = read(tmp_path, titled(title))
    assert (names(found), told(found)) == (["Kept Ltd"], [("list.md:13", "row_former")])


@pytest.mark.parametrize("title", ["Próximos subencargados", "Toekomstige subverwerkers", "Upcoming"])
def test_who_is_announced_is_planned(tmp_path, title):
    assert [row.status for row in read(tmp_path, titled(title)).rows] == ["", "planned"]


def test_a_date_of_effect_alone_says_only_when(tmp_path):
    text = "Sub-processor,Purpose,Location,Effective from,End date\nAlpha Ltd,Mail,DE,2020-01-01,2026-05-31\n"
    (row,) = read(tmp_path, text, "list.csv").rows
    assert (row.status, row.planned_from, row.until) == ("", date(2020, 1, 1), date(2026, 5, 31))


def test_a_log_of_changes_is_no_list(tmp_path):
    log = "| Date | Sub-processor | Change |\n|---|---|---|\n| 2026-01-01 | Gone SAS | Removed |\n"
    found = read(tmp_path, f"# Sub-processor changes\n\n{log}")
    assert (names(found), told(found)[0]) == ([], ("list.md:3", "table_other"))


@pytest.mark.parametrize("style", ["text-decoration: line-through", "display:none"])
def test_a_row_that_the_page_strikes_or_hides_is_left_out_and_named(tmp_path, style):
    page = (
        "<h1>Sub-processors</h1><table><tr><th>Name</th><th>Purpose</th></tr>"
        "<tr><td>Kept Ltd</td><td>Mail</td></tr>\n"
        f"<tr style='{style}'><td>Gone Ltd</td><td>Mail</td></tr></table>"
    )
    found = read(tmp_path, page, "list.html")
    assert (names(found), told(found)) == (["Kept Ltd"], [("list.html:2", "row_former")])


def test_a_key_says_more_than_the_title_above_it(tmp_path):
    text = (
        "title: Subprocessors\nsubprocessors:\n  affiliates:\n    - {name: Kept Pte Ltd, purpose: Support}\n"
        "  removed:\n    - {name: Gone Ltd, purpose: Hosting, removed_on: 2025-12-01}\n"
        "  carriers:\n    - {name: Tel Ltd, purpose: SMS}\n"
    )
    found = read(tmp_path, text, "list.yaml")
    assert [(row.name, row.affiliate) for row in found.rows] == [("Kept Pte Ltd", True)]
    assert told(found) == [("list.yaml:6", "row_former"), ("list.yaml:8", "row_apart")]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Data stored in", "storage"),
        ("Localização dos dados", "storage"),
        ("Toegang vanuit", "access"),
        ("Jurisdiction", "seat"),
        ("Sede", "seat"),
    ],
)
def test_a_heading_says_what_happens_at_a_place(tmp_path, heading, kind):
    (row,) = read(tmp_path, f"Sub-processor,Purpose,{heading}\nAlpha Ltd,Mail,US\n", "list.csv").rows
    assert "US" in getattr(row, kind)
    assert (bool(row.storage), bool(row.access)) == (kind == "storage", kind == "access")
    assert row.assumed is (kind == "seat")


def test_headings_over_two_rows_part_storage_from_access(tmp_path):
    page = (
        "<table><thead><tr><th rowspan=2>Entity</th><th rowspan=2>Purpose</th><th colspan=2>Location"
        "</th></tr><tr><th>Hosting</th><th>Support</th></tr></thead>"
        "<tr><td>Alpha Ltd</td><td>Mail</td><td>DE</td><td>IN</td></tr></table>"
    )
    (row,) = read(tmp_path, f"<h1>Sub-processors</h1>{page}", "list.html").rows
    assert (row.storage, row.access, row.locations) == (("DE",), ("IN",), ())


def test_a_footnote_is_taken_off_the_name_and_told(tmp_path):
    page = (
        "<h1>Sub-processors</h1><table><tr><th>Name</th><th>Purpose</th></tr>"
        "<tr><td>Alpha GmbH<sup>1</sup></td><td>Mail</td></tr></table><p><sup>1</sup> Only in the EU.</p>"
    )
    found = read(tmp_path, page, "list.html")
    assert (names(found), told(found)) == (["Alpha GmbH"], [("list.html:1", "row_footnote")])


@pytest.mark.parametrize("name", ["Alpha GmbH / Beta Ltd", "Alpha Inc → Beta Inc"])
def test_a_name_that_may_be_two_is_named(tmp_path, name):
    assert told(read(tmp_path, table(f"| {name} | Mail | DE |"))) == [("list.md:5", "name_of_two")]


def test_a_firm_with_two_legal_words_is_one(tmp_path):
    assert told(read(tmp_path, table("| Alpha GmbH & Co. KG | Mail | DE |"))) == []


def test_what_is_not_required_is_no_legal_position(tmp_path):
    head = "| Sub-processor | Purpose | Location | Safeguards |\n|---|---|---|---|\n"
    rows = "".join(
        f"| {n} Inc | Mail | US | {said} |\n" for n, said in enumerate(["entfällt", "not required"])
    )
    found = read(tmp_path, f"# Sub-processors\n\n{head}{rows}")
    assert ([row.mechanism for row in found.rows], told(found)) == ([(), ()], [])


def test_bullets_keep_all_places_and_what_is_done_there(tmp_path):
    text = (
        "# Sub-processors\n\n- **Alpha** – Automação de marketing – Brasil, Estados Unidos\n"
        "- **Beta Lda** (afiliada) – Suporte – Portugal\n- **Gamma** - support from India\n"
        "- **Delta** - chat (metadata only; USA)\n  * sub-processor: Epsilon (US)\n"
    )
    found = read(tmp_path, text)
    assert [(row.name, row.purpose, row.locations, row.affiliate) for row in found.rows] == [
        ("Alpha", "Automação de marketing", ("BR", "US"), False),
        ("Beta Lda", "Suporte", ("PT",), True),
        ("Gamma", "support from India", ("IN",), False),
        ("Delta", "chat (metadata only)", ("US",), False),
    ]
    assert found.rows[3].other == (("sub-processor", "Epsilon (US)"),)


def test_a_list_of_definitions_keeps_its_keys(tmp_path):
    page = (
        "<h1>Our subprocessors</h1><dl><dt>Alpha Ltd</dt><dd>Purpose: Payments</dd><dd>Location: Ireland</dd>"
        "<dt>Beta Inc.</dt><dd>Purpose: Tickets</dd><dd>Hosting location: Germany</dd></dl>"
    )
    found = read(tmp_path, page, "list.html")
    assert [(row.purpose, row.locations, row.storage) for row in found.rows] == [
        ("Payments", ("IE",), ()),
        ("Tickets", (), ("DE",)),
    ]


@pytest.mark.parametrize("title", ["Joint controllers", "Public authorities", "Other controllers"])
def test_recipients_of_other_kinds_are_left_out_and_named(tmp_path, title):
    assert told(read(tmp_path, titled(title))) == [("list.md:13", "row_apart")]


def test_a_column_of_changes_says_who_left(tmp_path):
    text = (
        "# Sub-processors\n\n| Name | Purpose | Place | Change |\n|---|---|---|---|\n"
        "| Alpha Ltd | Mail | DE | Added 2025-01-01 |\n| Beta Ltd | Mail | DE | Replaced by Alpha Ltd |\n"
        "| Gamma Ltd | CRM | DE | Removed on 1 March 2026 |\n"
    )
    found = read(tmp_path, text)
    assert names(found) == ["Alpha Ltd"]
    assert told(found) == [("list.md:6", "row_former"), ("list.md:7", "row_former")]


def test_former_versions_on_the_same_page_are_left_out(tmp_path):
    old, new = (f"{HEAD}| {name} Ltd | Mail | DE |\n\n" for name in ("Old", "New"))
    found = read(tmp_path, f"# Previous versions\n\n{old}# Current list\n\n{new}", "sub-processors.md")
    assert (names(found), told(found)) == (["New Ltd"], [("sub-processors.md:3", "table_other")])


def test_a_list_of_carriers_is_none_of_sub_processors(tmp_path):
    found = read(tmp_path, "Operator,Country,Role\nAlpha Mobile,US,Carrier\n", "list.csv")
    assert (names(found), told(found)) == ([], [("list.csv:2", "row_apart"), ("list.csv", "list_none")])


def test_a_row_that_fell_away_is_nobody(tmp_path):
    text = "Nr.;Unterauftragnehmer;Leistung\n1;Alpha GmbH;Post\n2;weggefallen;\n"
    assert names(read(tmp_path, text, "list.csv")) == ["Alpha GmbH"]


def test_access_named_beside_a_place_is_access(tmp_path):
    rows = (
        "| Alpha BV | Mail | NL, remote support from Ukraine |\n"
        "| Beta Ltd | Mail | Belgium (support: worldwide) |\n"
        "| Gamma Ltd | Mail | Storage and access: US |\n"
    )
    found = read(tmp_path, f"# Sub-processors\n\n{HEAD}{rows}")
    assert [(row.locations, row.access) for row in found.rows] == [
        (("NL",), ("UA",)),
        (("BE",), ("GLOBAL",)),
        (("US",), ()),
    ]


def test_kinds_of_places_inside_a_record_stay_apart(tmp_path):
    text = (
        '{"subprocessors": [{"vendor": "Alpha Inc.", "category": "Mail",'
        ' "regions": {"storage": ["US"], "support": ["US", "IN"]}}]}'
    )
    (row,) = read(tmp_path, text, "list.json").rows
    assert (row.storage, row.access, row.locations) == (("US",), ("US", "IN"), ())


def test_a_short_name_in_brackets_belongs_to_the_name(tmp_path):
    found = read(
        tmp_path, "# Sub-processors\n\n* Alpha Web Services (AWS) - Hosting - USA\n* Beta (US) - Mail\n"
    )
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha Web Services (AWS)", "Hosting", ("US",)),
        ("Beta", "Mail", ("US",)),
    ]


@pytest.mark.parametrize("torn", ["| Beta Ltd | Ma", "| Beta Ltd | Mail |", "| Beta | Mail | Ger", "| Be"])
def test_a_last_row_that_the_end_of_the_file_cuts_is_left_out_and_named(tmp_path, torn):
    found = read(tmp_path, table("| Acme Ltd | Hosting | Ireland |") + torn)
    assert (names(found), told(found)) == (["Acme Ltd"], [("list.md:6", "row_torn_table")])


def test_a_cut_off_file_of_which_the_rest_of_a_table_is_only_its_headings_holds_no_vendor(tmp_path):
    found = read(tmp_path, table() + "| Acme Ltd | Hos")
    assert (names(found), ("list.md:5", "row_torn_table") in told(found)) == ([], True)


def test_a_whole_last_row_needs_no_end_of_its_line(tmp_path):
    closed = table("| Acme Ltd | Hosting | Ireland |") + "| Beta Ltd | Mail | Germany |"
    open_ = (
        "Company | Purpose | Country\n---|---|---\nAcme Ltd | Hosting | Ireland\nBeta Ltd | Mail | Germany"
    )
    assert [names(read(tmp_path, text)) for text in (closed, open_)] == [["Acme Ltd", "Beta Ltd"]] * 2
