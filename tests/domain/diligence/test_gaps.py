"""Unaudited days, opinions and what looks odd."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.diligence import TODAY, document, law
from vendorrisk.domain.diligence.editions import read_editions
from vendorrisk.domain.diligence.findings import Proposal
from vendorrisk.domain.diligence.gaps import (
    first_surveillance,
    gap_proposals,
    gap_severity,
    last_surveillance,
    opinion_proposal,
    remarks,
    unaudited_days,
)
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.message import msg
from vendorrisk.domain.months import add_months

EDITIONS = read_editions(law("editions.json"))


def report(id: str, start: date | None, end: date | None, **fields: object):  # noqa: A002
    return replace(document("SOC2_II", id, period_start=start, period_end=end), **fields)


def test_unaudited_days_between_two_periods():
    assert unaudited_days(date(2025, 9, 30), date(2026, 1, 1)) == 92
    assert unaudited_days(date(2025, 9, 30), date(2025, 10, 1)) == 0
    assert unaudited_days(date(2025, 9, 30), date(2025, 9, 1)) == -30


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        (-30, None),
        (0, None),
        (1, Severity.L),
        (31, Severity.L),
        (32, Severity.M),
        (92, Severity.M),
        (93, Severity.H),
    ],
)
def test_severity_of_a_gap(days: int, severity: Severity | None):
    assert gap_severity(days) is severity


def test_each_gap_between_consecutive_reports_is_proposed():
    found = gap_proposals(
        [
            report("c", date(2027, 1, 1), date(2027, 12, 31)),
            report("a", date(2024, 10, 1), date(2025, 9, 30)),
            report("b", date(2026, 1, 1), date(2026, 12, 31)),
            report("undated", None, date(2025, 9, 30)),
            report("other", date(2020, 1, 1), date(2020, 12, 31), vendor_id="w"),
            document("C5", "c5", period_start=date(2020, 1, 1), period_end=date(2020, 12, 31)),
        ]
    )
    assert found == [
        Proposal(
            source="b",
            severity=Severity.M,
            title=msg(
                "gap.unaudited",
                kind=msg("DocumentKind.SOC2_II"),
                days=92,
                end=date(2025, 9, 30),
                start=date(2026, 1, 1),
            ),
        )
    ]


def test_the_reports_of_one_vendor_are_not_interrupted_by_those_of_another():
    found = gap_proposals(
        [
            report("a", date(2024, 1, 1), date(2024, 12, 31)),
            report("w", date(2024, 6, 1), date(2025, 5, 31), vendor_id="w"),
            report("b", date(2025, 3, 1), date(2026, 2, 28)),
        ]
    )
    assert [(one.source, one.title.params["days"]) for one in found] == [("b", 59)]


@pytest.mark.parametrize(
    ("opinion", "criteria", "severity"),
    [
        ("unqualified", ("CC",), None),
        ("", (), None),
        ("qualified", ("CC", "A"), Severity.H),
        ("Qualified", ("A",), Severity.M),
        ("adverse", (), Severity.H),
        ("DISCLAIMER", ("A",), Severity.H),
    ],
)
def test_a_clouded_opinion_is_proposed_as_a_finding(
    opinion: str, criteria: tuple[str, ...], severity: Severity | None
):
    found = opinion_proposal(document("SOC2_II", opinion=opinion, criteria=criteria))
    assert (found.severity if found else None) is severity


def test_iso_dates_of_the_worked_examples():
    assert first_surveillance(date(2024, 5, 14)) == date(2025, 5, 14)
    assert add_months(date(2024, 5, 14), 36) - timedelta(days=1) == date(2027, 5, 13)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2025, 5, 14), None),
        (date(2025, 5, 15), date(2025, 5, 14)),
        (date(2026, 12, 31), date(2025, 5, 14)),
        (date(2027, 1, 1), date(2026, 12, 31)),
        (date(2028, 6, 1), date(2026, 12, 31)),  # 2027 is the year of recertification
    ],
)
def test_surveillance_is_due_a_year_after_the_decision_then_by_each_years_end(today: date, due: date | None):
    iso = document(issued_on=date(2024, 5, 14), valid_to=date(2027, 5, 13))
    assert last_surveillance(iso, today) == due


def test_without_date_of_issue_no_surveillance_is_expected():
    assert last_surveillance(document(valid_to=date(2027, 5, 13)), TODAY) is None
    open_ended = document(issued_on=date(2024, 5, 14))
    assert last_surveillance(open_ended, date(2027, 1, 1)) == date(2026, 12, 31)


def keys(**fields: object) -> list[str]:
    kind = str(fields.pop("kind", "ISO27001"))
    return [remark.key for remark in remarks(document(kind, **fields), TODAY, EDITIONS)]


def test_a_check_of_the_registry_is_asked_for_after_each_surveillance_date():
    issued = {"issued_on": date(2024, 5, 14), "valid_to": date(2027, 5, 13), "edition": "2022"}
    assert keys(**issued) == ["remark.surveillance"]
    assert keys(**issued, verified_on=date(2025, 5, 14)) == ["remark.surveillance"]
    assert keys(**issued, verified_on=date(2025, 5, 15)) == []


def test_an_end_beyond_the_term_of_the_scheme_is_odd():
    assert keys(kind="CE", issued_on=date(2026, 1, 1), valid_to=date(2027, 1, 1)) == []
    assert keys(kind="CE", issued_on=date(2026, 1, 1), valid_to=date(2027, 1, 2)) == [
        "remark.longer_than_scheme"
    ]
    assert keys(kind="CE", valid_from=date(2026, 1, 1), valid_to=date(2028, 1, 1)) == [
        "remark.longer_than_scheme"
    ]
    assert keys(kind="CE", valid_to=date(2030, 1, 1)) == []
    assert keys(kind="DPA", issued_on=date(2020, 1, 1), valid_to=date(2030, 1, 1)) == []


def test_editions_are_remarked_on():
    assert keys(kind="ISO27018", edition="2019", valid_to=date(2027, 1, 1)) == ["remark.edition_superseded"]
    star = document("STAR2", edition="4.0", verified_how="registry")
    soon = remarks(star, date(2027, 10, 1), EDITIONS)
    assert soon == (msg("remark.edition_ends", edition="CCM 4.0", last=date(2027, 12, 31)),)
    assert remarks(star, date(2027, 1, 1), EDITIONS) == ()


def test_an_edition_that_nobody_recorded_is_asked_for_where_editions_end():
    assert keys(valid_to=date(2027, 5, 13)) == ["remark.edition_unrecorded"]
    assert keys(valid_to=date(2027, 5, 13), edition="2022") == []
    assert keys(kind="ISO27018", valid_to=date(2027, 1, 1)) == [], "no edition of it has an end"


def test_what_only_a_registry_proves_must_be_looked_up():
    assert keys(kind="TISAX", valid_to=date(2027, 1, 1)) == ["remark.check_registry"]
    assert keys(kind="TISAX", valid_to=date(2027, 1, 1), verified_how="Registry") == []
