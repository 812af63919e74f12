"""Facts of one vendor each: under a heading, in a table of labels, or beside a name in brackets."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read, table, told

LABELLED = """# Sub-processors

## Current

### 1. Alder.ai

| {head} | Details |
|---|---|
| **Company** | Alder, Inc. |
| **Purpose** | Answers questions |
| **Country** | United States |

### 2. Birch

| {head} | Details |
|---|---|
| Purpose | Mail |
| Country | Germany |
"""


@pytest.mark.parametrize("head", ["Field", "Attribute", "Feld", "Champ"])
def test_a_table_of_labels_below_a_heading_is_one_vendor(tmp_path, head):
    found = read(tmp_path, LABELLED.format(head=head))
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alder, Inc.", "Answers questions", ("US",)),
        ("Birch", "Mail", ("DE",)),
    ]
    assert told(found) == []


def test_a_table_of_labels_about_the_processing_is_no_vendor(tmp_path):
    text = (
        f"{table('| Alder | Chat | FR |')}\n## Contact\n\n| Field | Details |\n|---|---|\n"
        "| Purpose | Support of customers |\n| Country | Germany |\n"
    )
    assert names(read(tmp_path, text)) == ["Alder"]


def test_bullets_below_a_label_of_their_own_are_what_it_says(tmp_path):
    text = """# Subprocessor list

## 1. Alder

Purpose:

- application hosting;
- deployment.

Location:

- Germany

## 2. Birch

Purpose:

- managed database.

## 3. Notes

- This list is reviewed every year.
"""
    found = read(tmp_path, text)
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alder", "application hosting; deployment", ("DE",)),
        ("Birch", "managed database", ()),
    ]


@pytest.mark.parametrize(
    "written", ["Alder, LLC (a Birch company, US)", "Alder (HQ: Berlin, Germany)", "Alder (Chat, Mail)"]
)
def test_a_comma_in_brackets_ends_no_name(tmp_path, written):
    found = read(tmp_path, table(f"| {written} | Chat | FR |"))
    assert [(row.name, row.address) for row in found.rows] == [(written, "")]


@pytest.mark.parametrize("nobody", ["none yet", "_to be populated_", "noch keine", "à compléter"])
def test_a_row_for_those_to_come_names_nobody(tmp_path, nobody):
    found = read(tmp_path, table("| Alder | Chat | FR |", f"| {nobody} | Mail | DE |"))
    assert (names(found), told(found)) == (["Alder"], [("list.md:6", "row_nobody")])


def test_a_table_of_tasks_and_teams_is_no_list(tmp_path):
    text = (
        f"{table('| Alder | Chat | FR |')}\n## Monitoring\n\n"
        "| Activity | Responsible team | Next due date |\n|---|---|---|\n"
        "| Review of access | Legal Team | 1 March 2027 |\n| Audit | Security Team | 1 May 2027 |\n"
    )
    found = read(tmp_path, text)
    assert (names(found), told(found)) == (["Alder"], [("list.md:9", "table_other")])


@pytest.mark.parametrize(
    "heading", ["Subprocessor and address", "Company and registered office", "Anbieter und Sitz"]
)
def test_a_heading_that_joins_the_name_and_its_address_heads_the_names(tmp_path, heading):
    text = f'{heading},Purpose\n"Alder GmbH, Hauptstr. 1, 10115 Berlin, Germany",Mail\n'
    found = read(tmp_path, text, "list.csv")
    assert [(row.name, row.seat) for row in found.rows] == [("Alder GmbH", "DE")]


def test_names_below_a_sentence_of_those_no_longer_used_are_named(tmp_path):
    text = (
        "# Vendors\n\n| Vendor | Purpose | Country |\n|---|---|---|\n| Alder | Chat | FR |\n\n"
        "We no longer use:\n\n- Birch\n- Cedar Cloud\n"
    )
    found = read(tmp_path, text)
    assert names(found) == ["Alder"]
    assert told(found) == [("list.md:9", "row_former"), ("list.md:10", "row_former")]


@pytest.mark.parametrize("key", ["startsOn", "starts_on", "startDate", "begins on"])
def test_the_day_on_which_use_starts_is_read_whatever_its_key(tmp_path, key):
    text = f'{{"subprocessors": [{{"name": "Alder", "country": "DE", "{key}": "2027-02-01"}}]}}'
    assert [row.since.isoformat() for row in read(tmp_path, text, "list.json").rows] == ["2027-02-01"]


def test_paragraphs_that_begin_with_a_name_in_bold_are_a_list(tmp_path):
    text = """# Subprocessors

## Infrastructure

**Alder GmbH** — hosting of the platform. Location: Germany.

**Birch Ltd** — e-mail. Location: UK.

## Support

