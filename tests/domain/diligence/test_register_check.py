"""Answers are held against the register: countries by kind, companies by name."""

from __future__ import annotations

import pytest

from tests.support.questionnaires import OFFICER, STORAGE, TLS, bad, en, question
from vendorrisk.domain.diligence.questionnaire import AnswerType
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.register_check import (
    CompanyDifference,
    CompanyLine,
    Difference,
    PlaceDifference,
    asks_for_companies,
    company_differences,
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
