"""Registers as earlier layouts left them, raised to the newest: nothing is lost, and all of it still counts.

`tests/data/layout_N.sql` is what layout N held after a vendor, four customers, a change with its letters
sent, an objection, and at last an edit of the vendor's owner. Layout 5 has a second vendor that reaches the
locked environment, and says of the first, just before the last edit, that it does and then that it does not.
Layout 7 has a finding whose risk was accepted just before the last edit, layout 8 a customer who was excluded
just before it, layout 9 is as the first. A file stays as it is once its layout is used.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.support.books import memory_engine
from tests.support.offices import make_office
from vendorrisk.domain.diligence.records import Finding, FindingState
from vendorrisk.domain.notice.records import Change, ChangeState, Customer, Notice, Objection, Terms
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.store import schema
from vendorrisk.store.upcasting import CURRENT
from vendorrisk.usecases.journal.history import verify
from vendorrisk.usecases.notice.changes import dates

DATA = Path(__file__).parents[1] / "data"
LAYOUTS = sorted(DATA.glob("layout_*.sql"))


@pytest.fixture(params=LAYOUTS, ids=lambda path: path.stem)
def office(request):
    return raised(request.param)


def raised(layout):
    engine = memory_engine()
    with engine.connect() as connection:
        connection.connection.dbapi_connection.executescript(layout.read_text("utf-8"))
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


def test_an_old_no_on_the_locked_environment_is_unanswered_and_a_yes_stays(office):
    before, after = _reach(office), {"Norte Cloud S.A.": None, "Sur Cloud": True}
    assert before == {name: after[name] for name in before}


def test_a_step_on_a_table_that_has_another_shape_now_can_be_taken_back_and_done_again():
    office = raised(DATA / "layout_5.sql")
    office.book.undo()
    office.book.undo()
    assert _reach(office)["Norte Cloud S.A."] is True
    office.book.redo()
    assert _reach(office)["Norte Cloud S.A."] is None
    assert verify(office).intact


def test_a_risk_accepted_before_counts_as_accepted_once_and_the_step_can_be_taken_back():
    office = raised(DATA / "layout_7.sql")
    accepted = _finding(office)
    assert (accepted.state, accepted.acceptances) == (FindingState.ACCEPTED, 1)
    assert (accepted.compensating, accepted.dpo_opinion, accepted.accepted_on) == ("", "", None)
    office.book.undo()
    office.book.undo()
    assert (_finding(office).state, _finding(office).acceptances) == (FindingState.OPEN, 0)
    office.book.redo()
    assert _finding(office) == accepted
    assert verify(office).intact


def test_an_exclusion_of_before_can_be_taken_back_and_customers_have_no_first_day():
    office = raised(DATA / "layout_8.sql")
    excluded = _notice(office, "c3")
    assert (excluded.excluded, excluded.onboarding, excluded.earlier_sent_at) == (True, None, None)
    office.book.undo()
    office.book.undo()
    assert _notice(office, "c3").excluded is False
    office.book.redo()
    assert _notice(office, "c3") == excluded
    with office.book.reading() as reader:
        assert {one.since for one in reader.find(Customer)} == {None}
        assert {one.pre_approved_names for one in reader.find(Terms)} == {()}
    assert verify(office).intact


def test_the_register_of_those_days_is_read_with_the_question_unanswered(office):
    first = datetime(2026, 11, 23, 9, 0, 6, tzinfo=UTC)
    with office.book.reading_as_of(first) as reader:
        known = {one.reaches_locked for one in reader.find(Engagement)}
    assert known == {None}


def _reach(office):
    with office.book.reading() as reader:
        names = {one.id: one.name for one in reader.find(Vendor)}
        return {names[one.vendor_id]: one.reaches_locked for one in reader.find(Engagement)}


def _notice(office, customer_id):
    with office.book.reading() as reader:
        (notice,) = reader.find(Notice, customer_id=customer_id)
        return notice


def _finding(office):
    with office.book.reading() as reader:
        (finding,) = reader.find(Finding)
        return finding


def _owner(office):
    with office.book.reading() as reader:
        return reader.find(Vendor)[0].owner


def test_nothing_proves_what_was_recorded_before_proofs_were_asked_for():
    office = raised(DATA / "layout_9.sql")
    with office.book.reading() as reader:
        (change,) = reader.find(Change)
        assert {one.answer_proof for one in reader.find(Notice)} == {change.published_proof} == {""}
