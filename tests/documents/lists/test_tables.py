from __future__ import annotations

from datetime import date

from tests.documents.lists.reading import HEADER, PLACES, names, read, table, told
from tests.documents.words import say
from tests.documents.workbooks import a_workbook
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.lists.reading import read_list


def test_a_table_with_front_matter_and_two_location_columns(tmp_path):
    found = read(
        tmp_path,
        """---
title: Acme Subprocessors
redirect_from:
  - /subprocessors
---

Questions go to <privacy@acme.example>.

## Third Party Subprocessors

| Name of Subprocessor | Description of Processing | Location of Processing | Corporate Location |
|----------------------|---------------------------|------------------------|--------------------|
| Alpha Web Services Inc (AWS) | Hosting, AI services | United States, Iceland, Germany | United States |
| Beta     (Mail)      | SMS notices               | United States          | Ireland |

## Acme Subsidiaries

| Name of Subprocessor | Description of Processing | Location of Processing | Corporate Location |
|----------------------|---------------------------|------------------------|--------------------|
| npn Inc \t            | Acme Subsidiary\t         | Australia\t            | Netherlands        |
""",
    )
    assert found.title == "Acme Subprocessors"
    assert found.shape == "table"
    assert [(row.name, row.locations, row.seat, row.group, row.affiliate) for row in found.rows] == [
        ("Alpha Web Services Inc (AWS)", ("US", "IS", "DE"), "US", "Third Party Subprocessors", False),
        ("Beta (Mail)", ("US",), "IE", "Third Party Subprocessors", False),
        ("npn Inc", ("AU",), "NL", "Acme Subsidiaries", True),
    ]
    assert found.rows[0].purpose == "Hosting, AI services"
    assert found.rows[0].source == "list.md:13"
    assert (found.rows[0].storage, found.rows[0].access) == ((), ())
    assert found.problems == ()


def test_an_address_in_the_name_cell_is_split_off_and_gives_the_country(tmp_path):
    found = read(
        tmp_path,
        """# Sub-processors

Latest update: 2022-01-28

| **Sub-processor** | **Service** | **Protection of third country transfer** | Our data strategy |
| --- | --- | --- | --- |
| Alpha EMEA SARL – ALP, 38 Avenue X. Kennedy, L-1855 Luxembourg \
| Servers - we only host in Dublin, Ireland (EU) \
| Standard Data Protection Clauses (Art. 46 para. 2 lit. c GDPR) | Migrate |
| Brief B.V.  Kade 285-H  1058 AE Amsterdam, Netherlands | Codes | No transfer | |
| Wildbyte LLC – Postmail  225 Walnut St  Philadelphia, PA, 19106, USA | Mail | SCCs | |
| Spot, Inc.  25 First Street, 2nd Floor  Cambridge, MA 02141, USA | Sales | Standard contractual clauses | |
| Tuition Inc. – hBot, 350 Alabama Street, #10, San Francisco CA 94110, USA | Bots | SCCs | |
| Post GmbH, Schwedter Str. 8/9b, D-10119 Berlin, Germany | Mail | No transfer | |
""",
    )
    assert [(row.name, row.address, row.seat, row.locations, row.mechanism) for row in found.rows] == [
        (
            "Alpha EMEA SARL – ALP",
            "38 Avenue X. Kennedy, L-1855 Luxembourg",
            "LU",
            ("IE", "LU"),
            ("SCC_2021_914",),
        ),
        ("Brief B.V.", "Kade 285-H, 1058 AE Amsterdam, Netherlands", "NL", ("NL",), ("NOT_A_TRANSFER",)),
        (
            "Wildbyte LLC – Postmail",
            "225 Walnut St, Philadelphia, PA, 19106, USA",
            "US",
            ("US",),
            ("SCC_2021_914",),
        ),
        (
            "Spot, Inc.",
            "25 First Street, 2nd Floor, Cambridge, MA 02141, USA",
            "US",
            ("US",),
            ("SCC_2021_914",),
        ),
        (
            "Tuition Inc. – hBot",
            "350 Alabama Street, #10, San Francisco CA 94110, USA",
            "US",
            ("US",),
            ("SCC_2021_914",),
        ),
        ("Post GmbH", "Schwedter Str. 8/9b, D-10119 Berlin, Germany", "DE", ("DE",), ("NOT_A_TRANSFER",)),
    ]
    assert found.updated == date(2022, 1, 28)
    assert found.rows[0].other == (("Our data strategy", "Migrate"),)
    assert told(found)[0] == ("list.md:5", "columns_unknown")
    assert [key for _, key in told(found)].count("location_assumed") == 6