**Cedar SA** — chat. Location: France.
"""
    found = read(tmp_path, text)
    assert [(row.name, row.purpose, row.locations, row.group) for row in found.rows] == [
        ("Alder GmbH", "hosting of the platform", ("DE",), "Infrastructure"),
        ("Birch Ltd", "e-mail", ("GB",), "Infrastructure"),
        ("Cedar SA", "chat", ("FR",), "Support"),
    ]


def test_paragraphs_about_the_page_are_no_vendors(tmp_path):
    text = "# Subprocessors\n\n**Purpose**: It lists them.\n\n**Owner**: The office in Berlin, Germany.\n"
    assert names(read(tmp_path, text)) == []


def test_paragraphs_about_principles_are_no_vendors(tmp_path):
    text = "# Subprocessors\n\n**Security** — We encrypt it all.\n\n**Notification** — We tell customers.\n"
    assert names(read(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("behind", "since", "until"),
    [
        ("(from 1 March 2027)", "2027-03-01", ""),
        ("(effective March 1, 2027)", "2027-03-01", ""),
        ("(ab 01.03.2027)", "2027-03-01", ""),
        ("(until 31 December 2025)", "", "2025-12-31"),
    ],
)
@pytest.mark.parametrize("shape", ["| Alder {0} | Chat | FR |", "- **Alder** {0}\n  - Purpose: Chat\n"])
def test_a_day_in_brackets_behind_a_name_is_its_first_or_last_of_use(tmp_path, shape, behind, since, until):
    written = shape.format(behind)
    text = table(written) if shape.startswith("|") else f"# Sub-processors\n\n{written}- **Birch**: mail\n"
    row = read(tmp_path, text).rows[0]
    days = [day.isoformat() if day else "" for day in (row.since, row.until)]
    assert (row.name, row.purpose, days) == ("Alder", "Chat", [since, until])


@pytest.mark.parametrize("behind", ["(deprecated)", "(no longer used)", "(removed)"])
def test_a_name_that_is_said_to_be_former_in_brackets_is_left_out(tmp_path, behind):
    found = read(tmp_path, table("| Alder | Chat | FR |", f"| Birch {behind} | Mail | DE |"))
    assert (names(found), told(found)) == (["Alder"], [("list.md:6", "row_former")])


def test_the_days_of_use_below_a_bullet_are_no_purpose(tmp_path):
    text = (
        "# Sub-processors\n\n- **Alder**\n  - Purpose: Chat\n  - Start: 1 January 2030\n- **Birch**: mail\n"
    )
    row = read(tmp_path, text).rows[0]
    assert (row.purpose, row.since.isoformat()) == ("Chat", "2030-01-01")


@pytest.mark.parametrize(
    ("heading", "field"), [("Einsatz ab", "since"), ("End", "until"), ("Start", "since")]
)
def test_the_days_of_use_have_many_headings(tmp_path, heading, field):
    found = read(tmp_path, f"Name,Country,{heading}\nAlder,DE,2024-03-01\n", "list.csv")
    assert getattr(found.rows[0], field).isoformat() == "2024-03-01"


@pytest.mark.parametrize("written", ["No aplica (EEE)", "N/A (EU)", "Not applicable (Germany)"])
def test_no_ground_is_needed_inside_the_eea(tmp_path, written):
    found = read(tmp_path, f"Name,Purpose,Country,Mechanism\nAlder,Mail,DE,{written}\n", "list.csv")
    assert (found.rows[0].mechanism, told(found)) == (("NOT_A_TRANSFER",), [])


@pytest.mark.parametrize(
    ("status", "field", "day"),
    [
        ("Sunset 2026-06-30", "until", "2026-06-30"),
        ("Ends 31 March 2027", "until", "2027-03-31"),
        ("Pending (effective 2027-02-01)", "planned_from", "2027-02-01"),
    ],
)
def test_a_day_in_the_status_is_the_first_or_last_of_use(tmp_path, status, field, day):
    found = read(tmp_path, f"Name,Country,Status\nAlder,DE,{status}\nBirch,FR,Active\n", "list.csv")
    assert (getattr(found.rows[0], field).isoformat(), getattr(found.rows[1], field)) == (day, None)


def test_flags_alone_are_countries(tmp_path):
    found = read(tmp_path, "Name,Country\nAlder,🇩🇪 🇮🇪\nBirch,🇪🇺\nCedar,🇫🇷 Paris\n", "list.csv")
    assert [row.locations for row in found.rows] == [("DE", "IE"), ("EU",), ("FR",)]
    assert told(found) == []


def test_what_is_announced_beside_a_table_is_not_silent(tmp_path):
    text = f"{table('| Alder | Chat | FR |')}\nWe will add Birch Ltd on 1 March 2027.\n"
    assert told(read(tmp_path, text)) == [("list.md:7", "company_announced")]


def test_the_steps_of_a_process_are_no_vendors(tmp_path):
    text = (
        "# Changes of sub-processors\n\n## The four-step process\n\n"
        "1. **Engineering proposes.** It names the purpose.\n2. **Customers are told.** They have 30 days.\n"
    )
    assert names(read(tmp_path, text)) == []
