"""Putting a task off concerns one person's Home only, is undone like any step, and ends on its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.changing import a_context, a_register
from tests.support.edited import edit_values
from tests.support.offices import TODAY
from vendorrisk.domain.message import BadInput
from vendorrisk.domain.register.records import Engagement
from vendorrisk.domain.review.records import Snooze
from vendorrisk.usecases.review import home
from vendorrisk.usecases.review.snoozing import snooze, wake

MONDAY = date(2026, 11, 30)


@pytest.fixture
def office():
    return a_context().office


@pytest.fixture
def task_id(office):
    a_register(office)
    (one,) = home.home(office).near()
    return one.id


def near(office):
    return [one.id for one in home.home(office).near()]


def test_a_task_put_off_leaves_the_list_and_its_count_and_says_until_when(office, task_id):
    before = home.counts(office)["home"]
    snooze(office, [task_id], MONDAY, "Waits for procurement")
    view = home.home(office)
    assert (near(office), [one.id for one in view.resting()]) == ([], [task_id])
    assert view.resting()[0].snooze.reason == "Waits for procurement"
    assert view.next_on == MONDAY
    assert home.counts(office)["home"] == before - 1


def test_it_is_back_on_the_day(office, task_id):
    snooze(office, [task_id], MONDAY, "Waits")
    office.clock.day = MONDAY - timedelta(days=1)
    assert near(office) == []
    office.clock.day = MONDAY
    assert near(office) == [task_id]
    assert home.home(office).near()[0].snooze is None


def test_another_person_still_sees_it(office, task_id):
    snooze(office, [task_id], MONDAY, "Waits")
    assert near(replace(office, actor="Mira Horvat")) == [task_id]


def test_undo_brings_it_back_and_redo_puts_it_off_again(office, task_id):
    snooze(office, [task_id], MONDAY, "Waits")
    office.book.undo()
    assert near(office) == [task_id]
    office.book.redo()
    assert near(office) == []


def test_it_is_brought_back_before_its_day_and_can_be_put_off_again(office, task_id):
    snooze(office, [task_id], MONDAY, "Waits")
    snooze(office, [task_id], MONDAY + timedelta(days=7), "Waits longer")
    with office.book.reading() as reader:
        (kept,) = reader.find(Snooze)
    assert (kept.until, kept.reason) == (date(2026, 12, 7), "Waits longer")
    wake(office, [task_id])
    assert near(office) == [task_id]


def test_a_late_reassessment_keeps_its_place_and_is_counted(office):
    engagement = a_register(office)
    edit_values(office, Engagement, engagement, anchor=date(2025, 11, 11), cycles=1)
    near, before = [one.id for one in home.home(office).near()], home.counts(office)
    late = f"REASSESS/{engagement}"
    snooze(office, [late], MONDAY, "Vendor is on holiday")
    view = home.home(office)
    assert [one.id for one in view.near()] == near
    assert [one.snooze.until for one in view.near() if one.id == late] == [MONDAY]
    assert (view.resting(), home.counts(office)) == ((), before)


def test_a_day_that_is_not_ahead_is_refused_and_nothing_is_kept(office, task_id):
    with pytest.raises(BadInput) as refused:
        snooze(office, [task_id], TODAY, "")
    assert [one.where for one in refused.value.problems] == ["until", "reason"]
    assert near(office) == [task_id]