def test_a_german_list_is_read_by_german_headings(tmp_path):
    found = read(
        tmp_path,
        """# Unterauftragnehmer

Stand: 2021-01-28

| **Unterauftragnehmer** | **Aufgabe** | **Schutz Drittstaatentransfer** | Speicherort | Zugriff aus |
| --- | --- | --- | --- | --- |
| Alpha GmbH | Versand von E-Mails der Kunden und Beantwortung von Anfragen | \
Standarddatenschutzklauseln  (Art. 46 Abs. 2 lit. c DSGVO) | Deutschland | USA, Indien |
| Beta AG | Betrieb der Server für die Kunden | kein Transfer | Österreich, Schweiz | |
""",
    )
    assert [(r.name, r.mechanism, r.storage, r.access, r.locations) for r in found.rows] == [
        ("Alpha GmbH", ("OLD_SCC",), ("DE",), ("US", "IN"), ()),
        ("Beta AG", ("NOT_A_TRANSFER",), ("AT", "CH"), (), ()),
    ]
    assert found.language == "de"
    assert told(found) == [("list.md", "clauses_older")]


def test_one_table_per_product_keeps_its_group_and_its_products(tmp_path):
    found = read(
        tmp_path,
        """# Data Subprocessors

> Current as of: January 1, 2020

## Core

| Entity | Entity Type | Entity Location |
| ------ |:-----------:| ---------------:|
| Alpha Web, Inc. | Cloud Service Provider | USA |

## Service Specific

| Entity | Related Acme functionality | Entity Type | Entity Location |
| --- | --- | --- | --- |
| Gogol LLC.| Warehouse Destination, Personas | Cloud Service Provider | USA|
""",
    )
    assert [(row.name, row.group, row.purpose, row.services) for row in found.rows] == [
        ("Alpha Web, Inc.", "Core", "Cloud Service Provider", ()),
        ("Gogol LLC.", "Service Specific", "Cloud Service Provider", ("Warehouse Destination", "Personas")),
    ]
    assert found.updated == date(2020, 1, 1)


def test_the_same_vendor_in_three_rows_stays_three_rows(tmp_path):
    rows = [f"| Mikro (Azur) | {purpose} | US |" for purpose in ("Hosting", "AI", "Support")]
    found = read(tmp_path, table(*rows))
    assert [(row.name, row.purpose) for row in found.rows] == [
        ("Mikro (Azur)", "Hosting"),
        ("Mikro (Azur)", "AI"),
        ("Mikro (Azur)", "Support"),
    ]


def test_twenty_carriers_in_one_cell_become_twenty_rows(tmp_path):
    carriers = ", ".join(f"Carrier{number}" for number in range(20))
    found = read(tmp_path, table(f"| {carriers} | Delivery of messages | Global |"))
    assert names(found) == [f"Carrier{number}" for number in range(20)]
    assert {(row.purpose, row.locations) for row in found.rows} == {("Delivery of messages", ("GLOBAL",))}
    assert told(found) == [("list.md:5", "names_in_one_cell")]


def test_a_comma_before_a_legal_form_is_no_list_of_names(tmp_path):
    rows = ("| Alpha, Inc. | a | US |", "| Alpha, Inc., Beta GmbH | b | US |", "| Gamma, Delta | c | US |")
    found = read(tmp_path, table(*rows))
    assert names(found) == ["Alpha, Inc.", "Alpha, Inc.", "Beta GmbH", "Gamma, Delta"]
    assert told(found) == [("list.md:6", "names_in_one_cell"), ("list.md:7", "name_of_two")]


