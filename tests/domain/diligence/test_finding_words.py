"""What is told of a finding, in the window, on the command line and in the report on its assessment."""

from __future__ import annotations

from datetime import date

from tests.support.diligence import TODAY, finding
from tests.support.sentences import say
from vendorrisk.domain.diligence.finding_words import acceptance_facts, finding_facts
from vendorrisk.domain.diligence.records import FindingState, Severity
from vendorrisk.domain.message import Message

ACCEPTED = {
    "state": FindingState.ACCEPTED, "accepted_on": TODAY, "accepted_until": date(2027, 1, 31),
    "accepted_by": "CISO, HEAD_OF_PRIVACY", "accepted_why": "Replaced in spring.",
    "compensating": "Log-ins are watched.", "dpo_opinion": "UNFAVOURABLE", "dpo_text": "Too long.",
    "dpo_on": date(2026, 11, 20), "acceptances": 1,
}  # fmt: skip


def told(facts):
    return {say(one.label): say(one.value) if isinstance(one.value, Message) else one.value for one in facts}


def test_an_acceptance_is_told_with_everything_that_was_said_for_it():
    words = told(acceptance_facts(finding(**ACCEPTED)))
    assert list(words.values()) == [
        TODAY, date(2027, 1, 31), "CISO, Head of privacy", "Replaced in spring.", "Log-ins are watched.",
        "Unfavourable, 20 November 2026: Too long.", 1,
    ]  # fmt: skip


def test_an_old_acceptance_claims_no_opinion_that_nobody_kept():
    old = finding(state=FindingState.ACCEPTED, accepted_until=TODAY, accepted_by="CISO", accepted_why="Why.")
    assert list(told(acceptance_facts(old)).values()) == [TODAY, "CISO", "Why."]
    assert acceptance_facts(finding()) == ()


def test_the_deadlines_of_a_finding_that_was_communicated_are_told():
    words = told(finding_facts(finding(Severity.H, communicated_on=TODAY, due_on=date(2026, 12, 21)), TODAY))
    assert date(2026, 11, 28) in words.values()
    assert date(2026, 12, 21) in words.values()
