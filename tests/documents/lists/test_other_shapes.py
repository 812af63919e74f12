from __future__ import annotations

from datetime import date

import pytest

from tests.documents.lists.reading import names, read, told
from tests.documents.words import say


def test_bullets_take_their_country_from_the_sentence_above(tmp_path):
    found = read(
        tmp_path,
        """---
title: Acme Subprocessors
---

# Acme subprocessors

*Last updated: June 8, 2023*

We use third party subprocessors to run Acme.

The following is a list. These subprocessors are all located in the United States:

* [Alpha Web](https://alpha.example/gdpr/). Cloud services provider.
* [Converter.com](https://converter.example/privacy/). A/B testing software.
* [hBotcha](https://hbotcha.example/privacy). Anti-bot protection.

These subprocessors are located in the EU:

* [Signal](https://signal.example/gdpr.html). Monitoring.

Subscribe to our [repository](https://code.example/policies).
""",
    )
    assert [(row.name, row.purpose, row.locations, row.website) for row in found.rows] == [
        ("Alpha Web", "Cloud services provider", ("US",), "https://alpha.example/gdpr/"),
        ("Converter.com", "A/B testing software", ("US",), "https://converter.example/privacy/"),
        ("hBotcha", "Anti-bot protection", ("US",), "https://hbotcha.example/privacy"),
        ("Signal", "Monitoring", ("EU",), "https://signal.example/gdpr.html"),
    ]
    assert {row.group for row in found.rows} == {
        "These subprocessors are all located in the United States",
        "These subprocessors are located in the EU",
    }
    assert (found.updated, found.shape, found.problems) == (date(2023, 6, 8), "bullets", ())


def test_bullets_of_many_kinds(tmp_path):
    found = read(
        tmp_path,
        """# Subprocessors

## Infrastructure
- Striped: payments (United States)
- Help Spot – help desk, Ireland
- Alpha Ltd. (DE) - hosting
- **Beta Cloud**, Inc. - storage

## Affiliates
* Nordwind UK Ltd, United Kingdom
* Nordwind Inc., USA
""",
    )
    assert [(row.name, row.purpose, row.locations, row.affiliate) for row in found.rows] == [
        ("Striped", "payments", ("US",), False),
        ("Help Spot", "help desk", ("IE",), False),
        ("Alpha Ltd.", "hosting", ("DE",), False),
        ("Beta Cloud, Inc.", "storage", (), False),
        ("Nordwind UK Ltd", "", ("GB",), True),
        ("Nordwind Inc.", "", ("US",), True),
    ]


def test_bullets_below_bullets_are_properties_or_vendors(tmp_path):
    text = """# Subprocessors

- Alpha Inc
  - Purpose: mail
  - Location: US
- Beta
  - Purpose: sms
  - Country: Germany
"""
    assert [(row.name, row.purpose, row.locations) for row in read(tmp_path, text).rows] == [
        ("Alpha Inc", "mail", ("US",)),
        ("Beta", "sms", ("DE",)),
    ]
    text = """# Subprocessors

- Hosting
  - Alpha Cloud: servers, Germany
  - Beta Cloud: storage, France
- Mail
  - Gamma: mails, US
  - Delta: sms, UK
"""
    assert [(row.name, row.group, row.purpose, row.locations) for row in read(tmp_path, text).rows] == [
        ("Alpha Cloud", "Hosting", "servers", ("DE",)),
        ("Beta Cloud", "Hosting", "storage", ("FR",)),
        ("Gamma", "Mail", "mails", ("US",)),
        ("Delta", "Mail", "sms", ("GB",)),
    ]


def test_a_bullet_among_vendors_that_is_not_understood_is_an_error(tmp_path):
    vendors = "- [Alpha](https://a.example): mail\n- [Beta](https://b.example): sms\n"
    text = f"Our sub-processors:\n\n{vendors}- and others, as we see fit?\n"
    found = read(tmp_path, text)
    assert names(found) == ["Alpha", "Beta"]
    assert told(found) == [("list.md:5", "item_unread")]


