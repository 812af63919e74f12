from datetime import date

import pytest

from tests.support.sentences import say, texts
from vendorrisk.domain.register import countries
from vendorrisk.domain.register.countries import MEMBERSHIPS, Region, Union

TODAY = date(2026, 11, 21)
CODES = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"
EEA_TODAY = {*CODES.split(), "AX", "GF", "GP", "MF", "MQ", "RE", "YT"}


def test_the_eea_of_today_is_the_27_and_the_three():
    assert countries.members(TODAY, *Union) == EEA_TODAY
    assert countries.members(TODAY, Union.EU) == EEA_TODAY - {"IS", "LI", "NO"}


@pytest.mark.parametrize(
    ("code", "day", "inside"),
    [
        ("RE", TODAY, True),
        ("AX", TODAY, True),
        ("YT", date(2013, 12, 31), False),
        ("YT", date(2014, 1, 1), True),
        ("BL", TODAY, False),
        ("CW", TODAY, False),
        ("GL", TODAY, False),
    ],
)
def test_parts_of_a_member_state_in_which_the_treaties_apply_are_inside(code, day, inside):
    assert countries.is_in_eea(code, day) is inside


def test_there_are_249_official_codes_and_each_is_two_capitals():
    assert len(countries.ISO_3166) == 249
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in countries.ISO_3166)


def test_members_have_official_codes():
    assert {row.country for row in MEMBERSHIPS} <= countries.ISO_3166


@pytest.mark.parametrize(
    ("code", "day", "inside"),
    [
        ("GB", date(2020, 12, 31), True),
        ("GB", date(2021, 1, 1), False),
        ("HR", date(2013, 6, 30), False),
        ("HR", date(2013, 7, 1), True),
        ("CH", TODAY, False),
        ("BA", TODAY, False),
        ("NO", TODAY, True),
        ("EU", TODAY, True),
        ("EEA", TODAY, True),
        ("GLOBAL", TODAY, False),
        ("", TODAY, False),
    ],
)
def test_the_eea_has_dates(code, day, inside):
    assert countries.is_in_eea(code, day) is inside


@pytest.mark.parametrize(
    ("code", "country", "place", "recipient"),
    [
        ("DE", True, True, True),
        ("XK", True, True, True),
        ("EU", False, True, True),
        ("EEA", False, True, True),
        ("GLOBAL", False, True, False),
        ("EPO", False, False, True),
        ("UK", False, False, False),
        ("EL", False, False, False),
        ("de", False, False, False),
        ("", False, False, False),
    ],
)
def test_what_a_code_may_stand_for(code, country, place, recipient):
    assert countries.is_country(code) is country
    assert countries.is_place(code) is place
    assert countries.is_recipient_place(code) is recipient


def test_mistaken_codes_lead_to_real_places_and_are_none_themselves():
    for wrong, meant in countries.MISTAKEN.items():
        assert countries.is_place(meant)
        assert not countries.is_place(wrong)


def test_every_place_has_a_name_and_every_name_a_place():
    places = countries.ISO_3166 | countries.USER_ASSIGNED | set(Region) | countries.ORGANISATIONS
    assert set(texts("countries")) == {f"Country.{code}" for code in places}
    assert len(set(texts("countries").values())) == len(places)
    assert say(countries.country_name("BA")) == "Bosnia and Herzegovina"
    assert countries.country_name("Narnia") == "Narnia"


def test_regions_are_three():
    assert set(Region) == {"EU", "EEA", "GLOBAL"}
