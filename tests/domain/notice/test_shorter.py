"""A shorter notice counts once it is agreed in writing, and never a day before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.records import Authorisation, Change, ChangeKind, Notice, Terms
from vendorrisk.domain.notice.shorter import after_agreement, agreed_terms, is_agreed, may_be_asked

AGREED = date(2026, 12, 4)
TERMS = Terms(id="t", customer_id="c", notice_days=60, objection_days=None)
ASKED = Notice(
    id="n", change_id="x", customer_id="c", shorter_days=14, shorter_asked_on=date(2026, 12, 1)
)  # fmt: skip
YES = replace(ASKED, shorter_agreed_on=AGREED)
FOUND = CustomerDates(
    customer_id="c", last_notice_day=date(2026, 12, 15), last_objection_day=date(2026, 12, 15),
    earliest=date(2026, 12, 16),
)  # fmt: skip
CHANGE = Change(id="x", number="2026-01", kind=ChangeKind.ADD, engagement_id="e", planned_on=AGREED)


@pytest.mark.parametrize("notice", [None, ASKED, replace(YES, shorter_days=None)])
def test_without_an_answer_in_writing_the_contract_counts(notice):
    assert not is_agreed(TERMS, notice)
    assert agreed_terms(TERMS, notice) is TERMS
    assert after_agreement(FOUND, TERMS, notice) is FOUND


def test_the_days_agreed_to_take_the_place_of_those_of_the_contract():
    assert agreed_terms(TERMS, YES) == replace(TERMS, notice_days=14)
    separate = replace(TERMS, objection_days=30)
    assert agreed_terms(separate, YES).objection_days == 30


@pytest.mark.parametrize(
    "terms", [replace(TERMS, notice_days=14), replace(TERMS, authorisation=Authorisation.SPECIFIC)]
)
def test_an_agreement_never_makes_a_notice_longer_nor_replaces_an_approval(terms):
    assert agreed_terms(terms, YES) is terms
    assert after_agreement(FOUND, terms, YES) is FOUND


def test_the_agreement_is_told_first():
    told = after_agreement(FOUND, TERMS, YES)
    assert told.steps[0].params == {"rule": "R13", "agreed": AGREED, "days": 14}
    assert replace(told, steps=()) == FOUND


@pytest.mark.parametrize(("earliest", "from_day"), [(4, 5), (3, 5), (5, 5), (6, 6)])
def test_use_never_begins_on_the_day_of_the_agreement(earliest, from_day):
    found = replace(FOUND, earliest=date(2026, 12, earliest))
    assert after_agreement(found, TERMS, YES).earliest == date(2026, 12, from_day)


def test_where_no_day_is_known_an_agreement_makes_none():
    assert after_agreement(replace(FOUND, earliest=None), TERMS, YES).earliest is None


def test_a_last_day_that_a_letter_has_named_is_not_taken_back():
    named = date(2027, 2, 1)
    sent = replace(YES, sent_at=datetime(2026, 12, 1, 8, tzinfo=UTC), stated_end=named)
    assert after_agreement(FOUND, TERMS, sent).last_objection_day == named
    assert after_agreement(FOUND, TERMS, replace(sent, sent_at=None)).last_objection_day == date(2026, 12, 15)
    early = replace(sent, stated_end=date(2026, 12, 10))
    assert after_agreement(FOUND, TERMS, early).last_objection_day == date(2026, 12, 15)
    assert after_agreement(replace(FOUND, last_objection_day=None), TERMS, sent).last_objection_day is None


def test_it_is_asked_only_where_a_notice_runs():
    assert may_be_asked(CHANGE, TERMS)
    assert not may_be_asked(replace(CHANGE, kind=ChangeKind.REMOVE), TERMS)
    assert not may_be_asked(CHANGE, replace(TERMS, authorisation=Authorisation.SPECIFIC))
    assert not may_be_asked(CHANGE, replace(TERMS, notice_days=0))
    assert may_be_asked(CHANGE, replace(TERMS, notice_days=1))