def test_bullets_about_other_things_are_no_vendors(tmp_path):
    text = """# Sub-processors

| Name | Purpose |
|------|---------|
| Alpha | Mail |

## Your rights

- **Right of access**: you may ask for a copy
- **Right to erasure**: you may ask for deletion
"""
    assert names(read(tmp_path, text)) == ["Alpha"]


def test_bullets_of_plain_sentences_on_a_page_about_sub_processors_are_no_vendors(tmp_path):
    text = """# Subprocessors

We share data with third parties. It helps us by enabling us to:

- Store information about your preferences, allowing us to customise it.
- Speed up your searches.

The subprocessors are:

- [Alpha](https://alpha.example) (ALP), hosting.
"""
    assert names(read(tmp_path, text)) == ["Alpha (ALP)"]


def test_a_section_per_vendor_is_read_by_its_keys(tmp_path):
    text = """## Sub-processors

### 1. Hosting

#### Ocean, LLC

- **Purpose:** Cloud hosting.
- **Regions used:** **Amsterdam (NL)** and **London (UK)**.
- **Transfer mechanism:** EU/UK hosting only; no international transfers.
- **Website:** ocean.example

#### Alpha Web (AWS)

**Purpose:** Storage
**Data processed:** Pictures

Location: Ireland
"""
    found = read(tmp_path, text)
    assert [
        (r.name, r.group, r.purpose, r.data, r.locations, r.mechanism, r.website) for r in found.rows
    ] == [
        (
            "Ocean, LLC",
            "1. Hosting",
            "Cloud hosting.",
            "",
            ("NL", "GB"),
            ("NOT_A_TRANSFER",),
            "https://ocean.example",
        ),
        ("Alpha Web (AWS)", "1. Hosting", "Storage", "Pictures", ("IE",), (), ""),
    ]
    assert found.shape == "sections"


def test_a_section_whose_text_speaks_of_its_heading_is_a_vendor(tmp_path):
    html = """<title>Acme</title><h1>Acme sub-processors</h1>
<h3>Exoscope</h3><p>Exoscope runs the data centres. It is good.</p>
<ul><li><a href="https://e.example/dpa">Exoscope data processing agreement</a></ul>
<h3>Striper</h3><p>Striper is a payment provider.</p><h2>Version</h2><p>Version 1.1</p>"""
    assert [(row.name, row.purpose) for row in read(tmp_path, html, "list.html").rows] == [
        ("Exoscope", "Exoscope runs the data centres"),
        ("Striper", "Striper is a payment provider."),
    ]


def test_prose_gives_bold_and_linked_names_with_their_sentence_and_a_warning(tmp_path):
    found = read(
        tmp_path,
        """---
title: Sub-processors
reviewed: 2026-04-16 15:39:32
---

The following report tells which external services we use.

## Hosting

The platform runs on **Alpha Web** (AWS). See [AWS Terms](https://alpha.example/terms).

- Apps are stored where you choose.

## Mail

We use **MailMonkey** to send mails. Our mail accounts are by **Gogol** (gSweet).

We use [ZeroBounds](https://zerobounds.example) for that. We do not use **Spymaster**.

Status is under [status.acme.example](https://status.acme.example). **Loud** words mean nothing here.
""",
    )
    assert [(row.name, row.group) for row in found.rows] == [
        ("Alpha Web", "Hosting"),
        ("MailMonkey", "Mail"),
        ("Gogol", "Mail"),
        ("ZeroBounds", "Mail"),
    ]
    assert found.rows[1].purpose == "We use MailMonkey to send mails."
    assert found.rows[3].website == "https://zerobounds.example"
    assert (found.shape, found.updated) == ("prose", date(2026, 4, 16))
    assert told(found) == [
        ("list.md:18", "prose_not_used"),
        ("list.md:20", "prose_unread"),
        ("list.md", "prose_best_effort"),
    ]


