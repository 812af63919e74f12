"""Words that change what stands beside them: in headings, names, places and transfer grounds."""

from __future__ import annotations

import json

import pytest

from tests.documents.lists.reading import PLACES, names, read, table, told
from vendorrisk.documents.lists.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Sub-processor DPA", "terms"),
        ("Subprocessor privacy policy", "terms"),
        ("Sub-processor website", "website"),
        ("Página subprocesadores", "website"),
        ("Link to subprocessors", "website"),
        ("Sub-processor country", "location"),
        ("Sub-processor and affiliate name", "name"),
        ("Name of the sub-processor entity", "name"),
        ("Región datos", "location"),
        ("Rolle", "purpose"),
    ],
)
def test_a_heading_means_what_its_head_noun_says(heading, meaning):
    assert vocabulary(PLACES).meaning(heading) == meaning


def test_the_column_of_companies_goes_before_the_one_of_their_papers(tmp_path):
    head = "# Sub-processors\n\n| Provider | Role | Measures for sub-processors |\n|---|---|---|\n"
    assert names(read(tmp_path, f"{head}| Alpha, Inc. | Hosting | Audit |\n")) == ["Alpha, Inc."]


@pytest.mark.parametrize("title", ["Sub-processors and Affiliates", "Affiliates & our sub-processors"])
def test_a_title_of_both_makes_nobody_an_affiliate(tmp_path, title):
    text = table("| Alpha | Hosting | Germany |").replace("# Sub-processors", f"# {title}")
    assert [row.affiliate for row in read(tmp_path, text).rows] == [False]


def test_a_title_of_affiliates_as_sub_processors_still_does(tmp_path):
    text = table("| Alpha | Hosting | Germany |").replace("# Sub-processors", "# Affiliate sub-processors")
    assert [row.affiliate for row in read(tmp_path, text).rows] == [True]


def test_a_place_behind_the_dash_of_a_company_is_its_seat(tmp_path):
    found = read(
        tmp_path, "# Sub-processors\n\n| Name | Purpose |\n|--|--|\n| Alpha, Inc. – United States | Mail |\n"
    )
    assert [(row.name, row.seat, row.assumed) for row in found.rows] == [("Alpha, Inc.", "US", True)]


def test_a_seat_of_several_places_is_none_but_all_of_them_are_kept(tmp_path):
    text = "# Sub-processors\n\n| Name | Purpose | Entity country |\n|--|--|--|\n| Alpha | Mail | US/EU |\n"
    row = read(tmp_path, text).rows[0]
    assert (row.seat, row.locations, row.assumed) == ("", ("US", "EU"), True)


def test_the_eu_in_the_name_of_clauses_is_no_place(tmp_path):
    row = read(tmp_path, table("| Alpha | Mail | United States (EU SCCs apply) |")).rows[0]
    assert (row.locations, row.mechanism) == (("US",), ("SCC_2021_914",))


@pytest.mark.parametrize(
    ("written", "codes"),
    [("Moldova (non-adequate)", ()), ("Moldova (no adequacy)", ()), ("Japan (adequate)", ("ADEQUACY",))],
)
def test_what_is_not_adequate_is_no_adequacy(tmp_path, written, codes):
    assert read(tmp_path, table(f"| Alpha | Mail | {written} |")).rows[0].mechanism == codes


def test_a_bullet_that_labels_the_name_gives_the_name(tmp_path):
    text = "# Sub-processors\n\n- **Entity:** Alpha\n  - **Purpose:** Hosting\n  - **More:** https://alpha.example\n"
    found = read(tmp_path, text + "- **Beta:** Support. Location: France\n")
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha", "Hosting", ()),
        ("Beta", "Support", ("FR",)),
    ]


