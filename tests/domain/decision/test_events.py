"""Events and duties of domain.md 4.4."""

import pytest

from tests.support.sentences import say
from vendorrisk.domain.decision.events import Alteration, Duty, Trigger, duty_for
from vendorrisk.domain.register.vocabulary import label

A = Alteration


@pytest.mark.parametrize(
    "alteration",
    [A.NEW_ENTITY, A.REPLACEMENT, A.NEW_PURPOSE, A.NEW_PRODUCT, A.NEW_DATA_CATEGORY, A.WEAKER_MECHANISM],
)
def test_material_changes_are_noticed_whatever_the_list_shows(alteration):
    for on_list in (True, False):
        assert duty_for(alteration, countries_on_list=on_list).duty is Duty.NOTICE


@pytest.mark.parametrize("alteration", [A.NEW_STORAGE_COUNTRY, A.NEW_ACCESS_COUNTRY])
def test_a_new_country_is_noticed_where_the_agreed_list_shows_countries(alteration):
    assert duty_for(alteration, countries_on_list=True).duty is Duty.NOTICE
    without = duty_for(alteration, countries_on_list=False)
    assert without.duty is Duty.NOTHING
    assert "shows no countries" in say(without.why)


@pytest.mark.parametrize("always", [{"dora": True}, {"region_locked": True}])
def test_dora_and_region_locked_customers_are_always_told_of_a_country(always):
    assert duty_for(A.NEW_ACCESS_COUNTRY, countries_on_list=False, **always).duty is Duty.NOTICE


@pytest.mark.parametrize(
    ("alteration", "duty"),
    [
        (A.RENAME, Duty.INFORM),
        (A.REMOVAL, Duty.INFORM),
        (A.SECURITY_UPGRADE, Duty.NOTHING),
        (A.COUNTRY_REMOVED, Duty.NOTHING),
    ],
)
def test_the_rest_is_information_or_nothing(alteration, duty):
    found = duty_for(alteration, countries_on_list=True, dora=True)
    assert found.duty is duty
    assert say(found.why)


def test_every_alteration_has_a_duty():
    assert {duty_for(one, countries_on_list=True).duty for one in Alteration} == set(Duty)


def test_every_event_has_words():
    assert len({say(label(one)) for one in Trigger}) == len(Trigger) == 14
