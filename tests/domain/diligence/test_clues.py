"""What a paper's text suggests: kinds by their names, days in notations that have one reading only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.artefacts import KINDS
from vendorrisk.domain.diligence.clues import _KINDS, MOST_DAYS, Clues, DayRole, clues_in

CERTIFICATE = """Certificate of registration
This is to certify that the information security management system of Eastline Voice Pvt
meets ISO/IEC 27001:2022.
Certificate number IS 700123    Issue date: 14 May 2024
Valid until: 2027-05-13"""
REPORT = """SOC 2(R) Type II report on controls relevant to security and confidentiality
for the period 1 October 2025 to 30 September 2026, dated Nov 3, 2026"""


def roles(text):
    return [(one.day, one.role) for one in clues_in(text).days]


def test_a_certificate_says_its_standard_and_its_days():
    found = clues_in(CERTIFICATE)
    assert found.kinds == ("ISO27001",)
    assert roles(CERTIFICATE) == [
        (date(2024, 5, 14), DayRole.ISSUED), (date(2027, 5, 13), DayRole.END),
    ]  # fmt: skip
    assert found.days[1].words.endswith("Valid until: 2027-05-13")


def test_a_report_says_its_period():
    assert roles(REPORT) == [
        (date(2025, 10, 1), DayRole.START), (date(2026, 9, 30), DayRole.END),
        (date(2026, 11, 3), DayRole.ISSUED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SOC 2 Type 2 report", "SOC2_II"), ("SOC 2 - Type I", "SOC2_I"), ("SOC 3 seal", "SOC3"),
        ("Data Processing Addendum", "DPA"), ("Commission decision 2021/914", "SCC"),
        ("ISO-27701 certificate", "ISO27701"), ("Cyber Essentials Plus", "CE_PLUS"),
        ("Cyber Essentials", "CE"), ("bridge letter", "BRIDGE"), ("PCI-DSS 4.0", "PCI"),
    ],
)  # fmt: skip
def test_kinds_are_known_by_their_names(text, kind):
    assert clues_in(text).kinds[:1] == (kind,)


def test_the_name_of_the_file_comes_first_and_three_kinds_are_enough():
    text = "Standard contractual clauses, ISO 27001, ISO 27017, ISO 27018"
    assert clues_in(text, "Eastline_DPA_2026.pdf").kinds == ("DPA", "SCC", "ISO27001")


def test_every_kind_that_is_suggested_is_one_that_documents_have():
    assert {code for code, _pattern in _KINDS} <= set(KINDS)


@pytest.mark.parametrize("text", ["valid until 03/04/2026", "31 February 2026", "1 May 1899", "v1.2.2026.4"])
def test_what_has_two_readings_or_none_suggests_no_day(text):
    assert clues_in(text).days == ()


def test_nothing_at_all_suggests_nothing():
    assert clues_in("") == Clues()


def test_a_day_that_is_said_twice_is_offered_once_and_not_more_than_a_handful():
    text = "valid until 2027-05-13. It is valid until 13 May 2027. " + " ".join(
        f"2025-01-{day:02d}" for day in range(1, 20)
    )
    found = clues_in(text).days
    assert len(found) == MOST_DAYS
    assert [one.day for one in found].count(date(2027, 5, 13)) == 1


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_way_of_writing_a_day_reads_as_that_day(day):
    ways = (
        day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%b} {day.day}, {day.year}",
        f"{day.day}.{day.month}.{day.year}", f"{day.day}th {day:%B}, {day.year}",
    )  # fmt: skip
    for way in ways:
        assert [one.day for one in clues_in(f"expires {way}").days] == [day], way


@given(st.text(max_size=300), st.text(max_size=40))
def test_no_text_upsets_the_reading(text, name):
    found = clues_in(text, name)
    assert len(found.days) <= MOST_DAYS
