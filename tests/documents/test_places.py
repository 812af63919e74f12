from __future__ import annotations

import importlib.util
import json

import pytest

from tests.documents.words import ROOT
from vendorrisk.documents.places import gazetteer
from vendorrisk.domain.register.countries import ISO_3166, is_place

FOLDER = ROOT / "resources" / "places"
PLACES = gazetteer(FOLDER)
COUNTRIES = json.loads((FOLDER / "countries.json").read_text(encoding="utf-8"))


def generator():
    spec = importlib.util.spec_from_file_location("places_script", ROOT / "packaging" / "places.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_word_means_codes_that_exist():
    assert {code for known in PLACES.words.values() for code in known.codes if not is_place(code)} == set()
    assert {code for code in (*PLACES.codes.values(), *PLACES.cloud.values()) if not is_place(code)} == set()


def test_every_country_has_a_name():
    named = {code for known in PLACES.words.values() for code in known.codes}
    assert ISO_3166 - named == set()


def test_the_generated_names_are_those_of_the_installed_babel():
    script = generator()
    if COUNTRIES["babel"] != script.version("babel"):
        pytest.skip("the file was generated with another release of Babel")
    assert (FOLDER / "countries.json").read_text(encoding="utf-8") == script.content()


@pytest.mark.parametrize(
    ("written", "code"), [("DE", "DE"), ("UK", "GB"), ("USA", "US"), ("HRV", "HR"), ("XX", "")]
)
def test_codes_in_capitals_are_known(written, code):
    assert PLACES.code(written) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Germany", "DE"), ("  allemagne ", "DE"), ("hr", "HR"), ("UK", "GB"), ("USA", "US"),
     ("Bosnia & Herzegovina", "BA"), ("EU", ""), ("Europe", ""), ("Berlin", ""), ("", ""), ("Worldwide", "")],
)  # fmt: skip
def test_a_typed_country_is_known_by_name_or_code(typed, code):
    assert PLACES.country(typed) == code


@pytest.mark.parametrize("words", ["abc", "12345", "qwertzuiop", "r2d2x"])
def test_nothing_is_near_what_is_no_place(words):
    assert PLACES.nearest(words) is None