def test_yaml_keeps_what_is_written(tmp_path):
    found = read(
        tmp_path,
        "- name: Alpha\n  country: NO\n  website: https://a.example\n- {name: Beta, country: [US, DE]}\n",
        "list.yml",
    )
    assert [(row.name, row.locations, row.source) for row in found.rows] == [
        ("Alpha", ("NO",), "list.yml:1"),
        ("Beta", ("US", "DE"), "list.yml:4"),
    ]
    assert (found.rows[0].website, found.shape) == ("https://a.example", "data")


def test_json_with_lists_markup_and_a_wrong_date(tmp_path):
    found = read(
        tmp_path,
        """{"lastUpdated": "2022-11-027", "subprocessors": [
  {"id": "a", "name": "Alpha <b>Inc</b>", "purpose": "<p>Mail &amp; SMS</p>",
   "dataProcessed": ["Names", "Logs"], "location": "United States (us-east-1, us-west-2)",
   "contractUrl": "https://a.example/dpa", "status": "active"},
  {"name": "Beta", "purpose": "x", "location": ["IE", "DE"], "status": "inactive"},
  {"name": "Gamma", "status": "planned"}]}""",
        "list.json",
    )
    assert [(r.name, r.purpose, r.data, r.locations, r.status) for r in found.rows] == [
        ("Alpha Inc", "Mail & SMS", "Names; Logs", ("US",), ""),
        ("Gamma", "", "", (), "planned"),
    ]
    assert found.rows[0].other == (("contractUrl", "https://a.example/dpa"),)
    assert found.updated is None
    assert told(found) == [("list.json:5", "row_former"), ("list.json:1", "date_unclear")]


def test_json_with_comments_and_groups(tmp_path):
    found = read(
        tmp_path,
        """// our list
{ "infrastructure": [{"vendor": "Alpha"}, {"vendor": "Beta", "country": "NO"},], /* group */
  "affiliates": [{"vendor": "Gamma", "country": "IN"}] }""",
        "list.json",
    )
    assert [(row.name, row.group, row.affiliate, row.source) for row in found.rows] == [
        ("Alpha", "infrastructure", False, "list.json:2"),
        ("Beta", "infrastructure", False, "list.json:2"),
        ("Gamma", "affiliates", True, "list.json:3"),
    ]


def test_groups_with_a_title_of_their_own(tmp_path):
    text = "groups:\n - title: Core\n   items:\n    - name: Alpha\n      since: 2024-02-30\n"
    found = read(tmp_path, text, "subprocessors.yml")
    assert [(row.name, row.group, row.since) for row in found.rows] == [("Alpha", "Core", None)]
    assert told(found) == [("subprocessors.yml:5", "date_unclear")]


def test_records_under_their_name_and_plain_lists_of_names(tmp_path):
    text = '{"Striper": {"purpose": "pay", "location": "US"}, "Gamma": {"purpose": "x", "country": "FR"}}'
    assert [(r.name, r.locations) for r in read(tmp_path, text, "a.json").rows] == [
        ("Striper", ("US",)),
        ("Gamma", ("FR",)),
    ]
    assert names(read(tmp_path, "subprocessors: [Alpha, Beta]\n", "a.yaml")) == ["Alpha", "Beta"]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("list.json", '[\n{"name": "Alpha", "purpose": "x"},\n{"name": "Be', 3),
        ("list.json", '[{"name": "Alpha"}]\n]', 2),
        ("list.yml", "- name: Alpha\n- name: [Beta\n", 3),
    ],
)
def test_half_a_file_gives_no_rows_at_all(tmp_path, name, text, line):
    found = read(tmp_path, text, name)
    assert (found.rows, told(found)) == ((), [(f"{name}:{line}", "data_broken")])


