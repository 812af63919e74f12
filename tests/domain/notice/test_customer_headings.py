"""Headings that no list holds, as exports of other programs write them."""

from __future__ import annotations

import pytest

from vendorrisk.domain.notice.customer_file import column_of, heading_and_unit, may_mean_otherwise


@pytest.mark.parametrize(
    ("heading", "column", "doubted"),
    [
        ("DPA notice period (days)", "notice_days", False),
        ("Subprocessor notification window", "notice_days", False),
        ("Ankündigungsfrist Unterauftragsverarbeiter", "notice_days", False),
        ("Agreed notice term", "notice_days", True),
        ("Délai de préavis sous-traitants ultérieurs", "notice_days", False),
        ("DPA objection period", "objection_days", False),
        ("Widerspruchsfrist in Tagen", "objection_days", True),
        ("Organization - Notice period", "notice_days", True),
        ("Account: Account Name", "name", False),
        ("Company.Name", "name", False),
        ("Lifecycle Stage", "status", False),
    ],
)
def test_a_heading_is_known_by_what_it_speaks_of(heading, column, doubted):
    assert (column_of(heading), may_mean_otherwise(heading)) == (column, doubted)


@pytest.mark.parametrize(
    "heading",
    [
        "Termination notice period",
        "Kündigungsfrist",
        "Breach notification period",
        "Notice sent on",
        "DPA notice",
        "Payment terms",
        "Company owner",
        "Time frame",
    ],
)
def test_notices_of_another_kind_are_no_terms(heading):
    assert column_of(heading) == ""


def test_the_unit_behind_a_heading_that_no_list_holds_is_taken_apart_too():
    assert heading_and_unit("DPA notice period (business days)") == ("DPA notice period", "business days")
