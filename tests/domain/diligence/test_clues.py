"""What a paper's text suggests: kinds by their names, days in notations that have one reading only."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.diligence.artefacts import KINDS
from vendorrisk.domain.diligence.clue_words import EDITIONS
from vendorrisk.domain.diligence.clue_words import KINDS as NAMED
from vendorrisk.domain.diligence.clues import MOST_DAYS, Clues, DayRole, FoundKind, UnclearDay, clues_in

CERTIFICATE = """Certificate of registration
This is to certify that the information security management system of Eastline Voice Pvt
meets ISO/IEC 27001:2022.
Certificate number IS 700123    Issue date: 14 May 2024
Valid until: 2027-05-13"""
REPORT = """SOC 2(R) Type II report on controls relevant to security and confidentiality
for the period 1 October 2025 to 30 September 2026, dated Nov 3, 2026"""


def codes(text, name=""):
    return tuple(one.code for one in clues_in(text, name).kinds)


def roles(text):
    return [(one.day, one.role) for one in clues_in(text).days]


def test_a_certificate_says_its_standard_and_its_days():
    found = clues_in(CERTIFICATE)
    assert found.kinds == (FoundKind(code="ISO27001", edition="2022"),)
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
        ("System and Organization Controls (SOC) 2 Type 2 Report", "SOC2_II"), ("Type 1 SOC 2", "SOC2_I"),
        ("SOC 2® Report: Type II", "SOC2_II"),
        ("Data Processing Addendum", "DPA"), ("Commission decision 2021/914", "SCC"),
        ("ISO-27701 certificate", "ISO27701"), ("BSI C5 attestation", "C5"),
        ("Cyber Essentials Plus", "CE_PLUS"),
        ("Cyber Essentials", "CE"), ("bridge letter", "BRIDGE"), ("PCI-DSS 4.0", "PCI"),
    ],
)  # fmt: skip
def test_kinds_are_known_by_their_names(text, kind):
    assert codes(text)[:1] == (kind,)


def test_the_name_of_the_file_comes_first_and_three_kinds_are_enough():
    text = "Standard contractual clauses, ISO 27001, ISO 27017, ISO 27018"
    assert codes(text, "Eastline_DPA_2026.pdf") == ("DPA", "SCC", "ISO27001")


def test_every_kind_that_is_suggested_is_one_that_documents_have():
    assert {code for code, _pattern in NAMED} | set(EDITIONS) <= set(KINDS)


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("ISO/IEC 27001:2013", "2013"), ("DIN EN ISO/IEC 27001:2017-06", "2017"), ("ISO 27001-2022", "2022"),
        ("ISO/IEC 27701: 2019", "2019"), ("PCI DSS v4.0.1", "4.0.1"), ("PCI-DSS Version 3.2.1", "3.2.1"),
        ("BSI C5:2020", "2020"), ("Cloud Computing Compliance Criteria Catalogue (C5:2020)", "2020"),
        ("ISO 27001", ""), ("ISO 27001: 2024-05-14", ""), ("SOC 2 Type II: 2024", ""),
    ],
)  # fmt: skip
def test_the_edition_behind_the_name_of_a_standard_is_suggested_with_it(text, edition):
    assert [one.edition for one in clues_in(text).kinds] == [edition]


def test_a_standard_that_is_named_in_two_editions_is_offered_in_both():
    text = "ISO/IEC 27001:2022 replaces the certificate for ISO/IEC 27001:2013 under ISO/IEC 27001."
    assert [one.edition for one in clues_in(text).kinds] == ["2022", "2013"]


@pytest.mark.parametrize(
    "text", ["31 February 2026", "1 May 1899", "v1.2.2026.4", "5 people 2026", "31/31/2026"]
)
def test_what_is_no_day_suggests_none(text):
    assert clues_in(text) == Clues()


def test_a_date_with_two_readings_is_not_offered_but_named_with_both():
    found = clues_in("Issue date: 03/04/2023, 5 listopada 2025, 03-04-2023. Expiry date: 31/12/2026")
    readings = (date(2023, 4, 3), date(2023, 3, 4))
    assert found.unclear == (
        UnclearDay(written="03/04/2023", readings=readings),
        UnclearDay(written="5 listopada 2025", readings=(date(2025, 10, 5), date(2025, 11, 5))),
        UnclearDay(written="03-04-2023", readings=readings),
    )
    assert [(one.day, one.role) for one in found.days] == [(date(2026, 12, 31), DayRole.END)]


ISSUE, START, END = (date(2025, 2, 1), date(2025, 3, 5), date(2028, 3, 4))


@pytest.mark.parametrize(
    "text",
    [
        "Issued on 1 February 2025, valid from March 5th, 2025, expiry date: 4 March 2028",
        "Ausgestellt am 1. Februar 2025, gültig ab 5. März 2025, gültig bis 4. März 2028",
        "Date de délivrance : 1er février 2025. Valable à compter du 5 mars 2025 jusqu’au 4 mars 2028",
        "Fecha emisión: 1.º de febrero de 2025. Válido desde 5 de marzo de 2025 hasta 4 de marzo del 2028",
        "Data de emissão: 1º de fevereiro de 2025. Período: 5 de março de 2025 a 4 de março de 2028",
        "Data di emissione: 1° febbraio 2025, valido dal 5 marzo 2025, data di scadenza 4 marzo 2028",
        "Datum van afgifte: 1 februari 2025. Geldig vanaf 5 maart 2025, geldig tot en met 4 maart 2028",
        "Data wydania: 1 lutego 2025 r. Ważny od 5 marca 2025 do 4 marca 2028",
        "Datum izdavanja: 1. veljače 2025. Vrijedi od 5. ožujka 2025. do 4. ožujka 2028.",
        "Datum: 01.02.2025, Zeitraum vom 05.03.2025 bis zum 04.03.2028",
        "Délivré le 1er février 2025, période : 5 mars 2025 au 4 mars 2028",
    ],
)
def test_days_are_read_with_what_they_are_for_in_the_languages_that_documents_come_in(text):
    assert roles(text) == [(ISSUE, DayRole.ISSUED), (START, DayRole.START), (END, DayRole.END)]


def test_words_that_only_look_like_a_hint_are_none():
    for words in ("Data Processing Agreement,", "redesigned on", "Verteilung am", "Eingang", "tissue of"):
        assert roles(f"{words} 5 March 2025") == [(START, DayRole.UNSAID)], words


def test_to_between_two_days_makes_them_a_period():
    expected = [(date(2025, 1, 1), DayRole.START), (date(2025, 12, 31), DayRole.END)]
    assert roles("covered 1 January 2025 to 31 December 2025") == expected
    assert roles("1 January 2025 – 31 December 2025") == expected
    assert roles("1 January 2025, 31 December 2025") == [(day, DayRole.UNSAID) for day, _role in expected]


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


@pytest.mark.parametrize("start", ["iso", "pci dss", "soc 2", "5", "until", "1 May 2025", "BSI C5"])
def test_a_long_stretch_of_marks_and_blanks_takes_no_time(start):
    for filler in (" ", "-", ". ", "\n-"):
        began = perf_counter()
        clues_in(start + filler * 20_000 + start)
        assert perf_counter() - began < 1


@given(st.text(max_size=300), st.text(max_size=40))
def test_no_text_upsets_the_reading(text, name):
    found = clues_in(text, name)
    assert len(found.days) <= MOST_DAYS
