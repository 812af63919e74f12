"""Rubbish is collected between two events, in the window's thread."""

from __future__ import annotations

import gc

import pytest

from vendorrisk.ui.widgets.collector import Collector


class Loop:
    gone = 0

    def __init__(self):
        self.myself = self

    def __del__(self):
        Loop.gone += 1


@pytest.fixture
def collector(qapp):
    collector = Collector()
    yield collector
    collector.give_back()
    gc.disable()  # as the fixture of all these tests wants it


def test_python_collects_nothing_by_itself_while_the_collector_is_at_work(collector):
    assert not gc.isenabled()
    collector.give_back()
    assert gc.isenabled()


def test_what_is_due_is_collected(collector):
    gc.collect()
    before = Loop.gone
    kept = [Loop() for _ in range(gc.get_threshold()[0] + 1)]
    made = len(kept)
    kept.clear()
    collector.collect_if_due()
    assert Loop.gone - before == made


def test_what_is_not_due_is_left(collector):
    gc.collect()
    before = Loop.gone
    Loop()
    collector.collect_if_due()
    assert Loop.gone == before