@pytest.mark.parametrize("name", ["Alpha/Beta/Gamma", "Alpha LLC (US) / Alpha Ltd (Ireland)", "Alpha / Beta"])
def test_names_between_strokes_are_said_to_be_several(tmp_path, name):
    found = read(tmp_path, table(f"| {name} | Mail | Germany |"))
    assert told(found) == [("list.md:5", "name_of_two")]


@pytest.mark.parametrize("name", ["Alpha A/S", "Alpha", "Alpha c/o Beta"])
def test_other_strokes_in_names_are_not(tmp_path, name):
    assert told(read(tmp_path, table(f"| {name} | Mail | Germany |"))) == []


def test_related_services_that_are_sentences_say_what_is_done(tmp_path):
    text = "# Sub-processors\n\n| Name | Related services |\n|--|--|\n| Alpha | Networking and hosting. |\n"
    row = read(tmp_path, text + "| Beta | Mail for alerts. |\n").rows[0]
    assert (row.purpose, row.services) == ("Networking and hosting.", ())


def test_a_bold_date_heads_nothing(tmp_path):
    text = table("| Alpha | Mail | Germany |").replace("\n\n|", "\n\n**Last reviewed: 2026-08-11**\n\n|", 1)
    found = read(tmp_path, text)
    assert [row.group for row in found.rows] == [""]


ROWS = "<tr><th>Name</th><th>Purpose</th></tr><tr><td>Alpha</td><td>Mail</td></tr>"
HTML = f"<h2>Sub-processors</h2><table>{ROWS}</table>"
MARKDOWN = "## Sub-processors\n\n| Name | Purpose |\n|---|---|\n| Alpha | Mail |\n"


@pytest.mark.parametrize("body", [HTML, MARKDOWN], ids=["HTML", "Markdown"])
def test_a_page_inside_a_value_of_data_is_read(tmp_path, body):
    page = {"title": "Legal", "sections": [{"kind": "text", "body": body}, {"kind": "hero", "size": "3"}]}
    found = read(tmp_path, json.dumps(page), "list.json")
    assert [(row.name, row.purpose) for row in found.rows] == [("Alpha", "Mail")]


def test_a_table_of_persons_is_no_list(tmp_path):
    head = "# Sub-processors\n\n| First name | Last name | Email | Role |\n|--|--|--|--|\n"
    found = read(tmp_path, f"{head}| Ada | Example | a@example | Privacy |\n")
    assert (names(found), told(found)[0]) == ([], ("list.md:3", "table_other"))


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("EU-EU transfer (no SCCs required)", ()),
        ("Germany; SCCs not required", ()),
        ("Keine Standardvertragsklauseln", ()),
        ("SCCs", ("SCC_2021_914",)),
        ("No transfer", ("NOT_A_TRANSFER",)),
    ],
)
def test_a_ground_that_is_denied_is_none(written, codes):
    assert vocabulary(PLACES).mechanisms_of(written) == codes


def test_a_column_of_grounds_is_one_whatever_it_is_called(tmp_path):
    head = "# Sub-processors\n\n| Sub-processor | Purpose | Legal basis |\n|--|--|--|\n"
    rows = "| Alpha | Mail | Standard Contractual Clauses |\n| Beta | SMS | DPF |\n"
    assert [row.mechanism for row in read(tmp_path, head + rows).rows] == [("SCC_2021_914",), ("DPF",)]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Toronto / USA", ("CA", "US")),
        ("Dublin and USA", ("IE", "US")),
        ("Dublin, Ohio", ("US",)),
        ("Dublin, Ohio / Paris", ("US", "FR")),
    ],
)
def test_a_place_beside_another_is_not_taken_to_lie_in_it(tmp_path, written, codes):
    assert read(tmp_path, table(f"| Alpha | Mail | {written} |")).rows[0].locations == codes


BADGED = "<h1>Sub-processors</h1><table><tr><th>Name</th><th>Purpose</th></tr><tr><td>Alpha<br>"