def test_a_row_without_a_name_is_an_error_of_its_line(tmp_path):
    found = read(tmp_path, table("| Alpha | Mail | US |", "| | Chat | FR |"))
    assert names(found) == ["Alpha"]
    assert told(found) == [("list.md:6", "row_without_name")]
    assert say(found.problems[0].what) == "This row has no name and was left out: Chat | FR"


def test_rows_that_head_others_are_groups_not_vendors(tmp_path):
    third, ours = ("| **Third parties** | | |", "| **Affiliates** | | |")
    found = read(tmp_path, table(third, "| Alpha | Mail | US |", ours, "| Beta GmbH | Help | DE |"))
    assert [(row.name, row.group, row.affiliate) for row in found.rows] == [
        ("Alpha", "Third parties", False),
        ("Beta GmbH", "Affiliates", True),
    ]


def test_a_header_repeated_inside_the_table_is_no_vendor(tmp_path):
    rows = ("| Alpha | Mail | US |", "| Sub-processor | Purpose | Country |", "| Beta | Help | DE |")
    assert names(read(tmp_path, table(*rows))) == ["Alpha", "Beta"]


def test_former_ones_are_left_out_and_named(tmp_path):
    text = table("| Alpha | Mail | US |", "\n## Former sub-processors\n", f"{HEADER}| Beta | Help | DE |")
    found = read(tmp_path, text)
    assert names(found) == ["Alpha"]
    assert told(found) == [("list.md:11", "row_former")]


def test_planned_ones_are_kept_and_marked(tmp_path):
    text = table("| Alpha | Mail | US |", "\n## Upcoming sub-processors\n", f"{HEADER}| Beta | Help | DE |")
    assert [(row.name, row.status) for row in read(tmp_path, text).rows] == [
        ("Alpha", ""),
        ("Beta", "planned"),
    ]


def test_a_change_log_beside_the_list_is_named_and_not_read(tmp_path):
    text = table(
        "| Alpha | Mail | US |", "\n## Changes\n\n| Date | Change |", "|--|--|", "| 2026-01-01 | + Beta |"
    )
    found = read(tmp_path, text)
    assert names(found) == ["Alpha"]
    assert told(found) == [("list.md:9", "table_other")]


def test_a_vendor_named_like_the_publisher_is_an_affiliate(tmp_path):
    found = read(
        tmp_path,
        table("| Acme Germany GmbH | Help | DE |", "| Acmeware | x | US |"),
        company="Acme Ltd",
    )
    assert [row.affiliate for row in found.rows] == [True, False]


def test_a_type_column_says_who_is_an_affiliate(tmp_path):
    rows = "| A | Affiliate | x |\n| B | Third party | y |\n"
    text = f"# Sub-processors\n\n| Name | Type | Purpose |\n|--|--|--|\n{rows}"
    assert [(row.name, row.affiliate, row.purpose) for row in read(tmp_path, text).rows] == [
        ("A", True, "x"),
        ("B", False, "y"),
    ]


def test_privacy_shield_is_kept_and_flagged(tmp_path):
    text = "# Sub-processors\n\n| Name | Transfer mechanism | Location |\n|--|--|--|\n"
    rows = "| A | EU-US Privacy Shield | US |\n| B | DPF; SCCs (Module 3), UK IDTA | US |\n"
    rows += "| C | handshake | US |\n"
    found = read(tmp_path, text + rows)
    assert [row.mechanism for row in found.rows] == [("PRIVACY_SHIELD",), ("DPF", "SCC_2021_914", "IDTA"), ()]
    assert told(found) == [("list.md:5", "mechanism_ended"), ("list.md:7", "mechanism_unknown")]


def test_a_mechanism_in_the_location_column_is_no_place(tmp_path):
    found = read(
        tmp_path,
        table("| A | x | EU-US Data Privacy Framework + SCCs |", "| B | y | US (SCCs) |"),
    )
    assert [(row.locations, row.mechanism) for row in found.rows] == [
        ((), ("DPF", "SCC_2021_914")),
        (("US",), ("SCC_2021_914",)),
    ]


def test_a_misspelt_region_is_read_with_a_warning_at_its_line(tmp_path):
    found = read(
        tmp_path,
        table("| Twillio | SMS | Europen Economic Area |", "| B | x | Narnia |"),
    )
    assert [row.locations for row in found.rows] == [("EEA",), ()]
    assert told(found) == [("list.md:5", "place_guessed"), ("list.md:6", "place_unknown")]


