from dataclasses import replace
from datetime import date

import pytest

from tests.support.law import TODAY, the_law
from tests.support.sentences import say
from vendorrisk.domain.register.law import (
    Law,
    MechanismTerm,
    Standing,
    adequacy,
    is_own_area,
    mechanism_term,
)
from vendorrisk.domain.register.records import LawEntry
from vendorrisk.domain.register.vocabulary import Coverage, Mechanism, Regime

EU, UK, CH = Regime.EU, Regime.UK, Regime.CH


def standing(country, on=TODAY, regime=EU, **facts):
    return adequacy(the_law().adequacy, regime, country, on, **facts).standing


@pytest.mark.parametrize("country", ["AD", "AR", "CH", "FO", "GB", "GG", "IM", "JE", "NZ", "UY", "EPO"])
def test_general_decisions_cover_every_recipient(country):
    assert standing(country) is Standing.ADEQUATE


@pytest.mark.parametrize("country", ["CA", "IL", "JP", "KR", "US"])
def test_partial_decisions_need_the_recipient_to_meet_the_condition(country):
    assert standing(country) is Standing.CONDITION_OPEN
    assert standing(country, condition_met=True) is Standing.ADEQUATE


@pytest.mark.parametrize(
    "country",
    [
        "BA",
        "RS",
        "IN",
        "ID",
        "CN",
        "HK",
        "SG",
        "PH",
        "MY",
        "VN",
        "TR",
        "ZA",
        "NG",
        "KE",
        "MX",
        "CO",
        "PE",
        "AE",
        "AU",
        "UA",
    ],
)
def test_the_others_are_not_adequate_whatever_is_claimed(country):
    assert standing(country, condition_met=True) is Standing.NOT_LISTED


@pytest.mark.parametrize("country", ["DE", "IS", "NO", "LI", "EU", "EEA"])
def test_inside_the_eea_nothing_is_transferred(country):
    assert standing(country) is Standing.OWN_AREA


@pytest.mark.parametrize(
    ("country", "day", "expected"),
    [
        ("GB", date(2021, 6, 27), Standing.NOT_YET),
        ("GB", date(2021, 6, 28), Standing.ADEQUATE),
        ("GB", date(2031, 12, 27), Standing.ADEQUATE),
        ("GB", date(2031, 12, 28), Standing.ENDED),
        ("GB", date(2020, 6, 1), Standing.OWN_AREA),
        ("US", date(2023, 7, 9), Standing.NOT_YET),
        ("EPO", date(2025, 7, 14), Standing.NOT_YET),
        ("BR", date(2026, 1, 25), Standing.NOT_YET),
    ],
)
def test_decisions_have_a_first_and_a_last_day(country, day, expected):
    assert standing(country, day, exporter_country="DE", condition_met=True) is expected


@pytest.mark.parametrize(
    ("exporter", "expected"),
    [
        ("DE", Standing.ADEQUATE),
        ("EU", Standing.ADEQUATE),
        ("NO", Standing.EXPORTER_EXCLUDED),
        ("IS", Standing.EXPORTER_EXCLUDED),
        ("LI", Standing.EXPORTER_EXCLUDED),
        ("", Standing.EXPORTER_UNKNOWN),
        ("EEA", Standing.EXPORTER_UNKNOWN),
        ("GLOBAL", Standing.EXPORTER_UNKNOWN),
    ],
)
def test_brazil_is_not_adequate_for_exporters_in_the_efta_states(exporter, expected):
    assert standing("BR", exporter_country=exporter) is expected


@pytest.mark.parametrize(
    ("regime", "country", "expected"),
    [
        (UK, "DE", Standing.ADEQUATE),
        (UK, "EU", Standing.ADEQUATE),
        (UK, "GB", Standing.OWN_AREA),
        (UK, "CH", Standing.ADEQUATE),
        (UK, "GI", Standing.ADEQUATE),
        (UK, "JP", Standing.CONDITION_OPEN),
        (UK, "BR", Standing.NOT_LISTED),
        (CH, "CH", Standing.OWN_AREA),
        (CH, "NO", Standing.ADEQUATE),
        (CH, "GB", Standing.ADEQUATE),
        (CH, "MC", Standing.ADEQUATE),
        (CH, "JP", Standing.NOT_LISTED),
        (CH, "KR", Standing.NOT_LISTED),
        (EU, "MC", Standing.NOT_LISTED),
        (EU, "GI", Standing.NOT_LISTED),
    ],
)
def test_each_regime_has_its_own_list(regime, country, expected):
    assert standing(country, regime=regime) is expected


