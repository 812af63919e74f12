from dataclasses import replace
from datetime import date

import pytest

from tests.support.law import TODAY, the_law
from tests.support.sentences import say
from vendorrisk.domain.register.records import FourthParty, Location, LocationKind
from vendorrisk.domain.register.region_lock import (
    LockException,
    LockPolicy,
    LockSubject,
    exception_gaps,
    region_lock,
)


def storage(country, **facts):
    return Location(id=country, engagement_id="e", kind=LocationKind.STORAGE, country=country, **facts)


def access(country, entity="Ours Support", **facts):
    return Location(
        id=country, engagement_id="e", kind=LocationKind.ACCESS, country=country, entity=entity, **facts
    )


def subject(**facts):
    quiet = {
        "product": "Voice",
        "storage": (storage("DE"),),
        "access": (access("HR"),),
        "parent_country": "DE",
    }
    return LockSubject(**(quiet | facts))


BOSNIA = LockException(
    product="Voice",
    country="BA",
    entity="Ours Support",
    clauses_valid=True,
    tia_positive=True,
    tia_made_on=date(2025, 11, 1),
    approved_by_head_of_privacy=True,
    dpo_opinion="favourable, 2025-11-10",
    disclosed_on_list=True,
    uses_logged=True,
    expires=date(2026, 12, 31),
)


def reasons(result):
    return [say(reason) and reason.key.removeprefix("lock.") for reason in result.reasons]


def lock(one, on=TODAY, policy=None):
    return region_lock(one, the_law(), on, policy)


def test_storage_and_access_in_the_eea_keep_the_lock():
    assert lock(subject()).ok


@pytest.mark.parametrize("country", ["GB", "CH", "NZ", "BR", "EU", "EEA"])
def test_general_adequacy_keeps_the_lock(country):
    assert lock(subject(storage=(storage(country),), access=(access(country),))).ok


@pytest.mark.parametrize("country", ["US", "IN", "BA", "GLOBAL", ""])
def test_storage_elsewhere_breaks_it(country):
    assert reasons(lock(subject(storage=(storage(country),)))) == ["storage"]


def test_access_elsewhere_breaks_it_and_names_the_entity():
    found = lock(subject(access=(access("BA"),)))
    assert reasons(found) == ["access"]
    assert say(found.reasons[0]).startswith(
        "Voice: access by Ours Support (Bosnia and Herzegovina) comes from outside"
    )


def test_partial_adequacy_counts_only_where_the_recipient_is_shown_to_meet_the_condition():
    canada = subject(storage=(storage("CA"),))
    assert not lock(canada).ok
    shown = replace(canada, conditions_met=frozenset({"CA"}))
    assert lock(shown).ok
    assert not lock(shown, policy=LockPolicy(count_partial_adequacy=False)).ok


def test_certified_american_companies_count_only_where_the_workspace_says_so():
    america = subject(storage=(storage("US"),), conditions_met=frozenset({"US"}))
    assert not lock(america).ok
    assert lock(america, policy=LockPolicy(count_us_dpf_as_adequate=True)).ok


def test_the_end_of_british_adequacy_breaks_the_lock():
    british = subject(storage=(storage("GB"),))
    assert lock(british, on=date(2031, 12, 27)).ok
    assert not lock(british, on=date(2031, 12, 28)).ok


def test_a_documented_exception_opens_access_from_bosnia():
    assert lock(subject(access=(access("BA"),), exceptions=(BOSNIA,))).ok


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"purpose": "SUPPORT"}, "purpose"),
        ({"clauses_valid": False}, "clauses"),
        ({"tia_positive": False}, "tia"),
        ({"tia_made_on": date(2025, 10, 3)}, "tia"),
        ({"tia_made_on": None}, "tia"),
        ({"approved_by_head_of_privacy": False}, "approval"),
        ({"dpo_opinion": " "}, "dpo_opinion"),
        ({"expires": None}, "expiry"),
        ({"expires": date(2026, 11, 20)}, "expired"),
        ({"disclosed_on_list": False}, "disclosed"),
        ({"uses_logged": False}, "log"),
    ],
)
def test_an_exception_names_what_it_lacks(change, gap):
    weak = replace(BOSNIA, **change)
    found = lock(subject(access=(access("BA"),), exceptions=(weak,)))
    assert reasons(found) == [f"exception.{gap}"]
    assert [one.key for one in exception_gaps(weak, the_law(), TODAY)] == [f"lock.exception.{gap}"]


def test_an_exception_counts_through_its_last_day():
    assert exception_gaps(replace(BOSNIA, expires=TODAY), the_law(), TODAY) == ()


def test_an_assessment_under_the_new_law_may_be_made_on_its_first_day():
    first_day = replace(BOSNIA, tia_made_on=date(2025, 10, 4))
    assert exception_gaps(first_day, the_law(), TODAY) == ()
    before = replace(BOSNIA, tia_made_on=None)
    assert exception_gaps(before, the_law(), date(2025, 10, 3)) == ()
    assert [one.key for one in exception_gaps(before, the_law(), date(2025, 10, 4))] == ["lock.exception.tia"]


def test_an_exception_without_entity_covers_nobody():
    nameless = replace(BOSNIA, entity="")
    assert [one.key for one in exception_gaps(nameless, the_law(), TODAY)] == ["lock.exception.entity"]


@pytest.mark.parametrize("change", [{"product": "E-mail"}, {"country": "RS"}, {"entity": "Other d.o.o."}])
def test_an_exception_for_something_else_does_not_help(change):
    other = replace(BOSNIA, **change)
    assert reasons(lock(subject(access=(access("BA"),), exceptions=(other,)))) == ["access"]


def test_one_active_exception_of_two_is_enough():
    expired = replace(BOSNIA, expires=date(2026, 1, 1))
    assert lock(subject(access=(access("BA"),), exceptions=(expired, BOSNIA))).ok


def test_an_exception_is_for_access_and_never_for_storage():
    assert reasons(lock(subject(storage=(storage("BA"),), exceptions=(BOSNIA,)))) == ["storage"]


def test_failover_and_fourth_parties_count_too():
    party = FourthParty(id="f", engagement_id="e", name="Deep Ltd", country="IN")
    gone = replace(party, id="g", country="US", valid_to=date(2026, 1, 1))
    found = lock(subject(failover=("IE", "US"), fourth_parties=(party, gone)))
    assert reasons(found) == ["failover", "fourth_party"]
    assert say(found.reasons[0]).startswith("Voice: failover (United States) lies outside")
    assert "Deep Ltd" in say(found.reasons[1])


def test_a_fourth_party_without_country_breaks_the_lock():
    party = FourthParty(id="f", engagement_id="e", name="Deep Ltd")
    assert reasons(lock(subject(fourth_parties=(party,)))) == ["fourth_party"]


def test_a_parent_elsewhere_only_warns():
    found = lock(subject(parent_country="US"))
    assert found.ok
    (warning,) = found.warnings
    assert say(warning).startswith(
        "The parent company’s country (United States) is outside the permitted ones: ask for"
    )
    assert lock(subject(parent_country="")).warnings == ()


def test_nothing_recorded_is_not_kept():
    assert reasons(lock(subject(storage=(), access=()))) == ["no_storage", "no_access"]


def test_places_of_other_times_do_not_count():
    past = storage("US", valid_to=date(2026, 11, 20))
    future = access("US", valid_from=date(2026, 11, 22))
    assert lock(subject(storage=(storage("DE"), past), access=(access("HR"), future))).ok
    assert reasons(lock(subject(storage=(past,)))) == ["no_storage"]
