"""A last day for objections that a letter has named is not taken back by terms that ask for less."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from vendorrisk.domain.notice.clock import CustomerDates
from vendorrisk.domain.notice.promised import as_promised
from vendorrisk.domain.notice.records import Authorisation, Notice, ObjectionBlocks, Terms

D = date
SENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTICE = Notice(id="n", change_id="ch", customer_id="c", sent_at=SENT, stated_end=D(2026, 12, 23))
FOUND = CustomerDates(customer_id="c", last_objection_day=D(2026, 12, 3), earliest=D(2026, 12, 4))
TERMS = Terms(id="t", customer_id="c")


def test_the_longer_window_holds():
    kept = as_promised(FOUND, TERMS, NOTICE)
    assert (kept.last_objection_day, kept.earliest) == (D(2026, 12, 23), D(2026, 12, 24))
    assert kept.steps[-1].params == {"rule": "R14", "day": D(2026, 12, 23)}


@pytest.mark.parametrize(
    "terms",
    [
        replace(TERMS, objection_blocks=ObjectionBlocks.ONLY_IF_RAISED),
        replace(TERMS, authorisation=Authorisation.SPECIFIC),
    ],
)
def test_a_window_that_never_held_use_back_does_not_now(terms):
    kept = as_promised(FOUND, terms, NOTICE)
    assert (kept.last_objection_day, kept.earliest) == (D(2026, 12, 23), D(2026, 12, 4))


def test_who_has_no_first_day_gets_none():
    assert as_promised(replace(FOUND, earliest=None), TERMS, NOTICE).earliest is None


@pytest.mark.parametrize(
    ("found", "notice"),
    [
        (FOUND, None),
        (FOUND, replace(NOTICE, sent_at=None)),
        (FOUND, replace(NOTICE, stated_end=None)),
        (FOUND, replace(NOTICE, stated_end=D(2026, 12, 3))),
        (replace(FOUND, last_objection_day=None), NOTICE),
    ],
)
def test_nothing_is_promised_before_it_is_sent_or_without_a_longer_day(found, notice):
    assert as_promised(found, TERMS, notice) is found
