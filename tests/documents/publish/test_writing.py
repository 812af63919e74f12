from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.lists.reading import PLACES
from tests.documents.publish.lists import WORDS, a_full_row, a_public_list, a_public_row
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.lists.reading import read_list
from vendorrisk.documents.publish.html_page import web_address
from vendorrisk.documents.publish.writing import FORMATS, file_name, published
from vendorrisk.domain.register.countries import ISO_3166, USER_ASSIGNED, Region
from vendorrisk.domain.register.public_list import PublicAccess, PublicChanges, as_list_row
from vendorrisk.domain.register.records import VendorKind
from vendorrisk.domain.register.vocabulary import Mechanism

PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "'\"><svg/onload=x>",
    "</td></tr></table><h1>x", "&lt;b&gt;", "{{7*7}}", "[click](javascript:alert(1))", "`code`",
    "a | b | c", "*bold* _it_ ~~s~~", "# heading", "1. one", "- item", "> quote", "\\", "\\|",
    "<!-- x -->", "]]>", "=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1+1", "\tx", "'quoted",
    "http://x.example", "x\ny", "\u202ex",
]  # fmt: skip


def content(public, form):
    return published(public, form, WORDS).decode("utf-8-sig")


def read_back(public, form, folder):
    path = folder / file_name(public, form)
    path.write_bytes(published(public, form, WORDS))
    return read_list(path, Limits(), PLACES)


def test_the_page_says_whose_list_it_is_and_how_new():
    text = content(a_public_list(a_full_row()), "html")
    tree = html5lib.HTMLParser(strict=True).parse(text)
    namespace = "{http://www.w3.org/1999/xhtml}"
    plain = " ".join("".join(tree.itertext()).split())
    assert "Example Ltd: sub-processors (global list)" in plain
    assert "Last updated: 2026-11-21. Version 3." in plain
    assert [cell.get("scope") for cell in tree.iter(f"{namespace}th")] == ["col"] * 13 + ["row"]
    assert [link.get("href") for link in tree.iter(f"{namespace}a")] == [
        "https://example.example/subscribe",
        "mailto:privacy@example.example",
    ]
    assert not list(tree.iter(f"{namespace}script"))
    policy = next(meta.get("content") for meta in tree.iter(f"{namespace}meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("form", FORMATS)
def test_a_note_stands_under_the_rows_and_in_none_of_them(form):
    row = a_full_row()
    text = content(replace(a_public_list(row), note="All of this & more is invented."), form)
    before, _, after = text.partition("All of this")
    assert row.purpose in before
    assert "invented." in after
    assert content(a_public_list(row), form) != text


def test_the_markdown_is_a_table_of_words():
    text = content(a_public_list(a_public_row(access=(PublicAccess(country="IN", purpose="support"),))), "md")
    assert text == (
        "# Example Ltd: sub-processors (global list)\n\n"
        "Last updated: 2026-11-21. Version 3.\n\n"
        "| Legal name | Type | Purpose | Storage countries | Access countries | Accessed for |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| Alpha Cloud GmbH | Third party | Hosting | Germany | India | support |\n\n"
        "Subscribe to changes: https://example.example/subscribe\n\n"
        "Contact: privacy@example.example\n"
    )


def test_the_csv_quotes_every_cell_and_keeps_every_column():
    raw = published(a_public_list(a_full_row(legal_name="=cmd|'/c calc'!A1")), "csv", WORDS)
    assert raw.startswith(b'\xef\xbb\xbf"Legal name","Type"')
    header, row = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert len(header) == len(row) == 14
    assert row == [
        "'=cmd|'/c calc'!A1", "Affiliate", "Ireland", "SMS; Voice", "Answering support requests",
        "Phone numbers; Message content", "Germany; Ireland", "India; Bosnia and Herzegovina", "support", "",
        "EU standard contractual clauses; Data Privacy Framework", "2024-05-01", "2027-01-15",
        "Voice troubleshooting only",
    ]  # fmt: skip


def test_the_json_has_a_schema_and_codes():
    plain = json.loads(content(a_public_list(a_full_row(id="e-1")), "json"))
    assert (plain["schema"], plain["version"], plain["updated"]) == (
        "vendorrisk.public-list/1",
        3,
        "2026-11-21",
    )
    (row,) = plain["rows"]
    assert (row["id"], row["kind"], row["storage"], row["mechanisms"]) == (
        "e-1", "AFFILIATE", ["DE", "IE"], ["SCC_2021_914", "DPF"],
    )  # fmt: skip
    assert row["access"] == [{"country": "IN", "purpose": "support"}, {"country": "BA", "purpose": "support"}]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_list_gives_the_same_bytes(form):
    public = a_public_list(a_full_row(), a_public_row())
    assert published(public, form, WORDS) == published(public, form, WORDS)


@pytest.mark.parametrize("form", ["html", "md"])
def test_an_empty_list_says_so(form):
    assert "No sub" in content(a_public_list(), form)
    assert "is in use or announced under this list" in content(a_public_list(), form)


def test_an_empty_csv_and_json_hold_no_rows():
    assert content(a_public_list(), "csv").count("\n") == 1
    assert json.loads(content(a_public_list(), "json"))["rows"] == []


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_difference_to_the_version_before_is_told(form):
    changes = PublicChanges(
        previous_version=2, added=("Beta",), removed=("Gamma",), renamed=(("Old", "New"),), changed=("Alpha",)
    )
    text = content(a_public_list(a_public_row(), changes=changes), form)
    for line in (
        "Changes since version 2",
        "Added: Beta",
        "Removed: Gamma",
        "Renamed: Old, now New",
        "Changed: Alpha",
    ):
        assert line in text
    calm = content(a_public_list(a_public_row(), changes=PublicChanges(previous_version=2)), form)
    assert "No vendor, purpose, place or transfer mechanism changed" in calm


@pytest.mark.parametrize("payload", PAYLOADS)
def test_typed_text_is_never_markup_and_comes_back_as_text(payload, tmp_path):
    public = a_public_list(
        a_public_row(purpose=f"{payload} end"), a_public_row("Beta", purpose="Mail"), contact=payload
    )
    namespace = "{http://www.w3.org/1999/xhtml}"
    page = html5lib.parse(content(public, "html"))
    tags = {element.tag.removeprefix(namespace) for element in page.iter()}
    assert tags <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "p",
        "time",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
    }
    assert all(
        a.get("href", "").startswith(("https:", "mailto:", "http:")) for a in page.iter(f"{namespace}a")
    )
    expected = " ".join(f"{payload} end".replace("\u202e", "").split())
    for form in FORMATS:
        rows = read_back(public, form, tmp_path).rows
        assert [(row.name, row.purpose) for row in rows] == [("Alpha Cloud GmbH", expected), ("Beta", "Mail")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ("file:///etc/passwd", ""),
        ("call us", ""),
        ("@", ""),
    ],
)
def test_only_plain_web_and_mail_addresses_become_links(text, address):
    assert web_address(text) == address


