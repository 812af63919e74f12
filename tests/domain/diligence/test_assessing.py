"""Which questions need not be asked, and which findings the answers give rise to."""

from __future__ import annotations

from datetime import date

from tests.support.diligence import TODAY, covering
from tests.support.questionnaires import ALL_IDS, SMALL, answers
from vendorrisk.domain.diligence.assessing import proposals, replaced, topic_plan
from vendorrisk.domain.diligence.assurance import credit
from vendorrisk.domain.diligence.bad_answers import AnswerFacts
from vendorrisk.domain.diligence.credits import Grade
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.validity import Archive

SOC2 = covering("SOC2_II", "soc", period_end=date(2026, 6, 30), criteria=("CC",))


def test_a_report_answers_the_questions_that_name_it():
    plan = topic_plan(SMALL, [credit(SOC2, TODAY, Archive())])
    assert [given.question for given in plan] == list(ALL_IDS)
    assert {given.question: given.grade for given in plan if given.grade is not Grade.NONE} == {
        "SEC-05": Grade.FULL
    }
    assert replaced(plan) == {"SEC-05"}
    assert replaced(topic_plan(SMALL, [])) == frozenset()


def test_findings_are_proposed_in_the_order_of_asking():
    facts = AnswerFacts(today=TODAY, declared={"STORAGE": frozenset({"DE", "IE"})})
    assert proposals(SMALL, answers(), facts) == ()
    bad = answers(PRV_18="NONE", TRF_01="US", PRV_07="NO", SEC_05="")
    assert [(one.source, one.severity) for one in proposals(SMALL, bad, facts)] == [
        ("PRV-07", Severity.H),
        ("PRV-18", Severity.H),
        ("TRF-01", Severity.H),
    ]