@pytest.mark.parametrize(
    ("regime", "country", "code"), [(UK, "DE", "EEA"), (UK, "CH", "CH"), (CH, "NO", "EEA")]
)
def test_the_row_that_the_answer_rests_on_comes_with_it(regime, country, code):
    assert adequacy(the_law().adequacy, regime, country, TODAY).entry.code == code


def test_each_regime_has_its_own_area():
    assert is_own_area(EU, "FR", TODAY)
    assert not is_own_area(EU, "GB", TODAY)
    assert is_own_area(UK, "GB", TODAY)
    assert not is_own_area(CH, "LI", TODAY)


def test_every_standing_is_said_and_every_failure_says_what_to_do():
    for one in Standing:
        sample = next(
            found
            for country in ("AD", "DE", "US", "BR", "GB", "IN")
            for day in (TODAY, date(2032, 1, 1), date(2021, 3, 1))
            for exporter in ("", "NO", "DE")
            for found in [adequacy(the_law().adequacy, EU, country, day, exporter_country=exporter)]
            if found.standing is one
        )
        assert sample.holds is (one in {Standing.ADEQUATE, Standing.OWN_AREA})
        assert say(sample.why)
        if not sample.holds:
            assert say(replace(sample.why, key=f"{sample.why.key}.remedy"))


def test_a_renewal_beside_an_ended_row_counts():
    old = LawEntry(id="1", regime="EU", code="AQ", name="Antarctica", valid_to=date(2025, 1, 1))
    new = LawEntry(id="2", regime="EU", code="AQ", name="Antarctica", valid_from=date(2026, 1, 1))
    for rows in ((old, new), (new, old)):
        assert adequacy(rows, EU, "AQ", date(2024, 1, 1)).holds
        assert adequacy(rows, EU, "AQ", TODAY).holds
        assert not adequacy(rows, EU, "AQ", date(2025, 6, 1)).holds


def test_suspending_the_framework_is_one_date_in_the_table():
    suspended = tuple(
        replace(row, valid_to=date(2026, 11, 30)) if row.coverage == Coverage.CERTIFIED_ONLY else row
        for row in the_law().adequacy
    )
    assert adequacy(suspended, EU, "US", date(2026, 11, 30), condition_met=True).holds
    after = adequacy(suspended, EU, "US", date(2026, 12, 1), condition_met=True)
    assert say(after.why) == "United States: the decision ((EU) 2023/1795) ended on 30 November 2026."


@pytest.mark.parametrize(
    ("mechanism", "regime", "last"),
    [
        (Mechanism.SAFE_HARBOUR, EU, date(2015, 10, 6)),
        (Mechanism.PRIVACY_SHIELD, EU, date(2020, 7, 16)),
        (Mechanism.SWISS_US_PRIVACY_SHIELD, CH, date(2020, 9, 7)),
        (Mechanism.OLD_SCC, EU, date(2022, 12, 27)),
        (Mechanism.OLD_SCC, UK, date(2024, 3, 21)),
        (Mechanism.OLD_SCC, CH, date(2022, 12, 31)),
    ],
)
def test_ended_mechanisms_have_a_last_day(mechanism, regime, last):
    assert mechanism_term(the_law().mechanisms, mechanism, regime, TODAY).valid_to == last


def test_of_two_rows_for_a_mechanism_the_one_in_force_counts():
    old = MechanismTerm(mechanism=Mechanism.IDTA, regime=UK, citation="old", valid_to=date(2025, 1, 1))
    new = MechanismTerm(mechanism=Mechanism.IDTA, regime=UK, citation="new", valid_from=date(2026, 1, 1))
    for rows in ((old, new), (new, old)):
        assert mechanism_term(rows, Mechanism.IDTA, UK, TODAY) is new
        assert mechanism_term(rows, Mechanism.IDTA, UK, date(2024, 1, 1)) is old


def test_what_is_no_instrument_has_no_row():
    assert mechanism_term(the_law().mechanisms, Mechanism.IDTA, EU, TODAY) is None
    assert mechanism_term(the_law().mechanisms, Mechanism.SCC_2021_914, UK, TODAY) is None


def test_an_empty_law_makes_nothing_adequate():
    empty = Law()
    assert adequacy(empty.adequacy, EU, "CH", TODAY).standing is Standing.NOT_LISTED