def test_html_tables_with_spans_links_and_breaks(tmp_path):
    found = read(
        tmp_path,
        """<!DOCTYPE html><html><head><title>Sub-processors</title>
<script>var x = "<table>";</script></head><body>
<nav><ul><li><a href="https://x.example">Products</a></ul></nav>
<table><thead><tr><th>Entity<th>Purpose<th>Country</thead>
<tr><td colspan="3"><b>Affiliates</b></td></tr>
<tr><td rowspan=2><a href="https://n.example">Nordwind GmbH</a><br>Allee 5<br>10115 Berlin
<td>Help &amp; support<td>Germany
<tr><td>Sales<td>UK
</table>""",
        "list.html",
    )
    assert [(r.name, r.address, r.purpose, r.locations, r.affiliate) for r in found.rows] == [
        ("Nordwind GmbH", "Allee 5, 10115 Berlin", "Help & support", ("DE",), True),
        ("Nordwind GmbH", "Allee 5, 10115 Berlin", "Sales", ("GB",), True),
    ]
    assert found.rows[0].website == "https://n.example"
    assert found.title == "Sub-processors"


def test_html_tables_inside_markdown_keep_their_lines(tmp_path):
    rows = "<tr><th>Name</th><th>Purpose</th></tr>\n\n<tr><td>Alpha</td><td>Mail</td></tr>\n"
    text = f"# Sub-processors\n\n<table>\n{rows}</table>\n"
    assert [(row.name, row.source) for row in read(tmp_path, text).rows] == [("Alpha", "list.md:6")]


def test_objects_inside_mdx_and_tsx_are_rows(tmp_path):
    text = """import X from 'y'
# Sub-processors
<SubTable rows={[
 {name: 'Alpha, Inc.', purpose: "Mail", location: `US`},
 {name: 'Beta', purpose: "x" + 'y', url: <a href="z">link</a>}, // last
]} />
"""
    found = read(tmp_path, text, "list.mdx")
    assert [(row.name, row.purpose, row.source) for row in found.rows] == [
        ("Alpha, Inc.", "Mail", "list.mdx:4"),
        ("Beta", "xy", "list.mdx:5"),
    ]
    body = "  const vendors: V[] = [{ vendor: 'Alpha', country: 'US' }];\n  return <p/>;\n"
    text = f"export default function Page() {{\n{body}}}\n"
    assert [(row.name, row.locations) for row in read(tmp_path, text, "page.tsx").rows] == [
        ("Alpha", ("US",))
    ]


def test_a_table_of_components_in_tsx_is_a_table(tmp_path):
    text = """export default function P() { return (<div className={x}><h1>Sub-processors</h1>
<Table><TableHeader><TableRow><TableHead>Entity</TableHead><TableHead>Location</TableHead></TableRow>
</TableHeader><TableBody><TableRow><TableCell>{"Alpha Inc"}</TableCell><TableCell>US{' '}only</TableCell>
</TableRow></TableBody>
</Table></div>) }"""
    assert [(row.name, row.locations) for row in read(tmp_path, text, "page.tsx").rows] == [
        ("Alpha Inc", ("US",))
    ]


def test_a_page_that_only_points_elsewhere_says_where(tmp_path):
    found = read(
        tmp_path, "# Sub-processors\n\nSee our [trust center](https://trust.acme.example/subprocessors).\n"
    )
    assert found.rows == ()
    sentence = "This page names no sub-processors; it points to https://trust.acme.example/subprocessors."
    assert say(found.problems[0].what) == sentence


def test_keys_are_names_with_one_fact_below_them_or_none(tmp_path):
    found = read(
        tmp_path,
        """updated: ~
meta: {version: 3}
Alpha Ltd: {purpose: Payments, country: US}
Beta Ltd: {purpose: SMS, country: US}
Cedar Ltd:
Birch Ltd: {}
Oak Ltd: {country: DE}
""",
        "list.yaml",
    )
    assert [(row.name, row.purpose, row.locations) for row in found.rows] == [
        ("Alpha Ltd", "Payments", ("US",)), ("Beta Ltd", "SMS", ("US",)), ("Cedar Ltd", "", ()),
        ("Birch Ltd", "", ()), ("Oak Ltd", "", ("DE",)),
    ]  # fmt: skip
    assert told(found) == [("list.yaml:5", "row_only_name"), ("list.yaml:6", "row_only_name")]
