from datetime import date

from tests.support.dossier import a_dossier, a_paper, an_agreement, an_engagement, the_checks
from tests.support.law import TODAY
from vendorrisk.domain.decision.facts import agreement_of, clause_facts
from vendorrisk.domain.diligence.clauses import ClauseApplies
from vendorrisk.domain.register.vocabulary import DataCategory

ENGAGEMENT = an_engagement()


def chosen(*papers, on=TODAY):
    found = agreement_of(ENGAGEMENT, papers, (), on)
    return found and found.document.id


def test_only_agreements_of_this_vendor_and_engagement_count():
    assert chosen() is None
    assert (
        chosen(a_paper(kind="ISO27001"), a_paper(vendor_id="vendor-2"), a_paper(engagement_id="other"))
        is None
    )
    assert chosen(a_paper()) == "paper-1"
    assert chosen(a_paper(kind="SCC")) == "paper-1"


def test_one_in_force_comes_before_a_later_one_that_is_not():
    now = a_paper(id="now", valid_from=date(2026, 1, 1))
    next_year = a_paper(id="next", valid_from=date(2027, 1, 1), engagement_id="engagement-1")
    ended = a_paper(id="ended", valid_from=date(2026, 6, 1), valid_to=date(2026, 11, 20))
    undated = a_paper(id="undated", valid_from=None)
    assert chosen(now, next_year, ended, undated) == "now"
    assert chosen(now, next_year, on=date(2027, 1, 1)) == "next"
    assert chosen(ended, undated) == "ended"


def test_one_for_the_engagement_comes_before_one_for_the_vendor():
    whole = a_paper(id="whole", valid_from=date(2026, 6, 1))
    own = a_paper(id="own", valid_from=date(2026, 1, 1), engagement_id="engagement-1")
    assert chosen(whole, own) == "own"


def test_a_later_version_comes_before_an_earlier_one():
    first, second = a_paper(id="1", valid_from=date(2025, 1, 1)), a_paper(id="2", valid_from=date(2026, 1, 1))
    assert chosen(second, first) == "2"


def test_the_agreement_brings_its_own_checks_only():
    checks = (*the_checks(), *(one for one in an_agreement(a_paper(id="other")).checks))
    found = agreement_of(ENGAGEMENT, (a_paper(),), checks, TODAY)
    assert {one.document_id for one in found.checks} == {"paper-1"}


def test_conditional_items_follow_from_the_register():
    assert clause_facts(a_dossier(flows=())) == frozenset()
    assert clause_facts(a_dossier()) == {ClauseApplies.NEEDS_SAFEGUARD, ClauseApplies.NOT_ADEQUATE}
    content = an_engagement(data_categories=(DataCategory.CALL_AUDIO,))
    assert ClauseApplies.CONTENT_DATA in clause_facts(a_dossier(engagement=content))
