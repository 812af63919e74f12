from tests.support.dossier import a_dossier, an_engagement
from vendorrisk.domain.decision.facts import clause_facts
from vendorrisk.domain.diligence.clauses import ClauseApplies
from vendorrisk.domain.register.vocabulary import DataCategory


def test_conditional_items_follow_from_the_register():
    assert clause_facts(a_dossier(flows=())) == frozenset()
    assert clause_facts(a_dossier()) == {ClauseApplies.NEEDS_SAFEGUARD, ClauseApplies.NOT_ADEQUATE}
    content = an_engagement(data_categories=(DataCategory.CALL_AUDIO,))
    assert ClauseApplies.CONTENT_DATA in clause_facts(a_dossier(engagement=content))