def test_a_table_without_headings_is_read_by_what_it_holds(tmp_path):
    found = read(tmp_path, "# Sub-processors\n\n| | |\n|--|--|\n| Alpha | USA |\n| Beta | Germany |\n")
    assert [(row.name, row.locations) for row in found.rows] == [("Alpha", ("US",)), ("Beta", ("DE",))]
    assert told(found) == [("list.md:3", "columns_guessed")]


def test_a_header_one_row_too_low_is_found(tmp_path):
    rows = "| Sub-Processor | Location | Purpose |\n| Alpha | USA | Mail |\n"
    text = f"# Sub-processors\n\n| | | |\n|--|--|--|\n{rows}"
    assert [(row.name, row.purpose) for row in read(tmp_path, text).rows] == [("Alpha", "Mail")]


def test_a_misspelt_heading_is_taken_for_its_neighbour_and_said(tmp_path):
    text = "# Sub-processors\n\n| Name | Purpose | Localtion |\n|--|--|--|\n| Alpha | Mail | USA |\n"
    found = read(tmp_path, text)
    assert [row.locations for row in found.rows] == [("US",)]
    assert told(found) == [("list.md:3", "heading_guessed")]


def test_a_row_that_reads_like_headings_is_no_header(tmp_path):
    row = "| Service | Alpha | Required subprocessor |\n"
    text = f"# Register\n\n| Category | Vendor/system | Status |\n|--|--|--|\n{row}"
    assert names(read(tmp_path, text)) == ["Alpha"]


def test_a_record_standing_on_its_side_is_one_vendor(tmp_path):
    rows = "| Name | Alpha |\n| Purpose | Mail |\n| Location | US |\n"
    text = f"# Sub-processors\n\n| Field | Value |\n|--|--|\n{rows}"
    (row,) = read(tmp_path, text).rows
    assert (row.name, row.purpose, row.locations) == ("Alpha", "Mail", ("US",))


def test_a_csv_names_line_and_column_of_each_doubt(tmp_path):
    rows = "Alpha GmbH;Mail;Frankfurt;Indien;2024-01-01\nBeta;x;Irland;;01/02/2024\n"
    text = f"Name;Zweck;Speicherort;Zugriff aus;Seit\n{rows}"
    found = read(tmp_path, text, "list.csv")
    assert [(r.name, r.storage, r.access, r.since) for r in found.rows] == [
        ("Alpha GmbH", ("DE",), ("IN",), date(2024, 1, 1)),
        ("Beta", ("IE",), (), None),
    ]
    assert told(found) == [("list.csv:3, column Seit", "date_unclear")]


def test_a_csv_row_with_shifted_cells_is_left_out(tmp_path):
    found = read(tmp_path, "name,purpose,country\nAlpha, Inc.,Mail,US\nBeta,SMS,DE\n", "list.csv")
    assert names(found) == ["Beta"]
    assert [key for _, key in told(found)] == ["row_too_long"]


def test_a_workbook_is_read_under_its_title_with_cell_addresses(tmp_path):
    rows = [["Our sub-processors"], [], ["Sub-processor", "Purpose", "Country"], ["Alpha", "Mail", "Narnia"]]
    path = a_workbook(tmp_path / "list.xlsx", {"Vendors": rows})
    found = read_list(path, Limits(), PLACES)
    assert [(row.name, row.source) for row in found.rows] == [("Alpha", "Vendors!4")]
    assert told(found) == [("Vendors!C4", "place_unknown")]


def test_several_sheets_are_groups(tmp_path):
    header = ["Sub-processor", "Purpose", "Country"]
    sheets = {
        "Affiliates": [header, ["Alpha", "Help", "DE"]],
        "Third parties": [header, ["Beta", "Mail", "US"]],
    }
    found = read_list(a_workbook(tmp_path / "list.xlsx", sheets), Limits(), PLACES)
    assert [(row.name, row.group, row.affiliate) for row in found.rows] == [
        ("Alpha", "Affiliates", True),
        ("Beta", "Third parties", False),
    ]