words = st.from_regex(r"[A-Z][a-z]{2,7}( [A-Z][a-z]{2,7})?", fullmatch=True)
countries = st.lists(
    st.sampled_from(sorted(ISO_3166 | USER_ASSIGNED | set(map(str, Region)))), max_size=4, unique=True
)
days = st.none() | st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
rows = st.builds(
    a_public_row,
    words.map(lambda name: f"{name} Ltd"),
    kind=st.sampled_from(VendorKind),
    seat=st.sampled_from(["", "DE", "US", "IN"]),
    services=st.lists(words, max_size=3, unique=True).map(tuple),
    purpose=words.map(lambda text: f"Handling of {text} | <b> & *c*"),
    data_categories=st.lists(words, max_size=3, unique=True).map(tuple),
    storage=countries.map(tuple),
    access=countries.map(
        lambda codes: tuple(PublicAccess(country=code, purpose="support") for code in codes)
    ),
    mechanisms=st.lists(st.sampled_from(sorted(Mechanism)), max_size=3, unique=True).map(tuple),
    since=days,
    planned_from=days,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(rows, min_size=1, max_size=4), form=st.sampled_from(sorted(FORMATS)))
def test_what_we_publish_we_can_read(some, form, tmp_path):
    found = read_back(a_public_list(*some), form, tmp_path)
    assert [_facts(row) for row in found.rows] == [_facts(as_list_row(row)) for row in some]


def _facts(row):
    return (
        row.name, row.purpose, row.data, row.services, set(row.storage), set(row.access), set(row.mechanism),
        row.affiliate, row.since, row.planned_from, row.seat,
    )  # fmt: skip


@pytest.mark.parametrize("code", sorted(ISO_3166 | USER_ASSIGNED | set(map(str, Region))))
def test_every_country_is_read_back_from_its_published_name(code, tmp_path):
    found = read_back(a_public_list(a_public_row(storage=(code, "DE"))), "md", tmp_path)
    assert set(found.rows[0].storage) == {code, "DE"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_country_is_read_back_where_it_stands_alone(form, tmp_path):
    """NA, NE and NO are countries; other people's lists write the same letters for no answer."""
    codes = sorted(ISO_3166 | USER_ASSIGNED | set(map(str, Region)))
    some = [
        a_public_row(f"{code} Ltd", storage=(code,), access=(PublicAccess(country=code, purpose=""),))
        for code in codes
    ]
    found = read_back(a_public_list(*some), form, tmp_path)
    assert [(row.storage, row.access) for row in found.rows] == [((code,), (code,)) for code in codes]


@pytest.mark.parametrize("code", sorted(Mechanism))
def test_every_mechanism_is_read_back_from_its_published_name(code, tmp_path):
    found = read_back(a_public_list(a_public_row(mechanisms=(code,))), "csv", tmp_path)
    assert found.rows[0].mechanism == (code,)


def test_the_file_is_named_by_profile_and_version():
    assert (
        file_name(a_public_list(profile="EU_REGION_LOCKED"), "html")
        == "subprocessors-eu-region-locked-v3.html"
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_list_without_contact_or_subscription_has_no_empty_lines_for_them(form):
    text = content(a_public_list(a_public_row(), contact="", subscription_url=""), form)
    assert "Contact" not in text
    assert "Be told" not in text


def test_an_unknown_profile_is_shown_by_its_own_name():
    assert "sub-processors (PARTNERS)" in content(a_public_list(a_public_row(), profile="PARTNERS"), "html")
