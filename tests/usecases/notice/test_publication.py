"""The day of publication: contracts that count from it get their dates, and a slip is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.edited import edit_values
from tests.support.gate import a_gate, a_writing_gate
from vendorrisk.domain.message import Refused, UserError
from vendorrisk.domain.notice.records import Change, ChangeKind, ChangeState, ClockStart
from vendorrisk.domain.register.records import Engagement, Stage
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.notice import changes, notices
from vendorrisk.usecases.notice.publication import not_published_on, record_published
from vendorrisk.usecases.register.publishing import Profile, publish


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
        record_published(gate.office, change.id, today - timedelta(days=days), proof="Archive")
    assert earliest(gate, change.id) == today + timedelta(days=14 - 3 + 1)


def test_a_day_that_no_list_and_nothing_else_proves_is_refused_with_both_ways_out():
    gate = a_gate()
    gate.customer(clock_starts=ClockStart.PUBLISHED)
    change = gate.change(date(2027, 3, 1))
    with pytest.raises(UserError) as refused:
        record_published(gate.office, change.id, gate.clock.day)
    assert refused.value.what.key == "change.published.nowhere"
    done = record_published(gate.office, change.id, gate.clock.day, proof=" https://we.example, snapshot ")
    assert done.published_proof == "https://we.example, snapshot"


@pytest.mark.parametrize(
    ("kind", "stage", "proves"),
    [
        (ChangeKind.ADD, Stage.NOTICE_RUNNING, True),
        (ChangeKind.ADD, Stage.LIVE, False),
        (ChangeKind.ADD, Stage.CONTRACTING, False),
        (ChangeKind.LOCATION, Stage.LIVE, True),
        (ChangeKind.REMOVE, Stage.TERMINATED, True),
    ],
)
def test_a_published_list_proves_a_change_that_it_announces(kind, stage, proves):
    gate = a_writing_gate()
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.LIVE)
    change = gate.change(date(2027, 3, 1), kind)
    with gate.office.book.act(EDIT[Change], id=change.id, fields=["state"]) as desk:
        desk.put(replace(change, state=ChangeState.RUNNING))
    edit_values(gate.office, Engagement, gate.engagement_id, stage=stage)
    publish(gate.office, Profile.GLOBAL, Path("lists"), ["json"])
    refused = not_published_on(gate.office, change.id, gate.clock.day, "")
    assert (refused is None) is proves
    if proves:
        done = record_published(gate.office, change.id, gate.clock.day)
        assert done.published_proof == "sub-processors-global-v1"


def test_a_list_published_later_proves_no_earlier_day():
    gate = a_writing_gate()
    edit_values(gate.office, Engagement, gate.engagement_id, stage=Stage.NOTICE_RUNNING)
    change = gate.change(date(2027, 3, 1))
    with gate.office.book.act(EDIT[Change], id=change.id, fields=["state"]) as desk:
        desk.put(replace(change, state=ChangeState.RUNNING))
    day = gate.clock.day
    gate.later(2)
    publish(gate.office, Profile.GLOBAL, Path("lists"), ["json"])
    refused = not_published_on(gate.office, change.id, day, "")
    assert refused is not None
    assert refused.what.key == "change.published.nowhere"


def test_a_day_that_has_not_come_and_a_change_that_is_over_are_refused():
    gate = a_gate()
    change = gate.change(date(2027, 3, 1))
    with pytest.raises(UserError) as refused:
        record_published(gate.office, change.id, gate.clock.day + timedelta(days=1))
    assert refused.value.what.key == "change.published.future"
    notices.cancel(gate.office, change.id)
    with pytest.raises(Refused):
        record_published(gate.office, change.id, gate.clock.day)
