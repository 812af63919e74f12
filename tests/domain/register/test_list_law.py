"""The grounds of a published list are those of its day, and lead where the law tables let them lead."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.law import the_law
from vendorrisk.domain.register.law import MechanismTerm
from vendorrisk.domain.register.list_law import FRAMEWORKS, grounds_on, grounds_to, has_run_out
from vendorrisk.domain.register.records import LawEntry

D = date
TERMS = the_law().mechanisms
DECISIONS = the_law().adequacy
IN_KENYA = LawEntry(id="ke", regime="EU", code="KE", name="Kenya", coverage="CERTIFIED_ONLY")


@pytest.mark.parametrize(
    ("on", "clauses"),
    [(D(2021, 6, 26), "OLD_SCC"), (D(2021, 6, 27), "SCC_2021_914"), (D(2026, 1, 1), "SCC_2021_914")],
)
def test_standard_clauses_are_those_that_could_be_signed_on_the_lists_day(on, clauses):
    """Decision (EU) 2021/914 is in force since 27 June 2021, as its row says."""
    assert grounds_on(("SCC_2021_914", "BCR_P"), on, TERMS) == (clauses, "BCR_P")


def test_the_law_of_another_regime_says_nothing_of_when_the_unions_clauses_began():
    british = MechanismTerm(mechanism="SCC_2021_914", regime="UK", citation="", valid_from=D(2000, 1, 1))
    assert grounds_on(("SCC_2021_914",), D(2020, 1, 1), (*TERMS, british)) == ("OLD_SCC",)


def test_old_and_new_clauses_of_an_old_list_are_one_ground():
    assert grounds_on(("OLD_SCC", "SCC_2021_914"), D(2020, 1, 1), TERMS) == ("OLD_SCC",)


def test_what_did_not_exist_and_took_nobodys_place_stays_as_it_was_named():
    assert grounds_on(("SCC_CH",), D(2020, 1, 1), TERMS) == ("SCC_CH",)


def test_without_law_tables_nothing_is_known_of_the_time_of_a_ground():
    assert grounds_on(("SCC_2021_914",), D(2020, 1, 1), ()) == ("SCC_2021_914",)
    assert not has_run_out("SAFE_HARBOUR", (), D(2026, 1, 1))


@pytest.mark.parametrize(
    ("code", "on", "over"),
    [
        ("SAFE_HARBOUR", D(2015, 10, 7), True), ("PRIVACY_SHIELD", D(2020, 7, 16), False),
        ("PRIVACY_SHIELD", D(2020, 7, 17), True), ("OLD_SCC", D(2024, 3, 21), False),
        ("OLD_SCC", D(2024, 3, 22), True), ("DPF", D(2026, 11, 21), False),
    ],
)  # fmt: skip
def test_a_mechanism_has_run_out_when_its_last_regime_ended_it(code, on, over):
    assert has_run_out(code, TERMS, on) is over


@pytest.mark.parametrize("framework", sorted(FRAMEWORKS))
def test_a_framework_leads_only_where_the_decision_is_limited_to_certified_participants(framework):
    assert grounds_to((framework, "BCR_P"), "US", DECISIONS) == [framework, "BCR_P"]
    assert grounds_to((framework, "BCR_P"), "BR", DECISIONS) == ["BCR_P"]
    assert grounds_to((framework, "BCR_P"), "KE", [*DECISIONS, IN_KENYA]) == [framework, "BCR_P"]


def test_the_framework_is_the_adequacy_decision_there_and_nowhere_else():
    assert grounds_to(("ADEQUACY", "DPF"), "US", DECISIONS) == ["DPF"]
    assert grounds_to(("ADEQUACY", "SCC_2021_914"), "US", DECISIONS) == ["ADEQUACY", "SCC_2021_914"]
    assert grounds_to(("ADEQUACY", "DPF"), "BR", DECISIONS) == ["ADEQUACY"]
