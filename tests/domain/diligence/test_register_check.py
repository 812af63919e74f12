"""Answers are held against the register: countries by kind, companies by name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.questionnaires import OFFICER, SMALL, STORAGE, TLS, bad, en, question
from vendorrisk.domain.diligence.bad_answers import AnswerFacts
from vendorrisk.domain.diligence.questionnaire import AnswerType, Denial, Option
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.register_check import (
    CompanyDifference,
    CompanyLine,
    Difference,
    PlaceDifference,
    asks_for_companies,
    company_differences,
    denied_transfers,
    place_differences,
    place_kind,
    read_companies,
)

DECLARED = {"STORAGE": frozenset({"DE", "IE"}), "ACCESS": frozenset()}
COMPANIES = question("PRV-12", AnswerType.TEXT, text=en("Which companies?"))


def places(value):
    return [(one.difference, one.kind, one.country) for one in place_differences(STORAGE, value, DECLARED)]


def test_the_same_countries_differ_in_nothing():
    assert places("DE;IE") == []


def test_a_country_is_missing_on_one_side_or_the_other():
    assert places("DE;PH") == [
        (Difference.NOT_ON_FILE, "STORAGE", "PH"),
        (Difference.NOT_NAMED, "STORAGE", "IE"),
    ]


def test_no_country_at_all_is_an_answer_but_a_blank_is_none():
    assert places("NONE") == [
        (Difference.NOT_NAMED, "STORAGE", "DE"),
        (Difference.NOT_NAMED, "STORAGE", "IE"),
    ]
    assert places("") == []


def test_without_a_register_every_country_is_unknown():
    assert place_differences(STORAGE, "PH", {}) == (
        PlaceDifference(difference=Difference.NOT_ON_FILE, kind="STORAGE", country="PH"),
    )


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (STORAGE, "STORAGE"),
        (TLS, ""),
        (question("X-01", AnswerType.COUNTRIES, bad=(bad(Severity.L, answers=frozenset({"PH"})),)), ""),
    ],
)
def test_only_questions_that_say_so_are_about_places(asked, kind):
    assert place_kind(asked) == kind
    assert bool(place_differences(asked, "PH", DECLARED)) == bool(kind)


def test_only_the_questions_for_a_list_of_companies_ask_for_companies():
    assert asks_for_companies(COMPANIES)
    assert not asks_for_companies(OFFICER)
    assert not asks_for_companies(question("PRV-12", AnswerType.YN))


GROUNDS = question(
    "TRF-04",
    AnswerType.MULTI,
    options=(
        Option(code="NO_TRANSFER", text=en("Nothing leaves the EEA"), alone=True, denies=Denial.TRANSFER),
        Option(code="SCC", text=en("Standard contractual clauses")),
    ),
)


@pytest.mark.parametrize(
    ("answer", "storage", "on_file", "found"),
    [
        ("NO_TRANSFER", "DE;IE", {"STORAGE": {"DE"}, "ACCESS": {"NO"}}, []),
        ("SCC", "US", {"STORAGE": {"US"}}, []),
        ("", "US", {"STORAGE": {"US"}}, []),
        ("NO_TRANSFER", "", {}, []),
        ("NO_TRANSFER", "DE", {"STORAGE": {"DE", "US"}, "ACCESS": {"IN", "GB"}},
         [("STORAGE", ("US",), ""), ("ACCESS", ("GB", "IN"), "")]),
        ("NO_TRANSFER", "DE;US", {}, [("STORAGE", ("US",), "TRF-01")]),
        ("NO_TRANSFER", "US;CA", {"STORAGE": {"US"}},
         [("STORAGE", ("US",), ""), ("STORAGE", ("CA",), "TRF-01")]),
        ("NO_TRANSFER", "NONE", {}, []),
    ],
)  # fmt: skip
def test_that_nothing_leaves_the_eea_is_held_against_the_register_and_the_other_answers(
    answer, storage, on_file, found
):
    facts = AnswerFacts(
        today=date(2026, 11, 23), declared={kind: frozenset(codes) for kind, codes in on_file.items()}
    )
    values = {"TRF-04": answer, "TRF-01": storage}
    denied = denied_transfers(SMALL, GROUNDS, values, facts)
    told = [(one.kind, one.countries, one.named_by.id if one.named_by else "") for one in denied]
    assert told == found


def test_companies_are_read_line_by_line_and_prose_is_left_alone():
    read = read_companies(
        "We use these:\nHetzner Online GmbH; DE; hosting; DE; DE, FI; and more\n ;DE\nZendesk Inc.;US"
    )
    assert read == (
        CompanyLine(name="Hetzner Online GmbH", country="DE", task="hosting", storage="DE", access="DE, FI"),
        CompanyLine(name="Zendesk Inc.", country="US"),
    )


def test_companies_are_compared_by_name_whatever_the_legal_form():
    assert company_differences("Hetzner Online;DE\nZendesk;US", ["HETZNER ONLINE GMBH", "Twilio Inc."]) == (
        CompanyDifference(
            difference=Difference.NOT_ON_FILE, company=CompanyLine(name="Zendesk", country="US")
        ),
        CompanyDifference(difference=Difference.NOT_NAMED, company=CompanyLine(name="Twilio Inc.")),
    )


def test_an_answer_without_a_list_says_nothing_about_the_register():
    assert company_differences("Nobody is used.", ["Twilio Inc."]) == ()
