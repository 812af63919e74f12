"""Registers as earlier layouts left them, raised to the newest: nothing is lost, and all of it still counts.

`tests/data/layout_N.sql` is what layout N held after a vendor, four customers, a change with its letters
sent, an objection, and at last an edit of the vendor's owner. A file stays as it is once its layout is used.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.support.books import memory_engine
from tests.support.offices import make_office
from vendorrisk.domain.notice.records import Change, ChangeState, Notice, Objection
from vendorrisk.domain.register.records import Vendor
from vendorrisk.store import schema
from vendorrisk.store.upcasting import CURRENT
from vendorrisk.usecases.changes import dates
from vendorrisk.usecases.history import verify

LAYOUTS = sorted((Path(__file__).parents[1] / "data").glob("layout_*.sql"))


@pytest.fixture(params=LAYOUTS, ids=lambda path: path.stem)
def office(request):
    engine = memory_engine()
    with engine.connect() as connection:
        connection.connection.dbapi_connection.executescript(request.param.read_text("utf-8"))
    with engine.connect() as connection, connection.begin():
        assert schema.revision_of(connection) != CURRENT
        schema.raise_to_newest(connection)
    return make_office(engine)


def test_the_journal_is_intact(office):
    verdict = verify(office)
    assert verdict.intact
    assert verdict.entries > 5


def test_what_was_sent_is_still_sent_with_the_same_days(office):
    with office.book.reading() as reader:
        (change,) = reader.find(Change)
        told = dates(office, reader, change)
        sent = {one.customer_id: one.sent_at for one in reader.find(Notice)}
        (objection,) = reader.find(Objection)
    assert change.state is ChangeState.RUNNING
    assert set(sent.values()) == {datetime(2026, 11, 23, 8, 0, tzinfo=UTC)}
    assert {one.id: found.last_objection_day for one, found in told.dates}["c2"] == date(2026, 12, 23)
    assert objection.text == "We object."
    assert told.overall.blocked_by


def test_the_last_step_of_the_old_version_can_be_taken_back_and_done_again(office):
    office.book.undo()
    assert _owner(office) == "Ana Novak"
    office.book.redo()
    assert _owner(office) == "Mira Horvat"
    assert verify(office).intact


def _owner(office):
    with office.book.reading() as reader:
        return reader.find(Vendor)[0].owner
