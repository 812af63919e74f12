"""What a list itself sets apart: planned, not used, not chosen yet, or no company at all."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import HEADER, names, read, table, told

TABLE = f"# Sub-processors\n\n{HEADER}| Alpha | Hosting | Germany |\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Not used for customer data",
        "What we do not use",
        "Nicht eingesetzt",
        "No son subencargados: que no son",
    ],
)
def test_what_is_not_used_is_told_with_its_place(tmp_path, heading):
    found = read(tmp_path, f"{TABLE}\n## {heading}\n\n- **Beta** - mail\n- **Gamma** - chat\n")
    assert names(found) == ["Alpha"]
    assert told(found) == [("list.md:9", "row_apart"), ("list.md:10", "row_apart")]


def test_a_bullet_that_says_that_it_holds_no_customer_data_is_told(tmp_path):
    text = "# Sub-processors\n\n- Alpha Inc: hosting\n- Beta Inc: chat, not used for customer data\n"
    found = read(tmp_path, text)
    assert names(found) == ["Alpha Inc"]
    assert told(found) == [("list.md:4", "row_apart")]


@pytest.mark.parametrize(
    "heading", ["Not yet active", "Sub-processor pianificati", "Sub-procesori planificați"]
)
def test_bullets_below_a_table_may_be_what_is_planned(tmp_path, heading):
    found = read(tmp_path, f"{TABLE}\n## {heading}\n\n- **Beta** - mail\n- **Gamma** - chat\n")
    assert [(row.name, row.status) for row in found.rows] == [
        ("Alpha", ""),
        ("Beta", "planned"),
        ("Gamma", "planned"),
    ]


def test_under_current_and_planned_only_the_status_tells_which(tmp_path):
    rows = "| Name | Purpose | Status |\n|---|---|---|\n| Alpha | Mail | Active |\n| Beta | SMS | Planned |\n"
    found = read(tmp_path, f"# Sub-processors\n\n## Sub-processors (current / planned)\n\n{rows}")
    assert [(row.name, row.status) for row in found.rows] == [("Alpha", ""), ("Beta", "planned")]


@pytest.mark.parametrize(
    "name", ["Hosting partner (TBD)", "Hosting-Provider (noch offen)", "Mail (TBD - Beta?)"]
)
def test_a_vendor_that_is_not_chosen_yet_is_none(tmp_path, name):
    found = read(tmp_path, table("| Alpha | Hosting | Germany |", f"| {name} | Mail | Germany |"))
    assert (names(found), told(found)) == (["Alpha"], [("list.md:6", "row_nobody")])


@pytest.mark.parametrize("name", ["<MAIL_VENDOR>", "(Chosen by the customer)", "[MAIL] (such as Beta)"])
def test_what_stands_for_a_name_is_none(tmp_path, name):
    found = read(tmp_path, table("| Alpha | Hosting | Germany |", f"| {name} | Mail | Germany |"))
    assert (names(found), told(found)) == (["Alpha"], [("list.md:6", "row_placeholder")])


def test_a_table_that_a_program_fills_later_holds_nothing(tmp_path):
    page = "<h1>Sub-processors</h1><table><tbody><tr><td>Loading…</td></tr></tbody></table>"
    assert names(read(tmp_path, page, "list.html")) == []


def test_hosts_and_files_in_bullets_are_no_vendors(tmp_path):
    hosts = "- *.alpha.example\n- cdn.cloud.beta.example\n- https://gamma.example/list\n- legal/list.md\n"
    text = (
        f"# Sub-processors in Germany\n\n- [Delta](https://delta.example) - mail\n\n## Our hosts\n\n{hosts}"
    )
    assert names(read(tmp_path, text)) == ["Delta"]


def test_a_bold_term_in_running_text_is_no_name(tmp_path):
    text = "# Sub-processors\n\nWe use email to tell you **30 days in advance** of each change.\n"
    assert names(read(tmp_path, text)) == []


def test_a_page_that_ends_within_its_table_is_told(tmp_path):
    page = "<h1>Sub-processors</h1><table><tr><th>Name</th><th>Purpose</th></tr><tr><td>Alpha</td><td>Mai"
    assert ("list.html", "page_cut") in told(read(tmp_path, page, "list.html"))
    assert told(read(tmp_path, f"{page}l</td></tr></table>", "list.html")) == []
