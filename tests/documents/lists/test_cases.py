from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date

import pytest

from tests.documents.lists.cases import LISTS, case, needs_cases
from tests.documents.lists.reading import names, read, told
from vendorrisk.domain.message import UserError

pytestmark = needs_cases

US, OLD_SCC = ("US",), ("OLD_SCC",)


@pytest.mark.parametrize(
    ("start", "rows", "shape", "updated"),
    [
        ("37signals_basecamp/2023-02-27", 12, "bullets", date(2023, 2, 27)),
        ("37signals_basecamp/2023-06-08", 11, "bullets", date(2023, 6, 8)),
        ("descope/2025-12-24_65", 5, "data", None),
        ("descope/2025-12-24_75", 5, "data", None),
        ("fortrabbit/2026-06-15", 23, "prose", date(2026, 4, 16)),
        ("github/2025-07-23", 23, "table", None),
        ("github/2025-08-04", 26, "table", None),
        ("github/2025-12-08", 30, "table", None),
        ("github/2026-01-14", 29, "table", None),
        ("gruntwork/2021-07-22", 10, "data", None),
        ("gruntwork/2021-09-01", 11, "data", None),
        ("openproject_de/2021-03-01", 6, "table", date(2021, 1, 28)),
        ("openproject_en/2021-02-25", 5, "table", date(2021, 1, 28)),
        ("openproject_en/2021-03-01", 6, "table", date(2021, 1, 28)),
        ("twilio-segment/2019-09-20", 3, "table", date(2018, 4, 1)),
        ("twilio-segment/2019-12-30", 8, "table", date(2020, 1, 1)),
    ],
)
def test_every_row_of_every_list_is_read(start, rows, shape, updated):
    found = case(start)
    assert (len(found.rows), found.shape, found.updated) == (rows, shape, updated)
    assert all(problem.level == "warning" for problem in found.problems)


@pytest.mark.parametrize(
    "start",
    ["37signals_basecamp/2023-02", "37signals_basecamp/2023-06", "descope/2025-12-24_65", "github/2025-07",
     "github/2025-08", "github/2025-12", "github/2026-01", "gruntwork/2021-07", "gruntwork/2021-09",
     "twilio-segment/2019-09", "twilio-segment/2019-12"],
)  # fmt: skip
def test_clear_lists_raise_no_doubt(start):
    assert case(start).problems == ()


def test_the_bullets_of_basecamp():
    found = case("37signals_basecamp/2023-06")
    assert [row.name for row in found.rows] == [
        "Amazon Web Services", "Braintree", "Cloudflare", "Convert.com", "Google Cloud Platform", "hCaptcha",
        "Help Scout", "Mailchimp", "Sentry", "TaxJar", "AppSignal",
    ]  # fmt: skip
    assert [row.locations for row in found.rows] == [US] * 10 + [("EU",)]
    assert found.rows[10].purpose == "Infrastructure and application monitoring"
    assert found.rows[0].website == "https://aws.amazon.com/compliance/gdpr-center/"


def test_the_tables_of_github():
    found = case("github/2026-01")
    assert Counter(row.affiliate for row in found.rows) == {False: 22, True: 7}
    assert [row.purpose for row in found.rows if row.name == "Microsoft (Azure)"] == [
        "Cloud Hosted Infrastructure, Data Hosting, AI Inference and AI Services",
        "Cognitive Services and customer support ticketing analysis",
    ]
    by_name = {row.name: row for row in found.rows}
    assert by_name["Microsoft"].locations == (
        "AU",
        "BR",
        "CA",
        "FR",
        "JP",
        "NO",
        "ES",
        "SE",
        "CH",
        "GB",
        "US",
    )
    assert by_name["Fireworks AI"].locations == ("US", "IS", "DE")
    assert by_name["Twilio (SendGrid)"].seat == "US"
    assert by_name["GitHub BV"].locations == ("NL",)
    assert by_name["npm Inc"].purpose == "GitHub Subsidiary"


def test_addresses_and_mechanisms_of_openproject():
    for start, place, forms in (("openproject_en", "Luxembourg", ", "), ("openproject_de", "Luxemburg", " ")):
        rows = case(f"{start}/2021-03").rows
        assert [row.name for row in rows] == [
            "Amazon Web Services EMEA SARL – AWS",
            "MessageBird B.V.",
            "Wildbit LLC – Postmark",
            f"Intuition Machines{forms}Inc. – hCaptcha",
            f"HubSpot{forms}Inc.",
            "Heinlein Hosting GmbH – mailbox.org",
        ]
        assert [row.seat for row in rows] == ["LU", "NL", "US", "US", "US", "DE"]
        assert [row.mechanism for row in rows] == [
            OLD_SCC,
            ("NOT_A_TRANSFER",),
            OLD_SCC,
            OLD_SCC,
            OLD_SCC,
            ("NOT_A_TRANSFER",),
        ]
        assert rows[0].address == f"38 Avenue John F. Kennedy, L-1855 {place}"
    assert case("openproject_en/2021-02").rows[2].name == "Wildbit LLC – Postmark"
    assert case("openproject_en/2021-03").rows[0].locations == ("IE", "LU")
    assert (case("openproject_en/2021-03").language, case("openproject_de/2021-03").language) == ("en", "de")


def test_the_tables_of_segment():
    rows = case("twilio-segment/2019-12").rows
    assert [(row.name, row.group.split()[0]) for row in rows] == [
        ("Amazon Web Services, Inc.", "Core"), ("Datadog, Inc.", "Core"), ("Slack, Inc.", "Support"),
        ("Zendesk, Inc.", "Support"), ("Google LLC.", "Service"), ("IBM LLC.", "Service"),
        ("Microsoft Azure", "Service"), ("Snowflake, Inc.", "Service"),
    ]  # fmt: skip
    assert rows[4].services == ("BigQuery Data Warehouse Destination", "Personas")
    assert {row.locations for row in rows} == {US}


def test_the_objects_of_descope_and_gruntwork():
    first = case("descope/2025-12-24_65").rows[0]
    assert (first.name, first.purpose) == ("Amazon Web Services (AWS)", "Cloud infrastructure and hosting")
    assert (first.data, first.locations) == ("Authentication data; User profiles; Session data; Logs", US)
    rows = case("gruntwork/2021-09").rows
    assert (rows[1].name, rows[1].purpose, rows[1].locations) == ("Foqal", "Slack channel aggregation", US)
    assert rows[1].website == "https://foqal.io"


def test_the_prose_of_fortrabbit():
    found = case("fortrabbit/2026-06")
    assert names(found) == [
        "Amazon Web Services", "Stripe", "Fathom", "NewRelic", "Intercom", "MailChimp", "Google", "Postmark",
        "SorryApp", "Mailgun", "MaxMind", "hCaptcha", "Linear", "Gravatar", "Ecovis", "Google Drive",
        "YouTube", "Google forms", "ZeroBounce", "KeyCDN", "page2images", "Notion", "GitHub",
    ]  # fmt: skip
    assert told(found) == [("2026-06-15_35a79d4.md", "prose_best_effort")]


@pytest.mark.parametrize(
    "start", ["github/2026-01", "openproject_de/2021-03", "descope/2025-12-24_65", "fortrabbit/2026"]
)
def test_a_list_cut_anywhere_is_no_crash(start, tmp_path):
    (path,) = LISTS.glob(f"{start}*")
    whole = path.read_bytes()
    for length in range(1, len(whole), max(1, len(whole) // 15)):
        with suppress(UserError):
            found = read(tmp_path, whole[:length], path.name)
            assert found.rows or found.problems
