"""Raw answers become canonical ones, or a problem; never a guess."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.questionnaires import (
    DATA,
    HOURS,
    MFA,
    OFFICER,
    SECRECY,
    SHARE,
    SMALL,
    STORAGE,
    TEST,
    TLS,
)
from vendorrisk.domain.diligence.answer_words import _WORDS, KNOWN, fold, meaning
from vendorrisk.domain.diligence.answering import code_of, parse_answer, split_values
from vendorrisk.domain.diligence.arithmetic import plain_number
from vendorrisk.domain.diligence.questionnaire import Fixed, Question
from vendorrisk.domain.message import Problem


def read(question: Question, raw: Any, **given_facts: Any) -> str:
    result = parse_answer(question, raw, **given_facts)
    return f"! {result.what.key}" if isinstance(result, Problem) else result


@pytest.mark.parametrize("question", list(SMALL.questions()), ids=lambda question: question.id)
@pytest.mark.parametrize("raw", [None, "", "  \n ", "\u200b", []])
def test_blank_is_blank_whatever_is_asked(question: Question, raw: Any):
    assert read(question, raw) == ""


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Yes", "YES"),
        ("yes.", "YES"),
        ("Ja", "YES"),
        ("OUI", "YES"),
        ("Sí", "YES"),
        ("si", "YES"),
        ("да", "YES"),
        ("はい", "YES"),
        (True, "YES"),
        ("WAHR", "YES"),
        ("no", "NO"),
        ("Nein", "NO"),
        ("não", "NO"),
        ("Hayır", "NO"),
        ("ne", "NO"),
        (False, "NO"),
        ("partly", "! answer.not_yn"),
        ("n/a", "! answer.not_yn"),
        ("perhaps", "! answer.not_yn"),
        ("yes, but", "! answer.not_yn"),
        (1, "! answer.not_yn"),
    ],
)
def test_yes_and_no_in_many_languages(raw: Any, expected: str):
    assert read(SECRECY, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("teilweise", "PARTLY"),
        ("Częściowo", "PARTLY"),
        ("PARTLY", "PARTLY"),
        ("N/A", "NA"),
        ("nicht zutreffend", "NA"),
        ("none", "! answer.not_ynp"),
    ],
)
def test_partly_and_not_applicable_where_they_are_offered(raw: str, expected: str):
    assert read(MFA, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("TLS 1.3", "TLS13"),
        ("tls12", "TLS12"),
        ("TLS 1.3 oder neuer", "TLS13"),
        (" tls  1.2 ", "TLS12"),
        ("SSL", "! answer.not_an_option"),
    ],
)
def test_an_option_by_its_code_or_its_text_in_any_language(raw: str, expected: str):
    assert read(TLS, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (["SAFEGUARDS", "CONTENT"], "CONTENT;SAFEGUARDS"),
        ("Special categories; message or call content", "CONTENT;SPECIAL"),
        ("CONTENT,CONTENT", "CONTENT"),
        ("not applicable", "NA"),
        ("CONTENT; weather", "! answer.not_an_option"),
        (["CONTENT", "NA"], "! answer.contradiction"),
        ("Special categories; n/a", "! answer.contradiction"),
    ],
)
def test_several_options_in_the_order_of_the_questionnaire(raw: Any, expected: str):
    assert read(DATA, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (24, "24"),
        (24.0, "24"),
        (0.5, "0.5"),
        ("36", "36"),
        ("36 hours", "36"),
        ("36 Stunden", "36"),
        ("0", "0"),
        ("-0", "0"),
        ("No fixed time", "NONE"),
        ("keine", "NONE"),
        ("1,5", "! answer.not_a_number"),
        ("1.000,00", "! answer.not_a_number"),
        ("1.250", "! answer.thousands"),
        (1.125, "1.125"),
        ("0.125", "0.125"),
        ("1.2500", "1.25"),
        ("36h", "36"),
        ("36 Hrs", "36"),
        ("1 hour", "1"),
        ("1 month", "! answer.not_a_number"),
        ("h", "! answer.not_a_number"),
        ("about 36", "! answer.not_a_number"),
        ("36 days", "! answer.not_a_number"),
        ("1e3", "! answer.not_a_number"),
        ("٣٦", "! answer.not_a_number"),
        (float("nan"), "! answer.not_a_number"),
        (float("inf"), "! answer.not_a_number"),
        (True, "! answer.not_a_number"),
        (721, "! answer.out_of_range"),
        (-1, "! answer.out_of_range"),
    ],
)
def test_numbers_are_taken_only_where_they_are_plain(raw: Any, expected: str):
    assert read(HOURS, raw) == expected


def test_a_percentage_may_carry_its_sign():
    assert read(SHARE, "95 %") == "95"
    assert read(SHARE, "95%") == "95"
    assert read(SHARE, "none") == "! answer.not_a_number"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026-11-30", "2026-11-30"),
        (date(2026, 11, 30), "2026-11-30"),
        (datetime(2026, 11, 30, 13, 5), "2026-11-30"),  # noqa: DTZ001  (a cell has no zone)
        ("Never", "NONE"),
        ("03/04/2026", "! answer.not_a_date"),
        ("30.11.2026", "! answer.not_a_date"),
        ("20261130", "! answer.not_a_date"),
        ("2026-11", "! answer.not_a_date"),
        ("2026-W48-1", "! answer.not_a_date"),
        ("November 2026", "! answer.not_a_date"),
        (46356, "! answer.not_a_date"),
        ("2026-02-30", "! answer.no_such_day"),
        ("2026-13-01", "! answer.no_such_day"),
    ],
)
def test_dates_are_iso_or_real_dates_only(raw: Any, expected: str):
    assert read(TEST, raw) == expected


def test_a_date_that_must_be_past_may_be_today_but_not_later():
    today = date(2026, 11, 21)
    assert read(TEST, "2026-11-21", today=today) == "2026-11-21"
    assert read(TEST, "2026-11-22", today=today) == "! answer.in_future"
    assert read(TEST, "2026-11-22") == "2026-11-22"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Dr. Đuro Šarić", "Dr. Đuro Šarić"),
        ("  two\r\nlines  ", "two\nlines"),
        ("e\u0301", "é"),
        ("left\u202eright", "leftright"),
        ("=1+1", "=1+1"),
        (14.0, "14"),
        (14, "14"),
        ("x" * 10_001, "! answer.too_long"),
    ],
)
def test_text_is_tidied_and_kept(raw: Any, expected: str):
    assert read(OFFICER, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("de; IE", "DE;IE"),
        ("US\nGB, DE|DE", "DE;GB;US"),
        ("UK", "GB"),
        ("EEA", "EEA"),
        ("Germany", "! answer.unknown_country"),
        ("DE; Moon", "! answer.unknown_country"),
    ],
)
def test_countries_are_codes_unless_somebody_knows_names(raw: str, expected: str):
    assert read(STORAGE, raw) == expected


def test_names_of_countries_come_from_the_finder():
    names = {"Germany": "DE", "Ireland": "IE"}
    assert read(STORAGE, "Ireland; Germany", find_country=lambda name: names.get(name, "")) == "DE;IE"
    assert code_of("germany") == ""


def test_a_problem_names_its_place_and_a_remedy():
    problem = parse_answer(TEST, "03/04/2026", where="Questions!E12")
    assert isinstance(problem, Problem)
    assert (problem.where, problem.what.params) == ("Questions!E12", {"given": "03/04/2026"})
    assert problem.remedy.key == "answer.not_a_date.remedy"
    unplaced = parse_answer(TEST, "03/04/2026")
    assert isinstance(unplaced, Problem)
    assert unplaced.where == "BCM-03"


def test_each_word_means_one_thing_only():
    spoken = [fold(word) for words in _WORDS.values() for word in words.split("|")]
    for word in spoken:
        meanings = {said for said, words in _WORDS.items() if word in map(fold, words.split("|"))}
        assert meanings == {KNOWN[word]}
    assert meaning("") is None
    assert meaning("Jein") is None
    assert meaning("ЧАСТИЧНО") is Fixed.PARTLY


@given(st.decimals(0, 720, places=3))
def test_numbers_survive_reading_their_own_canonical_form(number: Decimal):
    canonical = plain_number(number)
    assert read(HOURS, canonical) == canonical
    assert Decimal(canonical) == number


@given(st.dates())
def test_dates_survive_reading_their_own_canonical_form(day: date):
    assert read(TEST, day) == day.isoformat()
    assert read(TEST, day.isoformat()) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_read_to_something_that_reads_to_itself(text: str):
    for question in SMALL.questions():
        once = parse_answer(question, text)
        if isinstance(once, str):
            assert parse_answer(question, once) == once


def test_parts_of_a_canonical_answer():
    assert split_values("DE;IE") == ("DE", "IE")
    assert split_values("") == ()