@pytest.mark.parametrize("badge", ["TLS", "AI", "IT", "Hosting"])
def test_a_badge_below_a_name_is_no_country(tmp_path, badge):
    row = read(tmp_path, f"{BADGED}{badge}</td><td>Mail</td></tr></table>", "list.html").rows[0]
    assert (row.name.split()[0], row.seat, row.locations) == ("Alpha", "", ())


def test_a_code_of_a_country_below_a_name_still_is_one(tmp_path):
    row = read(tmp_path, f"{BADGED}IE</td><td>Mail</td></tr></table>", "list.html").rows[0]
    assert (row.name, row.seat) == ("Alpha", "IE")


CARD = (
    "<div class=card><div class=top><div class=logo>{0}</div><h3>{1}</h3></div><div class=facts>"
    "<div class=fact><span>Service</span><span>{2}</span></div>"
    "<div class=fact><span>Location</span><span>{3}</span></div></div></div>"
)


def test_pairs_of_label_and_value_in_cards_are_facts(tmp_path):
    cards = CARD.format("AL", "Alpha", "Hosting", "Germany") + CARD.format("BE", "Beta", "Mail", "France")
    found = read(tmp_path, f"<h1>Sub-processors</h1><div>{cards}</div>", "list.html")
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha", "Hosting", ("DE",)),
        ("Beta", "Mail", ("FR",)),
    ]


def test_a_heading_that_is_a_sentence_is_no_company(tmp_path):
    text = "## How to read this list\n\n- **Purpose:** what it does\n- **Location:** Germany\n"
    found = read(tmp_path, table("| Alpha | Mail | Germany |") + f"\n{text}")
    assert names(found) == ["Alpha"]


def test_a_date_over_a_table_is_no_group(tmp_path):
    text = table("| Alpha | Mail | Germany |").replace("\n\n|", "\n\n## Version of 18 November 2020\n\n|", 1)
    assert [row.group for row in read(tmp_path, text).rows] == [""]


def test_the_list_in_the_head_of_a_page_is_read_and_its_authors_are_not(tmp_path):
    head = (
        "authors:\n  - name: Ada Example\n    role: Privacy\nvendors:\n  - name: Alpha\n    purpose: Mail\n"
    )
    found = read(tmp_path, f"---\ntitle: Sub-processors\n{head}---\nThe list stands above.\n")
    assert [(row.name, row.purpose, row.source) for row in found.rows] == [("Alpha", "Mail", "list.md:7")]


def test_a_broken_head_does_not_keep_a_page_from_being_read(tmp_path):
    assert names(read(tmp_path, "---\nvendors: [\n---\n" + table("| Alpha | Mail | Germany |"))) == ["Alpha"]


def test_a_place_behind_the_comma_of_a_company_is_its_seat(tmp_path):
    row = read(tmp_path, table("| Alpha GmbH, Berlin | Mail | France |")).rows[0]
    assert (row.name, row.seat, row.locations) == ("Alpha GmbH", "DE", ("FR",))


def test_arabic_headings_are_known(tmp_path):
    head = "# المعالجون من الباطن\n\n| الاسم | الغرض | الدولة |\n|--|--|--|\n"
    assert [row.locations for row in read(tmp_path, f"{head}| Alpha | Mail | ألمانيا |\n").rows] == [("DE",)]


@pytest.mark.parametrize(
    ("written", "stored", "accessed"),
    [
        ("Remote access from India", (), ("IN",)),
        ("Accessed from Spain and India", (), ("ES", "IN")),
        ("Fernzugriff aus Indien", (), ("IN",)),
        ("Germany, remote support from India", ("DE",), ("IN",)),
        ("Germany", ("DE",), ()),
    ],
)
def test_a_place_of_access_alone_is_no_place_of_storage(tmp_path, written, stored, accessed):
    row = read(tmp_path, table(f"| Alpha | Mail | {written} |")).rows[0]
    assert (row.locations, row.access) == (stored, accessed)
