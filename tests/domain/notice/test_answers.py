"""An answer comes on the day of its question or later, and never from the future."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from vendorrisk.domain.message import UserError, WrongArgument
from vendorrisk.domain.notice.answers import days_of_answer, days_of_change
from vendorrisk.domain.notice.records import Change, ChangeKind, Customer, Notice

D = date
CHANGE = Change(id="ch", number="2026-07", kind=ChangeKind.ADD, engagement_id="e", planned_on=D(2027, 3, 1),
                created_on=D(2026, 11, 20))  # fmt: skip
CUSTOMER = Customer(id="c", name="Northwind", zone="America/New_York")
TODAY = D(2026, 12, 10)


def days(notice):
    return days_of_answer(CHANGE, notice, CUSTOMER, our_zone="UTC", today=TODAY)


def key(found):
    return found.what.key if found else None


def test_before_a_notice_went_out_the_opening_of_the_change_counts():
    waiting = Notice(id="n", change_id="ch", customer_id="c")
    assert days(None) == days(waiting) == days_of_change(CHANGE, TODAY)
    assert key(days(None).refusal(D(2026, 11, 19))) == "answer.before_change"
    assert days(None).refusal(D(2026, 11, 20)) is None


def test_the_day_of_sending_is_the_earlier_one_of_both_zones():
    sent = Notice(id="n", change_id="ch", customer_id="c", sent_at=datetime(2026, 12, 2, 2, 0, tzinfo=UTC))
    assert key(days(sent).refusal(D(2026, 11, 30))) == "answer.before_sent"
    assert type(days(sent).refusal(D(2026, 11, 30))) is WrongArgument
    assert days(sent).refusal(D(2026, 12, 1)) is None


def test_tomorrow_is_no_day_of_an_answer():
    days(None).check(TODAY)
    with pytest.raises(UserError, match=r"answer\.future"):
        days(None).check(TODAY, D(2026, 12, 11))
