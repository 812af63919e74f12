"""A location says beside its country only what the country does not say already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.register.place_detail import beyond_country

COUNTRIES = {"germany": "DE", "de": "DE", "united states": "US", "usa": "US", "us": "US", "ireland": "IE"}


def country_of(words):
    return COUNTRIES.get(words.strip().casefold(), "")


def beyond(text, country, *others):
    return beyond_country(text, country, (country, *others), country_of)


@pytest.mark.parametrize(
    ("text", "country", "detail"),
    [
        ("United States (us-east-1)", "US", "us-east-1"),
        ("Frankfurt (Germany)", "DE", "Frankfurt"),
        ("Frankfurt, Germany", "DE", "Frankfurt"),
        ("EU (Germany)", "DE", ""),
        ("DE", "DE", ""),
        ("Germany", "DE", ""),
        ("Dublin, Ireland (eu-west-1)", "IE", "Dublin, eu-west-1"),
        ("USA: us-east-1", "US", "us-east-1"),
        ("us-east-1", "US", "us-east-1"),
        ("", "DE", ""),
    ],
)
def test_of_one_country_the_name_or_code_is_left_out(text, country, detail):
    assert beyond(text, country) == detail


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("Germany (Frankfurt), United States (us-east-1)", ("Frankfurt", "us-east-1", "")),
        ("Frankfurt, Germany; Ashburn, USA", ("Frankfurt", "Ashburn", "")),
        ("USA: us-east-1 | DE: eu-central-1", ("eu-central-1", "us-east-1", "")),
        ("Germany and United States (us-east-1)", ("", "us-east-1", "")),
        ("AWS eu-central-1 and us-east-1", ("", "", "")),
        ("Germany, USA and Ireland (3 sites)", ("", "", "3 sites")),
    ],
)
def test_of_several_each_gets_the_part_that_names_it_and_nothing_else(text, details):
    assert tuple(beyond(text, one, "DE", "US", "IE") for one in ("DE", "US", "IE")) == details


@given(st.text(alphabet="Germany ()[],;|-USA:1", max_size=40), st.sampled_from(["DE", "US"]))
def test_no_detail_names_a_country_that_the_place_names_already(text, country):
    detail = beyond(text, country)
    assert country not in {country_of(words) for words in detail.split(", ")}
