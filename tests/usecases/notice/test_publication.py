"""The day of publication: contracts that count from it get their dates, and a slip is mended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.gate import a_gate
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.records import Change, ClockStart
from vendorrisk.usecases.notice import changes, notices
from vendorrisk.usecases.notice.publication import record_published


def earliest(gate, change_id):
    with gate.office.book.reading() as reader:
        ((_, found),) = changes.dates(gate.office, reader, reader.get(Change, change_id)).dates
    return found.earliest


def test_contracts_that_start_with_publication_count_from_the_day_recorded_last():
    gate = a_gate()
    gate.customer(clock_starts=ClockStart.PUBLISHED, notice_days=14)
    change = gate.change(date(2027, 3, 1))
    assert earliest(gate, change.id) is None
    today = gate.later(5)
    for days in (0, 3):
        record_published(gate.office, change.id, today - timedelta(days=days))
    assert earliest(gate, change.id) == today + timedelta(days=14 - 3 + 1)


def test_a_day_that_has_not_come_and_a_change_that_is_over_are_refused():
    gate = a_gate()
    change = gate.change(date(2027, 3, 1))
    with pytest.raises(UserError) as refused:
        record_published(gate.office, change.id, gate.clock.day + timedelta(days=1))
    assert refused.value.what.key == "change.published.future"
    notices.cancel(gate.office, change.id)
    with pytest.raises(Refused):
        record_published(gate.office, change.id, gate.clock.day)
