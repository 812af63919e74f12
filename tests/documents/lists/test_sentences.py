"""Vendors that one sentence lists."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read

TITLE = "# Sub-processors\n\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "We use Alpha Cloud (US), Beta Mail GmbH (IE) and Gamma.",
            ["Alpha Cloud", "Beta Mail GmbH", "Gamma"],
        ),
        ("Our sub-processors: Alpha, Beta and Gamma.", ["Alpha", "Beta", "Gamma"]),
        ("Wir nutzen Alpha GmbH, Beta AG und Gamma SE.", ["Alpha GmbH", "Beta AG", "Gamma SE"]),
        ("We do not use Alpha, Beta or Gamma.", []),
        ("We no longer use Alpha, Beta and Gamma.", []),
        ("Our sub-processors are GDPR, ISO 27001 and SOC 2 compliant.", []),
        ("Our sub-processors include Hosting, Email and Payments.", []),
        ("Our transfers use SCCs, BCRs and DPF.", []),
        ("Our sub-processors are bound by contract, audited yearly and insured.", []),
    ],
)
def test_a_sentence_lists_vendors_or_nothing(tmp_path, sentence, found):
    assert names(read(tmp_path, TITLE + sentence)) == found


def test_places_in_brackets_behind_each_name_are_its_own(tmp_path):
    found = read(tmp_path, TITLE + "We use Alpha Cloud (US), Beta (France) and Gamma (for mail).")
    assert [(row.name, row.locations) for row in found.rows] == [
        ("Alpha Cloud", ("US",)),
        ("Beta", ("FR",)),
        ("Gamma (for mail)", ()),
    ]
