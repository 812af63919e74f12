"""Reading that grows with the register: at once in a small one, elsewhere in a large one."""

from __future__ import annotations

import pytest

from tests.support.contexts import make_context
from vendorrisk.domain.register.records import Vendor
from vendorrisk.ui.shell import long_reading
from vendorrisk.ui.shell.long_reading import LongReading
from vendorrisk.usecases.editing import add


class Later:
    """Jobs that are done when the test says so."""

    def __init__(self):
        self.waiting = []

    def run(self, label, work, *, done, failed, in_turn):
        assert in_turn
        job = Waiting(work, done)
        self.waiting.append(job)
        return job

    def end(self):
        self.waiting.pop(0).end()


class Waiting:
    state = "running"

    def __init__(self, work, done):
        self.end_with = lambda: done(work(None))

    def end(self):
        self.state = "done"
        self.end_with()


@pytest.fixture
def context():
    context = make_context()
    context.jobs = Later()
    add(context.office, Vendor, {"name": "Carrier Norte", "country": "BR"})
    return context


@pytest.fixture
def a_reading(context):
    """Reads 1, then 2, then 3; the list holds what was shown."""
    shown = []
    numbers = iter(range(1, 10))
    return LongReading(context, "Counting", lambda: next(numbers), shown.append), shown


def test_a_small_register_is_read_at_once(context, a_reading):
    reading, shown = a_reading
    reading.again()
    assert (shown, context.jobs.waiting) == ([1], [])


def test_a_large_one_is_read_elsewhere(context, a_reading, monkeypatch):
    monkeypatch.setattr(long_reading, "LARGE", 1)
    reading, shown = a_reading
    reading.again()
    assert shown == []
    context.jobs.end()
    assert shown == [1]


def test_changes_while_it_is_read_are_read_once_more(context, a_reading, monkeypatch):
    monkeypatch.setattr(long_reading, "LARGE", 1)
    reading, shown = a_reading
    for _change in range(3):
        reading.again()
    assert len(context.jobs.waiting) == 1
    context.jobs.end()
    context.jobs.end()
    assert (shown, context.jobs.waiting) == ([1, 2], [])


def test_a_reading_that_was_cancelled_is_no_reason_to_wait(context, a_reading, monkeypatch):
    monkeypatch.setattr(long_reading, "LARGE", 1)
    reading, shown = a_reading
    reading.again()
    context.jobs.waiting.pop().state = "cancelled"
    reading.again()
    context.jobs.end()
    assert shown == [1]
