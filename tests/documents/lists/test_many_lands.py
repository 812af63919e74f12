"""Headings of further languages, and what beside a heading says what a cell means."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read, told


@pytest.mark.parametrize(
    ("headings", "cells", "codes"),
    [
        ("Název;Účel;Země;Záruky", "Alpha s.r.o.;Pošta;Česká republika;-", ("CZ",)),
        ("Alvállalkozó;Tevékenység;Ország;Garanciák", "Alpha Zrt.;Posta;Magyarország;-", ("HU",)),
        ("Denumire;Scop;Țară;Garanții", "Alpha SRL;Posta;România;-", ("RO",)),
        ("Leverandør;Formål;Lokation;Overførselsgrundlag", "Alpha ApS;Post;Danmark;-", ("DK",)),
        ("Alikäsittelijä;Tarkoitus;Sijainti;Siirtoperuste", "Alpha Oy;Posti;Suomi;-", ("FI",)),
        ("Denominazione;Attività svolta;Luogo del trattamento;Garanzie", "Alpha Srl;Posta;Italia;-", ("IT",)),
    ],
)
def test_headings_of_further_languages_are_known(tmp_path, headings, cells, codes):
    found = read(tmp_path, f"{headings}\n{cells}\n", "list.csv")
    (row,) = found.rows
    assert (bool(row.purpose), row.locations, row.other, told(found)) == (True, codes, (), [])


def test_in_a_column_that_is_answered_no_is_not_norway(tmp_path):
    head = "| Subprocessor | Purpose | Storage | Remote access |\n|---|---|---|---|\n"
    rows = "| Alpha Ltd | Host | Germany | No |\n| Beta AS | Mail | NO | NO |\n"
    found = read(tmp_path, f"# Sub-processors\n\n{head}{rows}")
    assert [(row.storage, row.access) for row in found.rows] == [(("DE",), ()), (("NO",), ())]


def test_a_role_says_who_is_no_sub_processor_and_the_purpose_stays(tmp_path):
    text = (
        "Vendor,Role,Purpose,Country\nAlpha AG,Carrier (independent controller),Voice,Germany\n"
        "Beta Inc.,Sub-processor,SMS,US\nGamma GmbH,Processor (affiliate),Support,Germany\n"
    )
    found = read(tmp_path, text, "sub-processors.csv")
    assert [(row.name, row.purpose, row.affiliate) for row in found.rows] == [
        ("Beta Inc.", "SMS", False),
        ("Gamma GmbH", "Support", True),
    ]
    assert told(found) == [("sub-processors.csv:2", "row_apart")]


def test_support_over_countries_is_access(tmp_path):
    text = (
        "Sub-processor,Purpose,Data centre,Support\nAlpha Ltd,Mail,Germany,India\nBeta Ltd,SMS,Ireland,US\n"
    )
    assert [row.access for row in read(tmp_path, text, "list.csv").rows] == [("IN",), ("US",)]


def test_its_affiliates_are_not_ours(tmp_path):
    text = 'Sub-processor,Purpose\n"Alpha, Inc. (and its affiliates)",Mail\nBeta Ltd (our affiliate),SMS\n'
    assert [row.affiliate for row in read(tmp_path, text, "list.csv").rows] == [False, True]


def test_names_with_addresses_in_bullets_are_names(tmp_path):
    text = (
        "Sub-processors:\n\n1. Alpha d.o.o., Ulica 1, 52215 Vodnjan, Hrvatska – SMS\n"
        "2. Beta SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg – hosting\n"
    )
    found = read(tmp_path, text)
    assert names(found) == ["Alpha d.o.o.", "Beta SARL"]
    assert [(row.purpose, row.seat) for row in found.rows] == [("SMS", "HR"), ("hosting", "LU")]


def test_a_group_heading_is_what_its_vendors_do_where_nothing_else_says(tmp_path):
    found = read(
        tmp_path, "# Subverwerkers\n\n**Hosting**\n- Alpha B.V. (Nederland)\n- Beta, Inc. (VS) – SCC's\n"
    )
    assert [(row.name, row.purpose, row.mechanism) for row in found.rows] == [
        ("Alpha B.V.", "Hosting", ()),
        ("Beta, Inc.", "Hosting", ("SCC_2021_914",)),
    ]


def test_a_change_that_a_sentence_announces_is_told(tmp_path):
    text = (
        "# Sub-processors\n\n| Name | Purpose |\n|---|---|\n| Alpha Ltd | Mail |\n\n"
        "On 15 January 2027 we will add Beta SAS (France) for AI features.\n"
    )
    assert told(read(tmp_path, text)) == [("list.md:7", "company_announced")]


def test_facts_of_objects_inside_records_are_not_glued_to_the_name(tmp_path):
    text = (
        '{"subprocessors": [{"company": {"name": "Alpha Inc.", "website": "https://a.example"},'
        ' "purpose": "Warehouse", "isAffiliate": false},'
        ' {"company": {"name": "Beta Ltd"}, "purpose": "Work", "isAffiliate": true}]}'
    )
    assert [(row.name, row.website, row.affiliate) for row in read(tmp_path, text, "list.json").rows] == [
        ("Alpha Inc.", "https://a.example", False),
        ("Beta Ltd", "", True),
    ]
