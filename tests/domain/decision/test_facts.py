import pytest

from tests.support.dossier import a_dossier, an_engagement, storage
from vendorrisk.domain.decision.facts import clause_facts
from vendorrisk.domain.diligence.clauses import ClauseApplies
from vendorrisk.domain.register.vocabulary import DataCategory


def test_conditional_items_follow_from_the_register():
    assert clause_facts(a_dossier(flows=(), locations=())) == frozenset()
    assert clause_facts(a_dossier()) == {ClauseApplies.NEEDS_SAFEGUARD, ClauseApplies.NOT_ADEQUATE}
    content = an_engagement(data_categories=(DataCategory.CALL_AUDIO,))
    assert ClauseApplies.CONTENT_DATA in clause_facts(a_dossier(engagement=content))


@pytest.mark.parametrize(("country", "asked"), [("US", True), ("IN", True), ("GB", False), ("DE", False)])
def test_a_place_without_a_flow_decides_by_its_country_what_the_agreement_must_say(country, asked):
    transfer = {ClauseApplies.NEEDS_SAFEGUARD, ClauseApplies.NOT_ADEQUATE}
    found = clause_facts(a_dossier(flows=(), locations=(storage(country=country),)))
    assert found == (transfer if asked else frozenset())


def test_recording_the_flow_asks_for_nothing_that_was_not_asked_before():
    place = storage(country="IN")
    before = clause_facts(a_dossier(flows=(), locations=(place,)))
    assert clause_facts(a_dossier(locations=(place,))) <= before
