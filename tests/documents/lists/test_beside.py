"""What stands in a list without being a vendor of it, and what is a vendor although it stands oddly."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.documents.lists.reading import names, read, table, told


def of(found, field="locations"):
    return [(row.name, getattr(row, field)) for row in found.rows]


# Totals and notes.


@pytest.mark.parametrize(
    "beside",
    [
        "| Total: 2 | | |", "| Summe | 2 | |", "| Note: we tell you 30 days ahead | | |",
        "| ¹ only for customers in the EU | | |",
        "| We tell our customers thirty days before any change. | | |",
    ],
)  # fmt: skip
def test_a_total_or_a_note_is_no_vendor_and_is_named(tmp_path, beside):
    found = read(tmp_path, table("| Alpha | Hosting | DE |", beside, "| Beta | Mail | FR |"))
    assert of(found) == [("Alpha", ("DE",)), ("Beta", ("FR",))]
    assert told(found) == [("list.md:6", "row_beside")]


@pytest.mark.parametrize("name", ["Total Energies", "Notes Ltd", "Alpha Inc."])
def test_a_vendor_without_more_than_a_name_stays_one(tmp_path, name):
    assert names(read(tmp_path, table(f"| {name} | | |", "| Beta | Mail | FR |"))) == [name, "Beta"]


NOTES = "\n¹ in the EU\n² a company of our group\n† on request\n[1] since May\n\\* see below\n"


@pytest.mark.parametrize("sign", ["²", r"\*", " †", " ¹ ²", " [1]"])
def test_a_sign_that_leads_to_a_footnote_is_no_part_of_a_name(tmp_path, sign):
    found = read(tmp_path, table(f"| Alpha GmbH{sign} | Hosting | DE |") + NOTES)
    assert names(found) == ["Alpha GmbH"]


@pytest.mark.parametrize("name", ["E*TRADE", "C3.ai", "Yahoo!", "Square²", "Alpha§"])
def test_a_sign_without_a_footnote_stays(tmp_path, name):
    assert names(read(tmp_path, table(f"| {name} | Hosting | DE |"))) == [name]


# Struck text.


def test_a_struck_name_is_former_and_struck_words_do_not_count(tmp_path):
    found = read(
        tmp_path,
        table("| ~~Old Corp~~ | Hosting | US |", "| Alpha | ~~Mail~~ Hosting | ~~US~~ DE |")
    )  # fmt: skip
    assert of(found) == [("Alpha", ("DE",))]
    assert (found.rows[0].purpose, told(found)) == ("Hosting", [("list.md:5", "row_former")])


def test_struck_text_of_html_is_the_same(tmp_path):
    rows = "<tr><td><del>Old</del></td><td>x</td><td>US</td></tr>"
    rows += "<tr><td>Alpha</td><td>Hosting</td><td><s>US</s> DE</td></tr>"
    head = "<tr><th>Sub-processor</th><th>Purpose</th><th>Country</th></tr>"
    found = read(tmp_path, f"<table>{head}{rows}</table>", "list.html")
    assert of(found) == [("Alpha", ("DE",))]
    assert [key for _, key in told(found)] == ["row_former"]


def test_a_struck_bullet_is_former(tmp_path):
    bullets = ("~~Old Corp: hosting, USA~~", "Alpha Inc: hosting, Germany", "Beta Inc: mail, France")
    found = read(tmp_path, "# Subprocessors\n\n" + "".join(f"- {one}\n" for one in bullets))
    assert of(found) == [("Alpha Inc", ("DE",)), ("Beta Inc", ("FR",))]
    assert told(found) == [("list.md:3", "row_former")]


def test_tildes_that_a_page_shows_are_kept(tmp_path):
    found = read(tmp_path, table(r"| \~\~Alpha\~\~ | Hosting | DE |"))
    assert names(found) == ["~~Alpha~~"]


# Tables without a header, or lying on their side.


def test_a_first_row_that_is_a_record_is_not_lost(tmp_path):
    found = read(tmp_path, "Alpha Inc,Hosting,United States\nBeta GmbH,Mail,Germany\n", "list.csv")
    assert of(found) == [("Alpha Inc", ("US",)), ("Beta GmbH", ("DE",))]
    assert [row.purpose for row in found.rows] == ["Hosting", "Mail"]
    assert told(found) == [("list.csv:1", "columns_guessed")]


def test_a_table_with_a_vendor_in_each_column_is_turned(tmp_path):
    found = read(tmp_path, "Name,Alpha,Beta\nPurpose,Host,Mail\nCountry,US,Nowhere\n", "list.csv")
    assert of(found) == [("Alpha", ("US",)), ("Beta", ())]
    assert told(found) == [("list.csv:3, column Beta", "place_unknown")]


# Cells that answer, and cells that say nothing that is known.


@pytest.mark.parametrize("answer", ["No", "no", "None", "N/A", "-"])
def test_no_is_not_norway_where_a_column_asks_for_access(tmp_path, answer):
    text = f"Sub-processor,Remote access from,Country\nAlpha,{answer},NO\n"
    (row,) = read(tmp_path, text, "list.csv").rows
    assert (row.access, row.locations) == ((), ("NO",))


def test_a_cell_that_names_no_place_is_named(tmp_path):
    assert told(read(tmp_path, table("| Alpha | Hosting | ON |"))) == [("list.md:5", "place_unknown")]


def test_within_the_eu_is_a_place(tmp_path):
    assert of(read(tmp_path, table("| Alpha | Hosting | Within the EU |"))) == [("Alpha", ("EU",))]


@pytest.mark.parametrize(
    ("written", "day"),
    [("1 May 2026", date(2026, 5, 1)), ("2026-05-01", date(2026, 5, 1)), ("13.04.2026", date(2026, 4, 13)),
     ("03/04/2026", None), ("45000", None)],
)  # fmt: skip
def test_a_day_is_read_where_it_can_mean_only_one(tmp_path, written, day):
    found = read(tmp_path, f"Name,Country,Added\nAlpha,DE,{written}\n", "list.csv")
    assert (found.rows[0].since, [key for _, key in told(found)]) == (day, [] if day else ["date_unclear"])


# Data.


def test_facts_in_objects_below_a_record_belong_to_it(tmp_path):
    nodes = [
        {"node": {"entity": {"name": name, "hq": "US"}, "processing": {"purpose": "Host", "regions": places}}}
        for name, places in (("Alpha", [{"code": "DE"}, {"code": "IE"}]), ("Beta", [{"code": "GB"}]))
    ]
    found = read(tmp_path, json.dumps({"data": {"legal": {"subprocessors": {"items": nodes}}}}), "list.json")
    assert of(found) == [("Alpha", ("DE", "IE")), ("Beta", ("GB",))]
    assert {(row.seat, row.purpose) for row in found.rows} == {("US", "Host")}


def test_several_names_below_an_object_are_several_vendors(tmp_path):
    groups = {
        "subprocessors": {"a": {"name": "Alpha", "country": "DE"}, "b": {"name": "Beta", "country": "FR"}}
    }
    assert of(read(tmp_path, json.dumps([groups]), "list.json")) == [("Alpha", ("DE",)), ("Beta", ("FR",))]


def test_what_a_record_takes_over_from_another_counts(tmp_path):
    text = "x: &base\n  country: US\n  purpose: P\nlist:\n  - name: Alpha\n    <<: *base\n    purpose: Q\n"
    text += "  - name: Beta\n    country: NO\n    purpose: R\n"
    found = read(tmp_path, text, "list.yaml")
    assert of(found) == [("Alpha", ("US",)), ("Beta", ("NO",))]
    assert [row.purpose for row in found.rows] == ["Q", "R"]


# Rows and bullets that head others.


def test_a_second_row_of_headings_refines_the_first(tmp_path):
    head = "<tr><th rowspan=2>Sub-processor</th><th colspan=2>Location</th></tr>"
    head += "<tr><th>Storage</th><th>Remote access</th></tr>"
    found = read(tmp_path, f"<table>{head}<tr><td>Alpha</td><td>DE</td><td>IN</td></tr></table>", "list.html")
    assert [(row.name, row.storage, row.access) for row in found.rows] == [("Alpha", ("DE",), ("IN",))]
    text = "Name,Location,\n,Storage,Access\nAlpha,DE,IN\n"
    (row,) = read(tmp_path, text, "list.csv").rows
    assert (row.name, row.storage, row.access) == ("Alpha", ("DE",), ("IN",))


def test_a_table_below_a_table_has_headings_of_its_own(tmp_path):
    text = "Name,Purpose,Country\nAlpha,Host,DE\nVendor,Location,Description\nBeta,FR,Mail\n"
    found = read(tmp_path, text, "list.csv")
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha", "Host", ("DE",)), ("Beta", "Mail", ("FR",)),
    ]  # fmt: skip


def test_a_name_alone_in_its_row_is_taken_and_named(tmp_path):
    found = read(tmp_path, table("| Infrastructure | | |", "| Alpha | Hosting | DE |"))
    assert names(found) == ["Infrastructure", "Alpha"]
    assert told(found) == [("list.md:5", "row_only_name")]


def test_a_row_that_names_nobody_is_left_out_once_and_not_taken(tmp_path):
    found = read(tmp_path, table("| N/A | | |", "| Alpha | Hosting | DE |"))
    assert (names(found), told(found)) == (["Alpha"], [("list.md:5", "row_nobody")])


@pytest.mark.parametrize(
    ("written", "kept"), [("-", ""), ("–", ""), ("N/A", ""), ("n.a.", ""), ("None", "None")]
)
def test_a_cell_that_only_marks_that_it_is_empty_tells_neither_purpose_nor_data(tmp_path, written, kept):
    text = f"Name,Purpose,Data,Country\nAlpha,{written},{written},DE\n"
    (row,) = read(tmp_path, text, "list.csv").rows
    assert (row.purpose, row.data) == (kept, kept)


@pytest.mark.parametrize("heading", ["Registration number", "Org. nr", "VAT number", "LEI"])
def test_the_number_of_a_company_in_a_public_register_is_not_left_out_silently(tmp_path, heading):
    (row,) = read(tmp_path, f"Name;{heading};Country\nAlpha;556906-5617;SE\n", "list.csv").rows
    assert row.other == ((heading, "556906-5617"),)


@pytest.mark.parametrize(
    ("lead_in", "taken"),
    [
        ("We no longer use:", ["Alpha"]), ("Removed in 2026:", ["Alpha"]),
        ("Our current list, in which Old Corp is removed:", ["Alpha", "Beta Ltd"]),
        ("We have removed Old Corp. We also use:", ["Alpha", "Beta Ltd"]),
    ],
)  # fmt: skip
def test_a_sentence_that_leads_on_to_a_list_says_whether_it_is_over(tmp_path, lead_in, taken):
    text = f"# Sub-processors\n\n* **Alpha** – hosting (DE)\n\n{lead_in}\n\n* **Beta Ltd** – mail (FR)\n"
    found = read(tmp_path, text)
    assert names(found) == taken
    assert told(found) == ([] if len(taken) > 1 else [("list.md:7", "row_former")])


def test_a_sentence_that_leads_on_to_a_list_says_whether_it_is_planned(tmp_path):
    text = "# Sub-processors\n\n* **Alpha** – hosting (DE)\n\nPlanned for 2027:\n\n* **Beta** – mail (FR)\n"
    assert of(read(tmp_path, text), "status") == [("Alpha", ""), ("Beta", "planned")]


def test_a_column_without_a_heading_is_named_where_it_holds_something(tmp_path):
    found = read(tmp_path, "Name,Country,\nAlpha,DE,EU only\n", "list.csv")
    assert (found.rows[0].other, told(found)) == ((("", "EU only"),), [("list.csv:1", "columns_unknown")])


def test_bullets_under_a_category_are_vendors(tmp_path):
    text = "# Sub-processors\n\n- Infrastructure\n  - AWS (US, IE)\n  - Google Cloud (DE)\n- Support\n"
    text += "  - Zendesk, Inc. – ticketing (United States)\n- Affiliates\n  - Acme GmbH, Germany\n"
    found = read(tmp_path, text)
    assert [(row.name, row.group, row.locations, row.affiliate) for row in found.rows] == [
        ("AWS", "Infrastructure", ("US", "IE"), False),
        ("Google Cloud", "Infrastructure", ("DE",), False),
        ("Zendesk, Inc.", "Support", ("US",), False),
        ("Acme GmbH", "Affiliates", ("DE",), True),
    ]


def test_companies_below_a_vendor_are_named_as_read_as_facts(tmp_path):
    text = "# Sub-processors\n\n- Alpha Group\n  - Beta GmbH\n- Gamma Inc\n  - hosting\n  - Germany\n"
    found = read(tmp_path, text)
    assert names(found) == ["Alpha Group", "Gamma Inc"]
    assert told(found) == [("list.md:3", "bullets_as_facts")]


@pytest.mark.parametrize("name", ["list.json", "list.yaml"])
def test_a_catalogue_of_questions_is_no_list_of_vendors(tmp_path, name):
    questions = [{"name": f"Firewall {number}", "description": "Is there one?"} for number in range(5)]
    found = read(tmp_path, json.dumps({"controls": questions}), name)
    assert (found.rows, told(found)) == ((), [(name, "list_none")])


@pytest.mark.parametrize("key", ["subprocessors", "vendors", "sub_processors"])
def test_names_and_purposes_alone_are_a_list_where_a_key_says_so(tmp_path, key):
    vendors = [{"name": "Alpha", "purpose": "Hosting"}, {"name": "Beta", "purpose": "Mail"}]
    assert names(read(tmp_path, json.dumps({key: vendors}), "list.json")) == ["Alpha", "Beta"]
