from __future__ import annotations

import pytest

from tests.documents.lists.cases import case, needs_cases
from vendorrisk.documents.likeness import likeness
from vendorrisk.domain.register.list_diff import diff

pytestmark = needs_cases


def between(old, new):
    before, after = case(old), case(new)
    translated = bool(before.language and after.language and before.language != after.language)
    return diff(before.rows, after.rows, likeness=likeness, translated=translated)


@pytest.mark.parametrize(
    ("old", "new", "added", "removed"),
    [
        (
            "37signals_basecamp/2023-02",
            "37signals_basecamp/2023-06",
            ["AppSignal"],
            ["Customer.io", "Datadog"],
        ),
        (
            "github/2025-07",
            "github/2025-08",
            ["Hewlett-Packard Limited", "LambdaTest", "Oracle America, Inc."],
            [],
        ),
        (
            "github/2025-08",
            "github/2025-12",
            ["Elasticsearch, Inc.", "Fireworks AI", "FullStory, Inc.", "xAI"],
            [],
        ),
        ("github/2025-12", "github/2026-01", [], ["CoreWeave, Inc."]),
        ("gruntwork/2021-07", "gruntwork/2021-09", ["Foqal"], []),
        ("descope/2025-12-24_65", "descope/2025-12-24_75", [], []),
    ],
)
def test_only_who_came_and_who_went(old, new, added, removed):
    found = between(old, new)
    assert ([row.name for row in found.added], [row.name for row in found.removed]) == (added, removed)
    assert (found.renamed, found.changed, found.editorial, found.columns) == ((), (), (), ())


def test_openproject_added_one_and_reworded_four():
    found = between("openproject_en/2021-02", "openproject_en/2021-03")
    assert [row.name for row in found.added] == ["Intuition Machines, Inc. – hCaptcha"]
    assert (found.removed, found.renamed, found.changed) == ((), (), ())
    assert [change.name for change in found.editorial] == [
        "Amazon Web Services EMEA SARL – AWS",
        "Wildbit LLC – Postmark",
        "HubSpot, Inc.",
        "Heinlein Hosting GmbH – mailbox.org",
    ]


def test_the_german_twin_names_the_same_six_and_lacks_one_place():
    found = between("openproject_en/2021-03", "openproject_de/2021-03")
    assert (found.added, found.removed, found.renamed) == ((), (), ())
    assert [(change.name, [(f.field, f.old, f.new) for f in change.fields]) for change in found.changed] == [
        ("Amazon Web Services EMEA SARL – AWS", [("places", "IE, LU", "LU")])
    ]


def test_segment_gained_five_vendors_and_limited_one():
    found = between("twilio-segment/2019-09", "twilio-segment/2019-12")
    assert [row.name for row in found.added] == [
        "Slack, Inc.",
        "Zendesk, Inc.",
        "IBM LLC.",
        "Microsoft Azure",
        "Snowflake, Inc.",
    ]
    assert (found.removed, found.renamed) == ((), ())
    assert [(change.name, [f.field for f in change.fields]) for change in found.changed] == [
        ("Google LLC.", ["services"])
    ]
